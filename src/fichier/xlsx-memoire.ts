// Ce que le classeur retient de nous, lecture : la marque d'une feuille (propriété personnalisée) et la mémoire (parties customXml).
import { utf16 } from './encodage';
import { attributs, contenu, enfants, lien, racine, type Element } from './xml';
import { code, decode } from './xml-texte';
import type { Paquet } from './xlsx-paquet';

/** Le nom de notre propriété de feuille, et l'espace de noms de notre mémoire. */
export const MARQUE = 'classeur-plus';
export const MEMOIRE = 'urn:classeur-plus:memoire';

export type LienMarque = { readonly element: Element; readonly id: string; readonly partie: string };

/** Notre propriété parmi celles d'une feuille ; `proprietes` est son élément « customProperties ». */
export const trouveMarque = (paquet: Paquet, partie: string, xml: string, proprietes: Element | undefined): LienMarque | null => {
  if (!proprietes) return null;
  const element = enfants(xml, proprietes).find((e) => attributs(xml, e)['name'] === MARQUE);
  const id = element && lien(attributs(xml, element));
  const cible = paquet.liens(partie).find((l) => l.id === id);
  return element && id !== undefined && cible && paquet.existe(cible.cible) ? { element, id, partie: cible.cible } : null;
};

export const lisMarque = (paquet: Paquet, partie: string, xml: string, proprietes: Element | undefined): string | null => {
  const marque = trouveMarque(paquet, partie, xml, proprietes);
  return marque && utf16(paquet.brut(marque.partie), false);
};

/** Au-delà, ce n'est pas notre mémoire : inutile de décompresser les gros documents que d'autres rangent là. */
const MEMOIRE_MAX = 4 * 1024 * 1024;

export const partiesMemoire = (paquet: Paquet, classeur: string): string[] =>
  paquet
    .liens(classeur)
    .filter((l) => l.type === 'customXml' && !l.externe && paquet.existe(l.cible) && paquet.taille(l.cible) <= MEMOIRE_MAX)
    .map((l) => l.cible)
    .filter((partie) => {
      const xml = paquet.texte(partie);
      return xml.includes(MEMOIRE) && racine(xml).nom === 'memoire';
    });

/** Ce qu'une partie de la mémoire retient : une clef dans Excel, toutes dans un fichier que nous avons écrit. */
export type Entrees = Readonly<Record<string, string>>;

export const entreesDe = (xml: string): Entrees => Object.fromEntries(enfants(xml, racine(xml)).map((element) => [attributs(xml, element)['clef'] ?? '', decode(contenu(xml, element))]));

export const memoireXml = (entrees: Entrees): string =>
  `<memoire xmlns="${MEMOIRE}">${Object.entries(entrees).map(([clef, valeur]) => `<entree clef="${code(clef)}">${code(valeur)}</entree>`).join('')}</memoire>`;

export const estSeule = (entrees: Entrees): boolean => Object.keys(entrees).length === 1;

/** La mémoire entière. Une clef seule dans sa partie est plus neuve que dans une partie de plusieurs ; entre deux pareilles, la dernière compte. */
export const reunion = (parties: readonly Entrees[]): Entrees =>
  Object.fromEntries([...parties.filter((entrees) => !estSeule(entrees)), ...parties.filter(estSeule)].flatMap((entrees) => Object.entries(entrees)));

export const lisMemoire = (paquet: Paquet, classeur: string): Entrees => reunion(partiesMemoire(paquet, classeur).map((partie) => entreesDe(paquet.texte(partie))));
