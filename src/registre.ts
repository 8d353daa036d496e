// Le registre des outils : une ligne chacun. Le ruban, les menus, le volet et la ligne de commande se construisent d'ici.
import { analyseResultats } from './outils/analyse';
import { delaisEchantillon } from './outils/delais-echantillon';
import { demandesEcrites } from './outils/demandes-ecrites';
import { enquete } from './outils/enquete';
import { planActions } from './outils/plan-actions';
import { rgpd } from './outils/rgpd';
import type { Fonction } from './socle/fonction';
import type { Outil } from './socle/outil';

export const outils: readonly Outil[] = [demandesEcrites, delaisEchantillon, planActions, enquete, rgpd, analyseResultats];

export const fonctions: readonly Fonction[] = outils.flatMap((outil) => outil.fonctions);
