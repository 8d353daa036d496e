// La bibliothèque cliente de Microsoft, telle quelle, dans un domaine à elle, coupée au point où elle remet un envoi à Excel.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { Serveur } from './serveur';

/** Les trois constructions qu'Office choisit selon l'hôte. */
export const CONSTRUCTIONS = ['excel-web-16.00', 'excel-win32-16.01', 'excel-mac-16.00'] as const;
export type Construction = (typeof CONSTRUCTIONS)[number];

export const BIBLIOTHEQUE = path.join(__dirname, '..', '..', '..', 'node_modules', '@microsoft', 'office-js', 'dist');

const scripts = new Map<Construction, vm.Script>();
const script = (construction: Construction): vm.Script => {
  const connu = scripts.get(construction);
  if (connu) return connu;
  const fichier = path.join(BIBLIOTHEQUE, `${construction}.debug.js`);
  if (!existsSync(fichier)) throw new Error(`${fichier} manque : npm ci installe la bibliothèque de Microsoft, pour les essais seulement`);
  const neuf = new vm.Script(readFileSync(fichier, 'utf8'), { filename: fichier });
  scripts.set(construction, neuf);
  return neuf;
};

/** Ce que nos sources appellent : `Excel`, `Office`, `OfficeExtension`. */
type Domaine = { readonly Excel: typeof Excel; readonly OfficeExtension: typeof OfficeExtension };

type Monde = Record<string, unknown> & { Excel: typeof Excel; OfficeExtension: typeof OfficeExtension & { CommonUtility: { _doApiNotSupportedCheck: boolean } }; OSF: { DDA?: { RichApi?: Record<string, unknown> } } };

/** Les ensembles d'API que l'hôte dit connaître : « ExcelApi » → 1.12. */
export type Ensembles = Readonly<Record<string, string>>;

const auMoins = (version: string, demandee: string): boolean => {
  const [a = 0, b = 0] = version.split('.').map(Number);
  const [c = 0, d = 0] = demandee.split('.').map(Number);
  return a > c || (a === c && b >= d);
};

/**
 * Charge la bibliothèque et lui donne `serveur` pour hôte. Au-delà des ensembles déclarés, la bibliothèque elle-même lève ApiNotFound.
 * Pose `Excel` et `Office` en variables globales, comme dans un volet.
 */
export const branche = (serveur: Serveur, construction: Construction = 'excel-win32-16.01', ensembles: Ensembles = { ExcelApi: '1.13' }): Domaine => {
  const monde = {
    console, setTimeout, clearTimeout, setInterval, clearInterval, performance, URL, Promise,
    navigator: { userAgent: 'node' }, location: { href: 'https://localhost/', search: '', hash: '', protocol: 'https:' },
    document: { getElementsByTagName: () => [], createElement: () => ({}), addEventListener: () => undefined }, addEventListener: () => undefined,
  } as unknown as Monde;
  Object.assign(monde, { window: monde, self: monde, globalThis: monde });
  vm.createContext(monde);
  script(construction).runInContext(monde);
  const Office = { context: { requirements: { isSetSupported: (nom: string, version = '1.1') => nom in ensembles && auMoins(ensembles[nom]!, version) } } };
  monde['Office'] = Office;
  monde.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  monde.OSF.DDA ??= {};
  monde.OSF.DDA.RichApi = {
    ...monde.OSF.DDA.RichApi,
    executeRichApiRequestAsync: (envoi: readonly unknown[], rappel: (resultat: unknown) => void) => {
      const texte = String(envoi[4]);
      const part = (tours: number): unknown => setImmediate(() => {
        if (tours > 0) return part(tours - 1);
        const reponse = serveur.repond(texte);
        return rappel('code' in reponse ? { status: 'failed', error: reponse } : { status: 'succeeded', value: { data: [200, [], reponse.corps] } });
      });
      part(serveur.retard());
    },
  };
  // La bibliothèque n'accepte pour options qu'un objet de son propre domaine.
  const copie = vm.runInContext('(texte) => JSON.parse(texte)', monde) as (texte: string) => unknown;
  const { run } = monde.Excel as unknown as { run: (...args: unknown[]) => Promise<unknown> };
  const Excel_ = Object.assign(Object.create(monde.Excel as object) as typeof Excel, { run: (options: unknown, travail?: unknown) => (travail === undefined ? run(options) : run(copie(JSON.stringify(options)), travail)) });
  Object.assign(globalThis, { Excel: Excel_, Office, OfficeExtension: monde.OfficeExtension });
  return { Excel: Excel_, OfficeExtension: monde.OfficeExtension };
};
