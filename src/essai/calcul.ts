// Refait les formules qu'un changement touche, dans l'ordre, par tranches ; un cercle se dit, un résultat de plusieurs cellules s'étale.
import { adresse, estVide, NON_CALCULEE, type Cellule } from '../socle/cellule';
import type { Jour } from '../socle/jours';
import { COLONNES_MAX, LIGNES_MAX } from '../fichier/limites';
import { clefDe } from '../fichier/xlsx-vue';
import { colonneDeClef, ligneDeClef, type Feuille, type Rectangle } from './feuille';
import type { Noeud } from './formules/arbre';
import { evalue, NonCalculable } from './formules/evalue';
import { Bloc, codeFichier, depuisCellule, Faute, propagation, scalaire, type Reference, type Valeur } from './formules/valeurs';
import type { Graphe, Lieu } from './graphe';

export type Classeur = {
  readonly feuilles: readonly Feuille[];
  readonly aujourdhui: Jour;
  readonly graphe: Graphe;
  nomme(nom: string): Noeud | null;
  /** Une cellule dont la valeur vient de changer : l'enregistrement devra l'écrire. */
  change(feuille: number, clef: number): void;
};

/** Formules refaites entre deux respirations de la page. */
const TRANCHE = 500;
/** Un résultat qui s'étale en change d'autres, qui s'étalent… : au-delà, c'est un cercle. */
const TOURS = 25;
const CERCLE = 'Cette formule dépend d’elle-même, directement ou par d’autres cellules. Changez l’une d’elles.';

const nom = ({ feuille, clef }: Lieu): string => `${feuille} ${clef}`;

const lisPlage = ({ feuilles }: Classeur, { feuille, haut, gauche, bas, droite }: Reference): Valeur[][] | null => {
  const cible = feuilles.find((f) => f.nom.toLowerCase() === feuille.toLowerCase());
  if (!cible) return null;
  // Une colonne entière s'arrête à la dernière ligne utilisée du classeur : deux colonnes entières gardent la même taille.
  const lignes = bas === LIGNES_MAX ? Math.max(haut, ...feuilles.map((f) => f.vue.valeurs.length)) : bas;
  const colonnes = droite === COLONNES_MAX ? Math.max(gauche, cible.etendue().colonnes) : droite;
  const vide: Valeur[] = new Array<Valeur>(colonnes - gauche + 1).fill(null);
  const rendues: Valeur[][] = [];
  for (let i = haut; i <= lignes; i++) {
    const rangee = cible.vue.valeurs[i - 1];
    if (rangee === undefined) {
      rendues.push(vide);
      continue;
    }
    const ligne: Valeur[] = [];
    for (let j = gauche; j <= colonnes; j++) {
      const valeur = rangee[j - 1] ?? null;
      if (valeur === NON_CALCULEE) throw new NonCalculable(`${adresse(cible.nom, i, j)} attend un calcul qu’Excel fera à l’ouverture du fichier.`);
      ligne.push(typeof valeur === 'string' ? depuisCellule(valeur) : valeur);
    }
    rendues.push(ligne);
  }
  return rendues;
};

const enCellule = (valeur: Valeur): Cellule => (valeur instanceof Faute ? codeFichier(valeur.code) : valeur);

/** Évalue une formule et pose son résultat. Rend les cellules dont la valeur a changé. */
const refais = (classeur: Classeur, lieu: Lieu): number[] => {
  const feuille = classeur.feuilles[lieu.feuille]!;
  const [ligne, colonne] = [ligneDeClef(lieu.clef), colonneDeClef(lieu.clef)];
  const formule = feuille.formule(lieu.clef);
  if (formule === null) return [];
  const changees: number[] = [];
  const pose = (l: number, c: number, valeur: Cellule): void => {
    if (feuille.valeur(l, c) === valeur) return;
    feuille.pose(l, c, valeur);
    changees.push(clefDe(l, c));
    classeur.change(lieu.feuille, clefDe(l, c));
  };
  let resultat: Valeur | Bloc;
  let phrase: string | null = null;
  try {
    resultat = evalue(feuille.arbre(lieu.clef), {
      feuille: feuille.nom, ligne, colonne, aujourdhui: classeur.aujourdhui,
      lis: (reference) => lisPlage(classeur, reference),
      nomme: classeur.nomme,
    });
  } catch (cause) {
    if (!(cause instanceof NonCalculable)) throw cause;
    resultat = NON_CALCULEE;
    phrase = cause.message;
  }
  let lignes = resultat instanceof Bloc ? resultat.lignes : [[resultat]];
  if (lignes.length === 0 || lignes[0]!.length === 0) lignes = [[null]];
  let etendue: Rectangle | null = lignes.length === 1 && lignes[0]!.length === 1 ? null : { haut: ligne, gauche: colonne, bas: ligne + lignes.length - 1, droite: colonne + lignes[0]!.length - 1 };
  const ancienne = formule.etendue;
  const sienne = (l: number, c: number): boolean => ancienne !== null && l >= ancienne.haut && l <= ancienne.bas && c >= ancienne.gauche && c <= ancienne.droite;
  if (etendue !== null) {
    const genee = obstacle(feuille, etendue, ligne, colonne, sienne);
    if (genee !== null) {
      lignes = [[propagation(`Le résultat occupe ${lignes.length} lignes et ${lignes[0]!.length} colonnes ; ${genee} Déplacez la formule, ou faites de la place.`)]];
      etendue = null;
    }
  }
  // Les cellules que le résultat n'occupe plus se vident.
  if (ancienne !== null)
    for (let l = ancienne.haut; l <= ancienne.bas; l++)
      for (let c = ancienne.gauche; c <= ancienne.droite; c++) if (l - ligne >= lignes.length || c - colonne >= lignes[0]!.length) pose(l, c, null);
  if (etendue !== null || ancienne !== null) feuille.poseFormule(lieu.clef, { texte: formule.texte, etendue });
  const premiere = scalaire(lignes[0]![0]!);
  // « =A1 » sur une cellule vide vaut 0, comme dans un tableur.
  pose(ligne, colonne, premiere === null ? 0 : enCellule(premiere));
  lignes.forEach((rangee, i) => rangee.forEach((valeur, j) => (i > 0 || j > 0) && pose(ligne + i, colonne + j, enCellule(valeur))));
  phrase ??= premiere instanceof Faute ? premiere.phrase : null;
  if (phrase === null) feuille.phrases.delete(lieu.clef);
  else feuille.phrases.set(lieu.clef, phrase);
  return changees;
};

