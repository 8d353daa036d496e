// Fabrique des classeurs b..-… écrits par exceljs (équipe B). Données fictives.
// node equipe-b.mjs — puis equipe-b.py écrit les autres classeurs et toutes les lectures attendues.
import ExcelJS from 'exceljs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const SORTIE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const j = (iso) => new Date((iso.length === 10 ? `${iso}T00:00:00` : iso) + 'Z');
const FORMAT = 'dd/mm/yyyy';

function poser(feuille, ligne, valeurs, depart = 1) {
  valeurs.forEach((v, i) => {
    if (v === null) return;
    const cellule = feuille.getCell(ligne, depart + i);
    cellule.value = v;
    if (v instanceof Date) cellule.numFmt = FORMAT;
  });
}
const ecrire = (classeur, nom) => classeur.xlsx.writeFile(path.join(SORTIE, `${nom}.xlsx`));

// b09 : import en-US, 05/03 devenu 3 mai, 25/03 resté texte
{
  const c = new ExcelJS.Workbook();
  const f = c.addWorksheet('Export');
  [
    ['N°', 'Voie', "Date d'arrivée", 'Répondu le'],
    ['I-1', 'courriel', j('2026-05-03'), j('2026-05-18')],
    ['I-2', 'courriel', '25/03/2026', j('2026-03-30')],
    ['I-3', 'courriel', j('2026-02-04'), j('2026-02-13')],
    ['I-4', 'courriel', '17/04/2026', j('2026-05-20')],
    ['I-5', 'courriel', j('2026-06-08'), null],
    ['I-6', 'courriel', '29/05/2026', j('2026-06-12')],
    ['I-7', 'courriel', j('2026-09-10'), j('2026-09-28')],
  ].forEach((l, i) => poser(f, i + 1, l));
  await ecrire(c, 'b09-jours-mois-inverses');
}

// b13 : dates avec heures, vraies et en texte
{
  const c = new ExcelJS.Workbook();
  const f = c.addWorksheet('Suivi');
  [
    ['N°', 'Canal', 'Date de réception', 'Date AR', 'Date de la réponse'],
    ['H-1', 'courriel', j('2026-03-02T17:00:00'), j('2026-03-02T17:05:00'), j('2026-03-02T09:00:00')],
    ['H-2', 'courriel', j('2026-03-02T23:59:59'), null, j('2026-03-16T00:00:01')],
    ['H-3', 'courriel', '02/03/2026 08:15', null, '17/03/2026 07:00'],
    ['H-4', 'courriel', '2026-03-02 23:59:00', null, '2026-03-09T08:15:00'],
    ['H-5', 'courriel', '02/03/2026 8h15', null, '05/03/2026 à 14h30'],
    ['H-6', 'courriel', 'lundi 2 mars 2026 08:15', null, null],
    ['H-7', 'courriel', 44257.34, null, 44258.5],
    ['H-8', 'courriel', j('2026-03-16T22:30:00'), j('2026-03-17T00:10:00'), j('2026-03-31T23:30:00')],
  ].forEach((l, i) => poser(f, i + 1, l));
  f.getCell('C8').numFmt = 'dd/mm/yyyy hh:mm';
  f.getCell('E8').numFmt = 'dd/mm/yyyy hh:mm';
  await ecrire(c, 'b13-heures');
}

// b26 : export anglais d'un outil de tickets
{
  const c = new ExcelJS.Workbook();
  const f = c.addWorksheet('Tickets');
  [
    ['Ticket', 'Sender', 'Subject', 'Channel', 'Created at', 'Closed date'],
    [1001, 'A. Morvan', 'Titre de séjour', 'mail', '2026-03-02 08:15:00', '2026-03-09 17:40:00'],
    [1002, 'B. Nadal', 'Permis', 'e-mail', '2026-03-03T10:00:00Z', '2026-03-18T12:00:00Z'],
    [1003, 'C. Olivier', 'Attestation', 'Email', '2026-03-04', null],
    [1004, 'D. Perrin', 'Duplicata', 'email', j('2026-03-05T14:00:00'), j('2026-03-19T09:00:00')],
    [1005, 'E. Quentin', 'Rendez-vous', 'mail', '2026-11-12', null],
  ].forEach((l, i) => poser(f, i + 1, l));
  await ecrire(c, 'b26-export-anglais');
}

