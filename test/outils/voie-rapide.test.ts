// La voie rapide répond comme la lecture commune, ou se tait : plages tirées au sort, bords, textes, formes inattendues.
import fc from 'fast-check';
import { fonctions } from '../../src/registre';
import { appelle, type Fonction } from '../../src/socle/fonction';
import { jourDe } from '../../src/socle/jours';
import { plusCourt } from '../aides/mutation';

const TOUTES = fonctions.filter(({ rapide }) => rapide !== undefined);
const RAPIDES = TOUTES.filter(({ nom }) => nom !== 'TABLEAU_CROISE');
const commune = ({ rapide, ...reste }: Fonction): Fonction => (expect(rapide).toBeDefined(), reste);

const dit = (f: Fonction, args: readonly unknown[]): unknown => {
  try {
    return appelle(f, args);
  } catch (cause) {
    return `refus : ${(cause as Error).message}`;
  }
};

const vide = fc.constantFrom<unknown>('', null, 0);
const serie = fc.integer({ min: 46_000, max: 46_090 });
/** Ce qu'un registre porte de moins simple : heures, sentinelles, bornes, dates hors bornes, textes, mots, erreurs, booléens. */
const rare = fc.constantFrom<unknown>(46_010.75, 29_221, jourDe(1950, 1, 1), jourDe(1950, 1, 1) - 1, jourDe(2099, 12, 31), jourDe(2099, 12, 31) + 0.5, jourDe(2099, 12, 31) + 1, 1, 2, 2_958_465, -3, NaN, Infinity, 41_000, '05/01/2026', '46010', 'NR', 'sans objet', 'Reçu le', '#N/A', ' ', true, undefined, {});
const cellule = (raretes: number) => fc.oneof({ weight: 6, arbitrary: serie }, { weight: 3, arbitrary: vide }, { weight: raretes, arbitrary: rare });
const plages = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }).chain((raretes) => fc.array(fc.tuple(cellule(raretes), cellule(raretes)), { maxLength: 30 }));
const suite = fc.constantFrom<readonly unknown[]>([], [undefined], [15], [1], [0], [1.5], ['15'], [null], [15, null], [15, 46_050], [null, 46_050, 'tous'], ['', '', 'tous'], ['ouvres']);

test('les fonctions de délai en ont une, et le tableau croisé', () => expect(TOUTES.map(({ nom }) => nom).sort()).toEqual(['DELAI_MEDIAN', 'DELAI_MOYEN', 'NON_REPONDUS', 'TABLEAU_CROISE', 'TABLEAU_DELAIS', 'TAUX_REPONSE']));

test.each(RAPIDES.map((f) => [f.nom, f] as const))('%s : la même réponse, ou le même refus, que la lecture commune', (_, f) => {
  let prises = 0;
  fc.assert(fc.property(plages, suite, (lignes, reste) => {
    const args = [lignes.map(([a]) => [a]), lignes.map(([, b]) => [b]), ...reste];
    if (f.rapide?.(args) !== undefined) prises++;
    expect(dit(f, args)).toEqual(dit(commune(f), args));
  }), { numRuns: plusCourt(4000) });
  expect(prises).toBeGreaterThan(plusCourt(4000) / 20);
});

test.each<[string, unknown, unknown]>([
  ['une ligne au lieu d’une colonne', [[46_000, 46_001]], [[46_003, 46_004]]],
  ['des hauteurs différentes', [[46_000], [46_001]], [[46_003]]],
  ['des valeurs sans matrice', [46_000, 46_001], [46_003, 46_004]],
  ['une seule cellule', 46_000, 46_003],
  ['une rangée absente', [[46_000], null], [[46_003], [46_004]]],
])('%s : la lecture commune décide', (_, receptions, reponses) => {
  for (const f of RAPIDES) expect(f.rapide?.([receptions, reponses])).toBe(undefined);
});

test('un délai de plus de onze ans : la lecture commune décide', () => {
  const args = [[[36_000]], [[41_000]]];
  for (const f of RAPIDES) expect([f.rapide?.(args), dit(f, args)]).toEqual([undefined, dit(commune(f), args)]);
});

describe('TABLEAU_CROISE', () => {
  const f = TOUTES.find(({ nom }) => nom === 'TABLEAU_CROISE') as Fonction;
  const courant = fc.constantFrom<unknown>('Oui', 'oui', 'OUI ', 'Non', 'Plutôt', 'plutot', '', '  ', 3, '3', 1.5, true, false);
  const genant = fc.constantFrom<unknown>(0, null, undefined, '#N/A', NaN, Infinity, {}, new Date(2026, 0, 5));
  const reponse = (raretes: number) => fc.oneof({ weight: 9, arbitrary: courant }, { weight: raretes, arbitrary: genant });
  const tableaux = fc.constantFrom(0, 0, 1).chain((raretes) => fc.array(fc.tuple(reponse(raretes), reponse(raretes)), { maxLength: 40 }));

  test('la même réponse, ou le même refus, que la lecture commune', () => {
    let prises = 0;
    fc.assert(fc.property(tableaux, (lignes) => {
      const args = [lignes.map(([a]) => [a]), lignes.map(([, b]) => [b])];
      if (f.rapide?.(args) !== undefined) prises++;
      expect(dit(f, args)).toEqual(dit(commune(f), args));
    }), { numRuns: plusCourt(4000) });
    expect(prises).toBeGreaterThan(plusCourt(4000) / 20);
  });

  test.each<[string, unknown, unknown]>([
    ['un 0, à relire dans la cellule', [[0], ['Oui']], [['a'], ['b']]],
    ['un vide d’Excel sur le web', [[null], ['Oui']], [['a'], ['b']]],
    ['une erreur', [['#N/A']], [['a']]],
    ['un objet Date', [[new Date(2026, 0, 5)]], [['a']]],
    ['une ligne au lieu d’une colonne', [['a', 'b']], [['c', 'd']]],
    ['des hauteurs différentes', [['a'], ['b']], [['c']]],
    ['une seule cellule', 'a', 'b'],
  ])('%s : la lecture commune décide', (_, l, c) => expect(f.rapide?.([l, c])).toBe(undefined));

  test('beaucoup d’écritures distinctes se croisent comme peu', () => {
    // 1 100 × 1 100 couples possibles : plus qu'un compte par case ; presque toutes les écritures sont le même mot.
    const [l, c] = ['Oui', 'Non'].map((mot) => Array.from({ length: 1100 }, (_, i) => [`${mot}${' '.repeat(i + 1)}`]));
    expect(dit(f, [l, c])).toEqual([['', 'Non', 'Total'], ['Oui', 1100, 1100], ['Total', 1100, 1100]]);
    expect(dit(commune(f), [l, c])).toEqual(dit(f, [l, c]));
  });
});
