// Les valeurs d'une plage d'Excel, rendues neutres : les dates d'un classeur 1904 ramenées à 1900, et rien d'autre à traduire.
import { codeDeDate, DECALAGE_1904 } from '../src/fichier/xlsx-dates';
import type { Cellule, Plage } from '../src/socle/cellule';
import { erreur } from '../src/socle/erreurs';

/**
 * @param date1904 alors les formats de nombre ont été demandés aussi
 * @throws ErreurClasseur au-delà de cinq millions de cellules, Excel rend null sans erreur : ce n'est pas un vide
 */
export const valeursDe = (plage: Excel.Range, date1904: boolean): Plage => {
  const valeurs = plage.values as Cellule[][] | null;
  if (!Array.isArray(valeurs)) throw erreur('Excel n’a pas rendu les cellules demandées : il y en a trop', 'Réduisez le nombre de lignes, puis recommencez');
  if (!date1904) return valeurs;
  const formats = plage.numberFormat as string[][];
  return valeurs.map((ligne, i) => ligne.map((valeur, j) => (typeof valeur === 'number' && codeDeDate(formats[i]?.[j] ?? '') ? valeur + DECALAGE_1904 : valeur)));
};

/** Poids moyen d'une cellule dans la réponse, mesuré sur quelques lignes. */
export const octetsParCellule = (plage: Plage): number => {
  const pas = Math.max(1, Math.floor(plage.length / 50));
  const lignes = plage.filter((_, i) => i % pas === 0);
  const cellules = lignes.reduce((total, ligne) => total + ligne.length, 0);
  return cellules === 0 ? 0 : JSON.stringify(lignes).length / cellules;
};
