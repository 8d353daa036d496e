// Les fonctions de feuille de l'outil, sans le reste de l'outil : un tableur qui ne fait que calculer ne charge qu'elles.
import type { Fonction } from '../../../socle/fonction';
import { ECHANTILLON_INTERVALLE, ECHANTILLON_MOYENNE, ECHANTILLON_TAUX, ECHANTILLON_TAUX_REPONSE } from './echantillon';
import { TIRAGE_DATES } from './tirage-dates';

export const FONCTIONS: readonly Fonction[] = [ECHANTILLON_TAUX, ECHANTILLON_TAUX_REPONSE, ECHANTILLON_MOYENNE, ECHANTILLON_INTERVALLE, TIRAGE_DATES];
