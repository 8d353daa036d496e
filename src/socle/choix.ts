// La liste de choix prise dans une plage, dans la forme anglaise que les tableurs enregistrent.
import { reference, type Zone } from './cellule';
import type { Modification } from './classeur';

const absolue = (zone: Zone): string => reference(zone, true);
/** Le coin d'une plage. */
const coin = (zone: Zone): string => absolue({ ...zone, lignes: 1, colonnes: 1 });

/** Les lignes d'une même thématique se suivent : leur plage se trouve par la première et par leur nombre. Sans correspondance, toute la plage. */
export const formuleDeChoix = ({ source, selon }: Extract<Modification, { genre: 'lister-depuis' }>): string => {
  if (selon === undefined) return absolue(source);
  const cellule = coin(selon.cellule);
  const parmi = absolue(selon.parmi);
  return `IF(COUNTIF(${parmi},${cellule})=0,${absolue(source)},OFFSET(${coin(source)},MATCH(${cellule},${parmi},0)-1,0,COUNTIF(${parmi},${cellule}),1))`;
};
