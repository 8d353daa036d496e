// Ce que le volet attend de la page qui l'accueille : Excel, Google Sheets ou la page locale. Rien d'autre ne les distingue.
import type { CommandeVisee, Demande, Reponse } from '../guichet/demande';
import type { Formule } from '../guichet/formule';
import type { Apercu } from '../socle/outil';
import type { Avancement } from '../socle/suite';

export type HoteDuVolet = {
  /** L'apparence : celle du tableur qui accueille le volet. */
  readonly peau: 'excel' | 'sheets';
  /** Ce que l'hôte met devant le nom de nos fonctions : « SP. » dans Excel, rien ailleurs. */
  readonly prefixe: string;
  /**
   * Pose une demande au guichet. Excel et la page locale : `conduisAsync(repond(demande, aujourdhui), port, suivi, arret)` ;
   * Google Sheets : `google.script.run` et `conduis` (une chaîne JSON dans chaque sens).
   * Une promesse rejetée est montrée comme un refus ; son message l'est seulement si c'est une `ErreurClasseur`.
   */
  demande(demande: Demande, suivi?: (avancement: Avancement) => unknown, arret?: AbortSignal): Promise<Reponse>;
  /** Faux pour une demande que l'hôte ne sait pas arrêter en route ; sans lui, toutes s'annulent tant que rien n'est écrit. */
  annulable?(demande: Demande): boolean;
  /** La cellule choisie (« Plan!C12 »), pour les commandes qui partent d'elle ; null quand l'hôte la joint lui-même à la demande, ou n'en a pas. */
  cellule?(): Promise<string | null>;
  /** Montre et choisit une cellule : « Suivi!C37 » (le nom de l'onglet tel qu'il se lit, sans apostrophes). */
  va(adresse: string): Promise<void>;
  /** Écrit la formule dans la cellule choisie par la personne, si elle est vide ; une cellule occupée est refusée par une phrase. Rend l'adresse écrite. */
  insere(formule: Formule): Promise<string>;
  /** Le thème du tableur, s'il le dit ; sinon celui du système. */
  readonly theme?: 'clair' | 'sombre';
  /** Vrai quand le classeur ne peut pas être modifié (lecture seule). */
  readonly lectureSeule?: boolean;
  /** Comment la personne revient en arrière après une écriture, en une phrase ; absent : rien n'est dit. */
  readonly annulation?: string;
  /** Donne un fichier à enregistrer, là où l'hôte le permet (la page, Google Sheets ; Excel de bureau ne le permet pas). */
  telecharge?(fichier: { readonly nom: string; readonly type: string; readonly texte: string }): void;
  /** Ouvre un classeur d'exemple, là où c'est possible. */
  exemple?(): Promise<void>;
  /** Appelle `rappel` quand le classeur a changé ; rend de quoi ne plus écouter. */
  surChangement?(rappel: () => void): () => void;
  /** Appelle `rappel` quand un bouton du tableur (ruban) demande quelque chose au volet ; rend de quoi ne plus écouter. */
  surOrdre?(rappel: (ordre: Ordre) => void): () => void;
};

/** Dire une phrase, montrer l'aide, relire ce que le tableur vient d'écrire, demander l'accord pour ce qui touche au travail de quelqu'un. */
export type Ordre = { readonly genre: 'dis'; readonly ton: 'fait' | 'refus'; readonly message: string; readonly adresse: string | null } | { readonly genre: 'aide' } | { readonly genre: 'actualise' } | { readonly genre: 'apercu'; readonly outil: string; readonly commande: CommandeVisee; readonly apercu: Apercu };
