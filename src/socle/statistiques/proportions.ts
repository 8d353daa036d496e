// Proportions : intervalle de Wilson, marge d'erreur, taille d'échantillon, comparaison de deux taux (domaine.md §4.2).
import { carre } from './exp-ln';
import { fisher } from './fisher';
import { deuxQueuesNormale, quantileStudent } from './lois';

/** Quantile de la loi normale pour 95 % des deux côtés. */
const Z95 = 1.959963984540054;

export type Intervalle = { readonly bas: number; readonly haut: number };

/**
 * Intervalle de Wilson d'une proportion, entre 0 et 1.
 * @param p proportion observée
 * @param n effectif, peut être un effectif efficace (non entier) ; Infinity pour un recensement
 * @param z quantile : Z95, ou celui de Student pour des grappes
 */
export const wilson = (p: number, n: number, z: number = Z95): Intervalle => {
  if (n === Infinity) return { bas: p, haut: p };
  const z2 = (z * z) / n;
  const centre = p + z2 / 2;
  const moitie = Math.sqrt(z2 * (p * (1 - p) + z2 / 4));
  // À 0 et à 1 la borne est exacte : l'arrondi ne doit pas la faire passer à côté.
  return { bas: p === 0 ? 0 : (centre - moitie) / (1 + z2), haut: p === 1 ? 1 : (centre + moitie) / (1 + z2) };
};

/** Effectif qui, dans une population infinie, donnerait la même erreur : n (N−1)/(N−n). Sans population connue, n. */
const effectifEquivalent = (n: number, population: number | null): number => {
  if (population === null) return n;
  return n >= population ? Infinity : (n * (population - 1)) / (population - n);
};

/** Intervalle à 95 % d'un taux, resserré si l'échantillon est une part notable de la population. */
export const intervalleTaux = (succes: number, n: number, population: number | null = null): Intervalle => wilson(succes / n, effectifEquivalent(n, population));

/** Intervalle de Student à 95 % d'une moyenne. @param variance celle de l'échantillon (n − 1), n ≥ 2 */
export const intervalleMoyenne = (moyenne: number, variance: number, n: number, population: number | null = null): Intervalle => {
  const moitie = quantileStudent(n - 1) * Math.sqrt(variance / effectifEquivalent(n, population));
  return { bas: moyenne - moitie, haut: moyenne + moitie };
};

/** Marge d'erreur à 95 %, en proportion (0,05 : ± 5 points). */
export const marge = (taux: number, n: number, population: number | null = null): number => Z95 * Math.sqrt((taux * (1 - taux)) / effectifEquivalent(n, population));

/** Nombre de réponses pour une marge à 95 % ; un nombre entier, jamais au-dessous du besoin. */
export const tailleEchantillon = (population: number | null, margeVoulue: number, taux = 0.5): number => {
  const infinie = (Z95 * Z95 * taux * (1 - taux)) / (margeVoulue * margeVoulue);
  return Math.ceil(population === null ? infinie : infinie / (1 + (infinie - 1) / population));
};

/** La différence d2 − d1 de deux proportions et son intervalle, d'après les leurs (Newcombe, 1998, méthode 10). */
export const intervalleDifference = (p1: number, i1: Intervalle, p2: number, i2: Intervalle): Intervalle => {
  const d = p2 - p1;
  const distance = (a: number, b: number): number => Math.sqrt(carre(a) + carre(b));
  return { bas: d - distance(p2 - i2.bas, i1.haut - p1), haut: d + distance(i2.haut - p2, p1 - i1.bas) };
};

export type ComparaisonTaux = {
  /** Second taux moins premier. */
  readonly difference: number;
  /** Null quand le test est celui de Fisher. */
  readonly z: number | null;
  readonly p: number;
  readonly methode: 'z' | 'fisher';
  /** Intervalle à 95 % de la différence. */
  readonly intervalle: Intervalle;
};

/** Deux taux indépendants : test z à variance commune, des deux côtés ; Fisher exact si un effectif attendu est inférieur à 5. */
export const compareTaux = (succes1: number, n1: number, succes2: number, n2: number): ComparaisonTaux => {
  const [p1, p2] = [succes1 / n1, succes2 / n2];
  const commun = (succes1 + succes2) / (n1 + n2);
  const attenduMin = Math.min(n1, n2) * Math.min(commun, 1 - commun);
  const intervalle = intervalleDifference(p1, wilson(p1, n1), p2, wilson(p2, n2));
  if (attenduMin < 5) return { difference: p2 - p1, z: null, p: fisher(succes1, n1 - succes1, succes2, n2 - succes2), methode: 'fisher', intervalle };
  const z = (p1 - p2) / Math.sqrt(commun * (1 - commun) * (1 / n1 + 1 / n2));
  return { difference: p2 - p1, z, p: deuxQueuesNormale(z), methode: 'z', intervalle };
};
