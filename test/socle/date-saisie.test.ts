// La date tapée dans un champ : « ce texte est le… ». Le jour est le vendredi 20 novembre 2026.
import fc from 'fast-check';
import { dateLongue, lisDateSaisie } from '../../src/socle/date-saisie';
import { lisDateTexte } from '../../src/socle/dates-texte';
import { deIso, jourDe, versIso } from '../../src/socle/jours';

const AUJOURDHUI = jourDe(2026, 11, 20);
const lu = (texte: string): string | null => {
  const jour = lisDateSaisie(texte, AUJOURDHUI);
  return jour === null ? null : versIso(jour);
};

test.each([
  ['18/12/2026', '2026-12-18'], ['18/12', '2026-12-18'], ['18-12-26', '2026-12-18'], ['18.12.2026', '2026-12-18'], ['18 12', '2026-12-18'], ['2026-12-18', '2026-12-18'],
  ['18 déc', '2026-12-18'], ['18 déc. 2026', '2026-12-18'], ['18 DÉCEMBRE', '2026-12-18'], ['vendredi 18 décembre 2026', '2026-12-18'], ['le 18/12', '2026-12-18'],
  ['1er janvier 2027', '2027-01-01'], ['1er janvier', '2027-01-01'], ['2 janv.', '2027-01-02'], ['30 juin', '2026-06-30'], ['3 juil', '2026-07-03'], ['29/02/2028', '2028-02-29'],
  ['aujourd’hui', '2026-11-20'], ["aujourd'hui", '2026-11-20'], ['demain', '2026-11-21'], ['Demain ', '2026-11-21'], ['hier', '2026-11-19'], ['après-demain', '2026-11-22'],
  ['+15', '2026-12-05'], ['+ 15 j', '2026-12-05'], ['+1 jour', '2026-11-21'], ['-20', '2026-10-31'],
])('« %s » est le %s', (texte, iso) => expect(lu(texte)).toBe(iso));

test.each(['31/02', '31/02/2026', '12/18/2026', '29/02/2027', '', 'bientôt', '18', '18/', '18/12/', '18 jui', '+', '32/01/2026', '18/12/226', 'constructor'])('« %s » n’est pas une date', (texte) => expect(lu(texte)).toBeNull());

test('une date avec son année se lit comme dans un registre', () => {
  const chiffre = fc.integer({ min: 0, max: 99 }).map((n) => String(n));
  fc.assert(fc.property(chiffre, chiffre, fc.integer({ min: 1950, max: 2099 }), fc.constantFrom('/', '-', '.', ' '), (j, m, a, signe) => {
    const texte = [j, m, a].join(signe);
    const registre = lisDateTexte(texte);
    expect(lisDateSaisie(texte, AUJOURDHUI)).toBe(registre > 0 ? registre : null);
  }));
});

test.each([['2026-12-18', 'vendredi 18 décembre 2026'], ['2026-11-01', 'dimanche 1er novembre 2026'], ['2028-02-29', 'mardi 29 février 2028']])('%s se dit « %s »', (iso, dite) => expect(dateLongue(deIso(iso)!)).toBe(dite));
