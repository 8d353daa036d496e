// L'outil « Suivre la gestion des délais de traitement » : la grille d'échantillonnage.
import type { Outil } from '../../socle/outil';
import { analyse, ID } from './analyse';
import { delais } from './delais';
import { ECHANTILLON_INTERVALLE, ECHANTILLON_MOYENNE, ECHANTILLON_TAUX, ECHANTILLON_TAUX_REPONSE } from './fonctions/echantillon';
import { TIRAGE_DATES } from './fonctions/tirage-dates';
import { nouvelleGrille } from './nouvelle-grille';
import { REGLAGES, reglagesDe, RUBRIQUES } from './reperes';

export const delaisEchantillon: Outil = {
  id: ID,
  titre: 'Suivre la gestion des délais de traitement',
  nomCourt: 'Échantillon',
  resume: 'Des délais de réponse estimés sur un échantillon de courriers, avec leur précision.',
  reglages: REGLAGES,
  rubriques: RUBRIQUES,
  colonnes: [],
  verifie: (saisies) => void reglagesDe(saisies),
  fonctions: [ECHANTILLON_TAUX, ECHANTILLON_TAUX_REPONSE, ECHANTILLON_MOYENNE, ECHANTILLON_INTERVALLE, TIRAGE_DATES],
  commandes: [nouvelleGrille, delais],
  analyse,
};
