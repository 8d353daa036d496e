// Écrit docs/fonctions.md, la référence des fonctions de feuille, depuis leurs définitions. `--verifie` : ne fait que comparer.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { charge } from '../../webpack.catalogue.mjs';

const FICHIER = path.resolve(import.meta.dirname, '..', 'fonctions.md');
const RENDS = { nombre: 'un nombre', taux: 'une proportion entre 0 et 1, à mettre au format pourcentage', date: 'une date', texte: 'un texte', logique: 'VRAI ou FAUX', tableau: 'un tableau de plusieurs lignes : laissez de la place dessous et à droite' };

const { outils } = await charge('src/registre.ts');
const { aideFonctions } = await charge('src/guichet/aide-fonctions.ts');
const aides = aideFonctions();

/** Dans un tableau Markdown, la barre sépare les colonnes et « < » ouvre du HTML. */
const cellule = (texte) => texte.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\n/g, ' ');
const ancre = (nom) => `#${nom.toLowerCase()}`;

const fonction = ({ nom, signature, resume, rend, voirAussi, parametres, exemples }) =>
  [
    `### ${nom}`,
    `\`=${signature}\``,
    '',
    resume.replace(/</g, '&lt;'),
    '',
    `Rend ${RENDS[rend]}.${voirAussi === null ? '' : ` À ne pas confondre avec [${voirAussi}](${ancre(voirAussi)}).`}`,
    '',
    '| argument | |',
    '| --- | --- |',
    ...parametres.map((p) => `| \`${p.nom}\`${p.facultatif ? ' (facultatif)' : ''} | ${cellule(p.aide)} |`),
    '',
    '| exemple | formule | donne |',
    '| --- | --- | --- |',
    ...exemples.map((e) => `| ${cellule(e.phrase)} | \`${e.formule.replace(/\|/g, '\\|')}\` | ${cellule(e.donne)} |`),
    '',
  ].join('\n');

const sections = outils
  .map((outil) => ({ outil, siennes: aides.filter((aide) => aide.outil === outil.id) }))
  .filter(({ siennes }) => siennes.length > 0)
  .map(({ outil, siennes }) => `## ${outil.titre}\n${outil.resume}\n\n${siennes.map(fonction).join('\n')}`);

const texte = `# Les fonctions de feuille
<!-- Fichier écrit par « npm run docs » depuis les définitions des fonctions : ne le modifiez pas à la main. -->

Ces fonctions se tapent dans une cellule, comme celles de votre tableur : \`=TAUX_REPONSE(C2:C215;E2:E215;15)\` dans la page locale et Google Sheets,
\`=SP.TAUX_REPONSE(C2:C215;E2:E215;15)\` dans Excel. Les accents sont facultatifs. Chaque exemple ci-dessous est un test qui tourne, et se tape
dans une cellule de la page (« … » : la suite est coupée). Une fonction qui ne peut pas répondre le dit par une phrase ; sans rien à compter, la cellule reste vide, jamais 0.

${outils.flatMap((outil) => aides.filter((aide) => aide.outil === outil.id)).map(({ nom }) => `[${nom}](${ancre(nom)})`).join(' · ')}

${sections.join('\n')}`;

if (!process.argv.includes('--verifie')) writeFileSync(FICHIER, texte);
else if (readFileSync(FICHIER, 'utf8') !== texte) {
  console.error('docs/fonctions.md n’est plus à jour : lancez npm run docs.');
  process.exitCode = 1;
}
