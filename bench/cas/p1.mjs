// P1 : TAUX_REPONSE par l'entrée d'Excel, conversion comprise, contre un seul passage nu sur les mêmes plages.
import { alterne, juge, rapports } from '../alterne.mjs';
import { colonnes, compteUnPassage } from '../donnees.mjs';
import { fonctionsExcel } from '../fonctions.mjs';

export const titre = 'TAUX_REPONSE, conversion comprise, contre un seul passage';
export const mesure = async ({ n, tours }) => {
  const { TAUX_REPONSE } = fonctionsExcel();
  const { receptions, reponses } = colonnes(n);
  const { temps, rendus, aa, valable } = await alterne({ limite: () => compteUnPassage(receptions, reponses, 15), nous: () => TAUX_REPONSE(receptions, reponses, 15) }, tours, 10);
  if (rendus.limite !== rendus.nous) throw new Error(`P1 : ${rendus.nous} au lieu de ${rendus.limite}`);
  return { aa, valable, mesures: [juge(`TAUX_REPONSE, n = ${n}`, rapports(temps, 'nous', 'limite'), 1.25)] };
};
