// Écrire un rapport, un cas à la fois : ce qui est écrit, ce qui est dit, et ce que la marque de la feuille en retient.
import type { Cellule } from '../../src/socle/cellule';
import type { HoteSynchrone, Modification } from '../../src/socle/classeur';
import { lisMarque, type Marque } from '../../src/socle/ecriture/marque';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { BANNIERE_INTERROMPUE, type Rapport } from '../../src/socle/ecriture/rapport-examen';
import { conduis, type Avancement } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

type Reste = { readonly habillage?: (nom: string) => Modification[]; readonly saisies?: Record<string, string> };
/** La bannière est en A1. */
const rapport = (valeurs: Cellule[][], { habillage = () => [], saisies = {} }: Reste = {}): Rapport => ({
  genre: 'essai.rapport', nom: 'Résultats', outil: 'essai', saisies, aujourdhui: 46348,
  feuille: { valeurs, largeur: Math.max(...valeurs.map((ligne) => ligne.length)), banniere: { ligne: 1, colonne: 1 }, habillage },
});
const DATE = 'À jour au 22/11/2026';
const PETIT = rapport([[DATE, null], ['Reçues', 12]]);
const GRAND = rapport([[DATE, null, null], ['Reçues', 12, '100 %'], ['Répondues', 9, '75 %'], ['En retard', 1, '']]);

const registre = (): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Registre');
  c.tape('Registre', 1, 1, 'N°');
  return c;
};
const ecrit = (c: ClasseurMemoire, r: Rapport) => conduis(ecrisRapport(r), c);
const apres = (...rapports: Rapport[]): ClasseurMemoire => {
  const c = registre();
  for (const r of rapports) ecrit(c, r);
  return c;
};
const contenu = (c: ClasseurMemoire, feuille = 'Résultats', lignes = 5, colonnes = 4): unknown[][] => {
  const lues = c.lis({ zones: [{ feuille, ligne: 1, colonne: 1, lignes, colonnes }] }).plages[0]!;
  return Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => lues[i]?.[j] ?? ''));
};
const marque = (c: ClasseurMemoire, feuille = 'Résultats'): Marque => lisMarque(c.trouve(feuille)!.marque)!;
const noms = (c: ClasseurMemoire): string[] => c.feuilles.map(({ nom }) => nom);
/** Le même classeur, où quelqu'un agit avant le n-ième appel d'un genre. */
const avec = (c: ClasseurMemoire, genre: 'lis' | 'ecris', n: number, geste: () => void): HoteSynchrone => {
  let appels = 0;
  const guette = (quoi: 'lis' | 'ecris'): void => {
    if (quoi === genre && ++appels === n) geste();
  };
  return { lis: (lecture) => (guette('lis'), c.lis(lecture)), ecris: (lot) => (guette('ecris'), c.ecris(lot)) };
};

test('la première fois, l’onglet est créé, marqué fini, et le journal de création se ferme', () => {
  const c = registre();
  expect(ecrit(c, PETIT)).toEqual({ message: 'L’onglet « Résultats » est créé.', feuille: 'Résultats', ecrit: true });
  expect(contenu(c, 'Résultats', 3, 3)).toEqual([[DATE, '', ''], ['Reçues', 12, ''], ['', '', '']]);
  expect(marque(c)).toMatchObject({ v: 1, genre: 'essai.rapport', etat: 'ok', lignes: 2, colonnes: 2 });
  expect(marque(c)).not.toHaveProperty('passage');
  expect([...c.memoire.keys()]).toEqual([]);
});

test('la progression nomme l’onglet', () => {
  const suivi: Avancement[] = [];
  conduis(ecrisRapport(PETIT), registre(), (etape) => suivi.push(etape));
  expect(suivi.map(({ fait, total, libelle }) => `${fait}/${total} ${libelle}`)).toEqual(['1/3 Écriture de « Résultats »', '2/3 Écriture de « Résultats »']);
});

test('un second passage identique n’écrit rien, et le dit', () => {
  const c = apres(PETIT);
  const hote: HoteSynchrone = { lis: (lecture) => c.lis(lecture), ecris: () => { throw new Error('écrit'); } };
  expect(conduis(ecrisRapport(PETIT), hote)).toEqual({ message: '« Résultats » est déjà à jour : rien n’a été écrit.', feuille: 'Résultats', ecrit: false });
});

test('à jour, mais des réglages à retenir : eux seuls sont écrits', () => {
  const c = apres(PETIT);
  const avant = c.trouve('Résultats');
  expect(ecrit(c, { ...PETIT, saisies: { seuil: '15' } })).toEqual({ message: '« Résultats » est déjà à jour : rien n’a été écrit.', feuille: 'Résultats', ecrit: true });
  expect(c.memoire.get('essai')).toBe('{"v":1,"saisies":{"seuil":"15"}}');
  expect(c.trouve('Résultats')).toBe(avant);
});

test('à jour, mais un journal resté ouvert : il se ferme', () => {
  const c = apres(PETIT);
  c.memoire.set('journal.essai.rapport', '{"nom":"Résultats","connues":["Registre"]}');
  expect(ecrit(c, PETIT).ecrit).toBe(true);
  expect([...c.memoire.keys()]).toEqual([]);
});

