// Les bords des fonctions d'échantillonnage et d'analyse : blancs, zéros, titres, saisies à refuser par une phrase.
import { fonctions } from '../../src/registre';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { appelle, type Resultat } from '../../src/socle/fonction';

const f = (nom: string, ...args: unknown[]): Resultat => {
  const definition = fonctions.find((fonction) => fonction.nom === nom);
  if (definition === undefined) throw new Error(nom);
  return appelle(definition, args);
};
const refus = (nom: string, ...args: unknown[]): string => {
  try {
    return `pas de refus : ${JSON.stringify(f(nom, ...args))}`;
  } catch (cause) {
    if (cause instanceof ErreurClasseur) return cause.message;
    throw cause;
  }
};

describe('La grille d’échantillonnage', () => {
  test.each([['le texte vide', ''], ['null', null], ['le 0 d’Excel sur ordinateur', 0]])('une case non relevée (%s) ne compte pas', (_, blanc) => {
    expect(f('ECHANTILLON_TAUX', [[8, blanc], ['NR', blanc]])).toBe(0.5);
    expect(f('ECHANTILLON_TAUX_REPONSE', [[8, blanc], ['NR', blanc]])).toBe(0.5);
    expect(f('ECHANTILLON_MOYENNE', [[8, blanc], ['NR', 12]])).toBe(10);
  });
  test.each(['NR', 'nr', 'N.R.', ' n. r. ', 'non répondu', 'Non traité', 'pas de réponse', '/', '-', '—'])('« %s » veut dire sans réponse', (nr) => expect(f('ECHANTILLON_TAUX_REPONSE', [[8], [nr]])).toBe(0.5));
  test.each([['8 j', 8], ['8 jours', 8], ['2 semaines', 14], ["'12", 12], ['3,5', 3.5]])('« %s » est un délai', (saisi, jours) => expect(f('ECHANTILLON_MOYENNE', [[saisi]])).toBe(jours));
  test('les titres pris avec la grille ne gênent pas', () => {
    expect(f('ECHANTILLON_TAUX', [['', 'Janvier', ''], ['', 'Date 1', 'Date 2'], ['Courrier 1', 8, 12], ['Courrier 2', 15, 'NR']])).toBe(0.5);
  });
  test('le jour 14 est en moins de deux semaines, le jour 15 non ; la maquette à la lettre écarte le jour 14', () => {
    expect(f('ECHANTILLON_TAUX', [[14], [15]])).toBe(0.5);
    expect(f('ECHANTILLON_TAUX', [[14], [15]], 14)).toBe(0);
  });
  test('l’intervalle compte les dates : cent fois le même courrier un seul jour n’en donne pas', () => {
    expect(f('ECHANTILLON_INTERVALLE', Array.from({ length: 100 }, (_, i) => [i % 2 ? 5 : 20]))).toBe('');
  });
  test.each([
    [[[8], [-3]], 'ECHANTILLON_TAUX, ligne 2, colonne A de la plage : « -3 » est négatif. Saisissez un nombre de jours, 1 au moins.'],
    [[[8, 'voir dossier']], 'ECHANTILLON_TAUX, ligne 1, colonne B de la plage : « voir dossier » n’est ni un délai ni NR. Saisissez un nombre de jours, ou NR.'],
    [[[46083], [8]], 'ECHANTILLON_TAUX, ligne 1, colonne A de la plage : « 46083 » n’est pas un délai vraisemblable. Sélectionnez les délais seuls, sans la ligne des dates.'],
    [[['#N/A']], 'ECHANTILLON_TAUX, ligne 1, colonne A de la plage : « #N/A » est une erreur de formule. Corrigez la formule de cette cellule.'],
  ])('%j est refusé', (grille, phrase) => expect(refus('ECHANTILLON_TAUX', grille)).toBe(phrase));
  test('un seuil de 0 est une cellule vide d’Excel : deux semaines', () => expect(f('ECHANTILLON_TAUX', [[14], [15]], 0)).toBe(0.5));
  test('un seuil qui n’est pas un nombre de jours est refusé', () => expect(refus('ECHANTILLON_TAUX', [[14]], 2.5)).toBe('ECHANTILLON_TAUX attend un nombre entier de jours d’au moins 1 pour « moins_de ». Écrivez par exemple 15.'));
});

describe('Le tirage des dates', () => {
  const dates = (...args: unknown[]): number[][] => f('TIRAGE_DATES', ...args) as number[][];
  test('douze mois, deux dates chacun, dans l’ordre', () => {
    const tirees = dates(2026, 7);
    expect(tirees).toHaveLength(12);
    for (const [a, b] of tirees) expect(a!).toBeLessThan(b!);
  });
  test('la même graine redonne les mêmes dates, une autre en donne d’autres', () => {
    expect(dates(2026, 7)).toEqual(dates(2026, 7));
    expect(dates(2026, 7)).not.toEqual(dates(2026, 8));
  });
  test('jamais un jour de fermeture', () => {
    const fermes = Array.from({ length: 25 }, (_, i) => [46023 + i]);
    expect(Math.min(...dates(2026, 7, '', fermes)[0]!)).toBeGreaterThan(46047);
  });
  test('un mois presque entièrement fermé donne une seule date, la seconde case reste vide', () => {
    const fermes = Array.from({ length: 29 }, (_, i) => [46023 + i]);
    expect(dates(2026, 7, '', fermes)[0]).toEqual([46052, '']);
  });
  test('une graine à virgule est refusée', () => expect(refus('TIRAGE_DATES', 2026, 1.5)).toBe('TIRAGE_DATES attend un nombre entier de 0 à 2147483647 pour « graine ». Écrivez par exemple 1.'));
});

