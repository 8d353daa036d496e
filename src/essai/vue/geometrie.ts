// Où est chaque ligne et chaque colonne de la grille, en pixels.
import type { Feuille } from '../feuille';
import { COLONNES_MAX, LIGNES_MAX } from '../../fichier/limites';
import { affiche } from '../affichage';
import { largeurDe } from './police';

export type Axe = {
  readonly nombre: number;
  /** Position du bord de l'élément `n` (à partir de 1) ; `debut(nombre + 1)` est la taille totale. */
  debut(n: number): number;
  taille(n: number): number;
  /** L'élément qui couvre cette position, entre 1 et `nombre`. */
  a(position: number): number;
};

const HAUTEUR_LIGNE = 21;
/** Sans largeur dans le fichier : de quoi lire une date. */
const CARACTERES = 10.5;
const MARGES = 9;

/** Un fichier compte les largeurs en chiffres de la police du tableur. */
const chiffre = (): number => Math.max(7, largeurDe('0', false));

const axe = (tailles: Float64Array): Axe => {
  const bords = new Float64Array(tailles.length + 1);
  for (let i = 0; i < tailles.length; i++) bords[i + 1] = bords[i]! + tailles[i]!;
  const nombre = tailles.length;
  return {
    nombre,
    debut: (n) => bords[Math.min(Math.max(n - 1, 0), nombre)]!,
    taille: (n) => tailles[n - 1] ?? 0,
    a: (position) => {
      let [bas, haut] = [0, nombre];
      while (bas < haut) {
        const milieu = (bas + haut) >> 1;
        if (bords[milieu + 1]! <= position) bas = milieu + 1;
        else haut = milieu;
      }
      return Math.min(bas + 1, nombre);
    },
  };
};

/** Sans largeurs dans le fichier (un .csv), celles de ses premières lignes. */
const largeurDuContenu = (feuille: Feuille, colonne: number): number => {
  let caracteres = 0;
  for (let i = 1; i <= Math.min(60, feuille.vue.valeurs.length); i++) caracteres = Math.max(caracteres, affiche(feuille.valeur(i, colonne), 'General').length);
  return Math.min(280, Math.max(CARACTERES, caracteres) * chiffre() + MARGES);
};

/** @param derniere la dernière cellule que la personne a atteinte : la grille va au moins jusque-là */
export const geometrie = (feuille: Feuille, derniere: { readonly ligne: number; readonly colonne: number }): { readonly lignes: Axe; readonly colonnes: Axe } => {
  const { lignes, colonnes } = feuille.etendue();
  const { largeurs, hauteurs, masquees } = feuille.vue;
  const hautes = new Float64Array(Math.min(LIGNES_MAX, Math.max(lignes + 60, derniere.ligne + 40, 100))).fill(HAUTEUR_LIGNE);
  for (const [ligne, points] of hauteurs) if (ligne <= hautes.length) hautes[ligne - 1] = Math.max(HAUTEUR_LIGNE - 3, Math.round((points * 4) / 3));
  for (const ligne of masquees) if (ligne <= hautes.length) hautes[ligne - 1] = 0;
  const unite = chiffre();
  const larges = new Float64Array(Math.min(COLONNES_MAX, Math.max(colonnes + 8, derniere.colonne + 8, 26)));
  for (let c = 1; c <= larges.length; c++) {
    const caracteres = largeurs.get(c);
    larges[c - 1] = caracteres !== undefined ? Math.round(caracteres * unite + (caracteres === 0 ? 0 : 5)) : largeurs.size === 0 && c <= colonnes ? largeurDuContenu(feuille, c) : Math.round(CARACTERES * unite);
  }
  return { lignes: axe(hautes), colonnes: axe(larges) };
};
