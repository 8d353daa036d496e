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
  exemples: [],
  calcule: (annee, graine, zone, fermetures) => {
    if (annee === null || graine === null) return null;
    const dates = tireDates(entier(annee, 'annee', 1950, 2099) * 12, 12, entier(graine, 'graine', 0, 2147483647), zoneDe(zone), fermeturesDe(fermetures, 'TIRAGE_DATES'));
    return dates.map((duMois) => [duMois[0] ?? null, duMois[1] ?? null]);
  },
});
