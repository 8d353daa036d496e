// Prévenir le volet quand le classeur change. Rien n'en dépend : sans ces événements, « Actualiser » suffit.
import { codeOffice } from './erreurs-office';

/** @param rappel appelé à chaque changement fait par une personne ou par la coédition @returns de quoi ne plus écouter */
export const surChangement = (rappel: () => void): (() => void) => {
  let ecoute: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | null = null;
  let finie = false;
  const cesse = async (): Promise<void> => {
    const active = ecoute;
    ecoute = null;
    if (active === null) return;
    await Excel.run(active.context, async (context) => {
      active.remove();
      await context.sync();
    });
  };
  /** Un Excel qui ne sait pas prévenir n'est pas une erreur à montrer. */
  const enSilence = (cause: unknown): void => {
    if (codeOffice(cause) === null) throw cause;
  };
  Excel.run(async (context) => {
    // Ce que nous venons d'écrire nous-mêmes est déjà relu ; un Excel d'avant 1.14 ne dit pas d'où vient un changement.
    ecoute = context.workbook.worksheets.onChanged.add(async ({ triggerSource }) => void (triggerSource !== 'ThisLocalAddin' && rappel()));
    await context.sync();
    if (finie) await cesse();
  }).catch(enSilence);
  return () => {
    finie = true;
    cesse().catch(enSilence);
  };
};
