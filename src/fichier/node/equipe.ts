// Des tâches réparties entre quelques fils. Les résultats sortent dans l'ordre des tâches, et l'on n'en garde jamais plus qu'une fenêtre :
// la mémoire ne dépend pas de leur nombre (décision 0016).
import type { Worker } from 'node:worker_threads';

type Regles<T, R> = {
  readonly membres: number;
  /** Combien de tâches peuvent être commencées sans que leur résultat soit sorti. */
  readonly fenetre: number;
  /** Un fil qui rend un message par tâche reçue. */
  ouvre(): Worker;
  /** Le résultat d'une tâche dont le fil est mort : faute de mémoire, le plus souvent. */
  perdue(tache: T): R;
  readonly arret: AbortSignal;
};

/** @throws la raison de l'arrêt, quand il est demandé */
export async function* enEquipe<T, R>(taches: readonly T[], { membres, fenetre, ouvre, perdue, arret }: Regles<T, R>): AsyncGenerator<R, void, undefined> {
  const finies = new Map<number, R>();
  const enCours = new Map<Worker, number>();
  const libres: Worker[] = [];
  let prochaine = 0;
  let rendues = 0;
  let reveille = (): void => undefined;

  const finit = (fil: Worker, resultat: (rang: number) => R): void => {
    const rang = enCours.get(fil);
    if (rang === undefined) return;
    enCours.delete(fil);
    finies.set(rang, resultat(rang));
  };
  const meurt = (fil: Worker): void => {
    finit(fil, (rang) => perdue(taches[rang] as T));
    libres.splice(0, libres.length, ...libres.filter((autre) => autre !== fil));
    distribue();
    reveille();
  };
  const embauche = (): Worker => {
    const fil = ouvre();
    fil.on('message', (resultat: R) => {
      finit(fil, () => resultat);
      libres.push(fil);
      distribue();
      reveille();
    });
    // Une erreur précède toujours la fin du fil : c'est la fin qui compte.
    fil.on('error', () => undefined);
    fil.on('exit', () => meurt(fil));
    return fil;
  };
  const distribue = (): void => {
    while (!arret.aborted && prochaine < taches.length && prochaine - rendues < fenetre && (libres.length > 0 || enCours.size < membres)) {
      const fil = libres.pop() ?? embauche();
      enCours.set(fil, prochaine);
      fil.postMessage(taches[prochaine++]);
    }
  };

  const arrete = (): void => reveille();
  arret.addEventListener('abort', arrete);
  try {
    while (rendues < taches.length) {
      distribue();
      while (!finies.has(rendues)) {
        arret.throwIfAborted();
        await new Promise<void>((suite) => (reveille = suite));
      }
      const resultat = finies.get(rendues) as R;
      finies.delete(rendues++);
      yield resultat;
    }
  } finally {
    arret.removeEventListener('abort', arrete);
    prochaine = taches.length;
    await Promise.all([...libres, ...enCours.keys()].map((fil) => fil.terminate()));
  }
}
