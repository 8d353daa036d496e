// De la plage d'une formule aux dates de la grille : une colonne par date, les titres et les blancs laissés de côté.
import { montre } from '../../../socle/argument';
import { erreur } from '../../../socle/erreurs';
import { bloc, facultatif, nombre } from '../../../socle/fonction';
import { lettres } from '../../../socle/cellule';
import { lisSaisi } from '../delai-saisi';
import { mesure, type DateLue, type Mesures } from '../mesures';
import { MOINS_DE } from '../seuil';

export const GRILLE = bloc('grille', 'La grille des délais : une colonne par date, une ligne par courrier. Un délai en jours (1 pour une réponse du jour même), NR sans réponse, vide si le courrier n’est pas relevé.');
export const SEUIL = facultatif(nombre('moins_de', `Seuil k en jours, ${MOINS_DE} par défaut : 14 jours au plus.`));

const QUE_FAIRE = {
  negatif: ['est négatif', 'Saisissez un nombre de jours, 1 au moins'],
  texte: ['n’est ni un délai ni NR', 'Saisissez un nombre de jours, ou NR'],
  erreur: ['est une erreur de formule', 'Corrigez la formule de cette cellule'],
  date: ['n’est pas un délai vraisemblable', 'Sélectionnez les délais seuls, sans la ligne des dates'],
} as const;

/**
 * Dans une formule, un 0 est toujours lu comme un blanc : Excel de bureau donne 0 pour une cellule vide. La lecture de la feuille, qui voit la
 * vraie cellule, le signale.
 */
const dates = (fonction: string, grille: readonly (readonly unknown[])[]): DateLue[] =>
  Array.from({ length: Math.max(0, ...grille.map((ligne) => ligne.length)) }, (_, j) => {
    const delais: number[] = [];
    let nr = 0;
    grille.forEach((ligne, i) => {
      const saisi = lisSaisi(ligne[j]);
      if (saisi.genre === 'delai') delais.push(saisi.jours);
      else if (saisi.genre === 'nr') nr++;
      else if (saisi.genre === 'refus') {
        const [quoi, aFaire] = QUE_FAIRE[saisi.motif];
        throw erreur(`${fonction}, ligne ${i + 1}, colonne ${lettres(j + 1)} de la plage : ${montre(ligne[j])} ${quoi}`, aFaire);
      }
    });
    return { delais, nr };
  });

export const mesureGrille = (fonction: string, grille: readonly (readonly unknown[])[] | null, moinsDe: number | null): Mesures => {
  const seuil = moinsDe || MOINS_DE;
  if (!Number.isInteger(seuil) || seuil < 1 || seuil > 3650) throw erreur(`${fonction} attend un nombre entier de jours d’au moins 1 pour « moins_de »`, 'Écrivez par exemple 15');
  return mesure(dates(fonction, grille ?? []), seuil);
};
