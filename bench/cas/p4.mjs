// P4 : lire des dates écrites en français, contre le coût de toucher chaque caractère, et contre date-fns et dayjs.
import { parse } from 'date-fns';
import dayjs from 'dayjs';
import formats from 'dayjs/plugin/customParseFormat.js';
import { charge } from '../../webpack.catalogue.mjs';
import { alterne, juge, rapports } from '../alterne.mjs';
import { colonnes, texteDe } from '../donnees.mjs';

export const titre = 'Dates écrites en français';
dayjs.extend(formats);
export const mesure = async ({ n, tours }) => {
  const { lisDateTexte } = await charge('src/socle/dates-texte.ts');
  const textes = colonnes(n).receptions.map(([serie]) => texteDe(serie));
  const series = colonnes(n).receptions.map(([serie]) => serie);
  const touche = () => { let somme = 0; for (const texte of textes) for (let i = 0; i < texte.length; i++) somme += texte.charCodeAt(i); return somme; };
  const nous = () => { let somme = 0; for (const texte of textes) somme += lisDateTexte(texte); return somme; };
  const { temps, rendus, aa, valable } = await alterne({ limite: touche, nous }, tours, 5);
  if (rendus.nous !== series.reduce((a, b) => a + b, 0)) throw new Error('P4 : les dates lues ne sont pas les bonnes');
  const peu = textes.slice(0, 1000);
  const repere = new Date(2026, 0, 1);
  const pairs = await alterne({
    nous: () => { let s = 0; for (let t = 0; t < 20; t++) for (const texte of peu) s += lisDateTexte(texte); return s; },
    dateFns: () => { let s = 0; for (const texte of peu) s += parse(texte, 'dd/MM/yyyy', repere).getTime(); return s; },
    dayjs: () => { let s = 0; for (const texte of peu) s += dayjs(texte, 'DD/MM/YYYY').valueOf(); return s; },
  }, Math.max(3, Math.round(tours / 3)));
  return { aa, valable, mesures: [juge(`lisDateTexte contre toucher chaque caractère, n = ${n}`, rapports(temps, 'nous', 'limite'), 2.5), ...['dateFns', 'dayjs'].map((pair) => juge(`${pair} contre nous`, rapports(pairs.temps, pair, 'nous').map((r) => r * 20), 40, 'au-moins'))] };
};
