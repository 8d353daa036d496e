// Pose un graphique sur une feuille : la partie dessin, l'ancre, le texte de remplacement. Le même id remplace.
import type { Graphique } from '../socle/classeur';
import { ajouteDans, attributs, enfant, enfants, extrait, lien, racine, remplace, type Element } from './xml';
import { code } from './xml-texte';
import { CONTENU, ENTETE, attributLien, type Espaces } from './xlsx-espaces';
import { xmlGraphique, type LisZone } from './xlsx-graphique';
import { FEUILLE, insere } from './xlsx-ordre';
import type { Paquet } from './xlsx-paquet';

/** La partie dessin de la feuille, créée au besoin. */
const partieDessin = (paquet: Paquet, espaces: Espaces, feuille: string): string => {
  const xml = paquet.texte(feuille);
  const base = racine(xml);
  const deja = enfant(xml, base, 'drawing');
  const id = deja && lien(attributs(xml, deja));
  const cible = paquet.liens(feuille).find((l) => l.id === id)?.cible;
  if (cible !== undefined && paquet.existe(cible)) return cible;
  const partie = paquet.libre('xl/drawings/drawing#.xml');
  paquet.pose(partie, `${ENTETE}<xdr:wsDr xmlns:xdr="${espaces.dessinFeuille}" xmlns:a="${espaces.dessin}"></xdr:wsDr>`);
  paquet.declare(partie, CONTENU.dessin);
  const neuf = paquet.ajouteLien(feuille, espaces.type('drawing'), partie);
  paquet.pose(feuille, insere(xml, FEUILLE, 'drawing', `<${base.prefixe}drawing ${attributLien(xml, base, espaces, neuf)}/>`));
  return partie;
};

/** Les propriétés (« cNvPr ») des graphiques d'une ancre : un nom, un numéro, un texte de remplacement. */
const proprietes = (xml: string, element: Element): Element[] =>
  enfants(xml, element).flatMap((sous) => (sous.nom === 'cNvPr' ? [sous] : sous.nom === 'graphicFrame' || sous.nom.startsWith('nv') ? proprietes(xml, sous) : []));

const ancre = (graphique: Graphique, espaces: Espaces, numero: number, id: string): string => {
  const { ligne, colonne, lignes, colonnes } = graphique.place;
  const coin = (nom: string, l: number, c: number): string =>
    `<xdr:${nom}><xdr:col>${c}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${l}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${nom}>`;
  // Déclarés ici : le dessin d'un autre programme peut nommer ces espaces autrement.
  const espace = `xmlns:xdr="${espaces.dessinFeuille}" xmlns:a="${espaces.dessin}"`;
  return `<xdr:twoCellAnchor ${espace} editAs="oneCell">${coin('from', ligne - 1, colonne - 1)}${coin('to', ligne - 1 + lignes, colonne - 1 + colonnes)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${numero}" name="${code(graphique.id)}" descr="${code(graphique.lecture)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${espaces.graphique}"><c:chart xmlns:c="${espaces.graphique}" xmlns:r="${espaces.liens}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
};

export const dessine = (paquet: Paquet, espaces: Espaces, feuille: string, graphique: Graphique, lis: LisZone): void => {
  const dessin = partieDessin(paquet, espaces, feuille);
  const xml = paquet.texte(dessin);
  const base = racine(xml);
  const ancres = enfants(xml, base).map((element) => ({ element, attrs: proprietes(xml, element).map((e) => attributs(xml, e)) }));
  const deja = ancres.find(({ attrs }) => attrs.some((a) => a['name'] === graphique.id));
  const idAncien = deja && /\br:id="([^"]*)"/.exec(extrait(xml, deja.element))?.[1];
  const ancien = paquet.liens(dessin).find((l) => l.id === idAncien && l.type === 'chart');
  const partie = ancien?.cible ?? paquet.libre('xl/charts/chart#.xml');
  paquet.pose(partie, xmlGraphique(graphique, espaces, lis));
  paquet.declare(partie, CONTENU.graphique);
  const id = ancien?.id ?? paquet.ajouteLien(dessin, espaces.type('chart'), partie);
  const numeros = ancres.flatMap(({ attrs }) => attrs.map((a) => Number(a['id']) || 0));
  const numero = deja ? Number(deja.attrs[0]!['id']) : Math.max(1, ...numeros) + 1;
  const neuve = ancre(graphique, espaces, numero, id);
  paquet.pose(dessin, deja ? remplace(xml, deja.element.debut, deja.element.fin, neuve) : ajouteDans(xml, base, neuve));
};
