// L'adaptateur d'Excel tient le contrat, par la bibliothèque cliente de Microsoft, dans ses trois constructions.
import { hoteExcel } from '../../addin/hote';
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { branche, CONSTRUCTIONS } from '../hotes/excel/client';
import { Serveur } from '../hotes/excel/serveur';
import { annote, contrat, SOURCE } from './contrat';

const neuf = (): ClasseurMemoire => {
  const c = new ClasseurMemoire('immediat', 7);
  c.ajoute('Source');
  SOURCE.forEach((rangee, i) => rangee.forEach((v, j) => c.tape('Source', i + 1, j + 1, v)));
  c.ajoute('Protégée');
  c.tape('Protégée', 1, 1, 'intacte');
  annote(c);
  c.pourEcrire('Protégée').protegee = true;
  return c;
};

const serveurs: Serveur[] = [];
for (const construction of CONSTRUCTIONS) {
  contrat(`Excel, ${construction}`, () => {
    const serveur = new Serveur(neuf());
    serveurs.push(serveur);
    branche(serveur, construction);
    return hoteExcel();
  });
}

test('la bibliothèque n’a rien demandé que le classeur ne modélise pas', () => {
  expect(serveurs.length).toBeGreaterThan(60);
  expect(serveurs.flatMap(({ nonModelises }) => nonModelises)).toEqual([]);
});