test.each<[string, Rapport, Rapport]>([
  ['plus haut et plus large', PETIT, GRAND],
  ['plus petit', GRAND, PETIT],
])('un rapport %s que l’ancien : il n’en reste rien, la marque dit la nouvelle étendue', (_, ancien, nouveau) => {
  const c = apres(ancien);
  expect(ecrit(c, nouveau)).toEqual({ message: '« Résultats » est à jour.', feuille: 'Résultats', ecrit: true });
  expect(contenu(c)).toEqual(contenu(apres(nouveau)));
  expect(marque(c)).toEqual(marque(apres(nouveau)));
});

test('les mêmes valeurs autrement habillées se réécrivent', () => {
  const c = apres(PETIT);
  const gras = rapport([[DATE, null], ['Reçues', 12]], { habillage: (feuille) => [{ genre: 'styler', zone: { feuille, ligne: 2, colonne: 1, lignes: 1, colonnes: 1 }, style: { gras: true } }] });
  expect(ecrit(c, gras).message).toBe('« Résultats » est à jour.');
  expect(ecrit(c, gras).ecrit).toBe(false);
  expect(noms(c)).toEqual(['Registre', 'Résultats']);
});

test('un texte pris pour un autre type par le tableur garde sa valeur ; un vide n’est pas un écart', () => {
  const c = apres(rapport([[DATE, ''], ['01000', null], ['=1+1', 0]]));
  expect(contenu(c, 'Résultats', 3, 2)).toEqual([[DATE, ''], ['01000', ''], ['=1+1', 0]]);
});

test('ce que quelqu’un a changé dans le rapport est copié avant d’être réécrit, et la personne sait où', () => {
  const c = apres(GRAND);
  c.tape('Résultats', 3, 2, 99);
  expect(ecrit(c, GRAND).message).toBe('« Résultats » est à jour. Ce que quelqu’un y avait changé est copié dans « Sauvegarde Résultats ».');
  expect(contenu(c)[2]).toEqual(['Répondues', 9, '75 %', '']);
  expect(contenu(c, 'Sauvegarde Résultats')[2]).toEqual(['Répondues', 99, '75 %', '']);
  expect(marque(c, 'Sauvegarde Résultats')).toMatchObject({ genre: 'sauvegarde.essai.rapport', etat: 'ok', lignes: 4, colonnes: 3, de: 'Résultats', jour: 46348 });
  expect([...c.memoire.keys()]).toEqual([]);
});

test.each<[string, (c: ClasseurMemoire) => void]>([
  ['une cellule seulement vidée', (c) => c.tape('Résultats', 3, 2, null)],
  ['une cellule remplie par ce que le nouveau rapport y met', (c) => c.tape('Résultats', 4, 3, 'nouveau')],
  ['une note juste dessous', (c) => c.tape('Résultats', 5, 1, 'à moi')],
  ['une note juste à côté', (c) => c.tape('Résultats', 1, 4, 'à moi')],
])('%s : rien à copier', (_, geste) => {
  const c = apres(GRAND);
  geste(c);
  const note = [contenu(c)[4]![0], contenu(c)[0]![3]];
  expect(ecrit(c, rapport([[DATE, null, null], ['Reçues', 12, '100 %'], ['Répondues', 9, '75 %'], ['En retard', 1, 'nouveau']])).message).toBe('« Résultats » est à jour.');
  expect(noms(c)).toEqual(['Registre', 'Résultats']);
  expect([contenu(c)[4]![0], contenu(c)[0]![3]]).toEqual(note);
});

test('un rapport interrompu, intact, se réécrit sans copie ; modifié, il est copié', () => {
  for (const [geste, attendus] of [[() => undefined, ['Registre', 'Résultats']], [(c: ClasseurMemoire) => c.tape('Résultats', 2, 2, 'ma note'), ['Registre', 'Résultats', 'Sauvegarde Résultats']]] as const) {
    const c = apres(PETIT);
    c.pourEcrire('Résultats').marque = JSON.stringify({ ...marque(c), etat: 'ecriture', empreinte: '' });
    c.tape('Résultats', 1, 1, BANNIERE_INTERROMPUE);
    geste(c);
    ecrit(c, PETIT);
    expect(noms(c)).toEqual(attendus);
    expect(contenu(c)).toEqual(contenu(apres(PETIT)));
  }
});

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
    // Examen (deux lectures), sauvegarde (deux), puis la relecture.
    const hote = avec(c, 'lis', 5, () => c.tape('Résultats', 2, 1, 'pendant ce temps'));
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
    // Après l'examen (deux lectures), la première relecture.
    const hote = avec(c, 'lis', 3, () => c.tape('Résultats', 3, 2, 10));
    expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Le tableur n’a pas gardé ce qui devait être écrit en Résultats!B3 ; « Résultats » reste marquée incomplète. Si quelqu’un d’autre y écrit, attendez qu’il finisse ; puis recommencez.');
    incomplete(c);
  });
  test('quand la fin de l’ancien rapport n’a pas été effacée', () => {
    const c = apres(GRAND);
    const hote = avec(c, 'lis', 3, () => c.tape('Résultats', 4, 1, 'En retard'));
    expect(() => conduis(ecrisRapport(PETIT), hote)).toThrow('écrit en Résultats!A4');
    incomplete(c);
  });
  test('quand une valeur change entre la relecture et la fin : la marque « à jour » est ôtée, la bannière revient', () => {
    const c = apres(PETIT);
    const hote = avec(c, 'lis', 4, () => c.tape('Résultats', 2, 2, 11));
    expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Résultats!B2');
    incomplete(c);
  });
  test('quand la bannière finale n’a pas été gardée', () => {
    const c = apres(PETIT);
    const hote = avec(c, 'lis', 4, () => c.tape('Résultats', 1, 1, 'autre'));
    expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Résultats!A1');
    incomplete(c);
  });
});

