// Moyenne, médiane et centiles des délais, contre simple-statistics.
import fc from 'fast-check';
import { mean, quantile } from 'simple-statistics';
import { histogramme } from '../../src/socle/histogramme';

const de = (valeurs: readonly number[]) => {
  const h = histogramme();
  valeurs.forEach(h.ajoute);
  return h;
};

test('les délais de l’exemple de la boîte à outils : moyenne 9, médiane 10', () => {
  const h = de([8, 6, 1, 12, 12, 15]);
  expect([h.effectif(), h.moyenne(), h.quantile(0.5)]).toEqual([6, 9, 10]);
});

test('sans délai, pas de valeur', () => expect([de([]).moyenne(), de([]).quantile(0.9)]).toEqual([null, null]));

test('comme simple-statistics, quels que soient les délais', () => {
  fc.assert(fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 200, size: 'max' }), fc.constantFrom(0.25, 0.5, 0.75, 0.9), (valeurs, part) => {
    const h = de(valeurs);
    expect(h.moyenne()).toBeCloseTo(mean(valeurs), 9);
    expect(h.quantile(part)).toBeCloseTo(quantile([...valeurs], part), 9);
  }), { seed: 1, numRuns: 300 });
});

test.each([127, 128, 129, 255, 256, 5000])('une seule valeur, %i, où le compteur s’agrandit ou non', (valeur) => expect([de([valeur]).quantile(0.5), de([valeur, valeur]).quantile(1)]).toEqual([valeur, valeur]));

test('un délai juste au bord du compteur n’est pas confondu avec un plus long', () => {
  const h = de([128, 300]);
  expect([h.quantile(0), h.quantile(0.5), h.quantile(1)]).toEqual([128, 214, 300]);
});
