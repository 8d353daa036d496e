// La répartition des délais : chaque jour dans sa classe, chaque classe dans la tranche que 8, 15 et 30 jours délimitent.
import { repartition, TRANCHES } from '../../src/outils/delais-echantillon/repartition';

const ou = (jours: number): string => {
  const classe = repartition([jours], 0).filter(({ effectif }) => effectif > 0);
  return classe.map(({ libelle, tranche }) => `${libelle}, ${TRANCHES[tranche]!.replace('\u00a0', ' ')}`).join(' | ');
};

test.each([
  [0, '1 à 3 j, Moins de 8 j'], [1, '1 à 3 j, Moins de 8 j'], [7, '4 à 7 j, Moins de 8 j'], [8, '8 à 10 j, 8 à 14 j'], [14, '11 à 14 j, 8 à 14 j'], [15, '15 à 21 j, 15 à 29 j'],
  [29, '22 à 29 j, 15 à 29 j'], [30, '30 à 59 j, 30 j et plus'], [59, '30 à 59 j, 30 j et plus'], [60, '60 j et plus, 30 j et plus'], [400, '60 j et plus, 30 j et plus'],
])('un délai de %i jours : %s', (jours, attendu) => expect(ou(jours)).toBe(attendu));

test('un courrier sans réponse n’est d’aucun délai', () => {
  const classes = repartition([3, 20], 4);
  expect(classes[classes.length - 1]).toEqual({ libelle: 'Sans réponse', effectif: 4, tranche: 4 });
  expect(classes.reduce((total, { effectif }) => total + effectif, 0)).toBe(6);
});
