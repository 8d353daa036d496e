// Ce qu'Excel refuse, en français : ses messages ne sont pas faits pour être montrés (documentation d'Office.js).
import { erreur, ErreurClasseur } from '../src/socle/erreurs';

const PHRASES: Readonly<Record<string, readonly [quoi: string, aFaire: string]>> = {
  AccessDenied: ['Excel refuse cette écriture : la feuille ou le classeur est protégé, ou ouvert en lecture seule', 'Ôtez la protection, ou demandez à la personne qui l’a posée, puis recommencez'],
  ItemNotFound: ['Une feuille, ou ce que nous y avions posé, a disparu ou changé de nom', 'Recommencez'],
  ItemAlreadyExists: ['Une feuille de ce nom existe déjà', 'Recommencez'],
  InvalidOperationInCellEditMode: ['Une cellule est en cours de saisie', 'Terminez la saisie (touche Entrée), puis recommencez'],
  InactiveWorkbook: ['Un autre classeur est au premier plan', 'Revenez à ce classeur, puis recommencez'],
  FilteredRangeConflict: ['Un filtre est posé sur les cellules à écrire', 'Ôtez le filtre, puis recommencez'],
  MergedRangeConflict: ['Des cellules fusionnées gênent l’écriture', 'Défusionnez-les, puis recommencez'],
  NonBlankCellOffSheet: ['Des cellules seraient poussées hors de la feuille', 'Libérez les dernières lignes ou colonnes, puis recommencez'],
  RequestPayloadSizeLimitExceeded: ['Trop de données à la fois pour Excel', 'Réduisez le nombre de lignes, puis recommencez'],
  ResponsePayloadSizeLimitExceeded: ['Trop de données à la fois pour Excel', 'Réduisez le nombre de lignes, puis recommencez'],
  RangeExceedsLimit: ['Trop de cellules à la fois pour Excel', 'Réduisez le nombre de lignes, puis recommencez'],
  MemoryLimitReached: ['Excel manque de mémoire', 'Fermez d’autres classeurs, puis recommencez'],
  RequestAborted: ['Excel a interrompu le travail', 'Recommencez'],
  UnsupportedSheet: ['Cette feuille n’est pas une feuille de calcul ordinaire', 'Choisissez une autre feuille'],
  UnsupportedOperation: ['Cette version d’Excel ne sait pas le faire', 'Mettez Excel à jour'],
  ApiNotFound: ['Cette version d’Excel est trop ancienne', 'Mettez Excel à jour'],
  Conflict: ['Quelqu’un d’autre modifie ce classeur en ce moment', 'Attendez un instant, puis recommencez'],
  InsertDeleteConflict: ['Quelqu’un d’autre modifie ce classeur en ce moment', 'Attendez un instant, puis recommencez'],
  ServiceNotAvailable: ['Excel ne répond pas', 'Attendez un instant, puis recommencez'],
  Unauthenticated: ['Excel demande de vous reconnecter', 'Reconnectez-vous, puis recommencez'],
};

/** Le code d'une erreur d'Office, ou null : une faute du programme, ou une phrase à nous. */
export const codeOffice = (cause: unknown): string | null => {
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
};

/** L'erreur à montrer ; une phrase à nous et une faute du programme passent telles quelles. */
export const enFrancais = (cause: unknown): unknown => {
  const code = codeOffice(cause);
  if (cause instanceof ErreurClasseur || code === null) return cause;
  const [quoi, aFaire] = PHRASES[code] ?? [`Excel n’a pas pu finir (${code})`, 'Recommencez ; si cela dure, enregistrez, fermez et rouvrez le classeur'];
  const dite = erreur(quoi, aFaire) as ErreurClasseur & { cause?: unknown };
  dite.cause = cause;
  return dite;
};
