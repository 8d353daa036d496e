// D'une zone du port à un objet Range : lignes et colonnes y sont comptées à partir de 0.
import type { Zone } from '../src/socle/cellule';
import { erreur } from '../src/socle/erreurs';

const LIGNES = 1_048_576;
const COLONNES = 16_384;

/** Vrai si `dedans` tient tout entière dans `zone`. */
export const contient = (zone: Zone, dedans: Zone): boolean =>
  zone.feuille === dedans.feuille && dedans.ligne >= zone.ligne && dedans.colonne >= zone.colonne && dedans.ligne + dedans.lignes <= zone.ligne + zone.lignes && dedans.colonne + dedans.colonnes <= zone.colonne + zone.colonnes;

/**
 * La plage d'une zone, pour ce seul envoi : sans `untrack`, la bibliothèque la garderait vivante dans Excel et un envoi de plus la libérerait.
 * @throws ErreurClasseur zone hors de la grille
 */
export const plageDe = (feuille: Excel.Worksheet, { feuille: nom, ligne, colonne, lignes, colonnes }: Zone): Excel.Range => {
  if (ligne < 1 || colonne < 1 || lignes < 1 || colonnes < 1 || ligne + lignes - 1 > LIGNES || colonne + colonnes - 1 > COLONNES) throw erreur(`Une zone sort de la feuille « ${nom} »`, 'Réduisez le nombre de lignes ou de colonnes');
  const plage = feuille.getRangeByIndexes(ligne - 1, colonne - 1, lignes, colonnes);
  plage.untrack();
  return plage;
};
