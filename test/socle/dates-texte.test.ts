// Les dates écrites (domaine §8, cas 3 à 5 et 21) : chaque ligne se lit « ce texte est le … ».
import fc from 'fast-check';
import { AVANT_1900, DATE_IMPOSSIBLE, lisDateTexte, ordreDe, PAS_UNE_DATE, SANS_JOUR, sansAnnee, type Ordre } from '../../src/socle/dates-texte';
import { civil, deIso, jourSemaine, versIso } from '../../src/socle/jours';
import textes from './oracles/textes.json';

const codes: Record<number, string> = { [PAS_UNE_DATE]: 'pas une date', [DATE_IMPOSSIBLE]: 'date impossible', [SANS_JOUR]: 'sans jour', [AVANT_1900]: 'avant 1900' };

/** Ce qui a été lu, dit en clair : « 2021-03-12 », « 12/3 sans année », « sans jour »… */
const lu = (texte: string, ordre?: Ordre): string => {
  const code = lisDateTexte(texte, ordre);
  if (code > 0) return versIso(code);
  const partielle = sansAnnee(code);
  return partielle ? `${partielle.jour}/${partielle.mois} sans année` : (codes[code] ?? `code ${code}`);
};

const INVISIBLE = '\u200b';
const INSECABLE = '\u00a0';
const FINE = '\u202f';
const BOM = '\ufeff';

describe('le 12 mars 2021', () => {
  test.each([
    ...['12/03/2021', '12/3/2021', '12-03-2021', '12.03.2021', '12 03 2021', '12/3/21', '12.3.21', '12-03-21', '12 / 03 / 2021', '12. 03. 2021', '12/03-2021', '12/03 2021', '12 /03.2021'],
    ...['2021-03-12', '2021-3-12', '2021/03/12', '2021.03.12', '20210312', '12\u201103\u20112021', '12\u201303\u20132021'],
    ...['12 mars 2021', '12 MARS 2021', '12 Mars 21', '12-mars-2021', '12/mars/2021', '12.mars.21', '12mars2021', '12  mars  2021', 'le 12 mars 2021', 'Le 12/03/2021', '12 mar 2021', '12 mar. 2021'],
    ...['vendredi 12 mars 2021', 'Vendredi, 12 mars 2021', 'ven. 12 mars 2021', 'VEN 12/03/2021', 'vendredi 12/03/21', 'le vendredi 12 mars 2021', 'vendredi le 12 mars 2021', 'vendredi 2021-03-12'],
    ...['Mar 12, 2021', 'March 12, 2021', 'March 12 2021', 'mar. 12, 2021', 'Mar-12-2021', 'Mar/12/2021', 'March 12th, 2021', '12th March 2021', '12th of March 2021', '12 Mar 2021', '2021 Mar 12', '2021-mars-12'],
    ...['Friday, March 12, 2021', 'Fri 12 Mar 2021', 'Fri, 12 Mar 2021 08:15:00 +0100', 'Fri Mar 12 2021 08:15:00 GMT+0100 (heure normale d’Europe centrale)'],
    ...['2021-03-12T08:15:00Z', '2021-03-12T08:15', '2021-03-12 08:15', '2021-03-12 08:15:30.123', '2021-03-12T23:59:59+01:00', '2021-03-12T08:15:00.000-0400', '2021-03-12 08:15 UTC', '20210312T081500Z', '20210312T0815'],
    ...['12/03/2021 08:15', '12/03/2021 8:15', '12/03/2021 08:15:30', '12/03/2021 8h15', '12/03/2021 8h', '12/03/2021 08h05', '12/03/2021 à 8 h 15', '12/03/2021 à 8h15', '12/03/2021, 08:15', '12/03/2021 - 08:15', '12/03/2021 8 h 15 min'],
    ...['12/03/2021 8:15 PM', '12/03/2021 8:15PM', '12/03/2021 12:00 am', '12/03/2021 8:15:30 p.m.', '12/03/2021 8 PM', '12/03/21 8:15', '12 mars 2021 08:15', '12 mars 2021 à 8h15', '12 03 2021 08:15', '12/03/2021 0:00'],
    ...["'12/03/2021", '’12/03/2021', ' 12/03/2021', '12/03/2021 ', `${INSECABLE}12/03/2021${FINE}`, `${BOM}12/03/2021`, `12${INVISIBLE}/03/2021`, `1${INVISIBLE}2/03/2021`, `12${INSECABLE}mars${FINE}2021`, '\t12/03/2021\r\n', "' 12 mars 2021", '１２/03/2021', '‘12/03/2021', `12/03/2021${INSECABLE}08:15`, `12/03/2021${INVISIBLE} 08:15`, `2021-03-12${INVISIBLE} 08:15`],
    ...['44267'],
  ])('« %s »', (texte) => expect(lu(texte)).toBe('2021-03-12'));
});

