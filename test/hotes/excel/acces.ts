// L'accès d'un objet du fil à sa feuille, et la zone qu'un objet Range désigne.
import type { Zone } from '../../../src/socle/cellule';
import type { ClasseurMemoire, FeuilleMemoire } from '../classeur-memoire';
import { invalide, type Objet } from './objet';

export type FeuilleDuFil = {
  readonly classeur: ClasseurMemoire;
  lis(): FeuilleMemoire;
  /** @throws AccessDenied la feuille est protégée */
  ecris(): FeuilleMemoire;
  /** La cellule que la personne a choisie, ou que l'adaptateur lui montre. */
  choisis(cellule: Choisie): void;
};

export type Choisie = { readonly feuille: string; readonly ligne: number; readonly colonne: number };

const zones = new WeakMap<Objet, { readonly acces: FeuilleDuFil; readonly zone: Omit<Zone, 'feuille'> }>();

export const retiensZone = (range: Objet, acces: FeuilleDuFil, zone: Omit<Zone, 'feuille'>): Objet => {
  zones.set(range, { acces, zone });
  return range;
};

export const zoneDeRange = (range: Objet): Zone => {
  const connue = zones.get(range);
  if (!connue) throw invalide('une plage était attendue');
  return { feuille: connue.acces.lis().nom, ...connue.zone };
};
