// Les réglages d'un plan d'actions, chacun avec sa source.
import type { Rubrique } from '../../socle/outil';
import { entier, lisReglages, lu, texte, type Reglages, type Saisies } from '../../socle/reglage';
import { LIBELLES_COLONNES } from './colonnes';

export const CLEF_COLONNE = /^colonne\.(\w+)$/;

export const REGLAGES = {
  feuille: texte('Feuille du plan d’actions', 'votre choix ; à défaut celle qui ressemble à un plan', { genre: 'onglet' }),
  entete: lu<number | null>('Ligne des titres', null, 'votre correction', (saisie, clef) => entier('', 1, '', 1, 1048576).lis(saisie, clef), { genre: 'entier', mini: 1, maxi: 1048576 }),
  bientot: entier('Prévenir avant l’échéance, en jours', 7, 'notre choix : une semaine', 0, 365),
};

export const RUBRIQUES: readonly Rubrique[] = [
  { titre: 'Le plan', reglages: ['feuille', 'entete'], retenue: true },
  { titre: 'Les alertes', reglages: ['bientot'], retenue: true },
];

export type ReglagesPlan = Reglages<typeof REGLAGES>;

export const reglagesDe = (saisies: Saisies): ReglagesPlan => lisReglages(REGLAGES, saisies, (clef) => Object.keys(LIBELLES_COLONNES).includes(CLEF_COLONNE.exec(clef)?.[1] ?? ''));
