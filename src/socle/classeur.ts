// Le port : tout ce que le cœur attend d'un classeur, dans tous les hôtes. Deux verbes, pas un de plus.
import type { Cellule, Plage, Rectangle, Zone } from './cellule';
import type { CelluleSure } from './ecriture/cellule-sure';

/** Un tableau Excel (« Mettre sous forme de tableau ») : sa place, en-tête compris. Google Sheets n'en donne pas aux scripts. */
export type Tableau = Rectangle & { readonly nom: string; /** Vrai quand sa dernière ligne est une ligne de total. */ readonly total: boolean };

/** Une feuille telle que l'hôte la voit ; `lignes` et `colonnes` mesurent l'étendue utilisée (0 si elle est vide). */
export type Feuille = {
  readonly nom: string;
  readonly lignes: number;
  readonly colonnes: number;
  readonly masquee: boolean;
  readonly protegee: boolean;
  /** La marque que nous avons posée sur cette feuille, ou null : c'est elle, jamais le nom, qui dit qu'une feuille est à nous. */
  readonly marque: string | null;
  /** Les premières lignes, quand la lecture les demande : assez pour reconnaître un tableau sans tout lire. */
  readonly tete: Plage;
  /** Ses tableaux Excel, quand la lecture les demande et que l'hôte en a. */
  readonly tableaux?: readonly Tableau[];
  /** Les plages d'une feuille ouverte que la personne ne peut pas modifier, quand la lecture les demande et que l'hôte en a (Google Sheets). */
  readonly verrous?: readonly Rectangle[];
  /** Les cellules fusionnées à cheval sur le bord d'une zone lue, en même temps que les verrous, quand l'hôte défusionne pour vider (Excel). */
  readonly debords?: readonly Rectangle[];
};

/** Une cellule, désignée. */
export type Case = { readonly feuille: string; readonly ligne: number; readonly colonne: number };

/** Ce qu'un classeur porte hors de ses cellules et qui peut désigner quelqu'un. */
export type Annexes = {
  /** Notes et commentaires, leurs réponses comprises. */
  readonly commentaires: readonly (Case & { readonly texte: string })[];
  /** Les noms du classeur ou d'une feuille (`feuille`), avec ce qu'ils valent, signe égal compris ; pas ceux que le tableur se donne lui-même. */
  readonly noms: readonly { readonly nom: string; readonly feuille: string | null; readonly formule: string }[];
  /** Les tableaux croisés ; `zone` est leur place là où l'hôte refuse qu'on y écrive. */
  readonly croises: readonly { readonly nom: string; readonly feuille: string; readonly zone: Rectangle | null }[];
  /** Ce que cet hôte ne laisse pas lire, en mots français (« les notes »). */
  readonly nonLus: readonly string[];
};

export type Lecture = {
  /** Nombre de lignes de tête à donner pour chaque feuille (0 : aucune). */
  readonly tetes?: number;
  readonly zones?: readonly Zone[];
  /** Feuilles dont on veut les numéros de lignes masquées (filtre ou main). */
  readonly masquees?: readonly string[];
  /** Vrai quand le résultat en dépend : l'hôte les cherche alors même si cela lui coûte (Google Sheets ne les dit qu'une par une). */
  readonly masqueesDues?: boolean;
  readonly tableaux?: boolean;
  /** Vrai avant d'écrire : les plages protégées de chaque feuille. */
  readonly verrous?: boolean;
  /** Zones où l'on veut savoir quelles cellules sont des formules. */
  readonly formules?: readonly Zone[];
  /** Vrai pour ce qui est hors des cellules : commentaires, noms, tableaux croisés. */
  readonly annexes?: boolean;
};

export type Releve = {
  readonly feuilles: readonly Feuille[];
  /** Une plage par zone demandée, dans le même ordre ; les cellules hors de l'étendue utilisée peuvent manquer. */
  readonly plages: readonly Plage[];
  /** Null : l'hôte ne les a pas cherchées, parce que cela lui coûterait trop et que rien n'en dépend. */
  readonly masquees: readonly (ReadonlySet<number> | null)[];
  /** La mémoire du classeur : colonnes confirmées, réglages. */
  readonly memoire: Readonly<Record<string, string>>;
  /** Une plage par zone de formules demandée : vrai là où la cellule en est une. */
  readonly formules?: readonly Plage[];
  /** Quand la lecture les demande. */
  readonly annexes?: Annexes;
};

export type Style = {
  readonly gras?: boolean;
  readonly italique?: boolean;
  /** Taille en points. */
  readonly taille?: number;
  /** Couleurs « RRVVBB ». */
  readonly couleur?: string;
  readonly fond?: string;
  readonly format?: FormatNombre;
  readonly alignement?: 'gauche' | 'centre' | 'droite';
  readonly vertical?: 'haut' | 'milieu';
  readonly renvoi?: boolean;
  readonly bordure?: 'fine' | 'dessous';
};

/** Formats de nombre de nos feuilles ; chaque hôte les traduit. `pourcent` : 0,713 se lit « 71,3 % ». */
export type FormatNombre = 'pourcent' | 'entier' | 'decimal' | 'date' | 'texte';

export type Serie = {
  readonly titre: Zone;
  readonly valeurs: Zone;
  readonly forme: 'barres' | 'ligne';
  readonly couleur: string;
  /** Vrai pour l'axe de droite, gradué de 0 à 100 %. */
  readonly enPourcent?: boolean;
};

