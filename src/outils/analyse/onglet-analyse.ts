// La commande « Onglet Analyse » : lit l'enquête, rend la feuille, la montre ou l'écrit par le protocole.
import { commandeDeRapport } from '../../socle/ecriture/commande';
import { erreur } from '../../socle/erreurs';
import { analyse, ID } from './analyse';
import { ARRETE, feuilleAnalyse } from './feuille-analyse';

export const ongletAnalyse = commandeDeRapport({
  outil: ID,
  id: 'analyse',
  titre: 'Onglet Analyse',
  resume: 'Chaque question de l’enquête, les croisements et les comparaisons, avec ce que l’on peut en conclure.',
  arrete: ARRETE,
  nom: 'Analyse',
  *prepare(contexte) {
    const analysee = yield* analyse(contexte);
    if (analysee.table === null) throw erreur('Aucune feuille ne ressemble à une enquête', 'Choisissez la feuille des réponses par le réglage « feuille »');
    return { saisies: analysee.saisies, feuille: feuilleAnalyse(analysee, analysee.table) };
  },
});
