// La page locale avec un registre de 100 000 lignes : ce qui compte est qu'elle ne se fige pas, donc la plus longue tâche d'affilée de chaque geste.
/* global setTimeout, document, PerformanceObserver */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { juge } from '../alterne.mjs';
import { fabriqueRegistre } from '../registre.mjs';

export const titre = 'La page locale, 100 000 lignes : jamais figée';
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const FIGEE = 0.5;

const sers = () => new Promise((fait) => {
  const serveur = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../dist/serveur/serveur.cjs')], { env: { ...process.env, PORT: '0' } });
  serveur.stdout.on('data', (texte) => {
    const adresse = /http:\S+/.exec(String(texte))?.[0];
    if (adresse) fait({ serveur, adresse });
  });
});

/** Un passage : par geste, sa durée et sa plus longue tâche, en secondes. */
const passage = async (navigateur, adresse, fichier) => {
  const page = await navigateur.newPage({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  try {
    await page.goto(adresse);
    await page.waitForSelector('[role=grid]');
    await page.evaluate(() => {
      globalThis.longues = [];
      new PerformanceObserver((liste) => globalThis.longues.push(...liste.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
    });
    const mesures = {};
    const geste = async (nom, fait) => {
      await page.evaluate(() => (globalThis.longues = []));
      const debut = performance.now();
      await fait();
      const duree = (performance.now() - debut) / 1000;
      // Les tâches longues sont rapportées après coup.
      await new Promise((fin) => setTimeout(fin, 300));
      mesures[nom] = { duree, longue: Math.max(0, ...(await page.evaluate(() => globalThis.longues))) / 1000 };
    };
    const resultats = page.getByRole('button', { name: 'Onglet Résultats', exact: true });
    const accueil = page.getByRole('button', { name: 'Voir mes résultats' });
    await geste('ouvrir', async () => {
      await page.setInputFiles('input[type=file]', fichier);
      await page.waitForFunction((nom) => document.querySelector('.fichier')?.textContent?.startsWith(nom) && document.querySelector('[role=grid]'), path.basename(fichier), { timeout: 60_000 });
    });
    await geste('analyser', async () => {
      await accueil.or(resultats).first().waitFor({ timeout: 60_000 });
      if (await accueil.isVisible()) await accueil.click();
      await resultats.waitFor({ timeout: 60_000 });
    });
    await geste('défiler', async () => {
      await page.focus('[role=grid]');
      for (let k = 0; k < 40; k++) await page.keyboard.press('PageDown');
    });
    await geste('écrire « Résultats »', async () => {
      await resultats.click();
      await page.getByText('est créé').first().waitFor({ timeout: 60_000 });
    });
    await geste('enregistrer une copie', async () => {
      const [copie] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.getByRole('button', { name: 'Enregistrer une copie' }).click()]);
      await copie.path();
    });
    return mesures;
  } finally {
    await page.close();
  }
};

export const mesure = async () => {
  if (CHROMIUM === undefined) return { aa: 1, valable: true, mesures: [], manque: 'Chromium absent : page non mesurée' };
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-page-'));
  const navigateur = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
  const { serveur, adresse } = await sers();
  try {
    const fichier = path.join(dossier, 'registre.xlsx');
    await fabriqueRegistre(fichier, 100_000);
    const tours = [];
    for (let tour = 0; tour < 3; tour++) tours.push(await passage(navigateur, adresse, fichier));
    const mesures = Object.keys(tours[0]).map((nom) => juge(`${nom} : plus longue tâche d’affilée, en secondes (durée ${tours.map((t) => t[nom].duree.toFixed(1).replace('.', ',')).join(' ; ')} s)`, tours.map((t) => t[nom].longue), FIGEE));
    return { aa: 1, valable: true, mesures };
  } finally {
    serveur.kill();
    await navigateur.close();
    rmSync(dossier, { recursive: true, force: true });
  }
};
