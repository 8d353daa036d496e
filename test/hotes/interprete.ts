// Ce qu'un tableur fait d'un texte qu'on lui donne à écrire : formule, nombre, date à l'américaine, booléen, ou le texte lui-même.
import type { Cellule } from '../../src/socle/cellule';
import { existe, jourDe } from '../../src/socle/jours';

/** Ce que vaut une cellule devenue formule : rien que nous ayons voulu. */
const FORMULE = '#NAME?';

const nombre = (texte: string): number | null => {
  const t = texte.trim().replace(/^\$/, '').replace(/,(?=\d{3}\b)/g, '');
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(t)) return Number(t);
  if (/^[-+]?\d+\.?\d*%$/.test(t)) return Number(t.slice(0, -1)) / 100;
  return /^\(\d+\)$/.test(t) ? -Number(t.slice(1, -1)) : null;
};

const date = (texte: string): number | null => {
  const m = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(texte.trim());
  const [mois, jour, annee] = m ? [Number(m[1]), Number(m[2]), Number(m[3]) + (m[3]!.length === 2 ? 2000 : 0)] : [0, 0, 0];
  if (m && existe(annee, mois, jour)) return jourDe(annee, mois, jour);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte.trim());
  return iso && existe(Number(iso[1]), Number(iso[2]), Number(iso[3])) ? jourDe(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null;
};

/** Le pire des hôtes : une formule reste une formule même sous le format « @ » ; le reste du texte n'est gardé que par ce format ou une apostrophe. */
export const interprete = (texte: string, enTexte: boolean): Cellule => {
  if (texte.startsWith("'")) return texte.slice(1);
  if (/^[=+\-@\t\r\n＝＋－＠]/.test(texte)) return FORMULE;
  if (enTexte) return texte;
  if (/^(true|false)$/i.test(texte)) return texte.toLowerCase() === 'true';
  return nombre(texte) ?? date(texte) ?? (texte === '' ? null : texte);
};
