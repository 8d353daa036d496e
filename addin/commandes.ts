// Les boutons du ruban : chaque commande du registre s'exécute sans que le volet soit ouvert ; ce qui est refusé s'y dit.
import { diagnostique } from '../src/diagnostic';
import { anodin } from '../src/guichet/anodin';
import type { Reponse } from '../src/guichet/demande';
import type { Ordre } from '../src/panneau/hote';
import { outils } from '../src/registre';
import { ErreurClasseur } from '../src/socle/erreurs';
import type { Commande } from '../src/socle/outil';
import { conduisAsync } from '../src/socle/suite';
import type { HoteExcel } from './hote';
import { aSonTour, celluleChoisie, demandeA, va } from './hote-volet';
import { jourDeLaMachine } from './jour';

const ECHEC = 'La commande n’a pas pu finir. Recommencez ; si cela dure, enregistrez, fermez et rouvrez le classeur.';

/** Le nom d'une commande dans le manifeste. */
const nomDansLeRuban = (outil: string, commande: string): string => `${outil}_${commande}`.replace(/\W/g, '_');

/** Le réglage par lequel Office ouvre le volet avec le classeur (documentation : « Automatically open a task pane with a document »). */
const OUVERTURE = 'Office.AutoShowTaskpaneWithDocument';

const enregistre = (): Promise<void> => new Promise((fini, rejette) => Office.context.document.settings.saveAsync(({ status }) => (status === Office.AsyncResultStatus.Succeeded ? fini() : rejette(new Error('réglage non enregistré')))));

/** Le volet s'ouvre avec ce classeur, ou cesse de le faire. @returns la phrase à dire */
const basculeOuverture = async (): Promise<string> => {
  const { settings } = Office.context.document;
  const etait = settings.get(OUVERTURE) === true;
  if (etait) settings.remove(OUVERTURE);
  else settings.set(OUVERTURE, true);
  await enregistre();
  return etait ? 'Le volet ne s’ouvrira plus avec ce classeur.' : 'Le volet s’ouvrira avec ce classeur, chez ceux qui ont Classeur+.';
};

/** Associe les boutons ; `event.completed()` est dit quoi qu'il arrive, sinon Excel garde le bouton occupé. @param ordonne ce que le volet doit montrer */
export const associeLeRuban = (excel: HoteExcel, ordonne: (ordre: Ordre) => void): void => {
  const dis = async (message: string, ton: 'fait' | 'refus' = 'refus', adresse: string | null = null): Promise<void> => {
    ordonne({ genre: 'dis', ton, message, adresse });
    await Office.addin.showAsTaskpane();
  };
  const associe = (nom: string, geste: () => Promise<void>): void => Office.actions.associate(nom, (event: Office.AddinCommands.Event) => {
    geste()
      .catch((cause: unknown) => dis(cause instanceof ErreurClasseur ? cause.message : ECHEC))
      .catch(() => undefined)
      .finally(() => event.completed());
  });
  const montre = async (feuille: string | null): Promise<void> => {
    if (feuille !== null) await va(`${feuille}!A1`);
    ordonne({ genre: 'actualise' });
  };
  /** Ce qui touche au travail de quelqu'un se montre dans le volet, et attend son accord ; le reste se fait aussitôt. */
  const execute = async (outil: string, { id: commande, titre }: Commande): Promise<void> => {
    const visee = { outil, commande, cellule: await celluleChoisie().catch(() => null) };
    const vue: Reponse = await demandeA(excel, { genre: 'prevois', ...visee });
    if (vue.genre === 'apercu' && vue.apercu.verdict === 'possible' && !anodin(vue.apercu)) {
      ordonne({ genre: 'apercu', outil, commande: { id: commande, titre, feuille: vue.apercu.feuille }, apercu: vue.apercu });
      return Office.addin.showAsTaskpane();
    }
    const reponse: Reponse = await demandeA(excel, { genre: 'execute', ...visee });
    if (reponse.genre === 'fait') {
      // Le volet n'est pas ouvert pour autant : la phrase y attend, une sauvegarde faite au passage y est nommée.
      ordonne({ genre: 'dis', ton: 'fait', message: reponse.message, adresse: null });
      await montre(reponse.feuille);
    }
    else if (reponse.genre === 'refus') await dis(reponse.message, 'refus', reponse.adresse);
  };
  for (const { id, commandes } of outils) for (const commande of commandes) associe(nomDansLeRuban(id, commande.id), () => execute(id, commande));
  associe('aide', async () => {
    ordonne({ genre: 'aide' });
    await Office.addin.showAsTaskpane();
  });
  associe('ouverture', async () => dis(await basculeOuverture(), 'fait'));
  associe('diagnostic', async () => montre((await aSonTour(() => conduisAsync(diagnostique('Excel', jourDeLaMachine()), excel))).feuille));
};
