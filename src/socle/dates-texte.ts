// Lire une date telle qu'un agent ou un logiciel l'a écrite (domaine §8, cas 3 à 5 et 21). Rien n'est deviné : un code dit ce qui manque.
import { A_REPRENDRE, PAS_UNE_DATE, SANS_JOUR, type Ordre } from './dates-codes';
import { dateEnChiffres } from './dates-chiffres';
import { dateEnLettres } from './dates-lettres';

export { AVANT_1900, DATE_IMPOSSIBLE, PAS_UNE_DATE, SANS_JOUR, sansAnnee, type Ordre } from './dates-codes';

/**
 * Le jour civil écrit dans un texte (> 0), ou un code négatif : `PAS_UNE_DATE`, `DATE_IMPOSSIBLE`, `SANS_JOUR`, `AVANT_1900`, ou une date
 * sans année (`sansAnnee`). L'heure et le fuseau sont lus pour être vérifiés, puis laissés : le jour est celui qui est écrit.
 * @param ordre sens des dates en chiffres ; sans effet sur les dates ISO ni sur les mois en lettres
 */
export const lisDateTexte = (texte: string, ordre: Ordre = 'jour-mois'): number => {
  const date = dateEnChiffres(texte, ordre);
  return date === A_REPRENDRE ? dateEnLettres(texte, ordre) : date;
};

const DEUX_PREMIERS_NOMBRES = /^\D*(\d{1,2})[\s./\u2010\u2011\u2013-]+(\d{1,2})(?!\d)/;

/**
 * Ce qu'une date en chiffres prouve de son ordre : 25/03/2021 ne se lit que jour-mois, 03/25/2021 que mois-jour, 05/03/2021 ne prouve
 * rien (null), pas plus qu'une date ISO, un mois en lettres ou un texte qui n'est pas une date.
 */
export const ordreDe = (texte: string): Ordre | null => {
  const nombres = DEUX_PREMIERS_NOMBRES.exec(texte);
  if (!nombres) return null;
  const n1 = Number(nombres[1]);
  const n2 = Number(nombres[2]);
  const ordre = n1 > 12 && n2 <= 12 ? 'jour-mois' : n2 > 12 && n1 <= 12 ? 'mois-jour' : null;
  if (ordre === null || n1 < 1 || n2 < 1 || n1 > 31 || n2 > 31) return null;
  const date = lisDateTexte(texte, ordre);
  return date === PAS_UNE_DATE || date === SANS_JOUR ? null : ordre;
};
