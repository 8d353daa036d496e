// P2 : le tableau complet des délais en un appel, contre un passage nu, et contre douze appels séparés, chacun avec son aller-retour JSON.
import { alterne, juge, rapports } from '../alterne.mjs';
import { colonnes, compteUnPassage } from '../donnees.mjs';
import { fonctionsExcel } from '../fonctions.mjs';

export const titre = 'Tout le tableau en un passage';
const douze = [1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60, 90];
export const mesure = async ({ n, tours }) => {
  const { TAUX_REPONSE, TABLEAU_DELAIS } = fonctionsExcel();
  const { receptions, reponses } = colonnes(n);
  const texte = JSON.stringify([receptions, reponses]);
  const { temps, aa, valable } = await alterne({
    limite: () => compteUnPassage(receptions, reponses, 15),
    nous: () => TABLEAU_DELAIS(receptions, reponses),
    unAppel: () => TABLEAU_DELAIS(...JSON.parse(texte)),
    douzeAppels: () => douze.map((k) => TAUX_REPONSE(...JSON.parse(texte), k)),
  }, Math.max(3, Math.round(tours / 3)));
  return { aa, valable, mesures: [juge(`TABLEAU_DELAIS contre un passage, n = ${n}`, rapports(temps, 'nous', 'limite'), 2.5), juge('douze appels contre un seul, JSON compris', rapports(temps, 'douzeAppels', 'unAppel'), 10, 'au-moins')] };
};
