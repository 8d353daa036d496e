// Les fonctions de feuille de l'outil, sans le reste de l'outil : un tableur qui ne fait que calculer ne charge qu'elles.
import type { Fonction } from '../../../socle/fonction';
import { AVANCEMENT_PLAN, NUMERO_ACTION, RETARD_ACTION, STATUT_ACTION } from './actions';

export const FONCTIONS: readonly Fonction[] = [STATUT_ACTION, RETARD_ACTION, AVANCEMENT_PLAN, NUMERO_ACTION];
