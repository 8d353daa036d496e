// Sheet de Google : grille, métadonnées, mises en forme conditionnelles, graphiques, tailles.
import type { Regle } from '../../../src/socle/classeur';
import type { FeuilleMemoire } from '../classeur-memoire';
import type { ClasseurGoogle } from './classeur-google';
import { listeDePlages, ouverte, plage, rectDe, type Monde, type Rect } from './plage';
import { strict } from './strict';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const MARQUE = 'classeur-plus.marque';
const barriere = { genre: 'barriere' } as const;

const rectDePlage = (p: Range): Rect => ({ ligne: p.getRow(), colonne: p.getColumn(), lignes: p.getNumRows(), colonnes: p.getNumColumns() });
const texteDePlage = (p: Range): string => Object.values(rectDePlage(p)).join();

/** Les métadonnées d'une feuille : la marque est dans l'état commun, les autres dans l'annexe. */
const donneesDe = (c: ClasseurGoogle, uid: number): Map<string, string> => {
  const marque = c.vue(uid).marque;
  return new Map([...(marque === null ? [] : [[MARQUE, marque] as const]), ...c.annexe(uid).donnees]);
};
const poseDonnee = (la: ClasseurGoogle, uid: number, clef: string, valeur: string | null): void => {
  const f = ouverte(la, uid);
  if (clef === MARQUE) f.marque = valeur;
  else if (valeur === null) la.annexe(uid).donnees.delete(clef);
  else la.annexe(uid).donnees.set(clef, valeur);
};

export const metadonnee = (m: Monde, uid: number, clef: string): GoogleAppsScript.Spreadsheet.DeveloperMetadata => {
  const soi: GoogleAppsScript.Spreadsheet.DeveloperMetadata = strict<GoogleAppsScript.Spreadsheet.DeveloperMetadata>('DeveloperMetadata', {
    getKey: () => clef,
    getValue: () => donneesDe(m.c, uid).get(clef) ?? null,
    getLocation: () => strict<GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation>('DeveloperMetadataLocation', { getSheet: () => feuille(m, uid) }, m.c.compte),
    setValue: (valeur: string) => {
      m.c.change('setValue', barriere, { fait: (la) => poseDonnee(la, uid, clef, valeur) });
      return soi;
    },
    remove: () => m.c.change('remove', barriere, { fait: (la) => poseDonnee(la, uid, clef, null) }),
  }, m.c.compte);
  return soi;
};

/** Une règle telle que le constructeur l'a faite. */
export type RegleGoogle = { readonly plages: readonly Range[]; readonly regle: Regle };

export const regleConditionnelle = (m: Monde, { plages, regle }: RegleGoogle): GoogleAppsScript.Spreadsheet.ConditionalFormatRule =>
  strict<GoogleAppsScript.Spreadsheet.ConditionalFormatRule>('ConditionalFormatRule', {
    getRanges: () => [...plages],
    copy: () => strict<GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>('ConditionalFormatRuleBuilder', {
      setRanges: (neuves: Range[]) => strict<GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>('ConditionalFormatRuleBuilder', { build: () => regleConditionnelle(m, { plages: neuves, regle }) }, m.c.compte),
    }, m.c.compte),
    ...({ contenu: { plages, regle } } as object),
  }, m.c.compte);

/** Le numéro que Google donnerait à un graphique de ce nom dans l'état. */
const numeroDe = (id: string): number => Number(/^google-(\d+)$/.exec(id)?.[1] ?? 1_000_000 + [...id].reduce((n, l) => (n * 31 + l.charCodeAt(0)) % 1_000_000, 7));
type Dessin = { readonly titre?: string; readonly ligne?: number; readonly colonne?: number };
const dessinDe = (texte: string): Dessin => {
  try {
    return JSON.parse(texte) as Dessin;
  } catch {
    return {};
  }
};
let prochainGraphique = 1;

const graphique = (m: Monde, id: string, texte: string): GoogleAppsScript.Spreadsheet.EmbeddedChart =>
  strict<GoogleAppsScript.Spreadsheet.EmbeddedChart>('EmbeddedChart', {
    getChartId: () => numeroDe(id),
    getContainerInfo: () => strict<GoogleAppsScript.Spreadsheet.ContainerInfo>('ContainerInfo', { getAnchorRow: () => dessinDe(texte).ligne ?? 0, getAnchorColumn: () => dessinDe(texte).colonne ?? 0 }, m.c.compte),
    getOptions: () => strict<GoogleAppsScript.Charts.ChartOptions>('ChartOptions', { get: (option: string) => (option === 'title' ? (dessinDe(texte).titre ?? null) : null) }, m.c.compte),
    ...({ id } as object),
  }, m.c.compte);

