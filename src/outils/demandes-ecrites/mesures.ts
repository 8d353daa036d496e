// Le compte de tout ce que l'outil publie, en un seul passage sur les demandes : le même pour l'onglet, la ligne de commande et les fonctions.
import { histogramme, type Histogramme } from '../../socle/histogramme';
import type { Jour } from '../../socle/jours';
import { arConforme, arConformeOuvre } from './accuse';
import { CANAL } from './mots';

export type Mode = 'cohorte' | 'echus' | 'tous';

/** Ce que le compte demande aux demandes ; toutes les colonnes ont la même taille. */
export type Entrees = {
  readonly taille: number;
  /** Jour de réception ; 0 : la ligne ne compte pas (vide, à corriger, filtrée). */
  readonly reception: Int32Array;
  readonly reponse: Int32Array;
  readonly accuse: Int32Array | null;
  readonly canal: Uint8Array | null;
  /** Date limite annoncée, 0 pour le délai par défaut. */
  readonly limite: Int32Array | null;
  /** 1 : un AR a été envoyé, sans date connue. */
  readonly arSansDate: Uint8Array | null;
};

export type Regles = {
  /** La date d'arrêté ; null : les demandes sont prises comme elles sont, sans âge. */
  readonly au: Jour | null;
  readonly mode: Mode;
  readonly seuils: readonly number[];
  readonly seuilNonRepondu: number;
  readonly seuil14Strict: boolean;
  readonly delaiParDefaut: number;
  readonly arCourriel: number;
  readonly arCourrier: number;
  readonly arOuvres: number;
  /** Jours entre deux dates, dans l'unité choisie. */
  readonly duree: (debut: Jour, fin: Jour) => number;
  readonly dureeOuvree: (debut: Jour, fin: Jour) => number;
  /** Réception + n jours, dans l'unité choisie. */
  readonly echeance: (debut: Jour, jours: number) => Jour;
};

type Rapport = { numerateur: number; denominateur: number };

const rapport = (): Rapport => ({ numerateur: 0, denominateur: 0 });

/** Les comptes d'un ensemble de demandes (tous canaux, ou un seul). */
export type Comptes = {
  utilisables: number;
  repondues: number;
  /** Un rapport par seuil : délai < k. */
  readonly moinsDe: readonly Rapport[];
  /** Les trois classes partagent `base` : moins de 8 jours · de 8 à 14 · plus de 14 (considéré comme non répondu). */
  readonly classes: { base: number; courte: number; moyenne: number; nonRepondu: number };
  enRetard: number;
  enCours: number;
  directes: number;
  avecAr: number;
  arSeul: number;
  sansSuite: number;
  readonly ar: Rapport;
  /** L'AR électronique en jours ouvrés, rendu compte à part. */
  readonly arOuvre: Rapport;
  readonly delais: Histogramme;
};

export const comptes = (seuils: readonly number[]): Comptes => ({
  utilisables: 0, repondues: 0, moinsDe: seuils.map(rapport), classes: { base: 0, courte: 0, moyenne: 0, nonRepondu: 0 },
  enRetard: 0, enCours: 0, directes: 0, avecAr: 0, arSeul: 0, sansSuite: 0, ar: rapport(), arOuvre: rapport(), delais: histogramme(),
});

/** La borne de la classe la plus courte : « délai Marianne », moins de 8 jours. */
export const SEUIL_MARIANNE = 8;

/** Ce qu'une demande est à la date d'arrêté. */
type Demande = { delai: number; age: number; repondue: boolean; accuse: Jour; arEnvoye: boolean };

/** Une demande entre dans la base du seuil k selon le dénominateur choisi (domaine.md §2.1, piège 3). */
export const entreDansLaBase = (mode: Mode, repondue: boolean, age: number, k: number): boolean => mode === 'tous' || age >= k || (mode === 'echus' && repondue);

const ajouteDelais = (c: Comptes, d: Demande, regles: Regles): void => {
  regles.seuils.forEach((k, rang) => {
    if (!entreDansLaBase(regles.mode, d.repondue, d.age, k)) return;
    const m = c.moinsDe[rang] as Rapport;
    m.denominateur++;
    if (d.repondue && d.delai < k) m.numerateur++;
  });
  const limite = regles.seuilNonRepondu;
  if (!entreDansLaBase(regles.mode, d.repondue, d.age, limite + 1)) return;
  c.classes.base++;
  const finMoyenne = regles.seuil14Strict ? limite - 1 : limite;
  // La limite d'abord : elle peut être plus courte que le délai Marianne.
  if (d.repondue ? d.delai > limite : d.age > limite) c.classes.nonRepondu++;
  else if (d.repondue && d.delai < SEUIL_MARIANNE) c.classes.courte++;
  else if (d.repondue && d.delai <= finMoyenne) c.classes.moyenne++;
};

