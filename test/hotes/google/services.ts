// Les services de Google que le lot appelle, et eux seuls : tout autre nom manque, comme un service que l'on n'a pas le droit d'appeler.
import type { Cellule, Zone } from '../../../src/socle/cellule';
import type { Regle, Style } from '../../../src/socle/classeur';
import type { ClasseurGoogle } from './classeur-google';
import { serviceHtml, serviceVerrou, ui } from './ecran';
import { feuille, MARQUE, metadonnee, regleConditionnelle } from './feuille';
import { plage, type Monde, type Rect } from './plage';
import { strict } from './strict';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** @param rect la plage protégée ; toute la grille pour une feuille */
const protection = (m: Monde, uid: number, rect: Rect, { avertit, permet }: { readonly avertit: boolean; readonly permet: boolean }): GoogleAppsScript.Spreadsheet.Protection =>
  strict<GoogleAppsScript.Spreadsheet.Protection>('Protection', { isWarningOnly: () => avertit, canEdit: () => permet, getRange: () => plage(m, uid, rect) }, m.c.compte);

const protections = (m: Monde, genre: string): GoogleAppsScript.Spreadsheet.Protection[] =>
  m.c.feuilles.flatMap(({ uid, protegee, verrous }) => {
    const { lignes, colonnes, sansEffet } = m.c.annexe(uid);
    if (genre === 'SHEET') return protegee ? [protection(m, uid, { ligne: 1, colonne: 1, lignes, colonnes }, { avertit: false, permet: false })] : [];
    if (genre !== 'RANGE') throw new TypeError(`getProtections(${genre}) n’est pas modélisé`);
    // D'un avertissement, supposé : canEdit() ne dit rien d'utile.
    return [...verrous.map((rect) => protection(m, uid, rect, { avertit: false, permet: false })), ...sansEffet.map((rect) => protection(m, uid, rect, { avertit: rect.avertit, permet: !rect.avertit }))];
  });

const chercheur = (m: Monde): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder => {
  let clef = '';
  let lieu = '';
  type F = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
  const soi: F = strict<F>('DeveloperMetadataFinder', {
    withKey: (k: string) => ((clef = k), soi),
    withLocationType: (type: unknown) => ((lieu = String(type)), soi),
    find: () => {
      if (clef !== MARQUE || lieu !== 'SHEET') throw new TypeError('recherche non modélisée');
      return m.c.feuilles.filter((f) => f.marque !== null).map((f) => metadonnee(m, f.uid, clef));
    },
  }, m.c.compte);
  return soi;
};

const spreadsheet = (m: Monde): Spreadsheet => {
  const { c } = m;
  const active = (): number => (c.active !== null && c.feuilles.some(({ uid }) => uid === c.active) ? c.active : c.feuilles[0]!.uid);
  return strict<Spreadsheet>('Spreadsheet', {
    getSheets: () => c.feuilles.map(({ uid }) => feuille(m, uid)),
    getSheetByName: (nom: string) => {
      const trouvee = c.feuilles.find((f) => f.nom === nom);
      return trouvee === undefined ? null : feuille(m, trouvee.uid);
    },
    getActiveSheet: () => feuille(m, active()),
    setActiveSheet: ((f: GoogleAppsScript.Spreadsheet.Sheet) => {
      c.active = f.getSheetId();
      return f;
    }) as never,
    insertSheet: ((nom: string, rang: number) => {
      if (rang !== c.feuilles.length) throw new TypeError('insertSheet : seulement à la fin');
      c.change('insertSheet', { genre: 'barriere' }, { fait: (la) => {
        if (la.structureProtegee) throw new Error('You do not have permission to insert a sheet.');
        if (la.trouve(nom)) throw new Error(`A sheet with the name "${nom}" already exists. Please enter another name.`);
        la.active = la.ajoute(nom).uid;
        la.agrandis(la.active, 1000, 26);
      } });
    }) as never,
    getSpreadsheetTimeZone: () => c.fuseau,
    getCurrentCell: () => (c.ecran.cellule === null ? null : plage(m, c.trouve(c.ecran.cellule.feuille)!.uid, { ...c.ecran.cellule, lignes: 1, colonnes: 1 })),
    toast: ((message: string, titre: string) => void c.ecran.alertes.push(`${titre} : ${message}`)) as never,
    getProtections: (genre: unknown) => protections(m, String(genre)),
    createDeveloperMetadataFinder: () => chercheur(m),
    getNamedRanges: () => [...c.noms].map(([nom, texte]) => {
      const zone = JSON.parse(texte) as Zone;
      return strict<GoogleAppsScript.Spreadsheet.NamedRange>('NamedRange', { getName: () => nom, getRange: () => plage(m, c.trouve(zone.feuille)!.uid, zone) }, c.compte);
    }),
    setNamedRange: (nom: string, p: Range) => {
      const zone = { feuille: c.vue(p.getSheet().getSheetId()).nom, ligne: p.getRow(), colonne: p.getColumn(), lignes: p.getNumRows(), colonnes: p.getNumColumns() };
      c.change('setNamedRange', { genre: 'barriere' }, { fait: (la) => void la.noms.set(nom, JSON.stringify(zone)) });
    },
  }, c.compte);
};

