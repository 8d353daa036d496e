// Sous Stryker seulement : les suites les plus courtes d'abord, elles voient la plupart des mutants sans lancer les campagnes.
/** Durée de chaque suite au dernier passage, en millisecondes. */
const durees = new Map();
const duree = ({ path }) => durees.get(path) ?? 0;

export default class {
  sort(suites) {
    return [...suites].sort((a, b) => duree(a) - duree(b));
  }
  cacheResults(_suites, { testResults }) {
    for (const { testFilePath, perfStats, numPassingTests } of testResults) if (numPassingTests > 0) durees.set(testFilePath, Math.max(perfStats.runtime, durees.get(testFilePath) ?? 0));
  }
}
