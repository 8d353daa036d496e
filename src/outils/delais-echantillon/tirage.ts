// Tirer les dates et les courriers au hasard, de façon reproductible : deux jours ouvrés par mois, dix courriers par jour.
import { calendrier } from '../../socle/calendrier';
import type { Zone } from '../../socle/feries';
import { premierDuMois, type Jour } from '../../socle/jours';
import { hasard } from '../../socle/statistiques/hasard';

export const DATES_PAR_MOIS = 2;
export const COURRIERS_PAR_DATE = 10;

const ouvresDe = (debut: Jour, fin: Jour, zone: Zone, fermetures: readonly Jour[]): Jour[] => {
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

/** `combien` jours ouvrés pris dans des périodes (début, fin). */
export const tireDatesDePic = (periodes: readonly (readonly [Jour, Jour])[], combien: number, graine: number, zone: Zone, fermetures: readonly Jour[]): readonly Jour[] => {
  const jours = [...new Set(periodes.reduce<Jour[]>((tous, [debut, fin]) => tous.concat(ouvresDe(debut, fin, zone, fermetures)), []))].sort((a, b) => a - b);
  return hasard(graine).choisis(jours, combien);
};
