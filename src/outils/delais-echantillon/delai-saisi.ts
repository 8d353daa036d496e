// Ce que dit une case de la grille : un délai en jours, NR, rien, ou une saisie à corriger.
import { estErreur, estVide } from '../../socle/cellule';
import { lisNombreTexte } from '../../socle/nombres-texte';
import { sansAccents } from '../../socle/normalise';

export type Saisi =
  | { readonly genre: 'vide' }
  | { readonly genre: 'nr' }
  | { readonly genre: 'delai'; readonly jours: number }
  /** Le titre d'une ligne ou d'une colonne : « Courrier 3 », « Date 5 », « Mars ». */
  | { readonly genre: 'titre' }
  | { readonly genre: 'zero' }
  | { readonly genre: 'refus'; readonly motif: 'negatif' | 'texte' | 'erreur' | 'date' };

const NR = /^(nr|n r|non (encore )?(repond|trait|clos|fait)[a-z]*|(pas|jamais) (encore )?(de reponse|repond|trait)[a-z]*|(sans|aucune) (reponse|suite))$/;
const NR_SIGNES = /^[/\\—–-]+$/;
const TITRE = /^((date|courrier|courriel|mail|e mail|mel|lettre|message|demande)s? ?(n|no|numero)? ?\d*|(janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[a-z]*( \d{2,4})?)$/;

/** Un « délai » plus long que dix ans est une date, ou un numéro. */
const DELAI_MAX = 3650;

const epure = (texte: string): string => sansAccents(texte).replace(/[^a-z0-9]+/g, ' ').trim();

const depuisTexte = (texte: string): Saisi => {
  const brut = texte.trim();
  if (brut === '') return { genre: 'vide' };
  if (estErreur(brut)) return { genre: 'refus', motif: 'erreur' };
  if (NR_SIGNES.test(brut) || NR.test(epure(brut))) return { genre: 'nr' };
  const nombre = lisNombreTexte(brut);
  if (nombre !== null) return depuisNombre(nombre);
  return TITRE.test(epure(brut)) ? { genre: 'titre' } : { genre: 'refus', motif: 'texte' };
};

const depuisNombre = (nombre: number): Saisi => {
  if (nombre === 0) return { genre: 'zero' };
  if (nombre < 0) return { genre: 'refus', motif: 'negatif' };
  return nombre > DELAI_MAX ? { genre: 'refus', motif: 'date' } : { genre: 'delai', jours: nombre };
};

export const lisSaisi = (valeur: unknown): Saisi => {
  if (estVide(valeur)) return { genre: 'vide' };
  if (typeof valeur === 'string') return depuisTexte(valeur);
  return typeof valeur === 'number' && Number.isFinite(valeur) ? depuisNombre(valeur) : { genre: 'refus', motif: 'texte' };
};
