// Un plan d'actions fictif, le même pour les parcours de la page, d'Excel et de Google Sheets.
import type { Cellule } from '../../src/socle/cellule';

export const PLAN: readonly (readonly Cellule[])[] = [
  ['N°', 'Action', 'Pilote', 'Échéance', 'État', 'Objectif'],
  ['2026-01', 'Afficher les horaires', 'Mme Roux', 'oct-26', 'en cours', 'Moins d’appels'],
  ['2026-02', 'Former deux agents', 'M. Petit', 'T4 2026', 'à faire', null],
];

export const tapePlan = <C extends { ajoute(nom: string): unknown; tape(nom: string, ligne: number, colonne: number, v: Cellule): void }>(c: C): C => {
  c.ajoute('Plan');
  PLAN.forEach((ligne, i) => ligne.forEach((v, j) => v !== null && c.tape('Plan', i + 1, j + 1, v)));
  return c;
};
