// Un classeur qui revient d'Excel porte sa mémoire en plusieurs parties : le fichier les lit toutes, et n'en garde qu'une quand il y écrit.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';

const LIENS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parties = (octets: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(octets)).map(([nom, contenu]) => [nom, strFromU8(contenu)]));

/** Le fichier écrit par nous, auquel Excel a ajouté une partie par clef, chacune avec ses propriétés. */
const venuDExcel = (depart: Readonly<Record<string, string>>, ajoutees: readonly (readonly [string, string])[]): Uint8Array => {
  const c = ouvreFichier(nouveauXlsx([{ nom: 'Suivi', plage: [['a']] }]), 'c.xlsx');
  c.ecris(Object.entries(depart).map(([clef, valeur]) => ({ genre: 'memoriser', clef, valeur })));
  const p = parties(c.octets());
  ajoutees.forEach(([clef, valeur], i) => {
    const n = 10 + i;
    p[`customXml/item${n}.xml`] = `<memoire xmlns="urn:classeur-plus:memoire"><entree clef="${clef}">${valeur}</entree></memoire>`;
    p[`customXml/itemProps${n}.xml`] = `<ds:datastoreItem ds:itemID="{0000000${i}-0000-0000-0000-000000000000}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`;
    p[`customXml/_rels/item${n}.xml.rels`] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LIENS}/customXmlProps" Target="itemProps${n}.xml"/></Relationships>`;
    p['xl/_rels/workbook.xml.rels'] = p['xl/_rels/workbook.xml.rels']!.replace('</Relationships>', `<Relationship Id="rId9${n}" Type="${LIENS}/customXml" Target="../customXml/item${n}.xml"/></Relationships>`);
    p['[Content_Types].xml'] = p['[Content_Types].xml']!.replace('</Types>', `<Override PartName="/customXml/itemProps${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`);
  });
  return zipSync(Object.fromEntries(Object.entries(p).map(([nom, contenu]) => [nom, strToU8(contenu)])));
};

test.each([
  ['une partie de toutes les clefs', { a: '1', b: '2' }, [], { a: '1', b: '2' }],
  ['une partie par clef', {}, [['a', '1'], ['b', '2']], { a: '1', b: '2' }],
  ['une clef changée depuis dans Excel', { a: '1', b: '2' }, [['a', '3']], { a: '3', b: '2' }],
  ['une clef posée deux fois à la fois', {}, [['a', '1'], ['a', '2']], { a: '2' }],
] as const)('%s se lit', (_, depart, ajoutees, attendue) => {
  expect(ouvreFichier(venuDExcel(depart, ajoutees), 'c.xlsx').lis({}).memoire).toEqual(attendue);
});

test('écrire une clef réunit les parties en une seule, sans rien laisser des autres', () => {
  const c = ouvreFichier(venuDExcel({ a: '1', b: '2' }, [['a', '3'], ['c', '<&>'.replace(/[<&>]/g, (s) => ({ '<': '&lt;', '&': '&amp;', '>': '&gt;' })[s]!)]]), 'c.xlsx');
  c.ecris([{ genre: 'memoriser', clef: 'd', valeur: '4' }, { genre: 'memoriser', clef: 'b', valeur: null }]);
  const p = parties(c.octets());
  expect(ouvreFichier(c.octets(), 'c.xlsx').lis({}).memoire).toEqual({ a: '3', c: '<&>', d: '4' });
  expect(Object.keys(p).filter((nom) => nom.startsWith('customXml/'))).toHaveLength(3);
  expect([p['[Content_Types].xml'], p['xl/_rels/workbook.xml.rels']].join()).not.toMatch(/item(Props)?1\d/);
});

test('ce qui est déjà retenu ne change pas un octet', () => {
  const octets = venuDExcel({ a: '1', b: '2' }, [['a', '3']]);
  const c = ouvreFichier(octets, 'c.xlsx');
  c.ecris([{ genre: 'memoriser', clef: 'a', valeur: '3' }, { genre: 'memoriser', clef: 'z', valeur: null }]);
  expect([c.modifie(), c.octets()]).toEqual([false, octets]);
});
