// Ce qui désigne quelqu'un hors des cellules : un commentaire, un nom du classeur qui vaut un texte. Ce qu'on efface, ce qu'on ne fait que nommer.
import { adresse, zoneDeCellule, type Zone } from '../../socle/cellule';
import type { Annexes, Case, Releve } from '../../socle/classeur';
import { empreinte } from '../../socle/empreinte';
import { detecte, type Genre } from './detecteurs';
import { clefDe } from './reponses';
import { repreneur } from './reprises';

/** Un commentaire ou un nom à vider, et de quoi reconnaître ce que la personne en a vu ; aucun contenu. */
export type CommentaireARetirer = Case & { readonly empreinte: string };
export type NomAVider = { readonly nom: string; readonly feuille: string | null; readonly empreinte: string };

/** Ce que la lecture a rendu hors des cellules : un hôte qui ne sait rien lire rend des listes vides. */
export const annexesDe = ({ annexes }: Releve): Annexes => {
  if (annexes === undefined) throw new Error('annexes demandées');
  return annexes;
};

/** Le texte d'un nom qui vaut un texte : `="Aube"` ; null pour une plage, un nombre, une formule. */
const texteDuNom = (formule: string): string | null => {
  const [, texte] = /^="((?:[^"]|"")*)"$/.exec(formule) ?? [];
  return texte === undefined || texte === '' ? null : texte.replace(/""/g, '"');
};

export const dans = (zones: readonly Zone[], { feuille, ligne, colonne }: Case): boolean => zones.some((z) => z.feuille === feuille && ligne >= z.ligne && ligne < z.ligne + z.lignes && colonne >= z.colonne && colonne < z.colonne + z.colonnes);

/** Tout commentaire d'une cellule effacée, et tout autre qui parle de quelqu'un. */
export const commentairesARetirer = ({ commentaires }: Annexes, zones: readonly Zone[], textes: ReadonlySet<string>, garde: (ou: Case) => boolean): CommentaireARetirer[] => {
  const reprend = repreneur(textes, true);
  return commentaires.filter((une) => !garde(une) && (dans(zones, une) || detecte(une.texte).length > 0 || reprend(clefDe(une.texte)))).map(({ feuille, ligne, colonne, texte }) => ({ feuille, ligne, colonne, empreinte: empreinte(texte).slice(0, 8) }));
};

export const nomsAVider = ({ noms }: Annexes, textes: ReadonlySet<string>): NomAVider[] => {
  const reprend = repreneur(textes, true);
  return noms.flatMap(({ nom, feuille, formule }) => {
    const texte = texteDuNom(formule);
    return texte !== null && (detecte(texte).length > 0 || reprend(clefDe(texte))) ? [{ nom, feuille, empreinte: empreinte(formule).slice(0, 8) }] : [];
  });
};

/** « ='Plan 2026'!$B$2:$D$9 » */
const zoneDuNom = (formule: string): Zone | null => {
  if (!/^=[^(),]+![^(),]+$/.test(formule)) return null;
  const [debut = '', fin = debut] = formule.slice(1).split(':');
  const [z, bas] = [zoneDeCellule(debut), zoneDeCellule(fin)];
  return { ...z, lignes: bas.ligne - z.ligne + 1, colonnes: bas.colonne - z.colonne + 1 };
};

/** Les noms qui désignent des cellules effacées : ils restent, et ne montrent plus rien. */
export const nomsVises = ({ noms }: Annexes, zones: readonly Zone[]): string[] =>
  noms.filter(({ formule }) => {
    const vise = zoneDuNom(formule);
    return vise !== null && zones.some((z) => z.feuille === vise.feuille && z.ligne < vise.ligne + vise.lignes && vise.ligne < z.ligne + z.lignes && z.colonne < vise.colonne + vise.colonnes && vise.colonne < z.colonne + z.colonnes);
  }).map(({ nom }) => nom);

/** Ce qui se reconnaît hors des cellules, pour « Chercher » : où, et quoi. */
export const horsCellules = ({ commentaires, noms }: Annexes): { readonly feuille: string; readonly quoi: string; readonly ou: string; readonly genres: readonly Genre[] }[] => [
  ...commentaires.map(({ feuille, ligne, colonne, texte }) => ({ feuille, quoi: 'commentaire', ou: adresse(feuille, ligne, colonne).slice(feuille.length + 1), genres: detecte(texte) })),
  ...noms.map(({ nom, feuille, formule }) => ({ feuille: feuille ?? '(classeur)', quoi: 'nom', ou: nom, genres: detecte(texteDuNom(formule) ?? '') })),
].filter(({ genres }) => genres.length > 0);
