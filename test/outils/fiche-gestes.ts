// Un plan fictif, et les gestes d'une personne sur lui et sur ses fiches.
import { placeDe, type ClefFiche } from '../../src/outils/plan-actions/feuille-fiche';
import type { Cellule } from '../../src/socle/cellule';
import { deIso } from '../../src/socle/jours';
import type { Commande } from '../../src/socle/outil';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';

export const AU = deIso('2026-11-22')!;
const TITRES = ['N° fiche', 'Engagement', 'Action', 'Pilote', 'Échéance', 'État', 'Objectif'];
export const LIGNES: readonly (readonly Cellule[])[] = [
  ['2026-01', 'Accueil', 'Afficher les horaires', 'Mme Roux', 'oct-26', 'en cours', 'Moins d’appels'],
  ['2026-02', 'Accueil', 'Former deux agents', 'M. Petit ; Mme Roux', 46387, 'à faire', ''],
];
export const classeur = (lignes = LIGNES): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Plan');
  c.tape('Plan', 1, 1, 'Plan d’actions de Valombre');
  TITRES.forEach((titre, j) => c.tape('Plan', 2, j + 1, titre));
  lignes.forEach((ligne, i) => ligne.forEach((v, j) => v !== '' && c.tape('Plan', i + 3, j + 1, v)));
  return c;
};
export const lance = (c: ClasseurMemoire, commande: Commande, cellule: string | null = null) => conduis(commande.execute({ aujourdhui: AU, au: null, saisies: {}, cellule }), c);
export const en = (c: ClasseurMemoire, feuille: string, ligne: number, colonne: number): Cellule => c.trouve(feuille)!.cases.get(clef(ligne, colonne))?.v ?? null;
export const caseDe = (c: ClasseurMemoire, feuille: string, champ: ClefFiche): Cellule => en(c, feuille, placeDe(champ).ligne, placeDe(champ).colonne);
export const remplit = (c: ClasseurMemoire, feuille: string, champ: ClefFiche, v: Cellule): void => c.tape(feuille, placeDe(champ).ligne, placeDe(champ).colonne, v);
export const plan = (c: ClasseurMemoire): Cellule[][] => Array.from({ length: 4 }, (_, i) => TITRES.map((__, j) => en(c, 'Plan', i + 3, j + 1)));
export const UNE = 'Fiche n° 2026-01';
