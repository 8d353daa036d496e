// Une empreinte courte d'un contenu (FNV-1a, deux fois 32 bits) : elle dit si deux contenus diffèrent, elle ne protège de rien.

export type Hacheur = { ajoute(texte: string): void; rend(): string };

/** Pour un contenu trop grand pour tenir en un seul texte ; les morceaux ne se confondent pas (« ab », « c » n'est pas « a », « bc »). */
export const hacheur = (): Hacheur => {
  let a = 2166136261;
  let b = 3735928559;
  const avale = (code: number): void => {
    a = Math.imul(a ^ code, 16777619);
    b = Math.imul(b ^ code, 16777619);
  };
  return {
    ajoute: (texte) => {
      for (let i = 0; i < texte.length; i++) avale(texte.charCodeAt(i));
      avale(0x1f);
    },
    rend: () => (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0'),
  };
};

export const empreinte = (texte: string): string => {
  const hache = hacheur();
  hache.ajoute(texte);
  return hache.rend();
};
