// Ce qu'un outil offre : l'analyse du classeur, des commandes qui écrivent, des fonctions de feuille. Une ligne du registre suffit à l'ajouter.
import type { Anomalie } from './anomalie';
import type { Fonction } from './fonction';
import type { Tirage } from './histogramme';
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

/** Des durées comptées par valeur : la médiane de plusieurs classeurs se tire de leur réunion, jamais de leurs médianes. */
export type Repartition = {
  readonly outil: string;
  readonly canal: string;
  /** Ce que chaque indicateur en tire. */
  readonly tirages: Readonly<Record<string, Tirage>>;
  /** Combien de 0, de 1, de 2… */
  readonly comptes: Int32Array;
};

export type FeuilleReconnue = {
  readonly feuille: string;
  readonly outil: string;
  /** Numéro de la ligne d'en-tête. */
  readonly entete: number;
  /** Lignes de données reconnues, celles à corriger comprises. */
  readonly lignes: number;
  /** Dernière ligne de l'étendue utilisée : avec `entete`, ce que couvre une plage de formule. */
  readonly derniere: number;
  /** Colonne de la feuille (« D ») de chaque colonne reconnue. */
  readonly colonnes: Readonly<Record<string, string>>;
  /** Celles que rien ne prouve : leur titre n'y ressemble que de loin. */
  readonly supposees: readonly string[];
  /** Toutes les colonnes de la feuille, leur titre et la colonne reconnue s'il y en a une : de quoi en désigner une autre. */
  readonly titres: readonly { readonly lettre: string; readonly titre: string; readonly clef: string | null; /** Ce que l'outil a compris de la colonne (« ordinale »), s'il le dit colonne par colonne. */ readonly compris?: string }[];
  /** Une ligne lue, en une phrase (« Ligne 2 : reçue le…, répondue le…, soit 9 jours. »), ou null si elle n'en a pas. */
  readonly exemple: string | null;
};

/** Un indicateur que l'on voit d'abord, et sa cible : une proportion à atteindre, ou à ne pas dépasser. */
export type Essentiel = { readonly id: string; readonly titre: string; readonly cible: number | null; readonly sens: 'au-moins' | 'au-plus' };

