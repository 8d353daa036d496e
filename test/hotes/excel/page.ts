/// <reference lib="dom" />
// Une page d'Excel pour Windows dans Chromium : la page construite et office.js tels quels ; seule la frontière (`window.external`) est à nous.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { lettres } from '../../../src/socle/cellule';
import { cherche } from '../../aides/programmes';
import { BIBLIOTHEQUE } from './client';
import type { Serveur } from './serveur';
import type { Rendu } from './services';

const DIST = path.join(__dirname, '..', '..', '..', 'dist', 'excel');
const SITE = 'https://localhost:3000';
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.png': 'image/png', '.css': 'text/css' };

/** office.js essaie de lire un jeton (l'identifiant de la personne, pour sa télémesure) ; notre page le refuse, il le prévoit et continue. */
const JETON = /^This document requires 'TrustedHTML' assignment and the 'default' policy failed to execute/;

export type Bureau = {
  readonly page: Page;
  /** Les adresses demandées hors du site et de la bibliothèque de Microsoft : doit rester vide. */
  readonly dehors: string[];
  /** Les changements dont Excel a prévenu la page, dans l'ordre : « ThisLocalAddin Résultats!A1 ». */
  readonly prevenus: string[];
  /** Erreurs de la page et refus de sa politique de sécurité. */
  readonly erreurs: string[];
  ferme(): Promise<void>;
};

/** Ce qu'Excel pour Windows montre à la page. S'exécute dans la page, avant elle. */
const frontiere = ({ matrice, reglages }: { matrice: Record<string, string>; reglages: Record<string, string> }): void => {
  const w = window as unknown as Record<string, unknown> & { __hote(texte: string): Promise<string> };
  const tableau = (valeurs: unknown[]): unknown => ({ toArray: () => valeurs, dimensions: () => 1 });
  const gestionnaires: Record<number, (id: number, args: unknown) => void> = {};
  const contexte: Record<string, () => unknown> = {
    GetAppType: () => 1, GetSolutionRef: () => 'classeur-plus', GetAppVersionMajor: () => 16, GetAppVersionMinor: () => 1, GetAppUILocale: () => 'fr-FR', GetAppDataLocale: () => 'fr-FR', GetDocUrl: () => 'C:\\registre.xlsx',
    GetAppCapabilities: () => 0, GetActivationMode: () => 1, GetControlIntegrationLevel: () => 1, GetSolutionToken: () => '', GetSupportedMatrix: () => JSON.stringify(matrice), GetHostFullVersion: () => '16.0.19000.1000',
    GetCorrelationId: () => 'c', GetInstanceId: () => 'i', GetTouchEnabled: () => false, GetCommerceAllowed: () => false,
    GetSettings: () => ({
      Read: (clefs: string[], valeurs: string[]) => Object.entries(reglages).forEach(([clef, valeur]) => (clefs.push(clef), valeurs.push(valeur))),
      Write: (clefs: string[], valeurs: string[]) => void (w['__reglages'] = Object.fromEntries(clefs.map((clef, i) => [clef, valeurs[i]]))),
    }),
  };
  w['__gestionnaires'] = gestionnaires;
  w['__finies'] = 0;
  w['__reglages'] = reglages;
  const externe = {
    GetContext: () => contexte,
    GetHostInfo: () => 'Excel$Win32$16.01$fr-FR$c$$$3',
    Execute: (id: number, args: unknown[], rappel: (resultat: unknown) => void) => {
      if (id === 93) void w.__hote(String((args[0] as unknown[])[4])).then((corps) => rappel(tableau([0, tableau([200, tableau([]), corps])])));
      else if (id === 94) {
        w['__finies'] = (w['__finies'] as number) + 1;
        rappel(0);
      } else rappel(5001);
    },
    RegisterEvent: (id: number, _cible: unknown, gestionnaire: (id: number, args: unknown) => void, rappel: (resultat: number) => void) => {
      gestionnaires[id] = gestionnaire;
      rappel(0);
    },
    UnregisterEvent: (_id: number, _cible: unknown, rappel: (resultat: number) => void) => rappel(0),
    MessageParent: () => undefined,
    WriteSettings: () => undefined,
  };
  Object.defineProperty(window, 'external', { value: externe, configurable: true });
};

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'].map(cherche).find((chemin) => chemin !== null) ?? null;

