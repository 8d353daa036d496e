// L'ordre imposé aux éléments (ECMA-376 : CT_Worksheet, CT_Workbook, CT_Stylesheet). Excel répare, donc ampute, un fichier qui ne le suit pas.
import { ajouteDans, enfants, racine, remplace } from './xml';

export const FEUILLE =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );
export const CLASSEUR =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  );
export const STYLES = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');

/** Ajoute un enfant à la racine, à sa place dans l'ordre, sans toucher aux autres (même ceux du même nom). */
export const insere = (texte: string, ordre: readonly string[], nom: string, xml: string): string => {
  const base = racine(texte);
  const rang = ordre.indexOf(nom);
  const suivant = enfants(texte, base).find((element) => ordre.indexOf(element.nom) > rang);
  return suivant ? remplace(texte, suivant.debut, suivant.debut, xml) : ajouteDans(texte, base, xml);
};

/** Pose un enfant unique de la racine : remplace celui qui y est, sinon l'insère à sa place ; « » le retire. */
export const place = (texte: string, ordre: readonly string[], nom: string, xml: string): string => {
  const ancien = enfants(texte, racine(texte)).find((element) => element.nom === nom);
  if (ancien) return remplace(texte, ancien.debut, ancien.fin, xml);
  return xml === '' ? texte : insere(texte, ordre, nom, xml);
};
