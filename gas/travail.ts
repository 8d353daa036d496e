// Conduire un travail dans Apps Script : le jour du classeur, un seul calcul à la fois, le temps compté.
import { erreur } from '../src/socle/erreurs';
import type { Jour } from '../src/socle/jours';
import { conduis, type Suite } from '../src/socle/suite';
import { fuseauNomme } from './fuseau';
import { enFrancais } from './messages';
import { portBorne } from './temps';

/** Ce que l'on attend un autre calcul sur ce classeur, en millisecondes. */
const ATTENTE = 5_000;

const maintenant = (): number => Date.now();

/** Chaque exécution évalue tout de nouveau : le premier travail en marque le début. */
let debut: number | null = null;

/** Le jour qu'il est là où est le classeur. */
const aujourdhui = (): Jour => Math.floor(fuseauNomme(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()).serie(new Date(maintenant())));

const seul = <T>(geste: () => T): T => {
  const verrou = LockService.getDocumentLock();
  if (!verrou.tryLock(ATTENTE)) throw erreur('Un autre calcul est en cours', 'Attendez qu’il finisse, puis recommencez');
  try {
    return geste();
  } finally {
    verrou.releaseLock();
  }
};

/**
 * @param ecrit vrai quand la suite peut écrire : elle est alors seule sur le classeur
 * @throws ErreurClasseur une phrase à montrer
 */
export const travaille = <T>(suite: (jour: Jour) => Suite<T>, ecrit: boolean): T => {
  try {
    debut ??= maintenant();
    const port = portBorne(maintenant, debut);
    const geste = (): T => conduis(suite(aujourdhui()), port);
    return ecrit ? seul(geste) : geste();
  } catch (cause) {
    throw enFrancais(cause);
  }
};
