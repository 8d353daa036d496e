// La cellule active et le rectangle choisi ; ce que fait chaque touche de direction.
import { estVide } from '../../socle/cellule';
import { COLONNES_MAX, LIGNES_MAX } from '../../fichier/limites';
import { contientCellule, type Feuille, type Rectangle } from '../feuille';

type Place = { readonly ligne: number; readonly colonne: number };
export type Selection = { readonly ancre: Place; readonly actif: Place };

export const uneCellule = (ligne: number, colonne: number): Selection => ({ ancre: { ligne, colonne }, actif: { ligne, colonne } });

/** Le rectangle choisi ; une cellule fusionnée s'y voit tout entière. */
export const rectangleDe = ({ ancre, actif }: Selection, feuille: Feuille): Rectangle => {
  const r = { haut: Math.min(ancre.ligne, actif.ligne), bas: Math.max(ancre.ligne, actif.ligne), gauche: Math.min(ancre.colonne, actif.colonne), droite: Math.max(ancre.colonne, actif.colonne) };
  const fusion = feuille.fusions.find((f) => contientCellule(f, actif.ligne, actif.colonne));
  return fusion && ancre.ligne === actif.ligne && ancre.colonne === actif.colonne ? fusion : r;
};

/** Ctrl + flèche : jusqu'au bord du bloc de cellules remplies. */
const saute = (feuille: Feuille, depuis: Place, dl: number, dc: number, bornes: { lignes: number; colonnes: number }): Place => {
  const pleine = (l: number, c: number): boolean => !estVide(feuille.valeur(l, c));
  const { lignes, colonnes } = feuille.etendue();
  let { ligne, colonne } = depuis;
  const dans = (l: number, c: number): boolean => l >= 1 && c >= 1 && l <= Math.max(lignes, 1) && c <= Math.max(colonnes, 1);
  const depart = pleine(ligne, colonne) && pleine(ligne + dl, colonne + dc);
  while (dans(ligne + dl, colonne + dc) && (depart ? pleine(ligne + dl, colonne + dc) : true)) {
    ligne += dl;
    colonne += dc;
    if (!depart && pleine(ligne, colonne)) break;
  }
  return { ligne: Math.min(ligne, bornes.lignes), colonne: Math.min(colonne, bornes.colonnes) };
};

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] };

/** La sélection après cette touche, ou null si la touche ne déplace rien. */
export const bouge = (selection: Selection, touche: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean }, feuille: Feuille, page: number, bornes: { lignes: number; colonnes: number }): Selection | null => {
  const { actif, ancre } = selection;
  const ctrl = touche.ctrlKey || touche.metaKey;
  let cible: Place | null = null;
  const direction = DIRECTIONS[touche.key];
  if (direction) {
    const [dl, dc] = touche.key === 'Enter' && touche.shiftKey ? ([-1, 0] as const) : direction;
    if (ctrl && touche.key !== 'Enter') cible = saute(feuille, actif, dl, dc, bornes);
    else {
      // On sort d'une cellule fusionnée par son bord.
      const fusion = feuille.fusions.find((f) => contientCellule(f, actif.ligne, actif.colonne));
      cible = { ligne: (dl > 0 ? (fusion?.bas ?? actif.ligne) : actif.ligne) + dl, colonne: (dc > 0 ? (fusion?.droite ?? actif.colonne) : actif.colonne) + dc };
      while (feuille.vue.masquees.has(cible.ligne) && cible.ligne > 1 && dl !== 0) cible = { ...cible, ligne: cible.ligne + dl };
    }
  } else if (touche.key === 'PageDown') cible = { ...actif, ligne: actif.ligne + page };
  else if (touche.key === 'PageUp') cible = { ...actif, ligne: actif.ligne - page };
  else if (touche.key === 'Home') cible = { ligne: ctrl ? 1 : actif.ligne, colonne: 1 };
  else if (touche.key === 'End') cible = ctrl ? { ligne: Math.max(1, feuille.etendue().lignes), colonne: Math.max(1, feuille.etendue().colonnes) } : { ...actif, colonne: Math.max(1, feuille.etendue().colonnes) };
  if (cible === null) return null;
  let dedans = { ligne: Math.min(LIGNES_MAX, Math.max(1, cible.ligne)), colonne: Math.min(COLONNES_MAX, Math.max(1, cible.colonne)) };
  const fusion = feuille.fusions.find((f) => contientCellule(f, dedans.ligne, dedans.colonne));
  if (fusion) dedans = { ligne: fusion.haut, colonne: fusion.gauche };
  return touche.shiftKey && touche.key !== 'Enter' ? { ancre, actif: dedans } : { ancre: dedans, actif: dedans };
};
