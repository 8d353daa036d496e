// Le même travail se conduit dans un hôte synchrone et dans un hôte asynchrone : mêmes appels, même résultat, mêmes erreurs.
import type { Lecture, Modification, Releve } from '../../src/socle/classeur';
import { conduis, conduisAsync, ecris, lis, progression, type Suite } from '../../src/socle/suite';

const releve: Releve = { feuilles: [], plages: [[[42]]], masquees: [], memoire: {} };

function* travail(): Suite<string> {
  const { plages } = yield* lis({ tetes: 3 });
  yield* progression(1, 2, 'À mi-chemin');
  try {
    yield* ecris([{ genre: 'creer-feuille', feuille: 'Résultats' }]);
  } catch (cause) {
    return `refusé : ${(cause as Error).message}`;
  }
  return `lu ${String(plages[0]?.[0]?.[0])}`;
}

const journal = (refus: boolean) => {
  const appels: string[] = [];
  const lisHote = (lecture: Lecture): Releve => {
    appels.push(`lis ${lecture.tetes ?? 0}`);
    return releve;
  };
  const ecrisHote = (lot: readonly Modification[]): void => {
    appels.push(`ecris ${lot.length}`);
    if (refus) throw new Error('feuille protégée');
  };
  return { appels, synchrone: { lis: lisHote, ecris: ecrisHote }, asynchrone: { lis: async (l: Lecture) => lisHote(l), ecris: async (l: readonly Modification[]) => ecrisHote(l) } };
};

test.each([
  ['sans incident', false, 'lu 42'],
  ['quand l’hôte refuse d’écrire', true, 'refusé : feuille protégée'],
])('%s, les deux conducteurs rendent la même chose', async (_, refus, attendu) => {
  const a = journal(refus);
  const b = journal(refus);
  const suivis: string[] = [];
  expect(conduis(travail(), a.synchrone, ({ libelle }) => suivis.push(libelle))).toBe(attendu);
  await expect(conduisAsync(travail(), b.asynchrone, ({ libelle }) => suivis.push(libelle))).resolves.toBe(attendu);
  expect(a.appels).toEqual(['lis 3', 'ecris 1']);
  expect(b.appels).toEqual(a.appels);
  expect(suivis).toEqual(['À mi-chemin', 'À mi-chemin']);
});

test('un double clic ne lance qu’un travail : le second est refusé par une phrase, puis l’hôte est de nouveau libre', async () => {
  const { appels, asynchrone } = journal(false);
  const premier = conduisAsync(travail(), asynchrone);
  await expect(conduisAsync(travail(), asynchrone)).rejects.toThrow('Un calcul est déjà en cours');
  await expect(premier).resolves.toBe('lu 42');
  expect(appels).toHaveLength(2);
  await expect(conduisAsync(travail(), asynchrone)).resolves.toBe('lu 42');
});

describe('annuler', () => {
  function* enDeuxTemps(): Suite<string> {
    yield* lis({});
    yield* progression(1, 3, 'Lecture');
    yield* lis({});
    yield* ecris([{ genre: 'creer-feuille', feuille: 'Résultats' }]);
    yield* progression(2, 3, 'Écriture');
    yield* ecris([{ genre: 'marquer', feuille: 'Résultats', marque: null }]);
    return 'fini';
  }

  test.each([
    ['pendant la lecture : rien n’est écrit, une phrase le dit', 'Lecture', ['lis 0'], 'C’est annulé : rien n’a été modifié'],
    ['une fois l’écriture commencée : elle va à son terme', 'Écriture', ['lis 0', 'lis 0', 'ecris 1', 'ecris 1'], null],
  ])('%s', async (_, quand, appels, refus) => {
    const hote = journal(false);
    const arret = { aborted: false };
    const travaille = conduisAsync(enDeuxTemps(), hote.asynchrone, async ({ libelle }) => void (arret.aborted ||= libelle === quand), arret);
    if (refus === null) await expect(travaille).resolves.toBe('fini');
    else await expect(travaille).rejects.toThrow(refus);
    expect(hote.appels).toEqual(appels);
  });
});
