// exp et ln à nous : justes à une unité du dernier chiffre, aux bords compris ; les mêmes dans tous les moteurs (test/paquets/page les compare dans Chromium).
import fc from 'fast-check';
import { exp, ln } from '../../../src/socle/statistiques/exp-ln';
import { plusCourt } from '../../aides/mutation';

const EPSILON = 2 ** -52;
const ecart = (lu: number, attendu: number): number => (lu === attendu ? 0 : Math.abs(lu / attendu - 1));

test('exp suit celle du moteur', () =>
  fc.assert(fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => expect(ecart(exp(x), Math.exp(x))).toBeLessThanOrEqual(2 * EPSILON)), { numRuns: plusCourt(5000) }));

test('ln suit celui du moteur', () =>
  fc.assert(fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), (x) => expect(ecart(ln(x), Math.log(x))).toBeLessThanOrEqual(2 * EPSILON)), { numRuns: plusCourt(5000) }));

test.each([0.5, 0.99, 1 - EPSILON, 1 + EPSILON, 1.01, Math.SQRT2, Math.SQRT1_2, 2, 10])('ln(%d), près de 1 et aux bornes des réductions', (x) => expect(ecart(ln(x), Math.log(x))).toBeLessThanOrEqual(2 * EPSILON));

test.each<[number, number]>([[0, 1], [-745, 5e-324], [-746, 0], [-Infinity, 0], [710, Infinity], [Infinity, Infinity], [NaN, NaN]])('exp(%d) = %d', (x, attendu) => expect(exp(x)).toBe(attendu));
test.each<[number, number]>([[1, 0], [Number.MIN_VALUE, Math.log(Number.MIN_VALUE)], [Number.MAX_VALUE, Math.log(Number.MAX_VALUE)]])('ln(%d) = %d', (x, attendu) => expect(ln(x)).toBe(attendu));
