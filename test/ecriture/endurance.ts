// La campagne longue : au moins 100 000 pannes simples et 10 000 doubles. Hors des tests courants ; lancée par npm run endurance.
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { bilanVide, eprouve } from './campagne';
import { epreuveFictive, epreuveResultats } from './classeurs';

test('endurance', () => {
  const bilan = bilanVide();
  const classeurs = Number(process.env['CLASSEURS'] ?? 340);
  const premiere = Number(process.env['GRAINE'] ?? 1000);
  for (let n = 0; n < classeurs && bilan.violations.length < 50; n++) eprouve(epreuveFictive(premiere + n, ecrisRapport), bilan);
  for (let graine = 1; graine <= 2; graine++) eprouve(epreuveResultats(graine), bilan, { pas: 5 });
  for (const violation of bilan.violations.slice(0, 20)) process.stdout.write(`${violation}\n`);
  process.stdout.write(`${bilan.simples} pannes simples, ${bilan.doubles} doubles, ${bilan.violations.length} violations (${classeurs} classeurs, ${bilan.points} points d'appel au plus, ${bilan.alterees} écritures altérées en silence)\n`);
  expect(bilan.violations.length).toBe(0);
}, 3_600_000);
