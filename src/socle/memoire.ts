// Ce que le classeur retient d'un outil : les réglages et les colonnes que la personne a corrigés, avec un numéro de version.
import type { Modification } from './classeur';
import type { Saisies } from './reglage';

const VERSION = 1;

/** Les saisies retenues ; une mémoire d'une autre version ou abîmée compte comme vide : rien n'est deviné. */
export const saisiesEnMemoire = (memoire: Readonly<Record<string, string>>, outil: string): Saisies => {
  const texte = memoire[outil];
  if (texte === undefined) return {};
  try {
    const lue = JSON.parse(texte) as { v?: unknown; saisies?: unknown };
    if (lue.v !== VERSION || typeof lue.saisies !== 'object' || lue.saisies === null) return {};
    return Object.fromEntries(Object.entries(lue.saisies).filter((couple): couple is [string, string] => typeof couple[1] === 'string'));
  } catch {
    return {};
  }
};

/** La modification qui retient ces saisies, ou null si le classeur les a déjà. */
export const retiens = (memoire: Readonly<Record<string, string>>, outil: string, saisies: Saisies): Modification | null => {
  const clefs = Object.keys(saisies).sort();
  const valeur = clefs.length === 0 ? null : JSON.stringify({ v: VERSION, saisies: Object.fromEntries(clefs.map((clef) => [clef, saisies[clef]])) });
  return (memoire[outil] ?? null) === valeur ? null : { genre: 'memoriser', clef: outil, valeur };
};
