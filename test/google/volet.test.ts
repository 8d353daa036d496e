// Le vrai volet de Google Sheets (dist/gas/volet.html) dans Chromium, et derrière lui notre lot : chaque appel de google.script.run est une
// exécution neuve, avec les règles de Google sur ce qui passe.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM } from '../aides/navigateur';
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { nouveauDomaine } from '../hotes/google/domaine';
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

  test('Google ne répond pas : une phrase, pas une exception', async () => {
    const ouvert = await ouvre(tapeRegistre(new ClasseurGoogle()), 'PERMISSION_DENIED');
    await montre(ouvert.page, /un seul compte/);
    await ferme(ouvert);
  }, 60_000);
});
