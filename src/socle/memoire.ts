// Ce que le classeur retient d'un outil : les réglages et les colonnes que la personne a corrigés, avec un numéro de version.
import type { Modification } from './classeur';
import { erreur } from './erreurs';
import type { Saisies } from './reglage';

const VERSION = 1;
/** Google Sheets refuse une propriété de plus de 9 Ko : la plus petite limite vaut partout, et l'on s'arrête avant elle. */
export const OCTETS_MAX = 8_000;

/** La taille en UTF-8 ; un demi-caractère compte pour trois, comme le signe qui le remplace. */
export const octets = (texte: string): number => [...texte].reduce((total, signe) => {
  const code = signe.codePointAt(0) ?? 0;
  return total + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
}, 0);

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

/** Une version plus récente que la nôtre a écrit ici : nous ne savons pas ce que cela dit, et ne l'écrasons pas. */
const estPlusRecente = (texte: string | undefined): boolean => {
  try {
    const { v } = JSON.parse(texte ?? '{}') as { v?: unknown };
    return typeof v === 'number' && v > VERSION;
  } catch {
    return false;
  }
};

/**
 * La modification qui retient ces saisies, ou null si le classeur les a déjà.
 * @throws ErreurClasseur quand elles ne tiennent pas : ce que le classeur avait retenu reste
 */
export const retiens = (memoire: Readonly<Record<string, string>>, outil: string, saisies: Saisies): Modification | null => {
  if (estPlusRecente(memoire[outil])) return null;
  const clefs = Object.keys(saisies).sort();
  const valeur = clefs.length === 0 ? null : JSON.stringify({ v: VERSION, saisies: Object.fromEntries(clefs.map((clef) => [clef, saisies[clef]])) });
  const taille = octets(valeur ?? '');
  if (taille > OCTETS_MAX) {
    const longue = clefs.reduce((plus, clef) => ((saisies[clef] ?? '').length > (saisies[plus] ?? '').length ? clef : plus));
    throw erreur(`Ces réglages sont trop longs pour être retenus dans le classeur (${taille} octets, ${OCTETS_MAX} au plus) ; rien n’a été changé`, `Raccourcissez « ${longue} », puis recommencez`);
  }
  return (memoire[outil] ?? null) === valeur ? null : { genre: 'memoriser', clef: outil, valeur };
};