const validation = (m: Monde): GoogleAppsScript.Spreadsheet.DataValidationBuilder => {
  type B = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
  let choix: string[] = [];
  const soi: B = strict<B>('DataValidationBuilder', {
    requireValueInList: ((valeurs: string[]) => ((choix = [...valeurs]), soi)) as never,
    requireValueInRange: ((plage: Range) => ((choix = [`=${plage.getSheet().getName()}!${plage.getRow()},${plage.getColumn()}`]), soi)) as never,
    setAllowInvalid: () => soi,
    build: () => ({ choix }) as unknown as GoogleAppsScript.Spreadsheet.DataValidation,
  }, m.c.compte);
  return soi;
};

const condition = (m: Monde): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder => {
  type B = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
  let plages: Range[] = [];
  let quand: { operateur: Regle['operateur']; valeur: Cellule } | null = null;
  const style: Record<string, unknown> = {};
  const si = (operateur: Regle['operateur']) => (valeur: Cellule) => ((quand = { operateur, valeur }), soi);
  const soi: B = strict<B>('ConditionalFormatRuleBuilder', {
    setRanges: (p: Range[]) => ((plages = p), soi),
    whenTextContains: si('contient'), whenTextEqualTo: si('egal'), whenNumberEqualTo: si('egal'), whenNumberGreaterThan: si('superieur'), whenNumberLessThan: si('inferieur'),
    setBold: (gras: boolean | null) => (Object.assign(style, { gras }), soi),
    setItalic: (italique: boolean | null) => (Object.assign(style, { italique }), soi),
    setFontColor: ((couleur: string) => (Object.assign(style, { couleur: couleur.slice(1) }), soi)) as never,
    setBackground: ((fond: string) => (Object.assign(style, { fond: fond.slice(1) }), soi)) as never,
    build: () => {
      if (quand === null) throw new Error('Boolean condition must be set.');
      return regleConditionnelle(m, { plages, regle: { ...quand, style: style as Style } });
    },
  }, m.c.compte);
  return soi;
};

/** 9 Ko par valeur, 500 Ko en tout. */
const proprietes = (c: ClasseurGoogle): GoogleAppsScript.Properties.Properties => {
  type P = GoogleAppsScript.Properties.Properties;
  const PREFIXE = 'classeur-plus.';
  const sans = (clef: string): string => {
    if (!clef.startsWith(PREFIXE)) throw new TypeError(`propriété « ${clef} » hors de notre préfixe`);
    return clef.slice(PREFIXE.length);
  };
  const soi: P = strict<P>('Properties', {
    getProperties: () => ({ 'autre-module': 'à lui', ...Object.fromEntries([...c.memoire].map(([clef, valeur]) => [PREFIXE + clef, valeur])) }),
    setProperty: (clef: string, valeur: string) => {
      if (Buffer.byteLength(valeur) > 9 * 1024) throw new Error('Argument too large: value');
      if ([...c.memoire].reduce((total, [k, v]) => total + Buffer.byteLength(k + v), Buffer.byteLength(valeur)) > 500 * 1024) throw new Error('You have exceeded the property storage quota.');
      c.changeAussitot('setProperty', () => void c.memoire.set(sans(clef), valeur));
      return soi;
    },
    deleteProperty: (clef: string) => {
      c.changeAussitot('deleteProperty', () => void c.memoire.delete(sans(clef)));
      return soi;
    },
  }, c.compte);
  return soi;
};

const enumere = (...noms: readonly string[]): Record<string, string> => Object.fromEntries(noms.map((nom) => [nom, nom]));

/** @param date fabrique une Date du domaine */
export const services = (c: ClasseurGoogle, date: Monde['date']): Record<string, unknown> => {
  const m: Monde = { c, date };
  return {
    SpreadsheetApp: strict<GoogleAppsScript.Spreadsheet.SpreadsheetApp>('SpreadsheetApp', {
      getActiveSpreadsheet: () => {
        if (c.autorisation === 'aucune') throw new Error('You do not have permission to call getActiveSpreadsheet');
        return spreadsheet(m);
      },
      getUi: () => {
        if (c.autorisation === 'formule') throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
        return ui(c);
      },
      flush: () => c.flush(),
      newDataValidation: () => validation(m),
      newConditionalFormatRule: () => condition(m),
      ...({ BorderStyle: enumere('SOLID', 'SOLID_MEDIUM'), ProtectionType: enumere('SHEET', 'RANGE'), DeveloperMetadataLocationType: enumere('SHEET'), DeveloperMetadataVisibility: enumere('DOCUMENT') } as object),
    }, c.compte),
    Charts: strict<GoogleAppsScript.Charts.Charts>('Charts', { ...({ ChartType: enumere('COMBO', 'PIE') } as object) }),
    HtmlService: serviceHtml(c),
    LockService: serviceVerrou(c),
    PropertiesService: strict<GoogleAppsScript.Properties.PropertiesService>('PropertiesService', { getDocumentProperties: () => proprietes(c) }, c.compte),
  };
};
