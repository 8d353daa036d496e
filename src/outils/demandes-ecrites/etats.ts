// L'état d'une demande à la date d'arrêté ; un seul état par demande.
import type { Jour } from '../../socle/jours';
import { SIGNE, type Demandes } from './demandes';
import type { Regles } from './mesures';

export type Etat = 'a-corriger' | 'hors-champ' | 'hors-perimetre' | 'ecartee' | 'repondu-dans-delai' | 'repondu-hors-delai' | 'en-cours' | 'en-retard';

/** La date limite d'une demande : délai annoncé s'il y en a un, sinon le délai par défaut. */
export const dateLimite = (demandes: Demandes, i: number, regles: Regles): Jour =>
  (demandes.limite[i] as number) || regles.echeance(demandes.reception[i] as number, regles.delaiParDefaut);

export const etatDe = (demandes: Demandes, i: number, regles: Regles, au: Jour): Etat => {
  const signes = demandes.signes[i] as number;
  if (signes & SIGNE.aCorriger) return 'a-corriger';
  if ((demandes.reception[i] as number) > au) return 'hors-champ';
  if (signes & SIGNE.horsPerimetre) return 'hors-perimetre';
  if (signes & SIGNE.ecartee) return 'ecartee';
  const limite = dateLimite(demandes, i, regles);
  const reponse = demandes.reponse[i] as number;
  if (reponse !== 0 && reponse <= au) return reponse <= limite ? 'repondu-dans-delai' : 'repondu-hors-delai';
  return au > limite ? 'en-retard' : 'en-cours';
};

/** « Dépassée depuis 3 j », « Aujourd'hui », « Dans 2 j », ou rien au-delà du préavis. Espaces et apostrophe simples : le texte se compare dans une formule. */
export const texteAlerte = (joursRestants: number, preavis: number): string => {
  if (joursRestants < 0) return `Dépassée depuis ${-joursRestants} j`;
  if (joursRestants === 0) return "Aujourd'hui";
  return joursRestants <= preavis ? `Dans ${joursRestants} j` : '';
};
