// Les colonnes d'un registre de demandes écrites et les mots par lesquels on les appelle (domaine.md §3.12), en français et en anglais.
import type { ColonneVoulue } from '../../socle/tableau/colonne-voulue';

export type ClefColonne = 'identifiant' | 'expediteur' | 'coordonnees' | 'canal' | 'objet' | 'theme' | 'reception' | 'accuse' | 'delai' | 'reponse' | 'nature' | 'service' | 'agent';

export const COLONNES: readonly ColonneVoulue<ClefColonne>[] = [
  {
    clef: 'reception',
    synonymes: ['date de réception', 'réception', 'reçu', 'reçu le', 'date reçue', 'date d’arrivée', 'arrivée', 'arrivé le', 'date d’entrée', 'entrée', 'date d’enregistrement', 'enregistré le', 'date de dépôt', 'déposé le', 'date de la demande', 'date de création', 'créé le', 'ouvert le', 'ouverture', 'received', 'created', 'created date', 'date created', 'opened', 'open date', 'submitted', 'horodateur'],
    vagues: ['date', 'jour', 'date courrier', 'date courriel', 'date mail'],
    sauf: ['ar', 'are', 'accusé', 'réponse', 'limite', 'délai', 'mode', 'agent', 'par', 'nombre', 'heure', 'canal', 'lieu', 'answered', 'closed', 'bureau', 'service', 'by', 'transmission', 'mois', 'année'],
  },
  {
    clef: 'reponse',
    synonymes: ['date de la réponse finale', 'date de réponse finale', 'réponse finale', 'date de réponse', 'date réponse', 'répondu', 'répondu le', 'réponse', 'réponse le', 'date de clôture', 'clôture', 'clôturé le', 'clos le', 'traité le', 'traité', 'date de traitement', 'date d’envoi de la réponse', 'réponse envoyée le', 'réponse faite le', 'soldé le', 'résolu le', 'answered', 'answer date', 'reply date', 'replied', 'closed', 'closed date', 'date closed', 'resolved', 'completed', 'date de fin', 'date de sortie', 'sortie'],
    vagues: ['date d’envoi', 'envoyé le', 'fin', 'départ', 'date départ'],
    sauf: ['nature', 'type', 'délai', 'limite', 'attente', 'provisoire', 'mode', 'canal', 'par', 'by', 'taux', 'échéance', 'prévue', 'prévu', 'contenu', 'agent', 'service', 'ar', 'are', 'accusé', 'suite', 'nombre', 'jour', 'référence', 'réf', 'numéro', 'objet', 'texte', 'transmission', 'signataire'],
  },
  {
    clef: 'accuse',
    synonymes: ['date AR', 'AR', 'ARE', 'date ARE', 'accusé de réception', 'date accusé de réception', 'accusé', 'date d’envoi de l’AR', 'AR envoyé le', 'AR envoyé', 'AR le', 'accusé réception le', 'acknowledged', 'acknowledgement', 'ack', 'ack date', 'first response'],
    sauf: ['délai', 'conforme', 'hors', 'réponse', 'taux', 'nombre', 'numéro', 'type', 'mode', 'référence', 'réf'],
  },
  {
    clef: 'identifiant',
    synonymes: ['identifiant', 'numéro', 'n°', 'n', 'réf', 'référence', 'id', 'numéro d’ordre', 'n° d’ordre', 'ordre', 'n° chrono', 'chrono', 'ticket', 'n° ticket', 'dossier', 'n° dossier', 'n° de dossier', 'n° demande', 'request id', 'case', 'case number', 'key', 'n° enregistrement', 'code'],
    sauf: ['téléphone', 'tel', 'postal', 'sécurité', 'siret', 'nombre', 'jour', 'date', 'recommandé', 'service', 'agent', 'nom', 'état', 'statut'],
  },
  {
    clef: 'canal',
    synonymes: ['canal', 'support', 'type', 'voie', 'mode', 'channel', 'source', 'type de courrier', 'mode d’arrivée', 'mode de réception', 'canal de réception', 'type de support', 'moyen', 'origine', 'via', 'mode d’envoi', 'courrier / courriel', 'courrier ou courriel', 'courrier/mail'],
    sauf: ['réponse', 'demande', 'date', 'agent', 'usager', 'traitement', 'décision'],
  },
  {
    clef: 'expediteur',
    synonymes: ['expéditeur', 'nom', 'usager', 'demandeur', 'émetteur', 'sender', 'nom et prénom', 'nom prénom', 'nom de l’usager', 'requérant', 'from', 'requester', 'customer', 'administré', 'allocataire', 'plaignant', 'contribuable', 'adhérent'],
    sauf: ['agent', 'service', 'gestionnaire', 'structure', 'numéro', 'bureau', 'adresse', 'téléphone', 'date', 'type', 'objet'],
  },
  {
    clef: 'coordonnees',
    synonymes: ['coordonnées', 'adresse', 'e-mail', 'mail', 'courriel', 'mél', 'téléphone', 'tél', 'contact', 'adresse mail', 'adresse électronique', 'email', 'phone'],
    sauf: ['date', 'type', 'canal', 'mode', 'réponse', 'nombre'],
  },
  {
    clef: 'objet',
    synonymes: ['objet', 'objet de la demande', 'sujet', 'intitulé', 'subject', 'title', 'summary', 'libellé', 'objet du courrier', 'demande'],
    sauf: ['date', 'numéro', 'type', 'nature', 'canal', 'délai', 'identifiant', 'mode', 'référence'],
  },
  {
    clef: 'theme',
    synonymes: ['thème', 'thématique', 'motif', 'nature de la demande', 'type de demande', 'catégorie', 'category', 'rubrique', 'domaine', 'topic'],
    sauf: ['réponse', 'date', 'numéro'],
  },
  {
    clef: 'delai',
    synonymes: ['délai annoncé', 'délai', 'échéance annoncée', 'échéance', 'délai prévu', 'délai annoncé (j)', 'délai (j)', 'délai en jours', 'délai annoncé à l’usager', 'délai indicatif', 'due date', 'sla'],
    sauf: ['réponse', 'traitement', 'moyen', 'réel', 'ouvré', 'dépassé', 'restant', 'constaté', 'ar', 'accusé', 'effectif', 'respecté'],
  },
  {
    clef: 'nature',
    synonymes: ['nature de la réponse', 'type de réponse', 'suite donnée', 'suite', 'suites', 'décision', 'nature', 'sens de la réponse'],
    sauf: ['date', 'demande'],
  },
  {
    clef: 'service',
    synonymes: ['service', 'bureau', 'pôle', 'direction', 'service traitant', 'department', 'team', 'unité', 'service concerné', 'service instructeur'],
    sauf: ['date'],
  },
  {
    clef: 'agent',
    synonymes: ['agent', 'gestionnaire', 'affecté à', 'traité par', 'reçu par', 'instructeur', 'affectation', 'responsable', 'chargé de dossier', 'assignee', 'owner', 'assigned to', 'suivi par', 'rédacteur', 'agent traitant', 'nom de l’agent'],
    sauf: ['date'],
  },
];

/** Un registre : une réception et au moins une autre colonne. */
export const estRegistre = (colonnes: Readonly<Record<string, number>>): boolean => colonnes['reception'] !== undefined && Object.keys(colonnes).length >= 2;
