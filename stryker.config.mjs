// Les mutants : Stryker change une ligne à la fois du calcul et de l'écriture, et les tests doivent le voir (docs/qualite.md).
import os from 'node:os';
import path from 'node:path';

/** Chaque groupe n'est jugé que par les tests les plus proches : les oracles, le corpus et la ligne de commande en verraient davantage, plus lentement. */
const GROUPES = {
  jours: { mutes: ['src/socle/{jours,calendrier,annees-devinees,histogramme,empreinte}.ts'], tests: ['test/socle/{jours,calendrier,feries,annees-devinees,histogramme,empreinte}.test.ts'] },
  taux: { mutes: ['src/outils/demandes-ecrites/{mesures,accuse,etats,mois}.ts'], tests: ['test/outils/{une-demande,regles-demandes}.test.ts'] },
  ecriture: { mutes: ['src/socle/ecriture/*.ts'], tests: ['test/ecriture/!(mutants|mutants-autres|pannes-excel|nouvelle-grille).test.ts'] },
};
/** `GROUPE=jours npm run mutation` n'en passe qu'un. */
const choisis = process.env.GROUPE ? [GROUPES[process.env.GROUPE]] : Object.values(GROUPES);

export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.mjs',
    config: {
      testEnvironment: './test/aides/premier-echec.mjs',
      testRunner: './test/aides/jest-circus-mutation.mjs',
      testSequencer: './test/aides/courts-d-abord.mjs',
      testMatch: choisis.flatMap(({ tests }) => tests.map((motif) => `<rootDir>/${motif}`)),
    },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  mutate: choisis.flatMap(({ mutes }) => mutes),
  // Un mutant que seul le chargement d'un module atteint relancerait tout ; celui qu'un test atteint aussi est jugé par ce test.
  ignoreStatic: true,
  concurrency: 2,
  // Large : sur une machine occupée, un mutant que rien ne voit ne doit pas passer pour une boucle sans fin (elles se comptent à leurs tours).
  timeoutMS: 15_000,
  // Hors du dépôt : les autres outils (Jest, ESLint, knip) n'ont pas à voir cette copie.
  tempDirName: path.join(os.tmpdir(), 'classeur-plus-mutation'),
  cleanTempDir: 'always',
  ignorePatterns: ['dist', 'sorties', 'coverage', 'bench'],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'coverage/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
