// Ce que vaut une formule : nombre, texte, logique, vide, erreur ou bloc ; et comment on passe de l'un à l'autre, comme dans Excel en français.
import { estErreur, type Cellule } from '../../socle/cellule';
import { enTexteCourant, lisSaisie } from '../nombres';

/** Une erreur de tableur : le code que montre la cellule, la phrase que lit la personne. */
export class Faute {
  constructor(
    readonly code: string,
    readonly phrase: string,
  ) {}
}

export type Valeur = Cellule | Faute;
export type Reference = { readonly feuille: string; readonly haut: number; readonly gauche: number; readonly bas: number; readonly droite: number };

/** Plusieurs cellules ; `reference` est null pour un bloc calculé. */
export class Bloc {
  constructor(
    readonly lignes: readonly (readonly Valeur[])[],
    readonly reference: Reference | null,
  ) {}
}
export type Operande = Valeur | Bloc;

/** Ce qu'un fichier écrit, ce qu'Excel en français montre. */
const CODES: readonly (readonly [fichier: string, francais: string, phrase: string])[] = [
  ['#DIV/0!', '#DIV/0!', 'Une division par zéro, ou une moyenne sans aucun nombre.'],
  ['#N/A', '#N/A', 'La valeur cherchée n’existe pas.'],
  ['#NAME?', '#NOM?', 'Un nom de la formule n’existe pas.'],
  ['#NULL!', '#NUL!', 'Ces deux plages n’ont aucune cellule commune.'],
  ['#NUM!', '#NOMBRE!', 'Un nombre est hors de ce que la fonction accepte.'],
  ['#REF!', '#REF!', 'Une cellule citée n’existe plus.'],
  ['#VALUE!', '#VALEUR!', 'Une valeur n’est pas du genre attendu.'],
  ['#SPILL!', '#PROPAGATION!', 'Le résultat occupe plusieurs cellules, et l’une d’elles n’est pas vide.'],
];
const codeDe = (fichier: string) => (phrase?: string): Faute => {
  const [, francais, usuelle] = CODES.find(([code]) => code === fichier)!;
  return new Faute(francais, phrase ?? usuelle);
};
export const division = codeDe('#DIV/0!');
export const introuvable = codeDe('#N/A');
export const nomInconnu = codeDe('#NAME?');
export const horsBornes = codeDe('#NUM!');
export const referencePerdue = codeDe('#REF!');
export const mauvaiseValeur = codeDe('#VALUE!');
export const propagation = codeDe('#SPILL!');

const VERS_FRANCAIS = new Map(CODES.map(([fichier, francais]) => [fichier, francais]));
const VERS_FICHIER = new Map(CODES.map(([fichier, francais]) => [francais, fichier]));
export const codeFrancais = (code: string): string => VERS_FRANCAIS.get(code.toUpperCase()) ?? code;
export const codeFichier = (code: string): string => VERS_FICHIER.get(code.toUpperCase()) ?? code;
export const phraseDuCode = (code: string): string => CODES.find(([, francais]) => francais === codeFrancais(code))?.[2] ?? 'Cette cellule porte une erreur.';

/** Une cellule du classeur telle qu'une formule la voit : une erreur écrite y est une erreur. */
export const depuisCellule = (cellule: Cellule): Valeur => (estErreur(cellule) ? new Faute(codeFrancais(cellule), phraseDuCode(cellule)) : cellule);

/** Une seule valeur ; un bloc de plusieurs cellules n'en est pas une. */
export const scalaire = (x: Operande): Valeur => {
  if (!(x instanceof Bloc)) return x;
  if (x.lignes.length === 1 && x.lignes[0]!.length === 1) return x.lignes[0]![0]!;
  return mauvaiseValeur('La formule attend une seule cellule et a reçu une plage. Donnez une cellule et recopiez la formule vers le bas.');
};

/** Un nombre, ou la faute ; un vide vaut 0, VRAI vaut 1, « 12,5 » et « 12/03/2026 » se lisent. */
export const enNombre = (x: Operande): number | Faute => {
  const v = scalaire(x);
  if (v instanceof Faute || typeof v === 'number') return v;
  if (v === null) return 0;
  if (typeof v === 'boolean') return v ? 1 : 0;
  const lue = lisSaisie(v, 0).valeur;
  return typeof lue === 'number' ? lue : mauvaiseValeur(`La formule attend un nombre et a reçu « ${v.length > 40 ? `${v.slice(0, 40)}…` : v} ». Corrigez cette cellule.`);
};

export const enTexte = (x: Operande): string | Faute => {
  const v = scalaire(x);
  if (v instanceof Faute || typeof v === 'string') return v;
  if (v === null) return '';
  return typeof v === 'boolean' ? (v ? 'VRAI' : 'FAUX') : enTexteCourant(v);
};

export const enLogique = (x: Operande): boolean | Faute => {
  const v = scalaire(x);
  if (v instanceof Faute || typeof v === 'boolean') return v;
  if (v === null) return false;
  if (typeof v === 'number') return v !== 0;
  if (/^vrai$/i.test(v)) return true;
  if (/^faux$/i.test(v)) return false;
  return mauvaiseValeur('La formule attend VRAI ou FAUX et a reçu un texte.');
};

const rangDuGenre = (v: Cellule): number => (typeof v === 'boolean' ? 2 : typeof v === 'string' ? 1 : 0);
const plie = (texte: string): string => texte.toLowerCase();

/** L'ordre d'Excel : nombres, puis textes (sans casse), puis logiques ; un vide vaut 0, « » ou FAUX selon l'autre. */
export const compare = (a: Cellule, b: Cellule): number => {
  const vide = (autre: Cellule): Cellule => (typeof autre === 'string' ? '' : typeof autre === 'boolean' ? false : 0);
  const [x, y] = [a ?? vide(b), b ?? vide(a)];
  if (rangDuGenre(x) !== rangDuGenre(y)) return rangDuGenre(x) - rangDuGenre(y);
  if (typeof x === 'string') return plie(x) < plie(y as string) ? -1 : plie(x) > plie(y as string) ? 1 : 0;
  return Number(x) - Number(y);
};
