// Les douze derniers mois, par mois de réception : le mois de la date d'arrêté et les onze d'avant.
import { moisDe, premierDuMois, type Jour } from '../../socle/jours';
import { CANAL } from './mots';
import { entreDansLaBase, SEUIL_MARIANNE, type Entrees, type Regles } from './mesures';

const NOMS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

export type Mois = {
  readonly libelle: string;
  /** Vrai quand des demandes du mois sont trop jeunes pour le seuil des 15 jours. */
  readonly incomplet: boolean;
  recues: number;
  repondues: number;
  moinsDe8: number;
  moinsDe15: number;
  moinsDe30: number;
  /** Sans réponse, ou répondues après le seuil « considéré comme non répondu ». */
  nonRepondues: number;
  /** Base du taux « moins de 15 jours » selon le dénominateur choisi, et son numérateur. */
  base15: number;
  taux15: number;
  sommeDelais: number;
};

export type DouzeMois = { readonly tous: readonly Mois[]; readonly courrier: readonly Mois[]; readonly courriel: readonly Mois[] };

const libelleMois = (moisAbsolu: number): string => `${NOMS[moisAbsolu % 12] as string} ${Math.floor(moisAbsolu / 12)}`;

const annee = (premier: number, au: Jour, k: number): Mois[] =>
  Array.from({ length: 12 }, (_, rang) => {
    const fin = premierDuMois(premier + rang + 1) - 1;
    return { libelle: libelleMois(premier + rang), incomplet: au - fin < k, recues: 0, repondues: 0, moinsDe8: 0, moinsDe15: 0, moinsDe30: 0, nonRepondues: 0, base15: 0, taux15: 0, sommeDelais: 0 };
  });

const ajoute = (mois: Mois, repondue: boolean, delai: number, age: number, regles: Regles): void => {
  const k = regles.seuilNonRepondu + 1;
  mois.recues++;
  const dansBase = entreDansLaBase(regles.mode, repondue, age, k);
  if (dansBase) mois.base15++;
  if (!repondue) {
    if (age >= k) mois.nonRepondues++;
    return;
  }
  mois.repondues++;
  mois.sommeDelais += delai;
  if (delai < SEUIL_MARIANNE) mois.moinsDe8++;
  if (delai < k) mois.moinsDe15++;
  if (delai < 30) mois.moinsDe30++;
  if (delai >= k) mois.nonRepondues++;
  else if (dansBase) mois.taux15++;
};

const COMPTES = ['recues', 'repondues', 'moinsDe8', 'moinsDe15', 'moinsDe30', 'nonRepondues', 'base15', 'taux15', 'sommeDelais'] as const;

export const mesureMois = (entrees: Entrees, regles: Regles & { readonly au: Jour }): DouzeMois => {
  const premier = moisDe(regles.au) - 11;
  const k = regles.seuilNonRepondu + 1;
  const vide = (): Mois[] => annee(premier, regles.au, k);
  // Chaque demande se compte une fois, dans son canal ; tous canaux s'en déduit.
  const [courrier, courriel, autres, tous] = [vide(), vide(), vide(), vide()];
  for (let i = 0; i < entrees.taille; i++) {
    const recue = entrees.reception[i] as number;
    const rang = moisDe(recue) - premier;
    // Avant les douze mois, comme une ligne sans réception (0).
    if (recue > regles.au || rang < 0) continue;
    const reponse = entrees.reponse[i] as number;
    const repondue = reponse !== 0 && reponse <= regles.au;
    const delai = repondue ? regles.duree(recue, reponse) : 0;
    const age = regles.duree(recue, regles.au);
    const canal = entrees.canal === null ? CANAL.inconnu : entrees.canal[i];
    ajoute((canal === CANAL.courrier ? courrier : canal === CANAL.courriel ? courriel : autres)[rang] as Mois, repondue, delai, age, regles);
  }
  tous.forEach((mois, rang) => {
    for (const ensemble of [courrier, courriel, autres]) for (const clef of COMPTES) mois[clef] += (ensemble[rang] as Mois)[clef];
  });
  return { tous, courrier, courriel };
};
