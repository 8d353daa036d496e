// P7 : la mémoire prise en plus des données pendant un taux sur un million de lignes, et la croissance du rapport à la limite de 10 000 à un million.
import { alterne, rapports, resume } from '../alterne.mjs';
import { colonnes, compteUnPassage } from '../donnees.mjs';
import { fonctionsExcel } from '../fonctions.mjs';

export const titre = 'Mémoire et croissance';
export const mesure = async ({ tours }) => {
  const { TAUX_REPONSE } = fonctionsExcel();
  const part = async (n) => {
    const { receptions, reponses } = colonnes(n);
    const { temps, aa, valable } = await alterne({ limite: () => compteUnPassage(receptions, reponses, 15), nous: () => TAUX_REPONSE(receptions, reponses, 15) }, Math.max(5, Math.round(tours / 2)));
    return { ratio: resume(rapports(temps, 'nous', 'limite')).ratio, aa, valable };
  };
  const petit = await part(10_000);
  const grand = await part(1_000_000);
  const mesures = [{ mesure: 'rapport à la limite, un million contre 10 000', ratio: grand.ratio / petit.ratio, q1: grand.ratio / petit.ratio, q3: grand.ratio / petit.ratio, objectif: 1.3, sens: 'au-plus', tenu: grand.ratio / petit.ratio <= 1.3 }];
  if (typeof globalThis.gc !== 'function') return { aa: grand.aa, valable: grand.valable, mesures, manque: 'mémoire non mesurée : lancez par « npm run bench »' };
  globalThis.gc();
  const vide = process.memoryUsage();
  const { receptions, reponses } = colonnes(1_000_000);
  globalThis.gc();
  const avant = process.memoryUsage();
  TAUX_REPONSE(receptions, reponses, 15);
  const apres = process.memoryUsage();
  const total = ({ heapUsed, external, arrayBuffers }) => heapUsed + external + arrayBuffers;
  const ratio = Math.max(0, total(apres) - total(avant)) / (total(avant) - total(vide));
  mesures.push({ mesure: 'mémoire en plus des données, un million de lignes', ratio, q1: ratio, q3: ratio, objectif: 0.1, sens: 'au-plus', tenu: ratio <= 0.1 });
  return { aa: grand.aa, valable: grand.valable, mesures };
};
