// La campagne des écritures qui ne sont pas des rapports : une coupure à chaque point, parfois une seconde au passage suivant, puis on finit.
import { conduis, type Suite } from '../../src/socle/suite';
import type { ClasseurMemoire, Mode } from '../hotes/classeur-memoire';
import { hasard } from '../hotes/hasard';
import { HoteEnPanne, MODES } from '../hotes/pannes';
import type { Bilan } from './campagne';

export type Reprise = {
  readonly nom: string;
  readonly depart: (mode: Mode, graine: number) => ClasseurMemoire;
  /** Ce que la personne lance, et relance après une coupure. */
  readonly execute: () => Suite<unknown>;
  /** Tout ce qui doit être pareil à la fin, coupé ou non. */
  readonly image: (c: ClasseurMemoire) => string;
  /** Ce qu'une coupure a pu laisser de faux : une phrase, ou null. */
  readonly trompe?: (c: ClasseurMemoire) => string | null;
};

export const eprouveReprise = (r: Reprise, bilan: Bilan, graines: readonly number[], modes: readonly Mode[] = ['immediat', 'tampon'], pas = 1): void => {
  const temoin = r.depart('immediat', 0);
  conduis(r.execute(), temoin);
  const attendue = r.image(temoin);
  const coupe = (c: ClasseurMemoire, k: number, panne: (typeof MODES)[number]): HoteEnPanne => {
    const hote = new HoteEnPanne(c, k, panne);
    try {
      conduis(r.execute(), hote);
    } catch {
      // la coupure : la personne recommence
    }
    return hote;
  };
  for (const mode of modes) for (const panne of MODES) for (const graine of graines) {
    const de = hasard(graine);
    for (let k = 1; ; k += pas) {
      const c = r.depart(mode, graine * 100 + k);
      const hote = coupe(c, k, panne);
      if (hote.survenue) bilan.simples++;
      const faute = hote.survenue ? r.trompe?.(c) ?? null : null;
      if (faute !== null) bilan.violations.push(`${r.nom}, ${mode}, ${panne} au point ${k}, graine ${graine} : ${faute}`);
      if (de.chance(0.3) && coupe(c, de.entre(1, k + 3), de.parmi([...MODES])).survenue) bilan.doubles++;
      try {
        conduis(r.execute(), c);
        if (r.image(c) !== attendue) bilan.violations.push(`${r.nom}, ${mode}, ${panne} au point ${k}, graine ${graine} : le résultat n’est pas celui d’un passage sans panne`);
      } catch (erreur) {
        bilan.violations.push(`${r.nom}, ${mode}, ${panne} au point ${k}, graine ${graine} : ${String(erreur)}`);
      }
      bilan.points = Math.max(bilan.points, k);
      if (hote.depassee) break;
    }
  }
};

/** Un style posé en deux fois est le même, dans quelque ordre que ce soit. */
const range = (_: string, valeur: unknown): unknown => (typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur) ? Object.fromEntries(Object.entries(valeur).sort(([a], [b]) => (a < b ? -1 : 1))) : valeur);

/** Tout ce qu'un classeur montre : feuilles, valeurs, styles, marques ; `sauf` écarte des feuilles. */
export const image = (c: ClasseurMemoire, sauf: (nom: string) => boolean = () => false): string =>
  JSON.stringify(c.feuilles.filter(({ nom }) => !sauf(nom)).map((f) => [f.nom, f.marque, [...f.cases].sort(([a], [b]) => a - b), f.tableaux]), range);