/** `it`, ou `it.skip` dont le nom dit que Chromium manque. */
export const siChromium = (nom: string, corps: () => Promise<void>, delai = 60_000): void =>
  CHROMIUM ? it(nom, corps, delai) : it.skip(`${nom} [non vérifié : chromium manque sur cette machine]`, corps, delai);

let navigateur: Browser | null = null;
export const lanceNavigateur = async (): Promise<void> => {
  if (CHROMIUM !== null) navigateur = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
};
export const fermeNavigateur = async (): Promise<void> => {
  await navigateur?.close();
};

const fichier = (adresse: string, site: string, dossier: string): string | null => {
  if (adresse.startsWith(`${site}/`)) return path.join(dossier, new URL(adresse).pathname.slice(new URL(site).pathname.replace(/\/$/, '').length));
  return adresse.startsWith(CDN) ? path.join(BIBLIOTHEQUE, adresse.slice(CDN.length).replace(/\?.*/, '')) : null;
};

type Options = { readonly matrice?: Record<string, string>; readonly reglages?: Record<string, string>; readonly html?: string; readonly largeur?: number; readonly horsExcel?: boolean; readonly site?: string; readonly dossier?: string };

type Cellule = { readonly feuille: string; readonly ligne: number; readonly colonne: number };

/** Le message d'Excel pour worksheets.onChanged : catégorie des événements, genre 10, le classeur pour cible, ses arguments en texte. */
const annonce = async (page: Page, prevenus: string[], serveur: Serveur, origine: 'ThisLocalAddin' | 'Unknown', { feuille, ligne, colonne }: Cellule, source: 'Local' | 'Remote' = 'Local'): Promise<void> => {
  const cellule = `${lettres(colonne)}${ligne}`;
  const arguments_ = { changeType: 'RangeEdited', source, worksheetId: `{feuille-${serveur.classeurMemoire.trouve(feuille)!.uid}}`, address: cellule, referenceId: 0, shiftDirection: 'None', triggerSource: origine };
  await page.evaluate((texte) => {
    const tableau = (valeurs: unknown[]): unknown => ({ toArray: () => valeurs, dimensions: () => 1 });
    const [CATEGORIE, GENRE] = [65536, 10];
    const { __gestionnaires } = window as unknown as { __gestionnaires: Record<number, (id: number, args: unknown) => void> };
    __gestionnaires[33]!(33, tableau([tableau([CATEGORIE, GENRE, 'Workbook', texte, 0, false])]));
  }, JSON.stringify(arguments_));
  prevenus.push(`${origine} ${feuille}!${cellule}`);
};

/** Une personne, ici ou en coédition, change une cellule ; Excel en prévient la page si elle s'est inscrite. @returns vrai s'il l'a prévenue */
export const tapeEtPrevient = async ({ page, prevenus }: Bureau, serveur: Serveur, { v, ...cellule }: Cellule & { readonly v: string | number | null }, source: 'Local' | 'Remote' = 'Local'): Promise<boolean> => {
  serveur.classeurMemoire.tape(cellule.feuille, cellule.ligne, cellule.colonne, v);
  if (serveur.etat.previent) await annonce(page, prevenus, serveur, 'Unknown', cellule, source);
  return serveur.etat.previent;
};

