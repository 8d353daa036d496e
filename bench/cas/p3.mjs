// P3 : jours ouvrés avec fériés et fermetures, contre la table cumulée sur les mêmes plages, et contre date-fns.
import { differenceInBusinessDays } from 'date-fns';
import { charge } from '../../webpack.catalogue.mjs';
import { alterne, juge, rapports } from '../alterne.mjs';
import { colonnes } from '../donnees.mjs';

export const titre = 'Jours ouvrés';
const PREMIER = 45_000;
export const mesure = async ({ n, tours }) => {
  const [{ calendrier }, { nomFerie }] = await Promise.all([charge('src/socle/calendrier.ts'), charge('src/socle/feries.ts')]);
  const { receptions, reponses } = colonnes(n);
  const fermetures = [46_024, 46_157];
  const cumul = new Int32Array(3000);
  const ferme = new Set(fermetures);
  // Le jour 0 des tableurs (30/12/1899) est un samedi.
  for (let i = 1; i < cumul.length; i++) cumul[i] = cumul[i - 1] + ((PREMIER + i) % 7 > 1 && nomFerie(PREMIER + i, 'Métropole') === null && !ferme.has(PREMIER + i) ? 1 : 0);
  const jours = calendrier('Métropole', fermetures);
  const total = (entre) => () => {
    let somme = 0;
    for (let i = 0; i < n; i++) {
      const [a, b] = [receptions[i][0], reponses[i][0]];
      if (typeof a === 'number' && typeof b === 'number') somme += entre(a, b);
    }
    return somme;
  };
  const enDate = (serie) => new Date(2023, 2, 15 + (serie - 45_000));
  const dates = Array.from({ length: Math.min(n, 2000) }, (_, i) => [receptions[i][0], reponses[i][0]]).filter(([, b]) => typeof b === 'number');
  const { temps, rendus, aa, valable } = await alterne({ limite: total((a, b) => cumul[b - PREMIER] - cumul[a - PREMIER]), nous: total((a, b) => jours.ouvresEntre(a, b)) }, tours, 5);
  if (rendus.limite !== rendus.nous) throw new Error(`P3 : ${rendus.nous} au lieu de ${rendus.limite}`);
  const pairs = await alterne({ nous: () => { let s = 0; for (let t = 0; t < 50; t++) for (const [a, b] of dates) s += jours.ouvresEntre(a, b); return s; }, dateFns: () => { let s = 0; for (const [a, b] of dates) s += differenceInBusinessDays(enDate(b), enDate(a)); return s; } }, Math.max(3, Math.round(tours / 3)));
  return { aa, valable, mesures: [juge(`ouvresEntre contre la table cumulée, n = ${n}`, rapports(temps, 'nous', 'limite'), 1.3), juge('date-fns (sans fériés) contre nous', rapports(pairs.temps, 'dateFns', 'nous').map((r) => r * 50), 300, 'au-moins')] };
};
