// Ce qu'un classeur Google porte hors de ses cellules : notes, plages nommées, tableaux croisés. Ses fils de commentaires sont dans Drive : un script
// qui n'a droit qu'au classeur ne les voit pas.
import { reference } from '../src/socle/cellule';
import type { Annexes, Case } from '../src/socle/classeur';
import type { Chantier } from './chantier';

/** Ce par quoi commencent nos notes ; celles d'une personne ne sont jamais à nous. */
const LECTURE = 'Ce que dit le graphique : ';
export const estNotreNote = (note: string): boolean => note.indexOf(LECTURE) === 0;

/** Google n'a pas de texte de remplacement pour un graphique : une note, sous lui, le dit ; jamais à la place de celle de quelqu'un. */
export const noteLecture = (ancre: GoogleAppsScript.Spreadsheet.Range, lecture: string): void => {
  const note = ancre.getNote();
  if (note === '' || estNotreNote(note)) ancre.setNote(LECTURE + lecture);
};

/** Lignes lues d'un coup : une note peut être n'importe où dans la grille. */
const LIGNES = 20_000;

const notesDe = (sheet: GoogleAppsScript.Spreadsheet.Sheet): Annexes['commentaires'][number][] => {
  const [feuille, lignes, colonnes] = [sheet.getName(), sheet.getMaxRows(), sheet.getMaxColumns()];
  const trouvees: Annexes['commentaires'][number][] = [];
  for (let debut = 1; debut <= lignes; debut += LIGNES) {
    sheet.getRange(debut, 1, Math.min(LIGNES, lignes - debut + 1), colonnes).getNotes().forEach((rangee, i) => rangee.forEach((texte, j) => {
      if (texte !== '') trouvees.push({ feuille, ligne: debut + i, colonne: j + 1, texte });
    }));
  }
  return trouvees;
};

export const lisAnnexes = (classeur: GoogleAppsScript.Spreadsheet.Spreadsheet): Annexes => {
  const feuilles = classeur.getSheets();
  return {
    commentaires: feuilles.flatMap(notesDe),
    noms: classeur.getNamedRanges().map((nom) => {
      const plage = nom.getRange();
      return { nom: nom.getName(), feuille: null, formule: `=${reference({ feuille: plage.getSheet().getName(), ligne: plage.getRow(), colonne: plage.getColumn(), lignes: plage.getNumRows(), colonnes: plage.getNumColumns() }, true)}` };
    }),
    // Google ne dit que le coin d'un tableau croisé : tout ce qui est à sa droite et dessous peut être à lui.
    croises: feuilles.flatMap((sheet) => sheet.getPivotTables().map((croise) => {
      const coin = croise.getAnchorCell();
      const [ligne, colonne] = [coin.getRow(), coin.getColumn()];
      return { nom: coin.getA1Notation(), feuille: sheet.getName(), zone: { ligne, colonne, lignes: Math.max(1, sheet.getLastRow() - ligne + 1), colonnes: Math.max(1, sheet.getLastColumn() - colonne + 1) } };
    })),
    nonLus: ['les fils de commentaires de Google (ouvrez leur historique, en haut à droite)'],
  };
};

export const retireNotes = (chantier: Chantier, cellules: readonly Case[]): void => {
  for (const { feuille, ligne, colonne } of cellules) chantier.plage({ feuille, ligne, colonne, lignes: 1, colonnes: 1 }).clearNote();
};
