// Un faux tableur qui interprète tout ce qu'on lui donne, plus volontiers qu'aucun vrai : paramètres américains, espaces et formes larges ignorés.

export type Format = 'General' | '@';
export type Saisie = { readonly genre: 'texte' | 'formule' | 'nombre' | 'date' | 'booleen' | 'erreur'; readonly valeur: string };

/** Ce qu'un hôte peut ôter avant de regarder : espaces, marques invisibles, sauts de ligne. */
const INVISIBLES = /^[\s\u0085\p{Cf}]+|[\s\u0085\p{Cf}]+$/gu;
const MOIS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|sept|déc)[a-zé]*\\.?';
const NOMBRE = /^\(?[$€£]? ?(?:\d[\d, .]*|\.\d+)(?:e[+-]?\d+)? ?[%$€£]?\)?$|^0x[\da-f]+$/i;
const DATES = [/^\d{1,4}[/.-]\d{1,4}(?:[/.-]\d{1,4})?$/, /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?$/i, new RegExp(`^\\d{1,2}[ -]${MOIS}(?:[ -]\\d{2,4})?$`, 'i'), new RegExp(`^${MOIS}[ -]\\d{1,4}(?:,? \\d{2,4})?$`, 'i')];

/** Ce que l'hôte garde d'une valeur qu'on lui donne. Le format texte arrête les nombres et les dates, jamais les formules. */
export const saisis = (donnee: string, format: Format): Saisie => {
  if (donnee.startsWith("'")) return { genre: 'texte', valeur: donnee.slice(1) };
  const vue = donnee.replace(INVISIBLES, '').normalize('NFKC').replace(INVISIBLES, '');
  // Un seul signe n'est pas une formule pour un vrai tableur ; pour celui-ci, si.
  if (/^[=+\-@\u2212]/.test(vue)) return { genre: 'formule', valeur: donnee };
  // Une apostrophe pleine chasse, ou derrière une espace, serait avalée elle aussi.
  if (vue.startsWith("'")) return { genre: 'texte', valeur: vue.slice(1) };
  if (/^[\t\r\n\0]/.test(donnee)) return { genre: 'formule', valeur: donnee };
  if (format === '@') return { genre: 'texte', valeur: donnee };
  if (NOMBRE.test(vue)) return { genre: 'nombre', valeur: vue };
  if (DATES.some((forme) => forme.test(vue))) return { genre: 'date', valeur: vue };
  if (/^(?:true|false|vrai|faux)$/i.test(vue)) return { genre: 'booleen', valeur: vue };
  if (/^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)/i.test(vue)) return { genre: 'erreur', valeur: vue };
  return { genre: 'texte', valeur: donnee };
};

/** Le texte que la cellule montre. */
export const relis = (saisie: Saisie): string => saisie.valeur;
