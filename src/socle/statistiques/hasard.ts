// Le tirage au hasard, reproductible : xoshiro128** de Blackman et Vigna (domaine public), semé par splitmix32. Des entiers de 32 bits, pareils partout.

export type Hasard = {
  /** Un entier de 0 à n − 1, chacun aussi probable. */
  entier(n: number): number;
  /** `k` éléments sans remise, dans l'ordre de la liste ; toute la liste si elle est plus courte. */
  choisis<T>(liste: readonly T[], k: number): readonly T[];
};

/** @param graine un entier ; la même graine donne le même tirage dans tous les tableurs */
export const hasard = (graine: number): Hasard => {
  let semence = graine | 0;
  const seme = (): number => {
    semence = (semence + 0x9e3779b9) | 0;
    let t = semence ^ (semence >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let [a, b, c, d] = [seme(), seme(), seme(), seme()];
  const tourne = (x: number, k: number): number => (x << k) | (x >>> (32 - k));
  const suivant = (): number => {
    const resultat = Math.imul(tourne(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = tourne(d, 11);
    return resultat;
  };
  const entier = (n: number): number => {
    // Les derniers entiers de 32 bits, qui favoriseraient les petits restes, sont retirés.
    const limite = 4294967296 - (4294967296 % n);
    let tire = suivant();
    while (tire >= limite) tire = suivant();
    return tire % n;
  };
  const choisis = <T>(liste: readonly T[], k: number): readonly T[] => {
    const rangs = liste.map((_, rang) => rang);
    for (let i = 0; i < Math.min(k, rangs.length); i++) {
      const j = i + entier(rangs.length - i);
      [rangs[i], rangs[j]] = [rangs[j] as number, rangs[i] as number];
    }
    return rangs.slice(0, k).sort((x, y) => x - y).map((rang) => liste[rang] as T);
  };
  return { entier, choisis };
};
