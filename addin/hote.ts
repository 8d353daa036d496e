// L'hôte Excel : les deux verbes du port par Office.js, et rien du métier.
import type { HoteAsynchrone } from '../src/socle/classeur';
import { rienDeConnu } from './connu';
import { ecris } from './ecriture';
import { codeOffice, enFrancais } from './erreurs-office';
import { lis } from './lecture';

export type HoteExcel = HoteAsynchrone & {
  /** Tout ce que `travail` fait ici s'annule d'un seul Ctrl+Z, là où Excel sait grouper. */
  enUnGeste<T>(travail: () => Promise<T>): Promise<T>;
};

type Travail<T> = (context: Excel.RequestContext) => Promise<T>;

const saitGrouper = (): boolean => Office.context.requirements.isSetSupported('ExcelApi', '1.20');

/** Une cellule en cours de saisie fait attendre l'envoi au lieu de le faire échouer. */
const ouvre = <T>(travail: Travail<T>, mergeUndoGroup = false): Promise<T> => Excel.run(mergeUndoGroup ? { delayForCellEdit: true, mergeUndoGroup } : { delayForCellEdit: true }, travail);

export const hoteExcel = (): HoteExcel => {
  const connu = rienDeConnu();
  let seance: Excel.RequestContext | null = null;
  const dans = <T>(travail: Travail<T>): Promise<T> => (seance === null ? ouvre(travail) : travail(seance));
  const dit = async <T>(travail: () => Promise<T>): Promise<T> => {
    try {
      return await travail();
    } catch (cause) {
      throw enFrancais(cause);
    }
  };
  return {
    lis: (lecture) => dit(() => lis(dans, connu, lecture)),
    ecris: (lot) => dit(async () => {
      try {
        await dans((context) => ecris(context, connu, lot));
      } catch (cause) {
        // Refaire un lot est sans danger (il est absolu) ; créer une feuille ne l'est pas.
        if (lot.some(({ genre }) => genre === 'creer-feuille')) throw cause;
        const code = codeOffice(cause);
        if (code === 'UndoNotSupported' && seance !== null) await ouvre((context) => ecris(context, connu, lot));
        // Un autre agent a ôté une partie de la mémoire que nous connaissions.
        else if (code === 'ItemNotFound' && lot.some(({ genre }) => genre === 'memoriser')) await dans((context) => ecris(context, connu, lot));
        else throw cause;
      }
    }),
    enUnGeste: async (travail) => {
      if (seance !== null || !saitGrouper()) return travail();
      return ouvre(async (context) => {
        seance = context;
        try {
          return await travail();
        } finally {
          seance = null;
        }
      }, true);
    },
  };
};
