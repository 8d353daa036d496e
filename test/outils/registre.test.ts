// Les deux registres disent la même chose : un outil ajouté à l'un ne peut pas manquer à l'autre.
import { fonctions, outils } from '../../src/registre';
import { fonctions as seules } from '../../src/registre-fonctions';

test('les fonctions du registre des outils sont celles, dans le même ordre, que l’entrée des fonctions d’Excel charge', () => expect(seules.map(({ nom }) => nom)).toEqual(fonctions.map(({ nom }) => nom)));
test('un outil de plusieurs commandes a un nom de menu', () => expect(outils.filter(({ commandes, nomMenu }) => commandes.length > 1 && nomMenu === undefined).map(({ id }) => id)).toEqual([]));
