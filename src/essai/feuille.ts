// Une feuille en mémoire : ses valeurs du moment, ses formules, ce que la personne y a changé.
import { estVide, type Cellule } from '../socle/cellule';
import { bornesDe } from '../fichier/xlsx-cellules';
import { clefDe, type FormuleLue, type VueDeFeuille } from '../fichier/xlsx-vue';
import { analyse, type Noeud } from './formules/arbre';
import { DU_FICHIER } from './formules/jetons';
import { decale, duFichier } from './formules/traduction';

export type Rectangle = { readonly haut: number; readonly gauche: number; readonly bas: number; readonly droite: number };

/** `texte` dans l'écriture du fichier, sans « = ». `etendue` : les cellules qu'occupe le résultat, null pour une seule. */
export type Formule = { readonly texte: string; readonly etendue: Rectangle | null };

export const ligneDeClef = (clef: number): number => Math.floor(clef / 16384);
export const colonneDeClef = (clef: number): number => (clef % 16384) + 1;
export const contientCellule = (r: Rectangle, ligne: number, colonne: number): boolean => ligne >= r.haut && ligne <= r.bas && colonne >= r.gauche && colonne <= r.droite;

export type Feuille = {
  readonly nom: string;
  readonly masquee: boolean;
  readonly protegee: boolean;
  readonly marque: string | null;
  readonly vue: VueDeFeuille;
  readonly fusions: readonly Rectangle[];
  /** Pour une cellule en erreur : la phrase qui l'explique. */
  readonly phrases: Map<number, string>;
  /** Formats posés par une saisie et pas encore dans le fichier, par cellule, dans l'écriture du fichier. */
  readonly codes: Map<number, string>;
  valeur(ligne: number, colonne: number): Cellule;
  pose(ligne: number, colonne: number, valeur: Cellule): void;
  formule(clef: number): Formule | null;
  poseFormule(clef: number, formule: Formule | null): void;
  clefsDesFormules(): IterableIterator<number>;
  arbre(clef: number): Noeud;
  /** Les autres cellules de la même formule partagée, si celle-ci en porte le texte. */
  dependantesPartagees(clef: number): number[];
  /** La formule matricielle dont le résultat couvre cette cellule sans y être écrite. */
  couverte(ligne: number, colonne: number): number | null;
  etendue(): { readonly lignes: number; readonly colonnes: number };
};

export const enRectangle = (ref: string): Rectangle | null => bornesDe(ref);

export const feuilleDe = (vue: VueDeFeuille, etat: { readonly masquee: boolean; readonly protegee: boolean; readonly marque: string | null }): Feuille => {
  const lues = vue.formules;
  const ecrites = new Map<number, Formule | null>();
  const arbres = new Map<number, Noeud>();
  /** Le texte de chaque groupe de formules partagées, et d'où il vient. */
  const groupes = new Map<string, number>();
  for (const [clef, lue] of lues) if (lue.genre === 'partagee' && lue.groupe !== null && lue.texte !== '') groupes.set(lue.groupe, clef);
  const matrices = new Map<number, Rectangle>();
  for (const [clef, lue] of lues) {
    const portee = lue.genre === 'matrice' || lue.genre === 'table' ? enRectangle(lue.portee ?? '') : null;
    if (portee && (portee.haut !== portee.bas || portee.gauche !== portee.droite)) matrices.set(clef, portee);
  }

  const texteDe = (clef: number, lue: FormuleLue): string => {
    if (lue.genre !== 'partagee' || lue.texte !== '' || lue.groupe === null) return lue.texte;
    const source = groupes.get(lue.groupe);
    const texte = source === undefined ? undefined : lues.get(source)?.texte;
    return texte === undefined ? '' : decale(texte, ligneDeClef(clef) - ligneDeClef(source!), colonneDeClef(clef) - colonneDeClef(source!));
  };
  let connue: { lignes: number; colonnes: number } | null = null;

  const formule = (clef: number): Formule | null => {
    const ecrite = ecrites.get(clef);
    if (ecrite !== undefined) return ecrite;
    const lue = lues.get(clef);
    return lue === undefined ? null : { texte: lue.genre === 'table' ? '' : texteDe(clef, lue), etendue: matrices.get(clef) ?? null };
  };

  return {
    nom: vue.nom, ...etat, vue,
    fusions: vue.fusions.flatMap((ref) => enRectangle(ref) ?? []),
    phrases: new Map(),
    codes: new Map(),
    valeur: (ligne, colonne) => vue.valeurs[ligne - 1]?.[colonne - 1] ?? null,
    pose: (ligne, colonne, valeur) => {
      const { valeurs } = vue;
      if (valeur === null && (valeurs[ligne - 1]?.[colonne - 1] ?? null) === null) return;
      for (let i = valeurs.length; i < ligne; i++) valeurs.push([]);
      // Les lignes vides partagent un tableau : on remplace la ligne, on ne l'écrit pas.
      const rangee = valeurs[ligne - 1]!.slice();
      for (let j = rangee.length; j < colonne; j++) rangee.push(null);
      rangee[colonne - 1] = valeur;
      valeurs[ligne - 1] = rangee;
      connue = null;
    },
    formule,
    poseFormule: (clef, neuve) => {
      ecrites.set(clef, neuve);
      arbres.delete(clef);
      if (neuve?.etendue) matrices.set(clef, neuve.etendue);
      else matrices.delete(clef);
    },
    clefsDesFormules: function* () {
      for (const clef of lues.keys()) if (!ecrites.has(clef)) yield clef;
      for (const [clef, ecrite] of ecrites) if (ecrite !== null) yield clef;
    },
    arbre: (clef) => {
      const connu = arbres.get(clef);
      if (connu !== undefined) return connu;
      const texte = formule(clef)?.texte ?? '';
      let arbre: Noeud;
      try {
        arbre = texte === '' ? { genre: 'etranger', texte: 'cette formule' } : analyse(texte, DU_FICHIER);
      } catch {
        // Une formule du fichier que nous ne savons pas lire est laissée au tableur qui l'a écrite.
        arbre = { genre: 'etranger', texte: duFichier(texte) };
      }
      arbres.set(clef, arbre);
      return arbre;
    },
    dependantesPartagees: (clef) => {
      const lue = lues.get(clef);
      if (ecrites.has(clef) || lue?.genre !== 'partagee' || lue.groupe === null || groupes.get(lue.groupe) !== clef) return [];
      return [...lues].filter(([autre, { genre, groupe }]) => autre !== clef && genre === 'partagee' && groupe === lue.groupe && !ecrites.has(autre)).map(([autre]) => autre);
    },
    couverte: (ligne, colonne) => {
      const clef = clefDe(ligne, colonne);
      for (const [maitre, portee] of matrices) if (maitre !== clef && contientCellule(portee, ligne, colonne)) return maitre;
      return null;
    },
    etendue: () => {
      if (connue === null) {
        let [lignes, colonnes] = [0, 0];
        vue.valeurs.forEach((rangee, i) => {
          for (let j = rangee.length; j > 0; j--)
            if (!estVide(rangee[j - 1])) {
              lignes = i + 1;
              if (j > colonnes) colonnes = j;
              break;
            }
        });
        connue = { lignes, colonnes };
      }
      return connue;
    },
  };
};
