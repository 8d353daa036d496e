// Les murs de la maison, en français : ce que chaque monde a le droit de connaître.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const horlogeEtHasard = [
  { selector: "NewExpression[callee.name='Date']", message: 'Le cœur n’a pas d’horloge ni de Date : une date est un jour civil (src/socle/jours.ts).' },
  { selector: "CallExpression[callee.object.name='Date']", message: 'Le cœur n’a pas d’horloge : la date du jour arrive en argument.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Le cœur n’a pas de hasard : la graine arrive en argument.' },
];
const dangers = [
  { selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]", message: 'Jamais de HTML construit : textContent seulement.' },
  { selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/][callee.object.name='document']", message: 'Jamais de HTML construit : textContent seulement.' },
  { selector: "NewExpression[callee.name='Function']", message: 'Aucun texte n’est jamais exécuté.' },
  { selector: "CallExpression[callee.name='eval']", message: 'Aucun texte n’est jamais exécuté.' },
];
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
  {
    files: ['src/socle/**/*.ts', 'src/outils/**/*.ts', 'src/registre.ts'],
    rules: {
      'no-restricted-globals': ['error', ...reseau, ...hotes],
      'no-restricted-syntax': ['error', ...dangers, ...horlogeEtHasard],
      'no-restricted-imports': ['error', { patterns: [
        { group: ['node:*'], message: 'Le cœur ne connaît pas Node.' },
        { group: ['**/fichier/**', '**/panneau/**', '**/essai/**', '**/addin/**', '**/gas/**'], message: 'Le cœur ne connaît aucun hôte.' },
      ] }],
    },
  },
  {
    files: ['src/socle/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [
        { group: ['node:*'], message: 'Le cœur ne connaît pas Node.' },
        { group: ['**/outils/**', '**/registre', '**/fichier/**', '**/panneau/**', '**/essai/**'], message: 'Le socle ne connaît ni les outils ni les hôtes : les données vont dans un seul sens.' },
      ] }],
    },
  },
  {
    files: ['src/fichier/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...reseau, ...hotes],
      'no-restricted-imports': ['error', { patterns: [
        { group: ['node:*', './node/**'], message: 'Cette moitié du fichier sert aussi au navigateur : Node reste dans src/fichier/node.' },
        { group: ['**/outils/**', '**/registre'], message: 'Un hôte ne connaît aucun mot du métier.' },
      ] }],
    },
  },
  {
    files: ['test/**', 'bench/**', '*.mjs', 'test/**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', performance: 'readonly', Buffer: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
);
