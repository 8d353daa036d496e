// L'outil « Suivre les réponses aux demandes écrites » : ce qu'il offre.
import type { Outil } from '../../socle/outil';
import { analyse, ID } from './analyse';
import { COLONNES, LIBELLES, PRINCIPALES } from './colonnes';
import { ALERTE_DELAI } from './fonctions/alerte-delai';
import { DATE_LIMITE, DATE_SILENCE, EST_FERIE, JOURS_OUVRES } from './fonctions/calendrier';
import { DELAI_REPONSE } from './fonctions/delai-reponse';
import { DELAI_MEDIAN, DELAI_MOYEN } from './fonctions/delais-resumes';
import { NON_REPONDUS } from './fonctions/non-repondus';
import { TABLEAU_DELAIS } from './fonctions/tableau-delais';
import { TAUX_REPONSE } from './fonctions/taux-reponse';
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
  fonctions: [TAUX_REPONSE, DELAI_REPONSE, DELAI_MOYEN, DELAI_MEDIAN, NON_REPONDUS, JOURS_OUVRES, EST_FERIE, DATE_LIMITE, DATE_SILENCE, ALERTE_DELAI, TABLEAU_DELAIS],
  commandes: [resultats],
  analyse,
};
