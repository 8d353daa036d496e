// L'outil « Améliorer en continu : l'approche pas à pas », son plan d'actions : ce qu'il offre.
import type { Outil } from '../../socle/outil';
import { agenda } from './agenda';
import { analyse, ID } from './analyse';
import { COLONNES, LIBELLES_COLONNES } from './colonnes';
import { enregistrer } from './commande-enregistrer';
import { ficheAction, nouvelleFiche } from './commande-fiche';
import { FONCTIONS } from './fonctions';
import { modeOperatoire } from './mode-operatoire';
import { nouveauPlan } from './nouveau-plan';
import { parametres } from './parametres';
import { REGLAGES, reglagesDe, RUBRIQUES } from './reperes';
import { synthese } from './synthese';

export const planActions: Outil = {
  id: ID,
  titre: 'Améliorer en continu : suivre le plan d’actions',
  nomCourt: 'Actions',
  nomMenu: 'Fiche action et plan',
  resume: 'Où en est le plan d’actions : avancement, retards, échéances, par responsable et par engagement.',
  reglages: REGLAGES,
  rubriques: RUBRIQUES,
  colonnes: COLONNES.map(({ clef }) => ({ clef, libelle: LIBELLES_COLONNES[clef], obligatoire: clef === 'libelle', principale: ['libelle', 'responsable', 'finPrevue', 'statut'].includes(clef) })),
  verifie: (saisies) => void reglagesDe(saisies),
  surveille: true,
  compte: ['action', 'actions'],
  fonctions: FONCTIONS,
  commandes: [ficheAction, enregistrer, nouvelleFiche, synthese, parametres, nouveauPlan, modeOperatoire],
  fichiers: [agenda],
  analyse,
};
