// Plus de 100 000 textes hostiles par versCellule() et retour : aucun ne devient une formule, un nombre, une date ou un autre texte.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { csvParseRows } from 'd3-dsv';
import { TEXTE_MAX, texteProtege, versCellule, versCellules, type TexteSur } from '../../src/socle/ecriture/cellule-sure';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { plusCourt } from '../aides/mutation';
import { cherche, siPresent } from '../aides/programmes';
import { relis, saisis } from './hote-pessimiste';

const DEBUTS = ['', '', '=', '+', '-', '@', '\t', '\r', '\n', '\0', "'", "''", "'=", '＝', '＋', '－', '＠', '＇', ' =', '\u00a0=', '\ufeff=', '\u200b=', '\0=', '\u0001@', '\ud800=', '\udc00+', '\u2060-', '⁼', '₊', '﹢', '﹣', '﹦', '﹫', '＝＝', '==', '=\t', '\r\n=', '\u0085=', '\u2028=', '\u3000＝', '\u00ad-', '−', '⁻', '₌', '﬩', '⩵', '⩶', '\u202e=', '\u2066\u3000@'];
const CORPS = ['', '1+1', 'HYPERLINK("http://exemple.invalid";"ici")', 'cmd|\' /C calc\'!A0', 'SOMME(A1:A9)', '01000', '0612345678', '+33612345678', '2026-0042', '12/03/2026', '3/12/2026', '03-12', '1/2', '12 mars', 'Mar-26', 'Jan 5', '8:30', '8:30 PM', '1e5', '1E5', '0x1F', '1,234', '1 234', '1.5', '.5', '5%', '$5', '5 €', '(5)', '１２３', 'TRUE', 'false', 'VRAI', 'FAUX', '#N/A', '#REF!', 'NaN', 'Infinity', '_x000D_', '_x0041_', '&#10;', '<b>&amp;</b>', ']]>', '"a";"b"', 'l’école', 'd\'accord', '\ud83d\ude00', '\ud83d', '\ude00\ud83d', 'é', '\u202e123', '\uffff', '\ufffe', 'x'.repeat(120)];
const FINS = ['', ' ', "'", '\t', '\n', '\r\n', '\r', '\0', '\u001f', '\ud800', '\udfff', '0', '=', ';', ',', '\n=1+1', '\r\n@A1', '\u00a0'];

/** Un texte libre en plus des tables : n'importe quelle suite d'unités UTF-16, paires cassées comprises. */
const libre = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f }), fc.constantFrom(0x3d, 0x2b, 0x2d, 0x40, 0x27, 0x30, 0x2f, 0xd83d, 0xde00)), { maxLength: 8 }).map((codes) => String.fromCharCode(...codes));
const parmi = (table: readonly string[], n: number): fc.Arbitrary<string[]> => fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...table) }, { weight: 1, arbitrary: libre }), { minLength: n, maxLength: n });
/** Six débuts, six corps et cinq fins croisés : 180 textes par tirage. */
const lots = fc.tuple(parmi(DEBUTS, 6), parmi(CORPS, 6), parmi(FINS, 5)).map(([debuts, corps, fins]) => debuts.flatMap((d) => corps.flatMap((c) => fins.map((f) => d + c + f))));
const GRAINE = 20261122;
const TIRAGES = plusCourt(1500);

/** Ce que le texte doit devenir, dit autrement que par le code : caractère par caractère, sans expression rationnelle. */
const attendu = (texte: string): string | null => {
  let garde = '';
  for (const caractere of texte) {
    const point = caractere.codePointAt(0)!;
    const controle = point < 32 && ![9, 10, 13].includes(point);
    if (!controle && !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff) garde += caractere;
  }
  garde = garde.split('\r\n').join('\n').split('\r').join('\n');
  let coupe = '';
  if (garde.length <= TEXTE_MAX) coupe = garde;
  else for (const caractere of garde) if (coupe.length + caractere.length <= TEXTE_MAX) coupe += caractere; else break;
  return coupe === '' ? null : coupe;
};

