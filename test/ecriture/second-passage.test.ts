// Les mêmes données, la même date d'arrêté : le second passage n'écrit rien, quel que soit le genre d'écriture.
import type { HoteSynchrone } from '../../src/socle/classeur';
import { prevoisRapport } from '../../src/socle/ecriture/apercu';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { conduis } from '../../src/socle/suite';
import { COMMANDES, RAPIDES, rapportCourt } from './autres-ecritures';
import type { Reprise } from './reprises';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

const RAPPORT: Reprise = { nom: 'rapport', depart: (mode, graine) => new ClasseurMemoire(mode, graine), execute: () => ecrisRapport(rapportCourt(1)), image: () => '' };

// Un effacement ne se rejoue pas : son plan, déjà fait, n'est plus celui des cellules.
test.each([RAPPORT, ...RAPIDES.filter(({ nom }) => nom !== 'effacement'), ...COMMANDES].map((reprise) => ({ nom: reprise.nom, reprise })))('$nom', ({ reprise }) => {
  const c = reprise.depart('immediat', 1);
  const lots: unknown[] = [];
  const guette: HoteSynchrone = { lis: (lecture) => c.lis(lecture), ecris: (lot) => { lots.push(lot); c.ecris(lot); } };
  conduis(reprise.execute(), guette);
  expect(lots.length).toBeGreaterThan(0);
  const tout = JSON.stringify([c.feuilles.map((f) => [f.nom, f.marque, [...f.cases]]), [...c.memoire]]);
  lots.length = 0;
  expect(conduis(reprise.execute(), guette)).toMatchObject({ ecrit: false });
  expect(lots).toEqual([]);
  expect(JSON.stringify([c.feuilles.map((f) => [f.nom, f.marque, [...f.cases]]), [...c.memoire]])).toBe(tout);
});

test('la marque d’un rapport fini ne porte plus l’identifiant du passage', () => {
  const c = new ClasseurMemoire();
  conduis(ecrisRapport(rapportCourt(1)), c);
  expect(JSON.parse(c.feuilles[0]!.marque!)).toEqual({ v: 1, genre: 'essai.rapport', etat: 'ok', lignes: 2, colonnes: 1, empreinte: expect.any(String), plan: expect.any(String) });
});

test('une feuille renommée par la personne n’est pas réécrite', () => {
  const c = new ClasseurMemoire();
  conduis(ecrisRapport(rapportCourt(1)), c);
  c.pourEcrire('Résultats').nom = 'Bilan 2026';
  expect(conduis(prevoisRapport(rapportCourt(1)), c)).toMatchObject({ feuille: 'Bilan 2026', verdict: 'rien' });
});
