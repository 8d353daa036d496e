// Les fusions à cheval sur le bord d'une zone que nous allons vider. Défusionner notre zone les déferait toutes : il faut les dire avant.
import { numeroColonne, type Rectangle, type Zone } from '../src/socle/cellule';
import { plageDe } from './zones';

type Demande = { readonly zone: Zone; readonly fusions: Excel.RangeAreas };

const LIGNES = 1_048_576;
const COLONNES = 16_384;

/** Les cellules qui bordent la zone, dehors : à droite, puis dessous. Les fusions du dedans, plus nombreuses qu'Excel n'en dit (512), n'y sont pas. */
const bords = ({ feuille, ligne, colonne, lignes, colonnes }: Zone): Zone[] => [
  ...(colonne + colonnes <= COLONNES ? [{ feuille, ligne, colonne: colonne + colonnes, lignes, colonnes: 1 }] : []),
  ...(ligne + lignes <= LIGNES ? [{ feuille, ligne: ligne + lignes, colonne, lignes: 1, colonnes }] : []),
];

/** Nos rapports commencent en A1 : rien ne déborde au-dessus ni à gauche. */
export const demandeDebords = ({ workbook }: Excel.RequestContext, zones: readonly Zone[]): Demande[] =>
  zones.flatMap((zone) => bords(zone).map((bord) => {
    const fusions = plageDe(workbook.worksheets.getItem(zone.feuille), bord).getMergedAreasOrNullObject().load('address');
    fusions.untrack();
    return { zone, fusions };
  }));

const rectangles = (adresse: string): Rectangle[] => [...adresse.matchAll(/!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?(?=\s*,|$)/g)].map(([, c0 = '', l0 = '', c1 = c0, l1 = l0]) => {
  const [ligne, colonne] = [Number(l0), numeroColonne(c0)];
  return { ligne, colonne, lignes: Number(l1) - ligne + 1, colonnes: numeroColonne(c1) - colonne + 1 };
});

/** Par feuille, les fusions qui tiennent à la fois du bord et de la zone. */
export const lisDebords = (demandes: readonly Demande[]): ReadonlyMap<string, readonly Rectangle[]> => {
  const parFeuille = new Map<string, Rectangle[]>();
  for (const { zone, fusions } of demandes) {
    const acheval = fusions.isNullObject ? [] : rectangles(fusions.address).filter((r) => r.ligne < zone.ligne + zone.lignes && r.colonne < zone.colonne + zone.colonnes);
    parFeuille.set(zone.feuille, [...(parFeuille.get(zone.feuille) ?? []), ...acheval]);
  }
  return parFeuille;
};
