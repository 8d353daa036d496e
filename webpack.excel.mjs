// Le lot Excel : des fichiers statiques à héberger. functions.json, l'aide et le manifeste se tirent du registre et de l'adresse donnée.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';
import { charge } from './webpack.catalogue.mjs';
import { verifieEnsembles } from './webpack.ensembles.mjs';
import { pageAide } from './addin/aide.mjs';

/** Celle du manifeste, pour le développement. */
const LOCALE = 'https://localhost:3000';
const ICONES = path.resolve(import.meta.dirname, 'addin/icones');

/** @throws Error une adresse qu'Office refuserait : il n'accepte que https */
export const adresseValide = (adresse) => {
  const url = URL.canParse(adresse) ? new URL(adresse) : null;
  if (url?.protocol !== 'https:' || url.search || url.hash || url.username) throw new Error(`« ${adresse} » ne convient pas : donnez une adresse https, sans question ni ancre, par exemple https://outils.ma-collectivite.fr/classeur-plus`);
  return adresse.replace(/\/+$/, '');
};

const emets = (fichiers) => ({
  apply: (compilateur) => compilateur.hooks.thisCompilation.tap('excel', (compilation) =>
    compilation.hooks.processAssets.tap({ name: 'excel', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
      for (const [nom, contenu] of Object.entries(fichiers)) compilation.emitAsset(nom, new webpack.sources.RawSource(contenu));
    })),
});

/** @param commun ce que tous les lots partagent @param sortie le dossier de fabrication @param adresse où les fichiers seront servis */
export const lotExcel = async (commun, sortie, adresse = LOCALE) => {
  const base = adresseValide(adresse);
  const { listeFonctions, outils } = await charge('addin/liste-fonctions.ts');
  const lis = (nom) => readFileSync(path.resolve(import.meta.dirname, nom), 'utf8');
  return {
    ...commun,
    name: 'excel',
    target: ['web', 'es2020'],
    entry: { fonctions: './addin/fonctions.ts', garde: './addin/garde.ts', volet: './addin/volet.ts' },
    output: { path: path.resolve(sortie, 'excel'), filename: '[name].js', clean: true },
    plugins: [
      verifieEnsembles,
      emets({
        'functions.json': `${JSON.stringify(listeFonctions(base), null, 2)}\n`,
        'volet.html': lis('addin/volet.html'),
        'volet.css': lis('addin/volet.css'),
        'aide.html': pageAide(outils, lis('package.json')),
        'manifest.xml': lis('manifest.xml').replaceAll(LOCALE, base),
        ...Object.fromEntries(readdirSync(ICONES).filter((nom) => nom.endsWith('.png')).map((nom) => [`icones/${nom}`, readFileSync(path.join(ICONES, nom))])),
      }),
    ],
  };
};
