// L'échéance d'une action, comme les gens l'écrivent : une date, un mois, un trimestre, une année ; elle vaut alors leur dernier jour (domaine.md §3.1).
import type { Cellule } from '../../socle/cellule';
import { estVide } from '../../socle/cellule';
import { lisDate } from '../../socle/dates-colonne';
import { anneeEntiere } from '../../socle/dates-codes';
import { sansAnnee } from '../../socle/dates-texte';
import { civil, existe, jourDe, longueurDuMois, type Jour } from '../../socle/jours';
import { sansAccents } from '../../socle/normalise';

/** Le mot entier, ou son abréviation : « décision » n'est pas décembre, « maintenance » n'est pas mai. */
const MOIS = [/^janv?(ier)?$/, /^fevr?(ier)?$/, /^mars$/, /^avr(il)?$/, /^mai$/, /^juin$/, /^juil(let)?$/, /^aout$/, /^sept?(embre)?$/, /^oct(obre)?$/, /^nov(embre)?$/, /^dec(embre)?$/];
const ANNEE = /(?:^|\D)((?:19|20)\d\d|\d\d)$/;

const finDuMois = (annee: number, mois: number): Jour => jourDe(annee, mois, longueurDuMois(annee, mois));

const rangDuMois = (mot: string): number => MOIS.findIndex((ecriture) => ecriture.test(mot)) + 1;

const PERIODE = /\b(?:([ts])\s?([1-4])|([1-4]) ?(?:er|re|e|eme|nd)? ?(trimestre|semestre)|(trimestre|semestre) ?([1-4]))\b/;

/** Ce qui relie les deux bouts d'un intervalle (« T1 2026 à T2 ») : sa fin est alors l'échéance. « Mars (au lieu de juin) » n'en est pas un. */
const LIEN = /^((19|20)\d\d|a|au|et|jusqu|fin)$/;
const apres = (texte: string, { index, 0: lu }: RegExpExecArray): string => texte.slice(index + lu.length).trim().replace(/^((19|20)\d\d )?((a|au|et) )?/, '');

const dernierMois = (mots: readonly string[]): number => {
  let mois = 0;
  for (const mot of mots) {
    const rang = rangDuMois(mot);
    if (rang > 0) mois = rang;
    else if (mois > 0 && !LIEN.test(mot)) break;
  }
  return mois;
};

/** « T3 », « 3e trimestre », « S1 », « 1er semestre » : leur dernier mois. */
const finDePeriode = (texte: string): number | null => {
  let lu = PERIODE.exec(texte);
  if (lu === null) return null;
  for (let reste = apres(texte, lu), suivante = PERIODE.exec(reste); suivante?.index === 0; reste = apres(reste, suivante), suivante = PERIODE.exec(reste)) lu = suivante;
  const trimestre = (lu[1] ?? lu[4] ?? lu[5] ?? '').startsWith('t');
  const rang = Number(lu[2] ?? lu[3] ?? lu[6]);
  return trimestre ? rang * 3 : rang <= 2 ? rang * 6 : null;
};

/**
 * @param annee celle que l'on suppose quand le texte n'en donne pas (« fin juin »)
 * @returns le jour, null pour une cellule vide ou « sans échéance », undefined pour un texte qui n'en est pas une
 */
export const lisEcheance = (valeur: unknown, annee: number): Jour | null | undefined => {
  if (estVide(valeur as Cellule) || (typeof valeur === 'string' && valeur.trim() === '')) return null;
  const jour = lisDate(valeur as Cellule);
  if (jour > 0) return jour;
  if (typeof valeur !== 'string') return jour === 0 ? null : undefined;
  const partiel = sansAnnee(jour);
  if (partiel !== null) return existe(annee, partiel.mois, partiel.jour) ? jourDe(annee, partiel.mois, partiel.jour) : undefined;
  const texte = sansAccents(valeur).replace(/[^a-z0-9]+/g, ' ').trim();
  if (/^(sans (echeance|objet|date)|permanent|continu|en continu|au fil de l eau|non definie?|a definir|nc|neant)/.test(texte)) return null;
  const ecrite = ANNEE.exec(texte)?.[1];
  const an = ecrite === undefined ? annee : anneeEntiere(Number(ecrite), ecrite.length);
  const periode = finDePeriode(texte);
  if (periode !== null) return finDuMois(an, periode);
  const mois = dernierMois(texte.split(' '));
  if (mois > 0) return finDuMois(an, mois);
  const chiffres = /^(?:(\d{1,2}) ((?:19|20)\d\d)|((?:19|20)\d\d) (\d{1,2}))$/.exec(texte);
  const enChiffres = Number(chiffres?.[1] ?? chiffres?.[4] ?? 0);
  if (chiffres !== null && enChiffres >= 1 && enChiffres <= 12) return finDuMois(Number(chiffres[2] ?? chiffres[3]), enChiffres);
  return /^(?:fin |courant |annee )?(?:19|20)\d\d$/.test(texte) && ecrite !== undefined ? jourDe(an, 12, 31) : undefined;
};

export const anneeDe = (jour: Jour): number => civil(jour).annee;
