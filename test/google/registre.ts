// Un petit registre chez Google : de vraies dates, comme quand on les tape.
import type { Cellule } from '../../src/socle/cellule';
import type { ClasseurGoogle } from '../hotes/google/classeur-google';

export const TITRES = ['N°', 'Canal', 'Date de réception', 'Date de réponse', 'Service'] as const;

/** Un jour sur deux est répondu ; les dates sont des jours de série au format de date. */
export const tapeRegistre = <C extends ClasseurGoogle>(c: C, lignes = 12): C => {
  c.ajoute('Suivi');
  TITRES.forEach((titre, j) => c.tape('Suivi', 1, j + 1, titre));
  for (let i = 0; i < lignes; i++) {
    const reception = 46204 + i;
    const valeurs: readonly Cellule[] = [i + 1, i % 3 === 0 ? 'Courrier' : 'Courriel', reception, i % 2 === 0 ? reception + 3 + i : null, 'Accueil'];
    valeurs.forEach((v, j) => v !== null && c.tape('Suivi', i + 2, j + 1, v, j === 2 || j === 3 ? { format: 'date' } : {}));
  }
  return c;
};
