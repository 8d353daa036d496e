// Excel de bureau donne 0 pour une cellule vide. Quand 0 est une valeur, les cellules se relisent : elles seules disent lesquelles sont vides.
import { erreur } from '../src/socle/erreurs';
import type { Fonction } from '../src/socle/fonction';

type Matrice = readonly (readonly unknown[])[];

const aUnZero = (argument: unknown): boolean => argument === 0 || (Array.isArray(argument) && (argument as Matrice).some((ligne) => ligne.includes(0)));

/** Excel sur le web donne null pour une cellule vide : un 0 y est un 0. */
const videEstNull = (args: readonly unknown[]): boolean =>
  (typeof Office !== 'undefined' && ((Office.context as Partial<Office.Context> | undefined)?.platform as string | undefined) === 'OfficeOnline') || args.some((argument) => Array.isArray(argument) && (argument as Matrice).some((ligne) => ligne.includes(null)));

/** Les rangs d'arguments où un 0 peut être une cellule vide. */
export const aRelire = ({ zeroEstUneValeur }: Fonction, args: readonly unknown[]): readonly number[] =>
  zeroEstUneValeur !== true || videEstNull(args) ? [] : args.flatMap((argument, rang) => (aUnZero(argument) ? [rang] : []));

const plageA = ({ workbook }: Excel.RequestContext, adresse: string): Excel.Range => {
  const coupe = adresse.lastIndexOf('!');
  const nom = adresse.slice(0, coupe).replace(/^'|'$/g, '').replace(/''/g, "'");
  return workbook.worksheets.getItem(nom).getRange(adresse.slice(coupe + 1));
};

/** La matrice, ses cellules vides redevenues vides. */
const videsRendus = (matrice: Matrice, plage: Excel.Range, remplie: Excel.Range): unknown[][] =>
  matrice.map((ligne, i) => ligne.map((valeur, j) => {
    if (valeur !== 0) return valeur;
    const type = remplie.isNullObject ? undefined : remplie.valueTypes[plage.rowIndex + i - remplie.rowIndex]?.[plage.columnIndex + j - remplie.columnIndex];
    return type === undefined || type === 'Empty' ? '' : 0;
  }));

/**
 * @param adresses celles qu'Excel donne pour chaque argument ; absentes dans un Excel trop ancien, vides pour une formule
 * @throws ErreurClasseur les cellules ne peuvent pas être relues : plutôt refuser que compter des vides comme des zéros
 */
export const relis = async ({ nom, parametres }: Fonction, args: readonly unknown[], rangs: readonly number[], adresses: readonly string[] | undefined): Promise<readonly unknown[]> => {
  // Un 0 écrit dans la formule n'a pas d'adresse : c'est un 0.
  const aLire = rangs.filter((rang) => Array.isArray(args[rang]) || adresses?.[rang] !== '');
  if (aLire.length === 0) return args;
  const muet = aLire.find((rang) => !adresses?.[rang]?.includes('!'));
  if (muet !== undefined || typeof Excel === 'undefined') {
    throw erreur(`${nom} : « ${parametres[muet ?? 0]?.nom} » contient des 0, et cet Excel donne aussi 0 pour une cellule vide`, 'Donnez une plage de cellules (D2:D200), pas un calcul ; sinon, mettez Excel à jour');
  }
  return Excel.run(async (context) => {
    const lues = aLire.map((rang) => {
      const plage = plageA(context, adresses![rang]!).load('rowIndex,columnIndex');
      return { rang, plage, remplie: plage.getUsedRangeOrNullObject(true).load('valueTypes,rowIndex,columnIndex') };
    });
    await context.sync();
    return args.map((argument, rang) => {
      const lue = lues.find((l) => l.rang === rang);
      if (lue === undefined) return argument;
      return Array.isArray(argument) ? videsRendus(argument as Matrice, lue.plage, lue.remplie) : videsRendus([[argument]], lue.plage, lue.remplie)[0]?.[0];
    });
  });
};