/** Ouvre une page du site construit devant ce classeur. @param html une page à servir à la place de celle du site @param site où le dossier construit est servi */
export const ouvre = async (serveur: Serveur, nom: string, { matrice = { ExcelApi: '1.17', SharedRuntime: '1.2', CustomFunctionsRuntime: '1.4' }, reglages = {}, html, largeur = 350, horsExcel = false, site = SITE, dossier = DIST }: Options = {}): Promise<Bureau> => {
  const contexte = await navigateur!.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: largeur, height: 760 } });
  const bureau = { dehors: [] as string[], erreurs: [] as string[], prevenus: [] as string[] };
  await contexte.route('**/*', async (route) => {
    const adresse = route.request().url();
    if (html !== undefined && adresse === `${site}/${nom}`) return route.fulfill({ body: html, contentType: TYPES['.html']! });
    const voulu = fichier(adresse, site, dossier);
    if (voulu === null || !existsSync(voulu)) {
      bureau.dehors.push(adresse);
      return route.abort();
    }
    return route.fulfill({ body: readFileSync(voulu), contentType: TYPES[path.extname(voulu)] ?? 'application/octet-stream' });
  });
  const page = await contexte.newPage();
  page.on('pageerror', ({ message, stack }) => void bureau.erreurs.push(`${message} ${stack ?? ''}`.trim()));
  page.on('console', (message) => void (message.type() === 'error' && !JETON.test(message.text()) && bureau.erreurs.push(message.text())));
  await page.exposeFunction('__hote', (texte: string) => {
    const reponse = serveur.repond(texte);
    // Excel répond d'abord, puis prévient ; une page fermée entre-temps n'apprend plus rien.
    for (const zone of serveur.ecrites.splice(0)) setTimeout(() => void annonce(page, bureau.prevenus, serveur, 'ThisLocalAddin', zone).catch(() => undefined), 0);
    return 'corps' in reponse ? reponse.corps : JSON.stringify({ Results: [], Error: { Code: reponse.message, Message: '', ActionIndex: 0, HttpStatusCode: 400 } });
  });
  if (!horsExcel) await page.addInitScript(frontiere, { matrice, reglages });
  await page.goto(`${site}/${nom}`);
  return { ...bureau, page, ferme: () => contexte.close() };
};

/** Appelle des fonctions comme Excel le fait : un message au moteur, et le résultat qu'il renvoie. */
export const invoque = async ({ page }: Bureau, serveur: Serveur, appels: readonly (readonly [nom: string, args: readonly unknown[]])[]): Promise<Rendu[]> => {
  await page.waitForFunction(() => 33 in (window as unknown as { __gestionnaires: object }).__gestionnaires);
  const premier = serveur.rendus.reduce((plus, { id }) => Math.max(plus, id), 0) + 1;
  await page.evaluate(({ appels: demandes, premier: debut }) => {
    const tableau = (valeurs: unknown[]): unknown => ({ toArray: () => valeurs, dimensions: () => 1 });
    const [CATEGORIE, GENRE] = [1, 1000];
    const { __gestionnaires } = window as unknown as { __gestionnaires: Record<number, (id: number, args: unknown) => void> };
    __gestionnaires[33]!(33, tableau(demandes.map(([nom, args], i) => tableau([CATEGORIE, GENRE, '', JSON.stringify([debut + i, nom, args, 'Suivi!H1', 0])]))));
  }, { appels: appels as [string, unknown[]][], premier });
  const attendus = appels.map((_, i) => premier + i);
  for (let n = 0; n < 100 && !attendus.every((id) => serveur.rendus.some((r) => r.id === id)); n++) await page.waitForTimeout(50);
  return attendus.map((id) => serveur.rendus.find((r) => r.id === id) ?? { id, failed: true, error: 'pas de réponse' });
};

/** Un clic sur un bouton du ruban ; finit quand la commande a dit qu'elle a fini. */
export const ruban = async ({ page }: Bureau, commande: string): Promise<void> => {
  await page.waitForFunction(() => 39 in (window as unknown as { __gestionnaires: object }).__gestionnaires);
  const avant = await page.evaluate(() => (window as unknown as { __finies: number }).__finies);
  await page.evaluate((nom) => {
    const { __gestionnaires } = window as unknown as { __gestionnaires: Record<number, (id: number, args: unknown) => void> };
    const valeurs = [`ClasseurPlus.${nom}`, nom, JSON.stringify({ source: { id: nom } })];
    __gestionnaires[39]!(39, { toArray: () => valeurs, dimensions: () => 1 });
  }, commande);
  await page.waitForFunction((faites) => (window as unknown as { __finies: number }).__finies > faites, avant, { timeout: 20_000 });
};
