// Les mutants : Stryker change une ligne à la fois du calcul et de l'écriture, et les tests doivent le voir (docs/qualite.md).
import os from 'node:os';
import path from 'node:path';

export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  // Ni le corpus, ni la ligne de commande compilée, ni LibreOffice : ils ne voient pas les sources mutées ou sont trop lents.
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.mjs',
    config: { testMatch: ['<rootDir>/test/socle/**/*.test.ts', '<rootDir>/test/outils/**/*.test.ts', '<rootDir>/test/ecriture/**/*.test.ts'] },
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  mutate: [
    'src/socle/{jours,calendrier,annees-devinees,histogramme,empreinte}.ts',
    'src/socle/ecriture/*.ts',
    'src/outils/demandes-ecrites/{mesures,accuse,etats,mois}.ts',
  ],
  // Un mutant que seul le chargement d’un module atteint relancerait tout ; celui qu’un test atteint aussi est jugé par ce test.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  // Hors du dépôt : les autres outils (Jest, ESLint, knip) n'ont pas à voir cette copie.
  tempDirName: path.join(os.tmpdir(), 'classeur-plus-mutation'),
  cleanTempDir: 'always',
  ignorePatterns: ['dist', 'sorties', 'coverage', 'bench', 'test/corpus'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'coverage/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
  allowConsoleColors: false,
};
