// Écrire dans un classeur : nos feuilles ajoutées en entier, tout le reste rendu à l'octet près, le même lot deux fois sans effet.
import { versCellules } from '../../src/socle/ecriture/cellule-sure';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Zone } from '../../src/socle/cellule';
import type { Modification } from '../../src/socle/classeur';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { ouvreFichier, type ClasseurFichier } from '../../src/fichier/ouvre';
import { enfants, racine } from '../../src/fichier/xml';
import { FEUILLE } from '../../src/fichier/xlsx-ordre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { cherche, siPresent } from '../aides/programmes';
import { ESPACE, classeur, classeurBrut, feuilles, parties, valeurs } from './atelier';

const NOM = "Résultats d'avril & Co";
const zone = (ligne: number, colonne: number, lignes: number, colonnes: number, feuille = NOM): Zone => ({ feuille, ligne, colonne, lignes, colonnes });
const MOIS = ['janv. 26', 'févr. 26', 'mars 26'];
const CREE: Modification = { genre: 'creer-feuille', feuille: NOM };
/** Un rapport qui emploie toutes les modifications du port. */
const LOT: readonly Modification[] = [
  { genre: 'vider', zone: zone(1, 1, 40, 10) },
  { genre: 'ecrire', feuille: NOM, ligne: 1, colonne: 1, valeurs: versCellules([['Résultats', null], ['=1+1 & <b>\n_x0041_', true]]) },
  { genre: 'ecrire', feuille: NOM, ligne: 4, colonne: 1, valeurs: versCellules([['Mois', 'Reçues', 'Taux', 'Moyenne', 'Depuis', 'Avis'], ...MOIS.map((mois, i) => [mois, 1200 + i, 0.613 + i / 10, 12.34, 46000 + i, 'Oui'])]) },
  { genre: 'styler', zone: zone(1, 1, 1, 6), style: { gras: true, taille: 18, couleur: 'FFFFFF', fond: '10489E', alignement: 'centre', vertical: 'milieu' } },
  { genre: 'styler', zone: zone(5, 1, 3, 6), style: { bordure: 'fine', renvoi: true } },
  { genre: 'styler', zone: zone(5, 2, 3, 1), style: { format: 'entier' } },
  { genre: 'styler', zone: zone(5, 3, 3, 1), style: { format: 'pourcent' } },
  { genre: 'styler', zone: zone(5, 4, 3, 1), style: { format: 'decimal' } },
  { genre: 'styler', zone: zone(5, 5, 3, 1), style: { format: 'date' } },
  { genre: 'largeurs', feuille: NOM, largeurs: [22, 12, 12] },
  { genre: 'hauteurs', feuille: NOM, ligne: 1, hauteurs: [36, 30] },
  { genre: 'fusionner', zones: [zone(1, 1, 1, 6), zone(2, 1, 1, 1)] },
  { genre: 'lister', zone: zone(5, 6, 3, 1), choix: ['Oui', 'Non « "peut-être" »'] },
  { genre: 'colorer-selon', zone: zone(5, 3, 3, 1), regles: [{ operateur: 'superieur', valeur: 0.7, style: { fond: 'C8E6C9', gras: true } }, { operateur: 'inferieur', valeur: 0.5, style: { couleur: '9C1139' } }] },
  { genre: 'colorer-selon', zone: zone(5, 6, 3, 1), regles: [{ operateur: 'egal', valeur: 'Non', style: { fond: 'FFCDD2' } }, { operateur: 'contient', valeur: 'peut', style: { italique: true } }] },
  { genre: 'dessiner', graphique: { id: 'evolution', genre: 'evolution', titre: 'Reçues & taux', lecture: 'Le taux monte de 61 à 81 %.', categories: zone(5, 1, 3, 1), series: [{ titre: zone(4, 2, 1, 1), valeurs: zone(5, 2, 3, 1), forme: 'barres', couleur: '10489E' }, { titre: zone(4, 3, 1, 1), valeurs: zone(5, 3, 3, 1), forme: 'ligne', couleur: 'C06C10', enPourcent: true }], place: zone(10, 1, 15, 4) } },
  { genre: 'dessiner', graphique: { id: 'parts', genre: 'secteurs', titre: 'Parts', lecture: 'Trois tiers.', categories: zone(5, 1, 3, 1), series: [{ titre: zone(4, 2, 1, 1), valeurs: zone(5, 2, 3, 1), forme: 'barres', couleur: '10489E' }], couleurs: ['10489E', 'C06C10', '1297C4'], place: zone(10, 5, 15, 3) } },
  { genre: 'mettre-en-page', page: { feuille: NOM, orientation: 'paysage', zone: zone(1, 1, 25, 7), pied: 'Classeur+ & Cie' } },
  { genre: 'nommer', nom: 'Taux_réponse', zone: zone(5, 3, 3, 1) },
  { genre: 'marquer', feuille: NOM, marque: '{"état":"ok"}' },
  { genre: 'memoriser', clef: 'colonne.réception', valeur: 'D\n<&>' },
];

