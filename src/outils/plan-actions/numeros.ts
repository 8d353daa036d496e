// Le numéro suivant, dans la façon de numéroter que le plan a déjà : préfixe et zéros gardés, aucun trou comblé, aucun numéro repris (domaine.md §3.1).
import type { Jour } from '../../socle/jours';
import { anneeDe } from './echeances';

type Numero = { readonly prefixe: string; readonly rang: number; readonly largeur: number };

const lis = (texte: string): Numero | null => {
  const lu = /^(.*?)(\d+)$/.exec(texte.trim());
  return lu === null ? null : { prefixe: lu[1] as string, rang: Number(lu[2]), largeur: (lu[2] as string).length };
};

const deux = (rang: number, largeur: number): string => String(rang).padStart(largeur, '0');

/**
 * @param au donne l'année d'un plan neuf (« 2026-01 »), et ouvre une année nouvelle dans un plan numéroté par année
 * @returns un nombre si tous les numéros en sont, un texte sinon
 */
export const numeroSuivant = (numeros: readonly unknown[], au: Jour | null): string | number => {
  // 0 : Excel de bureau le donne pour une cellule vide. Un titre de colonne n'a pas de chiffre à la fin.
  const remplis = numeros.filter((valeur) => (typeof valeur === 'number' && valeur > 0) || (typeof valeur === 'string' && lis(valeur) !== null));
  if (remplis.length > 0 && remplis.every((valeur) => typeof valeur === 'number' && Number.isInteger(valeur))) return (remplis as number[]).reduce((a, b) => Math.max(a, b)) + 1;
  const lus = remplis.flatMap((valeur) => lis(String(valeur)) ?? []);
  const dernier = lus[lus.length - 1];
  if (dernier === undefined) return au === null ? '01' : `${anneeDe(au)}-01`;
  const annee = /^(.*?)((?:19|20)\d\d)(\D+)$/.exec(dernier.prefixe);
  const prefixe = annee !== null && au !== null && anneeDe(au) > Number(annee[2]) ? `${annee[1]}${anneeDe(au)}${annee[3]}` : dernier.prefixe;
  const freres = lus.filter((numero) => numero.prefixe === prefixe);
  return `${prefixe}${deux(Math.max(0, ...freres.map(({ rang }) => rang)) + 1, Math.max(...(freres.length > 0 ? freres : [dernier]).map(({ largeur }) => largeur)))}`;
};
