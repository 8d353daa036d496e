// Les jours de fermeture donnés à une fonction de feuille.
import { erreurDeDate } from './argument';
import { estErreur, type Cellule } from './cellule';
import { lisDate } from './dates-colonne';
import { PAS_UNE_DATE } from './dates-texte';
import type { Jour } from './jours';

/** Les jours de fermeture d'une plage ; une première cellule qui n'est pas une date, au-dessus d'autres, est son titre. */
export const fermeturesDe = (valeurs: readonly unknown[] | null, fonction: string): readonly Jour[] =>
  (valeurs ?? []).flatMap((valeur, rang, toutes) => {
    const jour = lisDate(valeur as Cellule);
    const titre = rang === 0 && toutes.length > 1 && typeof valeur === 'string' && jour === PAS_UNE_DATE && !estErreur(valeur);
    if (jour < 0 && !titre) throw erreurDeDate(`${fonction}, cellule ${rang + 1} de « fermetures »`, valeur, jour);
    return jour <= 0 ? [] : [jour];
  });
