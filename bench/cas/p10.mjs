// P10 : le volet en un fichier : son poids, et dans un même Chromium, son premier affichage et le moment où il est prêt, contre une page d'une ligne
// et contre le même écran écrit avec React et Fluent v9.
/* global setTimeout, requestAnimationFrame, document */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { charge } from '../../webpack.catalogue.mjs';
import { juge, resume } from '../alterne.mjs';
import { COMMENT_INSTALLER, voletFluent } from '../pair-fluent.mjs';

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

const valable = (aa) => aa >= 0.95 && aa <= 1.05;

export const mesure = async ({ tours }) => {
  const volet = readFileSync(path.join(RACINE, 'dist/gas/volet.html'), 'utf8');
  const poids = juge('kilo-octets gzip, sur 25 + 3 par outil de plus (5)', [gzipSync(volet).length / 1000], 40);
  if (CHROMIUM === undefined) return { aa: 1, valable: true, mesures: [poids], manque: 'Chromium absent : affichage non mesuré' };
  const [reponse, fluent] = [await ouverture(), await voletFluent()];
  const navigateur = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
  try {
    const temps = async (html, pret) => {
      const page = await navigateur.newPage({ viewport: { width: 300, height: 760 } });
      await page.addInitScript(([texte, attendu]) => {
        // « Prêt » : l'image où ce qui est attendu se peint, notée par la page elle-même ; l'échange avec le banc n'y compte pas.
        const guette = () => (document.querySelector(attendu) === null ? requestAnimationFrame(guette) : requestAnimationFrame(() => { globalThis.pret = performance.now(); }));
        requestAnimationFrame(guette);
        const run = (fait) => ({ withSuccessHandler: (f) => run(f), withFailureHandler: () => run(fait), withUserObject: () => run(fait), demandeDuVolet: () => setTimeout(() => fait(texte), 0) });
        globalThis.google = { script: { run: run(() => undefined) } };
      }, [reponse, pret]);
      await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
      await page.goto('http://volet.invalid/');
      await page.waitForFunction(() => globalThis.pret !== undefined && performance.getEntriesByName('first-contentful-paint').length > 0);
      const lu = await page.evaluate(() => ({ vu: performance.getEntriesByName('first-contentful-paint')[0].startTime, pret: globalThis.pret }));
      await page.close();
      // Ce que la page laisse à ramasser ne se paie pas dans la mesure suivante.
      await new Promise((fin) => setTimeout(fin, 60));
      return lu;
    };
    const pages = { ligne: [UNE_LIGNE, '.pret'], nous: [volet, '.volet .taux'], temoin: [UNE_LIGNE, '.pret'], fluent: [fluent, '.volet .taux'] };
    const lus = { ligne: [], nous: [], temoin: [], ...(fluent === null ? {} : { fluent: [] }) };
    for (let tour = -2; tour < Math.max(7, Math.round(tours / 3)); tour++) {
      const passage = {};
      const noms = Object.keys(lus);
      for (const nom of tour % 2 === 0 ? noms : noms.reverse()) passage[nom] = await temps(...pages[nom]);
      if (tour >= 0) for (const nom of Object.keys(lus)) lus[nom].push(passage[nom]);
    }
    if (process.env.VOIR) for (const nom of Object.keys(lus)) console.log(nom, resume(lus[nom].map((x) => x.vu)), resume(lus[nom].map((x) => x.pret)));
    const part = (clef) => lus.nous.map((un, i) => un[clef] / lus.ligne[i][clef]);
    const aa = resume(lus.ligne.map((un, i) => lus.temoin[i].vu / un.vu)).ratio;
    const mesures = [poids, juge('premier affichage contre une page d’une ligne', part('vu'), 1.2), juge('prêt (taux affichés) contre une page d’une ligne', part('pret'), 2)];
    if (fluent === null) return { aa, valable: valable(aa), mesures, manque: `React + Fluent v9 non comparé : installez le pair (${COMMENT_INSTALLER})` };
    const fois = (clef) => lus.fluent.map((eux, i) => eux[clef] / lus.nous[i][clef]);
    mesures.push(juge('fois plus tôt prêt que React + Fluent v9', fois('pret'), 2, 'au-moins'), juge('fois plus léger (gzip) que React + Fluent v9', [gzipSync(fluent).length / gzipSync(volet).length], 2, 'au-moins'));
    return { aa, valable: valable(aa), mesures };
  } finally {
    await navigateur.close();
  }
};
