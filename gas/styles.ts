// Les styles d'un lot, rassemblés : un appel par valeur de style, quel que soit le nombre de zones qui la portent.
import type { Zone } from '../src/socle/cellule';
import type { FormatNombre, Modification, Style } from '../src/socle/classeur';
import { a1, type Chantier } from './chantier';

export type Stylage = Extract<Modification, { genre: 'styler' }>;
type Plages = GoogleAppsScript.Spreadsheet.RangeList;

const FORMATS: Readonly<Record<FormatNombre, string>> = { pourcent: '0.0"\u00a0"%', entier: '#,##0', decimal: '#,##0.0', date: 'dd/mm/yyyy', texte: '@' };
const ALIGNEMENTS = { gauche: 'left', centre: 'center', droite: 'right' } as const;
const VERTICAUX = { haut: 'top', milieu: 'middle' } as const;
const BORDURE = '#BFBFBF';

type Pose<C extends keyof Style> = (plages: Plages, valeur: NonNullable<Style[C]>) => unknown;
const POSES: { readonly [C in keyof Style]-?: Pose<C> } = {
  gras: (plages, valeur) => plages.setFontWeight(valeur ? 'bold' : 'normal'),
  italique: (plages, valeur) => plages.setFontStyle(valeur ? 'italic' : 'normal'),
  taille: (plages, valeur) => plages.setFontSize(valeur),
  couleur: (plages, valeur) => plages.setFontColor(`#${valeur}`),
  fond: (plages, valeur) => plages.setBackground(`#${valeur}`),
  format: (plages, valeur) => plages.setNumberFormat(FORMATS[valeur]),
  alignement: (plages, valeur) => plages.setHorizontalAlignment(ALIGNEMENTS[valeur]),
  vertical: (plages, valeur) => plages.setVerticalAlignment(VERTICAUX[valeur]),
  renvoi: (plages, valeur) => plages.setWrap(valeur),
  bordure: (plages, valeur) =>
    valeur === 'fine'
      ? plages.setBorder(true, true, true, true, true, true, BORDURE, SpreadsheetApp.BorderStyle.SOLID)
      : plages.setBorder(null, null, true, null, null, null, BORDURE, SpreadsheetApp.BorderStyle.SOLID_MEDIUM),
};

const croise = (a: Zone, b: Zone): boolean =>
  a.ligne < b.ligne + b.lignes && b.ligne < a.ligne + a.lignes && a.colonne < b.colonne + b.colonnes && b.colonne < a.colonne + a.colonnes;

/** Les zones de chaque valeur d'une propriété ; une zone qui en recouvre une d'une autre valeur ouvre une passe, pour que la dernière l'emporte. */
const passes = (zones: readonly { readonly zone: Zone; readonly valeur: unknown }[]): Map<unknown, Zone[]>[] => {
  const faites: Map<unknown, Zone[]>[] = [];
  let enCours = new Map<unknown, Zone[]>();
  for (const { zone, valeur } of zones) {
    if ([...enCours].some(([autre, posees]) => autre !== valeur && posees.some((posee) => croise(posee, zone)))) {
      faites.push(enCours);
      enCours = new Map();
    }
    enCours.set(valeur, [...(enCours.get(valeur) ?? []), zone]);
  }
  return [...faites, enCours];
};

const poseSurFeuille = (chantier: Chantier, nom: string, styles: readonly Stylage[]): void => {
  // Une seule plage qui les contient toutes : la grille n'est agrandie, et les limites vérifiées, qu'une fois.
  const zone: Zone = { feuille: nom, ligne: 1, colonne: 1, lignes: Math.max(...styles.map((s) => s.zone.ligne + s.zone.lignes - 1)), colonnes: Math.max(...styles.map((s) => s.zone.colonne + s.zone.colonnes - 1)) };
  chantier.plage(zone);
  for (const clef of Object.keys(POSES) as (keyof Style)[]) {
    const posees = styles.filter((s) => s.style[clef] !== undefined).map((s) => ({ zone: s.zone, valeur: s.style[clef] }));
    for (const passe of passes(posees)) {
      for (const [valeur, zones] of passe) (POSES[clef] as (plages: Plages, v: unknown) => unknown)(chantier.feuille(nom).getRangeList(zones.map(a1)), valeur);
    }
  }
};

export const poseStyles = (chantier: Chantier, styles: readonly Stylage[]): void => {
  for (const nom of new Set(styles.map(({ zone }) => zone.feuille))) poseSurFeuille(chantier, nom, styles.filter(({ zone }) => zone.feuille === nom));
};
