// Le statut d'une action : celui que la personne a écrit, lu dans ses mots, ou celui que ses dates disent (domaine.md §3.1).
import type { Jour } from '../../socle/jours';
import { sansAccents } from '../../socle/normalise';

export const STATUTS = ['prevue', 'en-cours', 'terminee', 'abandonnee'] as const;
export type Statut = (typeof STATUTS)[number];

export const LIBELLES: Readonly<Record<Statut, string>> = { prevue: 'Prévue', 'en-cours': 'En cours', terminee: 'Terminée', abandonnee: 'Abandonnée' };

/** Du plus précis au plus vague : « non commencé » avant « commencé », « non réalisé » avant « réalisé ». */
const MOTS: readonly (readonly [Statut, RegExp])[] = [
  ['abandonnee', /^(abandon|annul|supprim|sans suite|cancel|dropped)/],
  ['prevue', /^(prevu|planifi|programm|a faire|a venir|a lancer|a engager|non (commenc|demarr|engag|lanc|realis|debut|initi)|pas (encore )?(commenc|demarr|lanc|debut)|report|differ|planned|to ?do|not started)/],
  ['en-cours', /^(en cours|en attente|suspen|engag|commenc|demarr|lanc|debut|partiel|en (partie|phase|bonne voie)|in progress|ongoing|wip|started|on hold)/],
  ['terminee', /^(termin|fait|faite|clos|clotur|realis|achev|fini|solde|effectu|acquis|done|complete|closed|finished)/],
];

/** « Fait partiellement », « clôture prévue en décembre » ; pas « réalisé comme prévu ». */
const PAS_ENCORE = /\b(partiel\w*|en partie|presque|bientot)\b|^\w+ prevue?s?\b/;

/** @returns null pour une cellule vide (ou 0 : Excel de bureau donne 0 pour un vide), undefined pour un mot inconnu. Une part (40 %, 0,4) dit l'avancement. */
export const lisStatut = (valeur: unknown): Statut | null | undefined => {
  if (valeur === null || valeur === undefined || valeur === '' || valeur === 0) return null;
  if (typeof valeur === 'number') return valeur < 0 || valeur > 100 ? undefined : valeur === 1 || valeur === 100 ? 'terminee' : 'en-cours';
  if (typeof valeur !== 'string') return undefined;
  const mot = sansAccents(valeur).replace(/[^a-z0-9%,. ]+/g, ' ').replace(/\s+/g, ' ').trim();
  if (mot === '') return null;
  const trouve = MOTS.find(([, motif]) => motif.test(mot))?.[0];
  if (trouve === 'abandonnee') return trouve;
  // « Réalisé à 40 % » n'est pas fini.
  const part = /(?:^|[^\d.,])(\d{1,3})(?:[.,]\d+)? ?%/.exec(mot);
  if (part) return Number(part[1]) === 0 ? 'prevue' : Number(part[1]) >= 100 ? 'terminee' : 'en-cours';
  return trouve === 'terminee' && PAS_ENCORE.test(mot) ? 'en-cours' : trouve;
};

export type Dates = { readonly demarrage: Jour | null; readonly finReelle: Jour | null };

/** Sans statut écrit : une fin réelle passée, terminée ; un démarrage passé, en cours ; sinon prévue. */
export const statutDe = (saisi: Statut | null, { demarrage, finReelle }: Dates, au: Jour): Statut => {
  if (saisi !== null) return saisi;
  if (finReelle !== null && finReelle <= au) return 'terminee';
  return demarrage !== null && demarrage <= au ? 'en-cours' : 'prevue';
};

/** Jours de retard, 0 à l'heure ; null sans échéance, ou abandonnée. */
export const retardDe = (finPrevue: Jour | null, finReelle: Jour | null, au: Jour): number | null => (finPrevue === null ? null : Math.max(0, (finReelle ?? au) - finPrevue));