test.each([
  ['1er mars 2021', '2021-03-01'],
  ['1ER MARS 2021', '2021-03-01'],
  ['1 er mars 2021', '2021-03-01'],
  ['1ᵉʳ mars 2021', '2021-03-01'],
  ['5 janv. 2021', '2021-01-05'],
  ['5 janvier 2021', '2021-01-05'],
  ['5 févr. 2021', '2021-02-05'],
  ['5 fevr 2021', '2021-02-05'],
  ['5 fevrier 2021', '2021-02-05'],
  ['5 fe\u0301vrier 2021', '2021-02-05'],
  ['5 FÉVRIER 2021', '2021-02-05'],
  ['5 avr. 2021', '2021-04-05'],
  ['5 MAI 2021', '2021-05-05'],
  ['5 juin 2021', '2021-06-05'],
  ['5 juil. 2021', '2021-07-05'],
  ['5 juillet 2021', '2021-07-05'],
  ['5 août 2021', '2021-08-05'],
  ['5 AOUT 2021', '2021-08-05'],
  ['5 sept 2021', '2021-09-05'],
  ['5 sept. 2021', '2021-09-05'],
  ['5 oct. 2021', '2021-10-05'],
  ['5 nov. 2021', '2021-11-05'],
  ['5 déc. 2021', '2021-12-05'],
  ['5 Décembre 2021', '2021-12-05'],
  ['Sept 5, 2021', '2021-09-05'],
  ['August 5, 2021', '2021-08-05'],
  ['5 feb 2021', '2021-02-05'],
  ['mardi 16 mars 2021', '2021-03-16'],
  ['mar. 16/03/2021', '2021-03-16'],
  ['mar 16 mar 2021', '2021-03-16'],
  ['29/02/2024', '2024-02-29'],
  ['01/01/49', '2049-01-01'],
  ['01/01/50', '1950-01-01'],
  ['01/01/00', '2000-01-01'],
  ['31/12/99', '1999-12-31'],
  ['31/12/9999', '9999-12-31'],
  ['31/12/1899', '1899-12-31'],
  ['20000', '1954-10-03'],
  ['80000', '2119-01-11'],
])('« %s » est le %s', (texte, iso) => expect(lu(texte)).toBe(iso));

test.each([
  ['12/03', '12/3 sans année'],
  ['12 / 3', '12/3 sans année'],
  ['12-03', '12/3 sans année'],
  ['12 mars', '12/3 sans année'],
  ['1er mars', '1/3 sans année'],
  ['12-mars', '12/3 sans année'],
  ['lundi 12 mars', '12/3 sans année'],
  ['lun. 12/03', '12/3 sans année'],
  ['mar 12/03', '12/3 sans année'],
  ['le 12 mars à 8h15', '12/3 sans année'],
  ['12/03 08:15', '12/3 sans année'],
  ['12/03 8:15', '12/3 sans année'],
  ['12/03 21 h 15', '12/3 sans année'],
  ['12 mars 08:15', '12/3 sans année'],
  ['March 12th', '12/3 sans année'],
  ['29/02', '29/2 sans année'],
  ['31/12', '31/12 sans année'],
  ['1/1', '1/1 sans année'],
])('« %s » est le %s', (texte, attendu) => expect(lu(texte)).toBe(attendu));

test.each([
  ...['oct-15', 'oct. 15', 'oct. 2015', 'octobre 2015', 'OCTOBRE 2015', 'fe\u0301vrier 2021', 'De\u0301c. 2021', 'Août 2021', 'octobre', 'oct 5', 'mars-21', 'mar-21', 'Mar 12', '10/2015', '10-2015', '2015-10', '2015/10', '1/2015', '2015-oct', '2015 octobre'],
  ...['T3 2026', 't3-2026', '2026 T3', 'T1 26', 'Q3 2026', '3e trimestre 2026', '3ème trimestre 2026', '1er trimestre', 'premier trimestre 2026', '2e semestre 2026', 'fin juin', 'fin juin 2026', 'début juin', 'mi-juin 2026', 'courant mars', 'fin d’octobre', 'fin du mois de mai 2026'],
])('« %s » est un mois ou un trimestre, sans jour', (texte) => expect(lu(texte)).toBe('sans jour'));

