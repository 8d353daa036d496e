// TIRAGE_DATES : deux jours ouvrés de chaque mois, tirés au hasard, toujours les mêmes pour une même graine.
import { fermeturesDe } from '../../../socle/fermetures';
import { erreur } from '../../../socle/erreurs';
import { zoneDe } from '../../../socle/feries';
import { facultatif, fonction, nombre, plage, texte } from '../../../socle/fonction';
import { tireDates } from '../tirage';

const entier = (valeur: number, parametre: string, mini: number, maxi: number): number => {
  if (!Number.isInteger(valeur) || valeur < mini || valeur > maxi) throw erreur(`TIRAGE_DATES attend un nombre entier de ${mini} à ${maxi} pour « ${parametre} »`, `Écrivez par exemple ${parametre === 'annee' ? 2026 : 1}`);
  return valeur;
};

export const TIRAGE_DATES = fonction({
  nom: 'TIRAGE_DATES',
  resume: 'Les dates d’une grille d’échantillonnage : deux jours ouvrés tirés au hasard dans chaque mois de l’année, sur 12 lignes et 2 colonnes. La même graine redonne les mêmes dates (générateur xoshiro128**) ; pour une nouvelle campagne, changez de graine.',
  rend: 'date',
  parametres: [nombre('annee', 'Année, par exemple 2026.'), nombre('graine', 'Un nombre entier à votre choix ; notez-le.'), facultatif(texte('zone', 'Zone des jours fériés : Métropole (par défaut), Alsace-Moselle, La Réunion ou une autre.')), facultatif(plage('fermetures', 'Plage de vos jours de fermeture, qui ne seront pas tirés.'))],
  exemples: [
    {
      phrase: 'L’année 2026, graine 1',
      args: [2026, 1],
      donne: [
        ['05/01/2026', '22/01/2026'],
        ['03/02/2026', '17/02/2026'],
        ['19/03/2026', '20/03/2026'],
        ['13/04/2026', '16/04/2026'],
        ['11/05/2026', '21/05/2026'],
        ['24/06/2026', '26/06/2026'],
        ['08/07/2026', '30/07/2026'],
        ['05/08/2026', '06/08/2026'],
        ['14/09/2026', '22/09/2026'],
        ['09/10/2026', '16/10/2026'],
        ['23/11/2026', '30/11/2026'],
        ['18/12/2026', '22/12/2026'],
      ],
    },
  ],
  calcule: (annee, graine, zone, fermetures) => {
    if (annee === null || graine === null) return null;
    const dates = tireDates(entier(annee, 'annee', 1950, 2099) * 12, 12, entier(graine, 'graine', 0, 2147483647), zoneDe(zone), fermeturesDe(fermetures, 'TIRAGE_DATES'));
    return dates.map((duMois) => [duMois[0] ?? null, duMois[1] ?? null]);
  },
});
