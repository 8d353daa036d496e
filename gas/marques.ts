// Ce que nous attachons à une feuille : sa marque et les numéros de nos graphiques, dans ses métadonnées, qui la suivent quand on la renomme.
const MARQUE = 'classeur-plus.marque';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** La marque de chaque feuille marquée, par numéro de feuille : une seule recherche pour tout le classeur. */
export const marques = (classeur: GoogleAppsScript.Spreadsheet.Spreadsheet): ReadonlyMap<number, string> => {
  const trouvees = classeur.createDeveloperMetadataFinder().withKey(MARQUE).withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SHEET).find();
  return new Map(trouvees.flatMap((donnee) => {
    const [feuille, valeur] = [donnee.getLocation().getSheet(), donnee.getValue()];
    return feuille === null || valeur === null ? [] : [[feuille.getSheetId(), valeur] as const];
  }));
};

const attache = (feuille: Sheet, clef: string): GoogleAppsScript.Spreadsheet.DeveloperMetadata | undefined => feuille.getDeveloperMetadata().find((donnee) => donnee.getKey() === clef);

const pose = (feuille: Sheet, clef: string, valeur: string | null): void => {
  const posee = attache(feuille, clef);
  if (valeur === null) posee?.remove();
  else if (posee) posee.setValue(valeur);
  else feuille.addDeveloperMetadata(clef, valeur, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
};

export const marque = (feuille: Sheet, valeur: string | null): void => pose(feuille, MARQUE, valeur);

const clefGraphique = (id: string): string => `classeur-plus.graphique.${id}`;

/** Le numéro que Google a donné à notre graphique, ou null. */
export const numeroDuGraphique = (feuille: Sheet, id: string): number | null => {
  const valeur = attache(feuille, clefGraphique(id))?.getValue();
  return valeur ? Number(valeur) : null;
};

export const retiensGraphique = (feuille: Sheet, id: string, numero: number): void => pose(feuille, clefGraphique(id), String(numero));
