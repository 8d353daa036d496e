// Ce que clasp enverrait : nos trois fichiers, et rien d'autre.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const RACINE = path.join(__dirname, '..', '..');
const exemple = JSON.parse(readFileSync(path.join(RACINE, '.clasp.json.exemple'), 'utf8')) as { rootDir: string; scriptId: string };

test('clasp show-file-status : code.js, volet.html et le manifeste', () => {
  const projet = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-clasp-'));
  try {
    writeFileSync(path.join(projet, '.clasp.json'), JSON.stringify(exemple));
    cpSync(path.join(RACINE, 'dist', 'gas'), path.join(projet, exemple.rootDir), { recursive: true });
    const { stdout } = spawnSync(process.execPath, [path.join(RACINE, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js'), 'show-file-status', '--json'], { cwd: projet, encoding: 'utf8' });
    const statut = JSON.parse(stdout) as { filesToPush: string[]; untrackedFiles: string[] };
    expect(statut.filesToPush.map((nom) => path.posix.basename(nom)).sort()).toEqual(['appsscript.json', 'code.js', 'volet.html']);
    expect(statut.untrackedFiles.filter((nom) => nom.startsWith('dist'))).toEqual([]);
  } finally {
    rmSync(projet, { recursive: true, force: true });
  }
}, 60_000);

test('l’exemple ne désigne aucun vrai script, et dist/gas', () => {
  expect(exemple).toEqual({ scriptId: expect.stringMatching(/^COLLEZ-ICI/) as string, rootDir: 'dist/gas' });
});
