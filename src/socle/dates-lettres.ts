// Les dates qui ont des mots : jours de la semaine, mois anglais, trimestres, « fin juin ». Le chemin lent, après dates-chiffres.ts.
import {
  anneeEntiere,
  anneePlausible,
  A_REPRENDRE,
  DATE_IMPOSSIBLE,
  dateComplete,
  dateSansAnnee,
  PAS_UNE_DATE,
  SANS_JOUR,
  type Ordre,
} from './dates-codes';
import { dateEnChiffres } from './dates-chiffres';
import { jourNomme, moisNomme } from './dates-mots';
import { estUneHeure } from './heures-texte';
import { jourSemaine } from './jours';
import { sansAccents } from './normalise';

/** Au-delà, c'est une phrase (la plus longue date d'un export, heure et fuseau en toutes lettres, tient en 90). */
const LONGUEUR_MAX = 100;

const JOUR_DE_SEMAINE = /^([a-z]{3,9})[., -]+(?=\S)(?:le )?/;
// « 12 mars 2021 », « 1er mars », « 12th of March 21 » ; deux chiffres suivis de « : » ou de « h » sont une heure, pas une année.
const JOUR_MOIS = /^(\d{1,2}) ?(?:er|e|eme|st|nd|rd|th)?[ ./-]*(?:of |de )?([a-z]{3,9})\.?(?:[ ,./-]*(\d{4}|\d{2})(?![\d:]| ?h))?(.*)$/;
// « 2021 mars 12 », « 2021-oct »
const ANNEE_MOIS = /^(\d{4})[ ./-]*([a-z]{3,9})\.?(?:[ ./-]*(\d{1,2})(?![\d:]| ?h))?(.*)$/;
// « Mar 12, 2021 », « March 12th 2021 », « Mar-12-2021 »
const MOIS_JOUR = /^([a-z]{3,9})\.?(?: ?([-/.]) ?(\d{1,2}) ?\2 ?| ?(\d{1,2})(?:er|st|nd|rd|th)?[ ,]+)(\d{4})(.*)$/;
// « March 12th » : le suffixe dit que c'est un jour ; sans lui, « oct 15 » est un mois et une année.
const MOIS_QUANTIEME = /^([a-z]{3,9})\.? ?(\d{1,2})(?:er|st|nd|rd|th)$/;
const MOIS_SEUL = /^(?:(?:fin|debut|mi|courant)[ -](?:du )?(?:mois )?(?:de |d')?)?([a-z]{3,9})\.?(?:[ ./-]*'?(\d{4}|\d{1,2}))?$/;
const TRIMESTRE =
  /^(?:[tq] ?[1-4][ ./-]*(?:\d{4}|\d{2})|\d{4}[ ./-]*[tq] ?[1-4]|(?:[1-4] ?(?:er|e|eme|nd|nde)?|premier|deuxieme|second|troisieme|quatrieme) (?:trimestre|semestre)(?:[ ./-]*(?:de |d')?\d{4})?)$/;

const moisDit = (mot: string | undefined): number => (mot === undefined ? 0 : moisNomme(mot));
const estUneSuite = (suite: string | undefined): boolean => suite === undefined || suite === '' || estUneHeure(suite, 0);
const an = (chiffres: string): number => anneeEntiere(Number(chiffres), chiffres.length);

const commenceParUnChiffre = (texte: string): number => {
  let parties = JOUR_MOIS.exec(texte);
  let mois = moisDit(parties?.[2]);
  if (parties && mois > 0) {
    if (!estUneSuite(parties[4])) return PAS_UNE_DATE;
    const jour = Number(parties[1]);
    return parties[3] === undefined ? dateSansAnnee(mois, jour) : dateComplete(an(parties[3]), mois, jour);
  }
  parties = ANNEE_MOIS.exec(texte);
  mois = moisDit(parties?.[2]);
  if (parties && mois > 0) {
    if (parties[3] !== undefined) return estUneSuite(parties[4]) ? dateComplete(Number(parties[1]), mois, Number(parties[3])) : PAS_UNE_DATE;
    return parties[4] === '' && anneePlausible(Number(parties[1])) ? SANS_JOUR : PAS_UNE_DATE;
  }
  return TRIMESTRE.test(texte) ? SANS_JOUR : PAS_UNE_DATE;
};

const commenceParUneLettre = (texte: string): number => {
  let parties = MOIS_JOUR.exec(texte);
  let mois = moisDit(parties?.[1]);
  if (parties && mois > 0) {
    return estUneSuite(parties[6]) ? dateComplete(Number(parties[5]), mois, Number(parties[3] ?? parties[4])) : PAS_UNE_DATE;
  }
  parties = MOIS_QUANTIEME.exec(texte);
  mois = moisDit(parties?.[1]);
  if (parties && mois > 0) return dateSansAnnee(mois, Number(parties[2]));
  parties = MOIS_SEUL.exec(texte);
  if (parties && moisDit(parties[1]) > 0) {
    const annee = parties[2];
    return annee === undefined || annee.length < 4 || anneePlausible(Number(annee)) ? SANS_JOUR : PAS_UNE_DATE;
  }
  return TRIMESTRE.test(texte) ? SANS_JOUR : PAS_UNE_DATE;
};

const sansJourDeSemaine = (texte: string, ordre: Ordre): number => {
  const premier = texte.charCodeAt(0);
  if (!(premier >= 48 && premier <= 57)) return commenceParUneLettre(texte);
  const date = dateEnChiffres(texte, ordre);
  return date === A_REPRENDRE ? commenceParUnChiffre(texte) : date;
};

/** Même contrat que `lisDateTexte`, pour les textes que `dateEnChiffres` n'a pas su finir. */
export const dateEnLettres = (texte: string, ordre: Ordre): number => {
  if (texte.length > LONGUEUR_MAX) return PAS_UNE_DATE;
  const propre = sansAccents(texte).replace(/^' ?/, '').replace(/^le (?=\S)/, '');
  const parties = JOUR_DE_SEMAINE.exec(propre);
  const mot = parties?.[1] ?? '';
  const attendu = jourNomme(mot);
  if (!parties || attendu === 0) return sansJourDeSemaine(propre, ordre);
  const date = sansJourDeSemaine(propre.slice(parties[0].length), ordre);
  if (date > 0) return jourSemaine(date) === attendu ? date : DATE_IMPOSSIBLE;
  if (date !== PAS_UNE_DATE && date !== SANS_JOUR) return date;
  // « mar. » est mardi ou mars (« mar-21 », « Mar 12, 2021 ») : mardi ne convenant pas, c'est le mois.
  return mot === 'mar' ? commenceParUneLettre(propre) : PAS_UNE_DATE;
};
