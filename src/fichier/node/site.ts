// Un classeur réduit à ses comptes : tout ce qu'une consolidation retient de lui, et ce qui voyage d'un fil à l'autre.
import path from 'node:path';
import { ErreurClasseur } from '../../socle/erreurs';
import type { Contexte, Indicateur, Repartition } from '../../socle/outil';
import { analyseFichier, type AnalyseFichier } from './analyse-fichier';

export type Site = {
  readonly fichier: string;
  readonly indicateurs: readonly Indicateur[];
  readonly repartitions: readonly Repartition[];
  readonly aTraiter: number;
  readonly aCorriger: number;
  readonly aVerifier: number;
};

/** Un fichier dont rien n'est compté, et pourquoi ; `illisible` est faux pour un classeur sain où il n'y a rien à compter. */
export type Absent = { readonly fichier: string; readonly raison: string; readonly illisible: boolean };

export type Reduit = Site | Absent;

/** Sans les zéros de la fin : c'est ce qui est copié d'un fil à l'autre. */
const court = (comptes: Int32Array): Int32Array => comptes.slice(0, comptes.findLastIndex((nombre) => nombre > 0) + 1);

const resume = (fichier: string, { indicateurs, repartitions, alertes, anomalies }: AnalyseFichier): Reduit => {
  const combien = (gravite: string): number => anomalies.filter((anomalie) => anomalie.gravite === gravite).length;
  if (indicateurs.length === 0) return { fichier, raison: anomalies.find(({ gravite }) => gravite === 'erreur')?.message ?? 'Rien à compter dans ce classeur.', illisible: false };
  return { fichier, indicateurs, repartitions: repartitions.map((r) => ({ ...r, comptes: court(r.comptes) })), aTraiter: alertes.length, aCorriger: combien('erreur'), aVerifier: combien('avertissement') };
};

/** Ne lève rien : un fichier n'empêche pas les autres. */
export const reduis = (chemin: string, contexte: Contexte): Reduit => {
  const fichier = path.basename(chemin);
  try {
    return resume(fichier, analyseFichier(chemin, contexte, () => undefined));
  } catch (cause) {
    return { fichier, raison: cause instanceof ErreurClasseur ? cause.message : 'Une erreur inattendue a arrêté sa lecture. Analysez ce fichier seul pour en avoir le détail.', illisible: true };
  }
};
