// Un graphique natif de Google Sheets ; le même id remplace. Ce qu'il dit est en note sur la cellule qu'il couvre : Google n'a pas d'autre texte de remplacement ici.
import type { Zone } from '../src/socle/cellule';
import type { Graphique, Serie } from '../src/socle/classeur';
import type { Chantier } from './chantier';
import { numeroDuGraphique, retiensGraphique } from './marques';
import { noteLecture } from './annexes';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Constructeur = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

/** Les tailles d'une feuille neuve, en pixels. */
const LARGEUR = 100;
const HAUTEUR = 21;
const GRIS = '#595959';

const somme = (tailles: ReadonlyMap<number, number> | undefined, debut: number, nombre: number, defaut: number): number => {
  let total = 0;
  for (let i = debut; i < debut + nombre; i++) total += tailles?.get(i) ?? defaut;
  return total;
};

const titreAuDessus = ({ titre, valeurs }: Serie): boolean => titre.feuille === valeurs.feuille && titre.colonne === valeurs.colonne && titre.ligne + titre.lignes === valeurs.ligne;

/** Google prend le titre d'une série dans la ligne au-dessus de ses valeurs, et seulement là. */
const avecTitre = (zone: Zone, titre: boolean): Zone => (titre ? { ...zone, ligne: zone.ligne - 1, lignes: zone.lignes + 1 } : zone);

const evolution = (constructeur: Constructeur, { series, empile = false }: Graphique): void => {
  constructeur.setChartType(Charts.ChartType.COMBO)
    .setOption('series', Object.fromEntries(series.map(({ forme, couleur, enPourcent }, rang) => [rang, { type: forme === 'barres' ? 'bars' : 'line', color: `#${couleur}`, targetAxisIndex: enPourcent ? 1 : 0 }])))
    .setOption('vAxes', { 0: { minValue: 0 }, 1: { format: '0%', viewWindow: { min: 0, max: 1 } } })
    .setOption('legend', { position: 'bottom' })
    .setOption('isStacked', empile);
};

const secteurs = (constructeur: Constructeur, { couleurs = [] }: Graphique): void => {
  constructeur.setChartType(Charts.ChartType.PIE)
    .setOption('colors', couleurs.map((couleur) => `#${couleur}`))
    .setOption('pieSliceText', 'percentage')
    .setOption('legend', { position: 'none' });
};

/** Le nôtre se reconnaît à son numéro ; après une coupure juste avant qu'il soit retenu, à sa place et son titre exacts. */
const retireAncien = (feuille: Sheet, { id, titre, place }: Graphique): void => {
  const numero = numeroDuGraphique(feuille, id);
  for (const graphique of feuille.getCharts()) {
    const ancre = graphique.getContainerInfo();
    const aSaPlace = ancre.getAnchorRow() === place.ligne && ancre.getAnchorColumn() === place.colonne && graphique.getOptions().get('title') === titre;
    if (graphique.getChartId() === numero || aSaPlace) feuille.removeChart(graphique);
  }
};

export const dessine = (chantier: Chantier, graphique: Graphique): void => {
  const { place, series, categories, titre, lecture, id } = graphique;
  const ancre = chantier.plage(place).getCell(1, 1);
  const feuille = chantier.feuille(place.feuille);
  retireAncien(feuille, graphique);
  const titres = series.length > 0 && series.every(titreAuDessus);
  const constructeur = feuille.newChart();
  for (const zone of [categories, ...series.map(({ valeurs }) => valeurs)]) constructeur.addRange(chantier.plage(avecTitre(zone, titres)));
  if (graphique.genre === 'evolution') evolution(constructeur, graphique);
  else secteurs(constructeur, graphique);
  const tailles = chantier.tailles.get(place.feuille);
  const construit = constructeur.setNumHeaders(titres ? 1 : 0)
    .setOption('title', titre)
    .setOption('titleTextStyle', { color: GRIS, fontSize: 11, bold: true })
    .setOption('width', somme(tailles?.largeurs, place.colonne, place.colonnes, LARGEUR))
    .setOption('height', somme(tailles?.hauteurs, place.ligne, place.lignes, HAUTEUR))
    .setPosition(place.ligne, place.colonne, 0, 0)
    .build();
  const connus = new Set(feuille.getCharts().map((autre) => autre.getChartId()));
  feuille.insertChart(construit);
  const neuf = feuille.getCharts().find((autre) => !connus.has(autre.getChartId()))?.getChartId();
  if (typeof neuf === 'number') retiensGraphique(feuille, id, neuf);
  noteLecture(ancre, lecture);
};
