// L'outil « Appliquer le RGPD aux enquêtes » : ce qu'il offre.
import type { Outil } from '../../socle/outil';
import { analyse, ID } from './analyse';
import { controle, mentionInformation, registreConsentements } from './commandes';
import { copie, correspondance } from './copie';
import { FONCTIONS } from './fonctions';
import { recherche } from './recherche';
import { registreTraitements } from './registre-traitements';
import { REGLAGES, reglagesDe, RUBRIQUES } from './reperes';

export const rgpd: Outil = {
  id: ID,
  titre: 'Appliquer le RGPD aux enquêtes',
  nomCourt: 'RGPD',
  nomMenu: 'RGPD',
  resume: 'Les preuves de consentement, ligne par ligne, la liste de contrôle, la mention d’information et les données personnelles du classeur.',
  reglages: REGLAGES,
  rubriques: RUBRIQUES,
  colonnes: [],
  verifie: (saisies) => void reglagesDe(saisies),
  compte: ['réponse', 'réponses'],
  fonctions: FONCTIONS,
  commandes: [controle, recherche, mentionInformation, copie, correspondance, registreConsentements, registreTraitements],
  efface: true,
  analyse,
};
