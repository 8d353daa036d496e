// L'entrée des fonctions de feuille dans Google Sheets : les Date d'une cellule deviennent des jours civils, un jour rendu redevient une Date.
import type { Cellule } from '../src/socle/cellule';
import { ErreurClasseur } from '../src/socle/erreurs';
import { appelle, type Fonction, type Resultat } from '../src/socle/fonction';
import { estMinuit, fuseauDuScript, fuseauNomme, type Fuseau } from './fuseau';

type Vue = { dates: boolean; heures: boolean };

const regarde = (valeur: unknown, vue: Vue): void => {
  if (Array.isArray(valeur)) for (const dedans of valeur as readonly unknown[]) regarde(dedans, vue);
  else if (valeur instanceof Date) {
    vue.dates = true;
    vue.heures = vue.heures || !estMinuit(valeur);
  }
};

/** Le fuseau du classeur ; celui du programme quand il n'y a pas de classeur autour. */
const fuseauDuClasseur = (): Fuseau => {
  const nom = typeof SpreadsheetApp === 'undefined' ? null : SpreadsheetApp.getActiveSpreadsheet()?.getSpreadsheetTimeZone();
  return nom ? fuseauNomme(nom) : fuseauDuScript;
};

/**
 * Des dates toutes à minuit disent que le classeur et le programme ont le même fuseau : le demander coûterait un appel par cellule de formule.
 * Sans aucune date à lire, une fonction qui rend une date le demande.
 */
const fuseauDe = (args: readonly unknown[], rendUneDate: boolean): Fuseau => {
  const vue: Vue = { dates: false, heures: false };
  regarde(args, vue);
  return vue.heures || (!vue.dates && rendUneDate) ? fuseauDuClasseur() : fuseauDuScript;
};

/** Un jour rendu est une Date, que Google montre comme une date. */
const enDates = (rendu: Resultat, { date }: Fuseau): unknown => {
  const enDate = (valeur: Cellule): unknown => (typeof valeur === 'number' ? date(valeur) : valeur);
  return Array.isArray(rendu) ? (rendu as readonly (readonly Cellule[])[]).map((rangee) => rangee.map(enDate)) : enDate(rendu as Cellule);
};

/** Appelle une fonction avec les arguments que Google Sheets donne. @throws Error la phrase à montrer, telle quelle */
export const appelleDansSheets = (definition: Fonction, args: readonly unknown[]): unknown => {
  try {
    const fuseau = fuseauDe(args, definition.rend === 'date');
    const rendu = appelle(definition, args, (date) => fuseau.serie(date as Date));
    return definition.rend === 'date' ? enDates(rendu, fuseau) : rendu;
  } catch (cause) {
    // Google montre le nom de l'erreur et son message : la phrase seule suffit.
    // eslint-disable-next-line preserve-caught-error -- la cause n'a rien d'autre à dire que sa phrase
    if (cause instanceof ErreurClasseur) throw new Error(cause.message);
    throw cause;
  }
};
