// L'outil « Suivre la gestion des délais de traitement » : la grille d'échantillonnage.
import type { Outil } from '../../socle/outil';
import { ECHANTILLON_INTERVALLE, ECHANTILLON_MOYENNE, ECHANTILLON_TAUX, ECHANTILLON_TAUX_REPONSE } from './fonctions/echantillon';
import { TIRAGE_DATES } from './fonctions/tirage-dates';

export const delaisEchantillon: Outil = {
  id: 'delais-echantillon',
  titre: 'Suivre la gestion des délais de traitement',
  nomCourt: 'Échantillon',
  resume: 'Des délais de réponse estimés sur un échantillon de courriers, avec leur précision.',
  reglages: {},
  rubriques: [],
  colonnes: [],
  verifie: () => undefined,
  fonctions: [ECHANTILLON_TAUX, ECHANTILLON_TAUX_REPONSE, ECHANTILLON_MOYENNE, ECHANTILLON_INTERVALLE, TIRAGE_DATES],
  commandes: [],
  analyse: null,
};
