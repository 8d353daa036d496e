// Ajoute nos styles à la feuille de styles du classeur : on dérive du style de la cellule, on n'en modifie jamais un, on réemploie ce qui existe.
import type { FormatNombre, Style } from '../socle/classeur';
import type { StyleDeCellule } from './xlsx-calque';
import { abime } from './archive-annuaire';
import { ajouteDans, attributs, enfant, enfants, extrait, poseAttributs, racine } from './xml';
import { code } from './xml-texte';
import { stylesDeDate } from './xlsx-dates';
import { insere, STYLES } from './xlsx-ordre';

/** Formats prédéfinis d'Excel, ou codes. L'espace insécable est entre guillemets : seul « % » hors guillemets multiplie par cent. */
const FORMATS: Readonly<Record<FormatNombre, number | string>> = {
  pourcent: '0.0"\u00a0"%',
  entier: 3,
  decimal: '#,##0.0',
  date: 'dd/mm/yyyy',
  texte: 49,
};
const HORIZONTAL = { gauche: 'left', centre: 'center', droite: 'right' } as const;
const VERTICAL = { haut: 'top', milieu: 'center' } as const;
const TRAIT = 'FFBFBFBF';
/** Ordre des éléments d'une police, celui d'Excel. */
const POLICE = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');
const XF = 'numFmtId fontId fillId borderId xfId quotePrefix pivotButton applyNumberFormat applyFont applyFill applyBorder applyAlignment applyProtection'.split(' ');

export type Styliste = {
  /** Rang du style « `base` retouché par `style` ». `apostrophe` : le texte qui commence par « = » reste un texte quand on le retouche. */
  derive(base: number, style: StyleDeCellule | undefined, apostrophe?: boolean): number;
  /** Rang d'un style de mise en forme conditionnelle. */
  conditionnel(style: Style): number;
  estDate(rang: number): boolean;
  texte(): string;
};

type Section = { readonly elements: string[]; readonly avant: number };

const balise = (p: string, nom: string, attrs: Readonly<Record<string, string>>, contenu = ''): string => {
  const corps = `<${p}${nom}${Object.entries(attrs)
    .map(([clef, valeur]) => ` ${clef}="${code(valeur)}"`)
    .join('')}`;
  return contenu ? `${corps}>${contenu}</${p}${nom}>` : `${corps}/>`;
};

