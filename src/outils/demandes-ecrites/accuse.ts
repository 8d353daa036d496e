// L'accusé de réception est-il conforme ? Une seule règle, pour l'indicateur et pour chaque demande.
import type { Jour } from '../../socle/jours';
import { CANAL } from './mots';
import type { Regles } from './mesures';

/**
 * Vrai ou faux quand un AR est dû et que son délai est jugé ; null sinon : répondue dans le délai d'AR, trop récente, AR envoyé sans date
 * connue, ou canal sans règle.
 */
export const arConforme = (canal: number, recue: Jour, accuse: Jour, arEnvoye: boolean, reponse: Jour, regles: Regles): boolean | null => {
  if (regles.au === null || (canal !== CANAL.courrier && canal !== CANAL.courriel)) return null;
  const limite = canal === CANAL.courriel ? regles.arCourriel : regles.arCourrier;
  if (regles.au - recue <= limite || (reponse !== 0 && reponse - recue <= limite) || (arEnvoye && accuse === 0)) return null;
  return accuse !== 0 && accuse - recue <= limite;
};

/** La même question pour l'AR électronique en jours ouvrés (code des relations entre le public et l'administration, R. 112-11-2), courriels seulement. */
export const arConformeOuvre = (canal: number, recue: Jour, accuse: Jour, arEnvoye: boolean, reponse: Jour, regles: Regles): boolean | null => {
  if (regles.au === null || canal !== CANAL.courriel || (arEnvoye && accuse === 0)) return null;
  const tient = (jour: Jour): boolean => regles.dureeOuvree(recue, jour) <= regles.arOuvres;
  if (tient(regles.au) || (reponse !== 0 && tient(reponse))) return null;
  return accuse !== 0 && tient(accuse);
};
