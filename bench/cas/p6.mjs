// P6 : médiane des délais depuis la forme de l'hôte, contre la somme nue ; et quartiles de valeurs continues.
import { charge } from '../../webpack.catalogue.mjs';
import { alterne, juge, rapports } from '../alterne.mjs';
import { colonnes, suite } from '../donnees.mjs';
import { fonctionsExcel } from '../fonctions.mjs';

export const titre = 'Médiane et quartiles';
export const mesure = async ({ n, tours }) => {
  const { DELAI_MEDIAN } = fonctionsExcel();
  const { resume } = await charge('src/socle/statistiques/moyennes.ts');
  const { receptions, reponses } = colonnes(n);
  const sommeNue = () => { let s = 0; let c = 0; for (let i = 0; i < n; i++) { const [a, b] = [receptions[i][0], reponses[i][0]]; if (typeof a === 'number' && typeof b === 'number') { s += b - a; c++; } } return s / c; };
  const hasard = suite(7);
  const continues = Array.from({ length: n }, () => hasard() * 100);
  const entiers = await alterne({ limite: sommeNue, nous: () => DELAI_MEDIAN(receptions, reponses) }, tours, 5);
  const reels = await alterne({ limite: () => { let s = 0; for (const v of continues) s += typeof v === 'number' ? v : 0; return s; }, nous: () => resume(continues) }, Math.max(3, Math.round(tours / 3)));
  return { aa: entiers.aa, valable: entiers.valable, mesures: [juge(`DELAI_MEDIAN contre la somme, n = ${n}`, rapports(entiers.temps, 'nous', 'limite'), 1.5), juge('moyenne, variance et six quantiles de valeurs continues contre la somme', rapports(reels.temps, 'nous', 'limite'), 4)] };
};
