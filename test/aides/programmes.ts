// Les programmes extérieurs dont certains tests se servent : présents, le test tourne ; absents, il est compté comme passé, et son nom le dit.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const dossiers = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);

const marche = (programme: string, ...arguments_: string[]): boolean => {
  try {
    execFileSync(programme, arguments_, { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
};

const trouves = new Map<string, string | null>();

/** Chemin d'un programme, ou d'un Python qui a ce module (« openpyxl », « xlsxwriter »), ou null. */
export const cherche = (nom: string): string | null => {
  const connu = trouves.get(nom);
  if (connu !== undefined) return connu;
  const module_ = nom === 'openpyxl' || nom === 'xlsxwriter';
  const candidats = dossiers.map((dossier) => path.join(dossier, module_ ? 'python3' : nom)).filter((chemin) => existsSync(chemin));
  // Le premier python3 du chemin n'est pas toujours celui qui a le module.
  const trouve = candidats.find((chemin) => !module_ || marche(chemin, '-c', `import ${nom}`)) ?? null;
  trouves.set(nom, trouve);
  return trouve;
};

type Test = (nom: string, corps: () => void, delai?: number) => void;

/** `siPresent('soffice')('se rouvre dans LibreOffice', () => …)` : `it`, ou `it.skip` dont le nom dit ce qui manque. */
export const siPresent = (programme: string): Test =>
  cherche(programme) ? (nom, corps, delai) => it(nom, corps, delai) : (nom, corps, delai) => it.skip(`${nom} [non vérifié : ${programme} manque sur cette machine]`, corps, delai);
