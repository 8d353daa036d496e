// Une feuille vue du fil.
import { colonneDe, dedans, ligneDe, type FeuilleMemoire } from '../classeur-memoire';
import { estVide, numeroColonne, type Zone } from '../../../src/socle/cellule';
import { type FeuilleDuFil, zoneDeRange } from './acces';
import { graphiques } from './graphiques';
import { introuvable, invalide, nonModelise, sac, type Objet } from './objet';
import { plage } from './plage';

const LIGNES = 1_048_576;
const COLONNES = 16_384;
const CLEF = 'classeur-plus';

export type Etendue = Omit<Zone, 'feuille'>;

const etendues = new WeakMap<Map<number, unknown>, { readonly taille: number; readonly etendue: Etendue | null }>();

/** L'étendue des valeurs dans `dans` ; celle de la feuille entière est retenue tant que ses cases ne changent pas. */
export const utilisee = (f: FeuilleMemoire, dans: Etendue): Etendue | null => {
  const entiere = dans.lignes === LIGNES && dans.colonnes === COLONNES;
  const connue = etendues.get(f.cases);
  if (entiere && connue?.taille === f.cases.size && connue.taille > 100_000) return connue.etendue;
  let [l0, c0, l1, c1] = [Infinity, Infinity, 0, 0];
  for (const [k, { v }] of f.cases) {
    if (estVide(v)) continue;
    const [l, c] = [ligneDe(k), colonneDe(k)];
    if (!dedans({ ligne: l, colonne: c, lignes: 1, colonnes: 1 }, dans)) continue;
    [l0, c0, l1, c1] = [Math.min(l0, l), Math.min(c0, c), Math.max(l1, l), Math.max(c1, c)];
  }
  const etendue = l1 === 0 ? null : { ligne: l0, colonne: c0, lignes: l1 - l0 + 1, colonnes: c1 - c0 + 1 };
  if (entiere) etendues.set(f.cases, { taille: f.cases.size, etendue });
  return etendue;
};

const page = (acces: FeuilleDuFil): Objet => {
  const connu = JSON.parse(acces.lis().page ?? '{}') as Record<string, unknown>;
  // Une page posée par l'hôte en mémoire lui-même n'a pas cette forme.
  const etat = typeof connu['pied'] === 'object' ? connu : {};
  const garde = <T extends unknown[]>(geste: (...args: T) => void) => (...args: T): void => {
    geste(...args);
    acces.ecris().page = JSON.stringify(etat);
  };
  const propriete = (nom: string): [string, (valeur: unknown) => void] => [nom, garde((valeur: unknown) => void (etat[nom] = valeur))];
  const pied = sac('HeaderFooter', (etat['pied'] ??= {}) as Record<string, unknown>, ['LeftFooter', 'RightFooter']);
  return {
    classe: 'PageLayout',
    ecris: Object.fromEntries(['Orientation', 'PaperSize', 'Zoom', 'CenterHorizontally'].map(propriete)),
    appelle: {
      SetPrintMargins: garde((unite: string, marges: unknown) => void (etat['marges'] = [unite, marges])),
      SetPrintArea: garde((zone: Objet) => void (etat['zone'] = zoneDeRange(zone))),
    },
    mene: { HeadersFooters: () => ({ classe: 'HeadersFooters', mene: { DefaultForAllPages: () => ({ ...pied, ecris: Object.fromEntries(Object.keys(pied.ecris!).map((nom) => [nom, garde(pied.ecris![nom]!)])) }) } }) },
  };
};

const marques = (acces: FeuilleDuFil): Objet => {
  const exige = (clef: string): void => {
    if (clef !== CLEF) throw nonModelise(`propriété ${clef}`);
  };
  const marque: Objet = { classe: 'WorksheetCustomProperty', lis: { Key: () => CLEF, Value: () => acces.lis().marque }, appelle: { Delete: () => void (acces.ecris().marque = null) } };
  const collection: Objet = {
    classe: 'WorksheetCustomProperties',
    appelle: {
      GetItemOrNullObject: (clef: string) => (exige(clef), acces.lis().marque === null ? null : marque),
      GetItem: (clef: string) => {
        exige(clef);
        if (acces.lis().marque === null) throw introuvable(clef);
        return marque;
      },
      Add: (clef: string, valeur: unknown) => {
        exige(clef);
        if (typeof valeur !== 'string') throw invalide('la valeur d’une propriété est un texte');
        acces.ecris().marque = valeur;
        return marque;
      },
    },
    element: (clef: string) => collection.appelle!['GetItem']!(clef) as Objet,
  };
  return collection;
};

export const feuille = (acces: FeuilleDuFil): Objet => {
  const tout: Etendue = { ligne: 1, colonne: 1, lignes: LIGNES, colonnes: COLONNES };
  return {
    classe: 'Worksheet',
    id: `{feuille-${acces.lis().uid}}`,
    lis: { Name: () => acces.lis().nom, Visibility: () => (acces.lis().masquee ? 'Hidden' : 'Visible'), Id: () => `{feuille-${acces.lis().uid}}` },
    mene: {
      Protection: () => ({ classe: 'WorksheetProtection', lis: { Protected: () => acces.lis().protegee } }),
      CustomProperties: () => marques(acces),
      Charts: () => graphiques(acces),
      PageLayout: () => page(acces),
      // Les noms d'une seule feuille : le classeur en mémoire n'en a pas.
      Names: () => ({ classe: 'Names', elements: () => [] }),
    },
    appelle: {
      GetRangeByIndexes: (ligne: number, colonne: number, lignes: number, colonnes: number) => {
        if (ligne < 0 || colonne < 0 || lignes < 1 || colonnes < 1 || ligne + lignes > LIGNES || colonne + colonnes > COLONNES) throw invalide('hors de la grille');
        return plage(acces, { ligne: ligne + 1, colonne: colonne + 1, lignes, colonnes });
      },
      GetRange: (adresse: string) => {
        const [, c0 = '', l0, c1, l1] = /^\$?([A-Z]+)\$?(\d+)?(?::\$?([A-Z]+)\$?(\d+)?)?$/.exec(adresse) ?? [];
        if (c0 === '') throw invalide(adresse);
        const [debut, fin] = [numeroColonne(c0), numeroColonne(c1 ?? c0)];
        const [haut, bas] = l0 === undefined ? [1, LIGNES] : [Number(l0), Number(l1 ?? l0)];
        return plage(acces, { ligne: haut, colonne: debut, lignes: bas - haut + 1, colonnes: fin - debut + 1 });
      },
      Activate: () => {
        if (acces.lis().masquee) throw invalide('feuille masquée');
        acces.choisis({ feuille: acces.lis().nom, ligne: 1, colonne: 1 });
      },
      GetUsedRangeOrNullObject: (valeursSeules: boolean) => {
        if (valeursSeules !== true) throw nonModelise('étendue utilisée, formats compris');
        const etendue = utilisee(acces.lis(), tout);
        return etendue && plage(acces, etendue);
      },
    },
  };
};
