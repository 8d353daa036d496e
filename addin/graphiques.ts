// Les graphiques natifs du port : une évolution (barres et courbe, deux axes) et des secteurs.
import type { Graphique, Serie } from '../src/socle/classeur';
import { lettres, type Zone } from '../src/socle/cellule';
import { plageDe } from './zones';

const GRIS = '#595959';
const GRILLE = '#D9D9D9';
const POURCENT = '0%';

type Lieu = { readonly feuille: (nom: string) => Excel.Worksheet; readonly titres: ReadonlyMap<Zone, string>; readonly existants: readonly string[] };

/** Le nom du graphique dans la feuille : un second passage le reconnaît, et ne touche pas à ceux de la personne. */
export const nomDe = ({ id }: Graphique): string => `Classeur+ ${id}`;

const axe = (valeurs: Excel.ChartAxis, pourcent: boolean): void => {
  valeurs.minimum = 0;
  if (pourcent) {
    valeurs.maximum = 1;
    valeurs.majorUnit = 0.2;
  }
  valeurs.numberFormat = pourcent ? POURCENT : '#,##0';
  valeurs.format.font.size = 9;
  valeurs.format.font.color = GRIS;
};

const barres = ({ empile }: Graphique): 'ColumnStacked' | 'ColumnClustered' => (empile ? 'ColumnStacked' : 'ColumnClustered');

const serie = (graphique: Excel.Chart, { titre, valeurs, forme, couleur, enPourcent }: Serie, { feuille, titres }: Lieu, categories: Excel.Range, aDroite: boolean, genre: ReturnType<typeof barres>): void => {
  const posee = graphique.series.add(titres.get(titre) ?? '');
  posee.setValues(plageDe(feuille(valeurs.feuille), valeurs));
  posee.setXAxisValues(categories);
  posee.chartType = forme === 'barres' ? genre : 'LineMarkers';
  if (aDroite && enPourcent) posee.axisGroup = 'Secondary';
  if (forme === 'barres') posee.format.fill.setSolidColor(`#${couleur}`);
  else {
    posee.format.line.color = `#${couleur}`;
    posee.markerBackgroundColor = `#${couleur}`;
    posee.markerForegroundColor = `#${couleur}`;
  }
};

const evolution = (graphique: Excel.Chart, definition: Graphique, lieu: Lieu): void => {
  const { series, categories } = definition;
  const melange = series.some(({ enPourcent }) => enPourcent) && series.some(({ enPourcent }) => !enPourcent);
  for (const s of series) serie(graphique, s, lieu, plageDe(lieu.feuille(categories.feuille), categories), melange, barres(definition));
  axe(graphique.axes.getItem('Value', 'Primary'), !melange && (series[0]?.enPourcent ?? false));
  if (melange) axe(graphique.axes.getItem('Value', 'Secondary'), true);
  graphique.axes.valueAxis.majorGridlines.format.line.color = GRILLE;
  graphique.axes.categoryAxis.format.font.size = 9;
  graphique.legend.position = 'Bottom';
  graphique.legend.format.font.size = 9;
};

const secteurs = (graphique: Excel.Chart, { series: [premiere], categories, couleurs = [] }: Graphique, { feuille }: Lieu): void => {
  if (premiere === undefined) return;
  const parts = graphique.series.add();
  parts.setValues(plageDe(feuille(premiere.valeurs.feuille), premiere.valeurs));
  parts.setXAxisValues(plageDe(feuille(categories.feuille), categories));
  const nombre = premiere.valeurs.lignes * premiere.valeurs.colonnes;
  for (let i = 0; i < nombre; i++) parts.points.getItemAt(i).format.fill.setSolidColor(`#${couleurs[i % couleurs.length] ?? premiere.couleur}`);
  parts.hasDataLabels = true;
  parts.dataLabels.showPercentage = true;
  parts.dataLabels.showValue = false;
  parts.dataLabels.position = 'OutsideEnd';
  parts.dataLabels.numberFormat = POURCENT;
  // Leurs chiffres, colorés, sont à côté ; une légende aux mots longs les recouvrirait.
  graphique.legend.visible = false;
};

const coin = (ligne: number, colonne: number): string => `${lettres(colonne)}${ligne}`;

/** Pose le graphique ; un graphique du même nom est remplacé. */
export const dessine = (definition: Graphique, lieu: Lieu): void => {
  const { place, titre, series, categories } = definition;
  const feuille = lieu.feuille(place.feuille);
  const nom = nomDe(definition);
  if (lieu.existants.includes(nom)) feuille.charts.getItem(nom).delete();
  const depart = series[0]?.valeurs ?? categories;
  // Excel veut une plage de départ ; les séries qu'il en tire sont remplacées par les nôtres.
  const graphique = feuille.charts.add(definition.genre === 'evolution' ? barres(definition) : 'Pie', plageDe(lieu.feuille(depart.feuille), depart), 'Columns');
  graphique.series.getItemAt(0).delete();
  (definition.genre === 'evolution' ? evolution : secteurs)(graphique, definition, lieu);
  graphique.name = nom;
  graphique.title.text = titre;
  graphique.title.format.font.size = 11;
  graphique.title.format.font.bold = true;
  graphique.setPosition(coin(place.ligne, place.colonne), coin(place.ligne + place.lignes - 1, place.colonne + place.colonnes - 1));
};
