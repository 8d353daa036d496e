// Ce que toutes nos constructions ont en commun : TypeScript et TSX traduits par swc, rien d'autre.
import path from 'node:path';

const swc = (parser, transform) => ({ loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript', ...parser }, target: 'es2020', ...transform } } });

export const commun = {
  mode: 'production',
  devtool: false,
  // Ses fichiers un à un : son paquet entier remplit une table au chargement (2 ms à chaque appel d'une fonction de Google Sheets).
  resolve: { extensions: ['.ts', '.tsx', '.js'], alias: { 'simple-statistics$': path.resolve(import.meta.dirname, 'node_modules/simple-statistics/index.js') } },
  module: {
    rules: [
      { test: /[\\/]simple-statistics[\\/]/, sideEffects: false },
      { test: /\.ts$/, use: swc({}, {}) },
      { test: /\.tsx$/, use: swc({ tsx: true }, { transform: { react: { runtime: 'automatic', importSource: 'preact' } } }) },
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
};
