// Le français affiché (domaine §2.4).
import fc from 'fast-check';
import { dateFr, nombre, pluriel, pourcent, SANS_OBJET } from '../../src/socle/format';
import { deIso, versIso } from '../../src/socle/jours';

const INSECABLE = '\u00a0';
const FINE = '\u202f';

test.each([
  [0.713, '71,3'],
  [0.0625, '6,3'],
  [0.0005, '0,1'],
  [0.0015, '0,2'],
  [0.00049, '0,0'],
  [0.1235, '12,4'],
  [1.005, '100,5'],
  [0.99951, '100,0'],
  [1 / 3, '33,3'],
  [2 / 3, '66,7'],
  [5 / 6, '83,3'],
  [0, '0,0'],
  [1, '100,0'],
  [12.5, `1${FINE}250,0`],
  [-0.0625, '-6,3'],
  [-0.0001, '0,0'],
  [1e-9, '0,0'],
])('%d s’écrit « %s % »', (valeur, texte) => expect(pourcent(valeur)).toBe(`${texte}${INSECABLE}%`));

test.each([
  [1234.5, 1, `1${FINE}234,5`],
  [1.005, 2, '1,01'],
  [8.345, 2, '8,35'],
  [2.5, 0, '3'],
  [1.45, 1, '1,5'],
  [0.5, 0, '1'],
  [-2.5, 0, '-3'],
  [-0.4, 0, '0'],
  [0, 2, '0,00'],
  [999, 0, '999'],
  [1000, 0, `1${FINE}000`],
  [1234567.891, 2, `1${FINE}234${FINE}567,89`],
  [999.96, 1, `1${FINE}000,0`],
  [1e-7, 3, '0,000'],
  [1e20, 0, `100${`${FINE}000`.repeat(6)}`],
])('%d à %i décimale(s) s’écrit « %s »', (valeur, decimales, texte) => expect(nombre(valeur, decimales)).toBe(texte));

test('un entier s’écrit sans décimale, un pourcentage avec autant qu’on en demande', () => {
  expect(nombre(12)).toBe('12');
  expect(pourcent(0.5, 0)).toBe(`50${INSECABLE}%`);
  expect(pourcent(0.833333, 2)).toBe(`83,33${INSECABLE}%`);
});

test.each([null, NaN, Infinity, -Infinity])('rien à diviser (%s) : « sans objet », jamais 0 %', (valeur) => {
  expect(pourcent(valeur)).toBe('sans objet');
  expect(nombre(valeur, 1)).toBe(SANS_OBJET);
});

test('chaque taux k/n jusqu’à n = 150 s’arrondit comme la fraction exacte, en entiers', () => {
  for (let n = 1; n <= 150; n++) {
    for (let k = 0; k <= n; k++) {
      const dixiemes = Math.floor((2000 * k + n) / (2 * n));
      expect([k, n, pourcent(k / n)]).toEqual([k, n, `${Math.floor(dixiemes / 10)},${dixiemes % 10}${INSECABLE}%`]);
    }
  }
});

test('un nombre écrit se relit à une demi-unité près de sa dernière décimale', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 3 }), (valeur, decimales) => {
      const texte = nombre(valeur, decimales);
      expect(texte).toMatch(/^-?\d{1,3}(\u202f\d{3})*(,\d+)?$/);
      const relu = Number(texte.replace(/\u202f/g, '').replace(',', '.'));
      expect(Math.abs(relu - valeur)).toBeLessThanOrEqual(0.5 * 10 ** -decimales + Math.abs(valeur) * 1e-15);
    }),
  );
});

test.each([
  ['2026-03-05', '05/03/2026'],
  ['1899-12-30', '30/12/1899'],
  ['9999-12-31', '31/12/9999'],
])('le %s s’affiche %s', (iso, texte) => {
  expect(dateFr(deIso(iso) as number)).toBe(texte);
  expect(versIso(deIso(iso) as number)).toBe(iso);
});

test.each([
  [0, 'jour'],
  [0.5, 'jour'],
  [1, 'jour'],
  [1.5, 'jour'],
  [1.99, 'jour'],
  [2, 'jours'],
  [15, 'jours'],
  [-1, 'jour'],
  [-3, 'jours'],
])('%d %s', (quantite, mot) => expect(pluriel(quantite, 'jour', 'jours')).toBe(mot));
