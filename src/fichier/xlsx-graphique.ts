// Le XML d'un graphique natif. Les valeurs y sont recopiées en cache : tout lecteur le dessine, même sans recalculer.
import type { Cellule, Plage, Zone } from '../socle/cellule';
import type { Graphique, Serie } from '../socle/classeur';
import { code } from './xml-texte';
import { ENTETE, type Espaces } from './xlsx-espaces';
import { referenceAbsolue } from './xlsx-noms';

/** Lit une zone du classeur : ses valeurs du moment. */
export type LisZone = (zone: Zone) => Plage;

const GRIS = '595959';
const GRILLE = 'D9D9D9';

const aplat = (plage: Plage): Cellule[] => plage.reduce<Cellule[]>((tout, ligne) => tout.concat(ligne), []);
const uni = (couleur: string): string => `<a:solidFill><a:srgbClr val="${couleur}"/></a:solidFill>`;
const caracteres = (taille: number, gras = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${taille * 100}" b="${gras ? 1 : 0}">${uni(GRIS)}</a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;

const cacheTexte = (zone: Zone, lis: LisZone): string => {
  const points = aplat(lis(zone)).map((valeur, i) => (valeur === null || valeur === '' ? '' : `<c:pt idx="${i}"><c:v>${code(String(valeur))}</c:v></c:pt>`));
  return `<c:strRef><c:f>${code(referenceAbsolue(zone))}</c:f><c:strCache><c:ptCount val="${zone.lignes * zone.colonnes}"/>${points.join('')}</c:strCache></c:strRef>`;
};
/** Une case sans nombre est un trou du graphique, pas un zéro. */
const cacheNombres = (zone: Zone, lis: LisZone, format: string): string => {
  const points = aplat(lis(zone)).map((valeur, i) => (typeof valeur === 'number' ? `<c:pt idx="${i}"><c:v>${valeur}</c:v></c:pt>` : ''));
  return `<c:numRef><c:f>${code(referenceAbsolue(zone))}</c:f><c:numCache><c:formatCode>${code(format)}</c:formatCode><c:ptCount val="${zone.lignes * zone.colonnes}"/>${points.join('')}</c:numCache></c:numRef>`;
};

const titre = (texte: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="fr-FR" sz="1100" b="1">${uni('262626')}</a:rPr><a:t>${code(texte)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`;

const tete = (serie: Serie, rang: number, lis: LisZone): string => `<c:idx val="${rang}"/><c:order val="${rang}"/><c:tx>${cacheTexte(serie.titre, lis)}</c:tx>`;

const FORMAT_POURCENT = '0%';

const serieBarres = (serie: Serie, rang: number, categories: string, lis: LisZone): string =>
  `<c:ser>${tete(serie, rang, lis)}<c:spPr>${uni(serie.couleur)}</c:spPr><c:invertIfNegative val="0"/><c:cat>${categories}</c:cat><c:val>${cacheNombres(serie.valeurs, lis, serie.enPourcent ? FORMAT_POURCENT : 'General')}</c:val></c:ser>`;

const serieLigne = (serie: Serie, rang: number, categories: string, lis: LisZone): string =>
  `<c:ser>${tete(serie, rang, lis)}<c:spPr><a:ln w="28575" cap="rnd">${uni(serie.couleur)}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${uni(serie.couleur)}<a:ln w="9525">${uni('FFFFFF')}</a:ln></c:spPr></c:marker><c:cat>${categories}</c:cat><c:val>${cacheNombres(serie.valeurs, lis, serie.enPourcent ? FORMAT_POURCENT : 'General')}</c:val><c:smooth val="0"/></c:ser>`;

type Axes = { readonly categories: number; readonly valeurs: number; readonly aDroite: boolean; readonly pourcent: boolean };

const xmlAxes = ({ categories, valeurs, aDroite, pourcent }: Axes): string => {
  const trait = `<c:spPr><a:ln w="9525">${uni(GRILLE)}</a:ln></c:spPr>`;
  const grille = aDroite ? '' : `<c:majorGridlines>${trait}</c:majorGridlines>`;
  const bornes = pourcent ? '<c:max val="1"/><c:min val="0"/>' : '<c:min val="0"/>';
  const marques = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>';
  return (
    `<c:catAx><c:axId val="${categories}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="${aDroite ? 1 : 0}"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="1"/>${marques}${trait}${caracteres(9)}<c:crossAx val="${valeurs}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="${valeurs}"/><c:scaling><c:orientation val="minMax"/>${bornes}</c:scaling><c:delete val="0"/><c:axPos val="${aDroite ? 'r' : 'l'}"/>${grille}<c:numFmt formatCode="${pourcent ? FORMAT_POURCENT : '#,##0'}" sourceLinked="0"/>${marques}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${caracteres(9)}<c:crossAx val="${categories}"/><c:crosses val="${aDroite ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/>${pourcent ? '<c:majorUnit val="0.2"/>' : ''}</c:valAx>`
  );
};

const evolution = (graphique: Graphique, lis: LisZone): string => {
  const categories = cacheTexte(graphique.categories, lis);
  const melange = graphique.series.some((serie) => serie.enPourcent) && graphique.series.some((serie) => !serie.enPourcent);
  const groupe = (forme: Serie['forme'], pourcent: boolean): string => {
    const series = graphique.series.map((serie, rang) => ({ serie, rang })).filter(({ serie }) => serie.forme === forme && (serie.enPourcent ?? false) === pourcent);
    if (series.length === 0) return '';
    const axes = melange && pourcent ? '<c:axId val="30"/><c:axId val="40"/>' : '<c:axId val="10"/><c:axId val="20"/>';
    const xml = series.map(({ serie, rang }) => (forme === 'barres' ? serieBarres : serieLigne)(serie, rang, categories, lis)).join('');
    return forme === 'barres'
      ? `<c:barChart><c:barDir val="col"/><c:grouping val="${graphique.empile ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${xml}<c:gapWidth val="60"/>${graphique.empile ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${xml}<c:marker val="1"/>${axes}</c:lineChart>`;
  };
  const gauche = xmlAxes({ categories: 10, valeurs: 20, aDroite: false, pourcent: !melange && (graphique.series[0]?.enPourcent ?? false) });
  const droite = melange ? xmlAxes({ categories: 30, valeurs: 40, aDroite: true, pourcent: true }) : '';
  return groupe('barres', false) + groupe('barres', true) + groupe('ligne', false) + groupe('ligne', true) + gauche + droite;
};

const secteurs = (graphique: Graphique, lis: LisZone): string => {
  const serie = graphique.series[0];
  if (!serie) return '';
  const nombre = serie.valeurs.lignes * serie.valeurs.colonnes;
  const couleurs = graphique.couleurs ?? [];
  const parts = Array.from({ length: nombre }, (_, i) => {
    const couleur = couleurs.length > 0 ? couleurs[i % couleurs.length]! : serie.couleur;
    return `<c:dPt><c:idx val="${i}"/><c:bubble3D val="0"/><c:spPr>${uni(couleur)}<a:ln w="19050">${uni('FFFFFF')}</a:ln></c:spPr></c:dPt>`;
  });
  const etiquettes = `<c:dLbls><c:numFmt formatCode="${FORMAT_POURCENT}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${caracteres(10, true)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="1"/><c:showBubbleSize val="0"/><c:showLeaderLines val="1"/></c:dLbls>`;
  return `<c:pieChart><c:varyColors val="1"/><c:ser>${tete(serie, 0, lis)}${parts.join('')}${etiquettes}<c:cat>${cacheTexte(graphique.categories, lis)}</c:cat><c:val>${cacheNombres(serie.valeurs, lis, 'General')}</c:val></c:ser><c:firstSliceAng val="0"/></c:pieChart>`;
};

/** Les secteurs n'en ont pas : leurs chiffres, colorés, sont à côté ; une légende aux mots longs les recouvrirait. */
const legende = `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${caracteres(9)}</c:legend>`;

export const xmlGraphique = (graphique: Graphique, espaces: Espaces, lis: LisZone): string =>
  `${ENTETE}<c:chartSpace xmlns:c="${espaces.graphique}" xmlns:a="${espaces.dessin}" xmlns:r="${espaces.liens}"><c:roundedCorners val="0"/><c:chart>${titre(graphique.titre)}<c:plotArea><c:layout/>${(graphique.genre === 'evolution' ? evolution : secteurs)(graphique, lis)}</c:plotArea>${graphique.genre === 'evolution' ? legende : ''}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>${uni('FFFFFF')}<a:ln w="9525">${uni(GRILLE)}</a:ln></c:spPr></c:chartSpace>`;
