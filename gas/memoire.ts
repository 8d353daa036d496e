// La mémoire du classeur : les propriétés du document, sous un préfixe à nous, dans les limites de Google.
import { erreur } from '../src/socle/erreurs';

const PREFIXE = 'classeur-plus.';
/** 9 Ko par valeur (quotas de PropertiesService). */
const OCTETS_MAX = 9 * 1024;

const octets = (texte: string): number => encodeURIComponent(texte).replace(/%../g, 'x').length;

export const memoire = (): Record<string, string> => {
  const lues = PropertiesService.getDocumentProperties().getProperties();
  return Object.fromEntries(Object.entries(lues).flatMap(([clef, valeur]) => (clef.startsWith(PREFIXE) ? [[clef.slice(PREFIXE.length), valeur]] : [])));
};

/** @throws ErreurClasseur valeur trop longue : rien n'est changé */
export const memorise = (clef: string, valeur: string | null): void => {
  const proprietes = PropertiesService.getDocumentProperties();
  if (valeur === null) return void proprietes.deleteProperty(PREFIXE + clef);
  if (octets(valeur) > OCTETS_MAX) throw erreur('Ce que le classeur doit retenir dépasse 9 Ko, la limite de Google Sheets ; rien n’a été changé', 'Réduisez le nombre de feuilles ou de réglages, puis recommencez');
  proprietes.setProperty(PREFIXE + clef, valeur);
};
