// Chaque fichier que l'on ne sait pas lire a sa phrase, et un fichier abîmé ne fait jamais autre chose que la dire.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync, chmodSync, lstatSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { ecrisFichierAtomique, lisFichier } from '../../src/fichier/node/fichiers';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { archive, classeurBrut, ESPACE, styles } from './atelier';

const ole = (contenu: string): Uint8Array => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600), ...Buffer.from(contenu, 'utf16le'), ...new Uint8Array(600)]);
const liens = (cible: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${cible}"/></Relationships>`;

describe('fichiers refusés', () => {
  it.each<[string, Uint8Array, string]>([
    ['vide', new Uint8Array(0), 'vide'],
    ['chiffré', ole('EncryptedPackage'), 'chiffré'],
    ['vieux .xls', ole('Workbook'), '.xls'],
    ['très vieux .xls', new Uint8Array([9, 8, 16, 0, 0, 6, 5, 0]), '.xls'],
    ['.xlsb', archive({ '_rels/.rels': liens('xl/workbook.bin'), 'xl/workbook.bin': 'x' }), 'binaire (.xlsb)'],
    ['.ods', archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), '.ods'],
    ['zip quelconque', archive({ 'photo.jpg': 'x' }), 'ne contient pas de classeur'],
    ['document Word', archive({ '_rels/.rels': liens('word/document.xml'), 'word/document.xml': '<w:document xmlns:w="u"/>' }), 'n’est pas un classeur'],
    ['page web', strToU8('\n<html><table>'), 'page web'],
    ['PDF', strToU8('%PDF-1.7'), 'PDF'],
    ['image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'n’est pas un classeur'],
    ['zip coupé', nouveauXlsx([{ nom: 'A', plage: [[1]] }]).slice(0, 900), 'incomplet'],
    ['feuille manquante', classeurBrut({ liens: '' }), '« Suivi » manque'],
    ['sans feuille', classeurBrut({ classeur: `<workbook xmlns="${ESPACE}"><sheets/></workbook>` }), 'aucune feuille'],
  ])('%s', (_, octets, phrase) => {
    expect(() => ouvreFichier(octets, 'essai.xlsx')).toThrow(phrase);
    expect(() => ouvreFichier(octets, 'essai.xlsx')).toThrow(ErreurClasseur);
  });
  it('lit un .xlsx nommé .csv pour ce qu’il est', () => expect(ouvreFichier(nouveauXlsx([{ nom: 'A', plage: [] }]), 'a.csv').genre).toBe('xlsx'));
});

/** Tout ce qu'un travail ferait sur un fichier ; toute erreur doit être une phrase. */
const travaille = (octets: Uint8Array): void => {
  try {
    const c = ouvreFichier(octets, 'essai.xlsx');
    const { feuilles } = c.lis({ tetes: 3 });
    for (const f of feuilles) c.lis({ zones: [{ feuille: f.nom, ligne: 1, colonne: 1, lignes: f.lignes, colonnes: f.colonnes }], masquees: [f.nom] });
    const zone = { feuille: feuilles[0]!.nom, ligne: 1, colonne: 1, lignes: 2, colonnes: 2 };
    c.ecris([{ genre: 'creer-feuille', feuille: 'Neuve' }, { genre: 'vider', zone }, { genre: 'styler', zone, style: { gras: true, format: 'date' } }, { genre: 'marquer', feuille: 'Neuve', marque: 'x' }, { genre: 'memoriser', clef: 'a', valeur: 'b' }, { genre: 'nommer', nom: 'ici', zone }]);
    c.octets();
  } catch (cause) {
    if (!(cause instanceof ErreurClasseur)) throw cause;
  }
};

describe('fichiers abîmés au hasard', () => {
  const sain = classeurBrut({
    donnees: '<row r="1" hidden="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><r><t>é</t></r></is></c></row>',
    chaines: `<sst xmlns="${ESPACE}"><si><r><t>un</t></r></si></sst>`,
    styles: styles('<xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"><alignment wrapText="1"/></xf>'),
  });
  it('le fichier sain se travaille', () => expect(() => travaille(sain)).not.toThrow());
  it('coupés', () => {
    for (let long = 0; long < sain.length; long += 7) expect(() => travaille(sain.slice(0, long))).not.toThrow();
  });
  it('octets changés', () => {
    const mutation = fc.array(fc.tuple(fc.nat(sain.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(mutation, (coups) => {
        const copie = sain.slice();
        for (const [ou, octet] of coups) copie[ou] = octet;
        travaille(copie);
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });
  it('XML changé dans une archive saine', () => {
    const contenus = unzipSync(sain);
    const noms = Object.keys(contenus);
    const coup = fc.record({ partie: fc.nat(noms.length - 1), ou: fc.nat(), long: fc.nat(30), par: fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('<', '>', '"', '/', '</', '<!--', '<![CDATA[', '&', ' r="XFE9999999"', '999999999999', '-1', '')) });
    fc.assert(
      fc.property(coup, ({ partie, ou, long, par }) => {
        const nom = noms[partie]!;
        const texte = Buffer.from(contenus[nom]!).toString();
        const place = ou % (texte.length + 1);
        travaille(zipSync({ ...contenus, [nom]: strToU8(texte.slice(0, place) + par + texte.slice(place + long)) }));
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });
});

describe('sur le disque', () => {
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-'));
  const chemin = (nom: string): string => path.join(dossier, nom);
  afterAll(() => rmSync(dossier, { recursive: true }));

  it('lit, remplace en gardant les droits, et ne laisse pas de fichier provisoire', () => {
    writeFileSync(chemin('a.xlsx'), 'ancien', { mode: 0o640 });
    ecrisFichierAtomique(chemin('a.xlsx'), strToU8('nouveau'));
    expect(Buffer.from(lisFichier(chemin('a.xlsx'))).toString()).toBe('nouveau');
    expect(statSync(chemin('a.xlsx')).mode & 0o777).toBe(0o640);
    ecrisFichierAtomique(chemin('b.xlsx'), strToU8('neuf'));
    expect(readdirSync(dossier).sort()).toEqual(['a.xlsx', 'b.xlsx']);
  });
  it('écrit à travers un lien sans le remplacer', () => {
    symlinkSync(chemin('a.xlsx'), chemin('lien.xlsx'));
    ecrisFichierAtomique(chemin('lien.xlsx'), strToU8('par le lien'));
    expect(lstatSync(chemin('lien.xlsx')).isSymbolicLink()).toBe(true);
    expect(Buffer.from(lisFichier(chemin('a.xlsx'))).toString()).toBe('par le lien');
  });
  it('explique ce qui manque ou ce qui s’y oppose', () => {
    mkdirSync(chemin('dossier'));
    expect(() => lisFichier(chemin('absent.xlsx'))).toThrow('« absent.xlsx » n’existe pas');
    expect(() => lisFichier(chemin('dossier'))).toThrow('est un dossier');
    expect(() => ecrisFichierAtomique(chemin('dossier'), strToU8('x'))).toThrow('est un dossier');
    expect(() => ecrisFichierAtomique(chemin('nulle/part.xlsx'), strToU8('x'))).toThrow('dossier de « part.xlsx » n’existe pas');
    expect(() => lisFichier(chemin('a.xlsx/x'))).toThrow(ErreurClasseur);
  });
  // L'administrateur passe outre les droits : rien à vérifier sous ce compte.
  (process.getuid?.() === 0 ? it.skip : it)('respecte un fichier en lecture seule', () => {
    writeFileSync(chemin('fige.xlsx'), 'x');
    chmodSync(chemin('fige.xlsx'), 0o444);
    expect(() => ecrisFichierAtomique(chemin('fige.xlsx'), strToU8('y'))).toThrow('pas le droit');
  });
});
