// TABLEAU_CROISE, KHI2, KHI2_P, V_CRAMER : croiser deux questions, et dire si le lien dépasse le hasard.
import { bloc, fonction, plage, type Resultat } from '../../../socle/fonction';
import { effectifsDe } from '../../../socle/plage-nombres';
import { khi2, type Khi2 } from '../../../socle/statistiques/khi2';
import { croise, croiseMatrices, type Croisement } from '../croise';
import { memeTaille } from './arguments';

const somme = (v: readonly number[]): number => v.reduce((s, x) => s + x, 0);

/** Les effectifs avec leurs titres et leurs totaux ; null quand aucune ligne n'a les deux réponses. */
const enTableau = ({ lignes, colonnes, effectifs }: Croisement): Resultat => {
  if (effectifs.length === 0) return null;
  const totaux = colonnes.map((_, j) => somme(effectifs.map((ligne) => ligne[j] as number)));
  return [['', ...colonnes, 'Total'], ...effectifs.map((ligne, i) => [lignes[i] as string, ...ligne, somme(ligne)]), ['Total', ...totaux, somme(totaux)]];
};

export const TABLEAU_CROISE = fonction({
  nom: 'TABLEAU_CROISE',
  resume: 'Croise deux questions : les effectifs, avec titres et totaux. Laissez de la place sous la cellule et à sa droite. Une ligne où l’une des deux réponses est vide ne compte pas ; les écritures d’un même mot (Oui, oui, OUI) sont réunies.',
  rend: 'tableau',
  zeroEstUneValeur: true,
  parametres: [plage('lignes', 'Réponses à mettre en lignes, sans le titre de la colonne.'), plage('colonnes', 'Réponses à mettre en colonnes, ligne pour ligne.')],
  exemples: [
    {
      phrase: 'Satisfaction selon le canal',
      args: [[['Satisfait'], ['Satisfait'], ['Insatisfait'], ['satisfait'], ['']], [['Accueil'], ['Téléphone'], ['Téléphone'], ['Accueil'], ['Accueil']]],
      donne: [['', 'Accueil', 'Téléphone', 'Total'], ['Satisfait', 2, 1, 3], ['Insatisfait', 0, 1, 1], ['Total', 2, 2, 4]],
    },
    { phrase: 'Aucune réponse', args: [[['']], [['']]], donne: '' },
  ],
  rapide: ([lignes, colonnes, ...autres]) => {
    const croisement = autres.length > 0 ? null : croiseMatrices(lignes, colonnes);
    return croisement === null ? undefined : enTableau(croisement);
  },
  calcule: (lignes, colonnes) => {
    memeTaille('TABLEAU_CROISE', ['lignes', lignes ?? []], ['colonnes', colonnes ?? []]);
    return enTableau(croise(lignes ?? [], colonnes ?? []));
  },
});

const TABLEAU = bloc('tableau', 'Le tableau croisé des effectifs, avec ou sans ses titres et ses totaux. Une case vide vaut 0 réponse.');
const DITP = [[10, 25, 40, 25], [30, 30, 15, 5]];

const mesure = (nom: string, tableau: readonly (readonly unknown[])[] | null, lis: (r: Khi2) => number): number | null => {
  const r = khi2(effectifsDe(nom, tableau ?? []));
  return r === null ? null : lis(r);
};

export const KHI2 = fonction({
  nom: 'KHI2',
  resume: 'Statistique du χ² d’un tableau croisé, sans correction de Yates. Elle ne se lit pas seule : voyez KHI2_P.',
  rend: 'nombre',
  parametres: [TABLEAU],
  exemples: [
    { phrase: 'Deux groupes, quatre réponses', args: [DITP], donne: 33.340909090909 },
    { phrase: 'Le même tableau, avec ses titres et ses totaux', args: [[['', 'a', 'b', 'c', 'd', 'Total'], ['Hommes', 10, 25, 40, 25, 100], ['Femmes', 30, 30, 15, 5, 80], ['Total', 40, 55, 55, 30, 180]]], donne: 33.340909090909 },
    { phrase: 'Une seule ligne n’est pas vide : rien à croiser', args: [[[5, 6], [0, 0]]], donne: '' },
  ],
  calcule: (tableau) => mesure('KHI2', tableau, (r) => r.statistique),
});

export const KHI2_P = fonction({
  nom: 'KHI2_P',
  resume: 'Probabilité que le lien entre deux questions soit dû au hasard (χ² sans Yates). Au-dessus de 0,05, aucun lien n’est démontré. Peu fiable si des effectifs attendus sont inférieurs à 5 : regroupez des réponses.',
  rend: 'nombre',
  parametres: [TABLEAU],
  exemples: [{ phrase: 'Deux groupes, quatre réponses : un lien net', args: [DITP], donne: 2.72914823620897e-7 }],
  calcule: (tableau) => mesure('KHI2_P', tableau, (r) => r.p),
});

export const V_CRAMER = fonction({
  nom: 'V_CRAMER',
  resume: 'Force du lien entre deux questions, de 0 (aucun) à 1 (l’une dit l’autre) : V de Cramér. Un lien fort n’est pas une cause.',
  rend: 'nombre',
  parametres: [TABLEAU],
  exemples: [{ phrase: 'Deux groupes, quatre réponses', args: [DITP], donne: 0.430380381438644 }],
  calcule: (tableau) => mesure('V_CRAMER', tableau, (r) => r.v),
});