export const styliste = (depart: string): Styliste => {
  const base = racine(depart);
  if (base.nom !== 'styleSheet') throw abime('la feuille de styles');
  const p = base.prefixe;
  const section = (nom: string): Section => {
    const element = enfant(depart, base, nom);
    const elements = element ? enfants(depart, element).map((e) => extrait(depart, e)) : [];
    return { elements, avant: elements.length };
  };
  const sections: Record<string, Section> = Object.fromEntries(['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'].map((nom) => [nom, section(nom)]));
  const rang = (nom: string, xml: string): number => {
    const { elements } = sections[nom]!;
    const connu = elements.indexOf(xml);
    return connu >= 0 ? connu : elements.push(xml) - 1;
  };
  /** Une feuille de styles peut manquer d'une section : Excel y met au moins ces éléments. */
  const assure = (nom: string, ...defauts: string[]): void => {
    if (sections[nom]!.elements.length === 0) sections[nom]!.elements.push(...defauts);
  };
  assure('fonts', `<${p}font><${p}sz val="11"/><${p}name val="Calibri"/><${p}family val="2"/></${p}font>`);
  assure('fills', `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`, `<${p}fill><${p}patternFill patternType="gray125"/></${p}fill>`);
  assure('borders', `<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`);
  assure('cellXfs', balise(p, 'xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' }));

  const attrsDe = (xml: string): Record<string, string> => (xml ? attributs(xml, racine(xml)) : {});
  const enfantsDe = (xml: string): Map<string, string> => (xml ? new Map(enfants(xml, racine(xml)).map((e) => [e.nom, extrait(xml, e)])) : new Map());

  const format = (voulu: number | string): number => {
    if (typeof voulu === 'number') return voulu;
    const { elements } = sections['numFmts']!;
    const connus = elements.map(attrsDe);
    const connu = connus.find((attrs) => attrs['formatCode'] === voulu);
    if (connu) return Number(connu['numFmtId']);
    // Les formats personnalisés commencent à 164.
    const id = Math.max(163, ...connus.map((attrs) => Number(attrs['numFmtId']) || 0)) + 1;
    elements.push(balise(p, 'numFmt', { numFmtId: String(id), formatCode: voulu }));
    return id;
  };

  const police = (depuis: string, style: Style): string => {
    const morceaux = enfantsDe(depuis);
    const pose = (nom: string, xml: string | false | undefined): void => {
      if (xml === false) morceaux.delete(nom);
      else if (xml !== undefined) morceaux.set(nom, xml);
    };
    pose('b', style.gras === undefined ? undefined : style.gras && `<${p}b/>`);
    pose('i', style.italique === undefined ? undefined : style.italique && `<${p}i/>`);
    pose('sz', style.taille === undefined ? undefined : `<${p}sz val="${style.taille}"/>`);
    pose('color', style.couleur === undefined ? undefined : `<${p}color rgb="FF${style.couleur}"/>`);
    const ordonnes = [...morceaux].sort(([a], [b]) => POLICE.indexOf(a) - POLICE.indexOf(b));
    return `<${p}font>${ordonnes.map(([, xml]) => xml).join('')}</${p}font>`;
  };

  const bordure = (genre: 'fine' | 'dessous'): string => {
    const cote = (nom: string, trace: boolean): string => (trace ? `<${p}${nom} style="thin"><${p}color rgb="${TRAIT}"/></${p}${nom}>` : `<${p}${nom}/>`);
    return `<${p}border>${['left', 'right', 'top', 'bottom'].map((nom) => cote(nom, genre === 'fine' || nom === 'bottom')).join('')}<${p}diagonal/></${p}border>`;
  };

  const connus = new Map<string, number>();
  const derive = (depuis: number, style: StyleDeCellule = {}, apostrophe = false): number => {
    if (!apostrophe && Object.keys(style).length === 0) return depuis;
    const clef = `${depuis} ${apostrophe} ${JSON.stringify(style)}`;
    const connu = connus.get(clef);
    if (connu !== undefined) return connu;
    const modele = sections['cellXfs']!.elements[depuis] ?? sections['cellXfs']!.elements[0]!;
    const attrs: Record<string, string> = { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0', ...attrsDe(modele) };
    const morceaux = enfantsDe(modele);
    if (style.format || style.code) Object.assign(attrs, { numFmtId: String(format(style.code ?? FORMATS[style.format!])), applyNumberFormat: '1' });
    if ([style.gras, style.italique, style.taille, style.couleur].some((choix) => choix !== undefined)) {
      const fontId = rang('fonts', police(sections['fonts']!.elements[Number(attrs['fontId'])] ?? '', style));
      Object.assign(attrs, { fontId: String(fontId), applyFont: '1' });
    }
    if (style.fond) {
      const fillId = rang('fills', `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${style.fond}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`);
      Object.assign(attrs, { fillId: String(fillId), applyFill: '1' });
    }
    if (style.bordure) Object.assign(attrs, { borderId: String(rang('borders', bordure(style.bordure))), applyBorder: '1' });
    if (style.alignement || style.vertical || style.renvoi !== undefined) {
      const alignement = attrsDe(morceaux.get('alignment') ?? '');
      if (style.alignement) alignement['horizontal'] = HORIZONTAL[style.alignement];
      if (style.vertical) alignement['vertical'] = VERTICAL[style.vertical];
      if (style.renvoi !== undefined) alignement['wrapText'] = style.renvoi ? '1' : '0';
      morceaux.set('alignment', balise(p, 'alignment', alignement));
      attrs['applyAlignment'] = '1';
    }
    if (apostrophe) attrs['quotePrefix'] = '1';
    const ordonnes = Object.fromEntries(Object.entries(attrs).sort(([a], [b]) => XF.indexOf(a) - XF.indexOf(b)));
    const contenu = ['alignment', 'protection', 'extLst'].map((nom) => morceaux.get(nom) ?? '').join('');
    const neuf = rang('cellXfs', balise(p, 'xf', ordonnes, contenu));
    connus.set(clef, neuf);
    return neuf;
  };

  const conditionnel = (style: Style): number => {
    const caracteres = police('', style);
    // Dans une mise en forme conditionnelle, un fond uni est porté par bgColor.
    const fond = style.fond ? `<${p}fill><${p}patternFill><${p}bgColor rgb="FF${style.fond}"/></${p}patternFill></${p}fill>` : '';
    const cadre = style.bordure ? bordure(style.bordure) : '';
    return rang('dxfs', `<${p}dxf>${caracteres.includes('/>') ? caracteres : ''}${fond}${cadre}</${p}dxf>`);
  };

  const texte = (): string => {
    let xml = depart;
    for (const [nom, { elements, avant }] of Object.entries(sections)) {
      if (elements.length === avant) continue;
      const neufs = elements.slice(avant).join('');
      const element = enfant(xml, racine(xml), nom);
      if (!element) xml = insere(xml, STYLES, nom, `<${p}${nom} count="${elements.length}">${neufs}</${p}${nom}>`);
      else {
        xml = ajouteDans(xml, element, neufs);
        xml = poseAttributs(xml, enfant(xml, racine(xml), nom)!, { count: String(elements.length) });
      }
    }
    return xml;
  };

  let dates: { readonly nombre: number; readonly table: Uint8Array } | undefined;
  return {
    derive,
    conditionnel,
    texte,
    estDate: (numero) => {
      const nombre = sections['cellXfs']!.elements.length;
      if (dates?.nombre !== nombre) dates = { nombre, table: stylesDeDate(texte()) };
      return dates.table[numero] === 1;
    },
  };
};
