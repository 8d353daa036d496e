// Après la création, une seule lecture suffit ; si un autre agent y a déjà écrit plus grand, elle ne suffit plus.
import type { HoteSynchrone } from '../../src/socle/classeur';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { conduis } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { contenu, DATE, ecrit, GRAND, marque, PETIT, registre } from './un-rapport';

/** Le même classeur, où `geste` arrive juste après la création de la feuille ; les lectures y sont comptées. */
const apresLaCreation = (c: ClasseurMemoire, geste: () => void): { readonly hote: HoteSynchrone; readonly lectures: () => number } => {
  let lectures = 0;
  return {
    lectures: () => lectures,
    hote: {
      lis: (lecture) => {
        lectures++;
        return c.lis(lecture);
      },
      ecris: (lot) => {
        c.ecris(lot);
        if (lot.some(({ genre }) => genre === 'creer-feuille') && c.trouve('Sauvegarde Résultats') === undefined) geste();
      },
    },
  };
};

test('créer ne lit que quatre fois : avant, après la création, après les lignes, à la fin', () => {
  const { hote, lectures } = apresLaCreation(registre(), () => undefined);
  conduis(ecrisRapport(PETIT), hote);
  expect(lectures()).toBe(4);
});

test('un autre agent a écrit plus grand, et quelqu’un y a changé une cellule : elle est copiée avant que la feuille rétrécisse', () => {
  const c = registre();
  const { hote } = apresLaCreation(c, () => {
    ecrit(c, GRAND);
    c.tape('Résultats', 4, 2, 'à garder');
  });
  conduis(ecrisRapport(PETIT), hote);
  expect(contenu(c, 'Sauvegarde Résultats', 4, 2)[3]).toEqual(['En retard', 'à garder']);
  expect(contenu(c, 'Résultats', 4, 2)).toEqual([[DATE, ''], ['Reçues', 12], ['', ''], ['', '']]);
  expect(marque(c)).toMatchObject({ etat: 'ok', lignes: 2, colonnes: 2 });
});

test('quelqu’un a écrit dans la feuille neuve, là où le rapport doit s’étendre : rien n’est recouvert', () => {
  const c = registre();
  const { hote } = apresLaCreation(c, () => c.tape('Résultats', 2, 2, 'à moi'));
  expect(() => conduis(ecrisRapport(PETIT), hote)).toThrow('Quelqu’un a écrit là où « Résultats » doit s’étendre (Résultats!B2)');
  expect(contenu(c, 'Résultats', 2, 2)[1]![1]).toBe('à moi');
});
