// Les clefs que les passages laissent dans la mémoire du classeur : ce qu'elles disent, et celles qui ne disent rien.
import { estDoublee, etendueEcrite, vusPar } from '../../src/socle/ecriture/passage';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { apres, contenu, ecrit, GRAND, marque, PETIT } from './un-rapport';

const CLEF = 'passage.essai.rapport.0123456789abcdef';
const clefs = (c: ClasseurMemoire): string[] => [...c.memoire.keys()].filter((clef) => clef.startsWith('passage.'));

test('un passage de douze lignes et trente colonnes compte en entier', () => {
  expect(etendueEcrite({ [CLEF]: '12x30' }, 'essai.rapport', { lignes: 2, colonnes: 2 })).toEqual({ lignes: 12, colonnes: 30 });
});

test.each([
  ['du texte avant l’étendue', CLEF, '=12x30'],
  ['du texte après l’étendue', CLEF, '12x30 lignes'],
  ['pas d’étendue', CLEF, 'oui'],
  ['une clef trop longue', `${CLEF}0`, '12x30'],
  ['une clef qui commence par autre chose', 'passage.essai.rapport.v2.0123456789abcdef', '12x30'],
  ['la clef d’un autre rapport', 'passage.essai.autre.0123456789abcdef', '12x30'],
  ['un réglage', 'essai', '12x30'],
])('n’est pas la clef d’un passage : %s', (_, clef, valeur) => {
  const c = apres(PETIT);
  const memoire = { [clef]: valeur };
  expect(etendueEcrite(memoire, 'essai.rapport', { lignes: 2, colonnes: 2 })).toEqual({ lignes: 2, colonnes: 2 });
  expect(vusPar(memoire, 'essai.rapport', 'un autre')).toEqual([]);
  expect(estDoublee(marque(c), memoire)).toBe(false);
});

test('un rapport refait garde la clef de son passage ; celui qui le remplace n’en laisse qu’une', () => {
  const c = apres(PETIT);
  const siennes = clefs(c);
  expect(siennes).toHaveLength(1);
  c.tape('Résultats', 2, 2, 99);
  ecrit(c, PETIT);
  expect(clefs(c)).toEqual(siennes);
  ecrit(c, GRAND);
  expect(clefs(c)).toHaveLength(1);
  expect(clefs(c)).not.toEqual(siennes);
  expect(contenu(c)).toEqual(contenu(apres(GRAND)));
});
