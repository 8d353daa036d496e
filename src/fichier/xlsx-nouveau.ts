// Un classeur neuf, le plus petit qui soit valide : mêmes noms de parties qu'Excel.
import { strToU8 } from 'fflate';
import { estErreur, lettres, type Cellule, type Plage } from '../socle/cellule';
import { zippe } from './archive';
import { TEXTE_MAX } from './limites';
import { code, codeCellule } from './xml-texte';
import { CONTENU, ENTETE, LIENS, TRANSITIONNELS, TYPES } from './xlsx-espaces';

/** `enTexte` donne le format « texte » aux cellules : « 01000 » retouché dans le tableur le reste. */
export type FeuilleNeuve = { readonly nom: string; readonly plage: Plage; readonly enTexte?: boolean };

/** Le XML d'une cellule ; `style` vaut 0 pour le style par défaut. Une valeur vide ne laisse que le style. */
export const xmlCellule = (prefixe: string, reference: string, style: number, valeur: Cellule): string => {
  const p = prefixe;
  const debut = `<${p}c r="${reference}"${style ? ` s="${style}"` : ''}`;
  if (typeof valeur === 'number' && Number.isFinite(valeur)) return `${debut}><${p}v>${valeur}</${p}v></${p}c>`;
  if (typeof valeur === 'boolean') return `${debut} t="b"><${p}v>${valeur ? 1 : 0}</${p}v></${p}c>`;
  if (typeof valeur !== 'string' || valeur === '') return `${debut}/>`;
  const texte = codeCellule(valeur.slice(0, TEXTE_MAX));
  const espaces = /^\s|\s$|\n/.test(texte) ? ' xml:space="preserve"' : '';
  return `${debut} t="inlineStr"><${p}is><${p}t${espaces}>${texte}</${p}t></${p}is></${p}c>`;
};

/** Une cellule à formule et son résultat ; null : le tableur le calculera à l'ouverture. `formule` est l'élément « f » entier. */
export const xmlFormule = (prefixe: string, reference: string, style: number, formule: string, resultat: Cellule): string => {
  const p = prefixe;
  const texte = typeof resultat === 'string';
  const genre = typeof resultat === 'boolean' ? ' t="b"' : texte ? (estErreur(resultat) ? ' t="e"' : ' t="str"') : '';
  const contenu = texte ? codeCellule(resultat.slice(0, TEXTE_MAX)) : String(Number(resultat));
  return `<${p}c r="${reference}"${style ? ` s="${style}"` : ''}${genre}>${formule}${resultat === null ? '' : `<${p}v>${contenu}</${p}v>`}</${p}c>`;
};

const xmlFeuille = ({ plage, enTexte }: FeuilleNeuve): string => {
  const lignes = plage.map((ligne, i) => {
    const cellules = ligne.map((valeur, j) =>
      valeur === null || valeur === '' ? '' : xmlCellule('', `${lettres(j + 1)}${i + 1}`, enTexte && typeof valeur === 'string' ? 1 : 0, valeur),
    );
    const contenu = cellules.join('');
    return contenu && `<row r="${i + 1}">${contenu}</row>`;
  });
  return `${ENTETE}<worksheet xmlns="${TRANSITIONNELS.feuille}" xmlns:r="${TRANSITIONNELS.liens}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>${lignes.join('')}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
};

/** Styles de départ : ceux qu'Excel écrit dans un classeur vide, plus un format texte. */
export const STYLES_MINIMAUX = `${ENTETE}<styleSheet xmlns="${TRANSITIONNELS.feuille}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const nouveauXlsx = (feuilles: readonly FeuilleNeuve[]): Uint8Array => {
  const type = TRANSITIONNELS.type;
  const parties = feuilles.map((_, i) => `xl/worksheets/sheet${i + 1}.xml`);
  const declarations = parties.map((partie) => `<Override PartName="/${partie}" ContentType="${CONTENU.feuille}"/>`).join('');
  const onglets = feuilles.map(({ nom }, i) => `<sheet name="${code(nom)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
  const liens = parties.map((partie, i) => `<Relationship Id="rId${i + 1}" Type="${type('worksheet')}" Target="${partie.slice(3)}"/>`).join('');
  const textes: [string, string][] = [
    [
      '[Content_Types].xml',
      `${ENTETE}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENU.classeur}"/>${declarations}<Override PartName="/xl/styles.xml" ContentType="${CONTENU.styles}"/></Types>`,
    ],
    ['_rels/.rels', `${ENTETE}<Relationships xmlns="${LIENS}"><Relationship Id="rId1" Type="${type('officeDocument')}" Target="xl/workbook.xml"/></Relationships>`],
    [
      'xl/workbook.xml',
      `${ENTETE}<workbook xmlns="${TRANSITIONNELS.feuille}" xmlns:r="${TRANSITIONNELS.liens}"><bookViews><workbookView/></bookViews><sheets>${onglets}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${ENTETE}<Relationships xmlns="${LIENS}">${liens}<Relationship Id="rId${feuilles.length + 1}" Type="${type('styles')}" Target="styles.xml"/></Relationships>`,
    ],
    ...feuilles.map((feuille, i): [string, string] => [parties[i]!, xmlFeuille(feuille)]),
    ['xl/styles.xml', STYLES_MINIMAUX],
  ];
  return zippe(textes.map(([nom, texte]) => [nom, strToU8(texte)]));
};
