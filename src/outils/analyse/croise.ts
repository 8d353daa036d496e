// Croiser deux suites de réponses : les écritures d'un même mot réunies, les réponses dans leur ordre naturel.
import { estErreur, estVide } from '../../socle/cellule';
import { erreur } from '../../socle/erreurs';
import { sansAccents } from '../../socle/normalise';
import { rangsDe } from './echelles';

export type Croisement = { readonly lignes: readonly string[]; readonly colonnes: readonly string[]; readonly effectifs: readonly (readonly number[])[] };

/** Une réponse comme elle se compare ; '' quand il n'y en a pas. */
export const clefDe = (valeur: unknown): string => {
  // Un calcul impossible (NaN, infini) n'est pas une réponse.
  if (estVide(valeur) || (typeof valeur === 'number' && !Number.isFinite(valeur))) return '';
  if (estErreur(valeur)) throw erreur(`Une réponse contient l’erreur ${valeur.trim()}`, 'Corrigez la formule de cette cellule');
  return typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : sansAccents(String(valeur)).replace(/[’]/g, "'");
};

const texteDe = (valeur: unknown): string => (typeof valeur === 'boolean' ? (valeur ? 'Oui' : 'Non') : String(valeur).trim().replace(/\s+/g, ' '));

export type Modalites = { readonly libelles: readonly string[]; readonly rangDe: ReadonlyMap<string, number> };

/** Les réponses distinctes, dans leur ordre : une échelle connue, des nombres, sinon l'alphabet. Le libellé est la première écriture vue, avec sa majuscule si quelqu'un la met. */
export const modalitesDe = (valeurs: readonly unknown[]): Modalites => {
  const libelles = new Map<string, string>();
  for (const valeur of valeurs) {
    const clef = clefDe(valeur);
    if (clef === '') continue;
    const [deja, texte] = [libelles.get(clef), texteDe(valeur)];
    if (deja === undefined || (/^\p{Ll}/u.test(deja) && /^\p{Lu}/u.test(texte))) libelles.set(clef, texte);
  }
  const clefs = [...libelles.keys()];
  const rangs = rangsDe(clefs);
  const ordre = clefs.map((clef, i) => ({ clef, rang: rangs[i] as number })).sort((a, b) => a.rang - b.rang || (a.clef < b.clef ? -1 : 1));
  return { libelles: ordre.map(({ clef }) => libelles.get(clef) as string), rangDe: new Map(ordre.map(({ clef }, i) => [clef, i])) };
};

/** @param lignes et `colonnes` de même longueur ; une ligne où l'une manque ne compte pas */
export const croise = (lignes: readonly unknown[], colonnes: readonly unknown[]): Croisement => {
  const garde = lignes.map((valeur, i) => clefDe(valeur) !== '' && clefDe(colonnes[i]) !== '');
  const [l, c] = [modalitesDe(lignes.filter((_, i) => garde[i])), modalitesDe(colonnes.filter((_, i) => garde[i]))];
  const effectifs = l.libelles.map(() => c.libelles.map(() => 0));
  lignes.forEach((valeur, i) => {
    if (!garde[i]) return;
    const ligne = effectifs[l.rangDe.get(clefDe(valeur)) as number] as number[];
    const j = c.rangDe.get(clefDe(colonnes[i])) as number;
    ligne[j] = (ligne[j] as number) + 1;
  });
  return { lignes: l.libelles, colonnes: c.libelles, effectifs };
};