/** Un volume et un taux, rang par rang (« 12 derniers mois ») ; `taux` vaut null quand il n'y a rien à diviser. */
export type Evolution = {
  readonly titre: string;
  /** Ce que le graphique dit, pour qui ne le voit pas. */
  readonly lecture: string;
  readonly rangs: readonly string[];
  readonly volume: { readonly titre: string; readonly valeurs: readonly number[] };
  readonly taux: { readonly titre: string; readonly valeurs: readonly (number | null)[]; readonly cible: number | null };
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

/** Un écart qui appelle une action : d'où il vient, ce qu'il dit, ce qui le mesure et sa valeur d'aujourd'hui. */
export type Proposition = { readonly libelle: string; readonly problematique: string; readonly indicateur: string };

/** Un petit tableau que l'outil montre en plus de ses indicateurs (« 12 derniers mois »). */
type TableauMontre = { readonly titre: string; readonly entetes: readonly string[]; readonly lignes: readonly (readonly (string | number | null)[])[] };

export type Analyse = {
  readonly feuilles: readonly FeuilleReconnue[];
  readonly indicateurs: readonly Indicateur[];
  readonly anomalies: readonly Anomalie[];
  readonly alertes: readonly Alerte[];
  /** Ce que l'on voit d'abord, dans l'ordre ; chacun est un des indicateurs « tous canaux ». */
  readonly essentiels: readonly Essentiel[];
  readonly evolutions: readonly Evolution[];
  /** Les saisies qui valent, filtres exclus : ce que le classeur doit retenir. */
  readonly saisies: Saisies;
  /** Effectifs par état et autres comptes : lignes, utilisables, aCorriger… */
  readonly effectifs: Readonly<Record<string, number>>;
  /** Ce qui se lit avec les indicateurs : d'abord ce que sont devenues les lignes lues. */
  readonly phrases: readonly string[];
  readonly propositions?: readonly Proposition[];
  /** Pour les indicateurs sans numérateur que l'on sait réunir d'un classeur à l'autre. */
  readonly repartitions?: readonly Repartition[];
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
  /** La cellule choisie par la personne (« Plan!C12 ») ; absente quand l'hôte n'en a pas. */
  readonly cellule?: string | null;
  /** L'écart dont la commande part, quand on vient de lui. */
  readonly proposition?: Proposition | null;
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
  /** Ce qu'elle fait, en une phrase. */
  readonly resume: string;
  /** Où se lit la date d'arrêté dans la feuille qu'elle produit : une formule peut s'y référer. */
  readonly arrete?: { readonly ligne: number; readonly colonne: number };
  /** Ce que porte la marque de la feuille que la commande écrit : c'est par lui qu'une écriture interrompue retrouve sa commande. */
  readonly genre: string;
  /** Vraie pour la commande qui fait une action d'un écart proposé par un outil. */
  readonly accueille?: boolean;
  /** Vraie pour une commande qui n'a besoin d'aucune feuille reconnue. */
  readonly sansDonnees?: boolean;
  /** Le début du genre des feuilles où l'on vient d'abord chercher cette commande : une fiche affichée appelle « Enregistrer ». */
  readonly sur?: string;
  /**
   * Lit, et n'écrit rien : ce que l'aperçu annonce est ce que `execute` fera, si le classeur ne change pas entre-temps.
   * @throws ErreurReglage pour une saisie à corriger ; tout autre refus est un aperçu « impossible »
   */
  prevois(contexte: Contexte): Suite<Apercu>;
  execute(contexte: Contexte): Suite<CompteRendu>;
};

/** Un fichier que l'outil donne à emporter ; il n'écrit rien dans le classeur. */
export type FichierExporte = {
  readonly id: string;
  readonly titre: string;
  readonly resume: string;
  readonly nom: string;
  /** Son type MIME. */
  readonly type: string;
  produit(contexte: Contexte): Suite<string>;
};

/** Une colonne que la personne peut désigner : « colonne.reception = D ». */
export type ColonneDesignable = { readonly clef: string; readonly libelle: string; readonly obligatoire: boolean; readonly principale: boolean };

/** Des réglages qui vont ensemble ; `retenue` est faux pour des filtres, qui ne valent que pour une fois. */
export type Rubrique = { readonly titre: string; readonly reglages: readonly string[]; readonly retenue: boolean };

export type Outil = {
  readonly id: string;
  readonly titre: string;
  /** Le nom de son onglet : douze signes au plus. */
  readonly nomCourt: string;
  /** Le nom de son menu, quand il a plusieurs commandes. */
  readonly nomMenu?: string;
  readonly resume: string;
  readonly reglages: Readonly<Record<string, Reglage<unknown>>>;
  readonly rubriques: readonly Rubrique[];
  readonly colonnes: readonly ColonneDesignable[];
  /** Refuse, par une phrase, une saisie que l'outil ne comprend pas ; avant toute lecture. */
  readonly verifie: (saisies: Saisies) => void;
  /** Vrai s'il guette des échéances : « rien en retard » est alors une bonne nouvelle à dire. */
  readonly surveille?: boolean;
  /** Ce que compte une ligne, au singulier et au pluriel ; « demande » sinon. */
  readonly compte?: readonly [string, string];
  readonly fonctions: readonly Fonction[];
  readonly commandes: readonly Commande[];
  readonly fichiers?: readonly FichierExporte[];
  /** Vrai s'il sait effacer les données personnelles du classeur, confirmation tapée. */
  readonly efface?: boolean;
  /** Null pour un outil qui n'a que des fonctions. */
  readonly analyse: ((contexte: Contexte) => Suite<Analyse>) | null;
};
