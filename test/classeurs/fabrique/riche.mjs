// Écrit test/classeurs/riche/riche-exceljs.xlsx avec exceljs en flux (zip à descripteurs de données) : node riche.mjs
import { fileURLToPath } from 'node:url';

// L'heure est figée : exceljs et archiver datent les parties et les entrées du zip.
process.env.TZ = 'UTC';
const Vraie = Date;
const FIGE = Vraie.UTC(2026, 5, 30, 9, 0, 0);
globalThis.Date = class extends Vraie {
  constructor(...a) {
    if (a.length) super(...a);
    else super(FIGE);
  }
  static now() {
    return FIGE;
  }
};
const { default: ExcelJS } = await import('exceljs');

const jour = (a, m, j, h = 0, mn = 0) => new Date(Vraie.UTC(a, m - 1, j, h, mn));
const classeur = new ExcelJS.stream.xlsx.WorkbookWriter({
  filename: fileURLToPath(new URL('../riche/riche-exceljs.xlsx', import.meta.url)),
  useStyles: true,
  useSharedStrings: true,
});
classeur.creator = 'Commune fictive';
classeur.created = new Date();
classeur.modified = new Date();
const feuille = classeur.addWorksheet('Registre 2026', { views: [{ state: 'frozen', ySplit: 3 }], properties: { tabColor: { argb: 'FF000091' } } });
feuille.columns = [{ width: 10 }, { width: 16 }, { width: 16 }, { width: 24 }, { width: 20 }, { width: 20 }];
feuille.getCell('A1').value = { richText: [{ text: 'Registre ' }, { font: { bold: true }, text: 'fictif' }] };
feuille.getCell('A1').font = { size: 14 };
feuille.mergeCells('A1:F1');
feuille.getRow(3).values = ['Ref', 'Channel', 'Sender', 'Subject', 'Received', 'Answered'];
feuille.getRow(3).font = { bold: true };
const lignes = [
  ['E-1', 'email', 'A. Abeille', 'Tri', jour(2026, 3, 2), jour(2026, 3, 9)],
  ['E-2', 'mail', 'B. Bourdon', 'Ruche', jour(2026, 3, 3, 9, 30), jour(2026, 3, 18, 17)],
  ['E-3', 'courrier', 'C. Cigale', 'Chant', jour(2026, 3, 16), jour(2026, 4, 20)],
  ['E-4', 'courrier', 'D. Doryphore', 'Pommes de terre', '24/03/2026', '07/04/2026'],
  ['E-5', 'email', 'E. Éphémère', 'Urgence', jour(2026, 4, 8), jour(2026, 4, 8)],
  ['E-6', 'courrier', 'F. Fourmi', 'Galeries', jour(2026, 4, 15), null],
  ['E-7', 'formulaire', 'G. Grillon', 'Bruit', jour(2026, 4, 27), 'n.r.'],
  ['E-8', 'courrier', 'H. Hanneton', 'Lampadaire', jour(2026, 5, 4), jour(2026, 5, 12)],
  ['E-9', 'email', 'I. Iule', 'Mille pas', jour(2026, 5, 20), { formula: 'E12+2', result: jour(2026, 5, 22) }],
  ['E-10', 'email', 'L. Luciole', 'Éclairage', jour(2026, 6, 20), null],
];
for (const l of lignes) {
  const rang = feuille.addRow(l);
  rang.getCell(5).numFmt = 'dd/mm/yyyy';
  rang.getCell(6).numFmt = 'dd/mm/yyyy';
  rang.commit();
}
feuille.autoFilter = 'A3:F13';
feuille.dataValidations.add('B4:B13', { type: 'list', formulae: ['"email,mail,courrier,formulaire"'] });
feuille.commit();
const autre = classeur.addWorksheet('Notes & divers');
autre.addRow(['Ceci n’est pas un registre']).commit();
autre.commit();
await classeur.commit();
