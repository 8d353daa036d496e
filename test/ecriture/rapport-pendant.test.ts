// Un rapport refusé, ou dérangé pendant qu'il s'écrit : par le tableur, par une personne, par un autre calcul.
import type { HoteSynchrone, Modification } from '../../src/socle/classeur';
import { lisMarque, type Marque } from '../../src/socle/ecriture/marque';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { BANNIERE_INTERROMPUE, type Rapport } from '../../src/socle/ecriture/rapport-examen';
import { aReprendre } from '../../src/socle/ecriture/reprise';
import { conduis } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { apres, apresQue, contenu, DATE, GRAND, marque, PETIT } from './un-rapport';

describe('rien n’est changé, et une phrase dit pourquoi, quand', () => {
  const refuse = (c: ClasseurMemoire, r: Rapport, phrase: string, hote: HoteSynchrone = c): void => {
    const avant = c.trouve('Résultats');
    expect(() => conduis(ecrisRapport(r), hote)).toThrow(phrase);
    expect(c.trouve('Résultats')).toBe(avant);
  };
  test('la feuille est protégée', () => {
    const c = apres(PETIT);
    c.pourEcrire('Résultats').protegee = true;
    refuse(c, GRAND, 'La feuille « Résultats » est protégée ; rien n’a été changé. Ôtez sa protection, puis recommencez.');
  });
  test.each<[string, [number, number][], string]>([
    ['dessous', [[3, 1]], 'Résultats!A3'],
    ['à droite', [[1, 3]], 'Résultats!C1'],
    ['en cinq endroits', [[1, 3], [2, 3], [3, 1], [3, 2], [4, 1]], 'Résultats!C1, Résultats!C2, Résultats!A3, Résultats!B3, Résultats!A4'],
    ['en six', [[1, 3], [2, 3], [3, 1], [3, 2], [4, 1], [4, 2]], 'Résultats!C1, Résultats!C2, Résultats!A3, Résultats!B3, Résultats!A4…'],
  ])('quelqu’un a écrit %s, là où le rapport doit s’étendre', (_, ou, adresses) => {
    const c = apres(PETIT);
    for (const [ligne, colonne] of ou) c.tape('Résultats', ligne, colonne, 'à moi');
    refuse(c, GRAND, `Quelqu’un a écrit là où « Résultats » doit s’étendre (${adresses}) ; rien n’a été changé. Déplacez ces cellules, puis recommencez.`);
  });
  test('quelqu’un y écrit encore après la copie de sécurité', () => {
    const c = apres(PETIT);
    c.tape('Résultats', 2, 2, 99);
    const hote = apresQue(c, 'copie', () => c.tape('Résultats', 2, 1, 'pendant ce temps'));
    expect(() => conduis(ecrisRapport(PETIT), hote)).toThrow('Quelqu’un écrit dans « Résultats » en ce moment ; elle n’a pas été changée. Attendez qu’il finisse, puis recommencez.');
    expect(contenu(c, 'Résultats', 2, 2)).toEqual([[DATE, ''], ['pendant ce temps', 99]]);
  });
});

