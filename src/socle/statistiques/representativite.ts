// Un échantillon ressemble-t-il à sa population ? χ² d'ajustement, écarts, poids de redressement et effectif efficace (domaine.md §4.2).
import { carre } from './exp-ln';
import { queueKhi2 } from './lois';

/** Au-delà, un répondant pèserait trop, ou plus rien (notre choix). */
const POIDS = { mini: 0.3, maxi: 3 } as const;

export type Representativite = {
  readonly statistique: number;
  readonly ddl: number;
  readonly p: number;
  readonly attenduMin: number;
  /** Part observée moins part de la population, par catégorie. */
  readonly ecarts: readonly number[];
  /** Poids de redressement de chaque catégorie, borné de 0,3 à 3. */
  readonly poids: readonly number[];
  /** Effectif d'un échantillon sans poids qui serait aussi précis (Kish). */
  readonly effectifEfficace: number;
};

/**
 * @param effectifs réponses par catégorie
 * @param parts parts de la population, en proportion ou en pourcentage : seul leur rapport compte
 * @returns null avec moins de deux catégories ou sans réponse
 */
export const representativite = (effectifs: readonly number[], parts: readonly number[]): Representativite | null => {
  const n = effectifs.reduce((s, v) => s + v, 0);
  const total = parts.reduce((s, v) => s + v, 0);
  if (effectifs.length < 2 || n === 0 || total <= 0) return null;
  const attendues = parts.map((part) => part / total);
  const observees = effectifs.map((effectif) => effectif / n);
  const statistique = effectifs.reduce((s, effectif, k) => s + carre(effectif - n * (attendues[k] as number)) / (n * (attendues[k] as number)), 0);
  const poids = attendues.map((part, k) => Math.min(POIDS.maxi, Math.max(POIDS.mini, part / (observees[k] as number))));
  const somme = effectifs.reduce((s, effectif, k) => s + effectif * (poids[k] as number), 0);
  const carres = effectifs.reduce((s, effectif, k) => s + effectif * carre(poids[k] as number), 0);
  const ddl = effectifs.length - 1;
  return { statistique, ddl, p: queueKhi2(statistique, ddl), attenduMin: n * Math.min(...attendues), ecarts: observees.map((part, k) => part - (attendues[k] as number)), poids, effectifEfficace: (somme * somme) / carres };
};
