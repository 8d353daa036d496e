// Un essai de pannes ne vaut que s'il voit une protection manquer : chaque mutant du protocole en ôte une, et doit être vu.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { bilanVide, eprouve } from './campagne';
import { epreuveFictive } from './classeurs';
import { aDeux, interrompt } from './simultanes';

type Mutant = { readonly nom: string; readonly fichier: 'rapport' | 'rapport-examen' | 'rapport-relecture' | 'creation' | 'sauvegarde' | 'passage'; readonly change: readonly (readonly [string, string])[]; /** Un second fichier à changer, quand la protection est double. */ readonly aussi?: readonly [string, string, string]; /** Les classeurs où la protection compte, quand les huit premiers n'y passent pas. */ readonly graines?: readonly number[] };

const MARQUE_ET_BANNIERE = "{ genre: 'marquer', feuille: nom, marque: ecrisMarque(ecriture) }, BARRIERE,\n    pose(genre, plan, union), BARRIERE,\n    { genre: 'ecrire', feuille: nom, ...banniere, valeurs: interrompue }, BARRIERE,";
const BANNIERE_FINALE = "{ genre: 'ecrire', feuille: nom, ...banniere, valeurs: [[valeurs[banniere.ligne - 1]?.[banniere.colonne - 1] ?? null]] }, BARRIERE,";
const OTE_VUS = '...oteVus(apres.memoire, genre, vus), BARRIERE,';
const MARQUE_FINALE = "{ genre: 'marquer', feuille: nom, marque: ecrisMarque(finale) }, BARRIERE,";
const COPIE = "{ genre: 'copier', zone: { feuille: origine.nom, ligne: 1, colonne: 1, ...origine.etendue }, vers: nom }, BARRIERE,";
const COPIE_FAITE = "{ genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...marque, etat: 'ok' }) }, BARRIERE,\n    ...fermeJournal(memoire";

const MUTANTS: readonly Mutant[] = [
  { nom: 'pas de journal', fichier: 'creation', change: [["{ genre: 'memoriser', clef: clefJournal(neuve.genre), valeur: JSON.stringify(journal) }, BARRIERE,", '']] },
  { nom: 'pas de barrière après le journal', fichier: 'creation', change: [['valeur: JSON.stringify(journal) }, BARRIERE,', 'valeur: JSON.stringify(journal) },']] },
  { nom: 'n’importe quel onglet vide adopté', fichier: 'creation', change: [['feuilles.find(({ nom }) => nom === journal.nom)', 'feuilles.find(({ marque: m, lignes: l }) => m === null && l === 0)']] },
  { nom: 'pas de relecture avant d’écrire', fichier: 'rapport-examen', change: [['const releve: Releve = yield* lis({ zones: [zone], verrous: true });', 'const releve: Releve = { ...depart, plages: [] }; void zone;']] },
  { nom: 'les cellules occupées n’arrêtent rien', fichier: 'rapport-examen', change: [[': genees.length > 0\n', ': genees.length < 0\n']] },
  { nom: 'pas de sauvegarde', fichier: 'rapport', change: [['  if (examen.aSauver.length > 0) {', '  if (examen.aSauver.length < 0) {']] },
  { nom: 'sauvegarde après l’écriture', fichier: 'rapport', change: [['copie = yield* sauvegarde(origine);', ''], ['  yield* execute(rapport, examen);', '  yield* execute(rapport, examen);\n  if (examen.aSauver.length > 0) copie = yield* sauvegarde(origine);']] },
  { nom: 'sauvegarde dite faite avant la copie', fichier: 'sauvegarde', change: [[COPIE, ''], [COPIE_FAITE, `{ genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...marque, etat: 'ok' }) }, BARRIERE,\n ${COPIE}\n ...fermeJournal(memoire`]] },
  { nom: 'sauvegarde commencée laissée en suspens', fichier: 'rapport', change: [['yield* closSauvegarde(examen.releve, origine);', '']] },
  { nom: 'pas de marque « écriture »', fichier: 'rapport', change: [["{ genre: 'marquer', feuille: nom, marque: ecrisMarque(ecriture) }, BARRIERE,", '']], aussi: ['rapport-relecture', 'posee === ecrisMarque(marque) && fautive === null && !doubles', 'fautive === null && !doubles'] },
  { nom: 'pas de bannière', fichier: 'rapport', change: [['const interrompue = versCellules([[BANNIERE_INTERROMPUE]]);', 'const interrompue = [[valeurs[banniere.ligne - 1]?.[banniere.colonne - 1] ?? null]];']] },
  { nom: 'bannière ôtée avant la relecture', fichier: 'rapport', change: [['...corps, BARRIERE,', `...corps, BARRIERE, ${BANNIERE_FINALE}`], ['interrompue[0]?.[0] ?? null : v)', 'v : v)']], aussi: ['rapport-relecture', "{ genre: 'ecrire', feuille: nom, ligne, colonne, valeurs: versCellules([[BANNIERE_INTERROMPUE]]) }, BARRIERE,", ''] },
  { nom: 'pas de relecture après', fichier: 'rapport-relecture', change: [['if (posee === ecrisMarque(marque) && fautive === null && !doubles) return releve;', 'return releve;']] },
  { nom: 'pas de dernière relecture', fichier: 'rapport', change: [['yield* exige(nom, finale, voulues, banniere);', '']] },
  { nom: 'marque « ok » avant la bannière finale', fichier: 'rapport', change: [[`${BANNIERE_FINALE}\n    ${OTE_VUS}\n    ${MARQUE_FINALE}`, `${OTE_VUS}\n    ${MARQUE_FINALE}\n    ${BANNIERE_FINALE}`]] },
  { nom: 'pas de barrière entre bannière finale et marque', fichier: 'rapport', change: [[`${BANNIERE_FINALE}\n    ${OTE_VUS}`, `${BANNIERE_FINALE}\n    ${OTE_VUS}`.replaceAll(' BARRIERE,', '')]] },
  { nom: 'feuille reconnue par son nom', fichier: 'rapport-examen', change: [['feuilleDe(depart.feuilles, (marque) => marque.genre === genre)', "depart.feuilles.filter((f) => f.nom === voulu).map((f) => ({ nom: f.nom, marque: f.marque === null ? { v: 1 as const, genre, etat: 'neuf' as const, lignes: 0, colonnes: 0, empreinte: '' } : (JSON.parse(f.marque) as Marque), protegee: f.protegee }))[0] ?? null"]] },
  { nom: 'fin de l’ancien rapport laissée', fichier: 'rapport', change: [['autourDeLaBanniere(union, banniere)', 'autourDeLaBanniere(etendue, banniere)']] },
  { nom: 'étendue notée sans l’ancienne', fichier: 'rapport', change: [["etat: 'ecriture', ...union,", "etat: 'ecriture', ...etendue,"]] },
  { nom: 'pas de barrière entre marque, bannière et lignes', fichier: 'rapport', change: [[MARQUE_ET_BANNIERE, MARQUE_ET_BANNIERE.replaceAll(' BARRIERE,', '')]] },
  { nom: 'un passage que l’on n’avait pas vu n’arrête rien', fichier: 'rapport-relecture', change: [["const doubles = estDoublee(marque, releve.memoire);", 'const doubles = false;']] },
  { nom: 'une marque doublée est crue', fichier: 'rapport-examen', change: [['doublee: estDoublee(marque, releve.memoire) }', 'doublee: false }']] },
  { nom: 'une sauvegarde commencée est recouverte', fichier: 'sauvegarde', change: [['ligne: origine.etendue.lignes + 2, colonne: 1', 'ligne: 1, colonne: 1']] },
  { nom: 'une copie incomplète est crue', fichier: 'rapport', change: [['if (manque !== null) yield*', 'if (manque !== null && union.lignes < 0) yield*']], graines: [24, 36] },
  { nom: 'pas de relecture après la sauvegarde', fichier: 'rapport', change: [['if (empreinteDe(depuis.plages[0]', 'if (union.lignes < 0 && empreinteDe(depuis.plages[0]']] },
];

