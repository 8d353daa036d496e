// Le trafic avec Excel, compté : un envoi de plus se voit ici. Un compte n'est pas un temps.
import { hoteExcel } from '../../addin/hote';
import { demandesEcrites } from '../../src/outils/demandes-ecrites';
import { resultats } from '../../src/outils/demandes-ecrites/resultats';
import type { Cellule } from '../../src/socle/cellule';
import type { Contexte } from '../../src/socle/outil';
import { ErreurAnnulation } from '../../src/socle/erreurs';
import { conduisAsync } from '../../src/socle/suite';
import { ClasseurMemoire, clef, colonneDe, ligneDe } from '../hotes/classeur-memoire';
import { branche } from '../hotes/excel/client';
import { Serveur } from '../hotes/excel/serveur';

const TITRES = ['N°', 'Canal', 'Expéditeur', 'Adresse', 'Observations', 'Date de réception', 'Date de réponse', 'Service', 'Commentaire'];
const INUTILES = ['Adresse', 'Observations', 'Commentaire'];
const CONTEXTE: Contexte = { aujourdhui: 46400, au: 46348, saisies: {} };

/** Un registre de n lignes et neuf colonnes, dont les cases se calculent quand on les lit : rien n'est gardé. */
class Registre extends Map<number, { readonly v: Cellule; readonly s: object }> {
  readonly lues = new Set<number>();
  constructor(private readonly n: number) {
    super();
    // Quelques coins suffisent aux étendues.
    for (let i = 1; i <= Math.min(n, 60); i++) for (const j of [1, TITRES.length]) super.set(clef(i, j), { v: 'coin', s: {} });
    super.set(clef(n + 1, TITRES.length), { v: 'fin', s: {} });
  }
  override get(k: number): { readonly v: Cellule; readonly s: object } | undefined {
    const [i, j] = [ligneDe(k), colonneDe(k)];
    if (i > this.n + 1 || j > TITRES.length) return undefined;
    if (i > 60) this.lues.add(j);
    const reception = 46348 - (i % 360);
    const valeurs: Cellule[] = [i - 1, i % 3 ? 'Courrier' : 'Courriel', `Personne ${i}`, `${i} rue de la République, 69001 Lyon`, 'Une observation assez longue pour peser', reception, i % 7 ? reception + (i % 29) : null, 'État civil', null];
    return { v: i === 1 ? TITRES[j - 1]! : (valeurs[j - 1] ?? null), s: {} };
  }
}

const avec = (n: number): { serveur: Serveur; registre: Registre } => {
  const c = new ClasseurMemoire();
  const registre = new Registre(n);
  c.ajoute('Registre').cases = registre as never;
  const serveur = new Serveur(c);
  branche(serveur);
  return { serveur, registre };
};
afterEach(() => jest.restoreAllMocks());

/** Octets des colonnes utiles, tels qu'Excel les rend : le plancher de toute lecture. */
const utiles = ({ envois }: Serveur): number => envois.filter(({ ecrit }) => !ecrit).reduce((total, { rendus }) => total + rendus, 0);
const MO = 1_000_000;

test.each([10, 1_000_000])('%i lignes : lire et analyser', async (n) => {
  const { serveur, registre } = avec(n);
  const { effectifs } = await conduisAsync(demandesEcrites.analyse!(CONTEXTE), hoteExcel());
  expect(effectifs['lignes']).toBe(n);
  // 2 envois (les onglets, puis leurs têtes) et un par tranche de 4 Mo entamée, de 50 000 lignes au plus pour montrer l'avancement.
  const tranches = Math.max(Math.ceil(utiles(serveur) / (4 * MO)), Math.ceil(n / 50_000));
  expect(serveur.envois.length).toBeLessThanOrEqual(2 + tranches);
  expect(serveur.envois.every(({ octets, rendus }) => octets < 5 * MO && rendus < 4.5 * MO)).toBe(true);
  expect(serveur.envois.every(({ octets }) => octets < 10_000)).toBe(true);
  // Seules les colonnes utiles sont lues au-delà de la tête.
  if (n > 60) expect([...registre.lues].map((j) => TITRES[j - 1]).filter((titre) => INUTILES.includes(titre!))).toEqual([]);
  expect(serveur.nonModelises).toEqual([]);
  process.stdout.write(`${n} lignes : ${serveur.envois.length} envois, ${serveur.envois.map(({ rendus }) => `${(rendus / MO).toFixed(2)} Mo`).join(', ')}\n`);
}, 120_000);

test('un million de lignes : « Annuler » arrête entre deux tranches, et plus rien n’est demandé à Excel', async () => {
  const { serveur } = avec(1_000_000);
  const arret = new AbortController();
  const vus: { readonly fait: number; readonly total: number; readonly envois: number }[] = [];
  const travail = conduisAsync(demandesEcrites.analyse!(CONTEXTE), hoteExcel(), ({ fait, total }) => {
    vus.push({ fait, total, envois: serveur.envois.length });
    if (fait > 120_000) arret.abort();
  }, arret.signal);
  await expect(travail).rejects.toBeInstanceOf(ErreurAnnulation);
  // Les onglets, leurs têtes, et les trois premières tranches de 50 000 lignes sur vingt.
  expect(serveur.envois).toHaveLength(5);
  expect(vus.at(-1)).toMatchObject({ total: 1_000_001, envois: 5 });
  // L'avancement se dit au moins toutes les 5 000 lignes.
  expect(Math.max(...vus.slice(1).map(({ fait }, i) => fait - vus[i]!.fait))).toBeLessThanOrEqual(5_000);
  expect(serveur.envois.some(({ ecrit }) => ecrit)).toBe(false);
}, 120_000);

