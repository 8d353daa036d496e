// Les fichiers qu'un chemin désigne : lui-même, ou les classeurs d'un dossier sans ce qui ferait compter deux fois.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { outils } from '../../registre';
import { ErreurClasseur } from '../../socle/erreurs';
import { ouvreFichier } from '../ouvre';
import { lisFichier } from './fichiers';

const EXTENSIONS = ['.xlsx', '.xlsm', '.csv'];
/** Des classeurs que nous ne savons pas lire : qui compte des sites les ouvre quand même, pour qu'il soit dit qu'ils manquent. */
export const CLASSEURS_ILLISIBLES = ['.xls', '.xlsb', '.ods'];

const souche = (nom: string): string => path.basename(nom, path.extname(nom));

/** Le classeur porte une de nos feuilles ; un fichier illisible n'en porte pas, l'analyse dira pourquoi. */
const porteNotreMarque = (chemin: string): boolean => {
  try {
    return ouvreFichier(lisFichier(chemin), path.basename(chemin)).lis({}).feuilles.some(({ marque }) => marque !== null);
  } catch (cause) {
    if (cause instanceof ErreurClasseur) return false;
    throw cause;
  }
};

/** « nord-resultats (2).xlsx » à côté de « nord.csv » : le nom de l'original, si c'en est bien une copie que nous avons faite. */
const originalDe = (dossier: string, nom: string, noms: readonly string[]): string | null => {
  const suffixes = outils.flatMap(({ commandes }) => commandes.map(({ id }) => id)).join('|');
  const base = new RegExp(`^(.+)-(?:${suffixes})(?: \\(\\d+\\))?$`).exec(souche(nom))?.[1];
  const original = noms.find((autre) => souche(autre) === base);
  return original !== undefined && porteNotreMarque(path.join(dossier, nom)) ? original : null;
};

/** Dans un dossier, ni les fichiers temporaires d'Excel (« ~$… »), ni les copies de « produire » : leur original compte déjà. */
export const fichiersDe = (chemins: readonly string[], signale: (texte: string) => void, enPlus: readonly string[] = []): string[] =>
  chemins.flatMap((chemin) => {
    if (!existsSync(chemin) || !statSync(chemin).isDirectory()) return [chemin];
    const noms = readdirSync(chemin).filter((nom) => [...EXTENSIONS, ...enPlus].includes(path.extname(nom).toLowerCase()) && !nom.startsWith('~$')).sort();
    return noms.flatMap((nom) => {
      const original = originalDe(chemin, nom, noms);
      if (original === null) return [path.join(chemin, nom)];
      signale(`${path.join(chemin, nom)} : laissé de côté, c’est une copie de « ${original} » faite par « produire ».`);
      return [];
    });
  });
