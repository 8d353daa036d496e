// L'outil « Analyser les résultats pour orienter l'action » : ce qu'il offre.
import type { Outil } from '../../socle/outil';
import { analyse, ID } from './analyse';
import { CORRELATION } from './fonctions/correlation';
import { MASQUER_EFFECTIF } from './fonctions/masquer-effectif';
import { MOYENNE_CONCERNES } from './fonctions/moyenne-concernes';
import { COMPARER_TAUX, INTERVALLE_CONFIANCE, MARGE_ERREUR, TAILLE_ECHANTILLON } from './fonctions/proportions';
import { REPRESENTATIVITE } from './fonctions/representativite';
import { KHI2, KHI2_P, TABLEAU_CROISE, V_CRAMER } from './fonctions/tableau-croise';
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
  fonctions: [INTERVALLE_CONFIANCE, MARGE_ERREUR, TAILLE_ECHANTILLON, COMPARER_TAUX, MOYENNE_CONCERNES, TABLEAU_CROISE, KHI2, KHI2_P, V_CRAMER, CORRELATION, REPRESENTATIVITE, MASQUER_EFFECTIF],
  commandes: [ongletAnalyse],
  analyse,
};
