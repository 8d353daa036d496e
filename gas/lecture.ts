// Le verbe « lis » sur Google Sheets : un appel par bloc, les Date ramenées en jours de série dans le fuseau du classeur.
import { estVide, type Cellule, type Plage, type Zone } from '../src/socle/cellule';
import type { Feuille, Lecture, Releve } from '../src/socle/classeur';
import { erreur } from '../src/socle/erreurs';
import { fuseauNomme, type Fuseau } from './fuseau';
import { marques } from './marques';
import { memoire } from './memoire';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Onglet = { readonly sheet: Sheet; readonly lignes: number; readonly colonnes: number };

/** Le fuseau n'est demandé qu'à la première Date. */
const lecteur = (classeur: GoogleAppsScript.Spreadsheet.Spreadsheet): ((valeur: unknown) => Cellule) => {
  let fuseau: Fuseau | null = null;
  return (valeur) => {
    if (valeur instanceof Date) return (fuseau ??= fuseauNomme(classeur.getSpreadsheetTimeZone())).serie(valeur);
    return estVide(valeur) ? null : (valeur as Cellule);
  };
};

/** Les feuilles que la personne ne peut pas modifier. Une plage protégée n'arrête que dans une feuille à nous : ailleurs, nous n'écrivons que là où elle le demande. */
const protegees = (classeur: GoogleAppsScript.Spreadsheet.Spreadsheet, notres: ReadonlyMap<number, string>): ReadonlySet<number> => {
  const bloquees = (genre: GoogleAppsScript.Spreadsheet.ProtectionType): number[] =>
    classeur.getProtections(genre).flatMap((protection) => (protection.isWarningOnly() || protection.canEdit() ? [] : [protection.getRange().getSheet().getSheetId()]));
  return new Set([...bloquees(SpreadsheetApp.ProtectionType.SHEET), ...(notres.size === 0 ? [] : bloquees(SpreadsheetApp.ProtectionType.RANGE).filter((numero) => notres.has(numero)))]);
};

/** Un registre plus long n'est parcouru ligne à ligne que si le résultat en dépend. */
const LIGNES_A_BON_COMPTE = 300;

/** Les lignes masquées, à la main ou par un filtre : Google ne les dit qu'une par une, un appel chacune. */
const masquees = ({ sheet, lignes }: Onglet, dues: boolean): ReadonlySet<number> | null => {
  if (!dues && lignes > LIGNES_A_BON_COMPTE) return null;
  const filtree = sheet.getFilter() !== null;
  const trouvees = new Set<number>();
  for (let ligne = 1; ligne <= lignes; ligne++) if (sheet.isRowHiddenByUser(ligne) || (filtree && sheet.isRowHiddenByFilter(ligne))) trouvees.add(ligne);
  return trouvees;
};

export const lis = ({ tetes = 0, zones = [], masquees: demandees = [], masqueesDues = false }: Lecture): Releve => {
  const classeur = SpreadsheetApp.getActiveSpreadsheet();
  const enCellule = lecteur(classeur);
  const posees = marques(classeur);
  const bloquees = protegees(classeur, posees);
  const onglets = new Map<string, Onglet>();
  const valeurs = ({ sheet, lignes, colonnes }: Onglet, zone: Omit<Zone, 'feuille'>): Plage => {
    const [nl, nc] = [Math.min(zone.lignes, lignes - zone.ligne + 1), Math.min(zone.colonnes, colonnes - zone.colonne + 1)];
    return nl <= 0 || nc <= 0 ? [] : sheet.getRange(zone.ligne, zone.colonne, nl, nc).getValues().map((rangee) => rangee.map(enCellule));
  };
  const feuilles = classeur.getSheets().map((sheet): Feuille => {
    const [nom, numero, lignes, colonnes] = [sheet.getName(), sheet.getSheetId(), sheet.getLastRow(), sheet.getLastColumn()];
    const onglet = { sheet, lignes, colonnes };
    onglets.set(nom, onglet);
    return { nom, lignes, colonnes, masquee: sheet.isSheetHidden(), protegee: bloquees.has(numero), marque: posees.get(numero) ?? null, tete: valeurs(onglet, { ligne: 1, colonne: 1, lignes: tetes, colonnes }) };
  });
  const exige = (nom: string): Onglet => {
    const onglet = onglets.get(nom);
    if (onglet === undefined) throw erreur(`La feuille « ${nom} » n’existe plus`, 'Recommencez');
    return onglet;
  };
  return { feuilles, plages: zones.map((zone) => valeurs(exige(zone.feuille), zone)), masquees: demandees.map((nom) => masquees(exige(nom), masqueesDues)), memoire: memoire() };
};
