// Lance toutes les suites, puis les suites du cœur sous d'autres fuseaux ; finit par une ligne « N passed, N failed, N skipped ».
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Le cœur ne dépend d'aucun fuseau : on le montre là où une heure d'été, un décalage négatif ou de onze heures trahirait une Date. */
const FUSEAUX = ['America/Cayenne', 'Pacific/Noumea', 'Indian/Reunion', 'UTC'];
const DU_COEUR = ['test/socle', 'test/outils', 'test/google/fonctions'];

const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
const jest = path.join('node_modules', 'jest', 'bin', 'jest.js');
const comptes = { passes: 0, rates: 0, ignores: 0 };
let code = 0;

const lance = (titre, fuseau, cibles, ...options) => {
  console.log(`\n== ${titre}`);
  const sortie = path.join(dossier, `${fuseau.replace('/', '-')}.json`);
  const { status } = spawnSync(process.execPath, [jest, '--json', `--outputFile=${sortie}`, ...options, ...cibles], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TZ: fuseau } });
  if (status !== 0) code = 1;
  const rapport = JSON.parse(readFileSync(sortie, 'utf8'));
  comptes.passes += rapport.numPassedTests;
  comptes.rates += rapport.numFailedTests + rapport.numRuntimeErrorTestSuites;
  comptes.ignores += rapport.numPendingTests;
};

try {
  // Une suite à la fois : plusieurs conduisent un navigateur. Celles des écritures et du cœur ne font que calculer, et prennent tous les cœurs.
  const tout = process.argv.length === 2;
  lance(tout ? 'Toutes les suites sauf les écritures (Europe/Paris)' : 'Suites choisies (Europe/Paris)', 'Europe/Paris', process.argv.slice(2), ...(tout ? ['--testPathIgnorePatterns=/test/ecriture/'] : []));
  if (tout) lance('Les écritures (Europe/Paris)', 'Europe/Paris', ['test/ecriture'], '--maxWorkers=100%');
  if (tout) for (const fuseau of FUSEAUX) lance(`Le cœur sous ${fuseau}`, fuseau, DU_COEUR, '--maxWorkers=100%');
} finally {
  rmSync(dossier, { recursive: true, force: true });
}
console.log(`\n${comptes.passes} passed, ${comptes.rates} failed, ${comptes.ignores} skipped`);
process.exitCode = comptes.rates > 0 ? 1 : code;
