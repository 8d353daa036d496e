// Les styles du port, dits à Excel. Les codes de format sont ceux de l'hôte .xlsx, en écriture américaine comme Excel les attend.
import type { FormatNombre, Style } from '../src/socle/classeur';

/** L'espace insécable est entre guillemets : seul « % » hors guillemets multiplie par cent. */
export const CODES: Readonly<Record<FormatNombre, string>> = { pourcent: '0.0"\u00a0"%', entier: '#,##0', decimal: '#,##0.0', date: 'dd/mm/yyyy', texte: '@' };
const HORIZONTAL = { gauche: 'Left', centre: 'Center', droite: 'Right' } as const;
const VERTICAL = { haut: 'Top', milieu: 'Center' } as const;
const COTES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;
/** Un trait sous chaque case, comme dans l’hôte .xlsx. */
const DESSOUS: readonly string[] = ['EdgeBottom', 'InsideHorizontal'];
const TRAIT = '#BFBFBF';

/** Une valeur seule vaut pour toute la plage (documentation de Range.numberFormat) ; les types ne connaissent que la matrice. */
export const formatSeul = (plage: Excel.Range, codeFormat: string): void => {
  plage.numberFormat = codeFormat as unknown as string[][];
};

const bordure = (plage: Excel.Range, cote: (typeof COTES)[number]): void => {
  const trait = plage.format.borders.getItem(cote);
  trait.style = 'Continuous';
  trait.color = TRAIT;
};

/** @param lignes et `colonnes` de la plage : un trait intérieur n'existe pas dans une seule cellule */
export const style = (plage: Excel.Range, { gras, italique, taille, couleur, fond, format, alignement, vertical, renvoi, bordure: trait }: Style, lignes: number, colonnes: number): void => {
  const { font } = plage.format;
  if (gras !== undefined) font.bold = gras;
  if (italique !== undefined) font.italic = italique;
  if (taille !== undefined) font.size = taille;
  if (couleur !== undefined) font.color = `#${couleur}`;
  if (fond !== undefined) plage.format.fill.color = `#${fond}`;
  if (format !== undefined) formatSeul(plage, CODES[format]);
  if (alignement !== undefined) plage.format.horizontalAlignment = HORIZONTAL[alignement];
  if (vertical !== undefined) plage.format.verticalAlignment = VERTICAL[vertical];
  if (renvoi !== undefined) plage.format.wrapText = renvoi;
  if (trait === undefined) return;
  const cotes = COTES.filter((cote) => (cote !== 'InsideHorizontal' || lignes > 1) && (cote !== 'InsideVertical' || colonnes > 1));
  for (const cote of cotes) if (trait === 'fine' || DESSOUS.includes(cote)) bordure(plage, cote);
};

/** Largeur d'une colonne, de caractères de Calibri 11 en points : 7 pixels par chiffre, 5 de marge, 96 pixels par pouce. */
export const largeurEnPoints = (caracteres: number): number => (Math.round(caracteres * 7) + 5) * 0.75;
