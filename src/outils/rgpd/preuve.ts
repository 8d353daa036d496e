// La preuve d'un consentement : l'identité, le consentement, la date (boîte à outils, axe 1), et ce qui y manque, dit en clair (domaine.md §5.3).
import { estVide, type Cellule } from '../../socle/cellule';
import { lisDate } from '../../socle/dates-colonne';
import { dateFr } from '../../socle/format';
import { sansAccents } from '../../socle/normalise';
import type { Jour } from '../../socle/jours';

type Statut = 'complete' | 'aucune' | 'sans-identite' | 'refuse' | 'sans-date' | 'date-illisible' | 'apres-la-reponse' | 'retire' | 'ambigu';

export type Preuve = { readonly statut: Statut; readonly phrase: string };

/** Un zéro est une cellule vide : Excel de bureau la donne ainsi. */
const rien = (valeur: unknown): boolean => estVide(valeur) || valeur === 0 || (typeof valeur === 'string' && valeur.trim() === '');

type Consentement = 'oui' | 'non' | 'retire' | 'vide' | 'ambigu';

export const lisConsentement = (valeur: unknown): Consentement => {
  if (rien(valeur)) return 'vide';
  if (valeur === true || valeur === 1) return 'oui';
  if (valeur === false) return 'non';
  const mot = sansAccents(String(valeur)).replace(/[^a-z0-9]+/g, ' ').trim();
  if (/^(oui|o|ok|x|vrai|true|yes|1|d accord|daccord|accord|accepte|acceptee|accorde|consent|consenti|donne|coche)\b/.test(mot) && !/\b(pas|non|retire)\b/.test(mot)) return 'oui';
  if (/^(retir|revoqu|withdrawn)/.test(mot)) return 'retire';
  if (/^(non|n|faux|false|no|refus|oppose|opposition|decline|pas d accord)\b|^refus/.test(mot)) return 'non';
  return 'ambigu';
};

/** @returns le jour, null pour une cellule vide, undefined pour ce qui n'est pas une date */
export const jourDe = (valeur: unknown): Jour | null | undefined => {
  if (rien(valeur)) return null;
  const jour = lisDate(valeur as Cellule);
  return jour > 0 ? Math.floor(jour) : undefined;
};

export type Piece = { readonly identite: unknown; readonly consentement: unknown; readonly date: unknown; readonly reponse?: unknown; readonly retrait?: unknown };

const dit = (statut: Statut, phrase: string): Preuve => ({ statut, phrase });

/** Ce que l'on écrit dans une case « Date de retrait » pour dire qu'il n'y en a pas. */
const PAS_DE_RETRAIT = /^(-+|–|—|\/|non|neant|aucune?|sans objet|s\.?o\.?|faux|false)$/;

/** Ce que vaut une preuve ; un retrait l'emporte sur tout le reste. */
export const preuveDe = ({ identite, consentement, date, reponse, retrait }: Piece): Preuve => {
  const retireLe = PAS_DE_RETRAIT.test(sansAccents(String(retrait ?? '')).trim()) ? null : jourDe(retrait);
  if (retireLe !== null && retireLe !== undefined) return dit('retire', `Retiré le ${dateFr(retireLe)} : excluez la réponse des calculs`);
  const accord = lisConsentement(consentement);
  if (accord === 'retire' || retireLe === undefined) return dit('retire', 'Retiré, sans date de retrait lisible : excluez la réponse des calculs');
  if (accord === 'ambigu') return dit('ambigu', 'Consentement ambigu : écrivez Oui, Non ou Retiré');
  if (accord === 'non') return dit('refuse', 'Consentement refusé : excluez la réponse des calculs');
  const donneLe = jourDe(date);
  if (accord === 'vide') return rien(identite) || donneLe === null ? dit('aucune', 'Aucune preuve de consentement') : dit('aucune', 'Consentement non renseigné');
  if (rien(identite)) return dit('sans-identite', 'Identité manquante');
  if (donneLe === null) return dit('sans-date', 'Date du consentement manquante');
  if (donneLe === undefined) return dit('date-illisible', 'Date du consentement illisible');
  const reponduLe = jourDe(reponse);
  if (typeof reponduLe === 'number' && donneLe > reponduLe) return dit('apres-la-reponse', `Consentement du ${dateFr(donneLe)}, postérieur à la réponse du ${dateFr(reponduLe)}`);
  return dit('complete', 'Complète');
};
