// Les noms qu'Excel donne aux choses : espaces de noms, types de liens, types de contenu ; formes transitionnelle et stricte.

import type { Element } from './xml';

const TRANSITIONNEL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';

export type Espaces = {
  readonly feuille: string;
  readonly liens: string;
  readonly dessin: string;
  readonly dessinFeuille: string;
  readonly graphique: string;
  /** Type d'un lien : `type('chart')`. */
  type(fin: string): string;
};

const espacesDe = (stricts: boolean): Espaces => {
  const liens = stricts ? `${STRICT}officeDocument/relationships` : `${TRANSITIONNEL}officeDocument/2006/relationships`;
  return {
    feuille: stricts ? `${STRICT}spreadsheetml/main` : `${TRANSITIONNEL}spreadsheetml/2006/main`,
    liens,
    dessin: stricts ? `${STRICT}drawingml/main` : `${TRANSITIONNEL}drawingml/2006/main`,
    dessinFeuille: stricts ? `${STRICT}drawingml/spreadsheetDrawing` : `${TRANSITIONNEL}drawingml/2006/spreadsheetDrawing`,
    graphique: stricts ? `${STRICT}drawingml/chart` : `${TRANSITIONNEL}drawingml/2006/chart`,
    type: (fin) => `${liens}/${fin}`,
  };
};

export const TRANSITIONNELS = espacesDe(false);
const STRICTS = espacesDe(true);

/** Les espaces d'un classeur, reconnus à sa partie principale. */
export const espacesDuTexte = (texte: string): Espaces => (texte.slice(0, 4000).includes(STRICTS.feuille) ? STRICTS : TRANSITIONNELS);

/** L'attribut « r:id » d'un élément neuf, avec le préfixe que la racine déclare déjà, sinon en le déclarant sur place. */
export const attributLien = (texte: string, base: Pick<Element, 'debut' | 'contenu'>, espaces: Espaces, id: string): string => {
  const declare = new RegExp(`xmlns:(\\w+)\\s*=\\s*["']${espaces.liens}["']`).exec(texte.slice(base.debut, base.contenu))?.[1];
  return declare ? `${declare}:id="${id}"` : `xmlns:r="${espaces.liens}" r:id="${id}"`;
};

/** Espaces de l'empaquetage : les mêmes dans les deux formes. */
export const LIENS = `${TRANSITIONNEL}package/2006/relationships`;
export const TYPES = `${TRANSITIONNEL}package/2006/content-types`;
export const PROPRIETES_XML = `${TRANSITIONNEL}officeDocument/2006/customXml`;

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
export const CONTENU = {
  classeur: `${OFFICE}spreadsheetml.sheet.main+xml`,
  feuille: `${OFFICE}spreadsheetml.worksheet+xml`,
  styles: `${OFFICE}spreadsheetml.styles+xml`,
  propriete: `${OFFICE}spreadsheetml.customProperty`,
  dessin: `${OFFICE}drawing+xml`,
  graphique: `${OFFICE}drawingml.chart+xml`,
  proprietesXml: `${OFFICE}customXmlProperties+xml`,
} as const;

export const ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