const echantillon = (n: number): string[] => {
  const textes = new Set<string>();
  for (const lot of fc.sample(lots, { seed: GRAINE, numRuns: Math.ceil(n / 60) })) for (const texte of lot) textes.add(texte);
  const tous = [...textes];
  // Un pas premier avec la taille : l'échantillon parcourt tous les tirages, pas les premiers seulement.
  return Array.from({ length: n }, (_, i) => tous[(i * 7919) % tous.length]!);
};

describe('versCellule', () => {
  it.each([
    ['=1+1', '=1+1'], ['01000', '01000'], ['a\r\nb\rc', 'a\nb\nc'], ['\0=1', '=1'], ['a\u0007b', 'ab'], ['a\tb', 'a\tb'], ['\ud83d\ude00', '\ud83d\ude00'],
    ['\ud83da', 'a'], ['a\ude00', 'a'], ['\ud83d\0\ude00', null], ['a\ufffeb\uffff', 'ab'], ['', null], ['\0', null], ['  ', '  '], ['\r\0\n', '\n'],
  ])('écrit %j comme %j', (texte, voulu) => expect(versCellule(texte)).toBe(voulu));

  it.each([0, -1, 0.1, 46000, true, false, null])('laisse %j tel quel', (valeur) => expect(versCellule(valeur)).toBe(valeur));
  it.each([NaN, Infinity, -Infinity])('refuse %p', (valeur) => expect(() => versCellule(valeur)).toThrow('Un nombre à écrire n’est pas fini'));
  it('passe une plage cellule par cellule', () => expect(versCellules([['a\0', 1], [null, true]])).toEqual([['a', 1], [null, true]]));

  it('coupe à 32 767 caractères sans couper une paire', () => {
    expect(versCellule('x'.repeat(TEXTE_MAX))).toHaveLength(TEXTE_MAX);
    expect(versCellule('x'.repeat(40_000))).toHaveLength(TEXTE_MAX);
    expect(versCellule('x'.repeat(TEXTE_MAX - 1) + '\ud83d\ude00')).toBe('x'.repeat(TEXTE_MAX - 1));
    expect(versCellule('x'.repeat(TEXTE_MAX - 2) + '\ud83d\ude00y')).toBe('x'.repeat(TEXTE_MAX - 2) + '\ud83d\ude00');
    // Ce qui est ôté ne compte pas dans la longueur.
    expect(versCellule('\0'.repeat(9000) + 'x'.repeat(TEXTE_MAX))).toBe('x'.repeat(TEXTE_MAX));
  });
});

