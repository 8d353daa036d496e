// Les valeurs de référence du domaine (§10) : proportions, tailles, tests, χ², corrélations, Student.
import { correlation } from '../../../src/socle/statistiques/correlation';
import { fisher } from '../../../src/socle/statistiques/fisher';
import { khi2 } from '../../../src/socle/statistiques/khi2';
import { quantileStudent } from '../../../src/socle/statistiques/lois';
import { compareTaux, intervalleTaux, marge, tailleEchantillon } from '../../../src/socle/statistiques/proportions';

test.each([[5, 6, 0.436497, 0.969947], [200, 240, 0.781012, 0.875152], [0, 10, 0, 0.277533]])('%i sur %i : intervalle de Wilson de %d à %d', (s, n, bas, haut) => {
  const ic = intervalleTaux(s, n);
  expect(ic.bas).toBeCloseTo(bas, 6);
  expect(ic.haut).toBeCloseTo(haut, 6);
});

test.each([[500, [341, 218, 142, 81]], [2000, [697, 323, 179, 92]], [null, [1068, 385, 196, 97]]])('population %p : réponses pour ± 3, 5, 7 et 10 points', (population, tailles) => {
  expect([0.03, 0.05, 0.07, 0.1].map((e) => tailleEchantillon(population, e))).toEqual(tailles);
});

test.each([[null, 0.097998], [500, 0.08774]])('100 réponses (population %p) : marge', (population, attendue) => expect(marge(0.5, 100, population)).toBeCloseTo(attendue, 6));

test('80 % puis 86 % avec 200 réponses chaque fois ne démontrent pas de progrès', () => {
  const c = compareTaux(160, 200, 172, 200);
  expect([c.z, c.p, c.intervalle.bas, c.intervalle.haut].map((v) => v!.toFixed(6))).toEqual(['-1.597305', '0.110198', '-0.013952', '0.133563']);
});

test('Fisher [[3, 5], [7, 2]]', () => expect(fisher(3, 5, 7, 2)).toBeCloseTo(0.153435, 6));

test('χ² [[10, 25, 40, 25], [30, 30, 15, 5]] sans Yates', () => {
  const r = khi2([[10, 25, 40, 25], [30, 30, 15, 5]])!;
  expect([r.statistique.toFixed(6), r.ddl, r.p.toExponential(6), r.v.toFixed(6), r.attenduMin.toFixed(3)]).toEqual(['33.340909', 3, '2.729148e-7', '0.430380', '13.333']);
});

test('corrélation de Pearson et de Spearman', () => {
  const [x, y] = [[3, 5, 7, 8, 12, 14, 15, 21, 24, 30], [9, 9, 8, 8, 7, 7, 6, 5, 5, 3]];
  expect(correlation(x, y, 'pearson')!.r).toBeCloseTo(-0.987956, 6);
  expect(correlation(x, y, 'spearman')!.r).toBeCloseTo(-0.987804, 6);
});

test.each([[9, 2.2622], [23, 2.0687]])('t à 97,5 %% et %i degrés de liberté', (ddl, t) => expect(quantileStudent(ddl)).toBeCloseTo(t, 4));
