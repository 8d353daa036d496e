// Les demandes qui peuvent écrire : seules sur le classeur, annulables d'un geste là où l'hôte sait, et jamais abandonnées en route.
import type { Demande } from './demande';

const ECRIT: { readonly [G in Demande['genre']]: boolean } = {
  ouvre: false, retiens: true, prevois: false, execute: true, finis: true, compare: false, exporte: false, regarde: false, fonctions: false, prevoisPurge: false, purge: true, purgePersonnelles: true,
};

export const ecrit = ({ genre }: Pick<Demande, 'genre'>): boolean => ECRIT[genre];
