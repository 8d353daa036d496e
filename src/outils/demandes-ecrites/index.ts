// L'outil « Suivre les réponses aux demandes écrites » : ce qu'il offre.
import type { Outil } from '../../socle/outil';
import { analyse, ID } from './analyse';
import { COLONNES, LIBELLES, PRINCIPALES } from './colonnes';
import { FONCTIONS } from './fonctions';
import { corrections } from './reconnaissance';
import { REGLAGES, reglagesDe, RUBRIQUES } from './reperes';
import { resultats } from './resultats';

export const demandesEcrites: Outil = {
  id: ID,
  titre: 'Suivre les réponses aux demandes écrites',
  nomCourt: 'Délais',
  resume: 'Taux de réponse, retards et données douteuses d’un registre de courriers et courriels.',
  reglages: REGLAGES,
  rubriques: RUBRIQUES,
  colonnes: COLONNES.map(({ clef }) => ({ clef, libelle: LIBELLES[clef], obligatoire: clef === 'reception', principale: PRINCIPALES.includes(clef) })),
  surveille: true,
  verifie: (saisies) => {
    reglagesDe(saisies);
    corrections(saisies);
  },
  fonctions: FONCTIONS,
  commandes: [resultats],
  analyse,
};
