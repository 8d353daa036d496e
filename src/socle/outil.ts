// Ce qu'un outil offre : l'analyse du classeur, des commandes qui écrivent, des fonctions de feuille. Une ligne du registre suffit à l'ajouter.
import type { Anomalie } from './anomalie';
import type { Fonction } from './fonction';
import type { Jour } from './jours';
import type { Reglage, Saisies } from './reglage';
import type { Suite } from './suite';

/** Un nombre ne se montre jamais seul : il porte sa définition, sa période, ses effectifs et ses filtres. */
export type Indicateur = {
  readonly outil: string;
  /** La feuille, ou les feuilles consolidées (« Courriers + Courriels »). */
  readonly feuille: string;
  readonly canal: string;
  readonly id: string;
  readonly libelle: string;
  /** Entre 0 et 1 pour une proportion ; null quand il n'y a pas de valeur (jamais NaN, jamais 0 par défaut). */
  readonly valeur: number | null;
  readonly numerateur: number | null;
  readonly denominateur: number;
  readonly unite: string;
  readonly definition: string;
  /** Jours AAAA-MM-JJ ; null quand rien n'est daté. */
  readonly periode: { readonly du: string | null; readonly au: string };
  readonly filtres: string;
};

export type FeuilleReconnue = {
  readonly feuille: string;
  readonly outil: string;
  /** Numéro de la ligne d'en-tête. */
  readonly entete: number;
  /** Lignes de données reconnues, celles à corriger comprises. */
  readonly lignes: number;
  /** Colonne de la feuille (« D ») de chaque colonne reconnue. */
  readonly colonnes: Readonly<Record<string, string>>;
};

/** Une demande qui appelle un geste. */
export type Alerte = {
  readonly adresse: string;
  readonly identifiant: string;
  readonly canal: string;
  readonly etat: string;
  readonly alerte: string;
  readonly limite: string;
  readonly joursRestants: number;
};

/** Un petit tableau que l'outil montre en plus de ses indicateurs (« 12 derniers mois »). */
type TableauMontre = { readonly titre: string; readonly entetes: readonly string[]; readonly lignes: readonly (readonly (string | number | null)[])[] };

export type Analyse = {
  readonly feuilles: readonly FeuilleReconnue[];
  readonly indicateurs: readonly Indicateur[];
  readonly anomalies: readonly Anomalie[];
  readonly alertes: readonly Alerte[];
  /** Effectifs par état et autres comptes : lignes, utilisables, aCorriger… */
  readonly effectifs: Readonly<Record<string, number>>;
  /** Ce qui se lit avec les indicateurs : d'abord ce que sont devenues les lignes lues. */
  readonly phrases: readonly string[];
  readonly tableaux: readonly TableauMontre[];
  /** Les colonnes calculées de la ligne de données `i` (0 ≤ i < effectifs.lignes), à la demande : un registre peut en avoir un million. */
  readonly suivi: (i: number) => Readonly<Record<string, unknown>>;
};

export type Contexte = {
  /** Le jour de l'hôte : le cœur n'a pas d'horloge. */
  readonly aujourdhui: Jour;
  /** La date d'arrêté ; null : aujourd'hui. */
  readonly au: Jour | null;
  /** Les réglages donnés pour cette fois ; ils priment sur ceux que le classeur a gardés. */
  readonly saisies: Saisies;
};

export type CompteRendu = {
  /** Ce qui a été fait, en une phrase. */
  readonly message: string;
  /** Le nom de la feuille produite, ou null. */
  readonly feuille: string | null;
  /** Faux quand la feuille était déjà à jour : rien n'a été écrit. */
  readonly ecrit: boolean;
};

export type LigneApercu = {
  readonly effet: 'cree' | 'reecrit' | 'garde' | 'sauvegarde' | 'refuse';
  readonly phrase: string;
  /** La cellule à regarder, s'il y en a une. */
  readonly adresse: string | null;
};

/** Ce qu'une commande ferait, dit avant de le faire. */
export type Apercu = {
  /** La feuille écrite, ou qui serait créée ; null quand il n'y en a pas. */
  readonly feuille: string | null;
  /** `rien` : tout est déjà à jour, aucun octet ne serait écrit. */
  readonly verdict: 'possible' | 'rien' | 'impossible';
  readonly lignes: readonly LigneApercu[];
};

export type Commande = {
  readonly id: string;
  readonly titre: string;
  /** Ce que porte la marque de la feuille que la commande écrit : c'est par lui qu'une écriture interrompue retrouve sa commande. */
  readonly genre: string;
  /**
   * Lit, et n'écrit rien : ce que l'aperçu annonce est ce que `execute` fera, si le classeur ne change pas entre-temps.
   * @throws ErreurReglage pour une saisie à corriger ; tout autre refus est un aperçu « impossible »
   */
  prevois(contexte: Contexte): Suite<Apercu>;
  execute(contexte: Contexte): Suite<CompteRendu>;
};

export type Outil = {
  readonly id: string;
  readonly titre: string;
  readonly resume: string;
  readonly reglages: Readonly<Record<string, Reglage<unknown>>>;
  /** Les colonnes que la personne peut désigner : « colonne.reception = D ». */
  readonly colonnes: readonly string[];
  /** Refuse, par une phrase, une saisie que l'outil ne comprend pas ; avant toute lecture. */
  readonly verifie: (saisies: Saisies) => void;
  readonly fonctions: readonly Fonction[];
  readonly commandes: readonly Commande[];
  /** Null pour un outil qui n'a que des fonctions. */
  readonly analyse: ((contexte: Contexte) => Suite<Analyse>) | null;
};
