// Refait les images du README et de la documentation depuis la page locale elle-même : elles ne peuvent pas vieillir seules.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const RACINE = path.resolve(import.meta.dirname, '..', '..');
const DOSSIER = path.join(RACINE, 'docs', 'images');
/** Le jour où l'on se place : les retards de l'exemple ne bougent pas d'une fabrication à l'autre. */
const JOUR = new Date('2026-11-22T10:00:00');

mkdirSync(DOSSIER, { recursive: true });
const serveur = spawn(process.execPath, [path.join(RACINE, 'dist', 'serveur', 'serveur.cjs')], { env: { ...process.env, PORT: '0' } });
const adresse = await new Promise((suite) => serveur.stdout.on('data', (texte) => /http:\S+/.exec(String(texte)) && suite(/http:\S+/.exec(String(texte))[0])));
const navigateur = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
try {
  const contexte = await navigateur.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR', colorScheme: 'light', reducedMotion: 'reduce' });
  await contexte.clock.setFixedTime(JOUR);
  const page = await contexte.newPage();
  const prise = async (nom) => {
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(DOSSIER, `page-${nom}.png`) });
  };
  const va = async (ou) => {
    await page.fill('.adresse', ou);
    await page.press('.adresse', 'Enter');
    await page.focus('[role=grid]');
  };
  await page.goto(adresse);
  await page.click('.volet .bouton:has-text("Voir mes résultats")');
  await page.waitForSelector('.volet h2');
  await prise('registre');

  await page.click('.volet .alerte:has-text("à vérifier")');
  await page.click('.volet button:has-text("Aller à") >> nth=0');
  await prise('doute');
  await page.click('.volet .retour');

  await va('C27');
  await page.keyboard.type('=TAUX_REPONSE(B7:B22;F7:F22;15;AUJOURDHUI())');
  await page.keyboard.press('Enter');
  await va('C27');
  await prise('formule');

  await page.click('.volet .bouton:has-text("Onglet Résultats")');
  await page.waitForSelector('[role=tab][aria-selected=true]:has-text("Résultats")');
  await prise('resultats');
  await page.locator('.classeur .grille').evaluate((boite) => (boite.scrollTop = 640));
  await prise('graphiques');
} finally {
  await navigateur.close();
  serveur.kill();
}
