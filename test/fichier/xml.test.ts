// Le petit lecteur de XML : repérer sans se tromper, retoucher sans rien déranger.
import fc from 'fast-check';
import { ajouteDans, attributs, enfant, enfants, extrait, lien, poseAttributs, racine } from '../../src/fichier/xml';
import { code, codeCellule, decode, decodeCellule } from '../../src/fichier/xml-texte';
import { FEUILLE, place } from '../../src/fichier/xlsx-ordre';

describe('repérer', () => {
  const xml = `<?xml version="1.0"?>\n<!-- <a> --><x:r xmlns:x="u" a='1 > 0' b = "&lt;&#233;&quot;"><x:un/><![CDATA[<faux>]]><deux c="/">t<deux/></deux><!-- </x:r> --></x:r>`;
  it('ignore préfixes, commentaires, CDATA et chevrons entre guillemets', () => {
    const base = racine(xml);
    expect([base.nom, base.prefixe]).toEqual(['r', 'x:']);
    expect(enfants(xml, base).map((e) => extrait(xml, e))).toEqual(['<x:un/>', '<deux c="/">t<deux/></deux>']);
    expect(attributs(xml, base)).toEqual({ 'xmlns:x': 'u', a: '1 > 0', b: '<é"' });
  });
  it('ne confond pas « id » et « r:id »', () => {
    expect(lien({ id: '1', 'ns2:id': 'rId4', sheetId: '7' })).toBe('rId4');
    expect(lien({ id: '1' })).toBeUndefined();
  });
  it.each(['', 'texte', '<a>', '<a><b></a>', '<a b="', '<a><!-- </a>', '<a'])('refuse le XML mal formé « %s » avec une phrase', (texte) => {
    expect(() => enfants(texte, racine(texte))).toThrow('abîmé');
  });
});

describe('retoucher', () => {
  it('ouvre un élément seul pour y ajouter', () => {
    expect(ajouteDans('<x:a b="1"/>', racine('<x:a b="1"/>'), '<c/>')).toBe('<x:a b="1"><c/></x:a>');
  });
  it('pose, remplace et retire un attribut sans toucher aux autres', () => {
    const xml = "<c  r='A1' s=\"3\"/>";
    expect(poseAttributs(xml, racine(xml), { s: null, t: 'b' })).toBe("<c  r='A1' t=\"b\"/>");
  });
  it('range les éléments d’une feuille dans l’ordre du schéma, quel que soit l’ordre des ajouts', () => {
    let xml = '<w><sheetData/><pageMargins/><drawing/></w>';
    for (const nom of ['customProperties', 'mergeCells', 'cols', 'dataValidations', 'conditionalFormatting', 'headerFooter', 'pageSetup', 'printOptions', 'sheetPr', 'dimension']) xml = place(xml, FEUILLE, nom, `<${nom}/>`);
    expect(enfants(xml, racine(xml)).map((e) => e.nom)).toEqual(
      'sheetPr dimension cols sheetData mergeCells conditionalFormatting dataValidations printOptions pageMargins pageSetup headerFooter customProperties drawing'.split(' '),
    );
    expect(enfant(place(xml, FEUILLE, 'cols', ''), racine(place(xml, FEUILLE, 'cols', '')), 'cols')).toBeUndefined();
  });
});

describe('texte', () => {
  // eslint-disable-next-line no-control-regex
  const ecrivable = (texte: string): string => texte.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, '');
  it('rend tout texte tel quel, moins les caractères que le XML refuse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        expect(decodeCellule(codeCellule(texte))).toBe(ecrivable(texte));
        expect(decode(code(texte))).toBe(ecrivable(texte));
      }),
      { seed: 7, numRuns: 2000, examples: [['a_x0041_b _x000d_\r\n\t'], ['\ud83d\ude00 \ud83d x \ude00'], ['_x_x0041__']] },
    );
  });
  it('laisse une entité inconnue telle qu’elle est écrite', () => {
    expect(decode('&eacute; & &amp;#38; &#x1F600; &#1114112;')).toBe('&eacute; & &#38; 😀 \ufffd');
  });
});
