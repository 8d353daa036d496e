// Ce à quoi ressemble une cellule, lu dans la feuille de styles : format, caractères, fond, alignement, bordures.
import { attributs, enfant, enfants, racine, type Element } from './xml';

export type Apparence = {
  /** Le format de nombre dans l'écriture du fichier, ou le numéro d'un format prédéfini. */
  readonly format: string | number;
  readonly gras: boolean;
  readonly italique: boolean;
  readonly souligne: boolean;
  /** En points. */
  readonly taille: number;
  /** Couleurs « #rrvvbb », ou null : celle de la page. */
  readonly couleur: string | null;
  readonly fond: string | null;
  readonly alignement: 'gauche' | 'centre' | 'droite' | null;
  readonly vertical: 'haut' | 'milieu' | 'bas';
  readonly renvoi: boolean;
  /** La couleur de chaque bord tracé, ou null. */
  readonly bordures: { readonly haut: string | null; readonly droite: string | null; readonly bas: string | null; readonly gauche: string | null };
};

/** Les 56 couleurs numérotées d'Excel, de 8 à 63. */
const INDEXEES =
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333';
const THEME = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'];

/** Les couleurs du thème, dans l'ordre où les styles les numérotent (clair 1, foncé 1, clair 2, foncé 2, accents). */
const couleursDuTheme = (xml: string | null): readonly string[] => {
  if (xml === null) return THEME;
  const [d1, l1, d2, l2, ...accents] = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'].map((nom, i) => {
    const morceau = new RegExp(`<a:${nom}>([\\s\\S]*?)</a:${nom}>`).exec(xml)?.[1] ?? '';
    return /(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"/.exec(morceau)?.[1] ?? THEME[[1, 0, 3, 2][i] ?? i]!;
  });
  return [l1!, d1!, l2!, d2!, ...accents];
};

/** Éclaircit (vers le blanc) ou assombrit (vers le noir), de −1 à 1. */
const teinte = (hexa: string, degre: number): string =>
  [0, 2, 4]
    .map((i) => {
      const canal = parseInt(hexa.slice(i, i + 2), 16);
      return Math.round(degre < 0 ? canal * (1 + degre) : canal + (255 - canal) * degre).toString(16).padStart(2, '0');
    })
    .join('');

export const apparences = (xml: string, xmlTheme: string | null): readonly Apparence[] => {
  const base = racine(xml);
  const theme = couleursDuTheme(xmlTheme);
  const liste = (nom: string): Element[] => {
    const element = enfant(xml, base, nom);
    return element ? enfants(xml, element) : [];
  };
  const couleur = (element: Element | undefined): string | null => {
    if (!element) return null;
    const { rgb, theme: rang, indexed, tint } = attributs(xml, element);
    const i = Number(indexed) % 64;
    const nue = rgb !== undefined && /^[0-9a-f]{6,8}$/i.test(rgb) ? rgb.slice(-6) : rang !== undefined ? theme[Number(rang)] : indexed !== undefined && Number(indexed) < 64 ? INDEXEES.slice((i < 8 ? i : i - 8) * 6, (i < 8 ? i : i - 8) * 6 + 6) : undefined;
    return nue ? `#${teinte(nue, Number(tint ?? 0)).toLowerCase()}` : null;
  };
  const vrai = (element: Element | undefined): boolean => element !== undefined && !['0', 'false', 'none'].includes(attributs(xml, element)['val'] ?? '1');

  const formats = new Map(liste('numFmts').map((f) => [attributs(xml, f)['numFmtId'], attributs(xml, f)['formatCode'] ?? '']));
  const polices = liste('fonts').map((police) => {
    const trouve = (nom: string): Element | undefined => enfant(xml, police, nom);
    const sz = trouve('sz');
    return { gras: vrai(trouve('b')), italique: vrai(trouve('i')), souligne: vrai(trouve('u')), taille: Number((sz && attributs(xml, sz)['val']) ?? 11), couleur: couleur(trouve('color')) };
  });
  const fonds = liste('fills').map((fond) => {
    const motif = enfant(xml, fond, 'patternFill');
    return motif && attributs(xml, motif)['patternType'] === 'solid' ? couleur(enfant(xml, motif, 'fgColor')) : null;
  });
  const cadres = liste('borders').map((cadre) => {
    const cote = (nom: string): string | null => {
      const element = enfant(xml, cadre, nom);
      if (element === undefined || ['none', undefined].includes(attributs(xml, element)['style'])) return null;
      return couleur(enfant(xml, element, 'color')) ?? '#000000';
    };
    return { haut: cote('top'), droite: cote('right'), bas: cote('bottom'), gauche: cote('left') };
  });
  return liste('cellXfs').map((xf) => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0' } = attributs(xml, xf);
    const place = enfant(xml, xf, 'alignment');
    const { horizontal, vertical, wrapText } = place ? attributs(xml, place) : ({} as Record<string, string>);
    const police = polices[Number(fontId)] ?? { gras: false, italique: false, souligne: false, taille: 11, couleur: null };
    return {
      format: formats.get(numFmtId) ?? Number(numFmtId),
      ...police,
      fond: fonds[Number(fillId)] ?? null,
      alignement: horizontal === 'left' ? 'gauche' : horizontal === 'right' ? 'droite' : horizontal === 'center' || horizontal === 'centerContinuous' ? 'centre' : null,
      vertical: vertical === 'top' ? 'haut' : vertical === 'center' ? 'milieu' : 'bas',
      renvoi: wrapText === '1' || wrapText === 'true',
      bordures: cadres[Number(borderId)] ?? { haut: null, droite: null, bas: null, gauche: null },
    };
  });
};
