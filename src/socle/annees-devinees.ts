// « 12/03 » dans un registre : l'année que disent les lignes voisines, en un passage.
import { DATE_IMPOSSIBLE, lisDateTexte, sansAnnee, type Ordre } from './dates-texte';
import { civil, existe, jourDe, type Jour } from './jours';

export type Incomplete = { readonly rang: number; readonly texte: string };

/** Une réponse « 03/01 » à une demande du 20/12 est de l'année suivante, si le délai reste plausible. */
const DELAI_PLAUSIBLE = 183;

/** L'année des voisins quand ils s'accordent, sinon celle qui place la date entre les deux ; 0 sans voisin. */
const selonVoisins = (avant: Jour, apres: Jour, date: { readonly jour: number; readonly mois: number }): Jour => {
  if (avant === 0 && apres === 0) return 0;
  const anneeAvant = civil(avant || apres).annee;
  const anneeApres = civil(apres || avant).annee;
  for (let annee = Math.min(anneeAvant, anneeApres); annee <= Math.max(anneeAvant, anneeApres); annee++) {
    if (!existe(annee, date.mois, date.jour)) continue;
    const jour = jourDe(annee, date.mois, date.jour);
    if (anneeAvant === anneeApres || (jour >= Math.min(avant, apres) && jour <= Math.max(avant, apres))) return jour;
  }
  return 0;
};

/** « lundi 12 mars » ne peut pas être d'une année où le 12 mars est un jeudi : l'année écrite derrière, la date n'existe plus. */
const contreditLeJour = (texte: string, jour: Jour, ordre: Ordre): boolean => lisDateTexte(`${texte} ${civil(jour).annee}`, ordre) === DATE_IMPOSSIBLE;

/**
 * Rend le jour de chaque date sans année (0 quand rien ne permet de le dire), dans l'ordre des lignes.
 * @param jours les jours lus de la colonne, 0 où il n'y en a pas
 * @param incompletes les dates sans année, par rang croissant
 * @param receptions pour une réponse ou un AR, la réception de chaque ligne
 */
export const devineAnnees = (jours: Int32Array, incompletes: readonly Incomplete[], ordre: Ordre, receptions: Int32Array | null): Map<number, Jour> => {
  const devinees = new Map<number, Jour>();
  /** À chaque ligne, le premier jour lu à partir d'elle. */
  const suivants = new Int32Array(jours.length);
  jours.reduceRight((suivant, jour, rang) => (suivants[rang] = jour || suivant), 0);
  let precedent: Jour = 0;
  let i = 0;
  for (const { rang, texte } of incompletes) {
    for (; i < rang; i++) precedent = jours[i] || precedent;
    const date = sansAnnee(lisDateTexte(texte, ordre));
    if (date === null) continue;
    let jour = selonVoisins(precedent, suivants[rang] as Jour, date);
    if (jour === 0) continue;
    const annee = civil(jour).annee + 1;
    // Sans réception, zéro : aucun jour d'un registre n'en est à 183 jours.
    if (existe(annee, date.mois, date.jour) && jourDe(annee, date.mois, date.jour) - (receptions?.[rang] ?? 0) <= DELAI_PLAUSIBLE) jour = jourDe(annee, date.mois, date.jour);
    if (contreditLeJour(texte, jour, ordre)) continue;
    devinees.set(rang, jour);
    precedent = jour;
  }
  return devinees;
};
