// Les fonctions qui rendent une matrice, pour functions.json comme pour leur calcul.
import type { Fonction } from '../src/socle/fonction';

/** Un tableau se répand sur les cellules voisines ; une fonction qui demande les adresses de ses arguments doit rendre une matrice (documentation d'Excel). */
export const rendMatrice = ({ rend, zeroEstUneValeur, exemples }: Fonction): boolean => rend === 'tableau' || zeroEstUneValeur === true || exemples.some(({ donne }) => Array.isArray(donne));
