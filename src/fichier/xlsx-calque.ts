// Le calque d'une feuille : ce qu'un lot demande à ses cellules, accumulé dans l'ordre pour n'en réécrire le texte qu'une fois.
import type { Cellule, Zone } from '../socle/cellule';
import type { Style } from '../socle/classeur';

/** `code` : un format de nombre dans l'écriture du fichier, pour ce que tape une personne. */
export type StyleDeCellule = Style & { readonly code?: string };

/** `valeur` absente : la cellule garde la sienne. `efface` : elle perd aussi son style d'avant. */
export type Retouche = {
  readonly valeur?: Cellule;
  readonly efface?: true;
  readonly style?: StyleDeCellule;
  /** La formule que la personne a tapée, dans l'écriture du fichier ; `valeur` est alors son résultat, null s'il n'est pas connu. */
  readonly formule?: { readonly texte: string; readonly portee: string | null };
  /** La formule reste ; seul son résultat, `valeur`, change. */
  readonly recalcul?: true;
  /** Les autres cellules de la formule partagée ont reçu leur propre formule dans le même calque. */
  readonly reprise?: true;
};
export type LigneRetouchee = { hauteur?: number; readonly cellules: Map<number, Retouche> };
export type Calque = Map<number, LigneRetouchee>;

export const ligneDe = (calque: Calque, numero: number): LigneRetouchee => {
  const connue = calque.get(numero);
  if (connue) return connue;
  const neuve: LigneRetouchee = { cellules: new Map() };
  calque.set(numero, neuve);
  return neuve;
};

const chaque = (zone: Omit<Zone, 'feuille'>, geste: (ligne: number, colonne: number) => void): void => {
  for (let i = 0; i < zone.lignes; i++) for (let j = 0; j < zone.colonnes; j++) geste(zone.ligne + i, zone.colonne + j);
};

export const ecrisDans = (calque: Calque, ligne: number, colonne: number, valeur: Cellule): void => {
  const { cellules } = ligneDe(calque, ligne);
  cellules.set(colonne, { ...cellules.get(colonne), valeur });
};

export const styleDans = (calque: Calque, zone: Zone, style: Style): void =>
  chaque(zone, (ligne, colonne) => {
    const { cellules } = ligneDe(calque, ligne);
    const avant = cellules.get(colonne);
    cellules.set(colonne, { ...avant, style: { ...avant?.style, ...style } });
  });

/** Vide une zone déjà rognée à ce qui existe. */
export const videDans = (calque: Calque, zone: Omit<Zone, 'feuille'>): void => chaque(zone, (ligne, colonne) => ligneDe(calque, ligne).cellules.set(colonne, { valeur: null, efface: true }));

/** Dernière ligne et dernière colonne que le calque touche. */
export const bornes = (calque: Calque): { readonly lignes: number; readonly colonnes: number } => {
  let [lignes, colonnes] = [0, 0];
  for (const [numero, { cellules }] of calque) {
    if (cellules.size > 0 && numero > lignes) lignes = numero;
    for (const colonne of cellules.keys()) if (colonne > colonnes) colonnes = colonne;
  }
  return { lignes, colonnes };
};
