// Les fiches d'un classeur et les actions de son plan, mises en face les unes des autres.
import { adresse, estVide, zoneDeCellule, type Cellule, type Zone } from '../../socle/cellule';
import type { Feuille } from '../../socle/classeur';
import type { Fiche } from '../../socle/ecriture/fiche-examen';
import { feuilleDe, lisMarque } from '../../socle/ecriture/marque';
import { empreinte } from '../../socle/empreinte';
import { erreur } from '../../socle/erreurs';
import type { Contexte, Proposition } from '../../socle/outil';
import { lis, type Suite } from '../../socle/suite';
import { analyse, type AnalysePlan } from './analyse';
import { CHAMPS, clefDuGenre, fiche, type ClefFiche } from './feuille-fiche';
import { GENRE_PARAMETRES } from './feuille-parametres';
import type { Action, Plan } from './lecture';

/** La fiche d'une feuille : la clef de son action. */
type FicheEnPlace = { readonly feuille: string; readonly clef: string };

export type Vue = { readonly plan: Plan; readonly au: AnalysePlan['au']; readonly fiches: readonly FicheEnPlace[]; readonly parametres: string | null };

const clefDe = ({ numero, libelle }: Action): string => (numero === '' ? `~${empreinte(libelle)}` : numero);

const fichesDe = (feuilles: readonly Feuille[]): FicheEnPlace[] =>
  feuilles.flatMap(({ nom, marque }) => {
    const clef = clefDuGenre(lisMarque(marque)?.genre ?? '');
    return clef === null ? [] : [{ feuille: nom, clef }];
  });

/** @throws ErreurClasseur quand aucune feuille n'est un plan */
export function* vueDuPlan(contexte: Contexte): Suite<Vue> {
  const { plan, au } = yield* analyse(contexte);
  if (plan === null) throw erreur('Aucune feuille ne ressemble à un plan d’actions', 'Choisissez sa feuille par le réglage « feuille », ou produisez « Nouveau plan »');
  const { feuilles } = yield* lis({});
  return { plan, au, fiches: fichesDe(feuilles), parametres: feuilleDe(feuilles, (marque) => marque.genre === GENRE_PARAMETRES)?.nom ?? null };
}

/** La cellule choisie ; sans elle, une feuille qui n'existe pas. */
export const lieuDe = (cellule: string | null | undefined): Zone => zoneDeCellule(cellule ?? '');

/** Ce que le plan dit d'une action, champ par champ ; un champ sans colonne est vide. */
const valeursDe = ({ colonnes }: Plan, { cellules }: Action): Readonly<Partial<Record<ClefFiche, Cellule>>> =>
  Object.fromEntries(CHAMPS.map((champ) => [champ, cellules[(colonnes[champ] ?? 0) - 1] ?? null]));

export const trouveAction = ({ actions }: Plan, clef: string): Action | null => actions.find((action) => clefDe(action) === clef) ?? null;

export const ficheDeLAction = ({ plan, parametres }: Vue, action: Action, depuis?: string): Fiche =>
  fiche(clefDe(action), `Action de « ${plan.feuille.nom} ».`, valeursDe(plan, action), parametres, depuis);

/** Une fiche que le plan n'a pas encore. */
export const ficheNeuve = ({ plan, parametres }: Vue, numero: string | number, depuis?: string, proposition?: Proposition | null): Fiche =>
  fiche(String(numero), `Action à ajouter à « ${plan.feuille.nom} ».`, { numero }, parametres, depuis, proposition ? { libelle: proposition.libelle, problematique: proposition.problematique, indicateurs: proposition.indicateur } : {});

/** La fiche de cette clef, que le plan ait déjà l'action ou pas encore. */
export const ficheDe = (vue: Vue, clef: string): Fiche => {
  const action = trouveAction(vue.plan, clef);
  return action === null ? ficheNeuve(vue, clef) : ficheDeLAction(vue, action);
};

/** L'action de la ligne choisie. @throws ErreurClasseur une phrase qui dit quoi choisir */
export const actionChoisie = ({ plan }: Vue, cellule: string | null | undefined): Action => {
  const lieu = lieuDe(cellule);
  const premiere = plan.entete.ligne + 1;
  const conseil = `Choisissez une cellule de l’action dans « ${plan.feuille.nom} », à partir de la ligne ${premiere}, puis recommencez`;
  if (lieu.feuille !== plan.feuille.nom) throw erreur('Aucune action n’est choisie', conseil);
  const action = plan.actions.find(({ ligne }) => ligne === lieu.ligne);
  if (action === undefined) throw erreur(`La ligne ${lieu.ligne} n’est pas une action du plan`, conseil, adresse(plan.feuille.nom, lieu.ligne, 1));
  const jumelle = plan.actions.find((autre) => autre !== action && clefDe(autre) === clefDe(action));
  if (jumelle !== undefined) {
    const quoi = action.numero === '' ? 'ont le même libellé et pas de numéro' : `portent le numéro ${action.numero}`;
    throw erreur(`Les lignes ${Math.min(action.ligne, jumelle.ligne)} et ${Math.max(action.ligne, jumelle.ligne)} ${quoi} ; rien n’a été écrit`, 'Donnez un numéro à chacune', adresse(plan.feuille.nom, action.ligne, plan.colonnes.numero ?? plan.colonnes.libelle ?? 1));
  }
  if (action.numero === '' && estVide(action.libelle)) throw erreur('Cette action n’a ni numéro ni libellé', 'Donnez-lui un libellé', adresse(plan.feuille.nom, action.ligne, plan.colonnes.libelle ?? 1));
  return action;
};
