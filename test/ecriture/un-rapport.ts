// Deux petits rapports, écrits dans un classeur qui a déjà un registre, et de quoi regarder ce qu'il en reste.
import type { Cellule } from '../../src/socle/cellule';
import type { HoteSynchrone, Modification } from '../../src/socle/classeur';
import { lisMarque, type Marque } from '../../src/socle/ecriture/marque';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import type { Rapport } from '../../src/socle/ecriture/rapport-examen';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

type Reste = { readonly habillage?: (nom: string) => Modification[]; readonly saisies?: Record<string, string> };
/** La bannière est en A1. */
export const rapport = (valeurs: Cellule[][], { habillage = () => [], saisies = {} }: Reste = {}): Rapport => ({
  genre: 'essai.rapport', nom: 'Résultats', outil: 'essai', saisies, aujourdhui: 46348,
  feuille: { valeurs, largeur: Math.max(...valeurs.map((ligne) => ligne.length)), banniere: { ligne: 1, colonne: 1 }, habillage },
});
export const DATE = 'À jour au 22/11/2026';
export const PETIT = rapport([[DATE, null], ['Reçues', 12]]);
export const GRAND = rapport([[DATE, null, null], ['Reçues', 12, '100 %'], ['Répondues', 9, '75 %'], ['En retard', 1, '']]);

export const registre = (): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Registre');
  c.tape('Registre', 1, 1, 'N°');
  return c;
};
export const ecrit = (c: ClasseurMemoire, r: Rapport) => conduis(ecrisRapport(r), c);
export const apres = (...rapports: Rapport[]): ClasseurMemoire => {
  const c = registre();
  for (const r of rapports) ecrit(c, r);
  return c;
};
export const contenu = (c: ClasseurMemoire, feuille = 'Résultats', lignes = 5, colonnes = 4): unknown[][] => {
  const lues = c.lis({ zones: [{ feuille, ligne: 1, colonne: 1, lignes, colonnes }] }).plages[0]!;
  return Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => lues[i]?.[j] ?? ''));
};
export const marque = (c: ClasseurMemoire, feuille = 'Résultats'): Marque => lisMarque(c.trouve(feuille)!.marque)!;

/** Le même classeur, où quelqu'un agit à la première lecture qui suit la copie de sécurité, les lignes du rapport, ou sa marque finale. */
export const apresQue = (c: ClasseurMemoire, quoi: 'copie' | 'lignes' | 'fin', geste: () => void): HoteSynchrone => {
  let attendu = true;
  let venu = false;
  const est = (m: Modification): boolean => (quoi === 'copie' ? m.genre === 'copier' : quoi === 'lignes' ? m.genre === 'vider' : m.genre === 'marquer' && lisMarque(m.marque)?.etat === 'ok');
  return {
    lis: (lecture) => {
      if (attendu && venu) {
        attendu = false;
        geste();
      }
      return c.lis(lecture);
    },
    ecris: (lot) => {
      c.ecris(lot);
      venu ||= lot.some(est);
    },
  };
};