const avecRapport = (origine: Uint8Array): ClasseurFichier => {
  const c = ouvreFichier(origine, 'essai.xlsx');
  c.ecris([CREE, ...LOT]);
  return c;
};

/** Un classeur à préfixes, déjà garni : dessin, noms, styles sans formats ni dxf, chaîne de calcul, propriétés. */
const garni = (): Uint8Array =>
  classeurBrut({
    feuille: `<x:worksheet xmlns:x="${ESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:dimension ref="A1:C3"/><x:cols><x:col min="2" max="5" width="9" style="1"/></x:cols><x:sheetData><x:row r="1" spans="1:3"><x:c r="A1" s="1"><x:v>46000</x:v></x:c><x:c r="C1"><x:f>A1+1</x:f><x:v>46001</x:v></x:c></x:row><!-- note --><x:row r="3" hidden="1"><x:c r="B3" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:drawing r:id="rId1"/></x:worksheet>`,
    styles: `<x:styleSheet xmlns:x="${ESPACE}"><x:fonts count="1"><x:font><x:sz val="10"/><x:name val="Arial"/></x:font></x:fonts><x:cellXfs count="2"><x:xf numFmtId="0" fontId="0"/><x:xf numFmtId="14" fontId="0"/></x:cellXfs><x:cellStyles count="1"><x:cellStyle name="Normal" xfId="0"/></x:cellStyles></x:styleSheet>`,
    chaines: `<sst xmlns="${ESPACE}"><si><t>objet</t></si></sst>`,
    classeur: `<x:workbook xmlns:x="${ESPACE}"><x:sheets><x:sheet xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="Suivi" sheetId="7" q:id="rId1"/></x:sheets><x:calcPr calcId="1"/></x:workbook>`,
    liens: '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
    parties: {
      'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
      'xl/drawings/drawing1.xml': '<d:wsDr xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"></d:wsDr>',
      'xl/calcChain.xml': `<calcChain xmlns="${ESPACE}"><c r="C1" i="1"/></calcChain>`,
      'docProps/custom.xml': '<Properties/>',
    },
  });

