// Les jours fériés de chaque zone, calculés d'après le droit (domaine §2.3), jamais recopiés d'un agenda (leçon de Zammad #390).
import { erreur } from './erreurs';
import { civil, jourDe, type Jour } from './jours';
import { sansAccents } from './normalise';

/** Les 13 zones des données de l'État, et les communes d'Alsace-Moselle où le vendredi saint n'est pas férié (L3134-13). */
export const ZONES = [
  'Métropole',
  'Alsace-Moselle',
  'Alsace-Moselle sans vendredi saint',
  'Guadeloupe',
  'Guyane',
  'Martinique',
  'Mayotte',
  'Nouvelle-Calédonie',
  'La Réunion',
  'Polynésie française',
  'Saint-Barthélemy',
  'Saint-Martin',
  'Wallis-et-Futuna',
  'Saint-Pierre-et-Miquelon',
] as const;

export type Zone = (typeof ZONES)[number];

let zonesParClef: Map<string, Zone> | null = null;

/** Ce qui reste d'un nom de zone quand on ôte tout ce que chacun écrit à sa façon : accents, tirets, article, « St ». */
const clef = (texte: string): string =>
  sansAccents(texte)
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replace(/^(la|le|l|en|a) /, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/^france metropolitaine$/, 'metropole');

/**
 * La zone que désigne un texte (« la reunion », « St Pierre et Miquelon ») ; rien d'écrit désigne la métropole.
 * @throws ErreurClasseur quand le texte ne désigne aucune zone
 */
export const zoneDe = (texte: string | null | undefined): Zone => {
  if (sansAccents(texte ?? '') === '') return 'Métropole';
  zonesParClef ??= new Map(ZONES.map((zone) => [clef(zone), zone]));
  const zone = zonesParClef.get(clef(texte ?? ''));
  if (zone === undefined) {
    throw erreur(
      `« ${(texte ?? '').slice(0, 60)} » n’est pas une zone de jours fériés connue`,
      `Écrivez l’une de celles-ci, ou rien pour la métropole : ${ZONES.join(', ')}`,
    );
  }
  return zone;
};

/** Dimanche de Pâques du calendrier grégorien, algorithme de Meeus (domaine §2.3). */
export const paques = (annee: number): Jour => {
  const a = annee % 19;
  const b = Math.floor(annee / 100);
  const c = annee % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const depuisMars = h + l - 7 * m + 114;
  return jourDe(annee, Math.floor(depuisMars / 31), (depuisMars % 31) + 1);
};

type Fete = readonly [nom: string, mois: number, jour: number];

/** Code du travail L3133-1 : les fêtes à date fixe. */
const FIXES: readonly Fete[] = [
  ['1er janvier', 1, 1],
  ['1er mai', 5, 1],
  ['8 mai', 5, 8],
  ['14 juillet', 7, 14],
  ['Assomption', 8, 15],
  ['Toussaint', 11, 1],
  ['11 novembre', 11, 11],
  ['Noël', 12, 25],
];

/** L3133-1 : les fêtes comptées depuis le dimanche de Pâques. */
const MOBILES: readonly (readonly [nom: string, ecart: number])[] = [
  ['lundi de Pâques', 1],
  ['Ascension', 39],
  ['lundi de Pentecôte', 50],
];

/** L3422-2 : la commémoration de l'abolition de l'esclavage, [mois, jour] ; Saint-Martin à part, dont la date a changé. */
const ABOLITION: { readonly [zone in Zone]?: readonly [mois: number, jour: number] } = {
  Mayotte: [4, 27],
  Martinique: [5, 22],
  Guadeloupe: [5, 27],
  Guyane: [6, 10],
  'Saint-Barthélemy': [10, 9],
  'La Réunion': [12, 20],
};

const abolition = (annee: number, zone: Zone): readonly [mois: number, jour: number] | undefined =>
  zone === 'Saint-Martin' ? [5, annee >= 2018 ? 28 : 27] : ABOLITION[zone];

const nomsParJour = (annee: number, zone: Zone): Map<Jour, string> => {
  const noms = new Map<Jour, string>();
  const ajoute = (jour: Jour, nom: string): void => {
    const deja = noms.get(jour);
    noms.set(jour, deja === undefined ? nom : `${deja} et ${nom}`);
  };
  for (const [nom, mois, jour] of FIXES) ajoute(jourDe(annee, mois, jour), nom);
  const dimanche = paques(annee);
  for (const [nom, ecart] of MOBILES) ajoute(dimanche + ecart, nom);
  // L3134-13 : le vendredi saint ne vaut que là où il y a un temple protestant ou une église mixte.
  if (zone === 'Alsace-Moselle') ajoute(dimanche - 2, 'Vendredi saint');
  if (zone === 'Alsace-Moselle' || zone === 'Alsace-Moselle sans vendredi saint') ajoute(jourDe(annee, 12, 26), '26 décembre');
  const jourAbolition = abolition(annee, zone);
  if (jourAbolition) ajoute(jourDe(annee, jourAbolition[0], jourAbolition[1]), 'abolition de l’esclavage');
  return noms;
};

/** Les jours fériés d'une année, triés, chacun une fois : en 2008 le 1er mai est aussi l'Ascension. */
export const feries = (annee: number, zone: Zone): readonly Jour[] => [...nomsParJour(annee, zone).keys()].sort((a, b) => a - b);

/** « Toussaint », ou « 1er mai et Ascension » quand deux fêtes tombent le même jour ; null un jour ordinaire. */
export const nomFerie = (jour: Jour, zone: Zone): string | null => nomsParJour(civil(jour).annee, zone).get(jour) ?? null;
