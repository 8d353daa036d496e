// Un vrai Chromium pour le volet : une page sous la politique de sécurité la plus stricte, qui note tout ce qui en sort.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import type { Plage } from '../../src/socle/cellule';

/** Où ranger une image de chaque état ; voir images.mjs. */
export const IMAGES = process.env['IMAGES'];
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((chemin) => existsSync(chemin)) ?? null;
const ORIGINE = 'http://volet.invalid';
const CSP = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";
const HTML = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Classeur+</title></head><body><div id="volet"></div><script src="/banc.js"></script></body></html>';
/** La page qui accueille donne sa hauteur au volet. */
const PLEIN = 'html,body,#volet{margin:0;height:100%}';

type Options = { readonly peau?: 'excel' | 'sheets'; readonly theme?: 'clair' | 'sombre'; readonly lectureSeule?: boolean; readonly lenteur?: number; readonly panne?: number; readonly aujourdhui?: string };

export type Banc = {
  readonly page: Page;
  /** Ce que la page a tenté de charger, de dire ou d'exécuter de trop. */
  readonly fuites: string[];
  ouvre(octets: Uint8Array, options?: Options, nom?: string): Promise<void>;
  remonte(options?: Options): Promise<void>;
  octets(): Promise<Uint8Array>;
  /** Ce que le volet a demandé à la page : « va Suivi!C37 », « insere =… ». */
  appels(): Promise<string[]>;
  /** Attend que plus rien ne soit en cours. */
  repos(): Promise<void>;
  /** Passe le premier accueil. */
  entre(): Promise<void>;
};

export const compile = (): string => execFileSync(process.execPath, [path.join(__dirname, 'banc', 'construis.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26 });

export const lance = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });

/** Ouvre une page vide servie sans réseau. @param html la page, @param csp sa politique, @param js ce que rend /banc.js */
export const nouvellePage = async (navigateur: Browser, html: string, csp: string, js: string): Promise<{ page: Page; fuites: string[] }> => {
  const page = await navigateur.newPage({ viewport: { width: 350, height: 760 } });
  const fuites: string[] = [];
  page.on('dialog', (dialogue) => {
    fuites.push(`dialogue : ${dialogue.message()}`);
    void dialogue.dismiss();
  });
  page.on('pageerror', (erreur) => fuites.push(`erreur : ${erreur.message}`));
  page.on('console', (message) => message.type() === 'error' && fuites.push(`console : ${message.text()}`));
  await page.route('**/*', (route) => {
    const adresse = route.request().url();
    if (adresse === `${ORIGINE}/`) return route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': csp }, body: html });
    if (adresse === `${ORIGINE}/banc.js`) return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: js });
    if (adresse === `${ORIGINE}/favicon.ico`) return route.abort();
    fuites.push(`requête : ${adresse}`);
    return route.abort();
  });
  await page.addInitScript(axe.source);
  await page.addInitScript((css) => {
    const feuille = new CSSStyleSheet();
    feuille.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, feuille];
  }, PLEIN);
  await page.goto(`${ORIGINE}/`);
  return { page, fuites };
};

type BancDePage = { ouvre(base64: string, nom: string, options: Options): void; remonte(options: Options): void; octets(): string; readonly appels: string[] };
declare const banc: BancDePage;

export const ouvreBanc = async (navigateur: Browser, js: string): Promise<Banc> => {
  const { page, fuites } = await nouvellePage(navigateur, HTML, CSP, js);
  const repos = async (): Promise<void> => {
    await page.waitForFunction(() => document.querySelector('#volet h1, #volet [role=alert]') !== null && document.querySelector('#volet [aria-busy]') === null && document.querySelector('#volet [data-occupe=oui]') === null);
  };
  return {
    page, fuites, repos,
    ouvre: async (octets, options = {}, nom = 'suivi.xlsx') => {
      await page.evaluate(([base64, n, o]) => banc.ouvre(base64, n, o), [Buffer.from(octets).toString('base64'), nom, options] as const);
      await repos();
    },
    remonte: async (options = {}) => {
      await page.evaluate((o) => banc.remonte(o), options);
      await repos();
    },
    octets: async () => Buffer.from(await page.evaluate(() => banc.octets()), 'base64'),
    appels: () => page.evaluate(() => [...banc.appels]),
    entre: async () => {
      await page.getByRole('button', { name: 'Voir mes résultats' }).click();
      await page.getByRole('tablist').waitFor();
      await repos();
    },
  };
};

export const exemple = (): Uint8Array => readFileSync(path.join(__dirname, '../../src/essai/registre-exemple.xlsx'));
export const enquete = (): Uint8Array => readFileSync(path.join(__dirname, '../enquetes/satisfaction.xlsx'));
export const grille = (): Uint8Array => readFileSync(path.join(__dirname, '../grilles/g01-officielle.xlsx'));
export const enDesordre = (nom: string): Uint8Array => readFileSync(path.join(__dirname, '../classeurs', nom));
export const classeur = (plage: Plage, nom = 'Suivi'): Uint8Array => nouveauXlsx([{ nom, plage }]);