describe('Les fonctions d’analyse refusent par une phrase', () => {
  test.each([
    ['INTERVALLE_CONFIANCE', [12, 10], 'INTERVALLE_CONFIANCE : 12 cas favorables pour 10 réponses. Vérifiez les deux nombres.'],
    ['INTERVALLE_CONFIANCE', [0.8, 10], 'INTERVALLE_CONFIANCE : « succes » vaut « 0.8 », ce n’est pas un effectif. Donnez un nombre entier, 0 ou plus.'],
    ['INTERVALLE_CONFIANCE', [5, 10, 8], 'INTERVALLE_CONFIANCE : la population (8) est plus petite que l’échantillon (10). Vérifiez les deux nombres.'],
    ['MARGE_ERREUR', [80, 100], 'MARGE_ERREUR : « taux » vaut « 80 », il doit être entre 0 et 1. Écrivez 0,8 ou 80 %.'],
    ['TAILLE_ECHANTILLON', [2000, 5], 'TAILLE_ECHANTILLON : la marge doit être entre 0 et 1, sans y toucher. Écrivez 0,05 ou 5 % pour ± 5 points.'],
    ['MOYENNE_CONCERNES', [[['Note'], [8], ['bof']]], 'MOYENNE_CONCERNES, cellule 3 de « valeurs » : « bof » n’est pas un nombre. Donnez des nombres, ou laissez la cellule vide.'],
    ['MOYENNE_CONCERNES', [[[8], ['#REF!']]], 'MOYENNE_CONCERNES, cellule 2 de « valeurs » contient l’erreur #REF!. Corrigez la formule de cette cellule.'],
    ['MOYENNE_CONCERNES', [[[8]], 'peut-être'], 'MOYENNE_CONCERNES : « zeros_exclus » vaut « peut-être ». Écrivez VRAI ou FAUX.'],
    ['CORRELATION', [[[1], [2]], [[1]]], 'CORRELATION : « x » a 2 cellules et « y » 1. Sélectionnez deux plages de même taille, ligne pour ligne.'],
    ['CORRELATION', [[[1], [2]], [[1], [3]], 'kendall'], 'CORRELATION : la méthode « kendall » n’existe pas. Écrivez "pearson" ou "spearman".'],
    ['TABLEAU_CROISE', [[['a'], ['b']], [['x']]], 'TABLEAU_CROISE : « lignes » a 2 cellules et « colonnes » 1. Sélectionnez deux plages de même taille, ligne pour ligne.'],
    ['KHI2', [[[1, 2, 3]]], 'KHI2 attend un tableau d’au moins deux lignes et deux colonnes d’effectifs. Sélectionnez tout le tableau croisé.'],
    ['V_CRAMER', [[[1, -2], [3, 4]]], 'V_CRAMER, ligne 1, colonne 2 du tableau : « -2 » n’est pas un effectif. Donnez un tableau de nombres de réponses, avec ou sans ses titres.'],
    ['REPRESENTATIVITE', [[[60], [40]], [[1], [0]]], 'REPRESENTATIVITE : la catégorie 2 a 40 répondants et une part nulle ou négative dans la population. Donnez sa part, ou ôtez-la des deux plages.'],
  ])('%s(%j)', (nom, args, phrase) => expect(refus(nom, ...args)).toBe(phrase));
});

describe('Blancs et zéros', () => {
  test('un zéro est une note, un blanc n’en est pas une', () => {
    expect(f('MOYENNE_CONCERNES', [[0], [10], [''], [null]])).toBe(5);
    expect(f('MOYENNE_CONCERNES', [[0], [10], ['']], 'VRAI')).toBe(10);
  });
  test('une ligne où l’une des deux valeurs manque ne compte pas dans la corrélation', () => {
    expect(f('CORRELATION', [['x'], [1], [2], [3], [99]], [['y'], [2], [4], [6], ['NSP']])).toBeCloseTo(1, 12);
  });
  test('KHI2 lit le tableau que rend TABLEAU_CROISE', () => {
    const croise = f('TABLEAU_CROISE', [...'aaaabbbb'].map((l) => [l]), [...'xxxyxyyy'].map((c) => [c]));
    expect(croise).toEqual([['', 'x', 'y', 'Total'], ['a', 3, 1, 4], ['b', 1, 3, 4], ['Total', 4, 4, 8]]);
    expect(f('KHI2', croise)).toBe(2);
    expect(f('V_CRAMER', croise)).toBe(0.5);
  });
  test('les réponses d’une échelle gardent son ordre, les nombres le leur', () => {
    expect((f('TABLEAU_CROISE', [['Pas du tout'], ['Tout à fait'], ['Plutôt oui']], [[10], [9], [10]]) as unknown[][]).map((ligne) => ligne[0])).toEqual(['', 'Tout à fait', 'Plutôt oui', 'Pas du tout', 'Total']);
    expect((f('TABLEAU_CROISE', [['a'], ['a'], ['a']], [[10], [9], [0]]) as unknown[][])[0]).toEqual(['', '0', '9', '10', 'Total']);
  });
  test('MASQUER_EFFECTIF : un seuil vide ne montre pas tout', () => expect([f('MASQUER_EFFECTIF', 3, ''), f('MASQUER_EFFECTIF', 3, 0), f('MASQUER_EFFECTIF', 0)]).toEqual(['< 11', '< 11', '< 11']));
  test('chaque fonction où un zéro est une valeur le déclare, pour l’hôte qui le confond avec un blanc', () => {
    expect(fonctions.filter(({ zeroEstUneValeur }) => zeroEstUneValeur).map(({ nom }) => nom)).toEqual(['INTERVALLE_CONFIANCE', 'MARGE_ERREUR', 'COMPARER_TAUX', 'MOYENNE_CONCERNES', 'TABLEAU_CROISE', 'CORRELATION']);
  });
});
