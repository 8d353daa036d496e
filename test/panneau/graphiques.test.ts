// Les graphiques du volet : le haut de l'axe, et la courbe coupée là où il n'y a rien à diviser.
import { morceaux, sommet } from '../../src/panneau/graphiques';

test.each([[0, 2], [1, 2], [2, 2], [3, 4], [7, 8], [9, 10], [11, 20], [40, 40], [41, 60], [99, 100], [101, 200], [8500, 10000]])('un mois de %d demandes : l’axe monte à %d', (maximum, haut) => expect(sommet(maximum)).toBe(haut));

test('un mois sans taux coupe la courbe : il n’est ni 0 ni relié', () => {
  expect(morceaux([0.5, null, null, 1, 0]).map((suite) => suite.map(({ rang, valeur }) => [rang, valeur]))).toEqual([[[0, 0.5]], [[3, 1], [4, 0]]]);
  expect(morceaux([null, null])).toEqual([]);
});
