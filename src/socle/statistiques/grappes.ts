// Précision d'un échantillon en grappes (dix courriers d'un même jour se ressemblent) : variance du rapport, effet de grappe, intervalle (domaine.md §4.4).
import { carre } from './exp-ln';
import { quantileStudent } from './lois';
import { wilson, type Intervalle } from './proportions';

/** Une grappe : combien d'unités, et la somme de ce qu'on mesure (succès, ou délais). `poids` redresse les grappes tirées dans des jours inégaux. */
export type Grappe = { readonly effectif: number; readonly somme: number; readonly poids?: number };

/** Au-dessous, la variance entre grappes ne s'estime pas. */
export const GRAPPES_MIN = 5;

export type Estimation = {
  readonly valeur: number;
  readonly n: number;
  readonly grappes: number;
  /** Null avec moins de cinq grappes : trop peu de dates. */
  readonly intervalle: Intervalle | null;
};

export type EstimationTaux = Estimation & {
  /** Combien de fois la variance dépasse celle d'un tirage simple ; null sans intervalle, ou si le taux est 0 ou 1. */
  readonly effetDeGrappe: number | null;
  readonly effectifEfficace: number | null;
  readonly t: number | null;
};

type Rapport = { readonly valeur: number; readonly n: number; readonly g: number; readonly variance: number };

/** Le rapport Σ sommes / Σ effectifs et sa variance linéarisée. Null sans unité. */
const rapport = (grappes: readonly Grappe[]): Rapport | null => {
  const utiles = grappes.filter(({ effectif }) => effectif > 0).map(({ effectif, somme, poids = 1 }) => ({ n: effectif, m: effectif * poids, k: somme * poids }));
  const g = utiles.length;
  const taille = utiles.reduce((s, { m }) => s + m, 0);
  if (taille <= 0) return null;
  const valeur = utiles.reduce((s, { k }) => s + k, 0) / taille;
  const ecarts = utiles.reduce((s, { k, m }) => s + carre(k - valeur * m), 0);
  return { valeur, n: utiles.reduce((s, { n }) => s + n, 0), g, variance: g < 2 ? 0 : (ecarts / (g - 1)) * (g / (taille * taille)) };
};

/** Un taux et son intervalle à 95 % : Wilson sur l'effectif efficace, avec le t de Student à G − 1 degrés de liberté. Null sans unité. */
export const estimeTaux = (grappes: readonly Grappe[]): EstimationTaux | null => {
  const lu = rapport(grappes);
  if (lu === null) return null;
  const { valeur, n, g, variance } = lu;
  if (g < GRAPPES_MIN) return { valeur, n, grappes: g, intervalle: null, effetDeGrappe: null, effectifEfficace: null, t: null };
  const extreme = valeur <= 0 || valeur >= 1;
  const effetDeGrappe = extreme ? null : variance / ((valeur * (1 - valeur)) / n);
  // À 0 % ou 100 % la variance ne dit rien : le plus prudent est de compter les dates.
  const effectifEfficace = effetDeGrappe === null ? g : n / Math.max(1, effetDeGrappe);
  const t = quantileStudent(g - 1);
  return { valeur, n, grappes: g, intervalle: wilson(valeur, effectifEfficace, t), effetDeGrappe, effectifEfficace, t };
};

/** Une moyenne et son intervalle de Student à 95 %, sur la même linéarisation. Null sans unité. */
export const estimeMoyenne = (grappes: readonly Grappe[]): Estimation | null => {
  const lu = rapport(grappes);
  if (lu === null) return null;
  const { valeur, n, g, variance } = lu;
  if (g < GRAPPES_MIN) return { valeur, n, grappes: g, intervalle: null };
  const moitie = quantileStudent(g - 1) * Math.sqrt(variance);
  return { valeur, n, grappes: g, intervalle: { bas: valeur - moitie, haut: valeur + moitie } };
};