const ajouteAr = (c: Comptes, d: Demande, recue: Jour, reponse: Jour, canal: number, regles: Regles): void => {
  const conforme = arConforme(canal, recue, d.accuse, d.arEnvoye, reponse, regles);
  if (conforme !== null) c.ar.denominateur++;
  if (conforme) c.ar.numerateur++;
  const conformeOuvre = arConformeOuvre(canal, recue, d.accuse, d.arEnvoye, reponse, regles);
  if (conformeOuvre !== null) c.arOuvre.denominateur++;
  if (conformeOuvre) c.arOuvre.numerateur++;
};

const ajoute = (c: Comptes, d: Demande, recue: Jour, reponse: Jour, limite: Jour, canal: number, regles: Regles): void => {
  c.utilisables++;
  if (d.repondue) {
    c.repondues++;
    c.delais.ajoute(d.delai);
    if (d.arEnvoye) c.avecAr++;
    else c.directes++;
  } else {
    if (d.arEnvoye) c.arSeul++;
    else c.sansSuite++;
    if (regles.au !== null && regles.au > limite) c.enRetard++;
    else c.enCours++;
  }
  ajouteDelais(c, d, regles);
  ajouteAr(c, d, recue, reponse, canal, regles);
};

const NOMBRES = ['utilisables', 'repondues', 'enRetard', 'enCours', 'directes', 'avecAr', 'arSeul', 'sansSuite'] as const;
const CLASSES = ['base', 'courte', 'moyenne', 'nonRepondu'] as const;

/** Les comptes de plusieurs ensembles qui ne se recouvrent pas, réunis. */
const reunis = (seuils: readonly number[], ensembles: readonly Comptes[]): Comptes => {
  const tous = comptes(seuils);
  const verse = (dans: Rapport, un: Rapport): void => {
    dans.numerateur += un.numerateur;
    dans.denominateur += un.denominateur;
  };
  for (const un of ensembles) {
    for (const clef of NOMBRES) tous[clef] += un[clef];
    for (const clef of CLASSES) tous.classes[clef] += un.classes[clef];
    tous.moinsDe.forEach((rapport, rang) => verse(rapport, un.moinsDe[rang] as Rapport));
    verse(tous.ar, un.ar);
    verse(tous.arOuvre, un.arOuvre);
    tous.delais.verse(un.delais.comptes());
  }
  return tous;
};

export type Mesures = { readonly tous: Comptes; readonly courrier: Comptes; readonly courriel: Comptes; readonly premiere: Jour };

/** Compte les demandes reçues au plus tard à `au` ; un AR ou une réponse d'après `au` n'existe pas encore. */
export const mesure = (entrees: Entrees, regles: Regles): Mesures => {
  // Chaque demande se compte une fois, dans son canal ; tous canaux s'en déduit.
  const [courrier, courriel, autres] = [comptes(regles.seuils), comptes(regles.seuils), comptes(regles.seuils)];
  let premiere = 0;
  const fin = regles.au ?? Infinity;
  const d: Demande = { delai: 0, age: Infinity, repondue: false, accuse: 0, arEnvoye: false };
  for (let i = 0; i < entrees.taille; i++) {
    const recue = entrees.reception[i] as number;
    if (recue === 0 || recue > fin) continue;
    const lueReponse = entrees.reponse[i] as number;
    const reponse = lueReponse > fin ? 0 : lueReponse;
    const luAccuse = entrees.accuse === null ? 0 : (entrees.accuse[i] as number);
    d.repondue = reponse !== 0;
    d.delai = d.repondue ? regles.duree(recue, reponse) : 0;
    d.age = regles.au === null ? Infinity : regles.duree(recue, regles.au);
    d.accuse = luAccuse > fin ? 0 : luAccuse;
    d.arEnvoye = d.accuse !== 0 || (entrees.arSansDate !== null && entrees.arSansDate[i] === 1);
    const annoncee = entrees.limite === null ? 0 : (entrees.limite[i] as number);
    const limite = annoncee === 0 ? regles.echeance(recue, regles.delaiParDefaut) : annoncee;
    const canal = entrees.canal === null ? CANAL.inconnu : (entrees.canal[i] as number);
    if (premiere === 0 || recue < premiere) premiere = recue;
    ajoute(canal === CANAL.courrier ? courrier : canal === CANAL.courriel ? courriel : autres, d, recue, reponse, limite, canal, regles);
  }
  return { tous: reunis(regles.seuils, [courrier, courriel, autres]), courrier, courriel, premiere };
};
