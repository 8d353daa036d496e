// Les murs de la maison, en français : ce que chaque monde a le droit de connaître.
import js from '@eslint/js';
import office from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

const horlogeEtHasard = [
  { selector: "NewExpression[callee.name='Date']", message: 'Le cœur n’a pas d’horloge ni de Date : une date est un jour civil (src/socle/jours.ts).' },
  { selector: "CallExpression[callee.object.name='Date'], CallExpression[callee.name='Date']", message: 'Le cœur n’a pas d’horloge : la date du jour arrive en argument.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Le cœur n’a pas de hasard : la graine arrive en argument.' },
];
const moteur = [
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name=/^(exp|expm1|log|log1p|log2|log10|pow|cbrt|hypot|a?sinh?|a?cosh?|a?tanh?|atan2)$/], BinaryExpression[operator='**']:not([left.type='Literal'])", message: 'Chaque moteur l’arrondit à sa façon : le même résultat partout demande exp, ln et carre (src/socle/statistiques/exp-ln.ts).' },
];
const dangers = [
  { selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]", message: 'Jamais de HTML construit : textContent seulement.' },
  { selector: "CallExpression[callee.property.name='insertAdjacentHTML'], CallExpression[callee.object.name='document'][callee.property.name=/^(write|writeln)$/]", message: 'Jamais de HTML construit : textContent seulement.' },
  { selector: "NewExpression[callee.name='Function'], CallExpression[callee.name='Function']", message: 'Aucun texte n’est jamais exécuté.' },
  { selector: "CallExpression[callee.name='eval'], CallExpression[callee.property.name='eval']", message: 'Aucun texte n’est jamais exécuté.' },
  { selector: 'CallExpression[callee.name=/^set(Timeout|Interval)$/][arguments.0.type=/^(Literal|TemplateLiteral|BinaryExpression)$/]', message: 'Aucun texte n’est jamais exécuté.' },
  // Ces fonctions de nos deux bibliothèques évaluent du texte (new Function, fil de calcul écrit en texte).
  { selector: "CallExpression[callee.object.callee.name='dsvFormat'][callee.property.name='parse'], ImportDeclaration[source.value='d3-dsv'] ImportSpecifier[imported.name=/^(csvParse|tsvParse)$/], ImportDeclaration[source.value='fflate'] ImportSpecifier[imported.name=/^(Async.*|deflate|inflate|zip|unzip|gzip|gunzip|zlib|unzlib|compress|decompress)$/]", message: 'Aucun texte n’est jamais exécuté.' },
  { selector: 'MemberExpression[object.name=/^(globalThis|window|self|top|parent)$/][property.name=/^(fetch|XMLHttpRequest|WebSocket|EventSource|navigator)$/], MemberExpression[property.name=/^sendBeacon$/]', message: 'Rien ne quitte le classeur : aucun appel au réseau.' },
];
/** Seuls les adaptateurs des tableurs posent une valeur, et seul versCellule fabrique ce qu'ils ont le droit de poser. */
const ecriture = [
  { selector: 'TSAsExpression TSTypeReference[typeName.name=/^(TexteSur|CelluleSure)$/], TSTypeAssertion TSTypeReference[typeName.name=/^(TexteSur|CelluleSure)$/]', message: 'Une cellule s’écrit par versCellule (src/socle/ecriture/cellule-sure.ts) : un texte sûr ne se décrète pas.' },
];
const ecritureDirecte = [
  { selector: 'AssignmentExpression[left.property.name=/^(values|valuesAsJson|formulas|formulasLocal|formulasR1C1)$/]', message: 'Une cellule s’écrit par versCellule et le port, jamais directement : seuls les adaptateurs (addin, gas) le font.' },
  { selector: 'CallExpression[callee.property.name=/^set(Value|Values|Formula|Formulas|FormulaR1C1|FormulasR1C1|RichTextValue|RichTextValues)$/]', message: 'Une cellule s’écrit par versCellule et le port, jamais directement : seuls les adaptateurs (addin, gas) le font.' },
];
const RESEAU_DE_NODE = { regex: '^(node:)?(http|https|http2|net|dgram|tls|dns|undici)(/.*)?$', message: 'Rien ne quitte le classeur : aucun appel au réseau.' };
/** Avec ou sans « node: » devant. */
const NODE = '^(node:.*|(assert|buffer|child_process|crypto|events|fs|os|path|perf_hooks|process|readline|stream|timers|url|util|vm|worker_threads|zlib)(/.*)?)$';
const reseau = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'navigator'].map((name) => ({ name, message: 'Rien ne quitte le classeur : aucun appel au réseau.' }));
const hotes = ['Excel', 'Office', 'OfficeExtension', 'CustomFunctions', 'SpreadsheetApp', 'PropertiesService', 'HtmlService', 'google', 'window', 'document', 'process', 'Buffer', 'require', 'setTimeout', 'setInterval', 'Intl', 'console']
  .map((name) => ({ name, message: 'Le cœur ne connaît aucun hôte : passez par le port (src/socle/classeur.ts).' }));

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', ...dangers],
      'no-restricted-globals': ['error', ...reseau],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...dangers, ...ecriture, ...ecritureDirecte], 'no-restricted-imports': ['error', { patterns: [RESEAU_DE_NODE] }] } },
  { files: ['addin/**/*.ts', 'gas/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...dangers, ...ecriture] } },
  {
    files: ['addin/**/*.ts'],
    plugins: { 'office-addins': office },
    languageOptions: { globals: { Excel: 'readonly', Office: 'readonly', OfficeExtension: 'readonly', CustomFunctions: 'readonly', window: 'readonly', document: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' } },
    rules: {
      'office-addins/call-sync-before-read': 'error', 'office-addins/load-object-before-read': 'error', 'office-addins/no-context-sync-in-loop': 'error', 'office-addins/no-empty-load': 'error',
    },
  },
  {
    files: ['src/socle/**/*.ts', 'src/outils/**/*.ts', 'src/guichet/**/*.ts', 'src/diagnostic/**/*.ts', 'src/registre.ts'],
    rules: {
      'no-restricted-globals': ['error', ...reseau, ...hotes],
      'no-restricted-syntax': ['error', ...dangers, ...horlogeEtHasard, ...moteur, ...ecriture, ...ecritureDirecte],
      'no-restricted-imports': ['error', { patterns: [
        RESEAU_DE_NODE,
        { regex: NODE, message: 'Le cœur ne connaît pas Node.' },
        { group: ['**/fichier/**', '**/panneau/**', '**/essai/**', '**/addin/**', '**/gas/**'], message: 'Le cœur ne connaît aucun hôte.' },
      ] }],
    },
  },
  {
    files: ['src/socle/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [
        RESEAU_DE_NODE,
        { regex: NODE, message: 'Le cœur ne connaît pas Node.' },
        { group: ['**/outils/**', '**/registre', '**/guichet/**', '**/diagnostic/**', '**/fichier/**', '**/panneau/**', '**/essai/**', '**/addin/**', '**/gas/**'], message: 'Le socle ne connaît ni les outils ni les hôtes : les données vont dans un seul sens.' },
      ] }],
    },
  },
  // versCellule lui-même : le seul endroit où un texte devient sûr.
  { files: ['src/socle/ecriture/cellule-sure.ts'], rules: { 'no-restricted-syntax': ['error', ...dangers, ...horlogeEtHasard, ...ecritureDirecte] } },
  {
    files: ['src/fichier/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...reseau, ...hotes],
      'no-restricted-imports': ['error', { patterns: [
        RESEAU_DE_NODE,
        { regex: `${NODE}|^\\./node/`, message: 'Cette moitié du fichier sert aussi au navigateur : Node reste dans src/fichier/node.' },
        { group: ['**/outils/**', '**/registre'], message: 'Un hôte ne connaît aucun mot du métier.' },
      ] }],
    },
  },
  // Le serveur de la page locale : il écoute sur cette machine, ne rend que les fichiers fabriqués et n'appelle personne.
  { files: ['src/essai/node/serveur.ts'], rules: { 'no-restricted-imports': 'off' } },
  // Les formules de la page calculent sans navigateur, sans horloge et sans hasard.
  { files: ['src/essai/formules/**/*.ts', 'src/essai/*.ts'], ignores: ['src/essai/travail.ts', 'src/essai/*.d.ts'], rules: { 'no-restricted-globals': ['error', ...reseau, ...hotes], 'no-restricted-syntax': ['error', ...dangers, ...horlogeEtHasard, ...ecriture, ...ecritureDirecte] } },
  {
    files: ['test/**', 'bench/**', 'docs/fabrique/*.mjs', '*.mjs', 'test/**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', performance: 'readonly', Buffer: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
);
