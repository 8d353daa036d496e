// Test exact de Fisher d'un tableau 2 × 2, des deux côtés.

/** Deux tableaux aussi probables que l'observé à l'arrondi près comptent tous deux (même tolérance que R). */
const TOLERANCE = 1 + 1e-7;

/**
 * Probabilité, marges fixées, d'un tableau au plus aussi probable que [[a, b], [c, d]].
 * Les probabilités se déduisent l'une de l'autre depuis la plus grande : aucune factorielle, rien ne déborde.
 */
export const fisher = (a: number, b: number, c: number, d: number): number => {
  const [ligne, colonne, total] = [a + b, a + c, a + b + c + d];
  const [mini, maxi] = [Math.max(0, ligne + colonne - total), Math.min(ligne, colonne)];
  const rapport = (k: number): number => ((ligne - k) * (colonne - k)) / ((k + 1) * (total - ligne - colonne + k + 1));
  const mode = Math.min(maxi, Math.max(mini, Math.floor(((ligne + 1) * (colonne + 1)) / (total + 2))));
  const poids: number[] = [];
  poids[mode - mini] = 1;
  for (let k = mode; k < maxi; k++) poids[k + 1 - mini] = (poids[k - mini] as number) * rapport(k);
  for (let k = mode; k > mini; k--) poids[k - 1 - mini] = (poids[k - mini] as number) / rapport(k - 1);
  const observe = (poids[a - mini] as number) * TOLERANCE;
  let [extreme, tout] = [0, 0];
  for (const p of poids) {
    tout += p;
    if (p <= observe) extreme += p;
  }
  return Math.min(1, extreme / tout);
};