/**
 * Équivalent tant qu'un lot ne se mêle pas à un autre : la marque et les valeurs sont relues ensemble, sur toute l'étendue, bannière comprise ;
 * si les valeurs sont les nôtres, la feuille est juste quel que soit celui qui a marqué, et la marque finale la décrit. La vérification du passage
 * reste pour un hôte qui mêlerait les lots de deux agents. On vérifie seulement que la substitution suit le code.
 */
const EQUIVALENTS: readonly Mutant[] = [
  { nom: 'passage non vérifié', fichier: 'rapport-relecture', change: [['const posee = releve.feuilles.find((f) => f.nom === nom)?.marque ?? null;', 'const posee = ecrisMarque(marque);']] },
];

const dossier = mkdtempSync(path.join(os.tmpdir(), 'mutants-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

/** Le socle recopié, une protection en moins ; un texte introuvable fait échouer : le mutant doit suivre le code. */
const mute = ({ fichier, change, aussi }: Mutant, rang: number): typeof ecrisRapport => {
  const la = path.join(dossier, String(rang));
  cpSync('src/socle', la, { recursive: true });
  for (const [ou, avant, apres] of [...change.map((c) => [fichier, ...c] as const), ...(aussi ? [aussi] : [])]) {
    const cible = path.join(la, 'ecriture', `${ou}.ts`);
    const texte = readFileSync(cible, 'utf8');
    if (texte.split(avant).length !== 2) throw new Error(`Le mutant ne s’applique plus à ${ou}.ts : ${avant}`);
    writeFileSync(cible, texte.replace(avant, () => apres));
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- un module fabriqué pour ce test
  return (require(path.join(la, 'ecriture', 'rapport.ts')) as { ecrisRapport: typeof ecrisRapport }).ecrisRapport;
};

test.each(MUTANTS.map((mutant, rang) => ({ nom: mutant.nom, mutant, rang })))('vu : $nom', ({ mutant, rang }) => {
  const mutee = mute(mutant, rang);
  const bilan = bilanVide();
  for (const graine of mutant.graines ?? [1, 2, 3, 4, 5, 6, 7, 8]) if (bilan.violations.length === 0) eprouve(epreuveFictive(graine, mutee, ecrisRapport), bilan, { pas: 2, jusqua: 1, partDoubles: 0.3 });
  for (let n = 0; n < 150 && bilan.violations.length === 0; n++) {
    interrompt(epreuveFictive(n % 60, mutee, ecrisRapport), n % 2 ? 'tampon' : 'immediat', n, bilan);
    aDeux(epreuveFictive(n % 60, mutee, ecrisRapport), n % 2 ? 'tampon' : 'immediat', n, bilan);
  }
  for (let n = 0; n < 1500 && bilan.violations.length === 0; n++) aDeux(epreuveFictive(n % 100, mutee, ecrisRapport), n % 2 ? 'tampon' : 'immediat', n, bilan, [{}, { versions: [1, 2] }, { versions: [0, 2], coupes: true }][n % 3]);
  expect(bilan.violations.length).toBeGreaterThan(0);
}, 300_000);

test.each(EQUIVALENTS.map((mutant, rang) => ({ nom: mutant.nom, mutant, rang })))('équivalent : $nom', ({ mutant, rang }) => {
  expect(mute(mutant, MUTANTS.length + rang)).toBeInstanceOf(Function);
});
