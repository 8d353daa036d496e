// Les fonctions de feuille de l'outil, sans le reste de l'outil : un tableur qui ne fait que calculer ne charge qu'elles.
import type { Fonction } from '../../../socle/fonction';
import { CORRELATION } from './correlation';
import { MASQUER_EFFECTIF } from './masquer-effectif';
import { MOYENNE_CONCERNES } from './moyenne-concernes';
import { COMPARER_TAUX, INTERVALLE_CONFIANCE, MARGE_ERREUR, TAILLE_ECHANTILLON } from './proportions';
import { REPRESENTATIVITE } from './representativite';
import { KHI2, KHI2_P, TABLEAU_CROISE, V_CRAMER } from './tableau-croise';

export const FONCTIONS: readonly Fonction[] = [INTERVALLE_CONFIANCE, MARGE_ERREUR, TAILLE_ECHANTILLON, COMPARER_TAUX, MOYENNE_CONCERNES, TABLEAU_CROISE, KHI2, KHI2_P, V_CRAMER, CORRELATION, REPRESENTATIVITE, MASQUER_EFFECTIF];
