// Les couleurs du volet, mesurées sur les jetons : lisibles dans les deux peaux et les deux thèmes, distinctes pour tous les yeux.
import { COULEURS } from '../../src/panneau/jetons';
import { contraste, deltaE, ecart, VUES } from './couleurs';

const THEMES = Object.entries(COULEURS).flatMap(([peau, themes]) => Object.entries(themes).map(([theme, couleurs]) => [`${peau}, ${theme}`, couleurs] as const));

/** Les textes (4,5:1), puis ce qui se voit sans se lire : bords, barres, courbes, anneau (3:1). */
const TEXTES = [['encre', 'fond'], ['encre', 'fond2'], ['encre', 'doux'], ['encre', 'fondAlerte'], ['encre', 'fondFaute'], ['encre2', 'fond'], ['encre2', 'fond2'], ['encre2', 'fondAlerte'], ['encre2', 'fondFaute'], ['surAccent', 'accent'], ['surAccent', 'accentAppuye'], ['bon', 'fond'], ['alerte', 'fond'], ['faute', 'fond'], ['fond', 'encre']] as const;
const TRAITS = [['bord', 'fond'], ['accent', 'fond'], ['anneau', 'fond'], ['taux', 'fond'], ['taux', 'trait'], ['fond', 'taux'], ['ligne', 'fond'], ['bordVolume', 'fond'], ['alerte', 'fondAlerte'], ['faute', 'fondFaute'], ['bord', 'fond2'], ['fond', 'anneau']] as const;
/** Ce qui se côtoie dans un même dessin ou une même liste : distinct par la couleur, en plus du mot et de la forme. */
const VOISINES = [['taux', 'trait'], ['ligne', 'volume'], ['taux', 'ligne'], ['bon', 'alerte'], ['alerte', 'faute'], ['fond', 'volume']] as const;

describe.each(THEMES)('%s', (_, couleurs) => {
  test.each(TEXTES)('%s sur %s se lit (4,5:1)', (texte, fond) => expect(contraste(couleurs[texte], couleurs[fond])).toBeGreaterThanOrEqual(4.5));
  test.each(TRAITS)('%s sur %s se voit (3:1)', (trait, fond) => expect(contraste(couleurs[trait], couleurs[fond])).toBeGreaterThanOrEqual(3));
  test.each(VOISINES.flatMap(([a, b]) => Object.entries(VUES).map(([vue, matrice]) => [a, b, vue, matrice] as const)))('%s et %s se distinguent en %s (ΔE ≥ 15)', (a, b, __, matrice) =>
    expect(ecart(couleurs[a], couleurs[b], matrice)).toBeGreaterThanOrEqual(15));
});

// Sharma, Wu et Dalal, « The CIEDE2000 Color-Difference Formula », 2005, table 1 : paires 1, 7, 13, 17 et 25.
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
] as const)('l’écart CIEDE2000 de %j et %j est %d', (a, b, attendu) => expect(deltaE(a, b)).toBeCloseTo(attendu, 4));

test('le contraste du noir et du blanc est 21, un gris de 4,54 est celui du WCAG', () => {
  expect(contraste('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contraste('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
