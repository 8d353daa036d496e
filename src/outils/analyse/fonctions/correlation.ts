// CORRELATION : deux suites de nombres varient-elles ensemble ?
import { erreur } from '../../../socle/erreurs';
import { facultatif, fonction, plage, texte } from '../../../socle/fonction';
import { nombresDe } from '../../../socle/plage-nombres';
import { choisis } from '../../../socle/reglage';
import { correlation } from '../../../socle/statistiques/correlation';
import { memeTaille } from './arguments';

const METHODES = ['pearson', 'spearman'] as const;

export const CORRELATION = fonction({
  nom: 'CORRELATION',
  resume: 'Coefficient de corrélation, de −1 à 1, de deux colonnes de nombres. Proche de 0, elles ne varient pas ensemble ; proche de 1 ou de −1, il est possible qu’elles soient liées, ce qui ne dit pas laquelle cause l’autre. Il faut plus de 30 couples pour en parler.',
  rend: 'nombre',
  zeroEstUneValeur: true,
  parametres: [plage('x', 'Première plage de nombres.'), plage('y', 'Seconde plage, ligne pour ligne. Une ligne où l’une des deux est vide ne compte pas.'), facultatif(texte('methode', 'pearson (par défaut, pour des quantités) ou spearman (pour des rangs ou des notes).'))],
  exemples: [
    { phrase: 'Délai de traitement et note de satisfaction', args: [[[3], [5], [7], [8], [12], [14], [15], [21], [24], [30]], [[9], [9], [8], [8], [7], [7], [6], [5], [5], [3]]], donne: -0.987955723543330 },
    { phrase: 'Sur les rangs', args: [[[3], [5], [7], [8], [12], [14], [15], [21], [24], [30]], [[9], [9], [8], [8], [7], [7], [6], [5], [5], [3]], 'spearman'], donne: -0.987804421815157 },
    { phrase: 'Une note toujours la même : pas de corrélation à mesurer', args: [[[1], [2], [3]], [[4], [4], [4]]], donne: '' },
  ],
  calcule: (x, y, methode) => {
    const choisie = methode === null ? 'pearson' : choisis(methode, METHODES);
    if (choisie === null) throw erreur(`CORRELATION : la méthode « ${methode} » n’existe pas`, 'Écrivez "pearson" ou "spearman"');
    memeTaille('CORRELATION', ['x', x ?? []], ['y', y ?? []]);
    const [a, b] = [nombresDe('CORRELATION', 'x', x ?? []), nombresDe('CORRELATION', 'y', y ?? [])];
    const couples = a.flatMap((v, i): [number, number][] => (v === null || b[i] === null || b[i] === undefined ? [] : [[v, b[i]]]));
    return correlation(couples.map(([v]) => v), couples.map(([, v]) => v), choisie)?.r ?? null;
  },
});
