// Composer une page de rapport ligne après ligne : valeurs, styles, fusions, hauteurs et graphiques, sans compter les lignes à la main.
import type { Cellule, Plage, Zone } from './cellule';
import type { Graphique, MiseEnPage, Modification, Style } from './classeur';

export const COULEURS = { bleu: '10489E', bleuClair: 'A9C1E8', orange: 'C06C10', gris: '595959', fond: 'EEF2FA', blanc: 'FFFFFF' } as const;

/** Des séries voisines qui se distinguent aussi par leur clarté. */
export const PALETTE = ['10489E', 'C06C10', '8FA9D6', '595959', '7A2E6B', '5FA68A', '2B2B2B'] as const;

type Place = { readonly ligne: number; readonly colonne: number; readonly lignes: number; readonly colonnes: number };
type GraphiqueDePage = Omit<Graphique, 'categories' | 'series' | 'place'> & { readonly categories: Place; readonly series: readonly (Omit<Graphique['series'][number], 'titre' | 'valeurs'> & { readonly titre: Place; readonly valeurs: Place })[]; readonly place: Place };

export type Page = {
  /** Ajoute une ligne et rend son numéro. */
  pose(cellules: readonly Cellule[], hauteur?: number): number;
  style(ligne: number, colonne: number, lignes: number, colonnes: number, style: Style): void;
  fusionne(ligne: number, colonne: number, colonnes: number): void;
  /** Une phrase sur toute la largeur, aussi haute qu'il le faut. */
  phrase(texte: string, style?: Style): number;
  titre(texte: string): number;
  /** Une ligne de titres de colonnes. */
  entete(cellules: readonly Cellule[], hauteur?: number): number;
  espace(): void;
  dessine(graphique: GraphiqueDePage): void;
  lignes(): number;
  /** La feuille finie : les valeurs, et l'habillage d'une feuille de ce nom. */
  rend(orientation: MiseEnPage['orientation']): { readonly valeurs: Plage; readonly habillage: (nom: string) => Modification[] };
};

/** Signes qu'un point de largeur de colonne tient, à 9 points. */
const SIGNES_PAR_LARGEUR = 1.3;
/** Au-delà, une seule page A4 ne se lirait plus. */
const LIGNES_PAR_PAGE = 80;

/** @param largeurs celles des colonnes, en caractères */
export const page = (largeurs: readonly number[]): Page => {
  const largeur = largeurs.length;
  const signes = largeurs.reduce((total, l) => total + l, 0) * SIGNES_PAR_LARGEUR;
  const valeurs: Cellule[][] = [];
  const hauteurs: number[] = [];
  const styles: { place: Place; style: Style }[] = [];
  const fusions: Place[] = [];
  const graphiques: GraphiqueDePage[] = [];

  const style: Page['style'] = (ligne, colonne, lignes, colonnes, s) => void styles.push({ place: { ligne, colonne, lignes, colonnes }, style: s });
  const pose: Page['pose'] = (cellules, hauteur = 15) => {
    valeurs.push([...cellules]);
    hauteurs.push(hauteur);
    return valeurs.length;
  };
  const fusionne: Page['fusionne'] = (ligne, colonne, colonnes) => void (colonnes > 1 && fusions.push({ ligne, colonne, lignes: 1, colonnes }));
  const phrase: Page['phrase'] = (texte, s = {}) => {
    const taille = s.taille ?? 10;
    const rangees = Math.max(1, Math.ceil((texte.length * taille) / 9 / signes));
    const ligne = pose([texte], rangees * (taille + 3.5) + 2);
    fusionne(ligne, 1, largeur);
    style(ligne, 1, 1, largeur, { vertical: 'milieu', renvoi: rangees > 1, ...s });
    return ligne;
  };
  const entete: Page['entete'] = (cellules, hauteur = 27) => {
    const ligne = pose(cellules, hauteur);
    style(ligne, 1, 1, largeur, { gras: true, couleur: COULEURS.blanc, fond: COULEURS.bleu, alignement: 'centre', vertical: 'milieu', renvoi: true });
    return ligne;
  };

  const rend: Page['rend'] = (orientation) => ({
    valeurs,
    habillage: (nom) => {
      const zone = (place: Place): Zone => ({ feuille: nom, ...place });
      return [
        ...styles.map(({ place, style: s }): Modification => ({ genre: 'styler', zone: zone(place), style: s })),
        { genre: 'largeurs', feuille: nom, largeurs },
        { genre: 'hauteurs', feuille: nom, ligne: 1, hauteurs },
        { genre: 'fusionner', zones: fusions.map(zone) },
        ...graphiques.map((g): Modification => ({ genre: 'dessiner', graphique: { ...g, categories: zone(g.categories), series: g.series.map((s) => ({ ...s, titre: zone(s.titre), valeurs: zone(s.valeurs) })), place: zone(g.place) } })),
        { genre: 'mettre-en-page', page: { feuille: nom, orientation, zone: zone({ ligne: 1, colonne: 1, lignes: valeurs.length, colonnes: largeur }), pied: 'Classeur+', ...(valeurs.length > LIGNES_PAR_PAGE ? { hauteurLibre: true } : {}) } },
      ];
    },
  });

  return {
    pose, style, fusionne, phrase, entete, rend,
    titre: (texte) => phrase(texte, { gras: true, taille: 12, couleur: COULEURS.bleu }),
    espace: () => void pose([], 8),
    dessine: (graphique) => void graphiques.push(graphique),
    lignes: () => valeurs.length,
  };
};
