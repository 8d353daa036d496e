// Un morceau de résultat : un petit tableau, ses phrases, et s'il y a lieu son graphique. La feuille, le volet et la ligne de commande montrent les mêmes.
import type { Cellule } from '../../socle/cellule';
import type { FormatNombre } from '../../socle/classeur';
import { nombre, pluriel } from '../../socle/format';
import { EFFECTIF_MIN } from './reperes';

export type Bloc = {
  readonly titre: string;
  /** Le type, l'effectif, ce qui ne compte pas. */
  readonly precision: string;
  readonly entetes: readonly string[];
  readonly lignes: readonly (readonly Cellule[])[];
  /** Le format de chaque colonne. */
  readonly formats: readonly FormatNombre[];
  readonly phrases: readonly string[];
  /** La colonne du tableau à dessiner en barres (et celles qui la suivent, une série chacune), et combien de lignes ; null sans graphique. */
  readonly graphique: { readonly colonne: number; readonly colonnes?: number; readonly lignes: number; readonly enPourcent: boolean; readonly lecture: string } | null;
};

export const MASQUE = 'masqué';

export const reponses = (n: number): string => `${nombre(n)} ${pluriel(n, 'réponse', 'réponses')}`;

/** La garde du guide : plus de 30 répondants, sinon rien ne se généralise. */
export const gardeEffectif = (n: number): string[] =>
  n > EFFECTIF_MIN || n === 0 ? [] : [`Effectif de ${n} (30 ou moins) : non généralisable. Ces résultats ne valent que pour ceux qui ont répondu.`];

export const phraseMasque = (seuil: number): string =>
  `Les effectifs inférieurs à ${seuil} sont masqués, et d’autres avec eux pour qu’aucun ne se retrouve par soustraction.`;
