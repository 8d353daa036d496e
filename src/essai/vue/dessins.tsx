// Les graphiques d'une feuille, à leur place au-dessus des cellules.
import type { GraphiqueLu, SerieLue } from '../../fichier/xlsx-graphique-lu';
import { analyse } from '../formules/arbre';
import { DU_FICHIER } from '../formules/jetons';
import type { Feuille } from '../feuille';
import type { Zone } from './cellules';
import { texteDe } from './cellules';
import { GraphiqueVu, type Donnees } from './graphique';

/** Les cellules d'une référence du fichier (« 'Résultats'!$A$5:$A$16 »), ligne par ligne. */
const cellulesDe = (reference: string | null, feuilles: readonly Feuille[]): { readonly feuille: Feuille; readonly ligne: number; readonly colonne: number }[] => {
  if (reference === null) return [];
  const noeud = analyse(reference, DU_FICHIER);
  if (noeud.genre !== 'reference') return [];
  const feuille = feuilles.find((f) => f.nom.toLowerCase() === (noeud.feuille ?? '').toLowerCase());
  const trouvees = [];
  if (feuille && (noeud.bas - noeud.haut + 1) * (noeud.droite - noeud.gauche + 1) <= 2000)
    for (let ligne = noeud.haut; ligne <= noeud.bas; ligne++) for (let colonne = noeud.gauche; colonne <= noeud.droite; colonne++) trouvees.push({ feuille, ligne, colonne });
  return trouvees;
};

export const Dessins = ({ zone, graphiques, feuilles }: { zone: Zone; graphiques: readonly GraphiqueLu[]; feuilles: readonly Feuille[] }) => {
  const donnees = (serie: SerieLue): Donnees => ({
    categories: cellulesDe(serie.categories, feuilles).map(({ feuille, ligne, colonne }) => texteDe(feuille, zone.apparences, ligne, colonne)),
    valeurs: cellulesDe(serie.valeurs, feuilles).map(({ feuille, ligne, colonne }) => {
      const valeur = feuille.valeur(ligne, colonne);
      return typeof valeur === 'number' ? valeur : null;
    }),
  });
  return (
    <>
      {graphiques.map((graphique, i) => {
        const [gauche, haut] = [zone.colonnes.debut(graphique.de.colonne + 1), zone.lignes.debut(graphique.de.ligne + 1)];
        const largeur = Math.max(120, zone.colonnes.debut(graphique.a.colonne + 1) - gauche);
        const hauteur = Math.max(80, zone.lignes.debut(graphique.a.ligne + 1) - haut);
        return (
          <div key={i} class="dessin" style={{ left: `${gauche}px`, top: `${haut}px` }}>
            <GraphiqueVu graphique={graphique} largeur={largeur} hauteur={hauteur} donnees={donnees} />
          </div>
        );
      })}
    </>
  );
};
