// Les autorisations : celles du manifeste sont exactement celles dont le code se sert, et aucune ne touche au réseau.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const RACINE = path.join(__dirname, '..', '..');
const manifeste = JSON.parse(readFileSync(path.join(RACINE, 'dist', 'gas', 'appsscript.json'), 'utf8')) as Record<string, unknown> & { oauthScopes: string[] };

const PORTEE = 'https://www.googleapis.com/auth/';

/** Ce que demande chaque membre de Google, d'après les pages de sa référence ; le premier motif qui convient l'emporte (supposé : relevé à la main). */
const REGLES: readonly (readonly [RegExp, string | null])[] = [
  [/^Spreadsheet\.SpreadsheetApp\.(open|openById|openByUrl|create)$/, 'spreadsheets'],
  [/^Spreadsheet\.SpreadsheetApp\.getUi$|^Base\.(Ui|Menu)\./, 'script.container.ui'],
  [/^Spreadsheet\./, 'spreadsheets.currentonly'],
  [/^HTML\.HtmlService\.createHtmlOutputFromFile$|^HTML\.HtmlOutput\.setTitle$/, null],
  [/^(Properties|Lock|Charts)\.|^Base\.(Button|ButtonSet)\./, null],
];

const nomDe = (declaration: ts.Declaration): string => {
  const noms: string[] = [];
  for (let noeud: ts.Node | undefined = declaration; noeud !== undefined && !ts.isSourceFile(noeud); noeud = noeud.parent) {
    const nom = (noeud as { name?: ts.Node }).name;
    if (nom !== undefined) noms.unshift(nom.getText());
  }
  return noms.join('.').replace(/^GoogleAppsScript\./, '');
};

const sources = readdirSync(path.join(RACINE, 'gas')).filter((nom) => nom.endsWith('.ts')).map((nom) => path.join(RACINE, 'gas', nom));

/** Des extraits qui demanderaient davantage, et ce que le contrôle doit en dire. */
const EXTRAITS: readonly (readonly [code: string, demandees: readonly string[], inconnus: readonly string[]])[] = [
  ['UrlFetchApp.fetch("x")', [], ['URL_Fetch.UrlFetchApp.fetch']],
  ['SpreadsheetApp.openById("x")', [`${PORTEE}spreadsheets`], []],
  ['Session.getActiveUser().getEmail()', [], ['Base.Session.getActiveUser', 'Base.User.getEmail']],
  ['const { openByUrl } = SpreadsheetApp; openByUrl("x")', [`${PORTEE}spreadsheets`], []],
  ['DriveApp.getRootFolder()', [], ['Drive.DriveApp.getRootFolder']],
];
const extraits = new Map(EXTRAITS.map(([code], i) => [path.join(RACINE, 'gas', `extrait-${i}.ts`), `export {}; ${code}`]));

let programme: ts.Program;
beforeAll(() => {
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2020, lib: ['lib.es2020.d.ts'], types: ['google-apps-script'], moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, strict: true, noEmit: true, skipLibCheck: true };
  const hote = ts.createCompilerHost(options);
  const lit = hote.readFile.bind(hote);
  Object.assign(hote, { readFile: (nom: string) => extraits.get(nom) ?? lit(nom), fileExists: (nom: string) => extraits.has(nom) || ts.sys.fileExists(nom) });
  programme = ts.createProgram([...sources, ...extraits.keys()], options, hote);
}, 60_000);

/** Les membres de Google dont se servent ces fichiers. */
const membres = (fichiers: readonly string[]): Set<string> => {
  const types = programme.getTypeChecker();
  const trouves = new Set<string>();
  const visite = (noeud: ts.Node): void => {
    const symbole = ts.isPropertyAccessExpression(noeud) ? types.getSymbolAtLocation(noeud.name) : ts.isBindingElement(noeud) && ts.isObjectBindingPattern(noeud.parent) ? types.getTypeAtLocation(noeud.parent).getProperty((noeud.propertyName ?? noeud.name).getText()) : undefined;
    for (const declaration of symbole?.declarations ?? []) if (declaration.getSourceFile().fileName.includes('/@types/google-apps-script/')) trouves.add(nomDe(declaration));
    ts.forEachChild(noeud, visite);
  };
  for (const fichier of fichiers) visite(programme.getSourceFile(fichier)!);
  return trouves;
};

const portees = (noms: ReadonlySet<string>): { readonly demandees: string[]; readonly inconnus: string[] } => {
  const demandees = new Set<string>();
  const inconnus: string[] = [];
  for (const nom of noms) {
    const regle = REGLES.find(([motif]) => motif.test(nom));
    if (regle === undefined) inconnus.push(nom);
    else if (regle[1] !== null) demandees.add(PORTEE + regle[1]);
  }
  return { demandees: [...demandees].sort(), inconnus: inconnus.sort() };
};

test('le manifeste déclare exactement ce dont le code se sert', () => {
  const noms = membres(sources);
  expect(noms.size).toBeGreaterThan(60);
  expect(portees(noms)).toEqual({ demandees: [...manifeste.oauthScopes].sort(), inconnus: [] });
});

test.each(EXTRAITS.map((extrait, i) => [...extrait, [...extraits.keys()][i]!] as const))('il verrait %s', (_, demandees, inconnus, fichier) => {
  expect(portees(membres([fichier]))).toEqual({ demandees, inconnus });
});

test('le manifeste : V8, heure de Paris, deux autorisations, ni réseau, ni service avancé, ni bibliothèque, ni journal chez Google', () => {
  expect(manifeste).toEqual({ timeZone: 'Europe/Paris', dependencies: {}, exceptionLogging: 'NONE', oauthScopes: [`${PORTEE}spreadsheets.currentonly`, `${PORTEE}script.container.ui`], runtimeVersion: 'V8' });
});
