// La porte d'entrée : des octets et un nom, un classeur.
import type { HoteSynchrone } from '../socle/classeur';
import { ouvreCsv } from './csv';
import { genreDe } from './reconnait';
import { ouvreXlsx } from './xlsx';

export type ClasseurFichier = HoteSynchrone & {
  readonly nom: string;
  /** Ce qu'était le fichier : un .csv où l'on a écrit reste « csv », mais ses octets sont ceux d'un .xlsx. */
  readonly genre: 'xlsx' | 'csv';
  modifie(): boolean;
  /** Les octets à enregistrer : ceux reçus, les mêmes, tant que rien n'a été écrit. */
  octets(): Uint8Array;
};

/** @param nom nom du fichier, extension comprise : il départage un .csv d'un fichier inconnu et nomme la feuille du .csv */
export const ouvreFichier = (octets: Uint8Array, nom: string): ClasseurFichier => {
  const genre = genreDe(octets, nom);
  return { nom, genre, ...(genre === 'csv' ? ouvreCsv(octets, nom) : ouvreXlsx(octets)) };
};
