// L'équipe de fils, sans vrais fils : chaque tâche se finit quand l'essai le décide.
import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { enEquipe } from '../../src/fichier/node/equipe';

class FauxFil extends EventEmitter {
  tache: number | null = null;
  arrete = false;
  postMessage(tache: number): void {
    this.tache = tache;
  }
  rend(): void {
    const tache = this.tache;
    this.tache = null;
    this.emit('message', `tâche ${tache}`);
  }
  meurt(): void {
    this.emit('error', new Error('plus de mémoire'));
    this.emit('exit', 1);
  }
  terminate(): Promise<number> {
    this.arrete = true;
    this.emit('exit', 1);
    return Promise.resolve(1);
  }
}

const souffle = (): Promise<void> => new Promise((suite) => setImmediate(suite));

const equipe = (taches: number, fenetre = 10, membres = 3) => {
  const fils: FauxFil[] = [];
  const arret = new AbortController();
  const resultats = enEquipe<number, string>(Array.from({ length: taches }, (_, i) => i), {
    membres, fenetre, arret: arret.signal, perdue: (tache) => `perdue ${tache}`,
    ouvre: () => {
      const fil = new FauxFil();
      fils.push(fil);
      return fil as unknown as Worker;
    },
  });
  return { fils, arret, resultats, auTravail: () => fils.filter(({ tache }) => tache !== null) };
};

/** Consomme tout ; à chaque tour, `choisit` dit lequel des fils au travail finit. */
const consomme = async ({ resultats, auTravail }: ReturnType<typeof equipe>, choisit: (fils: FauxFil[]) => FauxFil | undefined, tour = (): void => undefined): Promise<string[]> => {
  const sortis: string[] = [];
  let fini = false;
  const lecture = (async () => {
    for await (const resultat of resultats) sortis.push(resultat);
    fini = true;
  })();
  while (!fini) {
    await souffle();
    tour();
    choisit(auTravail())?.rend();
  }
  await lecture;
  return sortis;
};
const attendus = (n: number): string[] => Array.from({ length: n }, (_, i) => `tâche ${i}`);

test.each<readonly [string, (fils: FauxFil[]) => FauxFil | undefined]>([
  ['la première commencée finit la première', (fils) => fils.sort((a, b) => a.tache! - b.tache!)[0]],
  ['la dernière commencée finit la première', (fils) => fils.sort((a, b) => b.tache! - a.tache!)[0]],
  ['la tâche 0 finit quand plus rien d’autre ne peut avancer', (fils) => fils.find(({ tache }) => tache !== 0) ?? fils[0]],
])('%s : les résultats sortent dans l’ordre des tâches', async (_phrase, choisit) => {
  const e = equipe(40);
  expect(await consomme(e, choisit)).toEqual(attendus(40));
  expect(e.fils).toHaveLength(3);
  expect(e.fils.every(({ arrete }) => arrete)).toBe(true);
});

test('derrière une tâche lente, pas plus d’une fenêtre de résultats en attente', async () => {
  const e = equipe(40, 10);
  let plusLoin = 0;
  const premiere = e.resultats.next();
  for (let i = 0; i < 100; i++) {
    await souffle();
    for (const fil of e.auTravail()) plusLoin = Math.max(plusLoin, fil.tache!);
    e.auTravail().find(({ tache }) => tache !== 0)?.rend();
  }
  expect(plusLoin).toBe(9);
  e.auTravail()[0]!.rend();
  expect((await premiere).value).toBe('tâche 0');
});

test('un fil qui meurt perd sa tâche, et elle seule ; un autre prend la suite', async () => {
  const e = equipe(12);
  const morts = new Set<number>();
  const sortis = await consomme(e, (fils) => fils.find(({ tache }) => !(tache! % 4 === 1)), () => {
    for (const fil of e.auTravail()) {
      if (fil.tache! % 4 !== 1) continue;
      morts.add(fil.tache!);
      fil.meurt();
      fil.tache = null;
    }
  });
  expect([...morts]).toEqual([1, 5, 9]);
  expect(sortis).toEqual(attendus(12).map((texte, i) => (i % 4 === 1 ? `perdue ${i}` : texte)));
});

test('tous les fils meurent toujours : toutes les tâches sont perdues, et cela finit', async () => {
  const e = equipe(5);
  const sortis = await consomme(e, () => undefined, () => e.auTravail().forEach((fil) => {
    fil.meurt();
    fil.tache = null;
  }));
  expect(sortis).toEqual([0, 1, 2, 3, 4].map((i) => `perdue ${i}`));
});

test('un arrêt : la raison est levée, tous les fils sont arrêtés, aucun autre ne commence', async () => {
  const e = equipe(40);
  const premiere = e.resultats.next();
  await souffle();
  e.arret.abort(new Error('Ctrl+C'));
  await expect(premiere).rejects.toThrow('Ctrl+C');
  expect([e.fils.length, e.fils.every(({ arrete }) => arrete)]).toEqual([3, true]);
});

test('sans tâche, aucun fil', async () => {
  const e = equipe(0);
  expect([await e.resultats.next(), e.fils.length]).toEqual([{ done: true, value: undefined }, 0]);
});
