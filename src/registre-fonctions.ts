// Les fonctions de feuille de tous les outils, dans l'ordre du registre. À part de lui : l'entrée des fonctions d'Excel ne charge ni feuilles ni commandes.
import { FONCTIONS as ANALYSE } from './outils/analyse/fonctions';
import { FONCTIONS as DELAIS_ECHANTILLON } from './outils/delais-echantillon/fonctions';
import { FONCTIONS as DEMANDES_ECRITES } from './outils/demandes-ecrites/fonctions';
import { FONCTIONS as ENQUETE } from './outils/enquete/fonctions';
import { FONCTIONS as PLAN_ACTIONS } from './outils/plan-actions/fonctions';
import { FONCTIONS as RGPD } from './outils/rgpd/fonctions';
import type { Fonction } from './socle/fonction';

export const fonctions: readonly Fonction[] = [...DEMANDES_ECRITES, ...DELAIS_ECHANTILLON, ...PLAN_ACTIONS, ...ENQUETE, ...RGPD, ...ANALYSE];
