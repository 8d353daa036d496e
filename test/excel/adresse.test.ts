// Le lot construit pour une adresse : tout ce que le manifeste et l'aide désignent y est, rien ne pointe ailleurs, et le volet s'y ouvre.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fermeNavigateur, lanceNavigateur, ouvre, siChromium } from '../hotes/excel/page';
import { Serveur } from '../hotes/excel/serveur';
import { attend, propre, registre } from '../hotes/excel/volet';

const RACINE = path.join(__dirname, '..', '..');
const SITE = 'https://outils.exemple.fr/classeur-plus';
const CDN = 'https://appsforoffice.microsoft.com/';
const sortie = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-adresse-'));
const DOSSIER = path.join(sortie, 'excel');
/** Le seul lot d'Excel ; la barre finale de l'adresse ne compte pas. */
const construction = (adresse: string): string[] => [path.join(RACINE, 'node_modules', 'webpack', 'bin', 'webpack.js'), '--config', 'webpack.config.mjs', '--config-name', 'excel', '--env', `sortie=${sortie}`, '--env', `adresse=${adresse}`];

beforeAll(async () => {
  execFileSync(process.execPath, construction(`${SITE}/`), { cwd: RACINE, stdio: 'pipe' });
  await lanceNavigateur();
}, 120_000);
afterAll(async () => {
  await fermeNavigateur();
  rmSync(sortie, { recursive: true, force: true });
});

const fichiers = (): string[] => readdirSync(DOSSIER, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => path.relative(DOSSIER, path.join(f.parentPath, f.name)));
const lis = (nom: string): string => readFileSync(path.join(DOSSIER, nom), 'utf8');

test('rien n’y désigne la machine de développement', () => {
  expect(fichiers().length).toBeGreaterThan(40);
  expect(fichiers().filter((nom) => readFileSync(path.join(DOSSIER, nom)).includes('localhost'))).toEqual([]);
});

test('chaque adresse du manifeste est un fichier du lot', () => {
  const adresses = [...lis('manifest.xml').matchAll(/(?:DefaultValue|Value|>)="?(https?:[^"<]*)/g)].map(([, adresse = '']) => adresse);
  expect(adresses.length).toBeGreaterThan(40);
  expect(adresses.filter((adresse) => !adresse.startsWith(`${SITE}/`) || !existsSync(path.join(DOSSIER, adresse.slice(SITE.length))))).toEqual([]);
});

test('l’aide de chaque fonction y mène, à un titre de la page d’aide', () => {
  const { functions } = JSON.parse(lis('functions.json')) as { functions: { name: string; helpUrl: string }[] };
  const aide = lis('aide.html');
  expect(functions.length).toBeGreaterThan(30);
  for (const { name, helpUrl } of functions) expect([helpUrl, new RegExp(`id="?${name}"?>`).test(aide)]).toEqual([`${SITE}/aide.html#${name}`, true]);
});

test('les pages ne chargent que leurs voisins et la bibliothèque de Microsoft', () => {
  const cibles = fichiers().filter((nom) => nom.endsWith('.html')).flatMap((page) => [...lis(page).matchAll(/<(?:script|link|img)[^>]*\b(?:src|href)="?([^"\s>]+)/g)].map(([, cible = '']) => cible));
  expect(cibles.filter((cible) => cible.startsWith(CDN))).toHaveLength(1);
  expect(cibles.filter((cible) => !cible.startsWith(CDN)).sort()).toEqual(['fonctions.js', 'garde.js', 'volet.css', 'volet.js']);
  expect(cibles.filter((cible) => !cible.startsWith(CDN) && !existsSync(path.join(DOSSIER, cible)))).toEqual([]);
});

siChromium('le volet s’ouvre, servi depuis cette adresse', async () => {
  const serveur = new Serveur(registre());
  const bureau = await ouvre(serveur, 'volet.html', { site: SITE, dossier: DOSSIER });
  await attend(bureau, 'Feuille reconnue');
  expect(bureau.page.url()).toBe(`${SITE}/volet.html`);
  propre(bureau, serveur);
  await bureau.ferme();
});

test.each(['http://outils.exemple.fr', 'outils.exemple.fr', `${SITE}?v=1`])('%s : la construction s’arrête, en disant quoi donner', (adresse) => {
  const { status, stderr } = spawnSync(process.execPath, construction(adresse), { cwd: RACINE, encoding: 'utf8' });
  expect([status === 0, stderr.includes(`« ${adresse} » ne convient pas : donnez une adresse https`)]).toEqual([false, true]);
}, 60_000);
