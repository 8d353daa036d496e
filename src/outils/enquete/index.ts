// L'enquête de satisfaction : pour l'instant, son taux de réponse.
import type { Outil } from '../../socle/outil';
import { FONCTIONS } from './fonctions';

export const enquete: Outil = {
  id: 'enquete',
  titre: 'Réaliser une enquête',
  nomCourt: 'Enquête',
  resume: 'Le taux de réponse d’une enquête.',
  reglages: {},
  rubriques: [],
  colonnes: [],
  verifie: () => undefined,
  fonctions: FONCTIONS,
  commandes: [],
  analyse: null,
};
