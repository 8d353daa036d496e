// Ce que Google garde d'un texte donné à setValues (« comme si on le tapait »), réglages français : supposé, et pris au pire.
import type { Cellule } from '../../../src/socle/cellule';
import { existe, jourDe } from '../../../src/socle/jours';
import { interprete } from '../interprete';

const dateFrancaise = (texte: string): number | null => {
  const m = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(texte.trim());
  if (m === null) return null;
  const [jour, mois, annee] = [Number(m[1]), Number(m[2]), Number(m[3]) + (m[3]!.length === 2 ? 2000 : 0)];
  return existe(annee, mois, jour) ? jourDe(annee, mois, jour) : null;
};

export const interpreteSheets = (texte: string, enTexte: boolean): Cellule => {
  const lue = interprete(texte, enTexte);
  if (enTexte || lue !== texte) return enTexte ? lue : (dateFrancaise(texte) ?? lue);
  if (/^(vrai|faux)$/i.test(texte)) return /^vrai$/i.test(texte);
  const decimal = /^-?\d+,\d+$/.test(texte) ? Number(texte.replace(',', '.')) : null;
  return dateFrancaise(texte) ?? decimal ?? lue;
};
