// Un contenu de cellule, ce que la personne a le droit d'en changer, et ce qu'elle tape devient.
import { adresse, lettres, NON_CALCULEE, type Cellule } from '../socle/cellule';
import { erreur } from '../socle/erreurs';
import type { Jour } from '../socle/jours';
import { TEXTE_MAX } from '../fichier/limites';
import { clefDe } from '../fichier/xlsx-vue';
import { contientCellule, enRectangle, type Feuille } from './feuille';
import { analyse, type Noeud } from './formules/arbre';
import { FRANCAISE } from './formules/jetons';
import { notreFonction } from './formules/noms';
import { versFichier } from './formules/traduction';
import { lisSaisie, type FormatSaisi } from './nombres';

/** `formule` dans l'écriture du fichier, sans « = » ; `code` : un format de nombre, null pour garder celui de la cellule. */
export type Contenu = { readonly valeur: Cellule; readonly formule: string | null; readonly code: string | null };
export type Changement = { readonly feuille: string; readonly ligne: number; readonly colonne: number; readonly contenu: Contenu };

const CODES: Readonly<Record<Exclude<FormatSaisi, null>, string>> = {
  date: 'dd/mm/yyyy', heure: 'hh:mm', dateHeure: 'dd/mm/yyyy hh:mm', pourcent0: '0%', pourcent: '0.0"\u00a0"%', euros: '#,##0.00"\u00a0€"',
};

/** Le format que prend une formule dans une cellule sans format : celui de ce qu'elle rend. */
const codeDeFormule = (arbre: Noeud): string | null => {
  if (arbre.genre !== 'appel') return null;
  const rend = notreFonction(arbre.nom)?.rend;
  if (rend === 'date' || ['TODAY', 'DATE', 'EDATE', 'EOMONTH'].includes(arbre.nom)) return CODES.date;
  return rend === 'taux' ? CODES.pourcent : null;
};

/**
 * Ce que devient un texte tapé. @param general vrai si la cellule n'a pas de format : la saisie peut lui en donner un
 * @throws ErreurClasseur une formule incomprise ; la cellule ne change pas
 */
export const contenuTape = (tape: string, general: boolean, enTexte: boolean, aujourdhui: Jour): Contenu => {
  if (tape.length > TEXTE_MAX) throw erreur(`Une cellule tient au plus ${TEXTE_MAX} caractères`, 'Raccourcissez ce texte');
  // Une cellule au format texte garde tout tel quel, comme après une apostrophe.
  if (tape.startsWith("'")) return { valeur: tape.slice(1) || null, formule: null, code: null };
  if (enTexte) return { valeur: tape === '' ? null : tape, formule: null, code: null };
  if (/^=\s*\S/.test(tape)) {
    const nue = tape.slice(1).trim();
    const arbre = analyse(nue, FRANCAISE);
    if (arbre.genre === 'etranger') throw erreur(`La page ne sait pas écrire « ${arbre.texte} » dans une formule`, 'Tapez cette formule dans votre tableur');
    return { valeur: NON_CALCULEE, formule: versFichier(nue), code: general ? codeDeFormule(arbre) : null };
  }
  const { valeur, format } = lisSaisie(tape, aujourdhui);
  return { valeur, formule: null, code: general && format !== null ? CODES[format] : null };
};

export const contenuDe = (feuille: Feuille, ligne: number, colonne: number): Contenu => {
  const clef = clefDe(ligne, colonne);
  return { valeur: feuille.valeur(ligne, colonne), formule: feuille.formule(clef)?.texte ?? null, code: feuille.codes.get(clef) ?? null };
};

/** @throws ErreurClasseur une phrase qui dit pourquoi cette cellule ne se change pas ici */
export const verifieModifiable = (feuille: Feuille, ligne: number, colonne: number, contenu: Contenu): void => {
  const ou = adresse(feuille.nom, ligne, colonne);
  if (feuille.protegee) throw erreur(`La feuille « ${feuille.nom} » est protégée`, 'Ôtez sa protection dans votre tableur, puis recommencez');
  const fusion = feuille.fusions.find((f) => contientCellule(f, ligne, colonne));
  if (fusion && (fusion.haut !== ligne || fusion.gauche !== colonne)) throw erreur('Cette cellule est cachée par une fusion', `Écrivez dans ${lettres(fusion.gauche)}${fusion.haut}`, ou);
  const maitre = feuille.couverte(ligne, colonne);
  if (maitre !== null) throw erreur(`Cette cellule fait partie du résultat de la formule de ${lettres((maitre % 16384) + 1)}${Math.floor(maitre / 16384)}`, 'Changez cette formule-là', ou);
  if (feuille.vue.formules.get(clefDe(ligne, colonne))?.genre === 'table' && feuille.formule(clefDe(ligne, colonne))?.texte === '') throw erreur('Cette cellule est une table de données', 'Changez-la dans votre tableur', ou);
  for (const { ref, titres, total } of feuille.vue.tableaux) {
    const r = enRectangle(ref);
    if (!r || !contientCellule(r, ligne, colonne)) continue;
    if (titres && ligne === r.haut) throw erreur('Ce titre est celui d’un tableau : il est aussi écrit ailleurs dans le fichier', 'Changez-le dans votre tableur', ou);
    if (total && ligne === r.bas) throw erreur('Cette cellule est la ligne de total d’un tableau', 'Changez-la dans votre tableur', ou);
  }
  if (contenu.formule === null && typeof contenu.valeur === 'string' && contenu.valeur.length > TEXTE_MAX) throw erreur(`Une cellule tient au plus ${TEXTE_MAX} caractères`, 'Raccourcissez ce texte', ou);
};

/** Pose un contenu dans la feuille en mémoire. Rend les cellules touchées : celle-ci, et celles qu'un ancien résultat étalé occupait. */
export const poseContenu = (feuille: Feuille, { ligne, colonne, contenu }: Changement, clef: number): number[] => {
  const touchees = [clef];
  const ancienne = feuille.formule(clef);
  // La formule partagée que d'autres lisent ici : chacune reçoit son propre texte avant qu'elle parte.
  for (const autre of feuille.dependantesPartagees(clef)) {
    feuille.poseFormule(autre, feuille.formule(autre));
    touchees.push(autre);
  }
  if (ancienne?.etendue)
    for (let l = ancienne.etendue.haut; l <= ancienne.etendue.bas; l++)
      for (let c = ancienne.etendue.gauche; c <= ancienne.etendue.droite; c++)
        if (l !== ligne || c !== colonne) {
          feuille.pose(l, c, null);
          touchees.push(clefDe(l, c));
        }
  if (contenu.formule !== null || ancienne !== null) feuille.poseFormule(clef, contenu.formule === null ? null : { texte: contenu.formule, etendue: null });
  feuille.pose(ligne, colonne, contenu.valeur);
  feuille.phrases.delete(clef);
  if (contenu.code === null) feuille.codes.delete(clef);
  else feuille.codes.set(clef, contenu.code);
  return touchees;
};
