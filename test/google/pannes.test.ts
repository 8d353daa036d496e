// Rien de perdu chez Google : notre lot compilé sur le faux Google, une panne à des appels de service tirés au sort, dans chaque mode, puis on recommence.
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { bilanVide, eprouve, type Bilan, type Epreuve, type Reglages } from '../ecriture/campagne';
import { epreuveFictive, epreuveResultats } from '../ecriture/classeurs';
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import type { Retouche } from '../hotes/google/domaine';

const chezGoogle = (e: Epreuve, retouche?: Retouche): Epreuve => ({ ...e, depart: Object.assign(ClasseurGoogle.depuis(e.depart), { retouche }) });

const campagne = (graines: number, reglages: Reglages, retouche?: Retouche): Bilan => {
  const bilan = bilanVide();
  for (let graine = 1; graine <= graines && bilan.violations.length === 0; graine++) eprouve(chezGoogle(epreuveFictive(graine, ecrisRapport), retouche), bilan, { ...reglages, jusqua: 1 });
  return bilan;
};

test('des rapports de toutes tailles, coupés à un appel de service, ne perdent rien', () => {
  const bilan = campagne(14, { pas: 19, partDoubles: 0.3 });
  expect(bilan.violations).toEqual([]);
  expect(bilan.simples).toBeGreaterThan(250);
  expect(bilan.doubles).toBeGreaterThan(40);
});

test('la commande « Onglet Résultats », coupée à un appel de service, ne perd rien', () => {
  const bilan = bilanVide();
  for (let graine = 1; graine <= 2; graine++) eprouve(chezGoogle(epreuveResultats(graine)), bilan, { pas: 97, modes: [graine === 1 ? 'immediat' : 'tampon'] });
  expect(bilan.violations).toEqual([]);
  expect(bilan.simples).toBeGreaterThan(10);
});

/** Une faute de l'adaptateur, et ce qu'elle change dans le lot. */
const FAUTES: readonly (readonly [string, RegExp, string])[] = [
  ['les barrières ne font rien', /case"barriere":return SpreadsheetApp\.flush\(\)/, 'case"barriere":return'],
  ['le format texte n’est pas posé', /\.setNumberFormats\(/, '.getNumberFormats('],
  ['la marque n’est pas posée', /\.addDeveloperMetadata\(/, '.getDeveloperMetadata('],
];

test.each(FAUTES)('la campagne le voit quand %s', (_, motif, remplace) => {
  const bilan = campagne(12, { pas: 5, modes: ['tampon'] }, (code) => {
    const fautif = code.replace(motif, remplace);
    if (fautif === code) throw new Error(`rien à retoucher : ${String(motif)}`);
    return fautif;
  });
  expect(bilan.violations).not.toHaveLength(0);
});
