// Trouve l'en-tête d'un tableau où qu'il soit : sous un titre, sur deux lignes fusionnées, dans d'autres mots que les nôtres.
import type { Cellule, Plage } from '../cellule';
import { estErreur, estVide } from '../cellule';
import { lisDateTexte } from '../dates-texte';
import { motifsDe, motsDe, ressemblance, type ColonneVoulue } from './colonne-voulue';

export type Entete = {
  /** Ligne de l'en-tête (la dernière s'il y en a deux), comptée à partir de 1. */
  readonly ligne: number;
  /** Numéro de colonne (à partir de 1) de chaque colonne voulue reconnue. */
  readonly colonnes: Readonly<Record<string, number>>;
  /** Le titre de chaque colonne tel qu'il se lit dans la feuille, « Réponse / Date » s'il est sur deux lignes. */
  readonly titres: readonly string[];
  readonly score: number;
};

/** Au-delà, ce n'est plus un titre de colonne. */
const TITRE_MAX = 120;
/** Lignes de tête parmi lesquelles chercher. */
export const LIGNES_DE_TETE = 60;
/** Ce que deux lignes doivent gagner sur une seule pour qu'on les joigne. */
const GAIN_DEUX_LIGNES = 40;

const texteDe = (valeur: Cellule | undefined): string => (typeof valeur === 'string' ? valeur.trim() : '');

const ressembleADesDonnees = (valeur: Cellule | undefined): boolean =>
  typeof valeur === 'number' || typeof valeur === 'boolean' || estErreur(valeur) || (typeof valeur === 'string' && lisDateTexte(valeur) > 0);

type Recherche = readonly { readonly clef: string; readonly motifs: ReturnType<typeof motifsDe> }[];

const recherche = (voulues: readonly ColonneVoulue[]): Recherche => voulues.map((voulue) => ({ clef: voulue.clef, motifs: motifsDe(voulue) }));

/** Attribue chaque colonne voulue à la colonne de la feuille qui lui ressemble le plus, sans partage. */
const attribue = (titres: readonly (readonly string[])[], voulues: Recherche): { colonnes: Record<string, number>; score: number } => {
  const candidats: { clef: string; colonne: number; note: number; rang: number }[] = [];
  titres.forEach((variantes, index) => {
    const mots = variantes.map(motsDe);
    voulues.forEach(({ clef, motifs }, rang) => {
      const note = Math.max(0, ...mots.map((titre) => ressemblance(titre, motifs)));
      if (note > 0) candidats.push({ clef, colonne: index + 1, note, rang });
    });
  });
  candidats.sort((a, b) => b.note - a.note || a.rang - b.rang || a.colonne - b.colonne);
  const colonnes: Record<string, number> = {};
  const prises = new Set<number>();
  let score = 0;
  for (const { clef, colonne, note } of candidats) {
    if (colonnes[clef] !== undefined || prises.has(colonne)) continue;
    colonnes[clef] = colonne;
    prises.add(colonne);
    score += note;
  }
  return { colonnes, score };
};

const ligneSimple = (ligne: readonly Cellule[]): string[] => ligne.map((valeur) => (texteDe(valeur).length <= TITRE_MAX ? texteDe(valeur) : ''));

/** Une cellule fusionnée ne garde sa valeur qu'à gauche : elle vaut pour les colonnes vides à sa droite. */
const etendue = (ligne: readonly string[], largeur: number): string[] => {
  let courant = '';
  return Array.from({ length: largeur }, (_, i) => (courant = ligne[i] || courant));
};

type Candidat = { ligne: number; titres: string[]; variantes: string[][] };

const deuxLignes = (haute: readonly string[], basse: readonly string[], ligne: number): Candidat => {
  const largeur = Math.max(haute.length, basse.length);
  const parents = etendue(haute, largeur);
  const titres: string[] = [];
  const variantes: string[][] = [];
  for (let i = 0; i < largeur; i++) {
    const dessus = parents[i] ?? '';
    const dessous = basse[i] ?? '';
    titres.push(dessous && dessus ? `${dessus} / ${dessous}` : dessous || (haute[i] ?? ''));
    variantes.push(dessous ? [dessous, `${dessus} ${dessous}`] : [haute[i] ?? '']);
  }
  return { ligne, titres, variantes };
};

const candidatsDe = (tete: Plage): Candidat[] => {
  const candidats: Candidat[] = [];
  tete.slice(0, LIGNES_DE_TETE).forEach((cellules, index) => {
    const basse = ligneSimple(cellules);
    const remplies = basse.filter((texte) => texte !== '').length;
    if (remplies === 0 || cellules.filter(ressembleADesDonnees).length > remplies / 2) return;
    candidats.push({ ligne: index + 1, titres: basse, variantes: basse.map((texte) => [texte]) });
    const haute = ligneSimple(tete[index - 1] ?? []);
    const sansDonnees = !cellules.some(ressembleADesDonnees) && !(tete[index - 1] ?? []).some((v) => !estVide(v) && typeof v !== 'string');
    if (sansDonnees && haute.filter((texte) => texte !== '').length >= 2) candidats.push(deuxLignes(haute, basse, index + 1));
  });
  return candidats;
};

/**
 * L'en-tête le plus ressemblant, ou null.
 * @param accepte dit si un jeu de colonnes suffit à faire un tableau de l'outil
 */
export const trouveEntete = (tete: Plage, voulues: readonly ColonneVoulue[], accepte: (colonnes: Readonly<Record<string, number>>) => boolean): Entete | null => {
  const cherchees = recherche(voulues);
  let meilleur: (Entete & { note: number }) | null = null;
  for (const { ligne, titres, variantes } of candidatsDe(tete)) {
    const { colonnes, score } = attribue(variantes, cherchees);
    if (!accepte(colonnes)) continue;
    const note = score - (variantes.some((v) => v.length > 1) ? GAIN_DEUX_LIGNES : 0);
    if (!meilleur || note > meilleur.note) meilleur = { ligne, colonnes, titres, score, note };
  }
  return meilleur && { ligne: meilleur.ligne, colonnes: meilleur.colonnes, titres: meilleur.titres, score: meilleur.score };
};

/** L'en-tête que la personne a désigné : ses colonnes sont lues par leur titre. */
export const enteteDesignee = (tete: Plage, ligne: number, voulues: readonly ColonneVoulue[]): Entete => {
  const titres = ligneSimple(tete[ligne - 1] ?? []);
  const { colonnes, score } = attribue(titres.map((titre) => [titre]), recherche(voulues));
  return { ligne, colonnes, titres, score };
};
