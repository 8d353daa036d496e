// Range et RangeList de Google, sur les feuilles de l'hôte en mémoire.
import { estVide, lettres, type Cellule, type Zone } from '../../../src/socle/cellule';
import type { FormatNombre, Style } from '../../../src/socle/classeur';
import { clef, colonneDe, ligneDe, type FeuilleMemoire } from '../classeur-memoire';
import type { ClasseurGoogle, Effet } from './classeur-google';
import { instantDe } from './heures';
import { interpreteSheets } from './interprete';
import { strict } from './strict';

export type Rect = Omit<Zone, 'feuille'>;
type Range = GoogleAppsScript.Spreadsheet.Range;
export type Monde = { readonly c: ClasseurGoogle; readonly date: (ms: number) => Date };

const FORMATS: Readonly<Record<string, FormatNombre>> = { '0.0"\u00a0"%': 'pourcent', '#,##0': 'entier', '#,##0.0': 'decimal', 'dd/mm/yyyy': 'date', '@': 'texte' };
const PROTEGEE = 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const dansRect = (k: number, { ligne, colonne, lignes, colonnes }: Rect): boolean => ligneDe(k) >= ligne && ligneDe(k) < ligne + lignes && colonneDe(k) >= colonne && colonneDe(k) < colonne + colonnes;
const texteRect = ({ ligne, colonne, lignes, colonnes }: Rect): string => `${ligne},${colonne},${lignes},${colonnes}`;
export const rectDe = (texte: string): Rect => {
  const [ligne = 0, colonne = 0, lignes = 0, colonnes = 0] = texte.split(',').map(Number);
  return { ligne, colonne, lignes, colonnes };
};
const croise = (a: Rect, b: Rect): boolean => a.ligne < b.ligne + b.lignes && b.ligne < a.ligne + a.lignes && a.colonne < b.colonne + b.colonnes && b.colonne < a.colonne + a.colonnes;
const chaque = ({ ligne, colonne, lignes, colonnes }: Rect, geste: (k: number, i: number, j: number) => void): void => {
  for (let i = 0; i < lignes; i++) for (let j = 0; j < colonnes; j++) geste(clef(ligne + i, colonne + j), i, j);
};

/** Une feuille protégée refuse, au moment où l'écriture s'applique ; une plage protégée, quand l'écriture en touche une cellule. */
export const ouverte = (c: ClasseurGoogle, uid: number, ...rects: readonly Rect[]): FeuilleMemoire => {
  const { protegee, verrous } = c.vue(uid);
  if (protegee || verrous.some((verrou) => rects.some((rect) => croise(verrou, rect)))) throw new Error(PROTEGEE);
  return c.changee(uid);
};

const verifieForme = (rangees: unknown, { lignes, colonnes }: Rect): readonly (readonly unknown[])[] => {
  if (!Array.isArray(rangees) || !rangees.every((rangee) => Array.isArray(rangee))) throw new Error('The parameters (null) don’t match the method signature.');
  const donnees = rangees as unknown[][];
  if (donnees.length !== lignes) throw new Error(`The number of rows in the data does not match the number of rows in the range. The data has ${donnees.length} but the range has ${lignes}.`);
  for (const rangee of donnees) if (rangee.length !== colonnes) throw new Error(`The number of columns in the data does not match the number of columns in the range. The data has ${rangee.length} but the range has ${colonnes}.`);
  return donnees;
};

/** Ce que la cellule garde d'une valeur donnée à setValues. */
const pose = (f: FeuilleMemoire, k: number, donnee: unknown): void => {
  const s: Style = f.cases.get(k)?.s ?? {};
  const enTexte = s.format === 'texte';
  let v: Cellule;
  if (donnee === '') v = null;
  else if (typeof donnee === 'string') {
    if (donnee.length > 50_000) throw new Error('Your input contains more than the maximum of 50000 characters in a single cell.');
    v = interpreteSheets(donnee, enTexte);
  } else if (typeof donnee === 'number' || typeof donnee === 'boolean') v = enTexte ? String(donnee).toUpperCase() : donnee;
  else throw new TypeError(`setValues : ${String(donnee)} n’est pas modélisé`);
  if (v === null && Object.keys(s).length === 0) f.cases.delete(k);
  else f.cases.set(k, { v, s });
};

const style = (f: FeuilleMemoire, k: number, ajout: Style): void => {
  const la = f.cases.get(k);
  const s = { ...la?.s, ...ajout };
  // Le format automatique est celui d'une cellule sans format.
  if ('format' in ajout && ajout.format === undefined) delete s.format;
  if ((la?.v ?? null) === null && Object.keys(s).length === 0) f.cases.delete(k);
  else f.cases.set(k, { v: la?.v ?? null, s });
};

const formatDe = (motif: unknown): Style => {
  if (motif === 'General') return { format: undefined } as Style;
  const format = FORMATS[String(motif)];
  if (format === undefined) throw new TypeError(`format « ${String(motif)} » non modélisé`);
  return { format };
};
const motifDe = (format: FormatNombre | undefined): string => Object.keys(FORMATS).find((motif) => FORMATS[motif] === format) ?? 'General';

