// Tirer les dates et les courriers au hasard, de façon reproductible : deux jours ouvrés par mois, dix courriers par jour.
import { calendrier } from '../../socle/calendrier';
import type { Zone } from '../../socle/feries';
import { premierDuMois, type Jour } from '../../socle/jours';
import { hasard } from '../../socle/statistiques/hasard';

export const DATES_PAR_MOIS = 2;
export const COURRIERS_PAR_DATE = 10;

export const ouvresDe = (debut: Jour, fin: Jour, zone: Zone, fermetures: readonly Jour[]): Jour[] => {
  const { estOuvre } = calendrier(zone, fermetures);
  const jours: Jour[] = [];
  for (let jour = debut; jour <= fin; jour++) if (estOuvre(jour)) jours.push(jour);
  return jours;
};

/**
 * Deux jours ouvrés différents pour chacun des mois donnés, dans l'ordre.
 * @param premier mois compté depuis l'an 0 (`annee * 12 + mois - 1`)
 */
export const tireDates = (premier: number, mois: number, graine: number, zone: Zone, fermetures: readonly Jour[]): readonly (readonly Jour[])[] => {
  const tirage = hasard(graine);
  return Array.from({ length: mois }, (_, i) => tirage.choisis(ouvresDe(premierDuMois(premier + i), premierDuMois(premier + i + 1) - 1, zone, fermetures), DATES_PAR_MOIS));
};
