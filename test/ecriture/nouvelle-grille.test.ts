// Une coupure à n'importe quel point de « Nouvelle grille » : recommencer finit la grille, la rend à la personne, et ne touche à rien d'autre.
import { analyse } from '../../src/outils/delais-echantillon/analyse';
import { nouvelleGrille } from '../../src/outils/delais-echantillon/nouvelle-grille';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';
import { ErreurDePanne, HoteEnPanne, MODES } from '../hotes/pannes';

const contexte = () => ({ aujourdhui: deIso('2026-11-22')!, au: null, saisies: {} });

describe('Une coupure pendant « Nouvelle grille »', () => {
  // Chaque mode prend un point sur trois, décalé : ensemble ils les voient tous deux fois.
  test.each(MODES.map((panne, rang) => [panne, rang] as const))('%s : recommencer donne une grille entière, sans marque, et rien d’autre ne change', (panne, rang) => {
    for (let k = 1 + (rang % 3); k < 60; k += 3) {
      const c = new ClasseurMemoire();
      c.ajoute('Notes');
      c.tape('Notes', 1, 1, 'à moi');
      const hote = new HoteEnPanne(c, k, panne);
      try {
        conduis(nouvelleGrille.execute(contexte()), hote);
      } catch (cause) {
        if (!(cause instanceof ErreurDePanne) && !(cause instanceof ErreurClasseur)) throw cause;
      }
      conduis(nouvelleGrille.execute(contexte()), c);
      const grilles = conduis(analyse(contexte()), c).campagnes;
      expect([k, c.feuilles.map(({ nom, marque }) => `${nom} ${marque}`), grilles.length, grilles[0]?.lue.dates.length, c.trouve('Notes')!.cases.get(clef(1, 1))!.v]).toEqual([k, ['Notes null', 'Grille courriers 2025-2026 null'], 1, 24, 'à moi']);
      if (hote.depassee) return;
    }
    throw new Error('la commande a plus de points d’appel que prévu');
  });
});
