// La commande « Mode opératoire » : comment tenir le plan et ses fiches, en une page à imprimer.
import { commandeDeRapport } from '../../socle/ecriture/commande';
import { COULEURS, page } from '../../socle/page';
import { ID } from './analyse';

export const MODE_OPERATOIRE: readonly (readonly [titre: string, phrases: readonly string[]])[] = [
  ['Partir de votre plan', ['Ouvrez le classeur de votre plan d’actions, tel qu’il est : une ligne par action, les colonnes dans l’ordre que vous voulez.', 'Pas encore de plan ? « Nouveau plan » en prépare un, vide.']],
  ['Préparer une fiche', ['Choisissez la ligne de l’action, puis « Fiche de la ligne choisie ». La fiche tient sur une page A4.', 'Pour une action nouvelle, « Nouvelle fiche » prend le numéro suivant du plan.', '« Paramètres » donne aux fiches leurs listes : engagements, responsables, contributeurs. Modifiez-les comme vous voulez.']],
  ['Remplir la fiche', ['Une échéance est une date ou un mois : « juin 2026 » vaut le 30 juin.', 'Séparez plusieurs contributeurs par « ; ».', 'Écrivez un objectif qui se mesure : de combien à combien, pour quand.']],
  ['Enregistrer', ['Fiche affichée, « Enregistrer l’action » : le plan reçoit ce que la fiche a de nouveau, et rien d’autre.', 'Si quelqu’un a changé la même information dans le plan, rien n’est écrit et la cellule est nommée.', 'Refaire la fiche garde tout ce que vous y avez écrit.']],
  ['Suivre', ['« Onglet Synthèse » montre les retards, les échéances des trente jours, l’avancement par responsable et par engagement.', 'Une action est prévue, en cours, terminée ou abandonnée ; les abandonnées ne comptent pas dans l’avancement.']],
];

export const modeOperatoire = commandeDeRapport({
  outil: ID,
  id: 'mode-operatoire',
  titre: 'Mode opératoire',
  resume: 'Comment tenir le plan et ses fiches, en une page.',
  nom: 'Mode opératoire',
  sansDonnees: true,
  // eslint-disable-next-line require-yield -- ce texte ne dépend pas du classeur
  *prepare() {
    const p = page([92]);
    p.phrase('Mode opératoire du plan d’actions', { gras: true, taille: 16 });
    p.phrase('Du plan à la fiche, et de la fiche au plan', { gras: true, couleur: COULEURS.bleu });
    for (const [titre, phrases] of MODE_OPERATOIRE) {
      p.espace();
      p.titre(titre);
      for (const phrase of phrases) p.phrase(`• ${phrase}`);
    }
    p.espace();
    p.phrase('Projet libre, sans lien avec l’administration.', { italique: true, taille: 8, couleur: COULEURS.gris });
    return { saisies: null, feuille: { ...p.rend('portrait'), largeur: 1, banniere: { ligne: 2, colonne: 1 } } };
  },
});
