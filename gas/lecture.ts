// Le verbe « lis » sur Google Sheets : un appel par bloc, les Date ramenées en jours de série dans le fuseau du classeur.
import { estVide, type Cellule, type Plage, type Rectangle, type Zone } from '../src/socle/cellule';
import type { Feuille, Lecture, Releve } from '../src/socle/classeur';
import { erreur } from '../src/socle/erreurs';
import { fuseauNomme, type Fuseau } from './fuseau';
import { marques } from './marques';
import { lisAnnexes } from './annexes';
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

/** Ce que la personne ne peut pas modifier, feuilles entières ou plages, par numéro de feuille ; un simple avertissement n'arrête pas un script. */
const bloquees = (classeur: GoogleAppsScript.Spreadsheet.Spreadsheet, genre: GoogleAppsScript.Spreadsheet.ProtectionType): ReadonlyMap<number, Rectangle[]> => {
  const parFeuille = new Map<number, Rectangle[]>();
  for (const protection of classeur.getProtections(genre)) {
    if (protection.isWarningOnly() || protection.canEdit()) continue;
    const plage = protection.getRange();
    const numero = plage.getSheet().getSheetId();
    parFeuille.set(numero, [...(parFeuille.get(numero) ?? []), { ligne: plage.getRow(), colonne: plage.getColumn(), lignes: plage.getNumRows(), colonnes: plage.getNumColumns() }]);
  }
  return parFeuille;
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

const formulesDe = ({ sheet, lignes, colonnes }: Onglet, zone: Zone): Plage => {
  const [nl, nc] = [Math.min(zone.lignes, lignes - zone.ligne + 1), Math.min(zone.colonnes, colonnes - zone.colonne + 1)];
  return nl <= 0 || nc <= 0 ? [] : sheet.getRange(zone.ligne, zone.colonne, nl, nc).getFormulas().map((rangee) => rangee.map((formule) => (formule === '' ? null : true)));
};

export const lis = ({ tetes = 0, zones = [], masquees: demandees = [], masqueesDues = false, verrous: aVerifier = false, formules, annexes = false }: Lecture): Releve => {
  const classeur = SpreadsheetApp.getActiveSpreadsheet();
  const enCellule = lecteur(classeur);
  const posees = marques(classeur);
  const fermees = bloquees(classeur, SpreadsheetApp.ProtectionType.SHEET);
  const verrous = aVerifier ? bloquees(classeur, SpreadsheetApp.ProtectionType.RANGE) : null;
  const onglets = new Map<string, Onglet>();
  const valeurs = ({ sheet, lignes, colonnes }: Onglet, zone: Omit<Zone, 'feuille'>): Plage => {
    const [nl, nc] = [Math.min(zone.lignes, lignes - zone.ligne + 1), Math.min(zone.colonnes, colonnes - zone.colonne + 1)];
    return nl <= 0 || nc <= 0 ? [] : sheet.getRange(zone.ligne, zone.colonne, nl, nc).getValues().map((rangee) => rangee.map(enCellule));
  };
  const feuilles = classeur.getSheets().map((sheet): Feuille => {
    const [nom, numero, lignes, colonnes] = [sheet.getName(), sheet.getSheetId(), sheet.getLastRow(), sheet.getLastColumn()];
    const onglet = { sheet, lignes, colonnes };
    onglets.set(nom, onglet);
    return { nom, lignes, colonnes, masquee: sheet.isSheetHidden(), protegee: fermees.has(numero), marque: posees.get(numero) ?? null, tete: valeurs(onglet, { ligne: 1, colonne: 1, lignes: tetes, colonnes }), ...(verrous && { verrous: verrous.get(numero) ?? [] }) };
  });
  const exige = (nom: string): Onglet => {
    const onglet = onglets.get(nom);
    if (onglet === undefined) throw erreur(`La feuille « ${nom} » n’existe plus`, 'Recommencez');
    return onglet;
  };
  return { feuilles, plages: zones.map((zone) => valeurs(exige(zone.feuille), zone)), masquees: demandees.map((nom) => masquees(exige(nom), masqueesDues)), memoire: memoire(), ...(formules === undefined ? {} : { formules: formules.map((zone) => formulesDe(exige(zone.feuille), zone)) }), ...(annexes ? { annexes: lisAnnexes(classeur) } : {}) };
};
