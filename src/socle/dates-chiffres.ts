// Les dates en chiffres sous toutes leurs formes (blancs, heures, AAAAMMJJ, sans année) ; les plus courantes d'abord, dans dates-courantes.ts.
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
import { apresSeparateur, dateCourante, estSigne, finDesChiffres, finitOuHeure, valeur } from './dates-courantes';
import { finDuMot, motDeMois, peutOuvrirUneDate, rangDuMot } from './dates-mots';
import { estBlanc } from './normalise';

const apresBlancs = (texte: string, debut: number, fin: number): number => {
  let i = debut;
  while (i < fin && estBlanc(texte.charCodeAt(i))) i++;
  return i;
};

/** Chiffres collés : AAAAMMJJ, ou un jour de série écrit en texte. Le reste est un numéro. */
const chiffresColles = (texte: string, debut: number, arret: number, fin: number): number => {
  const longueur = arret - debut;
  if (longueur === 5 && arret === fin) {
    const serie = valeur(texte, debut, arret);
    return serie >= 20000 && serie <= 80000 ? serie : PAS_UNE_DATE;
  }
  if (longueur !== 8) return PAS_UNE_DATE;
  const annee = valeur(texte, debut, debut + 4);
  const mois = valeur(texte, debut + 4, debut + 6);
  const jour = valeur(texte, debut + 6, arret);
  // Un mois ou un jour hors du possible trahit un identifiant de huit chiffres (JJMMAAAA compris : jamais deviné).
  if (!anneePlausible(annee) || mois < 1 || mois > 12 || jour < 1 || jour > 31) return PAS_UNE_DATE;
  return finitOuHeure(texte, arret, fin) ? dateComplete(annee, mois, jour) : A_REPRENDRE;
};

/** Deux nombres seulement : « 12/03 », « 10/2015 », « 2015-10 ». Un point ou une espace en feraient aussi bien un nombre (12.03, 1 234). */
const deuxNombres = (texte: string, debut: number, f1: number, i2: number, f2: number, fin: number, ordre: Ordre): number => {
  let code = 46;
  for (let i = f1; i < i2; i++) if (estSigne(texte.charCodeAt(i))) code = texte.charCodeAt(i);
  const l1 = f1 - debut;
  const l2 = f2 - i2;
  if (!finitOuHeure(texte, f2, fin)) return A_REPRENDRE;
  if (code === 46 || (f2 !== fin && (l1 > 2 || l2 > 2))) return PAS_UNE_DATE;
  const n1 = valeur(texte, debut, f1);
  const n2 = valeur(texte, i2, f2);
  if (l1 > 2 || l2 > 2) {
    const annee = l1 > 2 ? n1 : n2;
    const mois = l1 > 2 ? n2 : n1;
    return anneePlausible(annee) && mois >= 1 && mois <= 12 ? SANS_JOUR : PAS_UNE_DATE;
  }
  const mois = ordre === 'jour-mois' ? n2 : n1;
  const jour = ordre === 'jour-mois' ? n1 : n2;
  const date = dateSansAnnee(mois, jour);
  // « 45/60 » n'est une date dans aucun ordre.
  const lisible = mois >= 1 && jour >= 1 && mois <= 31 && jour <= 31 && (mois <= 12 || jour <= 12);
  return date !== DATE_IMPOSSIBLE || lisible ? date : PAS_UNE_DATE;
};

/** « 12 mars 2021 », « 1er févr. 21 », « 12-mai-2021 » ; les autres dates à mots passent par dates-lettres.ts. */
const moisEnLettres = (texte: string, jour: number, f1: number, fin: number): number => {
  let i = f1;
  // « 1er » : deux lettres collées au chiffre, qui ne commencent aucun mois.
  if ((texte.charCodeAt(i) | 32) === 101 && (texte.charCodeAt(i + 1) | 32) === 114) i += 2;
  i = apresSeparateur(texte, i, fin);
  const mot = motDeMois(texte, i, fin);
  if (mot === 0) return A_REPRENDRE;
  i = finDuMot(mot);
  if (i < fin && texte.charCodeAt(i) === 46) i++;
  i = apresSeparateur(texte, i, fin);
  const arret = finDesChiffres(texte, i, fin);
  const chiffres = arret - i;
  if ((chiffres !== 4 && chiffres !== 2) || !finitOuHeure(texte, arret, fin)) return A_REPRENDRE;
  return dateComplete(anneeEntiere(valeur(texte, i, arret), chiffres), rangDuMot(mot), jour);
};

/** Le jour civil, un code de dates-codes.ts, ou `A_REPRENDRE` quand le texte a des mots que ce lecteur ne connaît pas. */
export const dateEnChiffres = (texte: string, ordre: Ordre): number => {
  const date = dateCourante(texte, ordre);
  return date === A_REPRENDRE ? formeGenerale(texte, ordre) : date;
};

const formeGenerale = (texte: string, ordre: Ordre): number => {
  let fin = texte.length;
  while (fin > 0 && estBlanc(texte.charCodeAt(fin - 1))) fin--;
  let debut = apresBlancs(texte, 0, fin);
  const premier = texte.charCodeAt(debut);
  // L'apostrophe de tête dit au tableur « ceci est un texte » ; elle survit à certains exports (typographique : chemin lent).
  if (premier === 39) debut = apresBlancs(texte, debut + 1, fin);
  const f1 = finDesChiffres(texte, debut, fin);
  const l1 = f1 - debut;
  if (l1 === 0) return peutOuvrirUneDate(texte, debut) ? A_REPRENDRE : PAS_UNE_DATE;
  if (l1 > 2 && l1 !== 4) return chiffresColles(texte, debut, f1, fin);
  const i2 = apresSeparateur(texte, f1, fin);
  if (i2 === fin) return PAS_UNE_DATE;
  const f2 = finDesChiffres(texte, i2, fin);
  const l2 = f2 - i2;
  if (l2 === 0) return l1 === 4 ? A_REPRENDRE : moisEnLettres(texte, valeur(texte, debut, f1), f1, fin);
  if (l2 > 2) return l2 === 4 && l1 < 4 ? deuxNombres(texte, debut, f1, i2, f2, fin, ordre) : PAS_UNE_DATE;
  const i3 = apresSeparateur(texte, f2, fin);
  const f3 = i3 === f2 ? i3 : finDesChiffres(texte, i3, fin);
  const l3 = f3 - i3;
  const troisNombres = l1 === 4 ? l3 === 1 || l3 === 2 : l3 === 4 || l3 === 2;
  // Le troisième nombre peut n'être que l'heure : « 12/03 08:15 ».
  if (!troisNombres || !finitOuHeure(texte, f3, fin)) return deuxNombres(texte, debut, f1, i2, f2, fin, ordre);
  const n1 = valeur(texte, debut, f1);
  const n2 = valeur(texte, i2, f2);
  const n3 = valeur(texte, i3, f3);
  if (l1 === 4) return dateComplete(n1, n2, n3);
  const annee = anneeEntiere(n3, l3);
  return ordre === 'jour-mois' ? dateComplete(annee, n2, n1) : dateComplete(annee, n1, n2);
};