const constructeur = (m: Monde): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder => {
  const dessin: Record<string, unknown> & { plages: string[]; options: Record<string, unknown> } = { plages: [], options: {} };
  type B = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
  const soi: B = strict<B>('EmbeddedChartBuilder', {
    setChartType: (genre: GoogleAppsScript.Charts.ChartType) => (Object.assign(dessin, { genre }), soi),
    addRange: (p: Range) => (dessin.plages.push(texteDePlage(p)), soi),
    setNumHeaders: (entetes: number) => (Object.assign(dessin, { entetes }), soi),
    setOption: (nom: string, valeur: unknown) => ((dessin.options[nom] = valeur), soi),
    setPosition: (ligne: number, colonne: number, dx: number, dy: number) => {
      if (dx !== 0 || dy !== 0) throw new TypeError('décalage non modélisé');
      return Object.assign(dessin, { ligne, colonne }), soi;
    },
    build: () => ({ dessin: { ...dessin, titre: dessin.options['title'] } }) as unknown as GoogleAppsScript.Spreadsheet.EmbeddedChart,
  }, m.c.compte);
  return soi;
};

export const feuille = (m: Monde, uid: number): Sheet => {
  const { c } = m;
  const change = (methode: string, effet: (f: FeuilleMemoire, la: ClasseurGoogle) => void): Sheet => {
    c.change(methode, barriere, { fait: (la) => effet(ouverte(la, uid), la) });
    return soi;
  };
  const soi: Sheet = strict<Sheet>('Sheet', {
    getName: () => c.vue(uid).nom,
    getSheetId: () => uid,
    getLastRow: () => c.etendue(uid)[0],
    getLastColumn: () => c.etendue(uid)[1],
    getMaxRows: () => c.annexe(uid).lignes,
    getMaxColumns: () => c.annexe(uid).colonnes,
    insertRowsAfter: (apres: number, nombre: number) => change('insertRowsAfter', (_, la) => la.agrandis(uid, apres + nombre, la.annexe(uid).colonnes)),
    insertColumnsAfter: (apres: number, nombre: number) => change('insertColumnsAfter', (_, la) => la.agrandis(uid, la.annexe(uid).lignes, apres + nombre)),
    isSheetHidden: () => c.vue(uid).masquee,
    getRange: ((ligne: number, colonne: number, lignes = 1, colonnes = 1) => plage(m, uid, { ligne, colonne, lignes, colonnes })) as never,
    getRangeList: (textes: string[]) => listeDePlages(m, uid, textes),
    getDeveloperMetadata: () => [...donneesDe(c, uid).keys()].map((clef) => metadonnee(m, uid, clef)),
    addDeveloperMetadata: ((clef: string, valeur: string) => change('addDeveloperMetadata', (_, la) => poseDonnee(la, uid, clef, valeur))) as never,
    getFilter: () => (c.annexe(uid).filtre ? strict<GoogleAppsScript.Spreadsheet.Filter>('Filter', {}) : null),
    isRowHiddenByUser: (ligne: number) => !c.annexe(uid).filtre && c.vue(uid).lignesMasquees.has(ligne),
    isRowHiddenByFilter: (ligne: number) => c.annexe(uid).filtre && c.vue(uid).lignesMasquees.has(ligne),
    getConditionalFormatRules: () => [...c.vue(uid).conditions].flatMap(([rect, regles]) => (JSON.parse(regles) as Regle[]).map((regle) => regleConditionnelle(m, { plages: [plage(m, uid, rectDe(rect))], regle }))),
    setConditionalFormatRules: (regles: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]) => {
      const posees = new Map<string, Regle[]>();
      for (const { contenu } of regles as unknown as { contenu: RegleGoogle }[]) for (const p of contenu.plages) posees.set(texteDePlage(p), [...(posees.get(texteDePlage(p)) ?? []), contenu.regle]);
      change('setConditionalFormatRules', (f) => {
        f.conditions = new Map([...posees].map(([rect, r]) => [rect, JSON.stringify(r)]));
      });
    },
    getPivotTables: () => c.croises.filter((un) => un.feuille === c.vue(uid).nom).map(({ zone }) => strict<GoogleAppsScript.Spreadsheet.PivotTable>('PivotTable', { getAnchorCell: () => plage(m, uid, { ...zone, lignes: 1, colonnes: 1 }) }, c.compte)),
    getCharts: () => [...c.vue(uid).graphiques].map(([id, texte]) => graphique(m, id, texte)),
    newChart: () => constructeur(m),
    insertChart: (construit: GoogleAppsScript.Spreadsheet.EmbeddedChart) => {
      const id = `google-${prochainGraphique++}`;
      change('insertChart', (f) => void f.graphiques.set(id, JSON.stringify((construit as unknown as { dessin: object }).dessin)));
    },
    removeChart: (retire: GoogleAppsScript.Spreadsheet.EmbeddedChart) => void change('removeChart', (f) => void f.graphiques.delete((retire as unknown as { id: string }).id)),
    setColumnWidths: (debut: number, nombre: number, pixels: number) => change('setColumnWidths', (f) => {
      for (let i = debut; i < debut + nombre; i++) f.largeurs.set(i, pixels);
    }),
    setRowHeightsForced: (debut: number, nombre: number, pixels: number) => change('setRowHeightsForced', (f) => {
      for (let i = debut; i < debut + nombre; i++) f.hauteurs.set(i, pixels);
    }),
  }, c.compte);
  return soi;
};
