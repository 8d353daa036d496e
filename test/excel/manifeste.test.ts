// Le manifeste d'Excel, vérifié comme le ferait le schéma d'Office, et plus : chaque renvoi aboutit, chaque icône a sa taille, chaque commande existe.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { outils } from '../../src/registre';
import { arbre, tous, type Element } from '../aides/xml';

const RACINE = path.join(__dirname, '..', '..');
const source = readFileSync(path.join(RACINE, 'manifest.xml'), 'utf8');
const LOCALE = 'https://localhost:3000/';
/** L'ordre des éléments est imposé (référence du manifeste : office-js-docs-reference, « manifest element order »). */
const ORDRE: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ['Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  'Host[Workbook]': ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  'Control[Button]': ['Label', 'Supertip', 'Icon', 'Action'],
  'Control[Menu]': ['Label', 'Supertip', 'Icon', 'Items'],
  Item: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  'Action[ShowTaskpane]': ['TaskpaneId', 'SourceLocation'],
  'Action[ExecuteFunction]': ['FunctionName'],
  'ExtensionPoint[CustomFunctions]': ['Script', 'Page', 'Metadata', 'Namespace'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};
const OBLIGATOIRES: Readonly<Record<string, readonly string[]>> = { ...ORDRE, OfficeApp: ['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'Hosts', 'DefaultSettings', 'Permissions'], VersionOverrides: ['Hosts', 'Resources'] };
const LONGUEURS: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250, 'bt:Urls': 2048, 'bt:Images': 2048 };
const TAILLES_EXIGEES = ['16', '32', '80'];

const clef = (e: Element): string => (e.attributs['xsi:type'] ? `${e.nom}[${e.attributs['xsi:type']}]` : e.nom);
const chaque = (e: Element, geste: (e: Element) => void): void => {
  geste(e);
  e.enfants.forEach((enfant) => chaque(enfant, geste));
};
/** La largeur et la hauteur que dit un PNG. */
const taillePng = (octets: Buffer): [number, number] => [octets.readUInt32BE(16), octets.readUInt32BE(20)];

/** Tout ce qui cloche, en une liste de phrases. */
const fautes = (texte: string, base: string): string[] => {
  const trouvees: string[] = [];
  const manifeste = arbre(texte);
  chaque(manifeste, (e) => {
    const ordre = ORDRE[clef(e)] ?? ORDRE[e.nom];
    if (ordre === undefined) return;
    const noms = e.enfants.map(({ nom }) => nom);
    const rangs = noms.map((nom) => ordre.indexOf(nom));
    if (rangs.some((rang, i) => rang < 0 || (i > 0 && rang < rangs[i - 1]!))) trouvees.push(`${clef(e)} : ${noms.join(', ')}`);
    for (const exige of OBLIGATOIRES[clef(e)] ?? OBLIGATOIRES[e.nom] ?? []) if (!noms.includes(exige)) trouvees.push(`${clef(e)} sans ${exige}`);
  });
  const ressources = new Map<string, { readonly valeur: string; readonly genre: string }>();
  for (const genre of Object.keys(LONGUEURS)) {
    for (const { attributs } of tous(manifeste, genre).flatMap(({ enfants }) => enfants)) {
      const id = attributs['id'] ?? '';
      const valeur = attributs['DefaultValue'] ?? '';
      if (id.length === 0 || id.length > 32) trouvees.push(`identifiant ${id}`);
      if (ressources.has(id)) trouvees.push(`${id} en double`);
      if (valeur.length === 0 || valeur.length > LONGUEURS[genre]!) trouvees.push(`${id} : ${valeur.length} signes`);
      ressources.set(id, { valeur, genre });
    }
  }
  const renvois = new Set<string>();
  chaque(manifeste, (e) => {
    const resid = e.attributs['resid'];
    if (resid === undefined) return;
    renvois.add(resid);
    const genre = e.nom === 'bt:Image' ? 'bt:Images' : /Location|Url|File|^Runtime$/.test(e.nom) ? 'bt:Urls' : e.nom === 'Description' ? 'bt:LongStrings' : 'bt:ShortStrings';
    if (ressources.get(resid)?.genre !== genre) trouvees.push(`${e.nom} renvoie à ${resid}, qui n’est pas dans ${genre}`);
  });
  for (const id of ressources.keys()) if (!renvois.has(id)) trouvees.push(`${id} ne sert pas`);
  for (const [, adresse = ''] of texte.matchAll(/(?:DefaultValue|Value)="(https?:[^"]*)"/g)) if (!adresse.startsWith(base)) trouvees.push(`adresse ${adresse}`);
  for (const icone of tous(manifeste, 'Icon')) {
    const tailles = icone.enfants.map(({ attributs }) => attributs['size'] ?? '');
    for (const exigee of TAILLES_EXIGEES) if (!tailles.includes(exigee)) trouvees.push(`icône sans ${exigee}`);
    for (const { attributs } of icone.enfants) {
      const adresse = ressources.get(attributs['resid'] ?? '')?.valeur ?? '';
      const fichier = path.join(RACINE, 'addin', adresse.replace(base, ''));
      if (!existsSync(fichier)) trouvees.push(`${adresse} n’existe pas`);
      else if (taillePng(readFileSync(fichier)).some((cote) => String(cote) !== attributs['size'])) trouvees.push(`${adresse} n’a pas ${attributs['size']} pixels`);
    }
  }
  for (const [nom, taille] of [['IconUrl', 32], ['HighResolutionIconUrl', 64]] as const) {
    const adresse = tous(manifeste, nom)[0]?.attributs['DefaultValue'] ?? '';
    const fichier = path.join(RACINE, 'addin', adresse.replace(base, ''));
    if (!existsSync(fichier) || taillePng(readFileSync(fichier))[0] !== taille) trouvees.push(`${nom} n’a pas ${taille} pixels`);
  }
  const ids = [...tous(manifeste, 'Group'), ...tous(manifeste, 'Control'), ...tous(manifeste, 'Item')].map(({ attributs }) => attributs['id'] ?? '');
  if (new Set(ids).size !== ids.length || ids.some((id) => id.length === 0 || id.length > 125)) trouvees.push(`identifiants ${ids.join(', ')}`);
  const commandes = ['aide', 'ouverture', 'diagnostic', ...outils.flatMap(({ id, commandes: siennes }) => siennes.map((c) => `${id}_${c.id}`.replace(/\W/g, '_')))];
  for (const { texte: nom } of tous(manifeste, 'FunctionName')) if (!commandes.includes(nom)) trouvees.push(`commande ${nom} inconnue du registre`);
  if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(tous(manifeste, 'Version')[0]!.texte)) trouvees.push('version');
  if (!/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(tous(manifeste, 'Id')[0]!.texte)) trouvees.push('identifiant');
  const description = tous(manifeste, 'Description')[0]!.attributs['DefaultValue'] ?? '';
  if (description.length > 250) trouvees.push('description trop longue');
  return trouvees;
};

test('le manifeste est juste', () => {
  expect(fautes(source, LOCALE)).toEqual([]);
});

test('il ne demande que ce qu’il faut : écrire dans le classeur, et rien d’autre', () => {
  const manifeste = arbre(source);
  expect(tous(manifeste, 'Permissions').map(({ texte }) => texte)).toEqual(['ReadWriteDocument']);
  expect(tous(manifeste, 'AppDomain')).toEqual([]);
  expect(tous(manifeste, 'DefaultLocale')[0]!.texte).toBe('fr-FR');
  expect(tous(manifeste, 'Group')).toHaveLength(1);
  expect(tous(manifeste, 'Control').length).toBeLessThanOrEqual(5);
  expect(tous(manifeste, 'OfficeTab')[0]!.attributs['id']).toBe('TabHome');
  expect(tous(manifeste, 'Runtime').map(({ attributs }) => attributs['lifetime'])).toEqual(['long']);
  const espace = tous(manifeste, 'bt:String').find(({ attributs }) => attributs['id'] === 'Fonctions.Espace')!;
  expect(espace.attributs['DefaultValue']).toBe('SP');
});

test('la version du manifeste est celle du projet', () => {
  const { version } = JSON.parse(readFileSync(path.join(RACINE, 'package.json'), 'utf8')) as { version: string };
  expect(tous(arbre(source), 'Version')[0]!.texte).toBe(`${version}.0`);
});

test.each([
  ['un ordre changé', (x: string) => x.replace(/(<ProviderName>.*<\/ProviderName>)\s*(<DefaultLocale>.*<\/DefaultLocale>)/, '$2$1')],
  ['un élément oublié', (x: string) => x.replace(/<FunctionName>demandes.*<\/FunctionName>/, '')],
  ['un renvoi dans le vide', (x: string) => x.replace('resid="Volet.Nom"', 'resid="Volet.Non"')],
  ['un renvoi d’un autre genre', (x: string) => x.replace('<Title resid="Volet.Nom"/>', '<Title resid="Volet.Aide"/>')],
  ['une adresse en http', (x: string) => x.replace('https://localhost:3000/functions.json', 'http://localhost:3000/functions.json')],
  ['un texte trop long', (x: string) => x.replace('DefaultValue="Onglet Résultats"', `DefaultValue="${'x'.repeat(126)}"`)],
  ['une icône à la mauvaise taille', (x: string) => x.replace('icones/aide-16.png', 'icones/aide-32.png')],
  ['une icône qui n’existe pas', (x: string) => x.replace('icones/aide-16.png', 'icones/aide-17.png')],
  ['une commande que personne n’offre', (x: string) => x.replace('demandes_ecrites_resultats', 'demandes_ecrites_rien')],
  ['un identifiant en double', (x: string) => x.replace('id="ClasseurPlus.Resultats"', 'id="ClasseurPlus.Volet"')],
  ['une balise mal fermée', (x: string) => x.replace('</Group>', '</Groupe>')],
])('verrait %s', (_, change) => {
  const change_ = change(source);
  expect(change_).not.toBe(source);
  const vues = (): string[] => {
    try {
      return fautes(change_, LOCALE);
    } catch (cause) {
      return [String(cause)];
    }
  };
  expect(vues()).not.toEqual([]);
});
