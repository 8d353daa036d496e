// Un hasard qui se rejoue : la même graine donne la même suite (mulberry32).
export type Hasard = {
  /** Dans [0, 1[. */
  reel(): number;
  /** Un entier de a à b, bornes comprises. */
  entre(a: number, b: number): number;
  chance(p: number): boolean;
  parmi<T>(choix: readonly T[]): T;
};

export const hasard = (graine: number): Hasard => {
  let etat = (Math.imul(graine ^ 0x9e3779b9, 0x85ebca6b) ^ (graine >>> 13)) >>> 0;
  const reel = (): number => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const entre = (a: number, b: number): number => a + Math.floor(reel() * (b - a + 1));
  return { reel, entre, chance: (p) => reel() < p, parmi: (choix) => choix[entre(0, choix.length - 1)]! };
};
