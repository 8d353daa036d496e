// INTERVALLE_CONFIANCE, MARGE_ERREUR, TAILLE_ECHANTILLON, COMPARER_TAUX : ce qu'un taux d'enquête permet de dire.
import { erreur } from '../../../socle/erreurs';
import { facultatif, fonction, nombre } from '../../../socle/fonction';
import { compareTaux, intervalleTaux, marge, tailleEchantillon } from '../../../socle/statistiques/proportions';
import { effectif, POPULATION, populationDe, proportionDe } from './arguments';

const exigeSucces = (nom: string, succes: number, n: number, parametres = ['succes', 'n'] as const): void => {
  effectif(succes, nom, parametres[0]);
  effectif(n, nom, parametres[1]);
  if (succes > n) throw erreur(`${nom} : ${succes} cas favorables pour ${n} réponses`, 'Vérifiez les deux nombres');
};

export const INTERVALLE_CONFIANCE = fonction({
  nom: 'INTERVALLE_CONFIANCE',
  resume: 'Bornes basse et haute, à 95 %, d’un taux mesuré sur un échantillon (méthode de Wilson), dans deux cellules. Avec 30 réponses ou moins, le taux ne se généralise pas : voyez l’intervalle, il est large. Pour la grille d’échantillonnage des délais, voyez ECHANTILLON_INTERVALLE.',
  rend: 'tableau',
  voirAussi: 'ECHANTILLON_INTERVALLE',
  zeroEstUneValeur: true,
  parametres: [nombre('succes', 'Nombre de réponses favorables.'), nombre('n', 'Nombre de réponses.'), POPULATION],
  exemples: [
    { phrase: '200 usagers satisfaits sur 240', args: [200, 240], donne: [[0.781011646850943, 0.8751524065213513]] },
    { phrase: 'Personne sur 10 : le taux réel peut atteindre 28 %', args: [0, 10], donne: [[0, 0.277532799862889]] },
    { phrase: 'Tout le monde a répondu : plus d’incertitude', args: [40, 50, 50], donne: [[0.8, 0.8]] },
    { phrase: 'Aucune réponse', args: [0, 0], donne: '' },
  ],
  calcule: (succes, n, population) => {
    if (succes === null || n === null || n === 0) return null;
    exigeSucces('INTERVALLE_CONFIANCE', succes, n);
    const { bas, haut } = intervalleTaux(succes, n, populationDe(population, n, 'INTERVALLE_CONFIANCE'));
    return [[bas, haut]];
  },
});

export const MARGE_ERREUR = fonction({
  nom: 'MARGE_ERREUR',
  resume: 'Marge d’erreur à 95 % d’un taux, en proportion : 0,05 se lit « à ± 5 points près ». Valable pour un tirage simple au hasard.',
  rend: 'taux',
  zeroEstUneValeur: true,
  parametres: [nombre('taux', 'Taux mesuré, entre 0 et 1 (0,5 donne la marge la plus large).'), nombre('n', 'Nombre de réponses.'), POPULATION],
  exemples: [
    { phrase: '100 réponses : à ± 9,8 points près', args: [0.5, 100], donne: 0.0979981992270027 },
    { phrase: 'La même chose, parmi 500 usagers seulement', args: [0.5, 100, 500], donne: 0.0877400380096117 },
    { phrase: 'Aucune réponse', args: [0.5, 0], donne: '' },
  ],
  calcule: (taux, n, population) => {
    if (taux === null || n === null || effectif(n, 'MARGE_ERREUR', 'n') === 0) return null;
    return marge(proportionDe(taux, 'MARGE_ERREUR', 'taux'), n, populationDe(population, n, 'MARGE_ERREUR'));
  },
});

export const TAILLE_ECHANTILLON = fonction({
  nom: 'TAILLE_ECHANTILLON',
  resume: 'Nombre de réponses à recueillir pour une marge d’erreur à 95 %. Laissez « population » vide si elle est très grande : =TAILLE_ECHANTILLON(;5 %). Comptez les réponses, pas les questionnaires envoyés.',
  rend: 'nombre',
  parametres: [nombre('population', 'Taille de la population ; une cellule vide : elle est supposée très grande.'), nombre('marge', 'Marge voulue, en proportion : 0,05 pour ± 5 points.'), facultatif(nombre('taux', 'Taux attendu, 0,5 par défaut : le cas le plus exigeant.'))],
  exemples: [
    { phrase: 'Parmi 2 000 usagers, à ± 5 points près', args: [2000, 0.05], donne: 323 },
    { phrase: 'Une très grande population, à ± 3 points près', args: [null, 0.03], donne: 1068 },
    { phrase: 'Si le taux attendu est de 80 %, il en faut moins', args: [2000, 0.05, 0.8], donne: 220 },
  ],
  calcule: (population, margeVoulue, taux) => {
    if (margeVoulue === null) return null;
    if (margeVoulue <= 0 || margeVoulue >= 1) throw erreur(`TAILLE_ECHANTILLON : la marge doit être entre 0 et 1, sans y toucher`, 'Écrivez 0,05 ou 5 % pour ± 5 points');
    return tailleEchantillon(populationDe(population, 0, 'TAILLE_ECHANTILLON'), margeVoulue, proportionDe(taux ?? 0.5, 'TAILLE_ECHANTILLON', 'taux'));
  },
});

export const COMPARER_TAUX = fonction({
  nom: 'COMPARER_TAUX',
  resume: 'Probabilité que l’écart entre deux taux soit dû au hasard (test z des deux côtés, Fisher exact si les effectifs sont petits). Au-dessus de 0,05, l’évolution n’est pas démontrée : n’en parlez pas.',
  rend: 'nombre',
  zeroEstUneValeur: true,
  parametres: [nombre('succes1', 'Réponses favorables, première mesure.'), nombre('n1', 'Réponses, première mesure.'), nombre('succes2', 'Réponses favorables, seconde mesure.'), nombre('n2', 'Réponses, seconde mesure.')],
  exemples: [
    { phrase: 'De 80 % à 86 % avec 200 réponses chaque fois : pas démontré', args: [160, 200, 172, 200], donne: 0.110197825005148 },
    { phrase: 'De petits effectifs : le test exact de Fisher', args: [3, 8, 7, 9], donne: 0.153434800493624 },
    { phrase: 'Rien à comparer', args: [3, 8, 0, 0], donne: '' },
  ],
  calcule: (succes1, n1, succes2, n2) => {
    if (succes1 === null || n1 === null || succes2 === null || n2 === null || n1 === 0 || n2 === 0) return null;
    exigeSucces('COMPARER_TAUX', succes1, n1);
    exigeSucces('COMPARER_TAUX', succes2, n2);
    return compareTaux(succes1, n1, succes2, n2).p;
  },
});
