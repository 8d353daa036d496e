// Fabrique la page locale (dist/page) et le petit serveur qui la montre (dist/serveur) : trois fichiers, rien d'extérieur.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import webpack from 'webpack';

/** La feuille de style de la page, telle quelle. */
const styles = {
  apply: (compilateur) =>
    compilateur.hooks.thisCompilation.tap('styles', (compilation) =>
      compilation.hooks.processAssets.tap({ name: 'styles', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () =>
        compilation.emitAsset('page.css', new webpack.sources.RawSource(readFileSync('src/essai/vue/page.css', 'utf8'))),
      ),
    ),
};

export const page = (commun, sortie) => [
  {
    ...commun,
    name: 'page',
    target: ['web', 'es2022'],
    entry: { page: './src/essai/page.tsx' },
    output: { path: path.resolve(sortie, 'page'), filename: '[name].js', clean: true },
    module: { rules: [...commun.module.rules, { test: /\.xlsx$/, type: 'asset/inline' }] },
    plugins: [new HtmlWebpackPlugin({ template: 'src/essai/index.html', minify: false, scriptLoading: 'defer' }), styles],
  },
  {
    ...commun,
    name: 'serveur',
    target: 'node20',
    node: { __dirname: false },
    entry: { serveur: './src/essai/node/serveur.ts' },
    output: { path: path.resolve(sortie, 'serveur'), filename: '[name].cjs', clean: true },
    optimization: { minimize: false },
  },
];
