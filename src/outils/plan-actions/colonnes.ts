// Les colonnes d'un plan d'actions et les mots par lesquels on les appelle (domaine.md §3.1).
import type { ColonneVoulue } from '../../socle/tableau/colonne-voulue';

export type ClefColonne = 'numero' | 'thematique' | 'engagement' | 'libelle' | 'responsable' | 'contributeurs' | 'demarrage' | 'finPrevue' | 'finReelle' | 'statut' | 'avancement' | 'origine' | 'priorite' | 'problematique' | 'objectif' | 'descriptif' | 'indicateurs';

export const LIBELLES_COLONNES: Readonly<Record<ClefColonne, string>> = {
  numero: 'Numéro de l’action', thematique: 'Thématique', engagement: 'Engagement', libelle: 'Libellé de l’action', responsable: 'Responsable', contributeurs: 'Contributeurs',
  demarrage: 'Démarrage', finPrevue: 'Fin prévue', finReelle: 'Fin réelle', statut: 'Statut', avancement: 'Avancement', origine: 'Origine', priorite: 'Priorité',
  problematique: 'Problématique identifiée', objectif: 'Objectif', descriptif: 'Descriptif', indicateurs: 'Indicateurs de suivi',
};

export const COLONNES: readonly ColonneVoulue<ClefColonne>[] = [
  { clef: 'libelle', synonymes: ['libellé de la fiche action', 'libellé', 'libellé de l’action', 'action', 'actions', 'intitulé de l’action', 'intitulé', 'action à mener', 'action corrective', 'action d’amélioration', 'mesure', 'tâche', 'quoi', 'description de l’action', 'task'], sauf: ['numéro', 'responsable', 'statut', 'engagement', 'date', 'fin', 'début', 'état', 'plan', 'type', 'thématique', 'avancement', 'objectif'] },
  { clef: 'numero', synonymes: ['numéro fiche action', 'numéro', 'n°', 'n', 'réf', 'référence', 'id', 'n° action', 'n° de l’action', 'numéro d’action', 'n° fiche', 'code', 'code action'], sauf: ['téléphone', 'priorité', 'engagement', 'date'] },
  { clef: 'responsable', synonymes: ['responsable de l’action', 'responsable', 'responsables', 'pilote', 'porteur', 'qui', 'référent', 'chef de projet', 'en charge', 'owner', 'pilote de l’action', 'chargé de'], sauf: ['service', 'contributeur'] },
  { clef: 'contributeurs', synonymes: ['contributeurs', 'contributeur', 'acteurs', 'associés', 'participants', 'équipe', 'avec'], sauf: [] },
  { clef: 'demarrage', synonymes: ['démarrage de l’action', 'démarrage', 'début', 'date de début', 'date de démarrage', 'lancement', 'date de lancement', 'commencement', 'start', 'débuté le'], sauf: ['fin', 'réelle'] },
  { clef: 'finPrevue', synonymes: ['fin prévue de l’action', 'fin prévue', 'échéance', 'échéances', 'date d’échéance', 'date limite', 'délai', 'pour le', 'fin prévisionnelle', 'date de fin prévue', 'date de fin', 'fin', 'quand', 'calendrier', 'deadline', 'due date', 'date butoir', 'terme'], sauf: ['réelle', 'effective', 'début', 'réalisée'] },
  { clef: 'finReelle', synonymes: ['fin réelle', 'date de fin réelle', 'fin effective', 'date de réalisation', 'réalisé le', 'terminé le', 'clos le', 'date de clôture', 'fait le', 'achevé le', 'date réelle', 'date réelle de fin'], sauf: ['prévue', 'prévisionnelle'] },
  { clef: 'statut', synonymes: ['statut', 'état', 'état d’avancement', 'avancée', 'situation', 'status', 'suivi', 'où en est on', 'etat de l’action', 'statut de l’action'], sauf: ['date', 'indicateur', 'commentaire'] },
  { clef: 'avancement', synonymes: ['avancement', 'degré de réalisation', 'taux de réalisation', 'avancement en', 'pourcentage', '%', 'taux d’avancement', 'réalisation', 'progress'], sauf: ['date', 'état', 'statut', 'indicateur'] },
  { clef: 'engagement', synonymes: ['intitulé de l’engagement services publics', 'engagement', 'intitulé de l’engagement', 'engagement concerné', 'axe', 'sous-engagement'], sauf: ['thématique'] },
  { clef: 'thematique', synonymes: ['thématique de l’engagement services publics', 'thématique', 'thème', 'domaine', 'thématique de l’engagement'], sauf: [] },
  { clef: 'origine', synonymes: ['origine', 'source', 'provenance', 'issue de', 'origine de l’action'], sauf: [] },
  { clef: 'problematique', synonymes: ['problématique identifiée', 'problématique', 'problème', 'constat', 'difficulté', 'problème identifié', 'écart constaté'], sauf: [] },
  { clef: 'objectif', synonymes: ['objectif', 'objectifs', 'but', 'résultat attendu', 'résultats attendus', 'objectif visé'], sauf: ['date', 'indicateur'] },
  { clef: 'descriptif', synonymes: ['descriptif de l’action', 'descriptif', 'description', 'détail', 'détails', 'modalités', 'mise en œuvre', 'comment', 'étapes'], sauf: ['engagement'] },
  { clef: 'indicateurs', synonymes: ['indicateurs de suivi de l’action', 'indicateurs de suivi', 'indicateur de suivi', 'indicateur', 'indicateurs', 'mesure du résultat'], sauf: ['valeur', 'cible'] },
  { clef: 'priorite', synonymes: ['priorité', 'degré de priorité', 'urgence', 'priority', 'importance'], sauf: [] },
];

/** Ce qui suffit à faire un plan : une action, et de quoi la suivre. */
export const estUnPlan = (colonnes: Readonly<Record<string, number>>): boolean =>
  colonnes['libelle'] !== undefined && ['responsable', 'finPrevue', 'statut', 'avancement', 'demarrage', 'finReelle'].filter((clef) => colonnes[clef] !== undefined).length >= 2;
