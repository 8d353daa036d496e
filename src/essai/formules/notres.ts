// Nos fonctions dans une cellule de la page : la même porte que dans tous les hôtes, et nos phrases quand elles refusent.
import { ErreurClasseur } from '../../socle/erreurs';
import { appelle, type Fonction } from '../../socle/fonction';
import type { Cellule } from '../../socle/cellule';
import { Bloc, Faute, mauvaiseValeur, type Operande, type Valeur } from './valeurs';

/** Une erreur dans une cellule citée arrive à la fonction comme son texte : c'est elle qui dit si elle la refuse. */
const versHote = (valeur: Valeur): Cellule => (valeur instanceof Faute ? valeur.code : valeur);

export const appelleLaNotre = (definition: Fonction, args: readonly Operande[]): Operande => {
  try {
    const rendu = appelle(definition, args.map((arg) => (arg instanceof Bloc ? arg.lignes.map((ligne) => ligne.map(versHote)) : versHote(arg))));
    return Array.isArray(rendu) ? new Bloc(rendu as Cellule[][], null) : (rendu as Cellule);
  } catch (cause) {
    if (cause instanceof ErreurClasseur) return mauvaiseValeur(cause.message);
    throw cause;
  }
};
