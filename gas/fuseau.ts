// L'heure qu'une Date montre dans un fuseau, et l'inverse. Le cœur n'a que des jours de série ; Google Sheets n'a que des Date.
import { civil, jourDe } from '../src/socle/jours';

/** Le 01/01/1970 en jour de série. */
const EPOQUE = 25_569;
const MS_PAR_JOUR = 86_400_000;

/** Un fuseau sait lire une Date en jour de série (l'heure en fraction) et rendre la Date d'un jour de série. */
export type Fuseau = { serie(date: Date): number; date(serie: number): Date };

const serieDe = (annee: number, mois: number, jour: number, ms: number): number => jourDe(annee, mois, jour) + ms / MS_PAR_JOUR;

/** Le fuseau dans lequel le programme tourne. */
export const fuseauDuScript: Fuseau = {
  serie: (date) => serieDe(date.getFullYear(), date.getMonth() + 1, date.getDate(), ((date.getHours() * 60 + date.getMinutes()) * 60 + date.getSeconds()) * 1000 + date.getMilliseconds()),
  date: (serie) => {
    const { annee, mois, jour } = civil(Math.floor(serie));
    const date = new Date(2000, 0, 1);
    // `new Date(95, …)` serait 1995 : setFullYear prend l'année telle quelle.
    date.setFullYear(annee, mois - 1, jour);
    date.setHours(0, 0, 0, Math.round((serie - Math.floor(serie)) * MS_PAR_JOUR));
    return date;
  },
};

/** Vrai pour une Date à minuit pile, dans le fuseau du programme. */
export const estMinuit = (date: Date): boolean => date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0 && date.getMilliseconds() === 0;

/** @param nom « Europe/Paris », « Pacific/Noumea »… */
export const fuseauNomme = (nom: string): Fuseau => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: nom, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  // Un registre répète les mêmes jours : chacun n'est lu qu'une fois.
  const lues = new Map<number, number>();
  const lis = (instant: number): number => {
    const parties: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) parties[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parties;
    return serieDe(year, month, day, ((hour * 60 + minute) * 60 + second) * 1000 + (((instant % 1000) + 1000) % 1000));
  };
  const serie = (instant: number): number => {
    if (!Number.isFinite(instant)) return NaN;
    let lue = lues.get(instant);
    if (lue === undefined) lues.set(instant, (lue = lis(instant)));
    return lue;
  };
  return {
    serie: (date) => serie(date.getTime()),
    date: (voulue) => {
      const enUtc = Math.round((voulue - EPOQUE) * MS_PAR_JOUR);
      const decalage = (instant: number): number => Math.round((serie(instant) - EPOQUE) * MS_PAR_JOUR) - instant;
      // Une fois pour le décalage, une seconde pour celui de l'heure d'été.
      return new Date(enUtc - decalage(enUtc - decalage(enUtc)));
    },
  };
};
