// La commande « Onglet Délais » : lit les grilles du classeur, rend la feuille, la montre ou l'écrit par le protocole.
import { commandeDeRapport } from '../../socle/ecriture/commande';
import { erreur } from '../../socle/erreurs';
import { analyse, ID } from './analyse';
import { ARRETE, feuilleDelais } from './feuille-delais';

export const delais = commandeDeRapport({
  outil: ID,
  id: 'delais',
  titre: 'Onglet Délais',
  resume: 'Les résultats de vos grilles d’échantillonnage : taux, délais, précision, mois par mois, campagnes comparées.',
  arrete: ARRETE,
  nom: 'Délais',
  *prepare(contexte) {
    const analysee = yield* analyse(contexte);
    if (analysee.campagnes.length === 0) throw erreur('Aucune grille d’échantillonnage reconnue dans ce classeur', 'Il faut une ligne « Date 1, Date 2… » et une ligne par courrier ; préparez-en une par « Nouvelle grille »');
    if (analysee.campagnes.every(({ mesures }) => mesures.remplies === 0)) throw erreur(`La grille « ${analysee.campagnes[0]?.nom} » est encore vide`, 'Saisissez des délais en jours, ou NR, puis recommencez');
    return { saisies: analysee.saisies, feuille: feuilleDelais(analysee) };
  },
});
