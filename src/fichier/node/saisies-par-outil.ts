// Les réglages de la ligne de commande ne disent pas pour quel outil ils valent : chacun va à ceux qui le connaissent.
import { outils } from '../../registre';
import type { Contexte, Outil } from '../../socle/outil';
import type { Saisies } from '../../socle/reglage';
import { ErreurUsage } from './arguments';

const estColonne = (clef: string): boolean => clef.startsWith('colonne.');

const sien = ({ reglages, colonnes }: Outil, clef: string): boolean => (estColonne(clef) ? colonnes.some((colonne) => `colonne.${colonne.clef}` === clef) : Object.prototype.hasOwnProperty.call(reglages, clef));

/** Une colonne que nul outil n'a va au premier qui en a : c'est lui qui dit lesquelles existent. */
const connait = (outil: Outil, clef: string): boolean => sien(outil, clef) || (estColonne(clef) && !outils.some((autre) => sien(autre, clef)) && outil === outils.find(({ colonnes }) => colonnes.length > 0));

/** Refuse un réglage que personne ne connaît : une faute de frappe n'est pas un réglage ignoré. */
export const exigeConnues = (saisies: Saisies): void => {
  for (const clef of Object.keys(saisies)) {
    if (outils.some((outil) => connait(outil, clef))) continue;
    throw new ErreurUsage(`Le réglage « ${clef} » n’existe pas. Choisissez parmi : ${[...new Set(outils.flatMap(({ reglages }) => Object.keys(reglages)))].join(', ')}.`);
  }
};

export const contextePour = (outil: Outil, contexte: Contexte): Contexte => ({ ...contexte, saisies: Object.fromEntries(Object.entries(contexte.saisies).filter(([clef]) => connait(outil, clef))) });