test.each([
  ...['31/02/2026', '30/02', '29/02/2025', '29/02/1900', '31/04/2026', '32/01/2026', '12/18/2026', '12/18', '00/01/2026', '01/00/2026', '00/00/0000', '2026-02-31', '2026-18-12', '2026-13-01', '20260231'],
  ...['31 février 2026', '30 février', '45 mars 2021', 'Feb 30, 2026', 'lundi 12 mars 2021', 'lun. 12/03/2021', 'mar. 12/03/2021', 'Monday, March 12, 2021', 'lundi 31/02/2026', '31/02/2026 08:15'],
])('« %s » n’est pas au calendrier', (texte) => expect(lu(texte)).toBe('date impossible'));

test.each([
  ...['', ' ', '0', '8', '12', '2026', '8 j', '8 jours', '1 234', '1 234 567', '1 234,50', '71,3 %', '12,5', '12.03', '12 03', '1.5', '45/60', '00/00', '100', '19999', '80001', '123456', '12345678'],
  ...['0612345678', '06 12 34 56 78', '06.12.34.56.78', '01-02-03-04-05', '+33 6 12 34 56 78', '2026-0012', 'C-12/03', '2026-03-12-001', '45/2015', '13/2015', '2026-13', '10/1815', '192.168.10.21', '20261345', '12032021', '20122021', '20261301', '20211232'],
  ...['NR', 'n.r.', 'non répondu', 'sans objet', '/', '-', '?', '.', 'AR seul', 'classé', 'transmis à la DDT', 'reçu le 12/03/2021', '12/03/2021 (relance)', '12/03/2021 ?', '12/03/2021 - 15/03/2021', '12/03/2021 15/03/2021', 'du 12 au 15 mars 2021'],
  ...['12/03/', '/03/2021', '12//03/2021', '12/03//2021', '12/03/2', '12/03/202', '12/03/20211', '012/03/2021', '12/003/2021', '2021-03-012', '12/2021/03', '-12/03/2021', '12,03,2021', '12_03_2021', '12\\03\\2021', '12/03x2021', '12/03:2021', '2021-03x12', '2021x03-12', '12en mars 2021'],
  ...['12/03/2021 25:99', '12/03/2021 24:00', '12/03/2021 08:60', '12/03/2021 08:15:60', '12/03/2021 13:15 PM', '12/03/2021 0:15 AM', '12/03/2021 25h', '12/03/2021 08', '12/03/2021 0815', '2021-03-12T25:00:00Z', '2021-03-12 08:15 Paris', '10/2015 08:15', '08:15', '8h15', '12 mars 2021 25:99', '12 mars 2021 matin'],
  ...['lundi', 'lundi 12', 'lundi mars 2021', 'mardi 12/2021', 'mardi T3 2026', '12 marché 2021', '12 jui 2021', '12 ma 2021', '12 décembres 2021', '12 septembro 2021', '12 septembretembre 2021', 'Marc 12', 'mars et avril', 'octobre rouge', 'octobre 0012', 'fin', 'le', 'le 12', 'T3', 'S12 2026', 'semaine 12', 'mai/juin 2026'],
])('« %s » n’est pas une date', (texte) => expect(lu(texte)).toBe('pas une date'));

test('un texte très long n’est pas une date', () => {
  for (const motif of ['x', '1', ' ', '12/', 'mars ', '12 mars 2021 ']) expect(lu(motif.repeat(5000))).toBe('pas une date');
});

test.each(['30/12/1899', '12/03/1821', '1 mai 1789', '1789-07-14'])('« %s » existe, mais les tableurs ne la comptent pas', (texte) => expect(lu(texte)).toBe('avant 1900'));

test.each([
  ['12/18/2026', '2026-12-18'],
  ['12/18', '18/12 sans année'],
  ['3/12/2021', '2021-03-12'],
  ['3/12/21 8:15 AM', '2021-03-12'],
  ['03-12-2021', '2021-03-12'],
  ['18/12/2026', 'date impossible'],
  ['2021-03-12', '2021-03-12'],
  ['2021-18-12', 'date impossible'],
  ['12 mars 2021', '2021-03-12'],
  ['20210312', '2021-03-12'],
  ['Fri 03/12/2021', '2021-03-12'],
  ['10/2015', 'sans jour'],
])('lu mois-jour, « %s » est %s', (texte, attendu) => expect(lu(texte, 'mois-jour')).toBe(attendu));

test.each([
  ['25/03/2021', 'jour-mois'],
  ['03/25/2021', 'mois-jour'],
  ['05/03/2021', null],
  ['12/12/2021', null],
  ['13/01/21 08:15', 'jour-mois'],
  [' 1.13.2021', 'mois-jour'],
  ['31/04/2021', 'jour-mois'],
  ['25/03', 'jour-mois'],
  ['ven. 12/03/2021', null],
  ['25/13/2021', null],
  ['45/03/2021', null],
  ['2021-03-25', null],
  ['20210325', null],
  ['25 mars 2021', null],
  ['Mar 25, 2021', null],
  ['mars 25', null],
  ['06 12 34 56 78', null],
  ['13/2015', null],
  ['T3 26', null],
  ['NR', null],
  ['', null],
] as [string, Ordre | null][])('« %s » prouve l’ordre %s', (texte, ordre) => expect(ordreDe(texte)).toBe(ordre));

