// Ce qui, sous l'en-tête d'un tableau, n'est pas une donnée : totaux, séparateurs de mois, en-têtes répétés.
import { sansAccents } from '../normalise';

const TOTAL = /^(sous[ -]?)?(total|totaux|somme|moyenne|cumul|ensemble|nombre|nb|effectif|taux|mediane)\b/;
const MOIS = /^(janv(ier)?|fevr?(ier)?|mars|avr(il)?|mai|juin|juil(let)?|aout|sept?(embre)?|oct(obre)?|nov(embre)?|dec(embre)?)\.?( ?(20)?\d\d)?$|^(t[1-4]|[1-4](er|e|eme) trimestre|trimestre [1-4]|semaine \d+)( ?(20)?\d\d)?$/;

export const estLibelleDeTotal = (texte: string): boolean => TOTAL.test(sansAccents(texte));

/** « MARS », « Mars 2026 », « T1 2026 », « --- AVRIL --- » : une ligne qui sépare les mois. */
export const estSeparateur = (texte: string): boolean => MOIS.test(sansAccents(texte).replace(/^[^a-z0-9]+|[^a-z0-9.]+$/g, ''));
