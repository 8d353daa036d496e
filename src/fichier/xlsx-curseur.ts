// Ce que le parcours d'une feuille montre d'une cellule : son genre, sa place, les bornes de son contenu dans le texte.

/** Genres de cellules (attribut « t »). */
export const NOMBRE = 0;
export const PARTAGEE = 1;
export const TEXTE = 2;
export const RICHE = 3;
export const BOOLEEN = 4;
export const FAUTE = 5;
export const DATE_ISO = 6;

/** Le curseur : un seul objet, réécrit d'une cellule à l'autre pour ne rien allouer. Les positions visent le texte de la feuille ; −1 : absent. */
export type Curseur = {
  ligne: number;
  masquee: boolean;
  debutLigne: number;
  contenuLigne: number;
  /** Vrai si la ligne est sans contenu (« <row r="3"/> »). */
  ligneSeule: boolean;
  colonne: number;
  /** Faux si la cellule (ou la ligne) ne dit pas sa place : elle suit alors la précédente. */
  explicite: boolean;
  style: number;
  genre: number;
  debut: number;
  fin: number;
  valeur: number;
  finValeur: number;
  formule: number;
};

export const ENTRER = 0;
export const SAUTER = 1;
export const ARRETER = 2;

export type Visiteur = {
  /** À chaque ligne : entrer, sauter ses cellules ou arrêter là. */
  readonly ligne?: (curseur: Curseur) => number;
  readonly cellule?: (curseur: Curseur) => void;
  /** Après la dernière cellule d'une ligne où l'on est entré ; `fin` est la position de sa balise fermante. */
  readonly finLigne?: (curseur: Curseur, fin: number) => void;
};

export const genreDe = (texte: string, debut: number, longueur: number): number => {
  const premier = texte.charCodeAt(debut);
  if (longueur === 1) return premier === 115 ? PARTAGEE : premier === 98 ? BOOLEEN : premier === 101 ? FAUTE : premier === 100 ? DATE_ISO : NOMBRE;
  return premier === 115 ? TEXTE : premier === 105 ? RICHE : NOMBRE;
};
