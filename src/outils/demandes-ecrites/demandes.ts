// Les demandes d'un classeur, en colonnes typées : une case par ligne de données, toutes feuilles confondues.
import type { Registre } from './reconnaissance';

/** Ce qu'une ligne a de particulier (bits). */
export const SIGNE = { aCorriger: 1, horsPerimetre: 2, arSansDate: 4, ecartee: 8 } as const;

export type Demandes = {
  readonly taille: number;
  /** Jours ; 0 quand il n'y en a pas. */
  readonly reception: Int32Array;
  readonly accuse: Int32Array;
  readonly reponse: Int32Array;
  /** Date limite que la ligne annonce (réception + délai annoncé, ou échéance annoncée) ; 0 : le délai par défaut. */
  readonly limite: Int32Array;
  /** Un code CANAL. */
  readonly canal: Uint8Array;
  readonly signes: Uint8Array;
  /** D'où vient la ligne. */
  readonly ligne: Int32Array;
  readonly origine: Uint16Array;
  readonly registres: readonly Registre[];
  /** L'identifiant de chaque ligne, tel qu'il se lit ('' s'il n'y en a pas). */
  readonly identifiants: readonly string[];
};
