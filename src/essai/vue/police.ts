// La largeur réelle d'un texte dans la police de la grille : d'elle dépendent les colonnes, et le « ### » d'un nombre qui n'y tient pas.

const POLICE = '13.5px Calibri, Carlito, "Segoe UI", "Open Sans", system-ui, sans-serif';

let crayon: CanvasRenderingContext2D | null = null;
export const largeurDe = (texte: string, gras: boolean): number => {
  crayon ??= document.createElement('canvas').getContext('2d');
  if (crayon === null) return texte.length * 7;
  crayon.font = gras ? `600 ${POLICE}` : POLICE;
  return crayon.measureText(texte).width;
};
