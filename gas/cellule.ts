// La cellule choisie par la personne, pour les commandes qui partent d'elle.
import { adresse } from '../src/socle/cellule';

/** « Plan!C12 », ou null quand rien n'est choisi. */
export const celluleChoisie = (): string | null => {
  const cellule = SpreadsheetApp.getActiveSpreadsheet().getCurrentCell();
  return cellule === null ? null : adresse(cellule.getSheet().getName(), cellule.getRow(), cellule.getColumn());
};
