// Les fonctions de feuille de l'outil, sans le reste de l'outil : un tableur qui ne fait que calculer ne charge qu'elles.
import type { Fonction } from '../../../socle/fonction';
import { TAUX_RETOUR } from './taux-retour';

export const FONCTIONS: readonly Fonction[] = [TAUX_RETOUR];
