// Moyenne, dispersion et quantiles d'une suite de nombres ; moyennes de plusieurs groupes comparées sans supposer les mêmes variances (Welch).
import { mean, quantile, sampleVariance, variance } from 'simple-statistics';
import { carre } from './exp-ln';
import { quantileStudent, queueF } from './lois';
import type { Intervalle } from './proportions';

export type Resume = {
  readonly n: number;
  readonly moyenne: number;
  readonly mediane: number;
  readonly q1: number;
  readonly q3: number;
  readonly p90: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Division par n − 1 (VAR.STANDARD) ; null avec une seule valeur. */
  readonly variance: number | null;
  readonly ecartType: number | null;
  /** Division par n (VAR.P.N) : quand toute la population a répondu. */
  readonly variancePopulation: number;
};

/** Quantiles de type 7 (CENTILE.INCLURE). Null sans valeur. @param valeurs des nombres finis */
export const resume = (valeurs: readonly number[]): Resume | null => {
  if (valeurs.length === 0) return null;
  // simple-statistics copie avant de ranger : rien n'y est changé.
  const nombres = valeurs as number[];
  const [minimum, q1, mediane, q3, p90, maximum] = quantile(nombres, [0, 0.25, 0.5, 0.75, 0.9, 1]) as unknown as [number, number, number, number, number, number];
  const echantillon = nombres.length < 2 ? null : sampleVariance(nombres);
  return { n: nombres.length, moyenne: mean(nombres), mediane, q1, q3, p90, minimum, maximum, variance: echantillon, ecartType: echantillon === null ? null : Math.sqrt(echantillon), variancePopulation: variance(nombres) };
};

export type ComparaisonMoyennes = { readonly f: number; readonly ddl1: number; readonly ddl2: number; readonly p: number };

/**
 * Test de Welch de l'égalité des moyennes de deux groupes ou plus ; avec deux, f est le carré du t de Welch.
 * Null si un groupe a moins de deux valeurs ou ne varie pas, ou s'il n'y a qu'un groupe.
 */
export const compareMoyennes = (groupes: readonly (readonly number[])[]): ComparaisonMoyennes | null => {
  const k = groupes.length;
  const resumes = groupes.map((groupe) => (groupe.length < 2 ? null : { n: groupe.length, m: mean([...groupe]), v: sampleVariance([...groupe]) }));
  if (k < 2 || resumes.some((r) => r === null || r.v === 0)) return null;
  const poids = resumes.map((r) => (r === null ? 0 : r.n / r.v));
  const total = poids.reduce((s, w) => s + w, 0);
  const centre = resumes.reduce((s, r, i) => s + ((poids[i] as number) * (r?.m ?? 0)) / total, 0);
  const ecart = resumes.reduce((s, r, i) => s + (poids[i] as number) * carre((r?.m ?? 0) - centre), 0) / (k - 1);
  const correction = resumes.reduce((s, r, i) => s + carre(1 - (poids[i] as number) / total) / ((r?.n ?? 2) - 1), 0) / (k * k - 1);
  const f = ecart / (1 + 2 * (k - 2) * correction);
  const [ddl1, ddl2] = [k - 1, 1 / (3 * correction)];
  return { f, ddl1, ddl2, p: queueF(f, ddl1, ddl2) };
};

/** L'écart de deux moyennes (la seconde moins la première) et son intervalle à 95 %, sans supposer les mêmes variances. Null comme `compareMoyennes`. */
export const ecartDeMoyennes = (premier: readonly number[], second: readonly number[]): ({ readonly ecart: number } & Intervalle) | null => {
  const test = compareMoyennes([premier, second]);
  if (test === null) return null;
  const ecart = mean([...second]) - mean([...premier]);
  const moitie = quantileStudent(test.ddl2) * Math.sqrt(sampleVariance([...premier]) / premier.length + sampleVariance([...second]) / second.length);
  return { ecart, bas: ecart - moitie, haut: ecart + moitie };
};
