// Ce qu'un volet demande et ce qu'on lui répond : du JSON dans les deux sens, le même dans tous les hôtes.
import type { Anomalie, Gravite } from '../socle/anomalie';
import type { PlanDePurgeRgpd } from '../outils/rgpd/purge';
import type { PlanDePurge } from '../socle/ecriture/purge';
import type { Apercu, Alerte, ColonneDesignable, Essentiel, Evolution, FeuilleReconnue, Indicateur, Proposition } from '../socle/outil';
import type { Forme, Saisies } from '../socle/reglage';

/** Les saisies de cette fois, outil par outil ; elles priment sur celles que le classeur a retenues. */
export type SaisiesParOutil = Readonly<Record<string, Saisies>>;

/** Ce qui vaut pour un passage : la date d'arrêté (AAAA-MM-JJ ; absente : aujourd'hui), les filtres, la cellule choisie. */
type Moment = { readonly au?: string | null; readonly saisies?: SaisiesParOutil; /** La cellule choisie : « Plan!C12 ». */ readonly cellule?: string | null };

type DeCommande = Moment & { readonly outil: string; readonly commande: string };

export type Demande =
  /** Tout ce que le volet montre, en un aller-retour. */
  | ({ readonly genre: 'ouvre' } & Moment)
  /** Retient dans le classeur des réglages et des colonnes (« colonne.reception »), ou des choix du volet lui-même ; '' en oublie un. Rend l'ouverture. */
  | ({ readonly genre: 'retiens'; readonly outil?: string; readonly reglages?: Saisies; readonly volet?: Saisies } & Moment)
  /** Ce qu'une commande écrirait ; n'écrit rien. */
  | ({ readonly genre: 'prevois' } & DeCommande)
  | ({ readonly genre: 'execute'; /** L'écart dont la commande part. */ readonly proposition?: Proposition } & DeCommande)
  /** Un fichier à emporter ; n'écrit rien. */
  | ({ readonly genre: 'exporte'; readonly outil: string; readonly fichier: string } & Moment)
  /** Finit l'écriture interrompue de cette feuille. */
  | ({ readonly genre: 'finis'; readonly feuille: string } & Moment)
  /** Ce qui diffère entre une feuille et l'une de ses sauvegardes. */
  | { readonly genre: 'compare'; readonly feuille: string; readonly sauvegarde: string }
  /** Ce qu'une purge viderait : nos sauvegardes, ou avec elles les données personnelles du classeur ; n'écrit rien. */
  | { readonly genre: 'prevoisPurge'; readonly personnelles?: boolean }
  /** Vide les sauvegardes du plan rendu par `prevoisPurge`, si la personne a tapé le mot. */
  | { readonly genre: 'purge'; readonly plan: PlanDePurge; readonly confirmation: string }
  /** Efface ce que montre le plan de `prevoisPurge` (données personnelles), si la personne a tapé le mot. */
  | { readonly genre: 'purgePersonnelles'; readonly plan: PlanDePurgeRgpd; readonly confirmation: string }
  /** Les premières lignes d'une feuille, pour y désigner l'en-tête. */
  | { readonly genre: 'regarde'; readonly feuille: string }
  /** L'aide du volet et celle des fonctions de feuille. */
  | { readonly genre: 'fonctions' };

/** Une liste bornée : `total` dit ce qui manque. */
export type Bornee<T> = { readonly total: number; readonly liste: readonly T[] };

export type ReglageMontre = {
  readonly clef: string;
  readonly libelle: string;
  readonly source: string;
  /** Tels qu'on les saisirait ; `valeur` est ce qui vaut maintenant, '' quand rien n'a été saisi. */
  readonly defaut: string;
  readonly valeur: string;
  readonly forme: Forme;
};

export type AnalyseMontree = {
  readonly feuilles: readonly FeuilleReconnue[];
  readonly essentiels: readonly Essentiel[];
  readonly indicateurs: readonly Indicateur[];
  readonly evolutions: readonly Evolution[];
  readonly alertes: Bornee<Alerte> & { readonly enRetard: number; readonly bientot: number };
  readonly anomalies: Bornee<Anomalie> & { readonly par: Readonly<Record<Gravite, number>> };
  readonly phrases: readonly string[];
  readonly propositions: readonly Proposition[];
};