describe('la feuille ne peut pas avoir l’air complète', () => {
  const incomplete = (c: ClasseurMemoire): void => {
    expect(marque(c)).toMatchObject({ etat: 'ecriture', empreinte: '' });
    expect(contenu(c)[0]![0]).toBe(BANNIERE_INTERROMPUE);
  };
  test('quand le tableur change une valeur sans le dire', () => {
    const c = apres(PETIT);
    const hote = apresQue(c, 'lignes', () => c.tape('Résultats', 3, 2, 10));
    expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Le tableur n’a pas gardé ce qui devait être écrit en Résultats!B3 ; « Résultats » reste marquée incomplète. Si quelqu’un d’autre y écrit, attendez qu’il finisse ; puis recommencez.');
    incomplete(c);
  });
  test('quand une valeur n’a pas été gardée, la bannière n’est jamais ôtée', () => {
    const c = apres(PETIT);
    const hote = apresQue(c, 'lignes', () => c.tape('Résultats', 3, 2, 10));
    const finies: Modification[] = [];
    expect(() => conduis(ecrisRapport(GRAND), { lis: (lecture) => hote.lis(lecture), ecris: (lot) => (finies.push(...lot.filter((m) => m.genre === 'marquer' && lisMarque(m.marque)?.etat === 'ok')), hote.ecris(lot)) })).toThrow('Résultats!B3');
    expect(finies).toEqual([]);
  });
  test('quand la fin de l’ancien rapport n’a pas été effacée', () => {
    const c = apres(GRAND);
    const hote = apresQue(c, 'lignes', () => c.tape('Résultats', 4, 1, 'En retard'));
    expect(() => conduis(ecrisRapport(PETIT), hote)).toThrow('écrit en Résultats!A4');
    incomplete(c);
  });
  test('quand une valeur change entre la relecture et la fin : la marque « à jour » est ôtée, la bannière revient', () => {
    const c = apres(PETIT);
    const hote = apresQue(c, 'fin', () => c.tape('Résultats', 2, 2, 11));
    expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Résultats!B2');
    incomplete(c);
  });
  test('quand la bannière finale n’a pas été gardée', () => {
    const c = apres(PETIT);
    const hote = apresQue(c, 'fin', () => c.tape('Résultats', 1, 1, 'autre'));
    expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Résultats!A1');
    incomplete(c);
  });
});

test('coupée au milieu de l’écriture, la feuille est dite interrompue', () => {
  const c = apres(PETIT);
  const hote = apresQue(c, 'lignes', () => { throw new Error('coupure'); });
  expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('coupure');
  expect(aReprendre(c.lis({})).interrompues).toEqual([{ feuille: 'Résultats', genre: 'essai.rapport' }]);
});

test.each<[string, Partial<Marque>, object]>([
  ['commence', { etat: 'ecriture', passage: 'autre', empreinte: '' }, { etat: 'ecriture', passage: 'autre' }],
  ['a fini sur d’autres valeurs', { etat: 'ok', empreinte: 'fausse' }, { etat: 'ecriture', empreinte: '' }],
])('un autre calcul qui %s pendant le nôtre : le nôtre s’arrête', (_, posee, restee) => {
  const c = apres(PETIT);
  const hote = apresQue(c, 'lignes', () => void (c.pourEcrire('Résultats').marque = JSON.stringify({ ...marque(c), ...posee })));
  expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Un autre calcul écrit dans « Résultats ». Attendez qu’il finisse, puis recommencez.');
  expect(marque(c)).toMatchObject(restee);
  expect(contenu(c)[0]![0]).toBe(BANNIERE_INTERROMPUE);
});

test('un autre calcul qui a fini juste : sa feuille reste à jour, et le nôtre s’arrête', () => {
  const c = apres(PETIT);
  const juste = apres(PETIT, GRAND).trouve('Résultats')!;
  const hote = apresQue(c, 'lignes', () => Object.assign(c.pourEcrire('Résultats'), { marque: juste.marque, cases: new Map(juste.cases) }));
  expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Un autre calcul écrit dans « Résultats »');
  expect(marque(c).etat).toBe('ok');
  expect(contenu(c)[0]![0]).toBe(DATE);
});

test('une marque devenue illisible ou celle d’un autre outil n’est pas touchée', () => {
  for (const etrangere of ['{', JSON.stringify({ v: 1, genre: 'autre', etat: 'ok', lignes: 1, colonnes: 1, empreinte: 'x' })]) {
    const c = apres(PETIT);
    const hote = apresQue(c, 'lignes', () => void (c.pourEcrire('Résultats').marque = etrangere));
    expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Un autre calcul écrit');
    expect(c.trouve('Résultats')!.marque).toBe(etrangere);
  }
});