const barriere = { genre: 'barriere' } as const;

/** @param uid la feuille @throws Error hors de la grille, comme Google */
export const plage = (m: Monde, uid: number, rect: Rect): Range => {
  const { c } = m;
  const { ligne, colonne, lignes, colonnes } = rect;
  const grille = c.annexe(uid);
  if (![ligne, colonne, lignes, colonnes].every(Number.isInteger)) throw new Error('The parameters (number) don’t match the method signature for SpreadsheetApp.Sheet.getRange.');
  if (ligne < 1 || colonne < 1) throw new Error('The starting row of the range is too small.');
  if (lignes < 1 || colonnes < 1) throw new Error('The number of rows in the range must be at least 1.');
  if (ligne + lignes - 1 > grille.lignes || colonne + colonnes - 1 > grille.colonnes) throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
  const change = (methode: string, effet: (f: FeuilleMemoire) => void, reste: Omit<Effet, 'fait'> = {}): Range => {
    c.change(methode, barriere, { fait: (la) => effet(ouverte(la, uid, rect)), ...reste });
    return soi;
  };
  const feuille = (): string => c.vue(uid).nom;
  const notre: Zone = { feuille: feuille(), ...rect };
  const soi: Range = strict<Range>('Range', {
    getRow: () => ligne, getColumn: () => colonne, getLastRow: () => ligne + lignes - 1, getLastColumn: () => colonne + colonnes - 1, getNumRows: () => lignes, getNumColumns: () => colonnes,
    getSheet: () => strict<GoogleAppsScript.Spreadsheet.Sheet>('Sheet', { getSheetId: () => uid, getName: feuille }, c.compte),
    canEdit: () => !c.vue(uid).protegee && !c.vue(uid).verrous.some((verrou) => croise(verrou, rect)),
    isBlank: () => {
      let vide = true;
      chaque(rect, (k) => (vide &&= estVide(c.vue(uid).cases.get(k)?.v)));
      return vide;
    },
    activate: () => {
      c.active = uid;
      c.ecran.cellule = { feuille: feuille(), ligne, colonne };
      return soi;
    },
    // Une formule se garde telle qu'on l'a donnée : rien ne la calcule ici.
    setFormula: (formule: string) => change('setFormula', (f) => void f.cases.set(clef(ligne, colonne), { v: formule, s: {} })),
    getA1Notation: () => `${lettres(colonne)}${ligne}`,
    getCell: (l: number, k: number) => plage(m, uid, { ligne: ligne + l - 1, colonne: colonne + k - 1, lignes: 1, colonnes: 1 }),
    getValues: () => {
      c.cellulesLues += lignes * colonnes;
      const { cases } = c.vue(uid);
      return Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => {
        const la = cases.get(clef(ligne + i, colonne + j));
        if (estVide(la?.v)) return '';
        return typeof la!.v === 'number' && la!.s.format === 'date' ? m.date(instantDe(la!.v, c.fuseau)) : la!.v;
      }));
    },
    getFormulas: () => Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => (c.vue(uid).formules.has(clef(ligne + i, colonne + j)) ? '=FORMULE()' : ''))),
    setValues: (rangees: unknown) => {
      const donnees = verifieForme(rangees, rect);
      const ecris = (nombre: number, change_: (v: unknown) => unknown) => (la: ClasseurGoogle): void => {
        const f = ouverte(la, uid, rect);
        if (la.dansUnCroise(f.nom, rect)) throw new Error('This operation is not allowed on a pivot table.');
        donnees.slice(0, nombre).forEach((rangee, i) => rangee.forEach((v, j) => pose(f, clef(ligne + i, colonne + j), change_(v))));
        // Un tableau croisé de Google suit ses cellules.
        if (la.croises.length > 0) la.actualise();
      };
      c.change('setValues', { genre: 'ecrire', feuille: feuille(), ligne, colonne, valeurs: [] }, {
        fait: ecris(lignes, (v) => v),
        moitie: ecris(Math.floor(lignes / 2), (v) => v),
        altere: ecris(lignes, (v) => (typeof v === 'number' ? v + 1 : 7)),
      });
      return soi;
    },
    getNumberFormats: () => {
      const { cases } = c.vue(uid);
      return Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => motifDe(cases.get(clef(ligne + i, colonne + j))?.s.format)));
    },
    setNumberFormats: (motifs: unknown) => {
      const donnees = verifieForme(motifs, rect).map((rangee) => rangee.map(formatDe));
      return change('setNumberFormats', (f) => chaque(rect, (k, i, j) => style(f, k, donnees[i]![j]!)));
    },
    merge: () => change('merge', (f) => {
      // Supposé : fusionner de nouveau la même zone est sans effet ; en couper une autre est refusé.
      f.fusions = [...f.fusions.filter((z) => !croise(z, rect)), notre];
    }),
    breakApart: () => change('breakApart', (f) => {
      f.fusions = f.fusions.filter((z) => !croise(z, rect));
    }),
    getMergedRanges: () => c.vue(uid).fusions.filter((z) => croise(z, rect)).map((z) => plage(m, uid, z)),
    clear: () => {
      const efface = (la: ClasseurGoogle, zone: Rect): void => {
        const f = ouverte(la, uid, rect);
        for (const k of [...f.cases.keys()]) if (dansRect(k, zone)) f.cases.delete(k);
      };
      c.change('clear', { genre: 'vider', zone: notre }, { fait: (la) => efface(la, rect), moitie: (la) => efface(la, { ...rect, lignes: Math.floor(lignes / 2) }), altere: () => undefined });
      return soi;
    },
    clearDataValidations: () => change('clearDataValidations', (f) => {
      for (const texte of [...f.listes.keys()]) if (croise(rectDe(texte), rect)) f.listes.delete(texte);
    }),
    getNotes: () => Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => c.vue(uid).commentaires.get(clef(ligne + i, colonne + j))?.texte ?? '')),
    getNote: () => c.vue(uid).commentaires.get(clef(ligne, colonne))?.texte ?? '',
    clearNote: () => change('clearNote', (f) => chaque(rect, (k) => void f.commentaires.delete(k))),
    setNote: (note: string | null) => change('setNote', (f) => chaque(rect, (k) => void f.commentaires.set(k, { texte: String(note) }))),
    setDataValidation: (regle: GoogleAppsScript.Spreadsheet.DataValidation | null) => change('setDataValidation', (f) => void f.listes.set(texteRect(rect), (regle as unknown as { choix: string[] }).choix.join('\n'))),
    copyTo: (vers: Range) => {
      const [arrivee, coin] = [vers.getSheet().getSheetId(), { ligne: vers.getRow(), colonne: vers.getColumn() }];
      const copie = (nombre: number) => (la: ClasseurGoogle): void => {
        const [origine, f] = [la.vue(uid), ouverte(la, arrivee, { ...coin, lignes, colonnes })];
        chaque({ ...rect, lignes: nombre }, (k, i, j) => {
          const [lue, ou] = [origine.cases.get(k), clef(coin.ligne + i, coin.colonne + j)];
          if (lue) f.cases.set(ou, lue);
          else f.cases.delete(ou);
          const note = origine.commentaires.get(k);
          if (note) f.commentaires.set(ou, note);
        });
      };
      c.change('copyTo', barriere, { fait: copie(lignes), moitie: copie(Math.floor(lignes / 2)) });
    },
  }, c.compte);
  return soi;
};

