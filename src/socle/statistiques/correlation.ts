// Corrélation de deux suites de nombres : Pearson, ou Spearman sur les rangs moyens, et la probabilité d'un tel lien par hasard.
import { sampleCorrelation, sampleRankCorrelation } from 'simple-statistics';
import { deuxQueuesStudent } from './lois';

export type Correlation = { readonly r: number; readonly p: number; readonly n: number };

const constante = (valeurs: readonly number[]): boolean => valeurs.every((valeur) => valeur === valeurs[0]);

/** Null avec moins de trois couples, ou si l'une des suites est constante. */
export const correlation = (x: readonly number[], y: readonly number[], methode: 'pearson' | 'spearman'): Correlation | null => {
  const n = x.length;
  if (n < 3 || constante(x) || constante(y)) return null;
  const brut = (methode === 'pearson' ? sampleCorrelation : sampleRankCorrelation)([...x], [...y]);
  // L'arrondi peut dépasser 1 d'un cheveu.
  const r = Math.max(-1, Math.min(1, brut));
  return { r, n, p: deuxQueuesStudent(r * Math.sqrt((n - 2) / ((1 - r) * (1 + r) || 1e-300)), n - 2) };
};
