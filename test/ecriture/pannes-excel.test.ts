// Rien de perdu dans Excel : la bibliothèque de Microsoft, une panne à l'action k d'un envoi (un envoi n'est pas atomique), puis on recommence.
import { hoteExcel, type HoteExcel } from '../../addin/hote';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import type { CompteRendu } from '../../src/socle/outil';
import { conduisAsync, type Suite } from '../../src/socle/suite';
import { hasard } from '../hotes/hasard';
import { branche } from '../hotes/excel/client';
import { Serveur, type Guet } from '../hotes/excel/serveur';
import { cede, type Epreuve } from './campagne';
import { epreuveFictive, epreuveResultats, sansFusion } from './classeurs';
import { copieRegistre, fais, GESTES, type Registre } from './gestes';
import { inacheve, perdu, trompeur } from './verificateur';

const PANNES = ['échec avant', 'accusé perdu', 'tué avant', 'tué après', 'altéré en silence'] as const;
type Panne = (typeof PANNES)[number];

const serveur = new Serveur(epreuveFictive(1, ecrisRapport).depart);
beforeAll(() => void branche(serveur));
afterEach(() => expect(serveur.nonModelises).toEqual([]));

/** Un guet qui compte les actions qui écrivent, et tombe en panne à la k-ième ; après « tué », plus rien ne répond. */
const guetteur = (k: number, panne: Panne): { readonly guet: Guet; survenue: boolean; points: number } => {
  const etat = { guet: (() => null) as Guet, survenue: false, points: 0 };
  let tue = false;
  etat.guet = ({ nom, ecrit }) => {
    if (tue) return { quand: 'avant', code: 'HoteArrete' };
    if (!ecrit) return null;
    if (++etat.points !== k) return null;
    if (panne === 'altéré en silence') {
      if (nom !== 'Values') return null;
      etat.survenue = true;
      return { quand: 'altere' };
    }
    etat.survenue = true;
    tue = panne.startsWith('tué');
    return { quand: panne.endsWith('avant') ? 'avant' : 'apres', code: 'GeneralException' };
  };
  return etat;
};

type Essai = { readonly rendu: CompteRendu | null; readonly erreur: unknown };
const tente = async (suite: Suite<CompteRendu>, hote: HoteExcel): Promise<Essai> => {
  try {
    return { rendu: await hote.enUnGeste(() => conduisAsync(suite, hote)), erreur: null };
  } catch (erreur) {
    return { rendu: null, erreur };
  }
};

const finis = async (e: Epreuve, hote: HoteExcel, r: Registre, version: number): Promise<string[]> => {
  const c = serveur.classeurMemoire;
  for (let essai = 0; essai < 5; essai++) {
    const avant = c.copie();
    const { rendu, erreur } = await tente(e.execute(version), hote);
    const fautes = [...perdu(avant, c, r, e.outil), ...trompeur(c, r, e.genre, e.attendus)];
    if (fautes.length > 0) return fautes;
    if (rendu !== null) return inacheve(c, r, e.genre, e.attendus[version]!);
    if (!cede(c, r, e.genre, e.attendus[version]!, erreur)) return [`refus inexpliqué : ${String(erreur)}`];
  }
  return ['ne finit pas'];
};

/** @returns les violations ; null quand le passage finit sans atteindre le point k */
const scenario = async (e: Epreuve, k: number, panne: Panne): Promise<string[] | null> => {
  const de = hasard(e.graine * 7919 + k * 31 + PANNES.indexOf(panne));
  const c = e.depart.copie('immediat', k);
  const r = copieRegistre(e.registre);
  serveur.classeurMemoire = c;
  const guet = guetteur(k, panne);
  serveur.guet = guet.guet;
  const hote = hoteExcel();
  const { rendu, erreur } = await tente(e.execute(e.versions[0]), hote);
  serveur.guet = () => null;
  if (!guet.survenue) return guet.points < k ? null : [];
  const fautes = [...perdu(e.depart, c, r, e.outil), ...trompeur(c, r, e.genre, e.attendus)];
  if (rendu !== null) fautes.push(...inacheve(c, r, e.genre, e.attendus[e.versions[0]]!));
  else if (!(erreur instanceof Error) || /GeneralException:|HoteArrete:/.test(erreur.message)) fautes.push('une erreur sans phrase');
  if (fautes.length > 0) return fautes;
  for (let n = de.parmi([0, 0, 1, 2]); n > 0; n--) fais(de.parmi(GESTES), c, r, e.genre, de, e.attendus[0]!.banniere);
  // La personne relance dans le même volet, ou le rouvre.
  return finis(e, de.chance(0.5) ? hote : hoteExcel(), r, e.versions[1]);
};

const campagne = async (epreuves: readonly Epreuve[], pas: number): Promise<{ pannes: number; violations: string[] }> => {
  const bilan = { pannes: 0, violations: [] as string[] };
  for (const e of epreuves) {
    for (let k = 1 + (e.graine % pas); ; k += pas) {
      const panne = PANNES[(k + e.graine) % PANNES.length]!;
      const fautes = await scenario(e, k, panne);
      if (fautes === null) break;
      bilan.pannes++;
      if (fautes.length > 0) bilan.violations.push(`graine ${e.graine}, action ${k}, ${panne} : ${fautes.slice(0, 3).join(' ; ')}`);
    }
  }
  return bilan;
};

test('des rapports de toutes tailles, coupés au milieu d’un envoi, ne perdent rien', async () => {
  const { pannes, violations } = await campagne(Array.from({ length: 14 }, (_, i) => epreuveFictive(i + 1, sansFusion(ecrisRapport))), 5);
  expect(violations).toEqual([]);
  expect(pannes).toBeGreaterThan(100);
}, 120_000);

test('la commande « Onglet Résultats », coupée au milieu d’un envoi, ne perd rien', async () => {
  const { pannes, violations } = await campagne([epreuveResultats(1)], 17);
  expect(violations).toEqual([]);
  expect(pannes).toBeGreaterThan(10);
}, 120_000);

test('une protection en moins se voit : sans relecture, un envoi altéré passe', async () => {
  const sansRelecture = (function* (rapport: Parameters<typeof ecrisRapport>[0]) {
    const suite = ecrisRapport(rapport);
    let derniere: unknown;
    for (let etape = suite.next(); ; ) {
      if (etape.done) return etape.value;
      const appel = etape.value as { genre: string; lot?: readonly { genre: string }[] };
      // La bannière ne part plus avec les lignes : une coupure ne se verrait pas.
      const muet = appel.genre === 'ecris' ? { ...appel, lot: appel.lot!.filter((m) => m.genre !== 'marquer') } : appel;
      derniere = yield muet as never;
      etape = suite.next(derniere as never);
    }
  }) as typeof ecrisRapport;
  const { violations } = await campagne(Array.from({ length: 3 }, (_, i) => epreuveFictive(i + 1, sansFusion(sansRelecture), ecrisRapport)), 5);
  expect(violations.length).toBeGreaterThan(0);
}, 120_000);
