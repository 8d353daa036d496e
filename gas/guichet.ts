// Ce que le volet demande à Google : une chaîne JSON dans chaque sens, car google.script.run refuse une Date et change un undefined.
import type { Demande, Reponse } from '../src/guichet/demande';
import { ecrit } from '../src/guichet/ecrit';
import { ecrisFormule, type Formule } from '../src/guichet/formule';
import { repond } from '../src/guichet';
import { adresse, zoneDeCellule } from '../src/socle/cellule';
import { erreur } from '../src/socle/erreurs';
import { celluleChoisie } from './cellule';
import { enFrancais } from './messages';
import { travaille } from './travail';

/** Ne lève jamais : un refus est une réponse. */
export const demandeDuVolet = (texte: string): string => {
  let reponse: Reponse;
  try {
    const demande = { ...(JSON.parse(texte) as Demande), cellule: celluleChoisie() };
    reponse = travaille((jour) => repond(demande, jour), ecrit(demande));
  } catch (cause) {
    const { message, adresse: ou } = enFrancais(cause);
    reponse = { genre: 'refus', message, adresse: ou };
  }
  return JSON.stringify(reponse);
};

/** Un geste sur l'écran de la personne ; rend ce que le volet montre, ou un refus. */
const geste = (fait: () => string): string => {
  try {
    return JSON.stringify({ fait: fait() });
  } catch (cause) {
    return JSON.stringify({ refus: enFrancais(cause).message });
  }
};

/** Montre une cellule. @param ou « Suivi!C37 » */
export const vaDuVolet = (ou: string): string =>
  geste(() => {
    const { feuille: nom, ligne, colonne } = zoneDeCellule(ou);
    const feuille = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(nom);
    if (feuille === null) throw erreur(`La feuille « ${nom} » n’existe plus`, 'Actualisez le volet');
    if (ligne > feuille.getMaxRows() || colonne > feuille.getMaxColumns()) throw erreur(`La feuille « ${nom} » n’a plus de cellule ${ou.slice(nom.length + 1)}`, 'Actualisez le volet');
    feuille.getRange(ligne, colonne).activate();
    return ou;
  });

/** Écrit une formule dans la cellule choisie, si elle est vide. */
export const insereDuVolet = (texte: string): string =>
  geste(() => {
    const cellule = SpreadsheetApp.getActiveSpreadsheet().getCurrentCell();
    if (cellule === null) throw erreur('Aucune cellule n’est choisie', 'Cliquez dans une cellule vide, puis recommencez');
    const ou = adresse(cellule.getSheet().getName(), cellule.getRow(), cellule.getColumn());
    if (!cellule.isBlank()) throw erreur('La cellule n’est pas vide ; rien n’a été changé', 'Choisissez une cellule vide, puis recommencez', ou);
    if (!cellule.canEdit()) throw erreur('Une protection vous interdit d’écrire dans cette cellule ; rien n’a été changé', 'Choisissez-en une autre, ou demandez ce droit à la personne qui l’a posée', ou);
    // Le point-virgule sépare les arguments dans toutes les langues de Google Sheets.
    cellule.setFormula(ecrisFormule(JSON.parse(texte) as Formule, '', ';'));
    SpreadsheetApp.flush();
    return ou;
  });
