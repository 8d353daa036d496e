// Le registre, lu par la chaîne de fabrication : functions.json, les fonctions d'Apps Script et la référence se tirent des définitions elles-mêmes.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import webpack from 'webpack';

/** Les modules d'une compilation : leur fichier depuis la racine du dépôt, et ce que chacun exporte. */
const modulesDe = ({ modules, moduleGraph }) =>
  [...modules].flatMap((module) => (module.resource ? [{ fichier: path.relative(import.meta.dirname, module.resource).split(path.sep).join('/'), exports: moduleGraph.getProvidedExports(module) ?? [] }] : []));

/** Compile un module du cœur ; rend ce qu'il exporte, et où chaque chose est définie. @param entree chemin depuis la racine du dépôt */
export const compile = (entree) =>
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
          resolve({ exports: createRequire(import.meta.url)(path.join(dossier, 'catalogue.cjs')), modules: modulesDe(stats.compilation) });
        } catch (echec) {
          reject(echec);
        } finally {
          rmSync(dossier, { recursive: true, force: true });
        }
      });
    });
  });

/** Compile un module du cœur et rend ce qu'il exporte. @param entree chemin depuis la racine du dépôt */
export const charge = async (entree) => (await compile(entree)).exports;
