// L'outil « Analyser les résultats pour orienter l'action » : ce qu'il offre.
import type { Outil } from '../../socle/outil';
import { analyse, ID } from './analyse';
import { FONCTIONS } from './fonctions';
import { ongletAnalyse } from './onglet-analyse';
import { REGLAGES, reglagesDe, RUBRIQUES } from './reperes';

export const analyseResultats: Outil = {
  id: ID,
  titre: 'Analyser les résultats pour orienter l’action',
  nomCourt: 'Analyse',
  resume: 'Ce que des réponses d’enquête permettent de dire, et ce qu’elles ne permettent pas.',
  reglages: REGLAGES,
  rubriques: RUBRIQUES,
  colonnes: [],
  verifie: (saisies) => void reglagesDe(saisies),
  fonctions: FONCTIONS,
  commandes: [ongletAnalyse],
  analyse,
};
