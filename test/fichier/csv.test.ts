// Les .csv comme les tableurs français et les applications métier les exportent.
import { strToU8 } from 'fflate';
import { separateurDe } from '../../src/fichier/csv';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { feuilles, valeurs } from './atelier';
import { versCellules } from '../../src/socle/ecriture/cellule-sure';

const csv = (texte: string | Uint8Array, nom = 'suivi.csv') => ouvreFichier(typeof texte === 'string' ? strToU8(texte) : texte, nom);
const lu = (texte: string | Uint8Array) => valeurs(csv(texte), 'suivi');

describe('séparateur', () => {
  it.each([
    ['Nom;Prix\nA;1,5\nB;2,5\nC;3,5', ';'],
    ['Nom,Objet\nA,"x;y;z"\nB,"u;v"', ','],
    ['Nom\tObjet, sujet\nA\tb, c\nD\te', '\t'],
    ['Registre 2026;;\nReçue le;Objet;Service\n01/02/2026;"a, b, c";X\n02/02/2026;d, e;Y', ';'],
    ['Une colonne\nx', ';'],
    ['"a\n;;;;\nb",c\n"d",e', ','],
  ])('%j est coupé par %j', (texte, attendu) => expect(separateurDe(texte)).toBe(attendu));
  it('suit la consigne « sep= » d’Excel, que le tableur ne montre pas', () => {
    expect(lu('sep=|\r\na|b;c\r\n1|2')).toEqual([['a', 'b;c'], ['1', '2']]);
  });
});

describe('contenu', () => {
  it('garde tout en texte, espaces compris, et les fins de ligne entre guillemets', () => {
    expect(lu('N°;Reçue le;Note\r\n007;01/02/2026; a \r\n8;;"deux\r\nlignes ""citées"""\r\n')).toEqual([
      ['N°', 'Reçue le', 'Note'],
      ['007', '01/02/2026', ' a '],
      ['8', '', 'deux\r\nlignes "citées"'],
    ]);
  });
  it('compte une ligne par enregistrement, lignes vides comprises', () => {
    const c = csv('a;b\n\n1;2\n;;\n');
    expect(feuilles(c, 10)[0]).toMatchObject({ nom: 'suivi', lignes: 3, colonnes: 2, tete: [['a', 'b'], ['', null], ['1', '2']] });
  });
  it.each([
    ['UTF-8', strToU8('Reçue;Œuvre\n1;2')],
    ['UTF-8 avec marque', new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8('Reçue;Œuvre\n1;2')])],
    ['Windows-1252', new Uint8Array([...Buffer.from('Reçue;', 'latin1'), 0x8c, ...Buffer.from('uvre\n1;2', 'latin1')])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from('Reçue;Œuvre\n1;2', 'utf16le')])],
  ])('lit les accents en %s', (_, octets) => expect(lu(octets)).toEqual([['Reçue', 'Œuvre'], ['1', '2']]));
  it('nomme la feuille d’après le fichier, dans les limites d’Excel', () => {
    expect(feuilles(csv('a;b', 'dossier/Suivi [2026] des demandes très long.final.csv'))[0]!.nom).toBe('Suivi  2026  des demandes très');
    expect(feuilles(csv('a;b', '[].csv'))[0]!.nom).toBe('Feuil1');
  });
  it('refuse un fichier qui n’est pas du texte', () => expect(() => csv(new Uint8Array([65, 0, 1, 2, 59, 0]))).toThrow('n’est pas un texte'));
});

describe('écrire', () => {
  it('devient un .xlsx qui garde les données telles quelles', () => {
    const donnees = 'N°;Note\n007;=1+1\n01/02/2026;"a\nb _x0041_"';
    const c = csv(donnees);
    const [avant, origine] = [valeurs(c, 'suivi'), c.octets()];
    expect(c.modifie()).toBe(false);
    expect(origine).toEqual(strToU8(donnees));
    c.ecris([{ genre: 'creer-feuille', feuille: 'Résultats' }, { genre: 'ecrire', feuille: 'Résultats', ligne: 1, colonne: 1, valeurs: versCellules([['Total', 2]]) }]);
    expect([c.genre, c.modifie()]).toEqual(['csv', true]);
    expect(valeurs(c, 'suivi')).toEqual(avant);
    const rouvert = ouvreFichier(c.octets(), 'suivi.xlsx');
    expect(rouvert.genre).toBe('xlsx');
    expect(valeurs(rouvert, 'suivi')).toEqual(avant);
    expect(valeurs(rouvert, 'Résultats')).toEqual([['Total', 2]]);
  });
  it('reste un .csv intact si l’écriture échoue', () => {
    const c = csv('a;b');
    expect(() => c.ecris([{ genre: 'creer-feuille', feuille: 'SUIVI' }])).toThrow('existe déjà');
    expect(c.modifie()).toBe(false);
  });
});
