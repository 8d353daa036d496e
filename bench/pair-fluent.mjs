// Le volet écrit avec React et Fluent v9, en un seul fichier HTML comme le nôtre. null si le pair n'est pas installé.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import webpack from 'webpack';

export const PAIRS = path.resolve(import.meta.dirname, 'pairs');
export const COMMENT_INSTALLER = 'npm ci --prefix bench/pairs';

/** Le texte de la page, compilé comme le nôtre (production, es2020) ; null si le pair manque. */
export const voletFluent = async () => {
  if (!existsSync(path.join(PAIRS, 'node_modules/@fluentui/react-components'))) return null;
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-pair-'));
  try {
    await new Promise((fait, echoue) => {
      const compilateur = webpack({ mode: 'production', devtool: false, target: ['web', 'es2020'], context: PAIRS, entry: './volet.js', output: { path: dossier, filename: 'volet.js' }, performance: false });
      compilateur.run((cause, stats) => compilateur.close(() => (cause || stats.hasErrors() ? echoue(cause ?? new Error(stats.toString('errors-only'))) : fait())));
    });
    const js = readFileSync(path.join(dossier, 'volet.js'), 'utf8').replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
    return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Pair</title></head><body><div id="volet"><p>Lecture du classeur…</p></div><script>${js}</script></body></html>`;
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
};
