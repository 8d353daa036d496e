// Sous Stryker seulement : une suite qui ne peut rien dire de plus du mutant n'est pas même chargée, ce qui coûte plus que ses tests.
import { createRequire } from 'node:module';

const circus = createRequire(import.meta.url)('jest-circus/runner').default;

/** Le dernier mutant vu ; un mutant n'est posé qu'une fois, et toutes ses suites passent dans ce processus. */
export const etat = { vu: undefined, mutant: () => process.env.__STRYKER_ACTIVE_MUTANT__ };

/** Les tests de chaque suite, connus depuis le passage sans mutant. */
const tests = new Map();

const sansObjet = (testFilePath) => ({
  testFilePath, testResults: [{ ancestorTitles: [], failureDetails: [], failureMessages: [], fullName: 'sans objet', location: null, numPassingAsserts: 0, status: 'pending', title: 'sans objet' }],
  leaks: false, numFailingTests: 0, numPassingTests: 0, numPendingTests: 1, numTodoTests: 0, openHandles: [], perfStats: { start: 0, end: 0, runtime: 0, slow: false },
  snapshot: { added: 0, fileDeleted: false, matched: 0, unchecked: 0, uncheckedKeys: [], unmatched: 0, updated: 0 },
});

export default async (globalConfig, config, environnement, runtime, suite, envoie) => {
  const mutant = etat.mutant();
  if (mutant !== undefined) {
    const filtre = globalConfig.testNamePattern ? new RegExp(globalConfig.testNamePattern, 'i') : null;
    const concernee = filtre === null || (tests.get(suite) ?? ['']).some((nom) => nom === '' || filtre.test(nom));
    if (etat.vu === mutant || !concernee) return sansObjet(suite);
  }
  const resultat = await circus(globalConfig, config, environnement, runtime, suite, envoie);
  if (mutant === undefined) tests.set(suite, resultat.testResults.map(({ fullName }) => fullName));
  return resultat;
};
