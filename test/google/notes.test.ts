// Les notes qu'une personne pose sur notre feuille restent ; la nôtre, sous chaque graphique, suit ce qu'il dit.
import { resultats } from '../../src/outils/demandes-ecrites/resultats';
import { conduis } from '../../src/socle/suite';
import { clef } from '../hotes/classeur-memoire';
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { tapeRegistre } from './registre';

const contexte = (au: number) => ({ au, aujourdhui: 46400, saisies: {} });
const NOTRE = /^Ce que dit le graphique : /;

test('la note d’une personne reste, celle du graphique est refaite', () => {
  const c = tapeRegistre(new ClasseurGoogle(), 30);
  conduis(resultats.execute(contexte(46348)), c);
  const notes = () => [...c.trouve('Résultats')!.commentaires];
  const nees = notes().map(([k]) => k);
  expect([nees.length > 0, notes().every(([, { texte }]) => NOTRE.test(texte))]).toEqual([true, true]);
  c.pourEcrire('Résultats').commentaires.set(clef(5, 2), { texte: 'À vérifier avec le service' });
  c.tape('Résultats', 5, 1, 'changé');
  conduis(resultats.execute(contexte(46390)), c);
  expect(notes().find(([k]) => k === clef(5, 2))?.[1].texte).toBe('À vérifier avec le service');
  expect(notes().filter(([, { texte }]) => NOTRE.test(texte)).map(([k]) => k)).toEqual(nees);
});

test('à la place de la nôtre, celle d’une personne n’est pas recouverte', () => {
  const c = tapeRegistre(new ClasseurGoogle(), 30);
  conduis(resultats.execute(contexte(46348)), c);
  const [k] = [...c.trouve('Résultats')!.commentaires.keys()];
  c.pourEcrire('Résultats').commentaires.set(k!, { texte: 'la courbe baisse' });
  conduis(resultats.execute(contexte(46390)), c);
  expect(c.trouve('Résultats')!.commentaires.get(k!)!.texte).toBe('la courbe baisse');
});
