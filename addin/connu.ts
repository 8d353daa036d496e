// Ce que l'adaptateur retient du classeur entre deux appels, pour tout demander en un seul envoi. Rien ici n'est cru sans être relu.
import type { Parties } from './memoire';
export type Connu = {
  /** Les noms des onglets au dernier appel ; null : on ne sait rien. */
  onglets: readonly string[] | null;
  /** Les graphiques des feuilles qui portent notre marque. */
  readonly graphiques: Map<string, readonly string[]>;
  /** Les feuilles qui portent notre marque. */
  readonly marquees: Set<string>;
  /** Les parties XML qui portent la mémoire ; null : on ne sait pas. */
  parties: Parties | null;
  /** Vrai quand le classeur compte ses dates depuis 1904 ; cela ne change pas d'un appel à l'autre. */
  date1904: boolean | null;
  /** Ce que pèse une cellule lue, en octets, d'après ce qui vient d'être lu. */
  octets: number;
  /** Combien d'onglets, avec leurs têtes, tiennent dans un envoi. */
  groupe: number;
};

/** Une date seule pèse 6 octets, un objet de courrier 40 : de quoi faire un premier envoi raisonnable. */
const OCTETS_AU_DEPART = 12;
/** Cinquante têtes de soixante lignes et vingt colonnes pèsent moins d'un mégaoctet. */
const ONGLETS_AU_DEPART = 50;

export const rienDeConnu = (): Connu => ({ onglets: null, graphiques: new Map(), marquees: new Set(), parties: null, date1904: null, octets: OCTETS_AU_DEPART, groupe: ONGLETS_AU_DEPART });

export const oublie = (connu: Connu): void => {
  connu.onglets = null;
  connu.graphiques.clear();
  connu.marquees.clear();
  connu.parties = null;
};
