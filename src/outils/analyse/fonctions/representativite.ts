// REPRESENTATIVITE : les répondants ressemblent-ils à la population ?
import { erreur } from '../../../socle/erreurs';
import { fonction, plage } from '../../../socle/fonction';
import { nombresDe } from '../../../socle/plage-nombres';
import { representativite } from '../../../socle/statistiques/representativite';
import { effectif, memeTaille } from './arguments';

export const REPRESENTATIVITE = fonction({
  nom: 'REPRESENTATIVITE',
  resume: 'Probabilité que l’écart entre vos répondants et la population soit dû au hasard (χ² d’ajustement). Au-dessous de 0,05, l’échantillon n’est pas représentatif sur ce critère ; au-dessus, rien ne montre qu’il ne l’est pas.',
  rend: 'nombre',
  parametres: [plage('effectifs', 'Nombre de répondants de chaque catégorie. Une cellule vide vaut 0.'), plage('parts', 'Part de chaque catégorie dans la population, en proportion, en pourcentage ou en nombre d’habitants : seul leur rapport compte.')],
  exemples: [
    { phrase: '60 femmes et 40 hommes, quand la population en compte 52 % et 48 %', args: [[[60], [40]], [[0.52], [0.48]]], donne: 0.109314576208667 },
    { phrase: 'Des parts en pourcentage donnent la même chose', args: [[[60], [40]], [[52], [48]]], donne: 0.109314576208667 },
  ],
  calcule: (effectifs, parts) => {
    memeTaille('REPRESENTATIVITE', ['effectifs', effectifs ?? []], ['parts', parts ?? []]);
    const [e, p] = [nombresDe('REPRESENTATIVITE', 'effectifs', effectifs ?? []), nombresDe('REPRESENTATIVITE', 'parts', parts ?? [])];
    const categories = e.flatMap((v, k): [number, number][] => ((v ?? 0) === 0 && (p[k] ?? 0) === 0 ? [] : [[effectif(v ?? 0, 'REPRESENTATIVITE', 'effectifs'), p[k] ?? 0]]));
    const fausse = categories.findIndex(([, part]) => part <= 0);
    if (fausse >= 0) throw erreur(`REPRESENTATIVITE : la catégorie ${fausse + 1} a ${categories[fausse]?.[0]} répondants et une part nulle ou négative dans la population`, 'Donnez sa part, ou ôtez-la des deux plages');
    return representativite(categories.map(([v]) => v), categories.map(([, v]) => v))?.p ?? null;
  },
});
