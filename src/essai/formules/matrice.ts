// Une constante matricielle : {1;2;3}, une ligne par « ; ». Dans une ligne, le fichier sépare par « , », Excel en français par « . », Google Sheets par « \\ ».
import type { Cellule } from '../../socle/cellule';
import { DU_FICHIER, FRANCAISE, type Ecriture } from './jetons';

const ELEMENT = /\s*("(?:[^"]|"")*"|#[A-ZÉ/0!?]+|vrai|faux|true|false|[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)\s*([;.,\\]|$)/iy;

/** Null quand le texte n'est pas une matrice de constantes, ou que ses lignes n'ont pas la même longueur. */
export const lisMatrice = (texte: string, ecriture: Ecriture): Cellule[][] | null => {
  const dedans = texte.slice(1, -1);
  const lignes: Cellule[][] = [[]];
  let i = 0;
  // En français, « 1.2 » est deux colonnes et « 1,2 » un nombre ; dans le fichier, c'est l'inverse.
  const nombres = ecriture === FRANCAISE ? /^[+-]?\d+(?:,\d+)?(?:e[+-]?\d+)?/i : /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/i;
  while (i <= dedans.length) {
    const reste = dedans.slice(i).replace(/^\s+/, (blancs) => ((i += blancs.length), ''));
    const brut = nombres.exec(reste)?.[0];
    ELEMENT.lastIndex = i;
    const mot = brut ?? ELEMENT.exec(dedans)?.[1];
    if (mot === undefined) return null;
    const valeur = brut !== undefined ? Number(brut.replace(',', '.')) : mot.startsWith('"') ? mot.slice(1, -1).replace(/""/g, '"') : mot.startsWith('#') ? mot : /^[vt]/i.test(mot);
    lignes[lignes.length - 1]!.push(valeur);
    i += mot.length;
    while (dedans[i] === ' ') i++;
    const signe = dedans[i++];
    if (signe === undefined) break;
    if (signe === ';') lignes.push([]);
    else if (!(ecriture === FRANCAISE ? '.\\' : ',').includes(signe)) return null;
  }
  return lignes.every((ligne) => ligne.length === lignes[0]!.length) ? lignes : null;
};

export const ecrisMatrice = (lignes: readonly (readonly Cellule[])[], ecriture: Ecriture): string => {
  const mot = (valeur: Cellule): string => {
    if (typeof valeur === 'number') return String(valeur).replace('.', ecriture.decimale);
    if (typeof valeur === 'boolean') return ecriture === DU_FICHIER ? (valeur ? 'TRUE' : 'FALSE') : valeur ? 'VRAI' : 'FAUX';
    return String(valeur).startsWith('#') ? String(valeur) : `"${String(valeur ?? '').replace(/"/g, '""')}"`;
  };
  return `{${lignes.map((ligne) => ligne.map(mot).join(ecriture === DU_FICHIER ? ',' : '.')).join(';')}}`;
};
