// Les nombres écrits en texte (domaine §8, cas 14) : lus quand ils n'ont qu'un sens.
import fc from 'fast-check';
import { nombre } from '../../src/socle/format';
import { lisNombreTexte } from '../../src/socle/nombres-texte';

test.each([
  ['8', 8],
  ['8 j', 8],
  ['8j', 8],
  ['8 j.', 8],
  ['8 jours', 8],
  ['1 JOUR', 1],
  ['8 jours calendaires', 8],
  ['2 semaines', 14],
  ['1 semaine', 7],
  ['2 sem.', 14],
  ['1,5 semaine', 10.5],
  ['1 234', 1234],
  ['1\u202f234\u202f567,5', 1234567.5],
  ['1\u00a0234', 1234],
  ['1234567', 1234567],
  ['71,3', 71.3],
  ['71.3', 71.3],
  ['71,3 %', 0.713],
  ['71,3\u00a0%', 0.713],
  ['71.3%', 0.713],
  ['4,1 %', 0.041],
  ['100 %', 1],
  ['0,125', 0.125],
  ['12345,678', 12345.678],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1234567],
  ['1 234,567', 1234.567],
  ['-5', -5],
  ['- 5,5', -5.5],
  ['−5', -5],
  ['+5', 5],
  ["'8 jours", 8],
  [' 8\u00a0j ', 8],
  ['007', 7],
])('« %s » vaut %d', (texte, valeur) => expect(lisNombreTexte(texte)).toBe(valeur));

test.each([
  ...['', ' ', '-', 'j', 'jours', 'NR', '%', '< 8', '> 5', '≤ 8', '10+', '8-10', '8 à 10', '~8', 'env. 8', '8 ?'],
  ...['2 mois', '48 h', '72 heures', '8 jours ouvrés', '10 jours ouvrables', '8 j.o.', '3 jours francs', '1 an', '50 €'],
  ...['1.234', '1,234', '12.345', '12 34', '1 23', '1234 567', '0 123', '1 234 56', ',5', '5,', '1,2,3', '0,125,5', '1,234,5', '1.234.5', '1.2.3', '12/03', '1e3', 'Infinity', '0x10', '06 12 34 56 78', '8 9 jours', '9'.repeat(400)],
])('« %s » n’est pas lu', (texte) => expect(lisNombreTexte(texte)).toBeNull());

test('ce que nous affichons se relit', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 2 }), (entier, decimales) => {
      const valeur = entier / 10 ** decimales;
      expect(lisNombreTexte(nombre(valeur, decimales))).toBeCloseTo(valeur, 6);
    }),
  );
});

test('n’importe quel texte rend un nombre fini ou null', () => {
  const morceau = fc.constantFrom('1', '23', '456', ' ', ',', '.', '%', 'j', 'jours', 'sem', '-', '+', '<', "'", '\u00a0');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(morceau, { maxLength: 7 }).map((liste) => liste.join(''))), (texte) => {
      const lu = lisNombreTexte(texte);
      expect(lu === null || Number.isFinite(lu)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