export type CommandeMontree = {
  readonly id: string;
  readonly titre: string;
  readonly resume: string;
  /** Vrai pour celle qui fait une action d'un écart proposé. */
  readonly accueille: boolean;
  /** Vrai quand elle n'a besoin d'aucune feuille reconnue. */
  readonly sansDonnees: boolean;
  /** La feuille qu'elle a déjà produite dans ce classeur, et la date d'arrêté qu'on y lit (adresse « Résultats!B3 », jour AAAA-MM-JJ). */
  readonly feuille: string | null;
  readonly arrete: { readonly adresse: string; readonly jour: string } | null;
};

/** Ce qu'il faut d'une commande pour montrer son aperçu. */
export type CommandeVisee = Pick<CommandeMontree, 'id' | 'titre' | 'feuille'>;

export type OutilMontre = {
  readonly id: string;
  readonly titre: string;
  readonly nomCourt: string;
  readonly resume: string;
  readonly colonnes: readonly ColonneDesignable[];
  readonly rubriques: readonly { readonly titre: string; readonly retenue: boolean; readonly reglages: readonly ReglageMontre[] }[];
  readonly commandes: readonly CommandeMontree[];
  /** Vrai quand l'outil sait effacer les données personnelles du classeur. */
  readonly efface: boolean;
  readonly fichiers: readonly { readonly id: string; readonly titre: string; readonly resume: string }[];
  readonly fonctions: readonly string[];
  readonly surveille: boolean;
  /** Ce que compte une ligne, au singulier et au pluriel. */
  readonly compte: readonly [string, string];
  /** Null pour un outil qui n'analyse rien, ou dont l'analyse a échoué : `echec` dit alors pourquoi. */
  readonly analyse: AnalyseMontree | null;
  readonly echec: string | null;
};

type Onglet = { readonly nom: string; readonly lignes: number; readonly colonnes: number; readonly masquee: boolean; readonly protegee: boolean; readonly aNous: boolean };

export type Interrompue = { readonly feuille: string; readonly outil: string; readonly commande: string; readonly titre: string; readonly sauvegarde: string | null };

export type Ouverture = {
  readonly genre: 'ouverture';
  /** AAAA-MM-JJ */
  readonly aujourdhui: string;
  readonly au: string;
  readonly onglets: readonly Onglet[];
  readonly outils: readonly OutilMontre[];
  readonly interrompues: readonly Interrompue[];
  readonly sauvegardes: readonly { readonly feuille: string; readonly de: string; readonly jour: string }[];
  /** Une coupure a laissé des sauvegardes à moitié vidées. */
  readonly purgeInterrompue: boolean;
  /** Ce que le volet a fait retenir pour lui-même (« vu »…). */
  readonly volet: Saisies;
};

export type AideFonction = {
  readonly nom: string;
  /** « TAUX_REPONSE(receptions; reponses; [moins_de]) » */
  readonly signature: string;
  readonly resume: string;
  readonly rend: string;
  readonly voirAussi: string | null;
  readonly outil: string;
  readonly parametres: readonly { readonly nom: string; readonly aide: string; readonly facultatif: boolean; readonly genre: string; readonly source: string | null }[];
  readonly exemples: readonly { readonly phrase: string; readonly formule: string; readonly donne: string }[];
};

/** Un titre et ses phrases. */
export type Rubriques = readonly (readonly [titre: string, phrases: readonly string[]])[];

export type Difference = { readonly adresse: string; readonly avant: string; readonly apres: string };

export type Reponse =
  | Ouverture
  | { readonly genre: 'apercu'; readonly apercu: Apercu }
  /** `mot` est celui que la personne tape pour confirmer. */
  | { readonly genre: 'purge'; readonly apercu: Apercu; readonly plan: PlanDePurge; readonly mot: string }
  | { readonly genre: 'purgePersonnelles'; readonly apercu: Apercu; readonly plan: PlanDePurgeRgpd; readonly mot: string }
  | { readonly genre: 'fichier'; readonly nom: string; readonly type: string; readonly texte: string }
  | { readonly genre: 'fait'; readonly message: string; readonly feuille: string | null; readonly ecrit: boolean }
  | { readonly genre: 'fonctions'; readonly fonctions: readonly AideFonction[]; readonly aide: Rubriques }
  | { readonly genre: 'lignes'; readonly feuille: string; readonly lignes: readonly (readonly string[])[] }
  | ({ readonly genre: 'differences' } & Bornee<Difference>)
  /** La personne a arrêté le travail avant qu'il n'écrive : rien n'a été modifié. */
  | { readonly genre: 'annule'; readonly message: string }
  /** Une phrase française qui dit quoi, où et que faire ; `adresse` est la cellule en cause. */
  | { readonly genre: 'refus'; readonly message: string; readonly adresse: string | null };
