// Compile ce qui existe : la ligne de commande (Node). Le volet, Excel et Google auront chacun leur entrée ici.
import path from 'node:path';
import webpack from 'webpack';
import { commun } from './webpack.commun.mjs';
import { lotExcel } from './webpack.excel.mjs';
import { lotGoogle } from './webpack.gas.mjs';
import { page } from './webpack.page.mjs';
import { voletGoogle } from './webpack.volet.mjs';
import { ecrisSbom } from './webpack.sbom.mjs';

/** `--env sortie=<dossier>` compile ailleurs que dans dist ; `--env adresse=https://…` dit où les fichiers d'Excel seront servis. */
export default async ({ sortie = 'dist', adresse } = {}) => [
  {
    ...commun,
    name: 'ligne-de-commande',
    target: 'node20',
    entry: { 'classeur-plus': './src/fichier/node/classeur-plus.ts' },
    output: { path: path.resolve(sortie, 'ligne-de-commande'), filename: '[name].cjs', clean: true },
    optimization: { minimize: false },
    plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, test: /\.cjs$/ }), ecrisSbom('../sbom.json')],
  },
  await lotExcel(commun, sortie, adresse),
  await lotGoogle(commun, sortie),
  voletGoogle(commun, sortie),
  ...page(commun, sortie),
];
