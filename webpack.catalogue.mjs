// Le registre, lu par la chaîne de fabrication : functions.json, les fonctions d'Apps Script et la référence se tirent des définitions elles-mêmes.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import webpack from 'webpack';

/** Compile un module du cœur et rend ce qu'il exporte. @param entree chemin depuis la racine du dépôt */
export const charge = (entree) =>
  new Promise((resolve, reject) => {
    const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-catalogue-'));
    const compilateur = webpack({
      mode: 'none',
      devtool: false,
      target: 'node20',
      entry: path.resolve(import.meta.dirname, entree),
      output: { path: dossier, filename: 'catalogue.cjs', library: { type: 'commonjs2' } },
      resolve: { extensions: ['.ts', '.js'] },
      module: { rules: [{ test: /\.ts$/, loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2020' } } }] },
    });
    compilateur.run((cause, stats) => {
      compilateur.close(() => {
        try {
          if (cause) throw cause;
          if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
          resolve(createRequire(import.meta.url)(path.join(dossier, 'catalogue.cjs')));
        } catch (echec) {
          reject(echec);
        } finally {
          rmSync(dossier, { recursive: true, force: true });
        }
      });
    });
  });
