// Les ensembles d'API d'Office dont le code a besoin, lus dans les types de Microsoft, face à ceux que le manifeste demande : un écart arrête la construction.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const RACINE = import.meta.dirname;
const DOSSIER = path.join(RACINE, 'addin');
const DE_MICROSOFT = /@types[\\/](office-js|custom-functions-runtime)[\\/]/;

/** Ce qui n'est appelé qu'après `isSetSupported` : le manifeste ne le demande pas. Chaque ligne dit où est la garde. */
const GARDES = {
  'Excel.RunOptions.mergeUndoGroup': 'addin/hote.ts, saitGrouper',
  ...Object.fromEntries(['Workbook.notes', 'NoteCollection.load', 'NoteCollection.items', 'Note.content', 'Note.getLocation'].map((nom) => [`Excel.${nom}`, 'addin/annexes.ts, notesDe'])),
  'Excel.WorksheetChangedEventArgs.triggerSource': 'addin/changements.ts : absent, tout changement compte',
};
/** Ensembles communs à tout Office depuis 2016, que le manifeste n'a pas à nommer. */
// « Mailbox » est celui d'Outlook : les types de Microsoft l'attachent aussi à ce qui sert partout.
const TOUJOURS = ['Mailbox', 'AddInCommands', 'DialogApi', 'Settings', 'TableBindings', 'MatrixBindings'];

const etiquettes = (declaration) => {
  const texte = declaration.getSourceFile().text.slice(declaration.getFullStart(), declaration.getStart());
  return [...texte.matchAll(/\[\s*Api set:\s*(\w+)\s+(\d+\.\d+)/gi), ...texte.matchAll(/\*\*Requirement sets?\*\*:\s*\{@link \S+ \| (\w+) (\d+\.\d+)/g)].map(([, nom, version]) => ({ nom, version }));
};

/** Les ensembles d'un membre, ou à défaut ceux de ce qui le contient. */
const ensemblesDe = (declaration) => {
  for (let d = declaration; d && !ts.isSourceFile(d); d = d.parent) {
    const siens = etiquettes(d);
    if (siens.length > 0) return siens;
  }
  return [];
};

const nomComplet = (declaration) => {
  const noms = [];
  for (let d = declaration; d && !ts.isSourceFile(d); d = d.parent) if (d.name) noms.unshift(d.name.text);
  return noms.join('.');
};

/** @returns les membres de Microsoft que le code nomme : nom complet, ensembles, lieux */
export const membres = () => {
  const { config } = ts.readConfigFile(path.join(DOSSIER, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, DOSSIER);
  const fichiers = readdirSync(DOSSIER).filter((nom) => nom.endsWith('.ts')).map((nom) => path.join(DOSSIER, nom));
  const programme = ts.createProgram(fichiers, { ...options, noEmit: true });
  const types = programme.getTypeChecker();
  const trouves = new Map();
  const note = (symbole, noeud) => {
    if (!symbole) return;
    const vrai = symbole.flags & ts.SymbolFlags.Alias ? types.getAliasedSymbol(symbole) : symbole;
    const declarations = (vrai.declarations ?? []).filter((d) => DE_MICROSOFT.test(d.getSourceFile().fileName));
    if (declarations.length === 0) return;
    const nom = nomComplet(declarations[0]);
    const connu = trouves.get(nom) ?? { nom, ensembles: ensemblesDe(declarations[0]), lieux: new Set() };
    const source = noeud.getSourceFile();
    connu.lieux.add(`${path.relative(RACINE, source.fileName)}:${source.getLineAndCharacterOfPosition(noeud.getStart()).line + 1}`);
    trouves.set(nom, connu);
  };
  const visite = (noeud) => {
    if (ts.isPropertyAccessExpression(noeud)) note(types.getSymbolAtLocation(noeud.name), noeud.name);
    else if (ts.isElementAccessExpression(noeud) && ts.isStringLiteralLike(noeud.argumentExpression)) note(types.getTypeAtLocation(noeud.expression).getProperty(noeud.argumentExpression.text), noeud);
    else if (ts.isBindingElement(noeud) && ts.isObjectBindingPattern(noeud.parent)) note(types.getTypeAtLocation(noeud.parent).getProperty((noeud.propertyName ?? noeud.name).getText()), noeud);
    else if (ts.isPropertyAssignment(noeud) || ts.isShorthandPropertyAssignment(noeud)) {
      const attendu = types.getContextualType(noeud.parent);
      if (attendu && noeud.name.text) for (const type of attendu.isUnion() ? attendu.types : [attendu]) note(type.getProperty(noeud.name.text), noeud);
    } else if (ts.isNewExpression(noeud) && ts.isPropertyAccessExpression(noeud.expression)) note(types.getSymbolAtLocation(noeud.expression.name), noeud);
    ts.forEachChild(noeud, visite);
  };
  for (const fichier of fichiers) visite(programme.getSourceFile(fichier));
  // Un chargement nomme ses propriétés dans un texte : elles comptent comme les autres.
  return [...trouves.values()].map(({ nom, ensembles, lieux }) => ({ nom, ensembles, lieux: [...lieux].sort() })).sort((a, b) => (a.nom < b.nom ? -1 : 1));
};

const plusHaut = (a, b) => a.split('.').map(Number).reduce((ecart, n, i) => ecart || n - Number(b.split('.')[i]), 0) > 0;

/** Les écarts entre le code et le manifeste, en phrases ; aucun : les deux disent la même chose. */
export const ecarts = (utilises, manifeste) => {
  const demandes = new Map([...manifeste.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(([, nom, version]) => [nom, version]));
  const voulus = new Map();
  for (const { nom, ensembles, lieux } of utilises) {
    if (nom in GARDES) continue;
    for (const { nom: ensemble, version } of ensembles) {
      if (TOUJOURS.includes(ensemble)) continue;
      if (!voulus.has(ensemble) || plusHaut(version, voulus.get(ensemble).version)) voulus.set(ensemble, { version, cause: `${nom} (${lieux[0]})` });
    }
  }
  const phrases = [];
  for (const [ensemble, { version, cause }] of voulus) if (demandes.get(ensemble) !== version) phrases.push(`Le code demande ${ensemble} ${version}, à cause de ${cause} ; le manifeste dit ${demandes.get(ensemble) ?? 'rien'}`);
  for (const [ensemble, version] of demandes) if (!voulus.has(ensemble)) phrases.push(`Le manifeste demande ${ensemble} ${version} ; le code n’en utilise rien`);
  for (const garde of Object.keys(GARDES)) if (!utilises.some(({ nom }) => nom === garde)) phrases.push(`${garde} est gardé, mais le code ne l’utilise plus`);
  return phrases;
};

export const verifieEnsembles = {
  apply: (compilateur) => compilateur.hooks.thisCompilation.tap('ensembles', (compilation) => {
    for (const phrase of ecarts(membres(), readFileSync(path.join(RACINE, 'manifest.xml'), 'utf8'))) compilation.errors.push(new Error(phrase));
  }),
};

if (process.argv[1] === import.meta.filename) process.stdout.write(JSON.stringify(membres()));
