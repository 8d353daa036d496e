// Google arrête un script au bout de six minutes, n'importe où. On s'arrête avant, entre deux étapes : rien n'est perdu, et relancer reprend.
import type { HoteSynchrone } from '../src/socle/classeur';
import { erreur } from '../src/socle/erreurs';
import { ecris } from './ecriture';
import { lis } from './lecture';
import { enFrancais } from './messages';

const MINUTE = 60_000;
/** Commencer à écrire après quatre minutes laisserait trop peu de temps pour finir. */
const POUR_COMMENCER = 4 * MINUTE;
/** Une écriture commencée a encore une minute : elle est courte. */
const POUR_FINIR = 5 * MINUTE;

/**
 * Le port, borné dans le temps ; les refus de Google y deviennent des phrases.
 * @param maintenant l'horloge, en millisecondes
 * @param debut quand l'exécution a commencé : un menu en enchaîne deux travaux, et c'est elle que Google arrête
 */
export const portBorne = (maintenant: () => number, debut: number): HoteSynchrone => {
  let ecrit = false;
  const exige = (): void => {
    const passe = maintenant() - debut;
    if (!ecrit && passe > POUR_COMMENCER) throw erreur('Ce classeur est trop long à lire en une fois pour Google Sheets ; rien n’a été changé', 'Choisissez une seule feuille ou une période plus courte dans les réglages');
    if (ecrit && passe > POUR_FINIR) throw erreur('Google Sheets n’a pas laissé le temps de finir', 'Relancez la commande : elle fait ce qui manque');
  };
  const dit = <T>(geste: () => T): T => {
    try {
      exige();
      return geste();
    } catch (cause) {
      throw enFrancais(cause);
    }
  };
  return {
    lis: (lecture) => dit(() => lis(lecture)),
    ecris: (lot) => dit(() => {
      ecrit = true;
      ecris(lot, exige);
    }),
  };
};
