// Ce que Google répond quand il refuse, dit en français et avec le geste à faire. Son message, écrit pour des programmeurs, n'est jamais montré.
import { REFUS_DE_L_HOTE } from '../src/guichet';
import { erreur, ErreurClasseur } from '../src/socle/erreurs';

/** Les messages de Google suivent la langue de la personne : l'anglais et le français, supposés. */
const CAS: readonly (readonly [RegExp, string, string])[] = [
  [/protected (cell|range|sheet)|protégée?/i, 'Une cellule ou une feuille protégée refuse l’écriture', 'Demandez à la personne qui l’a protégée, puis recommencez'],
  [/permission|authorization|autorisation|PERMISSION_DENIED|not authorized/i, 'Google n’autorise pas Classeur+ à modifier ce classeur', 'Demandez le droit de modifier ; si plusieurs comptes Google sont ouverts dans ce navigateur, ouvrez le classeur avec un seul compte'],
  [/10\s?000\s?000 cells|cellules.*(limite|10\s?000\s?000)/i, 'Le classeur atteint la limite de dix millions de cellules de Google Sheets', 'Supprimez les lignes et colonnes vides d’une feuille, puis recommencez'],
  [/quota|too many times|trop de fois|rate limit|limit exceeded/i, 'Google a compté trop d’opérations pour aujourd’hui', 'Recommencez demain, ou avec moins de feuilles'],
  [/timed? ?out|try again|réessayez|server error|erreur du serveur|service (error|spreadsheets|unavailable)|temporairement/i, 'Google Sheets a mis trop longtemps à répondre', 'Attendez un instant, puis recommencez'],
];

const texteDe = (cause: unknown): string => String((cause as { message?: unknown } | null)?.message ?? cause);

/** Toujours une erreur à montrer telle quelle. */
export const enFrancais = (cause: unknown): ErreurClasseur => {
  if (cause instanceof ErreurClasseur) return cause;
  const connu = CAS.find(([motif]) => motif.test(texteDe(cause)));
  return connu === undefined ? new ErreurClasseur(REFUS_DE_L_HOTE, null) : erreur(connu[1], connu[2]);
};