// b29 : copie exacte « Suivi (2) »
{
  const c = new ExcelJS.Workbook();
  for (const nom of ['Suivi', 'Suivi (2)']) {
    const f = c.addWorksheet(nom);
    [
      ['N°', 'Expéditeur', 'Canal', 'Date de réception', 'Date de la réponse'],
      ['E-1', 'Mme Arnal', 'courriel', j('2026-07-01'), j('2026-07-08')],
      ['E-2', 'M. Besson', 'courrier', j('2026-07-02'), j('2026-07-20')],
      ['E-3', 'Mme Carlier', 'courriel', j('2026-07-06'), null],
      ['E-4', 'M. Delmas', 'courriel', j('2026-07-09'), j('2026-07-23')],
      ['E-5', 'Mme Esnault', 'courrier', j('2026-07-15'), j('2026-07-17')],
    ].forEach((l, i) => poser(f, i + 1, l));
  }
  await ecrire(c, 'b29-copie-exacte');
}

// b38 : tableau Excel avec ligne de total, volets figés, commentaire, mise en forme conditionnelle, synthèse à côté
{
  const c = new ExcelJS.Workbook();
  const s = c.addWorksheet('Synthèse');
  [
    ['Mois', 'Demandes reçues', 'Répondues', 'Taux'],
    ['Août', 5, 4, 0.8],
    ['Novembre', 1, 0, 0],
    ['Total', 6, 4, 0.667],
  ].forEach((l, i) => poser(s, i + 3, l));
  s.getCell('A1').value = 'Synthèse des demandes écrites';
  const f = c.addWorksheet('Demandes', { views: [{ state: 'frozen', xSplit: 2, ySplit: 3 }] });
  f.getCell('B1').value = 'Registre des demandes';
  f.addTable({
    name: 'Demandes',
    ref: 'B3',
    headerRow: true,
    totalsRow: true,
    style: { theme: 'TableStyleMedium2', showRowStripes: true },
    columns: [
      { name: 'Identifiant', totalsRowLabel: 'Total', filterButton: true },
      { name: 'Expéditeur', filterButton: true },
      { name: 'Canal', filterButton: true },
      { name: 'Date de réception', filterButton: true },
      { name: 'Date AR', filterButton: true },
      { name: 'Date de la réponse finale', totalsRowFunction: 'count' },
    ],
    rows: [
      ['T-1', 'Mme Fabre', 'courriel', j('2026-08-03'), j('2026-08-04'), j('2026-08-10')],
      ['T-2', 'M. Garnier', 'courrier', j('2026-08-04'), null, j('2026-08-28')],
      ['T-3', 'Mme Huet', 'courriel', j('2026-08-05'), null, null],
      ['T-4', 'M. Imbert', 'courrier', j('2026-08-17'), j('2026-08-20'), j('2026-08-31')],
      ['T-5', 'Mme Jacob', 'courriel', j('2026-11-10'), j('2026-11-10'), null],
      ['T-6', 'M. Klein', 'mail', j('2026-08-19'), null, j('2026-08-20')],
    ],
  });
  for (const col of ['E', 'F', 'G']) for (let r = 4; r <= 9; r++) f.getCell(`${col}${r}`).numFmt = FORMAT;
  f.getCell('C5').note = "L'usager a rappelé le 12/08/2026";
  f.addConditionalFormatting({
    ref: 'G4:G9',
    rules: [{ type: 'containsBlanks', style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } } }],
  });
  c.definedNames.add('Demandes!$E$4:$E$9', 'Receptions');
  await ecrire(c, 'b38-tableau-excel');
}
