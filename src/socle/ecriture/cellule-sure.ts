// versCellule() : la seule façon d'écrire une cellule. Un texte venu d'un registre ne doit jamais devenir une formule, une date ou un nombre.
import type { Cellule } from '../cellule';

declare const sure: unique symbol;
/** Un texte débarrassé de ce qu'une cellule ne peut pas porter ; seul `versCellule` en fabrique. */
export type TexteSur = string & { readonly [sure]: true };

/** Ce que l'on a le droit d'écrire : un nombre fini, un booléen, un texte sûr, ou rien. Une date est un nombre, avec un format de date à part. */
export type CelluleSure = number | boolean | null | TexteSur;

/** La limite d'Excel ; Google Sheets en accepte 50 000, la plus petite vaut partout pour que les résultats soient les mêmes. */
export const TEXTE_MAX = 32_767;

/** Caractères de contrôle que XML 1.0 refuse et qu'aucun tableur n'affiche ; tabulation et sauts de ligne restent. */
// eslint-disable-next-line no-control-regex -- ce sont justement eux que l'on ôte
const INTERDITS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Le texte tel qu'il se relira : sans caractères interdits, fins de ligne en LF, coupé à la limite sans couper une paire. */
const epure = (texte: string): string => {
  const coupe = texte.replace(INTERDITS, '').replace(/\r\n?/g, '\n').slice(0, TEXTE_MAX);
  return /[\ud800-\udbff]$/.test(coupe) ? coupe.slice(0, -1) : coupe;
};

/** @throws TypeError pour NaN ou l'infini : une absence de valeur s'écrit null */
export const versCellule = (valeur: Cellule): CelluleSure => {
  if (typeof valeur === 'string') return (epure(valeur) || null) as TexteSur | null;
  if (typeof valeur === 'number' && !Number.isFinite(valeur)) throw new TypeError('Un nombre à écrire n’est pas fini');
  return valeur;
};

export const versCellules = (plage: readonly (readonly Cellule[])[]): CelluleSure[][] => plage.map((ligne) => ligne.map(versCellule));

/**
 * Débuts qu'un tableur pourrait lire comme une formule ou une commande, et l'apostrophe qu'il avalerait : pleine chasse, petites formes,
 * exposants et indices compris, même derrière des espaces ou des marques invisibles qu'il ôterait.
 */
const DEBUT_DANGEREUX = /^(?:[\t\n]|[\s\u0085\p{Cf}]*[=+\-@'＝＋－＠＇﹦﹢﹣﹫⁼⁺⁻₌₊₋−﬩⩵⩶])/u;

/**
 * Le texte à donner à un hôte qui interprète ce qu'on lui donne (Range.values, setValues) : une apostrophe devant ce qui se lirait comme une
 * formule. La cellule doit avoir le format « @ » dans le même lot, avant la valeur : c'est lui qui garde « 01000 » et « 12/03/2026 » en texte.
 */
export const texteProtege = (texte: TexteSur): string => (DEBUT_DANGEREUX.test(texte) ? `'${texte}` : texte);
