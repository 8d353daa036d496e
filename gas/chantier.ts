// Les feuilles et les plages d'un lot : chaque feuille cherchée une fois, la grille agrandie quand il le faut (un onglet neuf a 1 000 × 26 cellules).
import type { Zone } from '../src/socle/cellule';
import { lettres } from '../src/socle/cellule';
import { erreur } from '../src/socle/erreurs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export type Chantier = {
  readonly classeur: GoogleAppsScript.Spreadsheet.Spreadsheet;
  feuille(nom: string): Sheet;
  /** La plage d'une zone, la feuille agrandie s'il le faut. */
  plage(zone: Zone): Range;
  /** La part d'une zone que la feuille a déjà ; null quand elle n'en a rien. */
  partie(zone: Zone): Range | null;
  /** Ce que le lot a déjà dit de la taille des cellules, en pixels : un graphique se place d'après elle, sans la relire. */
  readonly tailles: Map<string, { readonly largeurs: Map<number, number>; readonly hauteurs: Map<number, number> }>;
};

/** « C2:F9 » */
export const a1 = ({ ligne, colonne, lignes, colonnes }: Zone): string => `${lettres(colonne)}${ligne}:${lettres(colonne + colonnes - 1)}${ligne + lignes - 1}`;

export const ouvreChantier = (): Chantier => {
  const classeur = SpreadsheetApp.getActiveSpreadsheet();
  const feuilles = new Map<string, Sheet>();
  const grilles = new Map<string, { lignes: number; colonnes: number }>();
  const feuille = (nom: string): Sheet => {
    const trouvee = feuilles.get(nom) ?? classeur.getSheetByName(nom);
    if (trouvee === null) throw erreur(`La feuille « ${nom} » n’existe plus`, 'Recommencez');
    feuilles.set(nom, trouvee);
    return trouvee;
  };
  const grille = (nom: string): { lignes: number; colonnes: number } => {
    let connue = grilles.get(nom);
    if (connue === undefined) grilles.set(nom, (connue = { lignes: feuille(nom).getMaxRows(), colonnes: feuille(nom).getMaxColumns() }));
    return connue;
  };
  return {
    classeur,
    feuille,
    plage: ({ feuille: nom, ligne, colonne, lignes, colonnes }) => {
      const tenue = grille(nom);
      if (ligne + lignes - 1 > tenue.lignes) {
        feuille(nom).insertRowsAfter(tenue.lignes, ligne + lignes - 1 - tenue.lignes);
        tenue.lignes = ligne + lignes - 1;
      }
      if (colonne + colonnes - 1 > tenue.colonnes) {
        feuille(nom).insertColumnsAfter(tenue.colonnes, colonne + colonnes - 1 - tenue.colonnes);
        tenue.colonnes = colonne + colonnes - 1;
      }
      return feuille(nom).getRange(ligne, colonne, lignes, colonnes);
    },
    partie: ({ feuille: nom, ligne, colonne, lignes, colonnes }) => {
      const tenue = grille(nom);
      const [nl, nc] = [Math.min(lignes, tenue.lignes - ligne + 1), Math.min(colonnes, tenue.colonnes - colonne + 1)];
      return nl <= 0 || nc <= 0 ? null : feuille(nom).getRange(ligne, colonne, nl, nc);
    },
    tailles: new Map(),
  };
};
