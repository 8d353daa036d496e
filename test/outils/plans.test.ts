// Treize plans d'actions en désordre (test/plans), lus depuis leur .xlsx comme la ligne de commande le fait ; les attendus sont écrits à la main.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { analyse } from '../../src/outils/plan-actions/analyse';
import { deIso, versIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';

const DOSSIER = path.join(__dirname, '..', 'plans');
type Attendu = { readonly feuille: string | null; readonly actions: readonly unknown[]; readonly doutes?: readonly string[] };
const plans = readdirSync(DOSSIER).filter((nom) => nom.endsWith('.xlsx'));

test('le corpus a au moins douze plans', () => expect(plans.length).toBeGreaterThanOrEqual(12));

test.each(plans)('%s', (nom) => {
  const attendu = JSON.parse(readFileSync(path.join(DOSSIER, nom.replace('.xlsx', '.attendu.json')), 'utf8')) as Attendu;
  const { plan } = conduis(analyse({ aujourdhui: deIso('2026-11-22')!, au: null, saisies: {} }), ouvreFichier(readFileSync(path.join(DOSSIER, nom)), nom));
  expect({
    feuille: plan?.feuille.nom ?? null,
    actions: (plan?.actions ?? []).map(({ ligne, libelle, statut, finPrevue, responsables, retard }) => ({ ligne, libelle, statut, finPrevue: finPrevue === null ? null : versIso(finPrevue), responsables, retard })),
  }).toEqual({ feuille: attendu.feuille, actions: attendu.actions });
  const doutes = (plan?.anomalies ?? []).filter(({ gravite }) => gravite !== 'information').map(({ adresse }) => adresse);
  expect(doutes.sort()).toEqual([...(attendu.doutes ?? [])].sort());
});
