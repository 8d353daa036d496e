// Deux personnes qui ajoutent à la même liste au même moment : chacune annonce son ajout dans la mémoire du classeur, puis regarde si une autre l'a
// fait. Celle dont le jeton vient après s'efface et attend ; l'autre attend qu'elle se soit effacée ou qu'elle ait fini. Aucun verrou : Excel n'en a pas.
import type { Modification, Releve } from '../classeur';
import { erreur } from '../erreurs';
import { ecris, lis, type Suite } from '../suite';

/** Au-delà, l'autre annonce est celle d'un passage coupé : elle n'arrête plus personne. */
const PATIENCE = 24;
const BARRIERE: Modification = { genre: 'barriere' };

export type Tour = { readonly liste: string; readonly jeton: string };

const clef = ({ liste, jeton }: Tour): string => `tour.${liste}.${jeton}`;

const autres = ({ memoire }: Releve, { liste, jeton }: Tour): string[] =>
  Object.keys(memoire).flatMap((une) => (une.startsWith(`tour.${liste}.`) && !une.endsWith(`.${jeton}`) ? [une.slice(`tour.${liste}.`.length)] : []));

const annonce = (tour: Tour, valeur: string | null): Modification => ({ genre: 'memoriser', clef: clef(tour), valeur });

/** Lit jusqu'à ce que `assez` le dise, ou que la patience soit passée. @returns les annonces vues en dernier */
function* attend(tour: Tour, assez: (presents: readonly string[]) => boolean): Suite<readonly string[]> {
  let presents: readonly string[] = [];
  for (let essai = 0; essai < PATIENCE; essai++) {
    presents = autres(yield* lis({}), tour);
    if (assez(presents)) return presents;
  }
  // Celles qui n'ont pas bougé de tout ce temps sont celles de passages coupés.
  yield* ecris(presents.map((jeton) => annonce({ ...tour, jeton }, null)));
  return [];
}

/**
 * Au retour, c'est notre tour : ce que l'on lit maintenant, personne d'autre n'est en train de le changer par un ajout. À rendre par `rends`.
 * @throws ErreurClasseur quand d'autres passent sans cesse devant : rien n'est écrit
 */
export function* prends(tour: Tour): Suite<void> {
  for (let essai = 0; essai < PATIENCE; essai++) {
    yield* ecris([annonce(tour, '1'), BARRIERE]);
    // Ceux d'après s'effacent devant nous, ou ne nous ont pas vus et finissent ; devant ceux d'avant, c'est à nous de nous effacer.
    const presents = yield* attend(tour, (vus) => vus.length === 0 || vus.some((jeton) => jeton < tour.jeton));
    if (presents.length === 0) return;
    yield* ecris([annonce(tour, null), BARRIERE]);
    yield* attend(tour, (vus) => vus.length === 0);
  }
  throw erreur('D’autres personnes ajoutent à cette liste en ce moment ; rien n’a été écrit', 'Recommencez dans un instant');
}

export const rends = (tour: Tour): Modification => annonce(tour, null);
