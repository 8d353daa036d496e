// La campagne longue : au moins 100 000 pannes simples et 10 000 doubles. Hors des tests courants ; lancée par npm run endurance.
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { COMMANDES, RAPIDES } from './autres-ecritures';
import { bilanVide, eprouve, type Bilan } from './campagne';
import { epreuveFictive, epreuveResultats } from './classeurs';
import { eprouveReprise } from './reprises';

const CLASSEURS = Number(process.env['CLASSEURS'] ?? 340);
const GRAINE = Number(process.env['GRAINE'] ?? 1000);
/** Un point d'appel sur combien, pour les vraies commandes : PAS=1 les coupe partout. */
const PAS = Number(process.env['PAS'] ?? 61);
const FIN = Date.now() + Number(process.env['MINUTES'] ?? 120) * 60_000;

const dis = (titre: string, { simples, doubles, alterees, points, violations }: Bilan, reste = ''): void => {
  for (const violation of violations.slice(0, 20)) process.stdout.write(`${violation}\n`);
  process.stdout.write(`${titre} : ${simples} pannes simples, ${doubles} doubles, ${violations.length} violations (${reste}${points} points d'appel au plus, ${alterees} écritures altérées en silence)\n`);
};

test('les autres écritures', () => {
  const bilan = bilanVide();
  const graines = Array.from({ length: Math.max(1, Math.round(CLASSEURS / 10)) }, (_, i) => GRAINE + i);
  for (const reprise of RAPIDES) eprouveReprise(reprise, bilan, graines);
  dis('listes, ajouts, effacements, purges', bilan);
  expect(bilan.violations.length).toBe(0);
}, 7_200_000);

test.each(COMMANDES.map((reprise) => ({ nom: reprise.nom, reprise })))('$nom', ({ nom, reprise }) => {
  const bilan = bilanVide();
  eprouveReprise(reprise, bilan, [GRAINE], ['immediat', 'tampon'], PAS);
  dis(nom, bilan, `un point sur ${PAS}, `);
  expect(bilan.violations.length).toBe(0);
}, 7_200_000);

test('commande resultats', () => {
  const bilan = bilanVide();
  for (let graine = 1; graine <= 2; graine++) eprouve(epreuveResultats(graine), bilan, { pas: PAS });
  dis('commande resultats', bilan, `un point sur ${PAS}, `);
  expect(bilan.violations.length).toBe(0);
}, 7_200_000);

test('les rapports', () => {
  const bilan = bilanVide();
  let n = 0;
  for (; n < CLASSEURS && Date.now() < FIN && bilan.violations.length < 50; n++) {
    eprouve(epreuveFictive(GRAINE + n, ecrisRapport), bilan);
    if (n % 20 === 19) dis(`rapports, après ${n + 1} classeurs`, bilan);
  }
  dis('rapports', bilan, `${n} classeurs, `);
  expect(bilan.violations.length).toBe(0);
}, 7_200_000);
