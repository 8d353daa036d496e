// Lit une adresse telle qu'on l'écrit : « C37 », « c37 », « Suivi!C37 », « 'Suivi délais'!C37 ».
import { numeroColonne } from '../socle/cellule';
import { COLONNES_MAX, LIGNES_MAX } from '../fichier/limites';

export const lisAdresse = (texte: string, parDefaut: string, feuilles: readonly { readonly nom: string }[]): { readonly feuille: string; readonly ligne: number; readonly colonne: number } | null => {
  const m = /^(?:(.*)!)?\$?([a-z]{1,3})\$?(\d{1,7})(?::.*)?$/i.exec(texte.trim());
  if (!m) return null;
  const nom = m[1] === undefined ? parDefaut : m[1].replace(/^'(.*)'$/, '$1').replace(/''/g, "'");
  // Le nom tel qu'il se lit sur l'onglet peut lui-même porter des apostrophes.
  const feuille = feuilles.find((f) => f.nom === m[1]) ?? feuilles.find((f) => f.nom.toLowerCase() === nom.toLowerCase());
  const [ligne, colonne] = [Number(m[3]), numeroColonne(m[2]!)];
  return feuille && ligne >= 1 && ligne <= LIGNES_MAX && colonne >= 1 && colonne <= COLONNES_MAX ? { feuille: feuille.nom, ligne, colonne } : null;
};
