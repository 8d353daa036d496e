// Rien de perdu : une panne à chaque point d'appel, dans chaque mode, puis on recommence ; aucune violation. La campagne longue : npm run endurance.
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { conduisAsync } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { enAsynchrone } from '../hotes/classeur-memoire';
import { bilanVide, eprouve } from './campagne';
import { epreuveFictive, epreuveResultats } from './classeurs';
import { inacheve, perdu } from './verificateur';

test('des rapports de toutes tailles, coupés partout, ne perdent rien', () => {
  const bilan = bilanVide();
  for (let graine = 1; graine <= plusCourt(30); graine++) eprouve(epreuveFictive(graine, ecrisRapport), bilan, { pas: 7, partDoubles: 0.3 });
  expect(bilan.violations.slice(0, 5)).toEqual([]);
  expect(bilan.simples).toBeGreaterThan(plusCourt(1000));
  expect(bilan.doubles).toBeGreaterThan(plusCourt(100));
});

test('la commande « Onglet Résultats », coupée partout, ne perd rien', () => {
  const bilan = bilanVide();
  for (let graine = 1; graine <= plusCourt(2); graine++) eprouve(epreuveResultats(graine), bilan, { pas: 1340 / plusCourt(20), modes: [graine === 1 ? 'immediat' : 'tampon'] });
  expect(bilan.violations.slice(0, 5)).toEqual([]);
  expect(bilan.simples).toBeGreaterThan(plusCourt(20));
});

test('le même travail sur un hôte asynchrone écrit la même feuille', async () => {
  const e = epreuveFictive(4, ecrisRapport);
  const c = e.depart.copie();
  await conduisAsync(e.execute(1), enAsynchrone(c));
  expect([...perdu(e.depart, c, e.registre, e.outil), ...inacheve(c, e.registre, e.genre, e.attendus[1]!)]).toEqual([]);
});
