// Qui dépend de qui : pour une cellule changée, les formules à refaire, sans parcourir toutes les formules.
import { references, type Noeud } from './formules/arbre';
import { contientCellule, type Feuille, type Rectangle } from './feuille';

/** Une cellule du classeur : rang de sa feuille, clef de sa place. */
export type Lieu = { readonly feuille: number; readonly clef: number };

type Plage = { readonly haut: number; readonly bas: number; readonly lieu: Lieu };
type Index = { readonly cellules: Map<number, Lieu[]>; readonly colonnes: Map<number, Plage[]>; readonly larges: (Rectangle & { readonly lieu: Lieu })[] };

export type Graphe = {
  ajoute(lieu: Lieu): void;
  retire(lieu: Lieu): void;
  /** Les formules qui citent cette cellule. */
  dependants(feuille: number, ligne: number, colonne: number): Lieu[];
  /** Les formules, ailleurs, qui citent cette feuille. */
  dependantsDe(feuille: number): Lieu[];
};

/** Une plage de plus de colonnes n'est pas rangée colonne par colonne. */
const COLONNES_RANGEES = 40;

export const graphe = (feuilles: readonly Feuille[], nomme: (nom: string) => Noeud | null): Graphe => {
  const index: Index[] = feuilles.map(() => ({ cellules: new Map(), colonnes: new Map(), larges: [] }));
  const retires = new Set<Lieu>();
  const presents = new Map<string, Lieu>();
  const nomDe = ({ feuille, clef }: Lieu): string => `${feuille} ${clef}`;
  const rangDe = (nom: string | null, defaut: number): number => (nom === null ? defaut : feuilles.findIndex((f) => f.nom.toLowerCase() === nom.toLowerCase()));
  const range = <C>(carte: Map<C, Lieu[]>, clef: C, lieu: Lieu): void => {
    const liste = carte.get(clef);
    if (liste) liste.push(lieu);
    else carte.set(clef, [lieu]);
  };
  const actuel = (lieu: Lieu): boolean => !retires.has(lieu);

  return {
    retire: (lieu) => {
      const ancien = presents.get(nomDe(lieu));
      if (ancien) retires.add(ancien);
      presents.delete(nomDe(lieu));
    },
    ajoute: ({ feuille, clef }) => {
      const lieu = { feuille, clef };
      presents.set(nomDe(lieu), lieu);
      for (const ref of references(feuilles[feuille]!.arbre(clef), nomme)) {
        const cible = index[rangDe(ref.feuille, feuille)];
        if (cible === undefined) continue;
        if (ref.haut === ref.bas && ref.gauche === ref.droite) range(cible.cellules, ref.haut * 16384 + ref.gauche - 1, lieu);
        else if (ref.droite - ref.gauche >= COLONNES_RANGEES) cible.larges.push({ haut: ref.haut, gauche: ref.gauche, bas: ref.bas, droite: ref.droite, lieu });
        else
          for (let c = ref.gauche; c <= ref.droite; c++) {
            const plages = cible.colonnes.get(c) ?? [];
            if (plages.length === 0) cible.colonnes.set(c, plages);
            plages.push({ haut: ref.haut, bas: ref.bas, lieu });
          }
      }
    },
    dependants: (feuille, ligne, colonne) => {
      const { cellules, colonnes, larges } = index[feuille]!;
      const trouves = [...(cellules.get(ligne * 16384 + colonne - 1) ?? [])];
      for (const { haut, bas, lieu } of colonnes.get(colonne) ?? []) if (ligne >= haut && ligne <= bas) trouves.push(lieu);
      for (const large of larges) if (contientCellule(large, ligne, colonne)) trouves.push(large.lieu);
      return trouves.filter(actuel);
    },
    dependantsDe: (feuille) => {
      const { cellules, colonnes, larges } = index[feuille]!;
      const tous = [...cellules.values()].flat().concat([...colonnes.values()].flat().map(({ lieu }) => lieu), larges.map(({ lieu }) => lieu));
      return [...new Set(tous)].filter((lieu) => actuel(lieu) && lieu.feuille !== feuille);
    },
  };
};
