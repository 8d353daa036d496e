// L'hôte en mémoire tient le contrat, dans ses deux modes, et son jumeau asynchrone aussi.
import { ClasseurMemoire, enAsynchrone, type Mode } from '../hotes/classeur-memoire';
import { annote, contrat, SOURCE } from './contrat';

const neuf = (mode: Mode): ClasseurMemoire => {
  const c = new ClasseurMemoire(mode, 7);
  c.ajoute('Source');
  SOURCE.forEach((rangee, i) => rangee.forEach((v, j) => c.tape('Source', i + 1, j + 1, v)));
  c.ajoute('Protégée');
  c.tape('Protégée', 1, 1, 'intacte');
  annote(c);
  c.pourEcrire('Protégée').protegee = true;
  return c;
};

contrat('mémoire, immédiat', () => neuf('immediat'));
contrat('mémoire, tampon', () => neuf('tampon'));
contrat('mémoire, asynchrone', () => enAsynchrone(neuf('immediat')));

test('ce qui n’est pas modélisé est refusé', () => {
  expect(() => neuf('immediat').ecris([{ genre: 'inconnu' } as never])).toThrow('non modélisée');
  expect(() => neuf('immediat').lis({ autre: 1 } as never)).toThrow('non modélisée');
});
