// L'archive zip : ce qu'on ne touche pas ressort à l'octet près, et rien d'anormal ne passe.
import { strFromU8, strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { ouvreArchive, zippe, type Changements } from '../../src/fichier/archive';
import { lisAnnuaire } from '../../src/fichier/archive-annuaire';

const texte = 'Une phrase qui revient. '.repeat(200);
const archive = zipSync({ 'a.xml': [strToU8(texte), { level: 1 }], 'b.bin': [strToU8('brut'), { level: 0 }], 'dossier/c.xml': [strToU8(texte), { level: 9 }] });
const change = (nom: string, contenu: string | null): Changements => new Map([[nom, contenu === null ? null : strToU8(contenu)]]);
const vue = (octets: Uint8Array): DataView => new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
const cherche = (octets: Uint8Array, signature: number): number => {
  for (let i = octets.length - 4; i >= 0; i--) if (vue(octets).getUint32(i, true) === signature) return i;
  return -1;
};
const CENTRAL = 0x02014b50;
const FIN = 0x06054b50;

describe('recopier', () => {
  it('rend les mêmes octets quand rien ne change, même si l’on récrit une partie à l’identique', () => {
    expect(ouvreArchive(archive).assemble(new Map())).toBe(archive);
    expect(ouvreArchive(archive).assemble(change('a.xml', texte))).toBe(archive);
  });
  it('garde les octets compressés, l’ordre et les dates des autres parties', () => {
    const sortie = ouvreArchive(archive).assemble(change('b.bin', 'autre'));
    const [avant, apres] = [lisAnnuaire(archive), lisAnnuaire(sortie)];
    expect(apres.map((e) => e.nom)).toEqual(['a.xml', 'b.bin', 'dossier/c.xml']);
    for (const rang of [0, 2]) expect(apres[rang]).toEqual({ ...avant[rang], attributs: expect.any(Number) });
    expect(strFromU8(ouvreArchive(sortie).lis('b.bin'))).toBe('autre');
  });
  it('ajoute à la fin, retire, et donne deux fois les mêmes octets', () => {
    const changements = new Map([...change('a.xml', null), ...change('z.xml', 'neuf')]);
    const sortie = ouvreArchive(archive).assemble(changements);
    expect(lisAnnuaire(sortie).map((e) => e.nom)).toEqual(['b.bin', 'dossier/c.xml', 'z.xml']);
    expect(ouvreArchive(archive).assemble(changements)).toEqual(sortie);
  });
  it('reprend une archive à descripteurs (tailles après les données) et la rend sans', () => {
    const morceaux: Uint8Array[] = [];
    const zip = new Zip((_, morceau) => morceaux.push(morceau));
    for (const nom of ['un.xml', 'deux.xml']) {
      const partie = new ZipDeflate(nom);
      zip.add(partie);
      partie.push(strToU8(texte + nom), true);
    }
    zip.end();
    const origine = new Uint8Array(Buffer.concat(morceaux));
    const sortie = ouvreArchive(origine).assemble(change('trois.xml', 'x'));
    expect(strFromU8(ouvreArchive(sortie).lis('un.xml'))).toBe(`${texte}un.xml`);
    // Drapeau 3 : « les tailles suivent les données ».
    expect(vue(sortie).getUint16(6, true) & 8).toBe(0);
    expect(vue(sortie).getUint32(22, true)).toBe(strToU8(`${texte}un.xml`).length);
  });
  it('supporte des octets ajoutés devant et un commentaire derrière', () => {
    const avecCommentaire = new Uint8Array([...strToU8('#!préfixe\n'), ...archive, ...strToU8('fin')]);
    vue(avecCommentaire).setUint16(avecCommentaire.length - 3 - 2, 3, true);
    expect(strFromU8(ouvreArchive(avecCommentaire).lis('A.XML'))).toBe(texte);
  });
  it('lit le format zip64', () => {
    const fin = cherche(archive, FIN);
    const v = vue(archive);
    const [nombre, taille, debut] = [v.getUint16(fin + 10, true), v.getUint32(fin + 12, true), v.getUint32(fin + 16, true)];
    const suite = new Uint8Array(56 + 20 + 22);
    const s = vue(suite);
    s.setUint32(0, 0x06064b50, true);
    s.setUint32(4, 44, true);
    for (const [ou, valeur] of [[24, nombre], [32, nombre], [40, taille], [48, debut]] as const) s.setUint32(ou, valeur, true);
    s.setUint32(56, 0x07064b50, true);
    s.setUint32(64, fin, true);
    s.setUint32(72, 1, true);
    s.setUint32(76, FIN, true);
    for (const ou of [84, 86]) s.setUint16(ou, 0xffff, true);
    for (const ou of [88, 92]) s.setUint32(ou, 0xffffffff, true);
    const zip64 = new Uint8Array([...archive.subarray(0, fin), ...suite]);
    expect(lisAnnuaire(zip64).map((e) => e.nom)).toEqual(['a.xml', 'b.bin', 'dossier/c.xml']);
  });
});

describe('refuser', () => {
  const modifie = (geste: (v: DataView, octets: Uint8Array) => void): Uint8Array => {
    const copie = archive.slice();
    geste(vue(copie), copie);
    return copie;
  };
  it('une archive coupée', () => {
    for (const long of [10, 30, 100, archive.length - 30, archive.length - 1]) expect(() => ouvreArchive(archive.slice(0, long))).toThrow('incomplet');
  });
  it('des données abîmées, à la partie près', () => {
    const abimee = modifie((_, o) => (o[40] = o[40]! ^ 0xff));
    expect(() => ouvreArchive(abimee).lis('a.xml')).toThrow('abîmé (a.xml)');
    expect(strFromU8(ouvreArchive(abimee).lis('b.bin'))).toBe('brut');
  });
  it('une bombe : taille annoncée démesurée, taille réelle cachée, trop de parties', () => {
    const zeros = zippe([['bombe.xml', new Uint8Array(40 * 1024 * 1024)]]);
    expect(() => ouvreArchive(zeros)).toThrow('anormalement gros');
    const cachee = zeros.slice();
    vue(cachee).setUint32(cherche(cachee, CENTRAL) + 24, 1000, true);
    expect(() => ouvreArchive(cachee).lis('bombe.xml')).toThrow('anormalement gros');
    expect(() => ouvreArchive(modifie((v, o) => v.setUint16(cherche(o, FIN) + 10, 60000, true)))).toThrow('anormalement gros');
  });
  it('une partie chiffrée, une compression inconnue, deux parties du même nom', () => {
    expect(() => ouvreArchive(modifie((v, o) => v.setUint16(cherche(o, CENTRAL) + 8, 1, true)))).toThrow('chiffré');
    expect(() => ouvreArchive(modifie((v, o) => v.setUint16(cherche(o, CENTRAL) + 10, 12, true))).lis('dossier/c.xml')).toThrow('compression inconnue');
    expect(() => ouvreArchive(zipSync({ 'a.xml': strToU8('1'), 'A.xml': strToU8('2') }))).toThrow('en double');
  });
});
