// Les formes de date les plus courantes, lues caractère par caractère en une passe, sans rien allouer (performance.md, P4).
import { anneeEntiere, A_REPRENDRE, dateComplete, type Ordre } from './dates-codes';
import { finDuMot, motDeMois, rangDuMot } from './dates-mots';
import { estUneHeure } from './heures-texte';
import { estBlanc } from './normalise';

export const finDesChiffres = (texte: string, debut: number, fin: number): number => {
  let i = debut;
  while (i < fin) {
    const code = texte.charCodeAt(i);
    if (code < 48 || code > 57) break;
    i++;
  }
  return i;
};

export const valeur = (texte: string, debut: number, fin: number): number => {
  let total = 0;
  for (let i = debut; i < fin; i++) total = total * 10 + texte.charCodeAt(i) - 48;
  return total;
};

/** / - . et les tirets typographiques qu'un traitement de texte met à leur place. */
export const estSigne = (code: number): boolean => (code >= 45 && code <= 47) || code === 0x2010 || code === 0x2011 || code === 0x2013;

/** - . / : trois codes qui se suivent. */
const estSigneSimple = (code: number): boolean => code >= 45 && code <= 47;

/** Passe des blancs et au plus un signe. */
export const apresSeparateur = (texte: string, debut: number, fin: number): number => {
  let signeVu = false;
  let i = debut;
  while (i < fin) {
    const code = texte.charCodeAt(i);
    if (!signeVu && estSigne(code)) signeVu = true;
    else if (!estBlanc(code)) break;
    i++;
  }
  return i;
};

export const finitOuHeure = (texte: string, debut: number, fin: number): boolean => debut === fin || estUneHeure(texte, debut);

/** Deux chiffres, ou −1. */
const deuxChiffres = (texte: string, i: number): number => {
  const dizaine = texte.charCodeAt(i) - 48;
  const unite = texte.charCodeAt(i + 1) - 48;
  return dizaine >= 0 && dizaine <= 9 && unite >= 0 && unite <= 9 ? dizaine * 10 + unite : -1;
};

/** JJ/MM/AAAA et AAAA-MM-JJ, dix caractères, presque toutes les dates d'un registre : sans une boucle. `A_REPRENDRE` pour tout le reste. */
const dixCaracteres = (texte: string, ordre: Ordre): number => {
  const n1 = deuxChiffres(texte, 0);
  const n4 = deuxChiffres(texte, 8);
  if (n1 < 0 || n4 < 0) return A_REPRENDRE;
  if (estSigneSimple(texte.charCodeAt(2))) {
    const n2 = deuxChiffres(texte, 3);
    const n3 = deuxChiffres(texte, 6);
    if (n2 < 0 || n3 < 0 || !estSigneSimple(texte.charCodeAt(5))) return A_REPRENDRE;
    return ordre === 'jour-mois' ? dateComplete(n3 * 100 + n4, n2, n1) : dateComplete(n3 * 100 + n4, n1, n2);
  }
  const n2 = deuxChiffres(texte, 2);
  const n3 = deuxChiffres(texte, 5);
  if (n2 < 0 || n3 < 0 || !estSigneSimple(texte.charCodeAt(4)) || !estSigneSimple(texte.charCodeAt(7))) return A_REPRENDRE;
  return dateComplete(n1 * 100 + n2, n3, n4);
};

/** « 12 mars 2021 », « 1er mars 2021 » : une espace, le mois, une espace, l'année et rien d'autre. `A_REPRENDRE` pour tout le reste. */
const moisSimple = (texte: string, jour: number, finDuJour: number, fin: number): number => {
  let i = finDuJour;
  if (texte.charCodeAt(i) === 101 && texte.charCodeAt(i + 1) === 114) i += 2;
  if (texte.charCodeAt(i) !== 32) return A_REPRENDRE;
  const mot = motDeMois(texte, i + 1, fin);
  i = finDuMot(mot);
  if (mot === 0 || fin - i !== 5 || texte.charCodeAt(i) !== 32) return A_REPRENDRE;
  const siecle = deuxChiffres(texte, i + 1);
  const reste = deuxChiffres(texte, i + 3);
  return siecle < 0 || reste < 0 ? A_REPRENDRE : dateComplete(siecle * 100 + reste, rangDuMot(mot), jour);
};

/** JJ/MM/AA, J-M-AAAA, AAAA-M-J et « 12 mars 2021 », avec ou sans heure, un signe entre les nombres. `A_REPRENDRE` pour tout le reste. */
const unSigne = (texte: string, ordre: Ordre): number => {
  const fin = texte.length;
  let i = 0;
  let code = 0;
  let n1 = 0;
  while (i < fin && i < 5 && (code = texte.charCodeAt(i)) >= 48 && code <= 57) {
    n1 = n1 * 10 + code - 48;
    i++;
  }
  const l1 = i;
  if (l1 === 0 || l1 === 3 || l1 > 4) return A_REPRENDRE;
  if ((code === 32 || code === 101) && l1 < 3) return moisSimple(texte, n1, l1, fin);
  if (!estSigneSimple(code)) return A_REPRENDRE;
  const d2 = ++i;
  let n2 = 0;
  while (i < fin && i < 8 && (code = texte.charCodeAt(i)) >= 48 && code <= 57) {
    n2 = n2 * 10 + code - 48;
    i++;
  }
  const l2 = i - d2;
  if (l2 === 0 || l2 > 2 || !estSigneSimple(code)) return A_REPRENDRE;
  const d3 = ++i;
  let n3 = 0;
  while (i < fin && i < 10 && (code = texte.charCodeAt(i)) >= 48 && code <= 57) {
    n3 = n3 * 10 + code - 48;
    i++;
  }
  const l3 = i - d3;
  if (i < fin && !estUneHeure(texte, i)) return A_REPRENDRE;
  if (l1 === 4) return l3 === 1 || l3 === 2 ? dateComplete(n1, n2, n3) : A_REPRENDRE;
  if (l3 !== 4 && l3 !== 2) return A_REPRENDRE;
  return ordre === 'jour-mois' ? dateComplete(anneeEntiere(n3, l3), n2, n1) : dateComplete(anneeEntiere(n3, l3), n1, n2);
};

/** Les formes que les registres portent par milliers ; `A_REPRENDRE` pour toute autre. */
export const dateCourante = (texte: string, ordre: Ordre): number => {
  const date = texte.length === 10 ? dixCaracteres(texte, ordre) : A_REPRENDRE;
  return date === A_REPRENDRE ? unSigne(texte, ordre) : date;
};
