// La commande « Onglet Résultats » : analyse, rend la feuille, l'écrit par le protocole.
import { ecrisRapport } from '../../socle/ecriture/rapport';
import type { Commande } from '../../socle/outil';
import { analyse, ID } from './analyse';
import { feuilleResultats } from './feuille-resultats';
import { erreur } from '../../socle/erreurs';

export const resultats: Commande = {
  id: 'resultats',
  titre: 'Onglet Résultats',
  *execute(contexte) {
    const analysee = yield* analyse(contexte);
    if (analysee.feuilles.length === 0) throw erreur('Aucun registre de demandes reconnu dans ce classeur', 'Vérifiez qu’une feuille a une colonne de date de réception, ou désignez-la par « colonne.reception=D »');
    return yield* ecrisRapport({ genre: `${ID}.resultats`, nom: 'Résultats', outil: ID, saisies: analysee.saisies, aujourdhui: contexte.aujourdhui, feuille: feuilleResultats(analysee) });
  },
};
