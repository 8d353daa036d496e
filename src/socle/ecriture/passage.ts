// Deux agents qui écrivent la même feuille au même moment se voient, sans verrou, puisque Excel n'en a pas. Chaque passage pose sa clef dans la
// mémoire du classeur, dans le lot même où il écrit ; à la relecture, une clef qu'il n'avait pas vue avant d'écrire, ou la sienne ôtée, dit qu'un
// autre est passé au milieu. La clef reste après le passage : elle dit qui a écrit en dernier, et jusqu'où.
import type { Modification, Releve } from '../classeur';
import { union, type Etendue, type Marque } from './marque';

type Passage = { readonly plan: string; readonly etendue: Etendue };
type Memoire = Releve['memoire'];

const prefixe = (genre: string): string => `passage.${genre}.`;

const passagesDe = (memoire: Memoire, genre: string): Passage[] =>
  Object.entries(memoire).flatMap(([clef, texte]) => {
    const plan = clef.startsWith(prefixe(genre)) ? clef.slice(prefixe(genre).length) : '';
    const [, lignes, colonnes] = /^(\d+)x(\d+)$/.exec(texte) ?? [];
    return /^[0-9a-f]{16}$/.test(plan) && lignes !== undefined ? [{ plan, etendue: { lignes: Number(lignes), colonnes: Number(colonnes) } }] : [];
  });

export const pose = (genre: string, plan: string, { lignes, colonnes }: Etendue): Modification => ({ genre: 'memoriser', clef: prefixe(genre) + plan, valeur: `${lignes}x${colonnes}` });

/** Les autres passages connus avant d'écrire. */
export const vusPar = (memoire: Memoire, genre: string, plan: string): string[] => passagesDe(memoire, genre).map((p) => p.plan).filter((autre) => autre !== plan);

/** Ce qu'ils avaient écrit est recouvert : leurs clefs n'ont plus d'objet. */
export const oteVus = (memoire: Memoire, genre: string, vus: readonly string[]): Modification[] =>
  passagesDe(memoire, genre).filter(({ plan }) => vus.includes(plan)).map(({ plan }) => ({ genre: 'memoriser', clef: prefixe(genre) + plan, valeur: null }));

/** Un passage a écrit sans que celui qui a posé cette marque l'ait vu : la marque ne dit pas tout ce qui est à nous. */
export const estDoublee = ({ genre, etat, passage, plan, vus = [] }: Marque, memoire: Memoire): boolean =>
  etat !== 'neuf' && passagesDe(memoire, genre).some((autre) => autre.plan !== (passage ?? plan) && !vus.includes(autre.plan));

/** Tout ce que les passages ont pu écrire. */
export const etendueEcrite = (memoire: Memoire, genre: string, dont: Etendue): Etendue => passagesDe(memoire, genre).reduce((total, { etendue }) => union(total, etendue), dont);
