// De petits rapports inventés, de tailles et d'habillages variés, avec les textes qu'un tableur aime transformer.
import type { Cellule } from '../../src/socle/cellule';
import type { Modification } from '../../src/socle/classeur';
import type { Rapport } from '../../src/socle/ecriture/rapport-examen';
import type { Hasard } from '../hotes/hasard';

/** Ce qui doit se lire dans la feuille une fois écrite ; `null` pour un vide. */
export type Attendu = { readonly valeurs: readonly (readonly Cellule[])[]; readonly lignes: number; readonly colonnes: number; readonly banniere: { readonly ligne: number; readonly colonne: number } };

const PIEGES: readonly Cellule[] = ['01000', '0612345678', '=1+1', '+33', '-5', '@nom', "'apostrophe", '12/03/2026', '1,234', 'TRUE', '5 %', '50%', '2E3', '＝1', 'Total', 0, 0.713, -4, 46000, true, false, null, '', null];

export const GENRE = 'essai.rapport';
export const OUTIL = 'essai';

/** @param fixe la place de la bannière, la même d'une version à l'autre comme dans un vrai rapport */
export const rapportFictif = (de: Hasard, version: number, fixe: { readonly ligne: number; readonly colonne: number }): { readonly rapport: Rapport; readonly attendu: Attendu } => {
  const lignes = Math.max(fixe.ligne, de.entre(1, 7));
  const largeur = Math.max(fixe.colonne, de.entre(1, 4));
  const valeurs: Cellule[][] = Array.from({ length: lignes }, (_, i) =>
    Array.from({ length: largeur }, (__, j) => (i + 1 === fixe.ligne && j + 1 === fixe.colonne ? `À jour au 0${version + 1}/11/2026` : de.chance(0.5) ? de.parmi(PIEGES) : version * 1000 + i * 10 + j)));
  const habille = [de.chance(0.5), de.chance(0.3), de.chance(0.3), de.chance(0.3), de.chance(0.3)];
  const habillage = (nom: string): Modification[] => {
    const tout = { feuille: nom, ligne: 1, colonne: 1, lignes, colonnes: largeur };
    return [
      { genre: 'styler', zone: { ...tout, lignes: 1 }, style: { gras: true } },
      ...(habille[0] ? [{ genre: 'largeurs', feuille: nom, largeurs: Array.from({ length: largeur }, () => 12) } as const, { genre: 'hauteurs', feuille: nom, ligne: 1, hauteurs: [20] } as const] : []),
      ...(habille[1] && largeur > 1 ? [{ genre: 'fusionner', zones: [{ ...tout, lignes: 1 }] } as const] : []),
      ...(habille[2] ? [{ genre: 'lister', zone: tout, choix: ['oui', 'non'] } as const] : []),
      ...(habille[3] ? [{ genre: 'dessiner', graphique: { id: 'un', genre: 'evolution', titre: 'T', lecture: 'L', categories: tout, series: [], place: tout } } as const] : []),
      ...(habille[4] ? [{ genre: 'mettre-en-page', page: { feuille: nom, orientation: 'portrait', zone: tout, pied: 'P' } } as const] : []),
    ];
  };
  const rapport: Rapport = { genre: GENRE, nom: 'Résultats', outil: OUTIL, saisies: { seuil: String(version) }, aujourdhui: 46000 + version, feuille: { valeurs, largeur, banniere: fixe, habillage } };
  return { rapport, attendu: { valeurs: valeurs.map((rangee) => rangee.map((v) => (v === '' ? null : v))), lignes, colonnes: largeur, banniere: fixe } };
};
