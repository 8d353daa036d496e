// Trouve l'en-tête d'un tableau où qu'il soit : sous un titre, sur deux lignes fusionnées, dans d'autres mots que les nôtres.
import type { Cellule, Plage } from '../cellule';
import { estErreur, estVide } from '../cellule';
import { lisDateTexte, PAS_UNE_DATE } from '../dates-texte';
import { EXACT, motifsDe, motsDe, ressemblance, titreDe, type ColonneVoulue } from './colonne-voulue';

export type Entete = {
  /** Ligne de l'en-tête (la dernière s'il y en a deux), comptée à partir de 1. */
  readonly ligne: number;
  /** Numéro de colonne (à partir de 1) de chaque colonne voulue reconnue. */
  readonly colonnes: Readonly<Record<string, number>>;
  /** Le titre de chaque colonne tel qu'il se lit dans la feuille, « Réponse / Date » s'il est sur deux lignes. */
  readonly titres: readonly string[];
  /** À quel point chaque colonne ressemble à ce qu'on cherchait : au-dessous d'`ASSEZ_SUR`, elle n'est que supposée. */
  readonly notes: Readonly<Record<string, number>>;
  /** Colonnes qui portaient, mot pour mot, le titre d'une colonne déjà trouvée : un second tableau à côté du premier. */
  readonly doubles: readonly number[];
  readonly score: number;
};

export const ASSEZ_SUR = 30;

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

/** Lignes regardées sous l'en-tête pour savoir si une colonne contient des dates. */
const LIGNES_D_ESSAI = 40;
/** Ce que perd une colonne « date » dont les valeurs n'en sont pas. */
const SANS_DATES = 60;

/** -SANS_DATES pour une colonne remplie d'autre chose que des dates, un point ou deux de mieux pour une colonne de dates. */
const noteDuContenu = (dessous: Plage, index: number): number => {
  let dates = 0;
  let autres = 0;
  for (const ligne of dessous) {
    const valeur = ligne[index];
    if (estVide(valeur) || (typeof valeur === 'string' && valeur.trim() === '')) continue;
    if (typeof valeur === 'number' ? valeur > 366 : typeof valeur === 'string' && lisDateTexte(valeur) !== PAS_UNE_DATE) dates++;
    else autres++;
  }
  if (dates === 0) return autres === 0 ? 0 : -SANS_DATES;
  return dates > autres ? 2 : 1;
};

type Attribution = Pick<Entete, 'colonnes' | 'notes' | 'doubles' | 'score'>;

/** Attribue chaque colonne voulue à la colonne de la feuille qui lui ressemble le plus, sans partage. */
const attribue = (titres: readonly (readonly string[])[], voulues: Recherche, dessous: Plage): Attribution => {
  const candidats: { clef: string; colonne: number; note: number; rang: number; exact: boolean }[] = [];
  titres.forEach((variantes, index) => {
    const lus = variantes.map(titreDe);
    let contenu: number | null = null;
    voulues.forEach(({ clef, motifs }, rang) => {
      const note = Math.max(0, ...lus.map((titre) => ressemblance(titre, motifs)));
      if (note === 0) return;
      if (motifs.date) contenu ??= noteDuContenu(dessous, index);
      candidats.push({ clef, colonne: index + 1, note: Math.max(1, note + (motifs.date ? (contenu ?? 0) : 0)), rang, exact: note >= EXACT });
    });
  });
  candidats.sort((a, b) => b.note - a.note || a.rang - b.rang || a.colonne - b.colonne);
  const colonnes: Record<string, number> = {};
  const notes: Record<string, number> = {};
  const prises = new Set<number>();
  const doubles: number[] = [];
  let score = 0;
  for (const { clef, colonne, note, exact } of candidats) {
    if (prises.has(colonne)) continue;
    const deja = colonnes[clef];
    if (deja !== undefined) {
      if (exact && motsDe(titres[colonne - 1]?.[0] ?? '').join() === motsDe(titres[deja - 1]?.[0] ?? '').join()) doubles.push(colonne);
      continue;
    }
    colonnes[clef] = colonne;
    notes[clef] = note;
    prises.add(colonne);
    score += note;
  }
  return { colonnes, notes, doubles, score };
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

/** Plusieurs titres de groupe, ou un seul qui ne commence pas à gauche du tableau : à gauche, c'est le titre de la feuille. */
const estUneLigneDeGroupes = (haute: readonly string[], basse: readonly string[]): boolean => {
  const remplies = haute.filter((texte) => texte !== '').length;
  return remplies >= 2 || (remplies === 1 && haute.findIndex((texte) => texte !== '') > basse.findIndex((texte) => texte !== ''));
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
    if (sansDonnees && estUneLigneDeGroupes(haute, basse)) candidats.push(deuxLignes(haute, basse, index + 1));
  });
  return candidats;
};

/**
 * L'en-tête le plus ressemblant, ou null.
 * @param accepte dit si un jeu de colonnes suffit à faire un tableau de l'outil
 */
export const trouveEntete = (tete: Plage, voulues: readonly ColonneVoulue[], accepte: (colonnes: Readonly<Record<string, number>>, notes: Readonly<Record<string, number>>) => boolean): Entete | null => {
  const cherchees = recherche(voulues);
  let meilleur: (Entete & { note: number }) | null = null;
  for (const { ligne, titres, variantes } of candidatsDe(tete)) {
    const attribution = attribue(variantes, cherchees, tete.slice(ligne, ligne + LIGNES_D_ESSAI));
    if (!accepte(attribution.colonnes, attribution.notes)) continue;
    const note = attribution.score - (variantes.some((v) => v.length > 1) ? GAIN_DEUX_LIGNES : 0);
    if (!meilleur || note > meilleur.note) meilleur = { ligne, titres, ...attribution, note };
  }
  return meilleur;
};

/** L'en-tête que la personne a désigné : ses colonnes sont lues par leur titre. */
export const enteteDesignee = (tete: Plage, ligne: number, voulues: readonly ColonneVoulue[]): Entete => {
  const titres = ligneSimple(tete[ligne - 1] ?? []);
  return { ligne, titres, ...attribue(titres.map((titre) => [titre]), recherche(voulues), tete.slice(ligne, ligne + LIGNES_D_ESSAI)) };
};
