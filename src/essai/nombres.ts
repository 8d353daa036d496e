// Nombres, pourcentages et dates comme un Excel en français les lit quand on les tape, et les écrit quand rien n'est précisé.
import { existe, jourDe, civil, type Jour } from '../socle/jours';
import { sansAccents } from '../socle/normalise';

export type FormatSaisi = 'date' | 'heure' | 'dateHeure' | 'pourcent0' | 'pourcent' | 'euros' | null;
export type Saisie = { readonly valeur: string | number | boolean | null; readonly format: FormatSaisi };

const MOIS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'];
const moisNomme = (mot: string): number => {
  const nu = mot.replace(/\.$/, '');
  return nu.length < 3 ? 0 : MOIS.findIndex((mois) => mois === nu || (mois.startsWith(nu) && (nu.length === 4 || nu.length === 3))) + 1;
};

/** Deux chiffres : 00–29 est de ce siècle, 30–99 du précédent (règle d'Excel). */
const anneeDe = (texte: string | undefined, aujourdhui: Jour): number => {
  if (texte === undefined) return aujourdhui > 0 ? civil(aujourdhui).annee : 0;
  const n = Number(texte);
  return texte.length === 2 ? n + (n < 30 ? 2000 : 1900) : n;
};

const DATE = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/;
const DATE_EN_LETTRES = /^(\d{1,2}|1er)[ -]([a-z]{3,9}\.?)(?:[ -](\d{4}|\d{2}))?$/;
const HEURE = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

const lisDate = (texte: string, aujourdhui: Jour): Jour | null => {
  const chiffres = DATE.exec(texte);
  const lettres = chiffres ? null : DATE_EN_LETTRES.exec(texte);
  const parties = chiffres ? [chiffres[1]!, chiffres[3]!, chiffres[4]] : lettres ? [lettres[1]!, String(moisNomme(lettres[2]!)), lettres[3]] : null;
  if (parties === null) return null;
  const [annee, mois, jour] = [anneeDe(parties[2], aujourdhui), Number(parties[1]), parseInt(parties[0]!, 10)];
  // Le tableur ne connaît pas de date avant 1900.
  return annee >= 1900 && existe(annee, mois, jour) ? jourDe(annee, mois, jour) : null;
};

const lisHeure = (texte: string): number | null => {
  const m = HEURE.exec(texte);
  if (!m || Number(m[2]) > 59 || Number(m[3] ?? 0) > 59) return null;
  return (Number(m[1]) * 3600 + Number(m[2]) * 60 + Number(m[3] ?? 0)) / 86400;
};

const NOMBRE = /^([+-]?)(\d{1,3}(?: \d{3})+|\d+)?(?:,(\d*))?(?:e([+-]?\d{1,3}))?( ?%| ?€)?$/;

const lisNombre = (texte: string): Saisie | null => {
  const m = NOMBRE.exec(texte);
  if (!m || (m[2] === undefined && !m[3])) return null;
  const [, signe, entier = '0', decimales = '', exposant = '0', unite = ''] = m;
  const valeur = Number(`${signe}${entier.replace(/ /g, '')}.${decimales || '0'}e${exposant}`);
  if (!Number.isFinite(valeur)) return null;
  // En décimal, pour que « 71,3 % » vaille 0,713 et pas 0,7129999….
  if (unite.trim() === '%') return { valeur: Number(`${valeur}e-2`), format: decimales === '' ? 'pourcent0' : 'pourcent' };
  return { valeur, format: unite.trim() === '€' ? 'euros' : null };
};

/** Ce que devient un texte tapé dans une cellule. @param aujourdhui pour « 12/03 » ; 0 : sans année, ce n'est pas une date */
export const lisSaisie = (tape: string, aujourdhui: Jour): Saisie => {
  const texte = sansAccents(tape);
  if (texte === '') return { valeur: null, format: null };
  if (texte === 'vrai' || texte === 'faux') return { valeur: texte === 'vrai', format: null };
  const nombre = lisNombre(texte);
  if (nombre !== null) return nombre;
  const jour = lisDate(texte, aujourdhui);
  if (jour !== null) return { valeur: jour, format: 'date' };
  const heure = lisHeure(texte);
  if (heure !== null) return { valeur: heure, format: 'heure' };
  const [debut, fin] = [texte.slice(0, texte.lastIndexOf(' ')), texte.slice(texte.lastIndexOf(' ') + 1)];
  const [date, moment] = [lisDate(debut, aujourdhui), lisHeure(fin)];
  if (date !== null && moment !== null && moment < 1) return { valeur: date + moment, format: 'dateHeure' };
  return { valeur: tape, format: null };
};

/** Un nombre au format « Standard » : dix chiffres au plus, virgule décimale, sans séparateur de milliers. */
export const enTexteCourant = (n: number, chiffres = 15): string => {
  const precis = Number(n.toPrecision(chiffres));
  if (precis !== 0 && (Math.abs(precis) >= 1e20 || Math.abs(precis) < 1e-9)) {
    const [mantisse = '', exposant = ''] = precis.toExponential().split('e');
    return `${mantisse.replace('.', ',')}E${exposant[0]}${exposant.slice(1).padStart(2, '0')}`;
  }
  return (String(precis).includes('e') ? precis.toFixed(0) : String(precis)).replace('.', ',');
};
