// Vider une zone, et ce qui se pose sur elle : fusions, listes de choix, mises en forme conditionnelles.
import type { Zone } from '../src/socle/cellule';
import type { Regle } from '../src/socle/classeur';
import { estNotreNote } from './annexes';
import type { Chantier } from './chantier';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const contient = (zone: Zone, plage: Range): boolean =>
  plage.getRow() >= zone.ligne && plage.getColumn() >= zone.colonne && plage.getLastRow() < zone.ligne + zone.lignes && plage.getLastColumn() < zone.colonne + zone.colonnes;

/** Les règles de la feuille sans celles que la zone contient ; une règle à cheval garde ses plages du dehors. */
const sansRegles = (feuille: Sheet, zone: Zone): { readonly restent: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]; readonly change: boolean } => {
  let change = false;
  const restent = feuille.getConditionalFormatRules().flatMap((regle) => {
    const plages = regle.getRanges();
    const dehors = plages.filter((plage) => !contient(zone, plage));
    if (dehors.length === plages.length) return [regle];
    change = true;
    return dehors.length === 0 ? [] : [regle.copy().setRanges(dehors).build()];
  });
  return { restent, change };
};

/** « Effacer tout » dans la part de la zone que la feuille a : vider un million de lignes d'une feuille de mille ne coûte que mille lignes. */
export const vide = (chantier: Chantier, zone: Zone): void => {
  const plage = chantier.partie(zone);
  if (plage === null) return;
  for (const fusion of plage.getMergedRanges()) if (contient(zone, fusion)) fusion.breakApart();
  plage.clear();
  plage.clearDataValidations();
  plage.getNotes().forEach((rangee, i) => rangee.forEach((note, j) => {
    if (estNotreNote(note)) plage.getCell(i + 1, j + 1).clearNote();
  }));
  const feuille = chantier.feuille(zone.feuille);
  const { restent, change } = sansRegles(feuille, zone);
  if (change) feuille.setConditionalFormatRules(restent);
};

export const liste = (chantier: Chantier, zone: Zone, choix: readonly string[]): void => {
  chantier.plage(zone).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList([...choix], true).setAllowInvalid(false).build());
};

/** Des choix proposés : une autre saisie reste permise. Google ne sait pas les faire dépendre d'une autre cellule. */
export const listeDepuis = (chantier: Chantier, zone: Zone, source: Zone): void => {
  chantier.plage(zone).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(chantier.plage(source), true).setAllowInvalid(true).build());
};

const condition = (plage: Range, { operateur, valeur, style }: Regle): GoogleAppsScript.Spreadsheet.ConditionalFormatRule => {
  const debut = SpreadsheetApp.newConditionalFormatRule().setRanges([plage]);
  const posee =
    operateur === 'contient' ? debut.whenTextContains(String(valeur))
    : operateur === 'superieur' ? debut.whenNumberGreaterThan(Number(valeur))
    : operateur === 'inferieur' ? debut.whenNumberLessThan(Number(valeur))
    : typeof valeur === 'number' ? debut.whenNumberEqualTo(valeur)
    : debut.whenTextEqualTo(String(valeur));
  if (style.gras !== undefined) posee.setBold(style.gras);
  if (style.italique !== undefined) posee.setItalic(style.italique);
  if (style.couleur !== undefined) posee.setFontColor(`#${style.couleur}`);
  if (style.fond !== undefined) posee.setBackground(`#${style.fond}`);
  return posee.build();
};

/** Les règles de cette zone remplacent celles qu'elle contenait ; les autres gardent leur ordre. */
export const colore = (chantier: Chantier, zone: Zone, regles: readonly Regle[]): void => {
  const plage = chantier.plage(zone);
  const feuille = chantier.feuille(zone.feuille);
  feuille.setConditionalFormatRules([...sansRegles(feuille, zone).restent, ...regles.map((regle) => condition(plage, regle))]);
};
