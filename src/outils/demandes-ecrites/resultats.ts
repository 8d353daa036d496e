// La commande « Onglet Résultats » : analyse, rend la feuille, la montre ou l'écrit par le protocole.
import { commandeDeRapport } from '../../socle/ecriture/commande';
import { erreur } from '../../socle/erreurs';
import { analyse, ID } from './analyse';
import { ARRETE, feuilleResultats } from './feuille-resultats';

export const resultats = commandeDeRapport({
  outil: ID,
  id: 'resultats',
  titre: 'Onglet Résultats',
  resume: 'Une page A4 à imprimer : chaque taux avec ses effectifs, les douze mois, les définitions.',
  arrete: ARRETE,
  nom: 'Résultats',
  *prepare(contexte) {
    const analysee = yield* analyse(contexte);
    if (analysee.feuilles.length === 0) throw erreur('Aucun registre de demandes reconnu dans ce classeur', 'Vérifiez qu’une feuille a une colonne de date de réception, ou désignez-la (réglage « colonne.reception »)');
    return { saisies: analysee.saisies, feuille: feuilleResultats(analysee) };
  },
});
