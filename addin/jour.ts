// Le jour de la machine : le cœur n'a pas d'horloge, l'entrée la lit pour lui.
import { jourDe, type Jour } from '../src/socle/jours';

export const jourDeLaMachine = (): Jour => {
  const maintenant = new Date();
  return jourDe(maintenant.getFullYear(), maintenant.getMonth() + 1, maintenant.getDate());
};