describe('ajouter nos feuilles', () => {
  it.each([
    ['un classeur neuf', nouveauXlsx([{ nom: 'Suivi', plage: [['a', 1]] }])],
    ['un classeur garni à préfixes', garni()],
    ['un classeur sans styles', classeurBrut({})],
    ['un classeur strict', classeurBrut({ strict: true, donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' })],
  ])('dans %s : rien d’autre ne change, et refaire ne change plus rien', (_, origine) => {
    const c = avecRapport(origine);
    const premier = c.octets();
    const [avant, apres] = [parties(origine), parties(premier)];
    const changees = Object.keys(avant).filter((nom) => avant[nom] !== apres[nom]);
    expect(changees.filter((nom) => !['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'].includes(nom))).toEqual([]);
    c.ecris(LOT);
    expect(Buffer.compare(c.octets(), premier)).toBe(0);
    const rouvert = ouvreFichier(premier, 'essai.xlsx');
    rouvert.ecris(LOT);
    expect(rouvert.modifie()).toBe(false);
    expect(rouvert.octets()).toBe(premier);
    expect(avecRapport(origine).octets()).toEqual(premier);
  });

  it('se relit : valeurs, marque, mémoire, feuille en dernier', () => {
    const c = ouvreFichier(avecRapport(garni()).octets(), 'essai.xlsx');
    const { feuilles: lues, memoire } = c.lis({ tetes: 2 });
    expect(lues.map(({ nom, marque }) => [nom, marque])).toEqual([['Suivi', null], [NOM, '{"état":"ok"}']]);
    expect(lues[1]!.tete[1]!.slice(0, 2)).toEqual(['=1+1 & <b>\n_x0041_', true]);
    expect(valeurs(c, NOM)[4]).toEqual(['janv. 26', 1200, 0.613, 12.34, 46000, 'Oui']);
    expect(memoire).toEqual({ 'colonne.réception': 'D\n<&>' });
  });

  it('range les éléments de la feuille dans l’ordre du schéma', () => {
    const xml = parties(avecRapport(garni()).octets())['xl/worksheets/sheet2.xml']!;
    const rangs = enfants(xml, racine(xml)).map((e) => FEUILLE.indexOf(e.nom));
    expect(rangs).toEqual([...rangs].sort((a, b) => a - b));
    expect(rangs).not.toContain(-1);
  });

  it('décrit les graphiques et garde leurs valeurs en cache', () => {
    const p = parties(avecRapport(garni()).octets());
    expect(p['xl/drawings/drawing2.xml']).toContain('descr="Le taux monte de 61 à 81 %."');
    expect(p['xl/charts/chart1.xml']).toContain("<c:f>'Résultats d''avril &amp; Co'!$B$5:$B$7</c:f>");
    expect(p['xl/charts/chart1.xml']).toContain('<c:pt idx="2"><c:v>1202</c:v></c:pt>');
    expect(p['xl/charts/chart1.xml']).toContain('<c:pt idx="0"><c:v>janv. 26</c:v></c:pt>');
  });

  it('remplace un graphique de même nom et suit ses nouvelles valeurs', () => {
    const c = avecRapport(garni());
    c.ecris([{ genre: 'ecrire', feuille: NOM, ligne: 5, colonne: 2, valeurs: versCellules([[77]]) }, LOT.find((m) => m.genre === 'dessiner')!]);
    const p = parties(c.octets());
    expect(Object.keys(p).filter((nom) => nom.startsWith('xl/charts/chart'))).toHaveLength(2);
    expect(p['xl/charts/chart1.xml']).toContain('<c:pt idx="0"><c:v>77</c:v></c:pt>');
  });

  it('oublie une marque et une clef de mémoire', () => {
    const c = avecRapport(garni());
    c.ecris([{ genre: 'marquer', feuille: NOM, marque: null }, { genre: 'memoriser', clef: 'colonne.réception', valeur: null }]);
    const { feuilles: lues, memoire } = ouvreFichier(c.octets(), 'a.xlsx').lis({});
    expect([lues[1]!.marque, memoire]).toEqual([null, {}]);
    expect(Object.keys(parties(c.octets())).filter((nom) => nom.endsWith('.bin'))).toEqual([]);
  });
});

describe('retoucher la feuille d’une personne', () => {
  const suivi = (ligne: number, colonne: number, lignes = 1, colonnes = 1): Zone => zone(ligne, colonne, lignes, colonnes, 'Suivi');
  const xmlApres = (lot: readonly Modification[], origine = garni()): string => {
    const c = ouvreFichier(origine, 'a.xlsx');
    c.ecris(lot);
    return parties(c.octets())['xl/worksheets/sheet1.xml']!;
  };
  it('garde le style de la cellule, celui de la colonne pour une cellule neuve, et le reste à l’octet près', () => {
    const xml = xmlApres([{ genre: 'ecrire', feuille: 'suivi', ligne: 1, colonne: 1, valeurs: versCellules([[46100, 46101]]) }, { genre: 'ecrire', feuille: 'Suivi', ligne: 2, colonne: 4, valeurs: versCellules([['é']]) }]);
    expect(xml).toContain('<x:row r="1"><x:c r="A1" s="1"><x:v>46100</x:v></x:c><x:c r="B1" s="1"><x:v>46101</x:v></x:c><x:c r="C1"><x:f>A1+1</x:f><x:v>46001</x:v></x:c></x:row>');
    expect(xml).toContain('<x:row r="2"><x:c r="D2" s="1" t="inlineStr"><x:is><x:t>é</x:t></x:is></x:c></x:row><!-- note --><x:row r="3" hidden="1"><x:c r="B3" t="s"><x:v>0</x:v></x:c></x:row>'.replace('<!-- note -->', ''));
    expect(xml).toContain('<x:dimension ref="A1:D3"/>');
  });
  it('vide des cellules sans toucher aux voisines', () => {
    const c = ouvreFichier(garni(), 'a.xlsx');
    c.ecris([{ genre: 'vider', zone: suivi(1, 1, 1_048_576, 1) }]);
    expect(valeurs(c)).toEqual([[null, null, 46001], [null, null, null], [null, 'objet', null]]);
  });
  it('style sans perdre ni valeur ni formule', () => {
    const xml = xmlApres([{ genre: 'styler', zone: suivi(1, 3), style: { gras: true } }]);
    expect(xml).toMatch(/<x:c r="C1" s="2"><x:f>A1\+1<\/x:f><x:v>46001<\/x:v><\/x:c>/);
  });
  it('demande le recalcul des formules quand une valeur qu’elles lisent change', () => {
    const c = ouvreFichier(garni(), 'a.xlsx');
    c.ecris([{ genre: 'ecrire', feuille: 'Suivi', ligne: 1, colonne: 1, valeurs: versCellules([[1]]) }]);
    expect(parties(c.octets())['xl/workbook.xml']).toContain('<x:calcPr calcId="1" fullCalcOnLoad="1"/>');
  });
  it('ôte la chaîne de calcul quand une formule part', () => {
    const c = ouvreFichier(garni(), 'a.xlsx');
    c.ecris([{ genre: 'ecrire', feuille: 'Suivi', ligne: 1, colonne: 3, valeurs: versCellules([[1]]) }]);
    const p = parties(c.octets());
    expect(p['xl/calcChain.xml']).toBeUndefined();
    expect(p['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
  });
  it('refuse de casser une formule partagée', () => {
    const c = classeur({ donnees: '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>' });
    expect(() => c.ecris([{ genre: 'ecrire', feuille: 'Suivi', ligne: 1, colonne: 1, valeurs: versCellules([[1]]) }])).toThrow('Suivi!A1 : Cette cellule porte une formule');
    expect(() => c.ecris([{ genre: 'ecrire', feuille: 'Suivi', ligne: 1, colonne: 1, valeurs: versCellules([[1], [2]]) }])).not.toThrow();
  });
  it('tient les places implicites', () => {
    const c = classeur({ donnees: '<row><c><v>1</v></c><c><v>2</v></c><c r="E1"><v>5</v></c></row><row r="4"/>' });
    c.ecris([{ genre: 'vider', zone: suivi(1, 1) }, { genre: 'ecrire', feuille: 'Suivi', ligne: 1, colonne: 4, valeurs: versCellules([[4]]) }, { genre: 'ecrire', feuille: 'Suivi', ligne: 3, colonne: 1, valeurs: versCellules([[3], [40], [50]]) }]);
    expect(valeurs(ouvreFichier(c.octets(), 'a.xlsx'))).toEqual([[null, 2, null, 4, 5], [null, null, null, null, null], [3, null, null, null, null], [40, null, null, null, null], [50, null, null, null, null]]);
  });
});

describe('refuser', () => {
  const c = ouvreFichier(garni(), 'a.xlsx');
  it.each<[string, Modification, string]>([
    ['une feuille qui existe', { genre: 'creer-feuille', feuille: 'SUIVI' }, '« SUIVI » existe déjà'],
    ['un nom impossible', { genre: 'creer-feuille', feuille: 'a/b' }, 'ne peut pas nommer une feuille'],
    ['une feuille absente', { genre: 'marquer', feuille: 'Rien', marque: 'x' }, '« Rien » n’existe pas'],
    ['un nom de plage qui serait une adresse', { genre: 'nommer', nom: 'AB12', zone: zone(1, 1, 1, 1, 'Suivi') }, 'ne peut pas nommer une plage'],
    ['une zone hors de la feuille', { genre: 'vider', zone: zone(1, 16384, 1, 2, 'Suivi') }, 'sort de la feuille'],
    ['une liste à virgule', { genre: 'lister', zone: zone(1, 1, 1, 1, 'Suivi'), choix: ['a,b'] }, 'ne tient pas'],
  ])('%s, et rien du lot n’est appliqué', (_, modification, phrase) => {
    const lot: Modification[] = [{ genre: 'ecrire', feuille: 'Suivi', ligne: 1, colonne: 1, valeurs: versCellules([[0]]) }, { genre: 'creer-feuille', feuille: 'Neuve' }, modification];
    expect(() => c.ecris(lot)).toThrow(phrase);
    expect(() => c.ecris(lot)).toThrow(ErreurClasseur);
    expect([c.modifie(), feuilles(c).length, valeurs(c)[0]![0]]).toEqual([false, 1, 46000]);
  });
  it('une feuille protégée, un classeur à la structure protégée', () => {
    const protege = classeur({ feuille: `<worksheet xmlns="${ESPACE}"><sheetData/><sheetProtection sheet="1"/></worksheet>` });
    expect(() => protege.ecris([{ genre: 'ecrire', feuille: 'Suivi', ligne: 1, colonne: 1, valeurs: versCellules([[1]]) }])).toThrow('est protégée');
    const fige = classeur({ classeur: `<workbook xmlns="${ESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookProtection lockStructure="1"/><sheets><sheet name="Suivi" sheetId="1" r:id="rId1"/></sheets></workbook>` });
    expect(() => fige.ecris([CREE])).toThrow('structure du classeur est protégée');
  });
});

describe('rouvrir ailleurs', () => {
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-'));
  afterAll(() => rmSync(dossier, { recursive: true }));
  const fichier = path.join(dossier, 'rapport.xlsx');
  beforeAll(() => writeFileSync(fichier, avecRapport(nouveauXlsx([{ nom: 'Suivi', plage: [['Reçue le'], [46000]] }])).octets()));

  siPresent('soffice')('LibreOffice lit la feuille, met en forme les nombres et l’imprime', () => {
    const convertis = (format: string): void => void execFileSync(cherche('soffice')!, [`-env:UserInstallation=file://${dossier}/profil`, '--headless', '--convert-to', format, '--outdir', dossier, fichier], { stdio: 'ignore', timeout: 120_000 });
    // 44 « ; », 34 « " », 76 UTF-8, valeurs telles qu'affichées, toutes les feuilles (-1).
    convertis('csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,true,false,false,-1');
    const csv = readdirSync(dossier).find((nom) => nom.endsWith('.csv') && nom.includes('avril'))!;
    const texte = readFileSync(path.join(dossier, csv), 'utf8');
    expect(texte).toMatch(/janv\. 26;1[.,\s\u202f\u00a0]200;61[.,]3\u00a0%;12[.,]3;09\/12\/2025;Oui/);
    expect(texte).toContain('=1+1 & <b>\n_x0041_');
    convertis('pdf');
    expect(readFileSync(path.join(dossier, 'rapport.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  }, 240_000);

  siPresent('openpyxl')('openpyxl lit tout ce que nous avons posé', () => {
    const script = `
import json, sys, warnings
warnings.simplefilter('error')
import openpyxl
c = openpyxl.load_workbook(sys.argv[1]); f = c.worksheets[-1]
print(json.dumps(dict(nom=f.title, b5=f['B5'].number_format, c5=f['C5'].number_format, e5=str(f['E5'].value), gras=f['A1'].font.b, fond=f['A1'].fill.fgColor.rgb,
  fusion=str(f.merged_cells), listes=[(str(d.sqref), d.formula1) for d in f.data_validations.dataValidation], conditions=sorted(str(k.sqref) for k in f.conditional_formatting),
  graphiques=[type(g).__name__ for g in f._charts], impression=str(f.print_area), page=[f.page_setup.paperSize, f.page_setup.orientation, f.sheet_properties.pageSetUpPr.fitToPage],
  pied=[f.oddFooter.left.text, f.oddFooter.right.text], quadrillage=f.sheet_view.showGridLines, largeur=round(f.column_dimensions['A'].width), active=c.active.title)))`;
    const lu = JSON.parse(execFileSync(cherche('openpyxl')!, ['-c', script, fichier], { encoding: 'utf8' })) as Record<string, unknown>;
    expect(lu).toMatchObject({
      nom: NOM, b5: '#,##0', c5: '0.0"\u00a0"%', e5: '2025-12-09 00:00:00', gras: true, fond: 'FF10489E', fusion: 'A1:F1',
      listes: [['F5:F7', '"Oui,Non « ""peut-être"" »"']], conditions: ['C5:C7', 'F5:F7'], graphiques: ['BarChart', 'PieChart'], page: [9, 'landscape', true],
      pied: ['Classeur+ && Cie', '&P / &N'], quadrillage: false, largeur: 23, active: 'Suivi',
    });
  }, 60_000);
});
