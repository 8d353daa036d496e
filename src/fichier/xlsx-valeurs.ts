// De la cellule du fichier à la valeur neutre : nombres, textes, dates, booléens, erreurs, formules jamais calculées.
import { NON_CALCULEE, type Cellule } from '../socle/cellule';
import { decode, decodeCellule } from './xml-texte';
import { partage, texteRiche } from './xlsx-chaines';
import { DECALAGE_1904, isoVersSerie } from './xlsx-dates';
import { BOOLEEN, DATE_ISO, FAUTE, NOMBRE, PARTAGEE, RICHE, TEXTE, type Curseur } from './xlsx-curseur';

export type Contexte = {
  readonly chaine: (rang: number) => string | null;
  readonly dates: Uint8Array;
  readonly date1904: boolean;
};

const PUISSANCES = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** Le nombre écrit entre deux positions. Jusqu'à 15 chiffres, un entier divisé par une puissance de dix est exactement arrondi ; au-delà, `Number`. */
export const nombre = (texte: string, debut: number, fin: number): number => {
  let i = debut;
  const negatif = texte.charCodeAt(i) === 45;
  if (negatif) i++;
  if (fin - i > 16 || i >= fin) return Number(texte.slice(debut, fin));
  let total = 0;
  let chiffres = 0;
  let apres = -1;
  for (; i < fin; i++) {
    const code = texte.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      total = total * 10 + code - 48;
      chiffres++;
    } else if (code === 46 && apres < 0) apres = chiffres;
    else return Number(texte.slice(debut, fin));
  }
  if (chiffres > 15) return Number(texte.slice(debut, fin));
  const valeur = apres < 0 ? total : total / PUISSANCES[chiffres - apres]!;
  return negatif ? -valeur : valeur;
};

/** Une formule au résultat vide (« <v></v> ») sans type : personne ne l'a calculée, ou elle rend « » ; la feuille entière le dira. */
export const estDouteuse = (c: Curseur): boolean => c.formule >= 0 && c.valeur >= 0 && c.finValeur === c.valeur && c.genre !== TEXTE;

/** Vrai si la cellule montre quelque chose : un simple style, ou une formule qui rend « », n'est pas une donnée. */
export const aUneValeur = (c: Curseur): boolean => (c.valeur >= 0 ? c.finValeur > c.valeur : c.formule >= 0 && c.genre !== TEXTE);

/**
 * @param calculee vrai si une formule de la feuille a un résultat : certains programmes écrivent « <v></v> » aussi bien pour une formule
 * qui rend « » que pour une formule jamais calculée ; dans une feuille calculée, la première explication est la bonne
 */
export const lecteurDeValeurs = (texte: string, prefixe: string, contexte: Contexte, calculee: boolean): ((c: Curseur) => Cellule) => {
  const { chaine, dates, date1904 } = contexte;
  const unique = partage();
  return (c) => {
    if (c.valeur < 0 || c.finValeur === c.valeur) {
      if (c.formule < 0 || c.genre === TEXTE) return null;
      return calculee && c.valeur >= 0 ? null : NON_CALCULEE;
    }
    switch (c.genre) {
      case NOMBRE: {
        const n = nombre(texte, c.valeur, c.finValeur);
        if (n !== n) return decode(texte.slice(c.valeur, c.finValeur));
        return date1904 && dates[c.style] === 1 ? n + DECALAGE_1904 : n;
      }
      case PARTAGEE:
        return chaine(nombre(texte, c.valeur, c.finValeur));
      case TEXTE:
        return unique(decodeCellule(texte.slice(c.valeur, c.finValeur)));
      case RICHE:
        return unique(texteRiche(texte, c.valeur, c.finValeur, prefixe));
      case BOOLEEN:
        return texte.charCodeAt(c.valeur) === 49 || texte.charCodeAt(c.valeur) === 116;
      case FAUTE:
        return unique(decode(texte.slice(c.valeur, c.finValeur)));
      case DATE_ISO: {
        const ecrit = decode(texte.slice(c.valeur, c.finValeur));
        return isoVersSerie(ecrit) ?? ecrit;
      }
      default:
        return null;
    }
  };
};
