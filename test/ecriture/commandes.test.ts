// Les vraies commandes qui écrivent un onglet, coupées de loin en loin dans les deux modèles d'hôte : recommencer les finit, pareilles. Partout : PAS=1 npm run endurance.
import { COMMANDES, RAPIDES } from './autres-ecritures';
import { bilanVide } from './campagne';
import { eprouveReprise } from './reprises';

/** Celles qui n'ont qu'une trentaine de points. */
const COURTES = ['commande grille', 'commande plan'];

test.each(COMMANDES.map((reprise, rang) => ({ nom: reprise.nom, reprise, rang })))('$nom', ({ reprise, rang }) => {
  const bilan = bilanVide();
  eprouveReprise(reprise, bilan, [rang + 1], ['immediat', 'tampon'], COURTES.includes(reprise.nom) ? 7 : 61);
  expect(bilan.violations.slice(0, 5)).toEqual([]);
  expect(bilan.simples).toBeGreaterThan(20);
});

test.each(RAPIDES.map((reprise) => ({ nom: reprise.nom, reprise })))('$nom, à chaque point', ({ reprise }) => {
  const bilan = bilanVide();
  eprouveReprise(reprise, bilan, [2]);
  expect(bilan.violations.slice(0, 5)).toEqual([]);
  expect(bilan.simples).toBeGreaterThan(20);
});
