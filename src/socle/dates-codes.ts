// Ce que rend la lecture d'une date écrite : un jour civil, ou un code négatif qui dit ce qui manque. Jamais une date devinée.
import { jourDe, longueurDuMois } from './jours';

/** Le texte n'est pas une date : référence, téléphone, nombre, mot… */
export const PAS_UNE_DATE = -1;
/** Le texte est une date qui n'est pas au calendrier : 31/02/2026, 12/18/2026 lu jour-mois, « lundi » un vendredi. */
export const DATE_IMPOSSIBLE = -2;
/** Un mois ou un trimestre sans jour : « oct-15 », « 10/2015 », « T3 2026 », « fin juin ». */
export const SANS_JOUR = -3;
/** La date existe mais précède le 31/12/1899 : les tableurs ne savent pas la compter (30/12/1899 est leur zéro). */
export const AVANT_1900 = -4;

/** Un jour et un mois sans année se codent −1MMJJ : « 12/03 » donne −10312. */
const BASE_SANS_ANNEE = 10000;

export type Ordre = 'jour-mois' | 'mois-jour';

/** Interne aux lecteurs : il y a des mots, le lecteur de chiffres passe la main. */
export const A_REPRENDRE = 0;

/** « 12/03 », « lundi 12 mars » : le jour et le mois lus, l'année restant à trouver ; null pour tout autre code. */
export const sansAnnee = (code: number): { readonly jour: number; readonly mois: number } | null => {
  const rang = -code - BASE_SANS_ANNEE;
  return rang > 100 ? { jour: rang % 100, mois: Math.floor(rang / 100) } : null;
};

/** Une date complète (année de quatre chiffres) : son jour civil, ou pourquoi elle n'en a pas. */
export const dateComplete = (annee: number, mois: number, jour: number): number => {
  if (mois < 1 || mois > 12 || jour < 1 || (jour > 28 && jour > longueurDuMois(annee, mois)) || annee < 1) return DATE_IMPOSSIBLE;
  const rang = jourDe(annee, mois, jour);
  return rang > 0 ? rang : AVANT_1900;
};

/** Un jour et un mois ; le 29 février est possible, l'année n'étant pas dite (2000 est bissextile). */
export const dateSansAnnee = (mois: number, jour: number): number =>
  mois >= 1 && mois <= 12 && jour >= 1 && jour <= longueurDuMois(2000, mois) ? -(BASE_SANS_ANNEE + mois * 100 + jour) : DATE_IMPOSSIBLE;

/** Les années écrites sur deux chiffres : 00–49 → 20xx, 50–99 → 19xx (domaine §8, cas 3). */
export const anneeEntiere = (annee: number, chiffres: number): number => (chiffres > 2 ? annee : annee + (annee < 50 ? 2000 : 1900));

/** Une année de registre : hors de là, quatre chiffres sont plus sûrement un numéro. */
export const anneePlausible = (annee: number): boolean => annee >= 1900 && annee <= 2199;