const A1 = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/;
const numero = (lettres: string): number => [...lettres].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0);
const rectA1 = (texte: string): Rect => {
  const m = A1.exec(texte);
  if (m === null) throw new Error(`Range not found : ${texte}`);
  const [colonne, ligne] = [numero(m[1]!), Number(m[2])];
  return { ligne, colonne, lignes: Number(m[4]) - ligne + 1, colonnes: numero(m[3]!) - colonne + 1 };
};

const ALIGNEMENTS: Readonly<Record<string, Style['alignement']>> = { left: 'gauche', center: 'centre', right: 'droite' };
const VERTICAUX: Readonly<Record<string, Style['vertical']>> = { top: 'haut', middle: 'milieu' };
const couleur = (texte: string | null): string => {
  if (!/^#[0-9A-F]{6}$/.test(String(texte))) throw new Error(`couleur « ${String(texte)} » refusée`);
  return texte!.slice(1);
};

export const listeDePlages = (m: Monde, uid: number, textes: readonly string[]): GoogleAppsScript.Spreadsheet.RangeList => {
  const rects = textes.map(rectA1);
  for (const rect of rects) plage(m, uid, rect);
  const pose_ = (methode: string, ajout: Style): GoogleAppsScript.Spreadsheet.RangeList => {
    m.c.change(methode, barriere, { fait: (la) => {
      const f = ouverte(la, uid, ...rects);
      for (const rect of rects) chaque(rect, (k) => style(f, k, ajout));
    } });
    return soi;
  };
  const soi = strict<GoogleAppsScript.Spreadsheet.RangeList>('RangeList', {
    setFontWeight: (v) => pose_('setFontWeight', { gras: v === 'bold' }),
    setFontStyle: (v) => pose_('setFontStyle', { italique: v === 'italic' }),
    setFontSize: (taille) => pose_('setFontSize', { taille }),
    setFontColor: (v) => pose_('setFontColor', { couleur: couleur(v) }),
    setBackground: (v) => pose_('setBackground', { fond: couleur(v) }),
    setNumberFormat: (v) => pose_('setNumberFormat', formatDe(v)),
    setHorizontalAlignment: (v) => pose_('setHorizontalAlignment', { alignement: ALIGNEMENTS[String(v)] }),
    setVerticalAlignment: (v) => pose_('setVerticalAlignment', { vertical: VERTICAUX[String(v)] }),
    setWrap: (renvoi) => pose_('setWrap', { renvoi }),
    setBorder: (haut: boolean | null, ...reste: readonly unknown[]) => {
      if (reste.length !== 7) throw new TypeError('setBorder : signature non modélisée');
      return pose_('setBorder', { bordure: haut ? 'fine' : 'dessous' });
    },
  }, m.c.compte);
  return soi;
};
