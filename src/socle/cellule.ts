// Ce qu'est une cellule pour le cœur, quel que soit le tableur qui la donne.

/**
 * Valeur neutre d'une cellule. Une date est un nombre : le jour de série du calendrier 1900 (l'heure en fraction),
 * les classeurs 1904 étant ramenés à 1900 par l'adaptateur. Une erreur du tableur est son texte (« #N/A »).
 * Une cellule vide est `null` ou `''`.
 */
export type Cellule = string | number | boolean | null;

/** Un rectangle de cellules, ligne par ligne, comme les tableurs les donnent. */
export type Plage = readonly (readonly Cellule[])[];

/** Un rectangle désigné : lignes et colonnes comptées à partir de 1, comme dans le tableur. */
export type Zone = {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly lignes: number;
  readonly colonnes: number;
};

/** Une zone, sans sa feuille. */
export type Rectangle = Omit<Zone, 'feuille'>;

/** Texte d'une formule que personne n'a encore calculée (classeur écrit par un programme, jamais ouvert). */
export const NON_CALCULEE = '#NON_CALCULÉE';

const ERREUR = /^#(N\/A|REF!|VALEUR!|VALUE!|DIV\/0!|NOM\?|NAME\?|NOMBRE!|NUM!|NUL!|NULL!|ERROR!|ERREUR!|CALC!|SPILL!|EPARS!|NON_CALCULÉE)/i;

export const estVide = (valeur: unknown): boolean => valeur === null || valeur === undefined || valeur === '';

/** Vrai pour « #N/A », « #REF! », « #VALEUR! »… : une erreur que le tableur affiche dans la cellule. */
export const estErreur = (valeur: unknown): valeur is string => typeof valeur === 'string' && valeur.charCodeAt(0) === 35 && ERREUR.test(valeur);

/** Le texte d'une cellule tel qu'il se lit ; rien pour un vide ou une erreur. */
export const enTexte = (valeur: Cellule | undefined): string => (estVide(valeur) || estErreur(valeur) ? '' : String(valeur).trim());

/** 1 → « A », 27 → « AA ». */
export const lettres = (colonne: number): string => {
  let reste = colonne;
  let texte = '';
  while (reste > 0) {
    const rang = (reste - 1) % 26;
    texte = String.fromCharCode(65 + rang) + texte;
    reste = (reste - 1 - rang) / 26;
  }
  return texte;
};

/** « A » → 1, « AA » → 27 ; 0 quand le texte ne désigne pas une colonne. */
export const numeroColonne = (texte: string): number => {
  if (!/^[a-z]{1,3}$/i.test(texte)) return 0;
  return [...texte.toUpperCase()].reduce((total, lettre) => total * 26 + lettre.charCodeAt(0) - 64, 0);
};

/** « Suivi!C37 » : le nom tel qu'il se lit sur l'onglet, sans les apostrophes des formules. */
export const adresse = (feuille: string, ligne: number, colonne: number): string => `${feuille}!${lettres(colonne)}${ligne}`;

/** « 'Suivi d''avril'!C2:C215 » : le nom de la feuille entre apostrophes, les siennes doublées. @param fixe absolue : « $C$2:$C$215 » */
export const reference = ({ feuille, ligne, colonne, lignes, colonnes }: Zone, fixe: boolean): string => {
  const coin = (l: number, c: number): string => (fixe ? `$${lettres(c)}$${l}` : `${lettres(c)}${l}`);
  const fin = lignes === 1 && colonnes === 1 ? '' : `:${coin(ligne + lignes - 1, colonne + colonnes - 1)}`;
  return `'${feuille.replace(/'/g, "''")}'!${coin(ligne, colonne)}${fin}`;
};

/** « Suivi!C37 », « 'Suivi d''avril'!$C$37 » : la cellule, comme une zone ; sans adresse lisible, A1 d'une feuille sans nom. */
export const zoneDeCellule = (adresseLue: string): Zone => {
  const coupe = adresseLue.lastIndexOf('!');
  const [, colonne = 'A', ligne = '1'] = /^\$?([A-Z]{1,3})\$?(\d+)(?::.*)?$/i.exec(adresseLue.slice(coupe + 1)) ?? [];
  return { feuille: adresseLue.slice(0, Math.max(0, coupe)).replace(/^'(.*)'$/, (_, nom: string) => nom.replace(/''/g, "'")), ligne: Number(ligne), colonne: numeroColonne(colonne), lignes: 1, colonnes: 1 };
};
