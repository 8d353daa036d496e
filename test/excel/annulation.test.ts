// Ctrl+Z reste possible : le code n'appelle rien de ce qui, d'après la documentation d'Excel, vide la pile d'annulation.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { hoteExcel } from '../../addin/hote';
import { diagnostique } from '../../src/diagnostic';
import { resultats } from '../../src/outils/demandes-ecrites/resultats';
import { conduisAsync } from '../../src/socle/suite';
import { epreuveResultats } from '../ecriture/classeurs';
import { branche } from '../hotes/excel/client';
import { Serveur } from '../hotes/excel/serveur';

const RACINE = path.join(__dirname, '..', '..');
/** « Unsupported APIs » de la page « Undo support with the Excel JavaScript API » (office-js-docs-pr, 15/05/2025). */
const VIDENT = /^Excel\.(AllowEditRange\w*|ChartPivotOptions|ChartTrendlineLabel|DataConnectionCollection|DocumentProperties|LinkedWorkbook\w*|PivotTableStyle\w*|Query\w*|Slicer\w*|Style|TableStyle\w*|TimelineStyle\w*|WorkbookProtection)\./;
const VIDENT_AUSSI = ['Chart.categoryLabelLevel', 'Chart.seriesNameLevel', 'NamedItem.comment', 'Workbook.close', 'Workbook.insertWorksheetsFromBase64', 'Workbook.save', 'Worksheet.copy', 'Worksheet.delete', 'Worksheet.standardWidth', 'Worksheet.position', 'WorksheetCollection.addFromBase64', 'WorksheetProtection.pauseProtection', 'WorksheetProtection.protect', 'WorksheetProtection.resumeProtection', 'WorksheetProtection.setPassword', 'WorksheetProtection.unprotect', 'WorksheetProtection.updateOptions'].map((nom) => `Excel.${nom}`);

test('aucun membre qui vide la pile d’annulation n’est nommé dans le code', () => {
  const membres = (JSON.parse(execFileSync(process.execPath, ['webpack.ensembles.mjs'], { cwd: RACINE, encoding: 'utf8', maxBuffer: 1 << 24 })) as { readonly nom: string }[]).map(({ nom }) => nom);
  expect(membres.length).toBeGreaterThan(100);
  expect(membres.filter((nom) => VIDENT.test(nom) || VIDENT_AUSSI.includes(nom))).toEqual([]);
}, 120_000);

/** Ce que nous avons le droit de changer : un ajout se décide ici, la documentation sous les yeux. */
const PERMIS = [
  'Worksheets.Add', 'Range.Values=', 'Range.NumberFormat=', 'Range.Clear', 'Range.Merge', 'Range.Unmerge', 'Range.CopyFrom', 'RangeFormat.HorizontalAlignment=', 'RangeFormat.VerticalAlignment=', 'RangeFormat.WrapText=', 'RangeFormat.ColumnWidth=',
  'RangeFormat.RowHeight=', 'RangeFont.Bold=', 'RangeFont.Italic=', 'RangeFont.Size=', 'RangeFont.Color=', 'RangeFill.Color=', 'RangeBorder.Style=', 'RangeBorder.Color=', 'DataValidation.Clear', 'DataValidation.Rule=', 'DataValidation.ErrorAlert=', 'ConditionalFormats.ClearAll', 'ConditionalFormats.Add',
  'ConditionalRule.Rule=', 'ConditionalRangeFont.Bold=', 'ConditionalRangeFont.Color=', 'ConditionalRangeFill.Color=', 'PageLayout.Orientation=', 'PageLayout.PaperSize=', 'PageLayout.Zoom=', 'PageLayout.CenterHorizontally=', 'PageLayout.SetPrintMargins', 'PageLayout.SetPrintArea',
  'HeaderFooter.LeftFooter=', 'HeaderFooter.RightFooter=', 'WorksheetCustomProperties.Add', 'WorksheetCustomProperty.Delete', 'CustomXmlParts.Add', 'CustomXmlPart.SetXml', 'CustomXmlPart.Delete', 'Names.Add', 'NamedItem.Delete', 'NamedItem.Formula=', 'Comment.Delete', 'Note.Delete', 'Charts.Add',
];
/** Dans un graphique à nous, tout est permis : il est à nous. */
const GRAPHIQUE = /^Chart/;

test('ce qui est changé dans le classeur est dans la liste permise', async () => {
  const e = epreuveResultats(1);
  const serveur = new Serveur(e.depart.copie());
  branche(serveur);
  const hote = hoteExcel();
  for (const au of [46348, 46349]) await conduisAsync(resultats.execute({ au, aujourdhui: 46400, saisies: { seuils: '8;15' } }), hote);
  await conduisAsync(diagnostique('Excel', 46350), hote);
  const changes = [...serveur.membres].filter((membre) => membre.endsWith('=') || /\.(Add|Clear|ClearAll|Merge|Unmerge|CopyFrom|Delete|Set\w+)$/.test(membre));
  expect(changes.length).toBeGreaterThan(25);
  expect(changes.filter((membre) => !GRAPHIQUE.test(membre) && !PERMIS.includes(membre))).toEqual([]);
}, 60_000);
