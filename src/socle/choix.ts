// La liste de choix prise dans une plage, dans la forme anglaise que les tableurs enregistrent.
import { lettres, type Zone } from './cellule';
import type { Modification } from './classeur';

const absolue = ({ feuille, ligne, colonne, lignes, colonnes }: Zone, seule = false): string => {
  const coin = (l: number, c: number): string => `$${lettres(c)}$${l}`;
  const fin = seule || (lignes === 1 && colonnes === 1) ? '' : `:${coin(ligne + lignes - 1, colonne + colonnes - 1)}`;
  return `'${feuille.replace(/'/g, "''")}'!${coin(ligne, colonne)}${fin}`;
};

/** Les lignes d'une même thématique se suivent : leur plage se trouve par la première et par leur nombre. Sans correspondance, toute la plage. */
export const formuleDeChoix = ({ source, selon }: Extract<Modification, { genre: 'lister-depuis' }>): string => {
  if (selon === undefined) return absolue(source);
  const cellule = absolue(selon.cellule, true);
  const parmi = absolue(selon.parmi);
  return `IF(COUNTIF(${parmi},${cellule})=0,${absolue(source)},OFFSET(${absolue(source, true)},MATCH(${cellule},${parmi},0)-1,0,COUNTIF(${parmi},${cellule}),1))`;
};
