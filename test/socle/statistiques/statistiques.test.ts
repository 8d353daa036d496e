// Le cœur statistique contre R : plus de 400 vecteurs tirés par oracles/statistiques.R, à 1e-9 près en relatif.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { correlation } from '../../../src/socle/statistiques/correlation';
import { fisher } from '../../../src/socle/statistiques/fisher';
import { estimeMoyenne, estimeTaux, type Grappe } from '../../../src/socle/statistiques/grappes';
import { khi2 } from '../../../src/socle/statistiques/khi2';
import { deuxQueuesNormale, deuxQueuesStudent, quantileStudent, queueF, queueKhi2 } from '../../../src/socle/statistiques/lois';
import { compareMoyennes, ecartDeMoyennes, resume } from '../../../src/socle/statistiques/moyennes';
import { compareTaux, intervalleTaux, marge, tailleEchantillon } from '../../../src/socle/statistiques/proportions';
import { representativite } from '../../../src/socle/statistiques/representativite';

type Vecteur = readonly [genre: string, entrees: readonly unknown[], attendu: readonly unknown[]];
const vecteurs = JSON.parse(readFileSync(path.join(__dirname, 'oracles', 'statistiques.json'), 'utf8')) as Vecteur[];

type Nombres = readonly number[];
const grappes = (m: Nombres, k: Nombres, w: Nombres): Grappe[] => m.map((effectif, i) => ({ effectif, somme: k[i]!, poids: w[i]! }));
const plat = (valeur: unknown): unknown[] => (Array.isArray(valeur) ? valeur.flatMap(plat) : [valeur]);

/** Ce que le cœur répond aux mêmes entrées, dans l'ordre de R. */
const CALCULS: Record<string, (...e: never[]) => unknown[]> = {
  normale: (z: number) => [deuxQueuesNormale(z)],
  student: (t: number, ddl: number) => [deuxQueuesStudent(t, ddl)],
  khi2: (x: number, ddl: number) => [queueKhi2(x, ddl)],
  f: (f: number, a: number, b: number) => [queueF(f, a, b)],
  'quantile-student': (ddl: number) => [quantileStudent(ddl)],
  wilson: (s: number, n: number, population: number | null) => Object.values(intervalleTaux(s, n, population)),
  marge: (p: number, n: number, population: number | null) => [marge(p, n, population)],
  taille: (population: number | null, e: number, p: number) => [tailleEchantillon(population, e, p)],
  'deux-taux': (s1: number, n1: number, s2: number, n2: number) => {
    const { difference, z, p, intervalle } = compareTaux(s1, n1, s2, n2);
    return [difference, z, p, intervalle.bas, intervalle.haut];
  },
  fisher: (a: number, b: number, c: number, d: number) => [fisher(a, b, c, d)],
  tableau: (effectifs: number[][]) => {
    const r = khi2(effectifs)!;
    return [r.statistique, r.ddl, r.p, r.v, r.attenduMin, r.partCinq, r.residus];
  },
  representativite: (effectifs: Nombres, parts: Nombres) => {
    const r = representativite(effectifs, parts)!;
    return [r.statistique, r.ddl, r.p, r.poids, r.effectifEfficace];
  },
  correlation: (x: Nombres, y: Nombres, methode: 'pearson' | 'spearman') => {
    const c = correlation(x, y, methode)!;
    return [c.r, c.p];
  },
  resume: (valeurs: Nombres) => {
    const r = resume(valeurs)!;
    return [r.moyenne, r.variance, r.ecartType, r.variancePopulation, r.minimum, r.q1, r.mediane, r.q3, r.p90, r.maximum];
  },
  welch: (groupes: Nombres[]) => {
    const w = compareMoyennes(groupes)!;
    return [w.f, w.ddl1, w.ddl2, w.p];
  },
  'ecart-moyennes': (x: Nombres, y: Nombres) => Object.values(ecartDeMoyennes(x, y)!),
  'grappes-taux': (m: Nombres, k: Nombres, w: Nombres) => {
    const e = estimeTaux(grappes(m, k, w))!;
    return [e.valeur, e.effetDeGrappe, e.effectifEfficace, e.intervalle?.bas, e.intervalle?.haut];
  },
  'grappes-moyenne': (m: Nombres, k: Nombres, w: Nombres) => {
    const e = estimeMoyenne(grappes(m, k, w))!;
    return [e.valeur, e.intervalle?.bas, e.intervalle?.haut];
  },
};

/** À 1e-9 près en relatif ; ce que R rend à moins de 1e-15 d'une borne nulle (0 succès) n'est que son arrondi. */
const proche = (obtenu: unknown, attendu: unknown, genre: string): boolean =>
  typeof attendu !== 'number' ? obtenu === attendu : typeof obtenu === 'number' && Math.abs(obtenu - attendu) <= 1e-9 * Math.abs(attendu) + (genre === 'wilson' || genre === 'tableau' ? 1e-15 : 0);

test('il y a au moins deux cents vecteurs, de chaque genre', () => {
  expect(vecteurs.length).toBeGreaterThanOrEqual(200);
  expect([...new Set(vecteurs.map(([genre]) => genre))].sort()).toEqual(Object.keys(CALCULS).sort());
});

test('LibreOffice aussi, là où il a la fonction (à 1e-8 : il perd lui-même 4e-9 sur un Student à 100 000 degrés)', () => {
  const secondes = JSON.parse(readFileSync(path.join(__dirname, 'oracles', 'libreoffice.json'), 'utf8')) as [number, number, number][];
  const faux = secondes.filter(([rang, k, valeur]) => {
    const [genre, entrees] = vecteurs[rang]!;
    const obtenu = CALCULS[genre]!(...(entrees as never[]))[k] as number;
    return !(Math.abs(obtenu - valeur) <= 1e-8 * Math.abs(valeur));
  });
  expect(secondes.length).toBeGreaterThan(300);
  expect(faux).toEqual([]);
});

test.each(Object.keys(CALCULS))('%s : R donne la même chose', (genre) => {
  const faux = vecteurs.filter((v) => v[0] === genre).flatMap(([, entrees, attendu]) => {
    const [obtenus, voulus] = [plat(CALCULS[genre]!(...(entrees as never[]))), plat(attendu)];
    return voulus.length === obtenus.length && voulus.every((v, i) => proche(obtenus[i], v, genre)) ? [] : [{ entrees, obtenus, voulus }];
  });
  expect(faux).toEqual([]);
});
