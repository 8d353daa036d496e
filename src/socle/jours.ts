// Les jours civils : des entiers, jamais une `Date` (rien-perdu.md E4 : fuseaux et heures d'été y font perdre des jours).

/** Un jour civil : le jour de série du calendrier 1900 des tableurs, compté depuis le 30/12/1899 (le 01/01/1970 est 25569). */
export type Jour = number;

export type DateCivile = { readonly annee: number; readonly mois: number; readonly jour: number };

/** Décalage de 10 000 ans (25 ères de 400 ans) : tout est positif, et une division entière tronque comme elle arrondit vers le bas. */
const ANNEES = 10000;
/** Du 1er mars de l'an −10000 au 30/12/1899, origine des tableurs. */
const ORIGINE = 25 * 146097 + 693899;

/** Premier jour d'un mois compté depuis l'an 0 : `annee * 12 + mois - 1`. Calendrier grégorien prolongé dans les deux sens. */
export const premierDuMois = (moisAbsolu: number): Jour => {
  // L'année commence ici en mars : le 29 février tombe à la fin, et les mois ont des longueurs régulières (153 jours tous les 5 mois).
  const depuisMars = moisAbsolu - 2 + ANNEES * 12;
  const annee = (depuisMars / 12) | 0;
  const mois = depuisMars - annee * 12;
  return annee * 365 + ((annee / 4) | 0) - ((annee / 100) | 0) + ((annee / 400) | 0) + (((153 * mois + 2) / 5) | 0) - ORIGINE;
};

/** Mois d'un jour, compté depuis l'an 0 : `annee * 12 + mois - 1`. Deux mois se soustraient donc. */
export const moisDe = (jour: Jour): number => {
  const depuisOrigine = jour + ORIGINE;
  const ere = (depuisOrigine / 146097) | 0;
  const dansEre = depuisOrigine - ere * 146097;
  const annee = ((dansEre - ((dansEre / 1460) | 0) + ((dansEre / 36524) | 0) - ((dansEre / 146096) | 0)) / 365) | 0;
  const dansAnnee = dansEre - (365 * annee + ((annee / 4) | 0) - ((annee / 100) | 0));
  return (annee + ere * 400 - ANNEES) * 12 + (((5 * dansAnnee + 2) / 153) | 0) + 2;
};

/** Sans contrôle : le 31/02 donne le 3 mars (ou le 2), le mois 13 donne janvier suivant. Voir `existe`. */
export const jourDe = (annee: number, mois: number, jour: number): Jour => premierDuMois(annee * 12 + mois - 1) + jour - 1;

const estBissextile = (annee: number): boolean => annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0);

/** De 28 à 31 ; `mois` de 1 à 12. */
export const longueurDuMois = (annee: number, mois: number): number =>
  // 31 jours un mois sur deux, l'alternance reprenant en août.
  mois === 2 ? (estBissextile(annee) ? 29 : 28) : 30 + ((mois + (mois >> 3)) & 1);

/** Vrai si la date est au calendrier, années 1 à 9999 (au-delà, les tableurs n'écrivent plus de date). */
export const existe = (annee: number, mois: number, jour: number): boolean =>
  Number.isInteger(annee) &&
  Number.isInteger(mois) &&
  Number.isInteger(jour) &&
  annee >= 1 &&
  annee <= 9999 &&
  mois >= 1 &&
  mois <= 12 &&
  jour >= 1 &&
  (jour <= 28 || jour <= longueurDuMois(annee, mois));

export const civil = (jour: Jour): DateCivile => {
  const moisAbsolu = moisDe(jour);
  const annee = Math.floor(moisAbsolu / 12);
  return { annee, mois: moisAbsolu - annee * 12 + 1, jour: jour - premierDuMois(moisAbsolu) + 1 };
};

/** 1 = lundi … 7 = dimanche. Le 30/12/1899 était un samedi. */
export const jourSemaine = (jour: Jour): number => {
  const reste = (jour + 5) % 7;
  return (reste < 0 ? reste + 7 : reste) + 1;
};

const sur = (nombre: number, largeur: number): string => String(nombre).padStart(largeur, '0');

/** « 2026-03-12 » */
export const versIso = (jour: Jour): string => {
  const date = civil(jour);
  return `${sur(date.annee, 4)}-${sur(date.mois, 2)}-${sur(date.jour, 2)}`;
};

/** L'inverse exact de `versIso` : dix caractères et une date qui existe, sinon null. Pour ce que les gens écrivent, voir dates-texte.ts. */
export const deIso = (texte: string): Jour | null => {
  const parties = /^(\d{4})-(\d\d)-(\d\d)$/.exec(texte);
  if (!parties) return null;
  const annee = Number(parties[1]);
  const mois = Number(parties[2]);
  const jour = Number(parties[3]);
  return existe(annee, mois, jour) ? jourDe(annee, mois, jour) : null;
};

/** Même quantième `n` mois plus tard (ou plus tôt), le dernier jour du mois quand ce quantième n'y est pas : 31/12 + 2 mois = 28/02. */
export const ajouteMois = (jour: Jour, n: number): Jour => {
  const moisAbsolu = moisDe(jour);
  const premier = premierDuMois(moisAbsolu + n);
  const quantieme = premier + jour - premierDuMois(moisAbsolu);
  const dernier = premierDuMois(moisAbsolu + n + 1) - 1;
  return quantieme < dernier ? quantieme : dernier;
};

/** Jour où le silence gardé vaut décision : deux mois après la réception (CRPA L231-1), de quantième à quantième (domaine §2.2). */
export const dateSilence = (reception: Jour): Jour => ajouteMois(reception, 2);
