// Ce que vérifient plusieurs fonctions de cet outil : des effectifs entiers, une population, une proportion, deux plages de même taille.
import { montre } from '../../../socle/argument';
import { erreur } from '../../../socle/erreurs';
import { facultatif, nombre } from '../../../socle/fonction';

export const POPULATION = facultatif(nombre('population', 'Taille de la population interrogée ; omise, elle est supposée grande.'));

/** Un effectif : entier, positif ou nul. */
export const effectif = (valeur: number, fonction: string, parametre: string): number => {
  if (!Number.isInteger(valeur) || valeur < 0) throw erreur(`${fonction} : « ${parametre} » vaut ${montre(valeur)}, ce n’est pas un effectif`, 'Donnez un nombre entier, 0 ou plus');
  return valeur;
};

/** La population, au moins aussi grande que l'échantillon ; null si elle n'est pas donnée (0 est ce qu'Excel donne d'une cellule vide). */
export const populationDe = (valeur: number | null, n: number, fonction: string): number | null => {
  if (valeur === null || valeur === 0) return null;
  const population = effectif(valeur, fonction, 'population');
  if (population < n || population < 1) throw erreur(`${fonction} : la population (${population}) est plus petite que l’échantillon (${n})`, 'Vérifiez les deux nombres');
  return population;
};

/** Une proportion entre 0 et 1 ; un nombre de 1 à 100 est un pourcentage oublié, il se refuse plutôt que de se deviner. */
export const proportionDe = (valeur: number, fonction: string, parametre: string): number => {
  if (valeur < 0 || valeur > 1) throw erreur(`${fonction} : « ${parametre} » vaut ${montre(valeur)}, il doit être entre 0 et 1`, 'Écrivez 0,8 ou 80 %');
  return valeur;
};

export const memeTaille = (fonction: string, [nomA, a]: readonly [string, readonly unknown[]], [nomB, b]: readonly [string, readonly unknown[]]): void => {
  if (a.length !== b.length) throw erreur(`${fonction} : « ${nomA} » a ${a.length} cellules et « ${nomB} » ${b.length}`, 'Sélectionnez deux plages de même taille, ligne pour ligne');
};
