// L'aide du volet, en données comme celle des fonctions : le volet la montre, il ne la porte pas.
import { MODE_OPERATOIRE } from '../outils/plan-actions/mode-operatoire';
import type { Rubriques } from './demande';

export const AIDE: Rubriques = [
  ['Ce que fait le volet', [
    'Il reconnaît votre tableau par ses titres de colonnes, compte les délais de réponse, et montre ce qui est en retard ou à vérifier.',
    'Il n’écrit que dans les onglets qu’il a créés. Vos feuilles ne changent pas.',
    'Chaque chiffre porte ses effectifs, sa période et sa définition : ouvrez « Tous les indicateurs ».',
  ]],
  ['Vos données', ['Elles restent dans votre classeur : aucun réseau, aucun compte, aucune mesure d’usage.', 'Le classeur retient vos colonnes et vos réglages ; les filtres ne valent que pour une fois.']],
  ['Au clavier', ['Tab passe d’un élément à l’autre, les flèches d’un onglet à l’autre. Échap annule un calcul, ferme un message ou revient en arrière.']],
  ['Accessibilité', ['Le volet vise les critères du RGAA ; il n’a pas été audité. Il se lit sans couleur, au clavier et avec un texte deux fois plus grand.']],
  ...MODE_OPERATOIRE.map(([titre, phrases]) => [`Plan d’actions : ${titre.toLowerCase()}`, phrases] as const),
  ['Qui fait Classeur+', ['C’est un projet libre, sans lien avec l’administration.']],
];
