// Les plages que la personne n'a pas le droit de modifier dans une feuille ouverte : à dire avant d'écrire, en nommant les cellules.
import { adresse, lettres, type Rectangle } from '../cellule';
import type { Feuille } from '../classeur';
import { erreur, type ErreurClasseur } from '../erreurs';

/** Ce que deux rectangles ont en commun, ou rien. */
const commun = (a: Rectangle, b: Rectangle): Rectangle[] => {
  const [ligne, colonne] = [Math.max(a.ligne, b.ligne), Math.max(a.colonne, b.colonne)];
  const lignes = Math.min(a.ligne + a.lignes, b.ligne + b.lignes) - ligne;
  const colonnes = Math.min(a.colonne + a.colonnes, b.colonne + b.colonnes) - colonne;
  return lignes > 0 && colonnes > 0 ? [{ ligne, colonne, lignes, colonnes }] : [];
};

const cellules = ({ ligne, colonne, lignes, colonnes }: Rectangle): string => {
  const debut = `${lettres(colonne)}${ligne}`;
  return lignes === 1 && colonnes === 1 ? debut : `${debut}:${lettres(colonne + colonnes - 1)}${ligne + lignes - 1}`;
};

const NOMMEES = 5;

/** @param intact ce qui n'a pas été fait, « rien n’a été changé » @returns le refus qui nomme les cellules, ou null quand toutes sont ouvertes */
export const refusDesVerrous = ({ nom, verrous = [] }: Feuille, touchees: readonly Rectangle[], intact = 'rien n’a été changé'): ErreurClasseur | null => {
  const fermees = touchees.flatMap((touchee) => verrous.flatMap((verrou) => commun(touchee, verrou)));
  const [premiere] = fermees;
  if (premiere === undefined) return null;
  const noms = [...new Set(fermees.map(cellules))];
  const dites = `${noms.slice(0, NOMMEES).join(', ')}${noms.length > NOMMEES ? '…' : ''}`;
  return erreur(`Une protection vous interdit d’écrire en ${dites} ; ${intact}`, 'Demandez ce droit à la personne qui l’a posée, puis recommencez', adresse(nom, premiere.ligne, premiere.colonne));
};
