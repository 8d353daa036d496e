// Chaque fonction par le vrai moteur de fonctions personnalisées de Microsoft, dans Chromium : vides, erreurs, dates et tableaux compris.
import { fonctions } from '../../src/registre';
import { appelle, type Fonction } from '../../src/socle/fonction';
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { fermeNavigateur, invoque, lanceNavigateur, ouvre, siChromium, type Bureau } from '../hotes/excel/page';
import { Serveur } from '../hotes/excel/serveur';
import type { Rendu } from '../hotes/excel/services';

/** La bibliothèque, puis le paquet : ce qu'il faut aux fonctions, et rien d'autre. */
const PAGE = '<!doctype html><html lang="fr"><meta charset="utf-8"><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="fonctions.js" defer></script><body></body></html>';
/** Ce que le moteur de Microsoft envoie pour CustomFunctions.ErrorCode.invalidValue (#VALEUR!). */
const VALEUR = 7;
const clone = (valeur: unknown): unknown => JSON.parse(JSON.stringify(valeur));

let serveur: Serveur;
let bureau: Bureau;
beforeAll(async () => {
  const c = new ClasseurMemoire();
  c.ajoute('Suivi');
  [8, 0, null, 10].forEach((v, i) => c.tape('Suivi', i + 1, 2, v));
  serveur = new Serveur(c);
  await lanceNavigateur();
  bureau = await ouvre(serveur, 'fonctions.html', { html: PAGE });
}, 60_000);
afterAll(async () => {
  await bureau.ferme();
  await fermeNavigateur();
});

type Appel = readonly [nom: string, args: readonly unknown[]];
const appels = (liste: readonly Appel[]): Promise<Rendu[]> => invoque(bureau, serveur, liste);

const completes = ({ parametres }: Fonction, args: readonly unknown[]): unknown[] => parametres.map((_, i) => args[i] ?? null);
const ambigu = (f: Fonction, args: readonly unknown[]): boolean => f.zeroEstUneValeur === true && /(?<![\d.])0(?![\d.])/.test(JSON.stringify(args)) && !JSON.stringify(args).includes('[null]');
/** Une date arrive en valeur mise en forme, une fonction à matrice en matrice : ce qu'Excel en garde. */
const nu = (valeur: unknown): unknown => (Array.isArray(valeur) ? valeur.map(nu) : typeof valeur === 'object' && valeur !== null ? (valeur as { basicValue: unknown }).basicValue : valeur);
const attendu = (f: Fonction, args: readonly unknown[], rendu: unknown): unknown => {
  const voulu = appelle(f, args);
  return clone(Array.isArray(rendu) && !Array.isArray(voulu) ? [[voulu]] : voulu);
};

siChromium('chaque exemple de l’aide donne, par le moteur de Microsoft, ce que donne le cœur', async () => {
  const cas = fonctions.flatMap((f) => f.exemples.map(({ args }) => ({ f, args: completes(f, args) }))).filter(({ f, args }) => !ambigu(f, args));
  const rendus = await appels(cas.map(({ f, args }) => [f.nom, args]));
  expect(rendus.map(({ failed }) => failed ?? false).filter(Boolean)).toEqual([]);
  expect(rendus.map(({ value }, i) => [cas[i]!.f.nom, clone(nu(value))])).toEqual(cas.map(({ f, args }, i) => [f.nom, attendu(f, args, rendus[i]!.value)]));
  // Celles dont chaque exemple porte un 0 se relisent dans le classeur : test/excel/fonctions.test.ts.
  expect(fonctions.filter((f) => !cas.some((c) => c.f === f)).map(({ nom }) => nom)).toEqual([]);
});

siChromium('les trois façons de donner une cellule vide', async () => {
  const rendus = await appels((['', 0, null] as const).flatMap((vide): Appel[] => [['TAUX_REPONSE', [[[46000], [46001], [46002]], [[46005], [vide], [46020]], 15, null, null]], ['DELAI_REPONSE', [46000, vide, null, null, null]], ['NON_REPONDUS', [[[46000], [vide]], [[vide], [vide]], null, null]]]));
  expect(rendus.map(({ value }) => (typeof value === 'number' ? Number(value.toFixed(9)) : value))).toEqual([0.333333333, '', 1, 0.333333333, '', 1, 0.333333333, '', 1]);
});

siChromium('une erreur arrive à Excel avec sa phrase', async () => {
  const [rendu] = await appels([['DELAI_REPONSE', ['bientôt', 46004, null, null, null]]]);
  expect(rendu).toMatchObject({ failed: true, errorCode: VALEUR });
  expect(JSON.stringify(rendu)).toContain('« bientôt » n’est pas une date');
});

siChromium('une date est une valeur mise en forme ; un nombre reste un nombre', async () => {
  const [limite, delai] = await appels([['DATE_LIMITE', [46000, 15, null, null, null]], ['DELAI_REPONSE', [46000, 46004, null, null, null]]]);
  expect(limite!.value).toMatchObject({ type: 'FormattedNumber', basicValue: 46015, numberFormat: 'dd/mm/yyyy' });
  expect(delai!.value).toBe(4);
});

siChromium('rien n’est demandé hors du site et de la bibliothèque, rien d’inconnu à Excel', async () => {
  expect([bureau.dehors, bureau.erreurs, serveur.nonModelises]).toEqual([[], [], []]);
});
