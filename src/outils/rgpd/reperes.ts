// Les réglages de l'outil : les questions de qualification, et ce que dit la mention d'information, chacun avec sa source.
import type { Jour } from '../../socle/jours';
import type { Rubrique } from '../../socle/outil';
import { choix, lisReglages, lu, ouiNon, texte, type Reglages, type Saisies } from '../../socle/reglage';
import { lisJour } from '../../socle/reglage-jours';

const BOITE = 'boîte à outils DITP (2021), « Appliquer le RGPD aux enquêtes »';
const ART_6 = 'RGPD, article 6';
const ART_13 = 'RGPD, article 13';

const BASES = ['consentement', 'mission', 'obligation', 'contrat', 'interets-vitaux', 'interet-legitime'] as const;
export type Base = (typeof BASES)[number];
export const LIBELLES_BASES: Readonly<Record<Base, string>> = {
  consentement: 'Consentement de la personne', mission: 'Mission d’intérêt public', obligation: 'Obligation légale', contrat: 'Contrat', 'interets-vitaux': 'Sauvegarde d’intérêts vitaux', 'interet-legitime': 'Intérêt légitime',
};

const jourChoisi = (libelle: string, source: string) => lu<Jour | null>(libelle, null, source, lisJour, { genre: 'date' });

const dit = (libelle: string, exemple: string) => texte(libelle, ART_13, { genre: 'texte', exemple });

export const REGLAGES = {
  envoi: ouiNon('Des adresses ou des téléphones servent à l’envoyer', true, BOITE),
  recueil: ouiNon('Ses réponses recueillent des données personnelles', true, BOITE),
  prestataire: ouiNon('Un prestataire agit pour notre compte', false, BOITE),
  base: choix('Base légale', BASES, 'consentement', ART_6, LIBELLES_BASES),
  feuille: texte('Feuille des consentements', 'votre choix ; à défaut celle qui ressemble à un registre', { genre: 'onglet' }),
  feuilleReponses: texte('Feuille des réponses', 'votre choix ; à défaut celle où sont les mêmes personnes, sinon celle des consentements', { genre: 'onglet' }),
  purgeConsentements: jourChoisi('Effacer le registre des consentements à partir du', 'votre durée de conservation ; une ligne qui a sa date la suit'),
  garder: texte('Colonnes à ne jamais effacer', 'votre choix : ce qu’une recherche automatique prend à tort pour une donnée personnelle', { genre: 'texte', exemple: 'Réponses!C;Thèmes!B' }),
  textesLibres: ouiNon('Garder les réponses libres dans la copie pseudonymisée', false, 'notre choix : une réponse libre désigne souvent quelqu’un'),
  quasi: texte('Colonnes qui, recoupées, désignent quelqu’un', 'à défaut sexe, âge, date, commune, profession…', { genre: 'texte', exemple: 'C;D' }),
  enquete: dit('Nom de l’enquête', 'Satisfaction à l’accueil 2026'),
  responsable: dit('Responsable de traitement et ses coordonnées', 'Mairie de Valombre, 1 place de la Mairie'),
  delegue: dit('Délégué à la protection des données : comment le joindre', 'dpo@valombre.exemple'),
  finalite: dit('Pourquoi ces données', 'mesurer la satisfaction à l’accueil'),
  destinataires: dit('Qui les reçoit', 'le service de l’accueil'),
  duree: dit('Combien de temps elles sont gardées', 'trois mois après l’enquête'),
  transferts: dit('Transferts hors de l’Union européenne', 'aucun'),
  donneesDemandees: dit('Quelles données', 'adresse électronique, âge'),
};

export const RUBRIQUES: readonly Rubrique[] = [
  { titre: 'Qualifier l’enquête', reglages: ['envoi', 'recueil', 'prestataire', 'base'], retenue: true },
  { titre: 'Les feuilles', reglages: ['feuille', 'feuilleReponses'], retenue: true },
  { titre: 'L’effacement', reglages: ['purgeConsentements', 'garder'], retenue: true },
  { titre: 'La copie pseudonymisée', reglages: ['textesLibres', 'quasi'], retenue: true },
  { titre: 'La mention d’information', reglages: ['enquete', 'responsable', 'delegue', 'finalite', 'donneesDemandees', 'destinataires', 'duree', 'transferts'], retenue: true },
];

export type ReglagesRgpd = Reglages<typeof REGLAGES>;
export const reglagesDe = (saisies: Saisies): ReglagesRgpd => lisReglages(REGLAGES, saisies);

/** Ce que la qualification entraîne, en phrases. Elle aide ; elle ne remplace pas le délégué. */
export const qualification = ({ envoi, recueil, prestataire, base }: ReglagesRgpd): string[] => [
  ...(!envoi && !recueil ? ['Sans aucune donnée personnelle, ni pour envoyer l’enquête ni dans ses réponses, le RGPD ne s’y applique pas. Une adresse, un téléphone ou une réponse libre qui nomme quelqu’un en sont.'] : []),
  ...(envoi && !recueil ? ['Les adresses qui servent à l’envoyer sont des données personnelles ; ce que ses questions demandent n’en est pas, tant qu’aucune réponse ne désigne quelqu’un.'] : []),
  ...(envoi || recueil ? [
    prestataire ? 'Votre structure est responsable de traitement ; le prestataire est sous-traitant, un contrat le dit.' : 'Votre structure est responsable de traitement, sans sous-traitant.',
    base === 'consentement'
      ? 'Base légale : le consentement. Chaque réponse a besoin de sa preuve : l’identité, l’accord, la date.'
      : `Base légale : ${LIBELLES_BASES[base].toLowerCase()}. La preuve d’un consentement n’est pas exigée ; l’information des personnes et leur droit de s’opposer le sont.`,
  ] : []),
  'Ces repères aident à préparer le dossier ; ils ne remplacent pas l’avis du délégué à la protection des données.',
];
