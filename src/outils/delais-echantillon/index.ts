// L'outil « Suivre la gestion des délais de traitement » : la grille d'échantillonnage.
import type { Outil } from '../../socle/outil';
import { analyse, ID } from './analyse';
import { delais } from './delais';
import { FONCTIONS } from './fonctions';
import { nouvelleGrille } from './nouvelle-grille';
import { REGLAGES, reglagesDe, RUBRIQUES } from './reperes';

export const delaisEchantillon: Outil = {
  id: ID,
  titre: 'Suivre la gestion des délais de traitement',
  nomCourt: 'Échantillon',
  nomMenu: 'Échantillon de délais',
  resume: 'Des délais de réponse estimés sur un échantillon de courriers, avec leur précision.',
  reglages: REGLAGES,
  rubriques: RUBRIQUES,
  colonnes: [],
  verifie: (saisies) => void reglagesDe(saisies),
  fonctions: FONCTIONS,
  commandes: [delais, nouvelleGrille],
  analyse,
};
