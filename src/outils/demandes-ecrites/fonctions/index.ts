// Les fonctions de feuille de l'outil, sans le reste de l'outil : un tableur qui ne fait que calculer ne charge qu'elles.
import type { Fonction } from '../../../socle/fonction';
import { ALERTE_DELAI } from './alerte-delai';
import { DATE_LIMITE, DATE_SILENCE, EST_FERIE, JOURS_OUVRES } from './calendrier';
import { DELAI_REPONSE } from './delai-reponse';
import { DELAI_MEDIAN, DELAI_MOYEN } from './delais-resumes';
import { NON_REPONDUS } from './non-repondus';
import { TABLEAU_DELAIS } from './tableau-delais';
import { TAUX_REPONSE } from './taux-reponse';

export const FONCTIONS: readonly Fonction[] = [TAUX_REPONSE, DELAI_REPONSE, DELAI_MOYEN, DELAI_MEDIAN, NON_REPONDUS, JOURS_OUVRES, EST_FERIE, DATE_LIMITE, DATE_SILENCE, ALERTE_DELAI, TABLEAU_DELAIS];
