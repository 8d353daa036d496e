// Le menu « Classeur+ », tiré du registre. onOpen y a droit avant toute autorisation : il ne touche à rien d'autre.
import { diagnostique } from '../src/diagnostic';
import { fonctions, outils } from '../src/registre';
import { signature } from '../src/socle/fonction';
import type { Commande } from '../src/socle/outil';
import { celluleChoisie } from './cellule';
import { enFrancais } from './messages';
import { travaille } from './travail';

const TITRE = 'Classeur+';
const VOLET = 'volet';

/** Le nom de premier niveau d'une commande : webpack.gas.mjs le fabrique de la même façon. */
const gesteDe = (outil: string, commande: string): string => `commande_${outil}_${commande}`.replace(/-/g, '_');

export const onOpen = (): void => {
  const menu = SpreadsheetApp.getUi().createMenu(TITRE).addItem('Suivre mes délais', 'ouvreLeVolet').addSeparator();
  for (const { id, nomMenu, commandes } of outils) {
    if (commandes.length === 1) for (const commande of commandes) menu.addItem(`Générer : ${commande.titre}`, gesteDe(id, commande.id));
    if (commandes.length < 2) continue;
    const sousMenu = SpreadsheetApp.getUi().createMenu(nomMenu ?? id);
    for (const commande of commandes) sousMenu.addItem(commande.titre, gesteDe(id, commande.id));
    menu.addSubMenu(sousMenu);
  }
  menu.addSeparator().addItem('Diagnostic', 'ouvreLeDiagnostic').addItem('Aide', 'ouvreAide').addToUi();
};

export const onInstall = (): void => onOpen();

export const ouvreLeVolet = (): void => {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(VOLET).setTitle(TITRE));
};

const dit = (texte: string): void => SpreadsheetApp.getUi().alert(TITRE, texte, SpreadsheetApp.getUi().ButtonSet.OK) as unknown as void;

const commandeDe = (outil: string, id: string): Commande => {
  const trouvee = outils.find((candidat) => candidat.id === outil)?.commandes.find((commande) => commande.id === id);
  if (trouvee === undefined) throw new Error(`Commande inconnue : ${outil}, ${id}`);
  return trouvee;
};

/** Dit ce qui va être écrit, demande, écrit. */
export const commande = (outil: string, id: string): void => {
  const { titre, prevois, execute } = commandeDe(outil, id);
  try {
    const cellule = celluleChoisie();
    const contexte = (aujourdhui: number) => ({ aujourdhui, au: null, saisies: {}, cellule });
    const { verdict, lignes } = travaille((jour) => prevois(contexte(jour)), false);
    const annonce = lignes.map(({ phrase }) => `• ${phrase}`).join('\n');
    if (verdict !== 'possible') return dit(annonce);
    const ui = SpreadsheetApp.getUi();
    if (ui.alert(titre, `${annonce}\n\nContinuer ?`, ui.ButtonSet.OK_CANCEL) !== ui.Button.OK) return;
    const { message, feuille } = travaille((jour) => execute(contexte(jour)), true);
    const classeur = SpreadsheetApp.getActiveSpreadsheet();
    const ecrite = feuille === null ? null : classeur.getSheetByName(feuille);
    if (ecrite !== null) classeur.setActiveSheet(ecrite);
    classeur.toast(message, TITRE);
  } catch (cause) {
    dit(enFrancais(cause).message);
  }
};

/** Essaie dans ce classeur ce que l'on n'a que supposé de Google, et l'écrit dans un onglet à nous. */
export const ouvreLeDiagnostic = (): void => {
  const ui = SpreadsheetApp.getUi();
  try {
    if (ui.alert('Diagnostic', 'Classeur+ va créer un onglet « Diagnostic Classeur+ », y faire ses essais et y écrire leur compte rendu. Vos feuilles ne sont pas touchées.\n\nContinuer ?', ui.ButtonSet.OK_CANCEL) !== ui.Button.OK) return;
    dit(travaille((jour) => diagnostique('Google Sheets', jour), true).message);
  } catch (cause) {
    dit(enFrancais(cause).message);
  }
};

export const ouvreAide = (): void =>
  dit(['« Suivre mes délais » ouvre le volet : taux, retards, cellules à corriger, réglages, aide de chaque fonction.', '', 'Les fonctions, dans une cellule :', ...fonctions.map((f) => `=${signature(f)}`), '', 'Rien ne quitte ce classeur. Projet libre, sans lien avec l’administration.'].join('\n'));
