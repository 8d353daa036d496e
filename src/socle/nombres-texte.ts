// Lire un nombre écrit en texte (« 8 jours », « 1 234 », « 71,3 % ») : domaine §8, cas 14. Ce qui peut se lire de deux façons n'est pas lu.
import { sansAccents } from './normalise';

/** Signe, chiffres (groupés par trois ou non), décimales, puis ce qui suit. */
const NOMBRE = /^([+-]?) ?(\d+(?:([ .,'])\d{3}(?:\3\d{3})*)?)(?:([.,])(\d+))?(?: ?(%|[a-z][a-z. ]*))?$/;

/** Jours que vaut une unité ; un mois, une heure, un jour ouvré ou ouvrable n'ont pas de nombre de jours fixe. */
const joursParUnite = (unite: string): number => {
  if (/^(j|jr|jrs|jour|jours)\.?( (calendaires?|cal\.?))?$/.test(unite)) return 1;
  return /^(sem|sems|semaine|semaines)\.?$/.test(unite) ? 7 : 0;
};

/**
 * « 8 j », « 8 jours » → 8 ; « 2 semaines » → 14 ; « 1 234 » → 1234 ; « 71,3 » et « 71.3 » → 71.3 ; « 71,3 % » → 0.713.
 * Null quand le texte n'est pas un nombre, n'en dit qu'une borne (« < 8 », « 10+ », « 8-10 »), a une autre unité (« 2 mois », « 48 h »,
 * « 8 jours ouvrés ») ou peut se lire de deux façons : « 1.234 » et « 1,234 » sont mille ou un et des millièmes.
 */
export const lisNombreTexte = (texte: string): number | null => {
  const parties = NOMBRE.exec(sansAccents(texte).replace(/^' ?/, ''));
  if (!parties) return null;
  const [, signe = '', entier = '', groupement, virgule, decimales = '', unite = ''] = parties;
  if (groupement !== undefined) {
    // Des groupes de trois commencent par un à trois chiffres, sans zéro de tête.
    if (!/^[1-9]\d{0,2}\D/.test(entier)) return groupement === '.' || groupement === ',' ? decimal(signe, entier, groupement, decimales, virgule, unite) : null;
    if (virgule === groupement) return null;
    // Un seul groupe après un point ou une virgule : mille ou millièmes, on ne sait pas.
    if ((groupement === '.' || groupement === ',') && virgule === undefined && entier.split(groupement).length === 2) return null;
  }
  return vaut(signe, entier.replace(/\D/g, ''), decimales, unite);
};

/** « 0,125 » ou « 12345,678 » : trois décimales qui ne peuvent pas être un groupe de milliers. */
const decimal = (signe: string, entier: string, separateur: string, decimales: string, virgule: string | undefined, unite: string): number | null => {
  const [gauche = '', droite = '', ...reste] = entier.split(separateur);
  return reste.length > 0 || virgule !== undefined || decimales !== '' ? null : vaut(signe, gauche, droite, unite);
};

/** Le pourcentage se décale dans l'écriture, pas par une division : 4,1 % vaut 0.041 et non 0.040999999999999995. */
const vaut = (signe: string, entier: string, decimales: string, unite: string): number | null => {
  const parUnite = unite === '' || unite === '%' ? 1 : joursParUnite(unite.trim());
  if (parUnite === 0) return null;
  const absolu = Number(`${entier}.${decimales || '0'}e${unite === '%' ? -2 : 0}`) * parUnite;
  // Quatre cents chiffres ne sont pas un nombre.
  if (!Number.isFinite(absolu)) return null;
  return signe === '-' ? 0 - absolu : absolu;
};
