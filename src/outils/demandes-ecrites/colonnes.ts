// Les colonnes d'un registre de demandes écrites et les mots par lesquels on les appelle (domaine.md §3.12), en français et en anglais.
import type { ColonneVoulue } from '../../socle/tableau/colonne-voulue';
import { ASSEZ_SUR } from '../../socle/tableau/entete';

export type ClefColonne = 'identifiant' | 'expediteur' | 'coordonnees' | 'canal' | 'objet' | 'theme' | 'reception' | 'accuse' | 'delai' | 'reponse' | 'nature' | 'service' | 'agent';

export const COLONNES: readonly ColonneVoulue<ClefColonne>[] = [
  {
    clef: 'reception',
    date: true,
    synonymes: ['date de réception', 'réception', 'réceptionné', 'réceptionné le', 'reçu', 'reçu le', 'date reçue', 'date d’arrivée', 'arrivée', 'arrivé le', 'date d’entrée', 'entrée', 'entré le', 'date d’enregistrement', 'enregistrement', 'enregistré le', 'date de dépôt', 'déposé le', 'date de la demande', 'date de saisine', 'saisine', 'date de saisie', 'date du message', 'date de création', 'créé le', 'ouvert le', 'ouverture', 'courrier entrant date', 'date entrant', 'received', 'created', 'created date', 'date created', 'opened', 'open date', 'submitted', 'timestamp', 'horodatage', 'horodateur'],
    vagues: ['date', 'jour', 'date courrier', 'date courriel', 'date mail'],
    sauf: ['ar', 'are', 'accusé', 'réponse', 'limite', 'délai', 'mode', 'nombre', 'canal', 'answered', 'closed', 'transmission', 'transmis', 'statut', 'état', 'numéro'],
    saufSansDate: ['agent', 'par', 'by', 'bureau', 'service', 'lieu', 'heure', 'mois', 'année'],
  },
  {
    clef: 'reponse',
    date: true,
    synonymes: ['date de la réponse finale', 'date de réponse finale', 'réponse finale', 'réponse définitive', 'date de réponse définitive', 'date de réponse', 'date réponse', 'répondu', 'répondu le', 'réponse', 'réponse le', 'date de clôture', 'clôture', 'clôturé le', 'clos le', 'clos', 'traité le', 'traité', 'date de traitement', 'date d’envoi de la réponse', 'réponse envoyée le', 'réponse faite le', 'soldé le', 'résolu le', 'réglé le', 'terminé le', 'achevé le', 'expédié le', 'date d’expédition', 'retour le', 'date de retour', 'date de décision', 'date de sortie', 'sortie', 'date de départ', 'courrier départ', 'courrier sortant date', 'date sortant', 'date de fin', 'answered', 'answer date', 'reply date', 'replied', 'closed', 'closed date', 'date closed', 'resolved', 'resolution date', 'completed'],
    vagues: ['date d’envoi', 'envoyé le', 'envoi', 'fin', 'départ', 'retour', 'fait le', 'date signature', 'signé le'],
    sauf: ['nature', 'type', 'délai', 'limite', 'attente', 'provisoire', 'première', 'premier', '1ère', '1er', '1re', 'initiale', 'partielle', 'intermédiaire', 'mode', 'canal', 'taux', 'échéance', 'prévue', 'prévu', 'contenu', 'ar', 'are', 'accusé', 'suite', 'nombre', 'jour', 'référence', 'réf', 'numéro', 'objet', 'texte', 'transmission', 'transmis', 'signataire', 'relance', 'statut', 'état'],
    saufSansDate: ['agent', 'par', 'by', 'service', 'bureau', 'heure', 'mois', 'année', 'oui', 'non', 'o', 'n'],
  },
  {
    clef: 'accuse',
    date: true,
    synonymes: ['date AR', 'AR', 'ARE', 'date ARE', 'accusé de réception', 'date accusé de réception', 'accusé', 'date d’envoi de l’AR', 'AR envoyé le', 'AR envoyé', 'AR le', 'accusé réception le', 'acknowledged', 'acknowledgement', 'ack', 'ack date', 'first response'],
    sauf: ['délai', 'conforme', 'hors', 'réponse', 'taux', 'nombre', 'numéro', 'type', 'mode', 'référence', 'réf', 'statut'],
  },
  {
    clef: 'identifiant',
    synonymes: ['identifiant', 'numéro', 'n°', 'n', 'réf', 'référence', 'id', 'numéro d’ordre', 'n° d’ordre', 'ordre', 'n° chrono', 'chrono', 'ticket', 'n° ticket', 'dossier', 'n° dossier', 'n° de dossier', 'n° demande', 'request id', 'case', 'case number', 'key', 'n° enregistrement', 'code'],
    sauf: ['téléphone', 'tel', 'postal', 'sécurité', 'siret', 'nombre', 'jour', 'date', 'recommandé', 'service', 'agent', 'nom', 'état', 'statut', 'ar', 'accusé', 'réponse'],
  },
  {
    clef: 'canal',
    synonymes: ['canal', 'support', 'type', 'voie', 'mode', 'channel', 'source', 'type de courrier', 'mode d’arrivée', 'mode de réception', 'canal de réception', 'type de support', 'moyen', 'origine', 'via', 'courrier / courriel', 'courrier ou courriel', 'courrier/mail'],
    sauf: ['réponse', 'demande', 'date', 'agent', 'usager', 'traitement', 'décision', 'envoi', 'sortie'],
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
    sauf: ['réponse', 'traitement', 'moyen', 'réel', 'ouvré', 'dépassé', 'restant', 'constaté', 'ar', 'accusé', 'effectif', 'respecté', 'hors', 'ok', 'tenu', 'dépassement'],
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
    sauf: ['date', 'mail', 'courriel', 'courrier'],
  },
];

export const LIBELLES: Readonly<Record<ClefColonne, string>> = {
  identifiant: 'Numéro', expediteur: 'Expéditeur', coordonnees: 'Coordonnées', canal: 'Canal', objet: 'Objet', theme: 'Thème', reception: 'Date de réception',
  accuse: 'Date de l’accusé de réception', delai: 'Délai annoncé', reponse: 'Date de réponse finale', nature: 'Nature de la réponse', service: 'Service', agent: 'Agent',
};

/** Celles dont dépendent les chiffres : on les vérifie d'abord. */
export const PRINCIPALES: readonly ClefColonne[] = ['reception', 'reponse', 'accuse', 'canal'];

/** Un registre : une réception et au moins une autre colonne ; deux autres si la réception n'est que supposée (« Date »). */
export const estRegistre = (colonnes: Readonly<Record<string, number>>, notes: Readonly<Record<string, number>>): boolean =>
  colonnes['reception'] !== undefined && Object.keys(colonnes).length >= ((notes['reception'] ?? 0) < ASSEZ_SUR ? 3 : 2);