test('un rapport : au plus six envois pour le mettre à jour, et rien d’écrit au passage suivant', async () => {
  const { serveur } = avec(10);
  const hote = hoteExcel();
  const passe = async (au: number): Promise<Serveur['envois']> => {
    const avant = serveur.envois.length;
    await conduisAsync(resultats.execute({ ...CONTEXTE, au }), hote);
    return serveur.envois.slice(avant);
  };
  await passe(46347);
  const mise = await passe(46348);
  // Un pour relire les têtes, un pour les colonnes utiles, puis le rapport.
  expect(mise.length - 2).toBeLessThanOrEqual(6);
  expect(mise.filter(({ ecrit }) => ecrit)).toHaveLength(2);
  // Aucun objet par cellule : le rapport a plus de 700 cellules.
  expect(Math.max(...mise.map(({ actions }) => actions.length))).toBeLessThan(1000);
  expect(Math.max(...mise.map(({ octets }) => octets))).toBeLessThan(150_000);
  const sans = await passe(46348);
  expect(sans.filter(({ ecrit }) => ecrit)).toEqual([]);
  process.stdout.write(`mise à jour : ${mise.map(({ octets, actions, ecrit }) => `${ecrit ? 'écrit' : 'lit'} ${octets} o, ${actions.length} actions`).join(' · ')}\n`);
}, 60_000);

/** Ce que pèse chaque valeur du rapport, en JSON : le plancher de ce qui part. */
const plancher = (c: ClasseurMemoire, nom: string): number => {
  const { cases } = c.trouve(nom)!;
  const [lignes, colonnes] = [Math.max(...[...cases.keys()].map(ligneDe)), Math.max(...[...cases.keys()].map(colonneDe))];
  return Buffer.byteLength(JSON.stringify(Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => cases.get(clef(i + 1, j + 1))?.v ?? ''))));
};

test('un rapport créé : les envois sont ceux de la décision 0017', async () => {
  const { serveur } = avec(10);
  await conduisAsync(resultats.execute(CONTEXTE), hoteExcel());
  const { envois } = serveur;
  process.stdout.write(`création : ${envois.map(({ octets, actions, ecrit }) => `${ecrit ? 'écrit' : 'lit'} ${octets} o, ${actions.length} actions`).join(' · ')} ; valeurs seules ${plancher(serveur.classeurMemoire, 'Résultats')} o\n`);
  // Trois pour analyser, sept pour le rapport : décision 0017.
  expect(envois.length - 3).toBeLessThanOrEqual(7);
  expect(envois.filter(({ ecrit }) => ecrit)).toHaveLength(3);
});

test('des nombres partent sans rien de plus que leur bloc : 1,1 fois leur JSON au plus', async () => {
  const { serveur } = avec(10);
  const hote = hoteExcel();
  const valeurs = Array.from({ length: 2000 }, (_, i) => Array.from({ length: 5 }, (__, j) => 46000 + i + j / 8));
  await hote.ecris([{ genre: 'creer-feuille', feuille: 'Bloc' }, { genre: 'ecrire', feuille: 'Bloc', ligne: 1, colonne: 1, valeurs: valeurs as never }]);
  const partis = serveur.envois.filter(({ ecrit }) => ecrit).reduce((total, { octets }) => total + octets, 0);
  process.stdout.write(`bloc : ${partis} o pour ${JSON.stringify(valeurs).length} o de valeurs\n`);
  expect(partis).toBeLessThanOrEqual(1.1 * JSON.stringify(valeurs).length);
}, 60_000);

test('une réponse de plus de 5 Mo se redemande en plus petit ; un envoi trop lourd se coupe', async () => {
  const c = new ClasseurMemoire();
  c.ajoute('Gros');
  for (let i = 1; i <= 3000; i++) for (let j = 1; j <= 3; j++) c.tape('Gros', i, j, 'x'.repeat(700));
  const serveur = new Serveur(c);
  branche(serveur);
  const hote = hoteExcel();
  const zone = { feuille: 'Gros', ligne: 1, colonne: 1, lignes: 3000, colonnes: 3 };
  const { plages } = await hote.lis({ zones: [zone] });
  expect([plages[0]!.length, plages[0]![2999]![2]]).toEqual([3000, 'x'.repeat(700)]);
  await hote.ecris([{ genre: 'ecrire', feuille: 'Gros', ligne: 1, colonne: 5, valeurs: plages[0] as never }]);
  expect(c.trouve('Gros')!.cases.get(clef(3000, 7))?.v).toBe('x'.repeat(700));
  expect(serveur.envois.every(({ octets }) => octets < 5 * 1024 * 1024)).toBe(true);
}, 60_000);
