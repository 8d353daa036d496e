// La campagne de pannes : un classeur, une commande, une coupure à chaque point, puis on recommence jusqu'à ce que ce soit fini.
import { estVide } from '../../src/socle/cellule';
import type { HoteSynchrone } from '../../src/socle/classeur';
import type { Apercu, CompteRendu } from '../../src/socle/outil';
import { conduis, type Suite } from '../../src/socle/suite';
import { colonneDe, ligneDe, type ClasseurMemoire, type Mode } from '../hotes/classeur-memoire';
import { hasard, type Hasard } from '../hotes/hasard';
import { ALTERE, ErreurDePanne, HoteEnPanne, MODES, type Panne } from '../hotes/pannes';
import { copieRegistre, fais, GESTES, laNotre, marqueDe, type Registre } from './gestes';
import type { Attendu } from './rapports';
import { inacheve, perdu, trompeur } from './verificateur';

/** Une commande à éprouver : ce qu'elle écrit à chaque version de ses données, et ce qui doit s'y lire. */
export type Epreuve = {
  readonly graine: number;
  readonly depart: ClasseurMemoire;
  readonly registre: Registre;
  readonly genre: string;
  readonly outil: string;
  readonly attendus: readonly Attendu[];
  /** La version du passage coupé, et celle des passages suivants. */
  readonly versions: readonly [number, number];
  readonly execute: (version: number) => Suite<CompteRendu>;
  readonly prevois: (version: number) => Suite<Apercu>;
};

export type Bilan = { simples: number; doubles: number; alterees: number; points: number; violations: string[] };
export const bilanVide = (): Bilan => ({ simples: 0, doubles: 0, alterees: 0, points: 0, violations: [] });

type Essai = { readonly rendu: CompteRendu | null; readonly erreur: unknown };
const tente = (suite: Suite<CompteRendu>, hote: HoteSynchrone): Essai => {
  try {
    return { rendu: conduis(suite, hote), erreur: null };
  } catch (erreur) {
    return { rendu: null, erreur };
  }
};

/** Un refus n'est admis que si la personne en est la cause ; elle suit le conseil donné. Rend faux quand le refus ne s'explique pas. */
export const cede = (c: ClasseurMemoire, r: Registre, genre: string, attendu: Attendu, erreur: unknown): boolean => {
  const f = laNotre(c, r, genre);
  const message = erreur instanceof Error ? erreur.message : '';
  if (!f) return false;
  if (f.protegee && /protégée|AccessDenied/.test(message)) {
    c.pourEcrire(f.nom).protegee = false;
    return true;
  }
  const m = marqueDe(f);
  const genantes = [...f.cases].filter(([k, { v }]) => !estVide(v) && (ligneDe(k) > (m?.lignes ?? 0) || colonneDe(k) > (m?.colonnes ?? 0)) && ligneDe(k) <= Math.max(attendu.lignes, m?.lignes ?? 0) && colonneDe(k) <= Math.max(attendu.colonnes, m?.colonnes ?? 0));
  if (!/Quelqu’un a écrit/.test(message) || genantes.length === 0) return false;
  const mienne = c.pourEcrire(f.nom);
  for (const [k] of genantes) {
    mienne.cases.delete(k);
    r.saisies = r.saisies.filter((s) => s.uid !== f.uid || s.ligne !== ligneDe(k) || s.colonne !== colonneDe(k));
  }
  return true;
};

/** Recommence sans panne jusqu'à la fin ; un second passage identique n'écrit rien. */
export const finis = (e: Epreuve, c: ClasseurMemoire, r: Registre, version: number): string[] => {
  const attendu = e.attendus[version]!;
  for (let essai = 0; essai < 5; essai++) {
    const avant = c.copie();
    const { rendu, erreur } = tente(e.execute(version), c);
    const fautes = [...perdu(avant, c, r, e.outil, attendu), ...trompeur(c, r, e.genre, e.attendus)];
    if (fautes.length > 0) return fautes;
    if (rendu !== null) {
      let ecritures = 0;
      const guette: HoteSynchrone = { lis: (lecture) => c.lis(lecture), ecris: (lot) => void (ecritures++, c.ecris(lot)) };
      const encore = tente(e.execute(version), guette);
      return [...inacheve(c, r, e.genre, attendu), ...(ecritures > 0 || encore.rendu?.ecrit !== false ? ['le second passage écrit encore'] : [])];
    }
    if (!cede(c, r, e.genre, attendu, erreur)) return [`refus inexpliqué : ${String(erreur)}`];
  }
  return ['ne finit pas'];
};

