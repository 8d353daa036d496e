// Un .csv collé dans une seule colonne : chaque cellule est une ligne à découper, guillemets compris.
import { dsvFormat } from 'd3-dsv';
import type { Cellule } from './cellule';

/** Les champs d'une ligne ; le BOM que laisse un copier-coller en tête du premier est retiré. */
export const dsv = (separateur: string, cellule: Cellule | undefined): readonly string[] => {
  if (cellule === null || cellule === undefined || cellule === '') return [];
  return dsvFormat(separateur).parseRows(String(cellule).replace(/^\ufeff/, ''))[0] ?? [];
};
