// P9 : évaluer le lot Apps Script et appeler TAUX_REPONSE dans un domaine neuf, contre le même texte que rien n'appelle.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { juge, resume } from '../alterne.mjs';

export const titre = 'Lot Apps Script : évaluation et premier appel';
const LOT = path.resolve(import.meta.dirname, '../../dist/gas/code.js');
const APPEL = 'TAUX_REPONSE([[new Date(2026, 0, 5)], [new Date(2026, 0, 12)]], [[new Date(2026, 0, 9)], [""]], 15)';
let passage = 0;
const duree = (code, appel) => {
  const contexte = vm.createContext({});
  // Un texte neuf à chaque fois : le moteur ne doit pas le reconnaître.
  const texte = `${code}\n//${passage++}`;
  const debut = performance.now();
  new vm.Script(texte).runInContext(contexte);
  const rendu = vm.runInContext(appel, contexte);
  return { ms: performance.now() - debut, rendu };
};
export const mesure = async ({ tours }) => {
  const code = readFileSync(LOT, 'utf8');
  const inerte = `function inutile(){${code}}\nfunction f(){return 1}`;
  const temps = { nous: [], inerte: [], temoin: [] };
  for (let tour = -3; tour < Math.max(15, tours); tour++) {
    const lus = [['inerte', duree(inerte, 'f()')], ['nous', duree(code, APPEL)], ['temoin', duree(inerte, 'f()')]];
    if (lus[1][1].rendu !== 0.5) throw new Error(`P9 : ${lus[1][1].rendu} au lieu de 0,5`);
    if (tour >= 0) for (const [nom, { ms }] of lus) temps[nom].push(ms);
  }
  const aa = resume(temps.inerte.map((ms, i) => temps.temoin[i] / ms)).ratio;
  return { aa, valable: aa >= 0.95 && aa <= 1.05, mesures: [
    juge('contre le même texte inerte', temps.nous.map((ms, i) => ms / temps.inerte[i]), 1.25),
    juge('millisecondes (cette machine)', temps.nous, 10),
    juge('kilo-octets, sur 60 + 15 par outil de plus (5)', [statSync(LOT).size / 1000], 135),
  ] };
};
