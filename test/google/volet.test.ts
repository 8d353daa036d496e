// Le vrai volet de Google Sheets (dist/gas/volet.html) dans Chromium, et derrière lui notre lot : chaque appel de google.script.run est une
// exécution neuve, avec les règles de Google sur ce qui passe.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM } from '../aides/navigateur';
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { nouveauDomaine } from '../hotes/google/domaine';
import { devient } from '../aides/devient';
import { placeDe } from '../../src/outils/plan-actions/feuille-fiche';
import { clef } from '../hotes/classeur-memoire';
import { tapePlan } from '../outils/plan-de-valombre';
import { enMemoire, GARDES, parcoursRgpd, toutDe, TUS } from '../enquetes/parcours';
import { tapeRegistre } from './registre';

const HTML = readFileSync(path.join(__dirname, '..', '..', 'dist', 'gas', 'volet.html'), 'utf8');
const APPELABLES = ['demandeDuVolet', 'vaDuVolet', 'insereDuVolet'];

/** google.script.run tel que Google le documente : rien d'autre que des valeurs simples, un rappel de succès, un d'échec. */
const cale = (): void => {
  type Rappel = (valeur: unknown) => void;
  const verifie = (valeur: unknown): void => {
    if (valeur === null || ['string', 'number', 'boolean'].includes(typeof valeur)) return;
    if (typeof valeur !== 'object' || valeur instanceof Date) throw new TypeError('Failed due to illegal value in property');
    Object.values(valeur).forEach(verifie);
  };
  const lanceur = (succes?: Rappel, echec?: Rappel): unknown =>
    new Proxy({}, {
      get: (_, nom: string) => {
        if (nom === 'withSuccessHandler') return (rappel: Rappel) => lanceur(rappel, echec);
        if (nom === 'withFailureHandler') return (rappel: Rappel) => lanceur(succes, rappel);
        return (...args: unknown[]) => {
          args.forEach(verifie);
          void (globalThis as unknown as { appelleGoogle(n: string, a: string): Promise<string> }).appelleGoogle(nom, JSON.stringify(args)).then((texte) => {
            const { rendu, leve } = JSON.parse(texte) as { rendu?: unknown; leve?: string };
            if (leve === undefined) succes?.(rendu ?? null);
            else if (echec) echec(new Error(leve));
            else throw new Error(leve);
          });
        };
      },
    });
  Object.assign(globalThis, { google: { script: { run: lanceur() } } });
};

type Ouvert = { readonly page: Page; readonly c: ClasseurGoogle; readonly appels: string[]; readonly fautes: string[]; panne: string | null };

const scene = CHROMIUM === null ? describe.skip : describe;

