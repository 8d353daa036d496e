// MASQUER_EFFECTIF : un effectif trop petit pour être diffusé.
import { facultatif, fonction, nombre } from '../../../socle/fonction';
import { effectif } from './arguments';

const SEUIL_DIFFUSION = 11;

export const MASQUER_EFFECTIF = fonction({
  nom: 'MASQUER_EFFECTIF',
  resume: 'L’effectif s’il atteint le seuil, sinon « < 11 » : de petits effectifs laissent reconnaître des personnes. Dans un tableau avec ses totaux, masquer une seule case ne suffit pas, elle se retrouve par soustraction : l’onglet « Analyse » masque aussi ce qu’il faut autour.',
  rend: 'nombre',
  parametres: [nombre('effectif', 'Le nombre de réponses.'), facultatif(nombre('seuil', 'Le plus petit effectif montré : 11 par défaut, pour une diffusion ; 5 en interne.'))],
  exemples: [
    { phrase: 'Sept réponses ne se diffusent pas', args: [7], donne: '< 11' },
    { phrase: 'En interne, elles se montrent', args: [7, 5], donne: 7 },
    { phrase: 'Onze réponses se montrent', args: [11], donne: 11 },
    { phrase: 'Une cellule vide reste vide', args: [''], donne: '' },
  ],
  calcule: (valeur, seuil) => {
    if (valeur === null) return null;
    // 0 est ce qu'Excel donne d'une cellule vide : il ne doit pas tout montrer.
    const minimum = seuil || SEUIL_DIFFUSION;
    return effectif(valeur, 'MASQUER_EFFECTIF', 'effectif') < effectif(minimum, 'MASQUER_EFFECTIF', 'seuil') ? `< ${minimum}` : valeur;
  },
});