const obstacle = (feuille: Feuille, etendue: Rectangle, ligne: number, colonne: number, sienne: (l: number, c: number) => boolean): string | null => {
  if (etendue.bas > LIGNES_MAX || etendue.droite > COLONNES_MAX) return 'il sort de la feuille.';
  for (let l = etendue.haut; l <= etendue.bas; l++)
    for (let c = etendue.gauche; c <= etendue.droite; c++) {
      if (l === ligne && c === colonne) continue;
      if (feuille.fusions.some((f) => l >= f.haut && l <= f.bas && c >= f.gauche && c <= f.droite)) return `${adresse(feuille.nom, l, c)} est fusionnée.`;
      if (!sienne(l, c) && (!estVide(feuille.valeur(l, c)) || feuille.formule(clefDe(l, c)) !== null || feuille.couverte(l, c) !== null)) return `${adresse(feuille.nom, l, c)} n’est pas vide.`;
    }
  return null;
};

/**
 * @param changees cellules dont le contenu a changé, formules comprises ; leurs dépendantes suivent
 * @returns le nombre de formules refaites ; chaque `yield` en donne le compte
 */
export function* recalcule(classeur: Classeur, changees: readonly Lieu[]): Generator<number, number> {
  let depart = changees;
  let refaites = 0;
  for (let tour = 0; depart.length > 0 && tour < TOURS; tour++) {
    const touchees = new Map<string, { readonly lieu: Lieu; readonly suivantes: Lieu[]; attend: number }>();
    const file: Lieu[] = [];
    const atteins = (lieu: Lieu): void => {
      if (touchees.has(nom(lieu)) || classeur.feuilles[lieu.feuille]!.formule(lieu.clef) === null) return;
      touchees.set(nom(lieu), { lieu, suivantes: [], attend: 0 });
      file.push(lieu);
    };
    const suivantes = ({ feuille, clef }: Lieu): Lieu[] => classeur.graphe.dependants(feuille, ligneDeClef(clef), colonneDeClef(clef));
    for (const lieu of depart) {
      if (tour === 0) atteins(lieu);
      suivantes(lieu).forEach(atteins);
    }
    for (let i = 0; i < file.length; i++) {
      const noeud = touchees.get(nom(file[i]!))!;
      for (const suivante of suivantes(file[i]!)) {
        noeud.suivantes.push(suivante);
        atteins(suivante);
        touchees.get(nom(suivante))!.attend++;
      }
      if (i % TRANCHE === TRANCHE - 1) yield refaites;
    }
    const pretes = [...touchees.values()].filter(({ attend }) => attend === 0);
    const etalees: Lieu[] = [];
    for (let i = 0; i < pretes.length; i++) {
      const { lieu, suivantes: apres } = pretes[i]!;
      for (const clef of refais(classeur, lieu)) if (clef !== lieu.clef) etalees.push({ feuille: lieu.feuille, clef });
      touchees.delete(nom(lieu));
      for (const suivante of apres) {
        const noeud = touchees.get(nom(suivante));
        if (noeud && --noeud.attend === 0) pretes.push(noeud);
      }
      if (++refaites % TRANCHE === 0) yield refaites;
    }
    for (const { lieu } of touchees.values()) {
      const feuille = classeur.feuilles[lieu.feuille]!;
      feuille.pose(ligneDeClef(lieu.clef), colonneDeClef(lieu.clef), '#REF!');
      feuille.phrases.set(lieu.clef, CERCLE);
      classeur.change(lieu.feuille, lieu.clef);
    }
    depart = etalees;
  }
  for (const { feuille, clef } of depart) classeur.feuilles[feuille]!.phrases.set(clef, CERCLE);
  return refaites;
}
