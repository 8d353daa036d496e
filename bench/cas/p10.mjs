// P10 : le volet en un fichier : son poids, et dans un même Chromium, son premier affichage et le moment où il est prêt, contre une page d'une ligne.
/* global setTimeout, requestAnimationFrame */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { charge } from '../../webpack.catalogue.mjs';
import { juge, resume } from '../alterne.mjs';

export const titre = 'Le volet : poids, premier affichage, prêt';
const RACINE = path.resolve(import.meta.dirname, '../..');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const UNE_LIGNE = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Une ligne</title></head><body><p class="pret">Délais de réponse</p></body></html>';

/** Ce que le guichet répond à l'ouverture du registre d'exemple. */
const ouverture = async () => {
  const [{ repond }, { ouvreFichier }, { conduis }, { jourDe }] = await Promise.all(['src/guichet/index.ts', 'src/fichier/ouvre.ts', 'src/socle/suite.ts', 'src/socle/jours.ts'].map(charge));
  const classeur = ouvreFichier(new Uint8Array(readFileSync(path.join(RACINE, 'src/essai/registre-exemple.xlsx'))), 'x.xlsx');
  classeur.ecris([{ genre: 'memoriser', clef: 'volet', valeur: '{"v":1,"saisies":{"vu":"oui"}}' }]);
  return JSON.stringify(conduis(repond({ genre: 'ouvre' }, jourDe(2026, 11, 22)), classeur));
};

export const mesure = async ({ tours }) => {
  const volet = readFileSync(path.join(RACINE, 'dist/gas/volet.html'), 'utf8');
  const poids = juge('kilo-octets gzip, sur 25 + 3 par outil de plus (3)', [gzipSync(volet).length / 1000], 34);
  if (CHROMIUM === undefined) return { aa: 1, valable: true, mesures: [poids], manque: 'Chromium absent : affichage non mesuré' };
  const reponse = await ouverture();
  const navigateur = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
  try {
    const temps = async (html, pret) => {
      const page = await navigateur.newPage({ viewport: { width: 300, height: 760 } });
      await page.addInitScript((texte) => {
        const run = (fait) => ({ withSuccessHandler: (f) => run(f), withFailureHandler: () => run(fait), withUserObject: () => run(fait), demandeDuVolet: () => setTimeout(() => fait(texte), 0) });
        globalThis.google = { script: { run: run(() => undefined) } };
      }, reponse);
      await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
      await page.goto('http://volet.invalid/');
      await page.waitForSelector(pret);
      const lu = await page.evaluate(() => new Promise((fin) => requestAnimationFrame(() => setTimeout(() => fin({ vu: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now(), pret: performance.now() }), 0))));
      await page.close();
      return lu;
    };
    const lus = { ligne: [], nous: [], temoin: [] };
    for (let tour = -2; tour < Math.max(7, Math.round(tours / 3)); tour++) {
      const passage = { ligne: await temps(UNE_LIGNE, '.pret'), nous: await temps(volet, '.volet .taux'), temoin: await temps(UNE_LIGNE, '.pret') };
      if (tour >= 0) for (const nom of Object.keys(lus)) lus[nom].push(passage[nom]);
    }
    const part = (clef) => lus.nous.map((un, i) => un[clef] / lus.ligne[i][clef]);
    const aa = resume(lus.ligne.map((un, i) => lus.temoin[i].vu / un.vu)).ratio;
    return { aa, valable: aa >= 0.95 && aa <= 1.05, mesures: [poids, juge('premier affichage contre une page d’une ligne', part('vu'), 1.2), juge('prêt (taux affichés) contre une page d’une ligne', part('pret'), 2)], manque: 'React + Fluent v9 : pair absent des dépendances, non comparé' };
  } finally {
    await navigateur.close();
  }
};
