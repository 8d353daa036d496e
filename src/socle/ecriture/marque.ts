// La marque d'une feuille à nous : ce qu'elle est, où en est son écriture, ce que nous y avions écrit. Aucune donnée personnelle.
import type { Feuille } from '../classeur';
import type { Jour } from '../jours';

type Etat = 'neuf' | 'ecriture' | 'ok';

/** Un rectangle à partir de A1. */
export type Etendue = { readonly lignes: number; readonly colonnes: number };

export const union = (a: Etendue, b: Etendue): Etendue => ({ lignes: Math.max(a.lignes, b.lignes), colonnes: Math.max(a.colonnes, b.colonnes) });

export type Marque = {
  readonly v: 1;
  /** « demandes-ecrites.resultats », « sauvegarde.demandes-ecrites.resultats »… */
  readonly genre: string;
  readonly etat: Etat;
  /** L'étendue que nous occupons, à partir de A1 : rien en dehors n'est à nous. */
  readonly lignes: number;
  readonly colonnes: number;
  /** Empreinte des valeurs telles que nous les avons relues après les avoir écrites. */
  readonly empreinte: string;
  /** Le passage en cours (empreinte du plan), pendant l'écriture seulement. */
  readonly passage?: string;
  /** Pendant l'écriture : les passages d'avant que celui-ci a vus, et qu'il recouvre. */
  readonly vus?: readonly string[];
  /** L'empreinte du plan écrit, mise en forme comprise : le même plan ne s'écrit pas deux fois. */
  readonly plan?: string;
  /** Pour une liste en cours d'écriture : les numéros en train d'être ajoutés, que le passage suivant doit compléter. */
  readonly ajouts?: readonly string[];
  /** Pour une fiche : l'empreinte de ce que nous avons mis dans chaque case, dans leur ordre (voir fiche-examen.ts). */
  readonly cases?: string;
  /** Pour une fiche : son modèle n'est pas encore tout posé. */
  readonly neuve?: boolean;
  /** Pour une sauvegarde : la feuille d'origine et le jour. */
  readonly de?: string;
  readonly jour?: Jour;
  /** Vidée à la demande de la personne : elle ne contient plus rien. */
  readonly videe?: boolean;
};

/** Null pour une feuille qui n'est pas à nous, ou une marque d'une version que nous ne connaissons pas : on n'y touche pas. */
export const lisMarque = (texte: string | null): Marque | null => {
  if (texte === null) return null;
  try {
    const lue = JSON.parse(texte) as Partial<Marque>;
    return lue.v === 1 && typeof lue.genre === 'string' && typeof lue.lignes === 'number' && typeof lue.colonnes === 'number' ? (lue as Marque) : null;
  } catch {
    return null;
  }
};

export const ecrisMarque = (marque: Marque): string => JSON.stringify(marque);

export const feuilleDe = (feuilles: readonly Feuille[], convient: (marque: Marque) => boolean): { readonly nom: string; readonly marque: Marque; readonly protegee: boolean } | null => {
  for (const { nom, marque, protegee } of feuilles) {
    const lue = lisMarque(marque);
    if (lue !== null && convient(lue)) return { nom, marque: lue, protegee };
  }
  return null;
};
