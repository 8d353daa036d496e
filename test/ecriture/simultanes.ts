// Une personne qui agit pendant le passage, et deux agents qui lancent la commande en même temps sur le même classeur.
import type { HoteSynchrone, Modification, Releve } from '../../src/socle/classeur';
import type { CompteRendu } from '../../src/socle/outil';
import { conduis, type Suite } from '../../src/socle/suite';
import type { ClasseurMemoire, FeuilleMemoire, Mode } from '../hotes/classeur-memoire';
import { hasard } from '../hotes/hasard';
import { finis, type Bilan, type Epreuve } from './campagne';
import { copieRegistre, fais, laNotre, tapeChezNous, type Geste, type Registre } from './gestes';
import { perdu, trompeur } from './verificateur';

const PENDANT: readonly Geste[] = ['renomme', 'supprime', 'source', 'homonyme', 'à côté', 'dessous', 'dans la zone', 'dans la zone', 'efface', 'onglet vide'];

/** Fait un geste sur le classeur, et le reporte dans le témoin : ce que la personne change elle-même n'est pas une perte. */
const agis = (geste: () => void, c: ClasseurMemoire, temoin: ClasseurMemoire, r: Registre): void => {
  const avant = new Map<number, FeuilleMemoire>(c.copie().feuilles.map((f) => [f.uid, f]));
  geste();
  for (const f of c.feuilles) {
    const ancienne = avant.get(f.uid);
    const rang = temoin.feuilles.findIndex(({ uid }) => uid === f.uid);
    if (ancienne === f) continue;
    if (r.siennes.has(f.uid)) {
      if (rang < 0) temoin.feuilles.push({ ...f, cases: new Map(f.cases) });
      else temoin.feuilles[rang] = { ...f, cases: new Map(f.cases) };
    } else if (rang >= 0) temoin.feuilles[rang] = { ...temoin.feuilles[rang]!, nom: f.nom, masquee: f.masquee, protegee: f.protegee };
  }
  temoin.feuilles = temoin.feuilles.filter(({ uid }) => c.feuilles.some((f) => f.uid === uid));
};

/** La fenêtre écrite dans docs/limites.md : du dernier regard porté à la zone jusqu'à la fin de l'écriture des lignes. */
const ecritLesLignes = (lot: readonly Modification[]): boolean => lot.some((m) => m.genre === 'vider');

/** @returns le nombre de gestes faits pendant le passage */
export const interrompt = (e: Epreuve, mode: Mode, graine: number, bilan: Bilan): number => {
  const de = hasard(graine);
  const c = e.depart.copie(mode, graine);
  const temoin = e.depart.copie();
  const r = copieRegistre(e.registre);
  const frequence = de.parmi([0.05, 0.1, 0.2]);
  let gestes = 0;
  /** Nos modifications désignent une feuille par son nom : la renommer et en créer une autre du même nom pendant le même passage est la limite écrite. */
  let nomPerdu = false;
  const intervient = (fenetre: boolean): void => {
    if (!de.chance(frequence)) return;
    const geste = de.parmi(PENDANT);
    if (nomPerdu && geste === 'homonyme') return;
    const f = laNotre(c, r, e.genre);
    if (f?.marque === null) return;
    if (fenetre && (geste === 'dans la zone' || geste === 'efface')) return;
    nomPerdu ||= geste === 'renomme' || geste === 'supprime';
    gestes++;
    agis(() => {
      // Pendant l'écriture, la zone est celle que le rapport va prendre : à côté, c'est plus loin.
      if (geste === 'à côté' || geste === 'dessous') return f && tapeChezNous(c, r, f, geste === 'dessous' ? de.entre(20, 25) : 1, geste === 'dessous' ? 1 : de.entre(8, 10), `saisie ${++r.compteur}`);
      fais(geste, c, r, e.genre, de, e.attendus[0]!.banniere);
    }, c, temoin, r);
  };
  const hote: HoteSynchrone = {
    lis: (lecture) => {
      intervient(false);
      return c.lis(lecture);
    },
    ecris: (lot) => {
      const fenetre = ecritLesLignes(lot);
      c.ecris(lot, () => {
        intervient(fenetre);
        return null;
      });
    },
  };
  try {
    conduis(e.execute(e.versions[0]), hote);
  } catch {
    // Une phrase a été dite ; seul le classeur compte.
  }
  const fautes = [...perdu(temoin, c, r, e.outil), ...trompeur(c, r, e.genre, e.attendus)];
  if (fautes.length === 0) fautes.push(...finis(e, c, r, e.versions[1]));
  if (fautes.length > 0) bilan.violations.push(`graine ${e.graine}/${graine}, ${mode} : ${fautes.slice(0, 3).join(' ; ')}`);
  return gestes;
};