test('2 000 dates en chiffres, possibles ou non, jugées comme par Python', () => {
  expect(textes).toHaveLength(2000);
  for (const [texte, iso] of textes as [string, string | null][]) expect([texte, lu(texte)]).toEqual([texte, iso ?? 'date impossible']);
});

test('les codes ne se confondent pas, et un jour civil n’est jamais « sans année »', () => {
  expect(new Set([PAS_UNE_DATE, DATE_IMPOSSIBLE, SANS_JOUR, AVANT_1900]).size).toBe(4);
  for (const code of [PAS_UNE_DATE, DATE_IMPOSSIBLE, SANS_JOUR, AVANT_1900, 0, 1, 46000, -10000]) expect(sansAnnee(code)).toBeNull();
});

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const deux = (n: number): string => String(n).padStart(2, '0');

/** Toutes les façons d'écrire un même jour. */
const ecritures = (jour: number): string[] => {
  const { annee, mois, jour: j } = civil(jour);
  const nom = MOIS[mois - 1] as string;
  const semaine = JOURS[jourSemaine(jour) - 1] as string;
  const signes = ['/', '-', '.', ' ', ' / ', '. '];
  return [
    ...signes.flatMap((signe) => [`${deux(j)}${signe}${deux(mois)}${signe}${annee}`, `${j}${signe}${mois}${signe}${annee}`]),
    ...(annee >= 1950 && annee < 2050 ? [`${j}/${mois}/${deux(annee % 100)}`, `${j} ${nom} ${deux(annee % 100)}`] : []),
    versIso(jour),
    `${versIso(jour)}T00:00:00.000Z`,
    versIso(jour).replace(/-/g, ''),
    `${j === 1 ? '1er' : j} ${nom} ${annee}`,
    `${semaine} ${j} ${nom.toUpperCase()} ${annee}`,
    `${semaine.slice(0, 3)}. ${deux(j)}/${deux(mois)}/${annee}`,
    `${deux(j)}-${nom.normalize('NFD')}-${annee}`,
  ];
};

test('un jour se relit sous toutes ses écritures, quels que soient les blancs et l’heure autour', () => {
  const blancs = fc.array(fc.constantFrom(' ', INSECABLE, FINE, INVISIBLE, BOM, '\t', '\u2009'), { maxLength: 3 }).map((liste) => liste.join(''));
  const heure = fc.constantFrom('', ' 08:15', ' 8h15', ' à 8 h 15', ' 23:59:59', ' 8:15 PM');
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 109573 }), blancs, blancs, heure, (jour, avant, apres, suite) => {
      for (const texte of ecritures(jour)) {
        const attendu = texte.includes('T00') ? texte : texte + suite;
        expect([attendu, lisDateTexte(avant + attendu + apres)]).toEqual([attendu, jour]);
      }
    }),
  );
});

test('un jour de semaine qui contredit la date la rend impossible', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 109573 }), fc.integer({ min: 1, max: 6 }), (jour, ecart) => {
      const { annee, mois, jour: j } = civil(jour);
      expect(lisDateTexte(`${JOURS[(jourSemaine(jour) - 1 + ecart) % 7]} ${j} ${MOIS[mois - 1]} ${annee}`)).toBe(DATE_IMPOSSIBLE);
    }),
  );
});

test('n’importe quel texte rend un jour civil ou un code connu, jamais NaN ni une erreur', () => {
  const morceau = fc.constantFrom('12', '3', '2021', '03', '/', '-', '.', ' ', 'mars', 'mar', 'lundi', 'T', 'à', 'h', ':', '08:15', 'PM', 'fin', 'oct', '1er', 'e', 'trimestre', ',', "'", INSECABLE, INVISIBLE, 'é', 'le', 'Z', '+01:00', '20210312', '(', '𝟙');
  const texte = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 20 }), fc.array(morceau, { maxLength: 8 }).map((liste) => liste.join('')));
  fc.assert(
    fc.property(texte, fc.constantFrom('jour-mois' as const, 'mois-jour' as const), (saisie, ordre) => {
      const code = lisDateTexte(saisie, ordre);
      expect(code > 0 ? Number.isInteger(code) && code <= (deIso('9999-12-31') as number) : code in codes || sansAnnee(code) !== null).toBe(true);
      ordreDe(saisie);
    }),
    { numRuns: 3000 },
  );
});