/** Quelques gestes de la personne avant de recommencer. */
const entretemps = (e: Epreuve, c: ClasseurMemoire, r: Registre, de: Hasard): string[] => {
  const faits = Array.from({ length: de.parmi([0, 0, 1, 2, 3]) }, () => de.parmi(GESTES));
  for (const geste of faits) fais(geste, c, r, e.genre, de, e.attendus[0]!.banniere);
  return faits;
};

const scenario = (e: Epreuve, mode: Mode, k: number, panne: Panne, partDoubles: number, bilan: Bilan): boolean => {
  const graine = (e.graine * 7919 + k * 31 + MODES.indexOf(panne as never) * 7 + (mode === 'tampon' ? 3 : 0)) | 0;
  const de = hasard(graine);
  const c = e.depart.copie(mode, graine);
  const r = copieRegistre(e.registre);
  const note = (fautes: readonly string[], suite: string): boolean => {
    if (fautes.length > 0) bilan.violations.push(`graine ${e.graine}, ${mode}, point ${k}, ${panne}${suite} : ${fautes.slice(0, 3).join(' ; ')}`);
    return fautes.length > 0;
  };
  const hote = new HoteEnPanne(c, k, panne);
  const premier = tente(e.execute(e.versions[0]), hote);
  if (!hote.survenue) return !hote.depassee;
  bilan.points = Math.max(bilan.points, k);
  if (panne === ALTERE) bilan.alterees++;
  else bilan.simples++;
  const mesure = (avant: ClasseurMemoire, passage: 0 | 1): string[] => [...perdu(avant, c, r, e.outil, e.attendus[e.versions[passage]]), ...trompeur(c, r, e.genre, e.attendus)];
  if (note([...mesure(e.depart, 0), ...(premier.rendu === null && !(premier.erreur instanceof Error) ? ['erreur sans phrase'] : [])], '')) return true;
  if (premier.rendu !== null && note(inacheve(c, r, e.genre, e.attendus[e.versions[0]]!), ', dit fini')) return true;

  let suite = entretemps(e, c, r, de).map((geste) => `, ${geste}`).join('');
  if (de.chance(partDoubles)) {
    const seconde = de.parmi([...MODES]);
    const k2 = de.entre(1, Math.max(12, Math.ceil(bilan.points)));
    const avant = c.copie();
    const hote2 = new HoteEnPanne(c, k2, seconde);
    const essai = tente(e.execute(e.versions[1]), hote2);
    if (hote2.survenue) bilan.doubles++;
    suite += `, puis ${seconde} au point ${k2}`;
    if (note(mesure(avant, 1), suite)) return true;
    if (!hote2.survenue && essai.rendu === null && essai.erreur instanceof ErreurDePanne) return true;
    suite += entretemps(e, c, r, de).map((geste) => `, ${geste}`).join('');
  }
  note(finis(e, c, r, e.versions[1]), `${suite}, après reprise`);
  return true;
};

export type Reglages = { readonly modes?: readonly Mode[]; readonly partDoubles?: number; readonly pas?: number; readonly jusqua?: number };

/** Tous les points d'une épreuve, jusqu'à ce qu'un passage ne rencontre plus la panne. */
export const eprouve = (e: Epreuve, bilan: Bilan, { modes = ['immediat', 'tampon'], partDoubles = 0.2, pas = 1, jusqua = Infinity }: Reglages = {}): void => {
  for (const mode of modes) {
    for (let k = 1 + (pas > 1 ? e.graine % pas : 0); ; k += pas) {
      const encore = [...MODES, ALTERE].map((panne) => scenario(e, mode, k, panne as Panne, partDoubles, bilan));
      if (!encore.some(Boolean) || bilan.violations.length >= jusqua) break;
    }
    // Sans panne du tout : le même jugement.
    const [c, r] = [e.depart.copie(mode, e.graine), copieRegistre(e.registre)];
    const fautes = finis(e, c, r, e.versions[0]);
    if (fautes.length > 0) bilan.violations.push(`graine ${e.graine}, ${mode}, sans panne : ${fautes.slice(0, 3).join(' ; ')}`);
  }
};

