// Ce que de vrais fichiers contiennent d'inattendu, et ce qu'une personne y verrait.
import { NON_CALCULEE } from '../../src/socle/cellule';
import { ESPACE, classeur, feuilles, ligne, styles, valeurs } from './atelier';

describe('valeurs', () => {
  it('lit nombres, textes, booléens et erreurs', () => {
    const cellules =
      '<c r="A1"><v>12.5</v></c><c r="B1" t="inlineStr"><is><t>été</t></is></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>A1&amp;"x"</f><v>12,5x</v></c><c r="F1"><v>-1.5E-3</v></c><c r="G1"><v>12345678901234567</v></c><c r="H1"><v>0.1</v></c>';
    expect(ligne(cellules)).toEqual([12.5, 'été', true, '#N/A', '12,5x', -0.0015, 12345678901234568, 0.1]);
  });

  it('lit les chaînes partagées, mises en forme, phonétiques, vides ou échappées', () => {
    const chaines = `<sst xmlns="${ESPACE}"><si><t>Objet</t></si><si><r><rPr><b/></rPr><t>Deman</t></r><r><t xml:space="preserve">de </t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si/><si><t>ligne 1_x000D_\nligne 2 &amp; &#233;</t></si><si><t><![CDATA[a < b]]></t></si></sst>`;
    const cellules = [0, 1, 2, 3, 4, 5, 9].map((rang) => `<c t="s"><v>${rang}</v></c>`).join('') + '<c><v>1</v></c>';
    expect(ligne(cellules, { chaines })).toEqual(['Objet', 'Demande ', '東京', '', 'ligne 1\r\nligne 2 & é', 'a < b', null, 1]);
  });

  it('distingue une formule jamais calculée d’une formule qui rend un texte vide', () => {
    expect(ligne('<c r="A1"><f>SUM(B1)</f></c><c r="B1"><f>SUM(A1)</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c>')).toEqual([NON_CALCULEE, NON_CALCULEE]);
    // Une formule a un résultat : la feuille a été calculée, « <v></v> » est un texte vide.
    expect(ligne('<c r="A1"><f>1+1</f></c><c r="B1"><f>""</f><v></v></c><c r="C1"><f t="shared" si="0"/><v>7</v></c>')).toEqual([NON_CALCULEE, null, 7]);
  });

  it('lit les dates ISO comme des jours de série', () => {
    expect(ligne('<c r="A1" t="d"><v>2026-03-05</v></c><c r="B1" t="d"><v>2026-03-05T12:00:00Z</v></c><c r="C1" t="d"><v>1900-01-01</v></c>')).toEqual([46086, 46086.5, 1]);
  });
});

