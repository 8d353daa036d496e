// Poser des valeurs : le format « @ » avant chaque texte, l'apostrophe devant ce qui se lirait comme une formule, les dates selon le calendrier du classeur.
import { codeDeDate, DECALAGE_1904 } from '../src/fichier/xlsx-dates';
import type { Zone } from '../src/socle/cellule';
import { texteProtege, type CelluleSure } from '../src/socle/ecriture/cellule-sure';
import { CODES, formatSeul } from './formats';
import { plageDe } from './zones';

/** Sous « @ », un nombre deviendrait un texte. */
const SANS_FORMAT = 'General';

export type Pose = {
  readonly zone: Zone;
  readonly valeurs: readonly (readonly CelluleSure[])[];
  /** Les formats en place, quand ils comptent. */
  readonly formats: readonly (readonly string[])[] | undefined;
  /** Vrai pour une case que le même lot vient de mettre au format « @ ». */
  readonly misEnTexte: (ligne: number, colonne: number) => boolean;
  /** Dans un classeur 1904, les zones que le même lot met au format date ; null ailleurs. */
  readonly dates1904: readonly Zone[] | null;
};

const couvre = ({ ligne, colonne, lignes, colonnes }: Zone, l: number, c: number): boolean => l >= ligne && c >= colonne && l < ligne + lignes && c < colonne + colonnes;

export const pose = (feuille: Excel.Worksheet, { zone, valeurs, formats, misEnTexte, dates1904 }: Pose): void => {
  const plage = plageDe(feuille, zone);
  const cellules = valeurs.map((rangee) => Array.from({ length: zone.colonnes }, (_, j) => rangee[j] ?? null));
  const textes = cellules.reduce((total, rangee) => total + rangee.filter((valeur) => typeof valeur === 'string').length, 0);
  if (textes > 0 && textes === zone.lignes * zone.colonnes) formatSeul(plage, CODES.texte);
  else {
    // `null` laisse le format en place (documentation de Range.numberFormat).
    const voulus = cellules.map((rangee, i) => rangee.map((valeur, j) => (typeof valeur === 'string' ? CODES.texte : valeur !== null && (formats?.[i]?.[j] === CODES.texte || misEnTexte(zone.ligne + i, zone.colonne + j)) ? SANS_FORMAT : null)));
    if (voulus.some((rangee) => rangee.some((codeFormat) => codeFormat !== null))) plage.numberFormat = voulus as string[][];
  }
  const depuis1904 = (i: number, j: number): boolean => dates1904 !== null && (codeDeDate(formats?.[i]?.[j] ?? '') || dates1904.some((dates) => couvre(dates, zone.ligne + i, zone.colonne + j)));
  // `null` laisserait la cellule comme elle est ; '' la vide.
  plage.values = cellules.map((rangee, i) => rangee.map((valeur, j) => (valeur === null ? '' : typeof valeur === 'string' ? texteProtege(valeur) : typeof valeur === 'number' && depuis1904(i, j) ? valeur - DECALAGE_1904 : valeur)));
};
