// Les tableaux Excel (« Mettre sous forme de tableau ») : lus seulement quand on les demande, en un envoi de plus s'il y en a.
import type { Tableau } from '../src/socle/classeur';

export const demandeTableaux = ({ workbook }: Excel.RequestContext): Excel.TableCollection => workbook.tables.load('items/name,items/showHeaders,items/showTotals,items/worksheet/name');

/** Les tableaux de chaque feuille. Sans ligne d'en-tête, un tableau n'a pas de titres : ce n'est pas une liste. */
export const lisTableaux = async (context: Excel.RequestContext, { items }: Excel.TableCollection): Promise<ReadonlyMap<string, readonly Tableau[]>> => {
  const places = items.filter(({ showHeaders }) => showHeaders).map((table) => {
    const plage = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
    plage.untrack();
    return { table, plage };
  });
  if (places.length > 0) await context.sync();
  const parFeuille = new Map<string, Tableau[]>();
  for (const { table: { name: nom, showTotals: total, worksheet }, plage } of places) {
    const tableau = { nom, ligne: plage.rowIndex + 1, colonne: plage.columnIndex + 1, lignes: plage.rowCount, colonnes: plage.columnCount, total };
    parFeuille.set(worksheet.name, [...(parFeuille.get(worksheet.name) ?? []), tableau]);
  }
  return parFeuille;
};