export type Graphique = {
  /** Nom stable : un second passage remplace le graphique au lieu d'en ajouter un. */
  readonly id: string;
  readonly genre: 'evolution' | 'secteurs';
  readonly titre: string;
  /** Ce que le graphique dit, pour qui ne le voit pas. */
  readonly lecture: string;
  readonly categories: Zone;
  readonly series: readonly Serie[];
  /** Vrai : les barres d'une même catégorie l'une sur l'autre, au lieu de côte à côte. */
  readonly empile?: boolean;
  /** Couleurs des parts, pour les secteurs. */
  readonly couleurs?: readonly string[];
  readonly place: Zone;
};

export type MiseEnPage = {
  readonly feuille: string;
  readonly orientation: 'portrait' | 'paysage';
  readonly zone: Zone;
  /** Pied de page : à gauche le nom du produit, à droite le numéro de page. */
  readonly pied: string;
  /** Vrai pour un rapport long : une page de large, autant de pages de haut qu'il faut ; sinon tout tient sur une page. */
  readonly hauteurLibre?: boolean;
};

/** Une condition de mise en forme : la cellule vérifie l'opérateur, elle prend le style. */
export type Regle = { readonly operateur: 'egal' | 'superieur' | 'inferieur' | 'contient'; readonly valeur: Cellule; readonly style: Style };

/**
 * Une modification du classeur, appliquée dans l'ordre du lot. Ce qui précède une « barriere » est dans le classeur avant ce qui la suit
 * (`flush()` dans Google Sheets ; Excel exécute le lot dans l'ordre) ; la fin d'un lot en est une.
 */
export type Modification =
  | { readonly genre: 'barriere' }
  /** Échoue si une feuille porte déjà ce nom. */
  | { readonly genre: 'creer-feuille'; readonly feuille: string }
  /** Copie faite par l'hôte (valeurs, styles), aux mêmes adresses, dans une feuille à nous. */
  | { readonly genre: 'copier'; readonly zone: Zone; readonly vers: string }
  /** Les cellules gardent leur style ; une valeur `null` efface le contenu seul. */
  | { readonly genre: 'ecrire'; readonly feuille: string; readonly ligne: number; readonly colonne: number; readonly valeurs: readonly (readonly CelluleSure[])[] }
  /** « Effacer tout » : valeurs, styles, et les fusions, listes de choix et mises en forme conditionnelles que la zone contient. */
  | { readonly genre: 'vider'; readonly zone: Zone }
  /** S'ajoute au style de chaque cellule : ce que `style` ne dit pas reste. */
  | { readonly genre: 'styler'; readonly zone: Zone; readonly style: Style }
  /** Largeurs des colonnes à partir de A, en caractères. */
  | { readonly genre: 'largeurs'; readonly feuille: string; readonly largeurs: readonly number[] }
  /** Hauteur de chaque ligne à partir de `ligne`, en points. */
  | { readonly genre: 'hauteurs'; readonly feuille: string; readonly ligne: number; readonly hauteurs: readonly number[] }
  | { readonly genre: 'fusionner'; readonly zones: readonly Zone[] }
  | { readonly genre: 'lister'; readonly zone: Zone; readonly choix: readonly string[] }
  /**
   * Des choix proposés, pris dans une plage du classeur ; une autre saisie reste permise. `selon` ne garde que les lignes où `parmi`, à la même
   * hauteur, vaut la cellule : là où l'hôte ne sait pas (Google Sheets), toute la plage est proposée.
   */
  | { readonly genre: 'lister-depuis'; readonly zone: Zone; readonly source: Zone; readonly selon?: { readonly cellule: Zone; readonly parmi: Zone } }
  | { readonly genre: 'colorer-selon'; readonly zone: Zone; readonly regles: readonly Regle[] }
  | { readonly genre: 'dessiner'; readonly graphique: Graphique }
  | { readonly genre: 'mettre-en-page'; readonly page: MiseEnPage }
  | { readonly genre: 'nommer'; readonly nom: string; readonly zone: Zone }
  /** Étend un tableau Excel vers le bas, jusqu'à des lignes déjà écrites ; `zone` est sa place nouvelle, en-tête compris. */
  | { readonly genre: 'redimensionner-tableau'; readonly nom: string; readonly zone: Zone }
  /** Les notes et les commentaires de ces cellules, réponses comprises ; une cellule qui n'en a pas reste telle quelle. */
  | { readonly genre: 'retirer-commentaires'; readonly cellules: readonly Case[] }
  /** Le nom reste, et vaut un texte vide : les formules qui l'emploient ne se brisent pas. */
  | { readonly genre: 'vider-nom'; readonly nom: string; readonly feuille: string | null }
  /** Ce que l'hôte garde à part (mémoire des tableaux croisés et des graphiques, résultats de formules) perd ces textes ; là où il sait refaire, d'après les cellules. */
  | { readonly genre: 'oublier'; readonly textes: readonly string[] }
  | { readonly genre: 'marquer'; readonly feuille: string; readonly marque: string | null }
  | { readonly genre: 'memoriser'; readonly clef: string; readonly valeur: string | null };

/** Un hôte synchrone (Apps Script, fichier) ou asynchrone (Excel) : les deux verbes. */
export type HoteSynchrone = { lis(lecture: Lecture): Releve; ecris(lot: readonly Modification[]): void };
export type HoteAsynchrone = { lis(lecture: Lecture): Promise<Releve>; ecris(lot: readonly Modification[]): Promise<void> };
