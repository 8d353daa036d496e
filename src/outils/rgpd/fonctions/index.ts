// Les fonctions de feuille de l'outil, sans le reste de l'outil : un tableur qui ne fait que calculer ne charge qu'elles.
import type { Fonction } from '../../../socle/fonction';
import { CONFORMITE_RGPD, PREUVE_CONSENTEMENT } from './rgpd';

export const FONCTIONS: readonly Fonction[] = [CONFORMITE_RGPD, PREUVE_CONSENTEMENT];
