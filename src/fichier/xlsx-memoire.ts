// Ce que le classeur retient de nous, lecture : la marque d'une feuille (propriété personnalisée) et la mémoire (partie customXml).
import { utf16 } from './encodage';
import { attributs, contenu, enfants, lien, racine, type Element } from './xml';
import { decode } from './xml-texte';
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

export const partieMemoire = (paquet: Paquet, classeur: string): string | undefined =>
  paquet
    .liens(classeur)
    .filter((l) => l.type === 'customXml' && !l.externe && paquet.existe(l.cible) && paquet.taille(l.cible) <= MEMOIRE_MAX)
    .map((l) => l.cible)
    .find((partie) => {
      const xml = paquet.texte(partie);
      return xml.includes(MEMOIRE) && racine(xml).nom === 'memoire';
    });

export const lisMemoire = (paquet: Paquet, classeur: string): Record<string, string> => {
  const partie = partieMemoire(paquet, classeur);
  if (partie === undefined) return {};
  const xml = paquet.texte(partie);
  return Object.fromEntries(enfants(xml, racine(xml)).map((element) => [attributs(xml, element)['clef'] ?? '', decode(contenu(xml, element))]));
};
