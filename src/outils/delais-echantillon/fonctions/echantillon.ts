// ECHANTILLON_TAUX, ECHANTILLON_TAUX_REPONSE, ECHANTILLON_MOYENNE, ECHANTILLON_INTERVALLE : les résultats de la grille d'échantillonnage.
import { fonction } from '../../../socle/fonction';
import { GRILLE, mesureGrille, SEUIL } from './grille';

/** L'exemple de la boîte à outils : 8, 6, 1 pour la première date, 12, 12, 15 pour la seconde. */
const OFFICIEL = [[8, 12], [6, 12], [1, 15], ['', '']];

export const ECHANTILLON_TAUX = fonction({
  nom: 'ECHANTILLON_TAUX',
  resume: 'Taux de réponse en moins de deux semaines d’une grille d’échantillonnage (14 jours au plus), ou en moins de k jours. Les NR comptent au dénominateur, les cases vides non.',
  rend: 'taux',
  parametres: [GRILLE, SEUIL],
  exemples: [
    { phrase: 'L’exemple officiel : 5 réponses sur 6 en moins de deux semaines', args: [OFFICIEL], donne: 5 / 6 },
    { phrase: 'Un NR compte comme une réponse qui n’est pas venue', args: [[[8], ['NR']]], donne: 0.5 },
    { phrase: 'En moins de 8 jours', args: [OFFICIEL, 8], donne: 1 / 3 },
    { phrase: 'Une grille encore vide', args: [[['', ''], ['', '']]], donne: '' },
  ],
  calcule: (grille, moinsDe) => mesureGrille('ECHANTILLON_TAUX', grille, moinsDe).tauxRapide,
});

export const ECHANTILLON_TAUX_REPONSE = fonction({
  nom: 'ECHANTILLON_TAUX_REPONSE',
  resume: 'Taux de réponse d’une grille d’échantillonnage : part des courriers relevés qui ont eu une réponse, quel que soit le délai.',
  rend: 'taux',
  parametres: [GRILLE],
  exemples: [
    { phrase: 'L’exemple officiel', args: [OFFICIEL], donne: 1 },
    { phrase: 'Un courrier sur quatre sans réponse', args: [[[8, 'NR'], [3, 20]]], donne: 0.75 },
  ],
  calcule: (grille) => mesureGrille('ECHANTILLON_TAUX_REPONSE', grille, null).tauxReponse,
});

export const ECHANTILLON_MOYENNE = fonction({
  nom: 'ECHANTILLON_MOYENNE',
  resume: 'Moyenne des délais d’une grille d’échantillonnage, en jours, sur les courriers répondus. Quelques délais très longs la tirent vers le haut : regardez aussi la médiane, dans l’onglet « Délais ».',
  rend: 'nombre',
  parametres: [GRILLE],
  exemples: [
    { phrase: 'L’exemple officiel', args: [OFFICIEL], donne: 9 },
    { phrase: 'Aucun courrier répondu', args: [[['NR'], ['NR']]], donne: '' },
  ],
  calcule: (grille) => mesureGrille('ECHANTILLON_MOYENNE', grille, null).moyenne,
});

export const ECHANTILLON_INTERVALLE = fonction({
  nom: 'ECHANTILLON_INTERVALLE',
  resume: 'Bornes basse et haute, à 95 %, du taux de réponse en moins de k jours d’une grille d’échantillonnage, dans deux cellules. Les courriers d’un même jour se ressemblent : l’intervalle compte les dates plus que les courriers. Vide avec moins de 5 dates.',
  rend: 'tableau',
  voirAussi: 'INTERVALLE_CONFIANCE',
  parametres: [GRILLE, SEUIL],
  exemples: [
    { phrase: 'Cinq dates de quatre courriers', args: [[[8, 12, 3, 20, 5], [6, 12, 9, 'NR', 7], [1, 15, 2, 16, 4], [3, 9, 30, 13, 11]]], donne: [[0.335457381231002, 0.946890552001799]] },
    { phrase: 'Deux dates ne suffisent pas', args: [OFFICIEL], donne: '' },
  ],
  calcule: (grille, moinsDe) => {
    const intervalle = mesureGrille('ECHANTILLON_INTERVALLE', grille, moinsDe).precisionRapide?.intervalle;
    return intervalle ? [[intervalle.bas, intervalle.haut]] : null;
  },
});
