// L'adresse d'une cellule de registre, pour une anomalie ou une alerte : la même règle partout.
import { adresse, lettres } from '../../socle/cellule';
import type { ClefColonne } from './colonnes';
import type { Demandes } from './demandes';
import type { Registre } from './reconnaissance';

/** La colonne de la feuille où se lit `clef` ; à défaut, celle de la réception. Tout est en A dans un .csv collé. */
const numero = ({ colonnes, separateur }: Registre, clef: ClefColonne): number => (separateur === null ? (colonnes[clef] ?? colonnes.reception ?? 1) : 1);

export const lieu = (registre: Registre, clef: ClefColonne, ligne: number = registre.entete.ligne): string => adresse(registre.feuille.nom, ligne, numero(registre, clef));

/** « D » : la lettre d'une colonne reconnue, '' si le registre ne l'a pas. */
export const lettreDe = (registre: Registre, clef: ClefColonne): string => (registre.colonnes[clef] === undefined ? '' : lettres(numero(registre, clef)));

export const lieuDeDemande = ({ registres, origine, ligne }: Demandes, i: number, clef: ClefColonne): string => {
  const registre = registres[origine[i] as number];
  return registre === undefined ? '' : lieu(registre, clef, ligne[i] as number);
};
