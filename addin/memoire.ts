// La mémoire du classeur : une partie XML à nous, la même que celle de l'hôte .xlsx. Un classeur passé de l'un à l'autre garde ses réglages.
import { attributs, contenu, enfants, racine } from '../src/fichier/xml';
import { code, decode } from '../src/fichier/xml-texte';
import { MEMOIRE } from '../src/fichier/xlsx-memoire';

export const lisMemoireXml = (xml: string): Record<string, string> =>
  Object.fromEntries(enfants(xml, racine(xml)).map((element) => [attributs(xml, element)['clef'] ?? '', decode(contenu(xml, element))]));

export const memoireXml = (memoire: Readonly<Record<string, string>>): string =>
  `<memoire xmlns="${MEMOIRE}">${Object.keys(memoire).map((clef) => `<entree clef="${code(clef)}">${code(memoire[clef] ?? '')}</entree>`).join('')}</memoire>`;
