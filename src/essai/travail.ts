// Un travail long se fait par tranches : entre deux, la page se redessine et répond.

/** Durée d'une tranche, en millisecondes : la page reste fluide, l'attente ne se voit pas. */
const TRANCHE = 24;

const respire = (): Promise<void> =>
  new Promise((suite) => {
    // Un message revient plus vite qu'un minuteur, que le navigateur ralentit.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      suite();
    });
    port1.start();
    port2.postMessage(null);
  });

/** Déroule un générateur sans figer la page. @param suivi reçoit ce que donne chaque `yield` d'une fin de tranche */
export const deroule = async <E, T>(travail: Generator<E, T>, suivi?: (etape: E) => void): Promise<T> => {
  let debut = performance.now();
  for (;;) {
    const etape = travail.next();
    if (etape.done) return etape.value;
    if (performance.now() - debut < TRANCHE) continue;
    suivi?.(etape.value);
    await respire();
    debut = performance.now();
  }
};
/** Le même respire pour le suivi d'un travail du cœur : il attend ce que l'on rend ici. */
export const suiviQuiRespire = <E>(suivi?: (etape: E) => void): ((etape: E) => Promise<void>) => {
  return async (etape) => {
    suivi?.(etape);
    await respire();
  };
};
