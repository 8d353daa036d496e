// Les fonctions de feuille dans Excel (=SP.TAUX_REPONSE) : chacune associée à sa définition, et les erreurs dites par une phrase.
import { fonctions } from '../src/registre-fonctions';
import type { Cellule } from '../src/socle/cellule';
import { ErreurClasseur } from '../src/socle/erreurs';
import { appelle, type Fonction, type Resultat } from '../src/socle/fonction';
import { argumentsDe, serviceDe, siensDe } from './arguments';
import { rendMatrice } from './matrice';
import { aRelire, relis } from './relecture';

/** Seules ces deux erreurs d'Excel portent un message. */
const dite = (cause: unknown): CustomFunctions.Error =>
  cause instanceof ErreurClasseur
    ? new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, cause.message)
    : new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'Le calcul n’a pas pu se faire. Signalez ce défaut : il vient du programme.');

/** Un nombre qu'Excel montre comme une date, là où il connaît les valeurs mises en forme ; ailleurs, le nombre du jour. */
const saitMettreEnForme = (): boolean => typeof Office !== 'undefined' && ((Office.context as Partial<Office.Context> | undefined)?.requirements?.isSetSupported('ExcelApi', '1.16') ?? false);

const enDate = (valeur: Cellule): unknown => (typeof valeur === 'number' ? { type: 'FormattedNumber', basicType: 'Double', basicValue: valeur, numberFormat: 'dd/mm/yyyy' } : valeur);

const rends = (fonction: Fonction, resultat: Resultat): unknown => {
  const lignes = Array.isArray(resultat) ? (resultat as readonly (readonly Cellule[])[]) : rendMatrice(fonction) ? [[resultat as Cellule]] : null;
  const date = fonction.rend === 'date' && saitMettreEnForme();
  if (lignes === null) return date ? enDate(resultat as Cellule) : resultat;
  return date ? lignes.map((ligne) => ligne.map(enDate)) : lignes;
};

const appelDe = (fonction: Fonction) => (...recus: readonly unknown[]): unknown => {
  try {
    const vite = fonction.rapide?.(siensDe(fonction, recus));
    if (vite !== undefined) return rends(fonction, vite ?? '');
    const args = argumentsDe(fonction, recus);
    const rangs = aRelire(fonction, args);
    if (rangs.length === 0) return rends(fonction, appelle(fonction, args));
    return relis(fonction, args, rangs, serviceDe(recus)?.parameterAddresses).then((relus) => rends(fonction, appelle(fonction, relus))).catch((cause: unknown) => {
      throw dite(cause);
    });
  } catch (cause) {
    throw dite(cause);
  }
};

for (const fonction of fonctions) CustomFunctions.associate(fonction.nom, appelDe(fonction));
