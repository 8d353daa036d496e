// Ce qui se règle sur une feuille autour de ses cellules : largeurs, fusions, mise en page, étendue annoncée.
import type { Zone } from '../socle/cellule';
import type { MiseEnPage } from '../socle/classeur';
import { ajouteDans, attributs, enfant, enfants, extrait, poseAttributs, racine } from './xml';
import { code } from './xml-texte';
import { bornesDe } from './xlsx-cellules';
import { ENTETE, type Espaces } from './xlsx-espaces';
import { reference } from './xlsx-noms';
import { FEUILLE, place } from './xlsx-ordre';

/** Marge des caractères dans une colonne : Excel affiche « 10 » pour une largeur de 10,7109375. */
const MARGE_COLONNE = 0.7109375;

export const feuilleVide = (espaces: Espaces): string =>
  `${ENTETE}<worksheet xmlns="${espaces.feuille}" xmlns:r="${espaces.liens}"><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;

/** Les n premières colonnes prennent ces largeurs ; les définitions des suivantes restent. */
export const poseLargeurs = (xml: string, largeurs: readonly number[]): string => {
  const p = racine(xml).prefixe;
  const cols = enfant(xml, racine(xml), 'cols');
  const anciennes = cols ? enfants(xml, cols).map((col) => ({ xml: extrait(xml, col), seul: col.seul, attrs: attributs(xml, col) })) : [];
  const n = largeurs.length;
  const style = (colonne: number): string => {
    const avant = anciennes.find(({ attrs }) => Number(attrs['min']) <= colonne && colonne <= Number(attrs['max']))?.attrs['style'];
    return avant === undefined ? '' : ` style="${avant}"`;
  };
  const neuves = largeurs.map((largeur, i) => `<${p}col min="${i + 1}" max="${i + 1}" width="${largeur + MARGE_COLONNE}"${style(i + 1)} customWidth="1"/>`);
  const suite = anciennes
    .filter(({ attrs }) => Number(attrs['max']) > n)
    .map((col) => (Number(col.attrs['min']) > n ? col.xml : poseAttributs(col.xml, { debut: 0, contenu: col.xml.length, seul: col.seul }, { min: String(n + 1) })));
  return place(xml, FEUILLE, 'cols', n + suite.length > 0 ? `<${p}cols>${[...neuves, ...suite].join('')}</${p}cols>` : '');
};

export const seCroisent = (a: Omit<Zone, 'feuille'>, ref: string): boolean => {
  const b = bornesDe(ref);
  return b !== null && a.ligne <= b.bas && b.haut < a.ligne + a.lignes && a.colonne <= b.droite && b.gauche < a.colonne + a.colonnes;
};
export const contient = (a: Omit<Zone, 'feuille'>, ref: string): boolean => {
  const b = bornesDe(ref);
  return b !== null && a.ligne <= b.haut && b.bas < a.ligne + a.lignes && a.colonne <= b.gauche && b.droite < a.colonne + a.colonnes;
};

/** Retire les fusions que le critère désigne et ajoute celles-ci. Deux fusions qui se croisent abîment un classeur. */
export const poseFusions = (xml: string, retire: (ref: string) => boolean, ajouts: readonly string[]): string => {
  const base = racine(xml);
  const p = base.prefixe;
  const hote = enfant(xml, base, 'mergeCells');
  const avant = hote ? enfants(xml, hote).map((element) => attributs(xml, element)['ref'] ?? '') : [];
  const apres = [...avant.filter((ref) => ajouts.includes(ref) || !retire(ref)), ...ajouts.filter((ref) => !avant.includes(ref))];
  if (apres.join() === avant.join()) return xml;
  const contenu = apres.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('');
  return place(xml, FEUILLE, 'mergeCells', contenu && `<${p}mergeCells count="${apres.length}">${contenu}</${p}mergeCells>`);
};

/** Agrandit l'étendue que la feuille annonce. */
export const etends = (xml: string, lignes: number, colonnes: number): string => {
  const base = racine(xml);
  const annonce = enfant(xml, base, 'dimension');
  const avant = bornesDe((annonce && attributs(xml, annonce)['ref']) ?? '') ?? { haut: 1, gauche: 1, bas: 1, droite: 1 };
  if (lignes === 0 || (annonce && lignes <= avant.bas && colonnes <= avant.droite)) return xml;
  const zone = { ligne: 1, colonne: 1, lignes: Math.max(lignes, avant.bas), colonnes: Math.max(colonnes, avant.droite) };
  return place(xml, FEUILLE, 'dimension', `<${base.prefixe}dimension ref="${reference(zone)}"/>`);
};

/** Une page A4, centrée, tout le contenu ajusté sur une page ; en pied, le texte à gauche et le numéro à droite. */
export const poseMiseEnPage = (depart: string, page: MiseEnPage): string => {
  const p = racine(depart).prefixe;
  let xml = depart;
  const proprietes = enfant(xml, racine(xml), 'sheetPr');
  const ajuste = `<${p}pageSetUpPr fitToPage="1"/>`;
  if (!proprietes) xml = place(xml, FEUILLE, 'sheetPr', `<${p}sheetPr>${ajuste}</${p}sheetPr>`);
  else {
    const deja = enfant(xml, proprietes, 'pageSetUpPr');
    xml = deja ? poseAttributs(xml, deja, { fitToPage: '1' }) : ajouteDans(xml, proprietes, ajuste);
  }
  // Dans un pied de page, « & » annonce un code : un vrai « & » se double.
  const pied = code(`&L${page.pied.replace(/&/g, '&&')}&R&P / &N`);
  const orientation = page.orientation === 'portrait' ? 'portrait' : 'landscape';
  xml = place(xml, FEUILLE, 'printOptions', `<${p}printOptions horizontalCentered="1"/>`);
  xml = place(xml, FEUILLE, 'pageMargins', `<${p}pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>`);
  xml = place(xml, FEUILLE, 'pageSetup', `<${p}pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="${page.hauteurLibre ? 0 : 1}"/>`);
  return place(xml, FEUILLE, 'headerFooter', `<${p}headerFooter><${p}oddFooter>${pied}</${p}oddFooter></${p}headerFooter>`);
};
