// La commande « Onglet Synthèse » : lit le plan, rend la feuille, la montre ou l'écrit par le protocole.
import { commandeDeRapport } from '../../socle/ecriture/commande';
import { erreur } from '../../socle/erreurs';
import { analyse, ID } from './analyse';
import { ARRETE, feuilleSynthese } from './feuille-synthese';

export const synthese = commandeDeRapport({
  outil: ID,
  id: 'synthese',
  titre: 'Onglet Synthèse',
  resume: 'Où en est le plan : statuts par responsable et par engagement, retards, échéances des trente jours.',
  arrete: ARRETE,
  nom: 'Synthèse',
  *prepare(contexte) {
    const analysee = yield* analyse(contexte);
    if (analysee.plan === null) throw erreur('Aucune feuille ne ressemble à un plan d’actions', 'Choisissez sa feuille par le réglage « feuille »');
    return { saisies: analysee.saisies, feuille: feuilleSynthese(analysee, analysee.plan) };
  },
});