scene('le volet de Google Sheets', () => {
  let navigateur: Browser;
  beforeAll(async () => {
    navigateur = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
  }, 60_000);
  afterAll(() => navigateur?.close());

  const ouvre = async (c: ClasseurGoogle, panne: string | null = null): Promise<Ouvert> => {
    // La barre latérale de Google fait 300 pixels de large, et l'on n'y peut rien.
    const contexte = await navigateur.newContext({ viewport: { width: 300, height: 800 }, locale: 'fr-FR' });
    const page = await contexte.newPage();
    const soi: Ouvert = { page, c, appels: [], fautes: [], panne };
    page.on('pageerror', (cause) => soi.fautes.push(cause.message));
    page.on('console', (message) => message.type() === 'error' && soi.fautes.push(message.text()));
    page.on('request', (requete) => !requete.url().startsWith('https://volet.exemple/') && soi.fautes.push(`requête : ${requete.url()}`));
    await page.route('https://volet.exemple/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: HTML }));
    await page.exposeFunction('appelleGoogle', (nom: string, args: string): string => {
      soi.appels.push(`${nom} ${args}`);
      if (soi.panne !== null) return JSON.stringify({ leve: soi.panne });
      if (!APPELABLES.includes(nom)) return JSON.stringify({ leve: `Script function not found: ${nom}` });
      try {
        const rendu = nouveauDomaine(c).appelle(nom, ...(JSON.parse(args) as unknown[]));
        if (typeof rendu !== 'string') throw new Error('seule une chaîne passe');
        return JSON.stringify({ rendu });
      } catch (cause) {
        return JSON.stringify({ leve: String(cause) });
      }
    });
    await page.addInitScript(cale);
    await page.goto('https://volet.exemple/');
    return soi;
  };
  const ferme = async ({ page, fautes }: Ouvert): Promise<void> => {
    expect(fautes).toEqual([]);
    await page.context().close();
  };
  /** Le texte de la page, espaces insécables comprises comme des espaces. */
  const texte = async (page: Page): Promise<string> => (await page.locator('body').innerText()).replace(/[\u00a0\u202f]/g, ' ');
  const montre = (page: Page, motif: RegExp): Promise<void> => page.getByText(motif).first().waitFor({ timeout: 20_000 });

  test('s’ouvre en un aller-retour sur le registre reconnu, puis montre les taux', async () => {
    const ouvert = await ouvre(tapeRegistre(new ClasseurGoogle(), 30));
    await montre(ouvert.page, /Feuille reconnue/);
    expect(ouvert.appels.map((appel) => appel.split(' ')[0])).toEqual(['demandeDuVolet']);
    await ouvert.page.getByRole('button', { name: 'Voir mes résultats' }).click();
    await ouvert.page.waitForFunction('/[0-9]\\s*%/.test(document.body.innerText)', undefined, { timeout: 20_000 });
    expect(await texte(ouvert.page)).toMatch(/\d+(,\d)? %/);
    expect(await ouvert.page.evaluate(() => (globalThis as unknown as { document: { documentElement: { scrollWidth: number } } }).document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    if (process.env['IMAGE']) await ouvert.page.screenshot({ path: process.env['IMAGE'] });
    await ferme(ouvert);
  }, 60_000);

  const entre = async (page: Page): Promise<void> => {
    await montre(page, /Feuille reconnue|feuilles reconnues/);
    await page.getByRole('button', { name: 'Voir mes résultats' }).click();
    await page.getByRole('tab', { name: 'Délais' }).waitFor();
  };

  test('« Onglet Résultats » d’un clic : écrit, montré, à jour au second passage', async () => {
    const ouvert = await ouvre(tapeRegistre(new ClasseurGoogle(), 30));
    await entre(ouvert.page);
    await ouvert.page.getByRole('button', { name: 'Onglet Résultats', exact: true }).click();
    await montre(ouvert.page, /L’onglet «\sRésultats\s» est créé/);
    expect(ouvert.c.vue(ouvert.c.active!).nom).toBe('Résultats');
    await ouvert.page.getByRole('button', { name: 'Onglet Résultats', exact: true }).click();
    await montre(ouvert.page, /déjà à jour/);
    await ferme(ouvert);
  }, 60_000);

  test('ce qu’une personne a changé dans « Résultats » : l’aperçu demande, la copie est faite', async () => {
    const ouvert = await ouvre(tapeRegistre(new ClasseurGoogle(), 30));
    await entre(ouvert.page);
    await ouvert.page.getByRole('button', { name: 'Onglet Résultats', exact: true }).click();
    await montre(ouvert.page, /L’onglet «\sRésultats\s» est créé/);
    ouvert.c.tape('Résultats', 8, 1, 'à moi');
    await ouvert.page.getByRole('button', { name: 'Onglet Résultats', exact: true }).click();
    await montre(ouvert.page, /sera d’abord copié dans un onglet/);
    await ouvert.page.locator('.bouton.premier').click();
    await montre(ouvert.page, /est copié dans «\sSauvegarde Résultats\s»/);
    expect(ouvert.c.feuilles.map(({ nom }) => nom)).toContain('Sauvegarde Résultats');
    await ferme(ouvert);
  }, 60_000);

  test('retards et doutes se parcourent, et « Aller à » montre la cellule', async () => {
    const ouvert = await ouvre(tapeRegistre(new ClasseurGoogle(), 30));
    await entre(ouvert.page);
    await ouvert.page.getByRole('button', { name: /en retard/ }).first().click();
    await ouvert.page.getByRole('button', { name: /^Aller à la ligne/ }).first().click();
    await devient(() => Promise.resolve(/^vaDuVolet \["Suivi!/.test(ouvert.appels.at(-1) ?? '')), true);
    await ferme(ouvert);
  }, 60_000);

  test('un réglage se retient dans le classeur, et la réouverture le garde', async () => {
    const c = tapeRegistre(new ClasseurGoogle(), 30);
    const ouvert = await ouvre(c);
    await entre(ouvert.page);
    await ouvert.page.getByRole('button', { name: 'Réglages' }).click();
    await ouvert.page.locator('summary', { hasText: 'Cibles' }).click();
    await ouvert.page.getByLabel('Cibles des taux').fill('8=20;15=80');
    await ouvert.page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await montre(ouvert.page, /cible 20\s%/);
    await ferme(ouvert);
    const second = await ouvre(c);
    await montre(second.page, /cible 20\s%/);
    await ferme(second);
  }, 60_000);

  test('une ligne du plan choisie, sa fiche ; remplie, enregistrée dans le plan', async () => {
    const c = tapePlan(new ClasseurGoogle());
    const objectif = placeDe('objectif');
    const UNE = 'Fiche n° 2026-01';
    c.ecran.cellule = { feuille: 'Plan', ligne: 2, colonne: 2 };
    const ouvert = await ouvre(c);
    await entre(ouvert.page);
    await ouvert.page.getByRole('button', { name: 'Fiche de la ligne choisie', exact: true }).click();
    await montre(ouvert.page, /est créé/);
    c.tape(UNE, objectif.ligne, objectif.colonne, 'Diviser les appels par deux');
    c.ecran.cellule = { feuille: UNE, ligne: 1, colonne: 1 };
    await ouvert.page.locator('.bouton', { hasText: 'Enregistrer l’action' }).first().click();
    await montre(ouvert.page, /est à jour dans «\sPlan\s»/);
    expect(c.trouve('Plan')!.cases.get(clef(2, 6))!.v).toBe('Diviser les appels par deux');
    await ferme(ouvert);
  }, 60_000);

  test('une enquête qualifiée, ses preuves lues, sa mention faite, ses données effacées : introuvables dans le classeur', async () => {
    const c = enMemoire(new ClasseurGoogle());
    const ouvert = await ouvre(c);
    await parcoursRgpd(ouvert.page);
    const tout = toutDe(c);
    expect(TUS.filter((mot) => tout.includes(mot))).toEqual([]);
    expect(GARDES.filter((mot) => !tout.includes(mot))).toEqual([]);
    await ferme(ouvert);
  }, 90_000);

  test('Google ne répond pas : une phrase, pas une exception', async () => {
    const ouvert = await ouvre(tapeRegistre(new ClasseurGoogle()), 'PERMISSION_DENIED');
    await montre(ouvert.page, /un seul compte/);
    await ferme(ouvert);
  }, 60_000);
});