test.each<[string, Partial<Marque>, object]>([
  ['commence', { etat: 'ecriture', passage: 'autre', empreinte: '' }, { etat: 'ecriture', passage: 'autre' }],
  ['a fini sur d’autres valeurs', { etat: 'ok', empreinte: 'fausse' }, { etat: 'ecriture', empreinte: '' }],
])('un autre calcul qui %s pendant le nôtre : le nôtre s’arrête', (_, posee, restee) => {
  const c = apres(PETIT);
  const hote = avec(c, 'lis', 3, () => void (c.pourEcrire('Résultats').marque = JSON.stringify({ ...marque(c), ...posee })));
  expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Un autre calcul écrit dans « Résultats ». Attendez qu’il finisse, puis recommencez.');
  expect(marque(c)).toMatchObject(restee);
  expect(contenu(c)[0]![0]).toBe(BANNIERE_INTERROMPUE);
});

test('un autre calcul qui a fini juste : sa feuille reste à jour, et le nôtre s’arrête', () => {
  const c = apres(PETIT);
  const juste = apres(PETIT, GRAND).trouve('Résultats')!;
  const hote = avec(c, 'lis', 3, () => Object.assign(c.pourEcrire('Résultats'), { marque: juste.marque, cases: new Map(juste.cases) }));
  expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Un autre calcul écrit dans « Résultats »');
  expect(marque(c).etat).toBe('ok');
  expect(contenu(c)[0]![0]).toBe(DATE);
});

test('une marque devenue illisible ou celle d’un autre outil n’est pas touchée', () => {
  for (const etrangere of ['{', JSON.stringify({ v: 1, genre: 'autre', etat: 'ok', lignes: 1, colonnes: 1, empreinte: 'x' })]) {
    const c = apres(PETIT);
    const hote = avec(c, 'lis', 3, () => void (c.pourEcrire('Résultats').marque = etrangere));
    expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Un autre calcul écrit');
    expect(c.trouve('Résultats')!.marque).toBe(etrangere);
  }
});

test('une sauvegarde qu’une coupure a laissée vide est close et le dit, sans en faire une autre', () => {
  const c = apres(PETIT);
  c.ajoute('Sauvegarde Résultats').marque = JSON.stringify({ v: 1, genre: 'sauvegarde.essai.rapport', etat: 'neuf', lignes: 2, colonnes: 2, empreinte: '', de: 'Résultats', jour: 46340 });
  expect(ecrit(c, PETIT).ecrit).toBe(true);
  expect(marque(c, 'Sauvegarde Résultats').etat).toBe('ok');
  expect(contenu(c, 'Sauvegarde Résultats', 1, 1)).toEqual([['Cette sauvegarde, interrompue, n’a plus d’objet : vous pouvez supprimer cet onglet.']]);
  expect(ecrit(c, PETIT).ecrit).toBe(false);
});

test('une sauvegarde coupée où la copie est déjà faite reste telle quelle', () => {
  const c = apres(PETIT);
  c.ajoute('Sauvegarde Résultats').marque = JSON.stringify({ v: 1, genre: 'sauvegarde.essai.rapport', etat: 'neuf', lignes: 2, colonnes: 2, empreinte: '', de: 'Résultats', jour: 46340 });
  c.tape('Sauvegarde Résultats', 2, 2, 99);
  ecrit(c, PETIT);
  expect(contenu(c, 'Sauvegarde Résultats', 2, 2)).toEqual([['', ''], ['', 99]]);
  expect(marque(c, 'Sauvegarde Résultats').etat).toBe('ok');
});

test('une bannière ailleurs qu’en A1 : tout est écrit autour d’elle', () => {
  for (const banniere of [{ ligne: 2, colonne: 2 }, { ligne: 1, colonne: 3 }, { ligne: 3, colonne: 1 }, { ligne: 3, colonne: 3 }]) {
    const valeurs = [['a', 'b', 'c'], ['d', 'e', 'f'], ['g', 'h', 'i']];
    const c = registre();
    const r: Rapport = { ...PETIT, feuille: { valeurs, largeur: 3, banniere, habillage: () => [] } };
    ecrit(c, r);
    expect(contenu(c, 'Résultats', 3, 3)).toEqual(valeurs);
  }
});
