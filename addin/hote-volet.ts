// L'hôte du volet dans Excel : le guichet tourne dans la page, par l'adaptateur ; montrer une cellule et poser une formule en plus.
import { repond } from '../src/guichet';
import type { Demande, Reponse } from '../src/guichet/demande';
import { ecrit } from '../src/guichet/ecrit';
import { ecrisFormule, type Formule } from '../src/guichet/formule';
import type { HoteDuVolet } from '../src/panneau/hote';
import { adresse, zoneDeCellule } from '../src/socle/cellule';
import { erreur } from '../src/socle/erreurs';
import { conduisAsync, type Arret } from '../src/socle/suite';
import { enFrancais } from './erreurs-office';
import { surChangement } from './changements';
import type { HoteExcel } from './hote';
import { jourDeLaMachine } from './jour';
import { plageDe } from './zones';

/** L'espace de noms des fonctions, celui du manifeste. */
const ESPACE = 'SP.';

let dernier: Promise<unknown> = Promise.resolve();

/** Un travail à la fois : un bouton du ruban attend que le volet ait fini de relire, au lieu d'être refusé. */
export const aSonTour = <T>(travail: () => Promise<T>): Promise<T> => {
  const tour = dernier.then(travail);
  dernier = tour.catch(() => undefined);
  return tour;
};

export const demandeA = (excel: HoteExcel, demande: Demande, suivi?: Parameters<HoteDuVolet['demande']>[1], arret?: Arret): Promise<Reponse> => {
  const travail = (): Promise<Reponse> => conduisAsync(repond(demande, jourDeLaMachine()), excel, suivi, arret);
  return aSonTour(() => (ecrit(demande) ? excel.enUnGeste(travail) : travail()));
};

const dans = async <T>(travail: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
  try {
    return await Excel.run({ delayForCellEdit: true }, travail);
  } catch (cause) {
    throw enFrancais(cause);
  }
};

export const va = (cellule: string): Promise<void> => dans(async (context) => {
  const zone = zoneDeCellule(cellule);
  const feuille = context.workbook.worksheets.getItem(zone.feuille);
  feuille.activate();
  plageDe(feuille, zone).select();
  await context.sync();
});

/** « 'Plan 2026'!C12 » comme nos phrases l'écrivent. */
const enClair = (ou: string): string => {
  const { feuille, ligne, colonne } = zoneDeCellule(ou);
  return adresse(feuille, ligne, colonne);
};

/** La cellule choisie : « Plan 2026!C12 ». */
export const celluleChoisie = (): Promise<string> => dans(async (context) => {
  const cellule = context.workbook.getActiveCell().load('address');
  await context.sync();
  return enClair(cellule.address);
});

/** Pose la formule dans la cellule choisie, si elle est vide et si sa feuille n'est pas protégée. */
const insere = (formule: Formule): Promise<string> => dans(async (context) => {
  const cellule = context.workbook.getActiveCell().load('formulas,address');
  await context.sync();
  const ou = enClair(cellule.address);
  if (cellule.formulas[0]?.[0] !== '') throw erreur('Cette cellule n’est pas vide ; rien n’a été écrit', 'Choisissez une cellule vide, puis recommencez', ou);
  // Excel attend d'un programme la forme anglaise : nom de la fonction, virgules.
  cellule.formulas = [[ecrisFormule(formule, ESPACE, ',')]];
  await context.sync();
  return ou;
});

export const hoteDuVolet = (excel: HoteExcel): HoteDuVolet => ({
  peau: 'excel',
  prefixe: 'SP.',
  demande: (demande, suivi, arret) => demandeA(excel, demande, suivi, arret),
  cellule: celluleChoisie,
  va,
  insere,
  surChangement,
  lectureSeule: Office.context.document.mode === Office.DocumentMode.ReadOnly,
  annulation: 'Ctrl+Z annule ce qui vient d’être écrit.',
});
