// L'enquête de satisfaction : pour l'instant, son taux de réponse.
import type { Outil } from '../../socle/outil';
import { TAUX_RETOUR } from './taux-retour';

export const enquete: Outil = {
  id: 'enquete',
  titre: 'Réaliser une enquête',
  nomCourt: 'Enquête',
  resume: 'Le taux de réponse d’une enquête.',
  reglages: {},
  rubriques: [],
  colonnes: [],
  verifie: () => undefined,
  fonctions: [TAUX_RETOUR],
  commandes: [],
  analyse: null,
};
