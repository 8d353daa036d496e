// Les graphiques d'une feuille vus du fil : un sac strict, retenu sous le nom du graphique.
import type { FeuilleDuFil } from './acces';
import { zoneDeRange } from './acces';
import { introuvable, invalide, nonModelise, sac, type Objet } from './objet';

type Etat = Record<string, unknown> & { series: Etat[] };
const sous = (etat: Record<string, unknown>, nom: string): Etat => (etat[nom] ??= {}) as Etat;

const POLICE = ['Size', 'Color', 'Bold'];
const formatDeTexte = (etat: Etat): Objet => ({ classe: 'ChartFormat', mene: { Font: () => sac('ChartFont', sous(etat, 'Font'), POLICE) } });
const remplissage = (etat: Etat): Objet => ({ classe: 'ChartFill', appelle: { SetSolidColor: (couleur: unknown) => void (etat['fond'] = couleur) } });

const serie = (etat: Etat, retire: () => void): Objet => ({
  ...sac('ChartSeries', etat, ['Name', 'ChartType', 'AxisGroup', 'MarkerBackgroundColor', 'MarkerForegroundColor', 'HasDataLabels']),
  mene: {
    Format: () => ({ classe: 'ChartSeriesFormat', mene: { Fill: () => remplissage(sous(etat, 'Fill')), Line: () => sac('ChartLineFormat', sous(etat, 'Line'), ['Color']) } }),
    DataLabels: () => sac('ChartDataLabels', sous(etat, 'DataLabels'), ['ShowPercentage', 'ShowValue', 'Position', 'NumberFormat']),
    Points: () => ({
      classe: 'ChartPoints',
      appelle: { GetItemAt: (rang: number) => ({ classe: 'ChartPoint', mene: { Format: () => ({ classe: 'ChartPointFormat', mene: { Fill: () => remplissage(sous(sous(etat, 'points'), String(rang))) } }) } }) },
    }),
  },
  appelle: {
    SetValues: (plage: Objet) => void (etat['valeurs'] = zoneDeRange(plage)),
    SetXAxisValues: (plage: Objet) => void (etat['categories'] = zoneDeRange(plage)),
    Delete: retire,
  },
});

const axe = (etat: Etat): Objet => ({
  ...sac('ChartAxis', etat, ['Minimum', 'Maximum', 'MajorUnit', 'NumberFormat']),
  mene: {
    Format: () => formatDeTexte(sous(etat, 'Format')),
    MajorGridlines: () => ({ classe: 'ChartGridlines', mene: { Format: () => ({ classe: 'ChartGridlinesFormat', mene: { Line: () => sac('ChartLineFormat', sous(etat, 'Grille'), ['Color']) } }) } }),
  },
});

/** Ce qui est posé sur le graphique se retient aussitôt : une coupure au milieu laisse un graphique à moitié fait, comme dans Excel. */
const suivi = (objet: Objet, garde: () => void): Objet => {
  const apres = <F extends (...args: never[]) => unknown>(geste: F) => (...args: Parameters<F>): unknown => {
    const rendu = geste(...args);
    garde();
    return rendu !== null && typeof rendu === 'object' && 'classe' in rendu ? suivi(rendu as Objet, garde) : rendu;
  };
  const carte = <T extends (...args: never[]) => unknown>(table: Readonly<Record<string, T>> | undefined): never => Object.fromEntries(Object.entries(table ?? {}).map(([nom, geste]) => [nom, apres(geste)])) as never;
  return { ...objet, ecris: carte(objet.ecris), appelle: carte(objet.appelle), mene: carte(objet.mene) };
};

const graphique = (acces: FeuilleDuFil, depart: string): Objet => {
  let nom = depart;
  const etat = JSON.parse(acces.lis().graphiques.get(nom)!) as Etat;
  const garde = (): void => void acces.ecris().graphiques.set(nom, JSON.stringify(etat));
  const axes: Objet = {
    classe: 'ChartAxes',
    mene: { ValueAxis: () => axe(sous(sous(etat, 'axes'), 'Value.Primary')), CategoryAxis: () => axe(sous(sous(etat, 'axes'), 'Category.Primary')) },
    appelle: {
      GetItem: (genre: string, groupe: string) => {
        if (groupe === 'Secondary' && !etat.series.some((s) => s['AxisGroup'] === 'Secondary')) throw invalide('aucune série sur l’axe de droite');
        return axe(sous(sous(etat, 'axes'), `${genre}.${groupe}`));
      },
    },
  };
  const laSerie = (rang: number): Objet => {
    if (!etat.series[rang]) throw invalide(`série ${rang}`);
    const s = etat.series[rang];
    return serie(s, () => void (etat.series = etat.series.filter((autre) => autre !== s)));
  };
  const corps = suivi({
    classe: 'Chart',
    mene: {
      Title: () => ({ ...sac('ChartTitle', sous(etat, 'titre'), ['Text']), mene: { Format: () => formatDeTexte(sous(etat, 'titre')) } }),
      Legend: () => ({ ...sac('ChartLegend', sous(etat, 'legende'), ['Position', 'Visible']), mene: { Format: () => formatDeTexte(sous(etat, 'legende')) } }),
      Axes: () => axes,
      Series: () => ({
        classe: 'ChartSeriesCollection',
        appelle: {
          GetItemAt: laSerie,
          Add: (titre?: string) => {
            etat.series.push({ Name: titre ?? '' } as unknown as Etat);
            return laSerie(etat.series.length - 1);
          },
        },
      }),
    },
    appelle: { SetPosition: (debut: string, fin: string) => void (etat['place'] = [debut, fin]) },
  }, garde);
  return {
    ...corps,
    lis: { Name: () => nom },
    ecris: {
      Name: (voulu: string) => {
        const f = acces.ecris();
        if (voulu !== nom && f.graphiques.has(voulu)) throw invalide(`graphique ${voulu} déjà là`);
        f.graphiques.delete(nom);
        nom = voulu;
        garde();
      },
    },
    appelle: { ...corps.appelle, Delete: () => void acces.ecris().graphiques.delete(nom) },
  };
};

export const graphiques = (acces: FeuilleDuFil): Objet => {
  const parNom = (nom: string): Objet => {
    if (!acces.lis().graphiques.has(nom)) throw introuvable(nom);
    return graphique(acces, nom);
  };
  return {
    classe: 'Charts',
    elements: () => [...acces.lis().graphiques.keys()].map((nom) => ({ classe: 'Chart', lis: { Name: () => nom } })),
    element: parNom,
    appelle: {
      GetItem: parNom,
      Add: (genre: string, plage: Objet, par: string) => {
        if (!['ColumnClustered', 'ColumnStacked', 'Pie'].includes(genre) || par !== 'Columns') throw nonModelise(`graphique ${genre}`);
        const f = acces.ecris();
        let rang = 1;
        while (f.graphiques.has(`Graphique ${rang}`)) rang++;
        f.graphiques.set(`Graphique ${rang}`, JSON.stringify({ genre, series: [{ valeurs: zoneDeRange(plage) }] }));
        return graphique(acces, `Graphique ${rang}`);
      },
    },
  };
};
