// Compile le banc d'essai du volet et rend son JavaScript.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import { commun } from '../../../webpack.commun.mjs';

const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-banc-'));
const compilateur = webpack({ ...commun, target: 'web', entry: path.resolve(import.meta.dirname, 'banc.ts'), output: { path: dossier, filename: 'banc.js' } });
compilateur.run((cause, stats) => {
  try {
    if (cause !== null || stats.hasErrors()) throw cause ?? new Error(stats.toString('errors-only'));
    process.stdout.write(readFileSync(path.join(dossier, 'banc.js'), 'utf8'));
  } finally {
    rmSync(dossier, { recursive: true, force: true });
    compilateur.close(() => undefined);
  }
});