describe('calendrier 1904', () => {
  const formats = '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0&quot; jours&quot;"/><numFmt numFmtId="166" formatCode="[Red]0.0\\d"/>';
  const xfs = [0, 14, 164, 165, 166].map((id) => `<xf numFmtId="${id}"/>`).join('');
  const classeur1904 = `<workbook xmlns="${ESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="Suivi" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const cellules = [0, 1, 2, 3, 4].map((s) => `<c s="${s}"><v>44538</v></c>`).join('');

  it('ne ramène à 1900 que les cellules qui affichent une date', () => {
    expect(ligne(cellules, { styles: styles(xfs, formats), classeur: classeur1904 })).toEqual([44538, 46000, 46000, 44538, 44538]);
  });
  it('laisse tout tel quel dans un classeur ordinaire', () => {
    expect(ligne(cellules, { styles: styles(xfs, formats) })).toEqual([44538, 44538, 44538, 44538, 44538]);
  });
  it('réécrit une date dans le calendrier du classeur', () => {
    const c = classeur({ donnees: `<row r="1">${cellules}</row>`, styles: styles(xfs, formats), classeur: classeur1904 });
    c.ecris([{ genre: 'ecrire', feuille: 'Suivi', ligne: 1, colonne: 1, valeurs: [[46001, 46001]] }]);
    expect(valeurs(c)[0]!.slice(0, 2)).toEqual([46001, 46001]);
    c.ecris([{ genre: 'styler', zone: { feuille: 'Suivi', ligne: 1, colonne: 1, lignes: 1, colonnes: 1 }, style: { format: 'date' } }]);
    expect(valeurs(c)[0]![0]).toBe(46001);
  });
});

describe('formes du XML', () => {
  it('lit un XML à préfixes, aux guillemets simples, sur plusieurs lignes, avec des commentaires', () => {
    const feuille = `<?xml version='1.0'?><!-- c --><x:worksheet xmlns:x="${ESPACE}">\n<x:sheetData>\n <x:row r='1'>\n  <x:c r='A1' t='inlineStr'><x:is><x:t>un</x:t></x:is></x:c>\n  <!-- > <x:c> --><x:c r='B1'><x:v>2</x:v></x:c>\n </x:row>\n</x:sheetData></x:worksheet>`;
    expect(valeurs(classeur({ feuille }))).toEqual([['un', 2]]);
  });
  it('place les lignes et les cellules qui ne disent pas leur adresse', () => {
    expect(valeurs(classeur({ donnees: '<row><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c r="C3"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>' }))).toEqual([
      [1, 2, null, null],
      [null, null, null, null],
      [null, null, 3, 4],
      [5, null, null, null],
    ]);
  });
  it('lit le format strict', () => {
    expect(valeurs(classeur({ strict: true, donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' }))).toEqual([[1]]);
  });
  it('suit des cibles absolues et des noms de parties d’une autre casse', () => {
    const liens = '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/XL/Worksheets/Sheet1.xml"/>';
    expect(valeurs(classeur({ liens, donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' }))).toEqual([[1]]);
  });
  it('n’est pas trompé par une cellule à extension ni par une valeur en CDATA', () => {
    const donnees = '<row r="1"><c r="A1" t="str"><v><![CDATA[<b>]]></v><extLst><ext uri="x"><y/></ext></extLst></c><c r="B1"><v>2</v></c><extLst><ext/></extLst></row><row r="2"><c r="A2"><v>3</v></c></row>';
    expect(valeurs(classeur({ donnees }))).toEqual([
      ['<b>', 2],
      [3, null],
    ]);
  });
});

describe('étendue', () => {
  it('ignore les styles et les formules vides jusqu’en bas de la feuille', () => {
    const vides = Array.from({ length: 200 }, (_, i) => `<row r="${1_048_377 + i}"><c r="A${1_048_377 + i}" t="str"><f>""</f><v></v></c><c r="XFD${1_048_377 + i}" s="3"/></row>`).join('');
    const c = classeur({ donnees: `<row r="1"><c r="A1"><v>1</v></c><c r="C1" s="1"/></row><row r="2"><c r="B2"><v>2</v></c></row>${vides}` });
    expect(feuilles(c)[0]).toMatchObject({ lignes: 2, colonnes: 2 });
  });
  it('ignore les formules vides sans type d’une feuille calculée', () => {
    const c = classeur({ donnees: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row><row r="900"><c r="Z900"><f>""</f><v></v></c></row>' });
    expect(feuilles(c)[0]).toMatchObject({ lignes: 1, colonnes: 1 });
  });
  it('compte une formule jamais calculée', () => {
    expect(feuilles(classeur({ donnees: '<row r="4"><c r="B4"><f>1+1</f></c></row>' }))[0]).toMatchObject({ lignes: 4, colonnes: 2 });
  });
  it('vaut zéro pour une feuille vide, même sans sheetData', () => {
    expect(feuilles(classeur({ feuille: `<worksheet xmlns="${ESPACE}"/>` }), 5)[0]).toMatchObject({ lignes: 0, colonnes: 0, tete: [] });
  });
});

describe('feuilles', () => {
  const rel = (id: string, type: string, cible: string): string => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${cible}"/>`;
  const onglet = (nom: string, n: number, etat = ''): string => `<sheet name="${nom}" sheetId="${n}"${etat} r:id="rId${n}"/>`;
  const c = classeur({
    classeur: `<workbook xmlns="${ESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${onglet('Zéro', 3)}${onglet('Graphe', 2)}${onglet('L&apos;an &amp; après', 1, ' state="hidden"')}${onglet('Caché', 4, ' state="veryHidden"')}</sheets></workbook>`,
    liens: rel('rId1', 'worksheet', 'worksheets/sheet1.xml') + rel('rId2', 'chartsheet', 'chartsheets/sheet1.xml') + rel('rId3', 'worksheet', 'worksheets/sheet3.xml') + rel('rId4', 'worksheet', 'worksheets/sheet4.xml'),
    donnees: '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="5" hidden="true" ht="0"/>',
    parties: {
      'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${ESPACE}"/>`,
      'xl/worksheets/sheet3.xml': `<worksheet xmlns="${ESPACE}"><sheetData/><sheetProtection sheet="1" objects="1"/></worksheet>`,
      'xl/worksheets/sheet4.xml': `<worksheet xmlns="${ESPACE}"><sheetData/><sheetProtection sheet="0"/></worksheet>`,
    },
  });

  it('les donne dans l’ordre des onglets, sans les feuilles graphiques', () => {
    expect(feuilles(c).map(({ nom, masquee, protegee }) => ({ nom, masquee, protegee }))).toEqual([
      { nom: 'Zéro', masquee: false, protegee: true },
      { nom: 'L\'an & après', masquee: true, protegee: false },
      { nom: 'Caché', masquee: true, protegee: false },
    ]);
  });
  it('dit quelles lignes sont masquées, sans égard à la casse du nom', () => {
    expect(c.lis({ masquees: ["l'AN & APRÈS", 'Caché'] }).masquees).toEqual([new Set([1, 5]), new Set()]);
  });
  it('refuse une zone d’une feuille absente', () => {
    expect(() => c.lis({ zones: [{ feuille: 'Rien', ligne: 1, colonne: 1, lignes: 1, colonnes: 1 }] })).toThrow('La feuille « Rien » n’existe pas');
  });
});

describe('zones', () => {
  const donnees = Array.from({ length: 50 }, (_, i) => `<row r="${i * 2 + 1}"><c r="A${i * 2 + 1}"><v>${i}</v></c><c r="C${i * 2 + 1}"><v>${i * 10}</v></c></row>`).join('');
  const c = classeur({ donnees });
  it('ne donne que les cellules demandées, plusieurs zones en une lecture', () => {
    const zone = (l: number, col: number, n: number, m: number) => ({ feuille: 'suivi', ligne: l, colonne: col, lignes: n, colonnes: m });
    expect(c.lis({ zones: [zone(3, 3, 3, 1), zone(1, 1, 2, 16384), zone(98, 2, 50, 2), zone(200, 1, 5, 1)] }).plages).toEqual([
      [[10], [null], [20]],
      [
        [0, null, 0],
        [null, null, null],
      ],
      [
        [null, null],
        [null, 490],
      ],
      [],
    ]);
  });
  it('donne la tête demandée et rien de plus', () => {
    expect(feuilles(c, 3)[0]!.tete).toEqual([
      [0, null, 0],
      [null, null, null],
      [1, null, 10],
    ]);
  });
});
