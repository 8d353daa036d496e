// Une empreinte courte d'un texte (FNV-1a, deux fois 32 bits) : elle dit si deux contenus diffèrent, elle ne protège de rien.

const fnv = (texte: string, depart: number): number => {
  let h = depart;
  for (let i = 0; i < texte.length; i++) h = Math.imul(h ^ texte.charCodeAt(i), 16777619);
  return h >>> 0;
};

export const empreinte = (texte: string): string => fnv(texte, 2166136261).toString(16).padStart(8, '0') + fnv(texte, 3735928559).toString(16).padStart(8, '0');
