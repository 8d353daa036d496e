// Une personne qui agit à chaque appel, et deux agents en même temps : aucune violation hors de la fenêtre écrite dans docs/limites.md.
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { plusCourt } from '../aides/mutation';
import { bilanVide } from './campagne';
import { epreuveFictive } from './classeurs';
import { aDeux, interrompt } from './simultanes';

test('les gestes d’une personne pendant le passage ne perdent rien', () => {
  const bilan = bilanVide();
  let gestes = 0;
  for (let n = 0; n < plusCourt(300); n++) gestes += interrompt(epreuveFictive(n % 60, ecrisRapport), n % 2 ? 'tampon' : 'immediat', n, bilan);
  expect(bilan.violations.slice(0, 5)).toEqual([]);
  expect(gestes).toBeGreaterThan(plusCourt(400));
});

test.each([
  ['les mêmes données', {}],
  ['deux lectures différentes du registre', { versions: [1, 2] }],
  ['deux lectures différentes, dont l’une s’arrête en chemin', { versions: [0, 2], coupes: true }],
])('deux agents à la fois, %s : une seule feuille, juste ou visiblement incomplète, et recommencer finit', (_, choix) => {
  const bilan = bilanVide();
  for (let n = 0; n < plusCourt(400); n++) aDeux(epreuveFictive(n % 100, ecrisRapport), n % 2 ? 'tampon' : 'immediat', n, bilan, choix);
  expect(bilan.violations.slice(0, 5)).toEqual([]);
});
