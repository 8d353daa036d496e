// La typographie des textes affichés, aux points de code près ; puis une lecture de toutes les phrases du produit, dans ses sources.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { fr, typographie } from '../../src/socle/typographie';

/** L'insécable s'écrit ⍽, la fine insécable · */
const visible = (texte: string): string => texte.replace(/\u00a0/g, '⍽').replace(/\u202f/g, '·');

test.each([
  ['Feuille « Suivi »', 'Feuille «⍽Suivi⍽»'], ['4 dates illisibles : aller à C37 ?', '4 dates illisibles⍽: aller à C37·?'], ["L'onglet est créé !", 'L’onglet est créé·!'],
  ['cible 80 % atteinte', 'cible 80⍽% atteinte'], ['Lecture de 12 lignes...', 'Lecture de 12⍽lignes…'], ['un nom ; puis Entrée', 'un nom·; puis Entrée'], ['dans 2 j', 'dans 2⍽j'], ['n° 12', 'n°⍽12'],
  ['=TAUX_REPONSE(A2:A9;B2:B9;15)', '=TAUX_REPONSE(A2:A9;B2:B9;15)'], ['10:42', '10:42'], ['3 jonquilles', '3 jonquilles'], ['6 sur 11', '6⍽sur 11'],
])('« %s »', (brut, attendu) => {
  expect(visible(typographie(brut))).toBe(attendu);
  expect(typographie(typographie(brut))).toBe(typographie(brut));
});

test('autour d’une valeur, nos signes changent, la valeur non', () => {
  const nom = 'a « b » : c ? d\'e...';
  expect(visible(fr`Feuille « ${nom} » : ${12} lignes, ${3} %`)).toBe(`Feuille «⍽${nom}⍽»⍽: 12⍽lignes, 3⍽%`);
  expect(visible(fr`${14} ${'lignes'}, ${'Nord'} ${'Sud'}`)).toBe('14⍽lignes, Nord Sud');
});

const RACINE = path.join(__dirname, '..', '..');
const sources = ['src', 'addin', 'gas'].flatMap((dossier) => readdirSync(path.join(RACINE, dossier), { recursive: true, encoding: 'utf8' }).filter((nom) => /\.tsx?$/.test(nom)).map((nom) => `${dossier}/${nom.split(path.sep).join('/')}`));

type Texte = { readonly texte: string; readonly ou: string; readonly balise: boolean };

/** Les textes d'un fichier ; une valeur insérée s'y lit « X ». Les expressions régulières et les imports n'en sont pas. */
const textesDe = (fichier: string): Texte[] => {
  const trouves: Texte[] = [];
  const arbre = ts.createSourceFile(fichier, readFileSync(path.join(RACINE, fichier), 'utf8'), ts.ScriptTarget.Latest, true, fichier.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const ajoute = (noeud: ts.Node, texte: string, balise = false): void => void trouves.push({ texte, balise, ou: `${fichier}:${arbre.getLineAndCharacterOfPosition(noeud.getStart()).line + 1}` });
  const visite = (noeud: ts.Node): void => {
    if (ts.isImportDeclaration(noeud) || ts.isExportDeclaration(noeud)) return;
    if (ts.isStringLiteral(noeud) || ts.isNoSubstitutionTemplateLiteral(noeud)) ajoute(noeud, noeud.text);
    else if (ts.isTemplateExpression(noeud)) ajoute(noeud, noeud.head.text + noeud.templateSpans.map(({ literal }) => `X${literal.text}`).join(''));
    else if (ts.isJsxText(noeud)) ajoute(noeud, noeud.text, true);
    ts.forEachChild(noeud, visite);
  };
  visite(arbre);
  return trouves;
};

const textes = sources.flatMap(textesDe);
/** Une phrase : des mots séparés par des espaces, dont un de français (accent, article, guillemet). */
const phrases = textes.filter(({ texte }) => / /.test(texte) && /[éèêàùçœ«’…]| (le|la|les|de|du|des|un|une|et|ou|est|sont|pas) /i.test(texte) && !/[{}<>=]|var\(|^[a-z-]+:/.test(texte));

/** Ce que la typographie d'affichage ne répare pas, ou que la source doit déjà porter. */
const FAUTES: readonly (readonly [string, RegExp])[] = [
  ['une apostrophe droite entre deux lettres', /[a-zà-ÿ]'[a-zà-ÿ]/i],
  ['trois points au lieu de « … »', /\.\.\./],
  ['un guillemet collé à son texte', /«(?! |$)\S|\S(?<!^|[ \u00a0])»/],
  ['une espace avant un point ou une virgule', / [.,](?= |$)/],
  ['pas d’espace avant ; ! ?', /[a-zà-ÿX»)][;!?](?= |$)/i],
  ['pas d’espace avant « : »', /[a-zà-ÿ»)]:(?= |$)/i],
  ['deux espaces de suite', /\S {2}\S/],
  ['un tutoiement', /(?<!\p{L})(ton|ta|tes|toi|peux-tu|veux-tu)(?!\p{L})/iu],
  ['« utilisateur » : dites « vous » ou « la personne »', /utilisateur/i],
];
/** Une phrase fautive pour chaque règle, dans le même ordre : une règle qui ne peut pas échouer n'en est pas une. */
const FAUTIVES = ['Fermez l\'onglet', 'Lecture...', 'La feuille «Suivi» est lue', 'C’est fait .', 'Est-ce la date?', 'À vérifier: la date', 'Deux  espaces', 'Ouvre ta feuille', 'L’utilisateur'];
test.each(FAUTES.map(([nom, motif], rang) => [FAUTIVES[rang]!, nom, motif] as const))('« %s » porte %s', (phrase, _, motif) => expect(phrase).toMatch(motif));

/** Comparées dans une formule, ou adressées à qui écrit un programme : leur forme est voulue. */
const VOULUS = /^src\/(fichier\/node|socle\/(dates|heures|feries|nombres|annees|date-saisie|normalise)|outils\/(demandes-ecrites\/etats|analyse\/echelles)\.ts)/;

test('des centaines de phrases sont relues', () => expect(phrases.length).toBeGreaterThan(300));

test.each(FAUTES)('aucune phrase ne porte %s', (_, motif) => {
  expect(phrases.filter(({ texte, ou }) => !VOULUS.test(ou) && motif.test(texte)).map(({ texte, ou }) => `${ou} ${texte}`)).toEqual([]);
});

test('dans le volet, tout mot affiché passe par la typographie', () => {
  const nus = textes.filter(({ balise, texte, ou }) => balise && ou.startsWith('src/panneau/') && /\p{L}/u.test(texte));
  expect(nus).toEqual([]);
});