describe('un hôte qui interprète ce qu’on lui donne', () => {
  it.each([
    ['=1+1', 'formule'], ['＝1+1', 'formule'], [' =A1', 'formule'], ['-5', 'formule'], ['01000', 'nombre'], ['0612345678', 'nombre'], ['1e5', 'nombre'], ['5%', 'nombre'],
    ['12/03/2026', 'date'], ['1/2', 'date'], ['Mar-26', 'date'], ['8:30', 'date'], ['TRUE', 'booleen'], ['#N/A', 'erreur'], ['bonjour', 'texte'],
  ])('prendrait %j pour : %s (le faux hôte n’est pas aveugle)', (texte, genre) => expect(saisis(texte, 'General').genre).toBe(genre));

  it('lit une formule même dans une cellule au format texte, et avale une apostrophe', () => {
    expect(saisis('=1+1', '@').genre).toBe('formule');
    expect(relis(saisis("'=1+1", '@'))).toBe('=1+1');
    expect(relis(saisis("'bonjour", '@'))).toBe('bonjour');
  });

  it(`relit le même texte, jamais une formule, un nombre ou une date (plus de 100 000 textes différents)`, () => {
    const vus = new Set<string>();
    let pieges = 0;
    fc.assert(
      fc.property(lots, (lot) => {
        for (const texte of lot) {
          if (vus.has(texte)) continue;
          vus.add(texte);
          const sur = versCellule(texte);
          if (sur !== attendu(texte)) throw new Error(`${JSON.stringify(texte)} → ${JSON.stringify(sur)}`);
          if (sur === null) continue;
          if (versCellule(sur as string) !== sur) throw new Error(`Deux passages changent ${JSON.stringify(texte)}`);
          if (saisis(sur as string, 'General').genre !== 'texte') pieges++;
          const cellule = saisis(texteProtege(sur as TexteSur), '@');
          if (cellule.genre !== 'texte' || relis(cellule) !== sur) throw new Error(`${JSON.stringify(sur)} se relit ${JSON.stringify(cellule)}`);
        }
      }),
      { seed: GRAINE, numRuns: TIRAGES },
    );
    expect(vus.size).toBeGreaterThanOrEqual(plusCourt(100_000));
    // Sans protection, une grande part de ces textes serait lue autrement : l'essai a de quoi échouer.
    expect(pieges / vus.size).toBeGreaterThan(0.4);
  });

  it('relit les textes de 40 000 caractères coupés à la limite', () => {
    const long = fc.tuple(fc.constantFrom(...DEBUTS), fc.constantFrom('x', '0', 'é\n', '\ud83d\ude00', 'a\ud83d', '=\t'), fc.integer({ min: 39_000, max: 41_000 })).map(([debut, motif, n]) => debut + motif.repeat(n).slice(0, n));
    fc.assert(
      fc.property(long, (texte) => {
        const sur = versCellule(texte) as TexteSur;
        expect(sur === attendu(texte) && sur.length <= TEXTE_MAX).toBe(true);
        expect(relis(saisis(texteProtege(sur), '@')) === sur).toBe(true);
      }),
      { seed: GRAINE, numRuns: 60 },
    );
  });
});

describe('un fichier .xlsx', () => {
  const ecrit = (textes: readonly string[]): { octets: Uint8Array; voulus: (string | null)[] } => {
    const c = ouvreFichier(nouveauXlsx([{ nom: 'Textes', plage: [] }]), 'textes.xlsx');
    c.ecris([{ genre: 'ecrire', feuille: 'Textes', ligne: 1, colonne: 1, valeurs: versCellules(textes.map((texte) => [texte])) }]);
    return { octets: c.octets(), voulus: textes.map(attendu) };
  };

  it('rend les mêmes textes une fois rouvert (4 000 textes, et des longs)', () => {
    const { octets, voulus } = ecrit([...echantillon(4000), ...['=', 'é', '\ud83d\ude00', ' \n'].map((motif) => motif.repeat(40_000))]);
    const lues = ouvreFichier(octets, 'textes.xlsx').lis({ zones: [{ feuille: 'Textes', ligne: 1, colonne: 1, lignes: voulus.length, colonnes: 1 }] }).plages[0]!;
    const fautes = voulus.flatMap((voulu, i) => ((lues[i]?.[0] || null) === voulu ? [] : [{ voulu, lu: lues[i]?.[0] }]));
    expect(fautes.slice(0, 5)).toEqual([]);
    expect(new Set(voulus).size).toBeGreaterThan(2500);
  });

  siPresent('soffice')('montre les mêmes textes dans LibreOffice (200 textes)', () => {
    const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
    try {
      const { octets, voulus } = ecrit(echantillon(200));
      writeFileSync(path.join(dossier, 'textes.xlsx'), octets);
      // Filtre CSV : virgule, guillemet, UTF-8 (76), textes entre guillemets, valeurs telles qu'affichées.
      execFileSync(cherche('soffice')!, [`-env:UserInstallation=file://${dossier}/profil`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true', '--outdir', dossier, path.join(dossier, 'textes.xlsx')], { stdio: 'ignore', timeout: 120_000 });
      const lignes = csvParseRows(readFileSync(path.join(dossier, 'textes.csv'), 'utf8'));
      const fautes = voulus.flatMap((voulu, i) => ((lignes[i]?.[0] ?? '') === (voulu ?? '') ? [] : [{ voulu, lu: lignes[i]?.[0] }]));
      expect(fautes.slice(0, 5)).toEqual([]);
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  }, 150_000);
});
