// Le garde-fou d'avant l'écriture : tout ce qu'un plan touche est dans notre zone, sinon il ne part pas.
import type { Zone } from '../cellule';
import type { Modification } from '../classeur';

const dansLaZone = ({ feuille, ligne, colonne, lignes, colonnes }: Zone, nom: string, etendue: { readonly lignes: number; readonly colonnes: number }): boolean =>
  feuille === nom && ligne >= 1 && colonne >= 1 && ligne + lignes - 1 <= etendue.lignes && colonne + colonnes - 1 <= etendue.colonnes;

const zonesDe = (m: Modification): readonly Zone[] | null => {
  switch (m.genre) {
    case 'ecrire': return [{ feuille: m.feuille, ligne: m.ligne, colonne: m.colonne, lignes: m.valeurs.length, colonnes: Math.max(1, ...m.valeurs.map((rangee) => rangee.length)) }];
    case 'vider': case 'styler': case 'lister': case 'lister-depuis': case 'colorer-selon': return [m.zone];
    case 'fusionner': return m.zones;
    case 'largeurs': return [{ feuille: m.feuille, ligne: 1, colonne: 1, lignes: 1, colonnes: m.largeurs.length }];
    case 'hauteurs': return [{ feuille: m.feuille, ligne: m.ligne, colonne: 1, lignes: Math.max(1, m.hauteurs.length), colonnes: 1 }];
    case 'dessiner': return [m.graphique.place];
    case 'mettre-en-page': return [m.page.zone];
    default: return null;
  }
};

/**
 * @param etendue ce que le rapport occupe, ancien et nouveau réunis
 * @throws Error une faute du programme, jamais de la personne : le plan sort de la feuille, ou contient ce qu'un rapport n'a pas à faire
 */
export const exigePlanSur = (plan: readonly Modification[], nom: string, etendue: { readonly lignes: number; readonly colonnes: number }): void => {
  for (const modification of plan) {
    const zones = zonesDe(modification);
    if (zones === null || !zones.every((zone) => dansLaZone(zone, nom, etendue))) throw new Error(`Plan refusé : ${modification.genre} sort de « ${nom} »`);
  }
};
