// La couverture de l'intervalle de la grille : sur des milliers de grilles simulées, contient-il le vrai taux 95 fois sur 100 ? Lancée par npm run endurance.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { estimeTaux } from '../../../src/socle/statistiques/grappes';
import { wilson } from '../../../src/socle/statistiques/proportions';
import { hasard, type Hasard } from '../../../src/socle/statistiques/hasard';

const GRILLES = [{ dates: 24, courriers: 10 }, { dates: 10, courriers: 10 }, { dates: 48, courriers: 5 }] as const;
const TAUX = [0.5, 0.6, 0.7, 0.8, 0.9] as const;
const RESSEMBLANCES = [0, 0.1, 0.2, 0.3] as const;
const SIMULATIONS = Number(process.env['SIMULATIONS'] ?? 6000);

/** Un nombre de ]0, 1[. */
const uniforme = (h: Hasard): number => (h.entier(2 ** 31) + 0.5) / 2 ** 31;
const normale = (h: Hasard): number => Math.sqrt(-2 * Math.log(uniforme(h))) * Math.cos(2 * Math.PI * uniforme(h));

/** Marsaglia et Tsang (2000). */
const gamma = (h: Hasard, a: number): number => {
  if (a < 1) return gamma(h, a + 1) * uniforme(h) ** (1 / a);
  const d = a - 1 / 3;
  for (;;) {
    const x = normale(h);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(uniforme(h)) < x * x / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
};

/** Le taux d'un jour : loi bêta de moyenne p, telle que deux courriers du jour se ressemblent à ρ près. */
const tauxDuJour = (h: Hasard, p: number, rho: number): number => {
  if (rho === 0) return p;
  const [a, b] = [gamma(h, (p * (1 - rho)) / rho), gamma(h, ((1 - p) * (1 - rho)) / rho)];
  return a / (a + b);
};

type Bilan = { dates: number; courriers: number; p: number; rho: number; honnete: number; naif: number; points: number };

const simule = ({ dates, courriers }: (typeof GRILLES)[number], p: number, rho: number): Bilan => {
  const h = hasard(20261126);
  let [honnete, naif, largeur] = [0, 0, 0];
  for (let tour = 0; tour < SIMULATIONS; tour++) {
    const grappes = Array.from({ length: dates }, () => {
      const jour = tauxDuJour(h, p, rho);
      let somme = 0;
      for (let k = 0; k < courriers; k++) if (uniforme(h) < jour) somme++;
      return { effectif: courriers, somme };
    });
    const { valeur, n, intervalle } = estimeTaux(grappes)!;
    const simple = wilson(valeur, n);
    if (intervalle!.bas <= p && p <= intervalle!.haut) honnete++;
    if (simple.bas <= p && p <= simple.haut) naif++;
    largeur += (intervalle!.haut - intervalle!.bas) / 2;
  }
  return { dates, courriers, p, rho, honnete: honnete / SIMULATIONS, naif: naif / SIMULATIONS, points: (100 * largeur) / SIMULATIONS };
};

const pourcent = (v: number): string => `${(100 * v).toFixed(1).replace('.', ',')} %`;

test('couverture', () => {
  const bilans = GRILLES.flatMap((grille) => TAUX.flatMap((p) => RESSEMBLANCES.map((rho) => simule(grille, p, rho))));
  const lignes = bilans.map((b) => `| ${b.dates} × ${b.courriers} | ${b.p * 100} % | ${String(b.rho).replace('.', ',')} | ${pourcent(b.honnete)} | ${pourcent(b.naif)} | ± ${b.points.toFixed(1).replace('.', ',')} |`);
  const table = ['| grille | taux vrai | ressemblance ρ | notre intervalle | intervalle simple | demi-largeur moyenne (points) |', '| --- | --- | --- | --- | --- | --- |', ...lignes].join('\n');
  process.stdout.write(`${table}\n${SIMULATIONS} grilles simulées par ligne\n`);
  if (process.env['TABLE']) writeFileSync(path.resolve(process.env['TABLE']), `${table}\n`);
  for (const b of bilans.filter(({ dates, courriers }) => dates === 24 && courriers === 10)) expect([b, b.honnete >= 0.93]).toEqual([b, true]);
  for (const b of bilans.filter(({ dates, rho }) => dates < 48 && rho >= 0.1)) expect([b, b.honnete - b.naif > 0.08]).toEqual([b, true]);
}, 3_600_000);
