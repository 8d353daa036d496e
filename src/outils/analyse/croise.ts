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

/** Des réponses, chacune par le rang de son écriture : une écriture ne se lit qu'une fois, même répétée cent mille fois. */
type Ecritures = { readonly rangs: Int32Array; readonly distinctes: readonly unknown[] };

/** @param accepte dit, une fois par écriture, si elle se traite ici ; un refus rend null */
const ecritures = (taille: number, lis: (i: number) => unknown, accepte: (valeur: unknown) => boolean = () => true): Ecritures | null => {
  const rangDe = new Map<unknown, number>();
  const rangs = new Int32Array(taille);
  for (let i = 0; i < taille; i++) {
    const valeur = lis(i);
    let rang = rangDe.get(valeur);
    if (rang === undefined) {
      if (!accepte(valeur)) return null;
      rangDe.set(valeur, (rang = rangDe.size));
    }
    rangs[i] = rang;
  }
  return { rangs, distinctes: [...rangDe.keys()] };
};

/** Au-delà, seuls les couples vus ont un compte : une case pour chaque couple possible ne tiendrait pas en mémoire. */
const CASES_MAX = 2 ** 20;

/** Combien de lignes ont chaque couple d'écritures. */
const couples = (l: Ecritures, c: Ecritures): ReadonlyMap<number, number> => {
  const largeur = c.distinctes.length;
  if (l.distinctes.length * largeur > CASES_MAX) {
    const vus = new Map<number, number>();
    l.rangs.forEach((rang, i) => {
      const couple = rang * largeur + (c.rangs[i] as number);
      vus.set(couple, (vus.get(couple) ?? 0) + 1);
    });
    return vus;
  }
  const cases = new Int32Array(l.distinctes.length * largeur);
  const ordre: number[] = [];
  for (let i = 0; i < l.rangs.length; i++) {
    const couple = (l.rangs[i] as number) * largeur + (c.rangs[i] as number);
    const deja = cases[couple] as number;
    if (deja === 0) ordre.push(couple);
    cases[couple] = deja + 1;
  }
  return new Map(ordre.map((couple) => [couple, cases[couple] as number]));
};

const croiseEcritures = (l: Ecritures, c: Ecritures): Croisement => {
  const largeur = c.distinctes.length;
  // Dans l'ordre où les couples se présentent : le premier libellé vu est celui qui se montre.
  const retenus = [...couples(l, c)].flatMap(([couple, combien]) => {
    const [ligne, colonne] = [l.distinctes[Math.floor(couple / largeur)], c.distinctes[couple % largeur]];
    return clefDe(ligne) !== '' && clefDe(colonne) !== '' ? [{ ligne, colonne, combien }] : [];
  });
  const [lignes, colonnes] = [modalitesDe(retenus.map(({ ligne }) => ligne)), modalitesDe(retenus.map(({ colonne }) => colonne))];
  const effectifs = lignes.libelles.map(() => colonnes.libelles.map(() => 0));
  for (const { ligne, colonne, combien } of retenus) {
    const rangee = effectifs[lignes.rangDe.get(clefDe(ligne)) as number] as number[];
    const j = colonnes.rangDe.get(clefDe(colonne)) as number;
    rangee[j] = (rangee[j] as number) + combien;
  }
  return { lignes: lignes.libelles, colonnes: colonnes.libelles, effectifs };
};

/** @param lignes et `colonnes` de même longueur ; une ligne où l'une manque ne compte pas */
export const croise = (lignes: readonly unknown[], colonnes: readonly unknown[]): Croisement =>
  croiseEcritures(ecritures(lignes.length, (i) => lignes[i]) as Ecritures, ecritures(lignes.length, (i) => colonnes[i]) as Ecritures);

/** Une écriture qui ne demande ni relecture de la cellule (0, null), ni lecture d'un objet Date, ni refus. */
const simple = (valeur: unknown): boolean => (typeof valeur === 'string' ? !estErreur(valeur) : typeof valeur === 'boolean' || (typeof valeur === 'number' && valeur !== 0));

const colonneSimple = (matrice: unknown): Ecritures | null => {
  if (!Array.isArray(matrice) || matrice.some((ligne: unknown) => !Array.isArray(ligne) || ligne.length !== 1)) return null;
  return ecritures(matrice.length, (i) => (matrice[i] as readonly unknown[])[0], simple);
};

/** Le même croisement, pris dans les matrices de l'hôte sans les recopier ; null quand elles demandent la lecture commune. */
export const croiseMatrices = (lignes: unknown, colonnes: unknown): Croisement | null => {
  const l = colonneSimple(lignes);
  const c = l === null ? null : colonneSimple(colonnes);
  return l === null || c === null || l.rangs.length !== c.rangs.length ? null : croiseEcritures(l, c);
};
