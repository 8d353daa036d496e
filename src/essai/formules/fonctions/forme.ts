// La forme d'une fonction du tableur, et les façons communes de lire ses arguments.
import { Bloc, enNombre, Faute, scalaire, type Operande, type Valeur } from '../valeurs';
import type { Lieu } from '../evalue';

export type FonctionTableur = {
  readonly min: number;
  readonly max: number;
  /** Sans le « = » : montré quand le compte d'arguments n'y est pas. */
  readonly exemple: string;
  /** Chaque argument ne s'évalue que si on l'appelle : SI ne calcule que la branche choisie. */
  calcule(args: readonly (() => Operande)[], lieu: Lieu): Operande;
};

/** Une faute rencontrée en chemin : la fonction entière la rend, comme dans Excel. */
class Arret extends Error {
  constructor(readonly faute: Faute) {
    super(faute.code);
  }
}
export const sauf = <T>(valeur: T | Faute): T => {
  if (valeur instanceof Faute) throw new Arret(valeur);
  return valeur;
};

/** Déclare une fonction dont les fautes se propagent. */
export const tableur = (min: number, max: number, exemple: string, calcule: FonctionTableur['calcule']): FonctionTableur => ({
  min, max, exemple,
  calcule: (args, lieu) => {
    try {
      return calcule(args, lieu);
    } catch (cause) {
      if (cause instanceof Arret) return cause.faute;
      throw cause;
    }
  },
});

/** Une fonction de nombres seuls : ABS, ENT… */
export const deNombres = (min: number, max: number, exemple: string, calcule: (...n: number[]) => Operande): FonctionTableur =>
  tableur(min, max, exemple, (args) => calcule(...args.map((arg) => sauf(enNombre(arg())))));

export const bloc = (x: Operande): Bloc => (x instanceof Bloc ? x : new Bloc([[x]], null));
export const valeursDe = (x: Operande): Valeur[] => (x instanceof Bloc ? x.lignes.flat() : [x]);
export const valeur = (x: Operande): Exclude<Valeur, Faute> => sauf(scalaire(x)) as Exclude<Valeur, Faute>;

/** Les nombres d'un argument : dans une plage seuls les vrais nombres comptent, un argument écrit dans la formule est converti. */
export const nombresDe = (x: Operande): number[] => {
  if (!(x instanceof Bloc)) return x === null ? [0] : [sauf(enNombre(x))];
  const nombres: number[] = [];
  for (const ligne of x.lignes)
    for (const v of ligne) {
      if (typeof v === 'number') nombres.push(v);
      else if (v instanceof Faute) throw new Arret(v);
    }
  return nombres;
};
