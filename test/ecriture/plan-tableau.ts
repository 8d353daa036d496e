// Un plan d'actions dans un tableau Excel, et ce qu'on veut y ajouter : les mêmes cas dans l'hôte en mémoire et dans Excel.
import type { Ajout } from '../../src/socle/ecriture/ajout';
import { ClasseurMemoire, type Mode } from '../hotes/classeur-memoire';

export const AJOUT: Ajout = { feuille: 'Plan', entete: 2, colonneNumero: 2, numero: 'A3', valeurs: new Map<number, string | number>([[3, '=Afficher'], [4, 46200]]) };
export const plan = (mode: Mode = 'immediat', graine = 1, total = false): ClasseurMemoire => {
  const c = new ClasseurMemoire(mode, graine);
  c.ajoute('Plan');
  c.tape('Plan', 1, 1, 'Plan d’actions');
  [['Numéro', 'Libellé', 'Fin'], ['A1', 'Relire', 46100], ['A2', 'Former', 46150]].forEach((ligne, i) => ligne.forEach((v, j) => c.tape('Plan', i + 2, j + 2, v)));
  c.tape('Plan', 5, 7, 'note à côté');
  c.pourEcrire('Plan').tableaux = [{ nom: 'Actions', ligne: 2, colonne: 2, lignes: 3, colonnes: 3, total }];
  return c;
};

export const REFUS: readonly (readonly [quoi: string, c: ClasseurMemoire, phrase: string])[] = [
  ['une ligne de total', plan('immediat', 1, true), 'Le tableau « Actions » a une ligne de total, sous laquelle rien ne s’ajoute ; rien n’a été changé. Décochez « Ligne Total » dans l’onglet Création de tableau, puis recommencez.'],
  ['quelque chose d’écrit dessous', (() => {
    const c = plan();
    c.tape('Plan', 5, 3, 'à vérifier');
    return c;
  })(), 'Plan!B5 : Quelque chose est écrit sous le tableau « Actions » ; rien n’a été changé. Déplacez-le, puis recommencez.'],
  ['un numéro pris', (() => {
    const c = plan();
    c.tape('Plan', 4, 2, 'A3');
    return c;
  })(), 'Plan!B4 : Le numéro A3 est déjà pris par une autre ligne ; rien n’a été changé. Choisissez un autre numéro.'],
];
