// Ce qu'un rapport regarde avant d'écrire : la feuille peut changer entre deux lectures, et tout ce qui y est écrit n'est pas à nous.
import type { HoteSynchrone } from '../../src/socle/classeur';
import { prevoisRapport } from '../../src/socle/ecriture/apercu';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { conduis } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { apres, contenu, DATE, ecrit, GRAND, marque, PETIT, rapport } from './un-rapport';

const AUTRE = rapport([[DATE, null], ['Reçues', 13]]);
const HAUT = rapport([[DATE, null], ['Reçues', 13], ['Répondues', 9]]);
const noms = (c: ClasseurMemoire): string[] => c.feuilles.map(({ nom }) => nom);

/** Le même classeur, où un geste est fait juste avant les premières lectures de cellules. */
const avantDeLire = (c: ClasseurMemoire, fois: number, geste: (rang: number) => void): HoteSynchrone => {
  let faits = 0;
  return {
    lis: (lecture) => {
      if (lecture.zones && faits < fois) geste(faits++);
      return c.lis(lecture);
    },
    ecris: (lot) => c.ecris(lot),
  };
};

test.each([['de la même taille', AUTRE], ['plus grand', HAUT]])('un autre calcul écrit un rapport %s pendant que nous regardons : le nôtre part de ce qu’il a laissé, sans copie inutile', (_, sien) => {
  const c = apres(PETIT);
  conduis(ecrisRapport(PETIT), avantDeLire(c, 1, () => void ecrit(c, sien)));
  expect(contenu(c)).toEqual(contenu(apres(PETIT)));
  expect(noms(c)).toEqual(['Registre', 'Résultats']);
});

test.each([['plus haut', [3, 1], '3x2'], ['plus large', [2, 3], '2x3']] as const)('un autre calcul, %s, a écrit et une personne y a mis un mot : ce mot est copié avant d’être effacé', (_, [ligne, colonne], etendue) => {
  const c = apres(PETIT);
  conduis(ecrisRapport(AUTRE), avantDeLire(c, 1, () => {
    c.memoire.set('passage.essai.rapport.0123456789abcdef', etendue);
    c.tape('Résultats', ligne, colonne, 'à moi');
  }));
  expect(contenu(c)).toEqual(contenu(apres(AUTRE)));
  expect(contenu(c, 'Sauvegarde Résultats')[ligne - 1]![colonne - 1]).toBe('à moi');
});

test('d’autres calculs n’arrêtent pas d’écrire : au troisième regard, une phrase le dit et rien n’est changé', () => {
  const c = apres(PETIT);
  let gestes = 0;
  const hote = avantDeLire(c, 20, (rang) => {
    gestes++;
    ecrit(c, rang % 2 === 0 ? AUTRE : PETIT);
  });
  expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Un autre calcul écrit dans ce classeur en ce moment ; rien n’a été changé. Attendez qu’il finisse, puis recommencez.');
  expect(gestes).toBe(3);
  expect(contenu(c)).toEqual(contenu(apres(AUTRE)));
});

describe('ce qu’une personne écrit là où un ancien rapport plus grand finissait est à elle', () => {
  const avecNotes = (): ClasseurMemoire => {
    const c = apres(GRAND, PETIT);
    c.tape('Résultats', 4, 1, 'dessous');
    c.tape('Résultats', 1, 3, 'à côté');
    return c;
  };
  const notes = (c: ClasseurMemoire): unknown[] => [contenu(c)[3]![0], contenu(c)[0]![2]];
  test('le rapport se réécrit sans y toucher', () => {
    const c = avecNotes();
    expect(ecrit(c, AUTRE).message).toBe('« Résultats » est à jour.');
    expect(notes(c)).toEqual(['dessous', 'à côté']);
  });
  test('il reste « à jour » à côté d’elles', () => {
    expect(ecrit(avecNotes(), PETIT)).toMatchObject({ ecrit: false });
  });
  test('elles ne comptent pas parmi les cellules changées', () => {
    const c = avecNotes();
    c.tape('Résultats', 2, 2, 99);
    expect(conduis(prevoisRapport(PETIT), c).lignes[0]!.phrase).toBe('Ce que quelqu’un a changé dans « Résultats » (1 cellule) sera d’abord copié dans un onglet « Sauvegarde Résultats ».');
  });
});

test('notre onglet supprimé puis recréé : ce qu’une personne y tape aussitôt plus bas n’est pas effacé', () => {
  const c = apres(GRAND);
  c.feuilles = c.feuilles.filter(({ nom }) => nom !== 'Résultats');
  conduis(ecrisRapport(PETIT), avantDeLire(c, 1, () => c.tape('Résultats', 4, 1, 'à moi')));
  expect(contenu(c).map(([v]) => v)).toEqual([DATE, 'Reçues', '', 'à moi', '']);
  expect(marque(c)).toMatchObject({ etat: 'ok', lignes: 2 });
});

test('une feuille marquée « en écriture » dont les valeurs sont toutes là n’est pas « à jour » : recommencer la finit', () => {
  const c = apres(PETIT);
  c.pourEcrire('Résultats').marque = JSON.stringify({ ...marque(c), etat: 'ecriture' });
  expect(ecrit(c, PETIT).message).toBe('« Résultats » est à jour.');
  expect(marque(c).etat).toBe('ok');
});
