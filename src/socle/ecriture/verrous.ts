// Ce qui empêche d'écrire dans une feuille ouverte, plages protégées et fusions à cheval sur notre bord : à dire avant d'écrire, en nommant les cellules.
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

const nommees = (rectangles: readonly Rectangle[]): string => {
  const noms = [...new Set(rectangles.map(cellules))];
  return `${noms.slice(0, NOMMEES).join(', ')}${noms.length > NOMMEES ? '…' : ''}`;
};

/** @param intact ce qui n'a pas été fait, « rien n’a été changé » @returns le refus qui nomme les cellules, ou null quand toutes sont ouvertes */
export const refusDesVerrous = ({ nom, verrous = [] }: Feuille, touchees: readonly Rectangle[], intact = 'rien n’a été changé'): ErreurClasseur | null => {
  const fermees = touchees.flatMap((touchee) => verrous.flatMap((verrou) => commun(touchee, verrou)));
  const [premiere] = fermees;
  if (premiere === undefined) return null;
  return erreur(`Une protection vous interdit d’écrire en ${nommees(fermees)} ; ${intact}`, 'Demandez ce droit à la personne qui l’a posée, puis recommencez', adresse(nom, premiere.ligne, premiere.colonne));
};

/** Réécrire notre zone déferait ces fusions, hors d'elle aussi. @returns le refus qui les nomme, ou null */
export const refusDesDebords = ({ nom, debords = [] }: Feuille): ErreurClasseur | null => {
  const [premier] = debords;
  if (premier === undefined) return null;
  return erreur(`Des cellules fusionnées (${nommees(debords)}) débordent de la zone de « ${nom} » ; rien n’a été changé`, 'Défusionnez-les, puis recommencez', adresse(nom, premier.ligne, premier.colonne));
};
