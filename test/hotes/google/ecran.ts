// Ce que la personne voit chez Google : menus, boîtes, volet ; et le verrou du document.
import type { ClasseurGoogle } from './classeur-google';
import { strict } from './strict';

type Ui = GoogleAppsScript.Base.Ui;

export type Ecran = {
  readonly menus: { readonly titre: string; readonly entrees: (readonly [libelle: string, fonction: string] | null)[] }[];
  readonly volets: { readonly fichier: string; titre: string }[];
  readonly alertes: string[];
  /** Ce que la personne répond aux questions, dans l'ordre. */
  readonly reponses: ('OK' | 'CANCEL')[];
  /** La cellule choisie. */
  cellule: { readonly feuille: string; readonly ligne: number; readonly colonne: number } | null;
};

export const ecranVide = (): Ecran => ({ menus: [], volets: [], alertes: [], reponses: [], cellule: null });

const interdit = (c: ClasseurGoogle, methode: string): void => {
  if (c.autorisation !== 'complete') throw new Error(`You do not have permission to call ${methode}`);
};

export const ui = (c: ClasseurGoogle): Ui => {
  const { ecran } = c;
  const menu = (titre: string): GoogleAppsScript.Base.Menu => {
    const entrees: Ecran['menus'][number]['entrees'] = [];
    const soi: GoogleAppsScript.Base.Menu = strict<GoogleAppsScript.Base.Menu>('Menu', {
      addItem: (libelle: string, fonction: string) => (entrees.push([libelle, fonction]), soi),
      addSubMenu: (autre: GoogleAppsScript.Base.Menu) => {
        const dedans = (autre as unknown as { dedans(): Ecran['menus'][number] }).dedans();
        entrees.push(...dedans.entrees.map((une) => une && ([`${dedans.titre} › ${une[0]}`, une[1]] as const)));
        return soi;
      },
      ...({ dedans: () => ({ titre, entrees }) } as object),
      addSeparator: () => (entrees.push(null), soi),
      addToUi: () => void ecran.menus.push({ titre, entrees }),
    }, c.compte);
    return soi;
  };
  return strict<Ui>('Ui', {
    createMenu: menu,
    showSidebar: (page: unknown) => {
      interdit(c, 'showSidebar');
      ecran.volets.push((page as { page: Ecran['volets'][number] }).page);
    },
    alert: ((titre: string, texte: string, boutons: string) => {
      interdit(c, 'alert');
      ecran.alertes.push(`${titre} : ${texte}`);
      if (boutons === 'OK') return 'OK';
      const reponse = ecran.reponses.shift();
      if (reponse === undefined) throw new Error(`question sans réponse prévue : ${texte}`);
      return reponse;
    }) as never,
    ...({ ButtonSet: { OK: 'OK', OK_CANCEL: 'OK_CANCEL' }, Button: { OK: 'OK', CANCEL: 'CANCEL' } } as object),
  }, c.compte);
};

export const serviceHtml = (c: ClasseurGoogle): GoogleAppsScript.HTML.HtmlService =>
  strict<GoogleAppsScript.HTML.HtmlService>('HtmlService', {
    createHtmlOutputFromFile: (fichier: string) => {
      interdit(c, 'createHtmlOutputFromFile');
      const page = { fichier, titre: '' };
      const soi: GoogleAppsScript.HTML.HtmlOutput = strict<GoogleAppsScript.HTML.HtmlOutput>('HtmlOutput', {
        setTitle: (titre: string) => ((page.titre = titre), soi),
        ...({ page } as object),
      }, c.compte);
      return soi;
    },
  }, c.compte);

export const serviceVerrou = (c: ClasseurGoogle): GoogleAppsScript.Lock.LockService =>
  strict<GoogleAppsScript.Lock.LockService>('LockService', {
    getDocumentLock: () => strict<GoogleAppsScript.Lock.Lock>('Lock', {
      tryLock: (attente: number) => {
        if (attente > 30_000) throw new Error('attente trop longue');
        const libre = !c.verrouPris;
        c.verrouPris = true;
        return libre;
      },
      releaseLock: () => void (c.verrouPris = false),
    }, c.compte),
  }, c.compte);