type Agent = { readonly suite: Suite<CompteRendu>; etape: IteratorResult<unknown, CompteRendu>; fini: boolean; appels: number; finale: boolean; readonly mort: number };

/** Le dernier lot : la bannière finale et la marque « ok ». */
const estFinale = (lot: readonly Modification[], genre: string): boolean => lot.some((m) => m.genre === 'marquer' && m.marque !== null && m.marque.includes(`"${genre}","etat":"ok"`));

/**
 * Un appel à l'hôte (une lecture, un lot) de l'un ou de l'autre, au hasard, jusqu'à la fin des deux.
 * @param versions les données de chacun : les mêmes, ou deux lectures différentes du registre
 * @param coupes vrai pour que l'un des deux s'arrête en chemin, sans plus rien faire ; entre sa dernière écriture et sa dernière relecture,
 *   c'est la fenêtre écrite dans docs/limites.md, et il va au bout
 */
export const aDeux = (e: Epreuve, mode: Mode, graine: number, bilan: Bilan, { versions = [e.versions[0], e.versions[0]], coupes = false }: { readonly versions?: readonly number[]; readonly coupes?: boolean } = {}): void => {
  const de = hasard(graine);
  const c = e.depart.copie(mode, graine);
  const r = copieRegistre(e.registre);
  const victime = coupes ? de.entre(0, 1) : -1;
  const agents = versions.map((version, rang): Agent => ({ suite: e.execute(version), etape: { done: false, value: undefined }, fini: false, appels: 0, finale: false, mort: rang === victime ? de.entre(1, 14) : Infinity }));
  const avance = (agent: Agent, reponse: () => IteratorResult<unknown, CompteRendu>): void => {
    try {
      agent.etape = reponse();
      agent.fini = agent.etape.done === true || (agent.appels >= agent.mort && !agent.finale);
    } catch {
      agent.fini = true;
    }
  };
  // Des rafales : un passage entier de l'un doit pouvoir tenir entre deux appels de l'autre.
  const rafale = de.parmi([0, 0.5, 0.9]);
  let tour: Agent | undefined;
  for (const agent of agents) avance(agent, () => agent.suite.next());
  while (agents.some(({ fini }) => !fini)) {
    const agent: Agent = tour !== undefined && !tour.fini && de.chance(rafale) ? tour : de.parmi(agents.filter(({ fini }) => !fini));
    tour = agent;
    const appel = agent.etape.value as { genre: string; lecture?: never; lot?: readonly Modification[] };
    let releve: Releve | undefined;
    let panne: unknown;
    if (appel.genre !== 'progression') agent.appels++;
    if (appel.genre === 'ecris') agent.finale ||= estFinale(appel.lot ?? [], e.genre);
    try {
      if (appel.genre === 'lis') releve = c.lis(appel.lecture as never);
      else if (appel.genre === 'ecris') c.ecris(appel.lot ?? []);
    } catch (erreur) {
      panne = erreur;
    }
    avance(agent, () => (panne === undefined ? agent.suite.next(releve) : agent.suite.throw(panne)));
  }
  const fautes = [...perdu(e.depart, c, r, e.outil), ...trompeur(c, r, e.genre, e.attendus)];
  if (fautes.length === 0) fautes.push(...finis(e, c, r, e.versions[1]));
  if (fautes.length > 0) bilan.violations.push(`deux agents, graine ${e.graine}/${graine}, ${mode} : ${fautes.slice(0, 3).join(' ; ')}`);
};
