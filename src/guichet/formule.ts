// Une formule de nos fonctions, tirée de ce que le classeur a reconnu ; chaque hôte l'écrit dans sa forme.
import { numeroColonne, reference, zoneDeCellule, type Zone } from '../socle/cellule';
import type { FeuilleReconnue } from '../socle/outil';
import type { AideFonction, CommandeMontree, ReglageMontre } from './demande';

type ArgumentDeFormule =
  /** `fixe` : absolue ($B$3), pour que la formule recopiée garde sa date d'arrêté. */
  | { readonly genre: 'zone'; readonly zone: Zone; readonly fixe: boolean }
  | { readonly genre: 'valeur'; readonly valeur: string | number }
  | { readonly genre: 'omis' };

export type Formule = { readonly fonction: string; readonly arguments: readonly ArgumentDeFormule[] };

const texteArgument = (argument: ArgumentDeFormule, virgule: string): string => {
  if (argument.genre === 'omis') return '';
  if (argument.genre === 'zone') return reference(argument.zone, argument.fixe);
  return typeof argument.valeur === 'number' ? String(argument.valeur).replace('.', virgule) : `"${argument.valeur.replace(/"/g, '""')}"`;
};

/**
 * @param prefixe « SP. » dans Excel, rien dans Google Sheets
 * @param separateur « , » dans la forme anglaise que les hôtes attendent d'un programme, « ; » (et la virgule décimale) dans celle que la personne lit
 */
export const ecrisFormule = ({ fonction, arguments: args }: Formule, prefixe: string, separateur: string): string => {
  const textes = args.map((argument) => texteArgument(argument, separateur === ';' ? ',' : '.'));
  while (textes.length > 0 && textes[textes.length - 1] === '') textes.pop();
  return `=${prefixe}${fonction}(${textes.join(separateur)})`;
};

/** D'où une formule tire ses arguments. */
export type SourcesDeFormule = {
  readonly feuille: FeuilleReconnue | null;
  readonly arrete: CommandeMontree['arrete'];
  readonly reglages: readonly ReglageMontre[];
};

const OMIS: ArgumentDeFormule = { genre: 'omis' };

const valeurDe = ({ valeur, defaut, forme }: ReglageMontre, facultatif: boolean): ArgumentDeFormule => {
  const voulue = valeur || (facultatif ? '' : defaut);
  if (voulue === '') return OMIS;
  return { genre: 'valeur', valeur: forme.genre === 'entier' ? Number(voulue) : voulue };
};

const argument = ({ source, facultatif, genre }: AideFonction['parametres'][number], { feuille, arrete, reglages }: SourcesDeFormule): ArgumentDeFormule => {
  if (source === 'arrete') return arrete === null ? OMIS : { genre: 'zone', zone: zoneDeCellule(arrete.adresse), fixe: true };
  const reglage = reglages.find(({ clef }) => source === `reglage.${clef}`);
  if (reglage !== undefined) return valeurDe(reglage, facultatif);
  const lettre = source === null ? '' : (feuille?.colonnes[source] ?? '');
  if (feuille === null || lettre === '') return OMIS;
  const lignes = genre === 'plage' || genre === 'bloc' ? Math.max(1, feuille.derniere - feuille.entete) : 1;
  return { genre: 'zone', zone: { feuille: feuille.feuille, ligne: feuille.entete + 1, colonne: numeroColonne(lettre), lignes, colonnes: 1 }, fixe: false };
};

/**
 * La formule prête à insérer, ou null quand le classeur n'a pas de quoi la remplir.
 * @param saisis les arguments que la personne donne elle-même (« moins_de » : 15)
 */
export const formuleDe = (aide: AideFonction, sources: SourcesDeFormule, saisis: Readonly<Record<string, string | number>> = {}): Formule | null => {
  const args = aide.parametres.map((parametre): ArgumentDeFormule => {
    const valeur = saisis[parametre.nom];
    return valeur === undefined || valeur === '' ? argument(parametre, sources) : { genre: 'valeur', valeur };
  });
  return args.some(({ genre }, i) => genre === 'omis' && !aide.parametres[i]?.facultatif) ? null : { fonction: aide.nom, arguments: args };
};
