// L'état du volet : ce qu'il a reçu, l'écran montré, le travail en cours, et ce que la personne a choisi pour cette fois.
import type { Difference, Bornee, CommandeVisee, OutilMontre, Ouverture, Reponse, SaisiesParOutil, AideFonction, Rubriques } from '../guichet/demande';
import type { Apercu } from '../socle/outil';

export type Ecran = 'principal' | 'alertes' | 'doutes' | 'colonnes' | 'apercu' | 'comparaison' | 'sauvegardes' | 'purge' | 'reglages' | 'fonctions' | 'aide';

type Travail = { readonly libelle: string; readonly fait: number; readonly total: number; readonly annulable: boolean };

type Refus = { readonly message: string; readonly adresse: string | null };

export type Etat = {
  readonly ouverture: Ouverture | null;
  readonly ecran: Ecran;
  /** L'outil dont l'onglet est ouvert. */
  readonly outil: string | null;
  readonly travail: Travail | null;
  readonly refus: Refus | null;
  /** Ce qui vient d'être fait ; `feuille` est l'onglet à montrer. */
  readonly succes: { readonly message: string; readonly feuille: string | null; readonly ecrit: boolean } | null;
  readonly apercu: { readonly commande: CommandeVisee; readonly apercu: Apercu } | null;
  readonly comparaison: (Bornee<Difference> & { readonly feuille: string; readonly sauvegarde: string; /** L'écran d'où l'on vient. */ readonly depuis: Ecran }) | null;
  readonly purge: Extract<Reponse, { genre: 'purge' | 'purgePersonnelles' }> | null;
  readonly fonctions: readonly AideFonction[] | null;
  readonly aide: Rubriques;
  /** AAAA-MM-JJ, ou null pour aujourd'hui. */
  readonly au: string | null;
  readonly saisies: SaisiesParOutil;
};

export const DEPART: Etat = {
  ouverture: null, ecran: 'principal', outil: null, travail: null, refus: null, succes: null, apercu: null, comparaison: null, purge: null, fonctions: null, aide: [], au: null, saisies: {},
};

/** L'outil montré : celui choisi, sinon le premier qui a reconnu une feuille, sinon le premier. */
export const outilMontre = ({ ouverture, outil }: Etat): OutilMontre | null => {
  const outils = ouverture?.outils ?? [];
  return outils.find(({ id }) => id === outil) ?? outils.find(({ analyse }) => (analyse?.feuilles.length ?? 0) > 0) ?? outils[0] ?? null;
};
