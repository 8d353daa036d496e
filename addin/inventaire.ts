// Ce qu'un appel de lecture demande toujours : les onglets, leur étendue, nos marques, la mémoire. Rien de plus que ces noms et ces nombres.
import { MARQUE, MEMOIRE, entreesDe } from '../src/fichier/xlsx-memoire';
import type { Plage, Zone } from '../src/socle/cellule';
import type { Feuille } from '../src/socle/classeur';
import type { Connu } from './connu';
import { plageDe } from './zones';

/** Au-delà, une tête n'aide plus à reconnaître un tableau : une cellule perdue en XFD1 ferait lire un million de vides. */
const COLONNES_DE_TETE = 256;

type Onglets = { readonly feuilles: Excel.WorksheetCollection; readonly parties: Excel.CustomXmlPartScopedCollection; readonly an2000: Excel.FunctionResult<number> | null };

/** Demande la liste des onglets, et ce qui ne se demande qu'une fois. */
export const demandeOnglets = ({ workbook }: Excel.RequestContext, connu: Connu): Onglets => {
  const feuilles = workbook.worksheets.load('items/name,items/visibility,items/protection/protected');
  // À chaque fois : un autre agent a pu poser une clef.
  const parties = workbook.customXmlParts.getByNamespace(MEMOIRE).load('items/id');
  // Une formule calculée par Excel sans rien écrire : elle seule dit depuis quand ce classeur compte ses jours.
  const an2000 = connu.date1904 === null ? workbook.functions.date(2000, 1, 1).load('value') : null;
  return { feuilles, parties, an2000 };
};

/** Le 01/01/2000 dans un classeur ordinaire. */
const AN_2000 = 36526;

export const retiensOnglets = ({ feuilles, parties, an2000 }: Onglets, connu: Connu): void => {
  connu.onglets = feuilles.items.map(({ name }) => name);
  connu.parties = new Map(parties.items.map(({ id }) => [id, connu.parties?.get(id) ?? {}]));
  if (an2000 !== null) connu.date1904 = an2000.value !== AN_2000;
};

type XmlDesParties = ReadonlyMap<string, OfficeExtension.ClientResult<string>>;

export const demandeMemoire = ({ customXmlParts }: Excel.Workbook, connu: Connu): XmlDesParties => new Map([...(connu.parties?.keys() ?? [])].map((id) => [id, customXmlParts.getItem(id).getXml()]));

export const retiensMemoire = (memoire: XmlDesParties, connu: Connu): void => {
  connu.parties = new Map([...memoire].map(([id, xml]) => [id, entreesDe(xml.value)]));
};

type Detail = { readonly utilisee: Excel.Range; readonly tete: Excel.Range | null; readonly marque: Excel.WorksheetCustomProperty; readonly graphiques: Excel.ChartCollection | null };
export type Details = { readonly parOnglet: ReadonlyMap<string, Detail>; readonly memoire: XmlDesParties };

/** @param masquees les onglets dont on veut savoir si des lignes sont masquées */
export const demandeDetails = ({ workbook }: Excel.RequestContext, connu: Connu, noms: readonly string[], tetes: number, masquees: readonly string[]): Details => ({
  parOnglet: new Map(noms.map((nom) => {
    const feuille = workbook.worksheets.getItem(nom);
    const utilisee = feuille.getUsedRangeOrNullObject(true).load(`rowIndex,columnIndex,rowCount,columnCount${masquees.includes(nom) ? ',rowHidden' : ''}`);
    utilisee.untrack();
    const haut = tetes > 0 ? plageDe(feuille, { feuille: nom, ligne: 1, colonne: 1, lignes: tetes, colonnes: COLONNES_DE_TETE }) : null;
    const tete = haut?.getUsedRangeOrNullObject(true).load(`values,rowIndex,columnIndex${connu.date1904 ? ',numberFormat' : ''}`) ?? null;
    tete?.untrack();
    const marque = feuille.customProperties.getItemOrNullObject(MARQUE).load('value');
    const graphiques = connu.marquees.has(nom) ? feuille.charts.load('items/name') : null;
    return [nom, { utilisee, tete, marque, graphiques }];
  })),
  memoire: demandeMemoire(workbook, connu),
});

/** La tête rendue par Excel commence à sa première cellule remplie : on la replace en A1. */
const enA1 = (tete: Excel.Range, lis: (plage: Excel.Range) => Plage): Plage => {
  if (tete.isNullObject) return [];
  const vides = Array.from({ length: tete.columnIndex }, () => '');
  return [...Array.from({ length: tete.rowIndex }, () => []), ...lis(tete).map((ligne) => [...vides, ...ligne])];
};

export const retiensDetails = ({ feuilles }: Onglets, { parOnglet, memoire }: Details, connu: Connu, lis: (plage: Excel.Range) => Plage): Feuille[] => {
  retiensMemoire(memoire, connu);
  return feuilles.items.map(({ name, visibility, protection }) => {
    const { utilisee, tete, marque, graphiques } = parOnglet.get(name)!;
    const valeur = marque.isNullObject ? null : marque.value;
    if (valeur === null) connu.marquees.delete(name);
    else connu.marquees.add(name);
    if (graphiques !== null) connu.graphiques.set(name, graphiques.items.map((graphique) => graphique.name));
    return {
      nom: name,
      lignes: utilisee.isNullObject ? 0 : utilisee.rowIndex + utilisee.rowCount,
      colonnes: utilisee.isNullObject ? 0 : utilisee.columnIndex + utilisee.columnCount,
      masquee: visibility !== 'Visible',
      protegee: protection.protected,
      marque: valeur,
      tete: tete === null ? [] : enA1(tete, lis),
    };
  });
};

/** L'étendue d'une feuille dont on veut les lignes masquées ; null si elle n'en a pas. */
export const etendueMasquee = ({ parOnglet }: Details, nom: string): { readonly zone: Zone; readonly toutes: boolean } | null => {
  const utilisee = parOnglet.get(nom)?.utilisee;
  // `rowHidden` vaut null quand une partie seulement des lignes est masquée.
  if (utilisee === undefined || utilisee.isNullObject || (utilisee.rowHidden as boolean | null) === false) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = utilisee;
  return { zone: { feuille: nom, ligne: rowIndex + 1, colonne: columnIndex + 1, lignes: rowCount, colonnes: columnCount }, toutes: utilisee.rowHidden === true };
};
