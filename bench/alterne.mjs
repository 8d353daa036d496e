// Des passages alternés dans une même séance, et le rapport de chaque tour : la machine est partagée, un temps seul ne veut rien dire.
import { performance } from 'node:perf_hooks';

const rang = (triees, part) => triees[Math.min(triees.length - 1, Math.floor(triees.length * part))];

/** Médiane et quartiles. */
export const resume = (valeurs) => {
  const triees = [...valeurs].sort((a, b) => a - b);
  return { ratio: rang(triees, 0.5), q1: rang(triees, 0.25), q3: rang(triees, 0.75) };
};

/** Un objectif n'est manqué que si le meilleur quartile l'est aussi. @param sens « au-plus » ou « au-moins » */
export const juge = (mesure, valeurs, objectif, sens = 'au-plus') => {
  const lu = resume(valeurs);
  return { mesure, ...lu, objectif, sens, tenu: sens === 'au-plus' ? lu.q1 <= objectif : lu.q3 >= objectif };
};

const dureeDe = async (geste) => {
  const debut = performance.now();
  const rendu = await geste();
  return { ms: performance.now() - debut, rendu };
};

/**
 * Passe chaque geste à son tour, `tours` fois, l'ordre renversé d'un tour à l'autre.
 * @param gestes { nom: () => rendu } ; `temoin` y est ajouté : le premier geste une seconde fois (A/A)
 * @returns temps (ms) par nom et par tour, dernier rendu par nom, et le rapport A/A, nul hors de 0,95 à 1,05
 */
export const alterne = async (gestes, tours, chauffe = 3) => {
  const [premier] = Object.keys(gestes);
  const tous = { ...gestes, temoin: gestes[premier] };
  const temps = Object.fromEntries(Object.keys(tous).map((nom) => [nom, []]));
  const rendus = {};
  for (let tour = -chauffe; tour < tours; tour++) {
    const noms = Object.keys(tous);
    for (const nom of tour % 2 === 0 ? noms : noms.reverse()) {
      const { ms, rendu } = await dureeDe(tous[nom]);
      rendus[nom] = rendu;
      if (tour >= 0) temps[nom].push(ms);
    }
  }
  const aa = resume(temps[premier].map((ms, i) => temps.temoin[i] / ms)).ratio;
  return { temps, rendus, aa, valable: aa >= 0.95 && aa <= 1.05 };
};

/** Le rapport de chaque tour. */
export const rapports = (temps, dessus, dessous) => temps[dessus].map((ms, i) => ms / temps[dessous][i]);
