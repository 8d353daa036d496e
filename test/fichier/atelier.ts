// Fabrique des classeurs à la main, partie par partie, pour montrer à la lecture ce que de vrais fichiers contiennent.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Cellule, Plage } from '../../src/socle/cellule';
import type { Feuille } from '../../src/socle/classeur';
import { ouvreFichier, type ClasseurFichier } from '../../src/fichier/ouvre';

export const ESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const OFFICE_STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

type Parties = Record<string, string | Uint8Array>;

export type Modele = {
  readonly donnees?: string;
  /** Le XML entier de la feuille, à la place de `donnees`. */
  readonly feuille?: string;
  readonly styles?: string;
  readonly chaines?: string;
  readonly classeur?: string;
  readonly liens?: string;
  readonly strict?: boolean;
  readonly parties?: Parties;
};

export const archive = (parties: Parties): Uint8Array => zipSync(Object.fromEntries(Object.entries(parties).map(([nom, c]) => [nom, typeof c === 'string' ? strToU8(c) : c])));

export const classeurBrut = (modele: Modele): Uint8Array => {
  const liens = modele.strict ? OFFICE_STRICT : OFFICE;
  const espace = modele.strict ? STRICT : ESPACE;
  const parties: Parties = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>${modele.styles ? `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` : ''}${modele.chaines ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>` : ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${liens}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': modele.classeur ?? `<workbook xmlns="${espace}" xmlns:r="${liens}"><sheets><sheet name="Suivi" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${modele.liens ?? `<Relationship Id="rId1" Type="${liens}/worksheet" Target="worksheets/sheet1.xml"/>`}${modele.styles ? `<Relationship Id="rId98" Type="${liens}/styles" Target="styles.xml"/>` : ''}${modele.chaines ? `<Relationship Id="rId99" Type="${liens}/sharedStrings" Target="/xl/sharedStrings.xml"/>` : ''}</Relationships>`,
    'xl/worksheets/sheet1.xml': modele.feuille ?? `<worksheet xmlns="${espace}"><sheetData>${modele.donnees ?? ''}</sheetData></worksheet>`,
    ...(modele.styles ? { 'xl/styles.xml': modele.styles } : {}),
    ...(modele.chaines ? { 'xl/sharedStrings.xml': modele.chaines } : {}),
    ...modele.parties,
  };
  return archive(parties);
};

export const classeur = (modele: Modele): ClasseurFichier => ouvreFichier(classeurBrut(modele), 'essai.xlsx');

export const feuilles = (c: ClasseurFichier, tetes = 0): readonly Feuille[] => c.lis({ tetes }).feuilles;

/** Toutes les valeurs d'une feuille. */
export const valeurs = (c: ClasseurFichier, feuille = 'Suivi'): Plage => {
  const { lignes, colonnes } = feuilles(c).find((f) => f.nom === feuille)!;
  return c.lis({ zones: [{ feuille, ligne: 1, colonne: 1, lignes, colonnes }] }).plages[0]!;
};

/** La première ligne de la feuille « Suivi » faite de ces cellules. */
export const ligne = (cellules: string, modele: Modele = {}): readonly Cellule[] => valeurs(classeur({ donnees: `<row r="1">${cellules}</row>`, ...modele }))[0] ?? [];

export const styles = (xfs: string, formats = ''): string =>
  `<styleSheet xmlns="${ESPACE}">${formats && `<numFmts count="1">${formats}</numFmts>`}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellXfs count="9">${xfs}</cellXfs></styleSheet>`;

/** Les parties d'un .xlsx, en texte. */
export const parties = (octets: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(octets)).map(([nom, contenu]) => [nom, strFromU8(contenu)]));
