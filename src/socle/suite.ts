// Un travail sur un classeur est une suite d'appels à l'hôte : chaque `yield` en est un. Deux petits conducteurs, le même travail partout.
import { erreur, ErreurAnnulation } from './erreurs';
import type { HoteAsynchrone, HoteSynchrone, Lecture, Modification, Releve } from './classeur';

export type Avancement = { readonly fait: number; readonly total: number; readonly libelle: string };

type Appel =
  | { readonly genre: 'lis'; readonly lecture: Lecture }
  | { readonly genre: 'ecris'; readonly lot: readonly Modification[] }
  | ({ readonly genre: 'progression' } & Avancement);

/** Un travail qui rend un `T` ; à chaque `lis`, l'hôte répond par un relevé. */
export type Suite<T> = Generator<Appel, T, Releve | undefined>;

export function* lis(lecture: Lecture): Suite<Releve> {
  return (yield { genre: 'lis', lecture }) as Releve;
}

export function* ecris(lot: readonly Modification[]): Suite<void> {
  yield { genre: 'ecris', lot };
}

export function* progression(fait: number, total: number, libelle: string): Suite<void> {
  yield { genre: 'progression', fait, total, libelle };
}

type Suivi = (avancement: Avancement) => void;

/** Une erreur de l'hôte est rendue à la suite à l'endroit de l'appel : elle peut l'expliquer ou finir proprement. */
export const conduis = <T>(suite: Suite<T>, hote: HoteSynchrone, suivi?: Suivi): T => {
  let etape = suite.next();
  while (!etape.done) {
    const appel = etape.value;
    let reponse: Releve | undefined;
    try {
      if (appel.genre === 'lis') reponse = hote.lis(appel.lecture);
      else if (appel.genre === 'ecris') hote.ecris(appel.lot);
      else suivi?.(appel);
    } catch (erreur) {
      etape = suite.throw(erreur);
      continue;
    }
    etape = suite.next(reponse);
  }
  return etape.value;
};

/** Les hôtes où un travail est en cours : un double clic ne doit pas en lancer deux. */
const occupes = new WeakSet<HoteAsynchrone>();

/** Peut rendre une promesse : la page s'y donne le temps de se redessiner. */
type SuiviAsynchrone = (avancement: Avancement) => unknown;

/** Ce que le bouton « Annuler » change ; un `AbortSignal` convient. */
export type Arret = { readonly aborted: boolean };

/**
 * @param arret regardé avant chaque appel tant que rien n'est écrit ; une écriture commencée va à son terme, elle est courte
 * @throws ErreurClasseur quand un travail est déjà en cours sur cet hôte (rien n'est commencé) ; ErreurAnnulation quand il est annulé (rien n'est modifié)
 */
export const conduisAsync = async <T>(suite: Suite<T>, hote: HoteAsynchrone, suivi?: SuiviAsynchrone, arret?: Arret): Promise<T> => {
  if (occupes.has(hote)) throw erreur('Un calcul est déjà en cours', 'Attendez qu’il finisse');
  occupes.add(hote);
  try {
    return await deroule(suite, hote, suivi, arret);
  } finally {
    occupes.delete(hote);
  }
};

const deroule = async <T>(suite: Suite<T>, hote: HoteAsynchrone, suivi?: SuiviAsynchrone, arret?: Arret): Promise<T> => {
  let etape = suite.next();
  let ecrit = false;
  while (!etape.done) {
    const appel = etape.value;
    let reponse: Releve | undefined;
    try {
      if (!ecrit && arret?.aborted) throw new ErreurAnnulation();
      if (appel.genre === 'lis') reponse = await hote.lis(appel.lecture);
      else if (appel.genre === 'ecris') {
        ecrit = true;
        await hote.ecris(appel.lot);
      } else await suivi?.(appel);
    } catch (erreur) {
      etape = suite.throw(erreur);
      continue;
    }
    etape = suite.next(reponse);
  }
  return etape.value;
};
