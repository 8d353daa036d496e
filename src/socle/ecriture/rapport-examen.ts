// Ce qu'écrire un rapport ferait, décidé en lisant seulement : l'aperçu le dit, l'écriture le fait, et les deux ne peuvent pas se contredire.
import type { Modification, Releve } from '../classeur';
import { adresse, estVide, type Cellule, type Plage, type Zone } from '../cellule';
import { empreinte } from '../empreinte';
import { erreur, type ErreurClasseur } from '../erreurs';
import type { Jour } from '../jours';
import { retiens } from '../memoire';
import type { Saisies } from '../reglage';
import { lis, type Suite } from '../suite';
import { versCellules, type CelluleSure } from './cellule-sure';
import { feuilleCommencee, fermeJournal, nomLibre } from './creation';
import { feuilleDe, type Etendue, type Marque } from './marque';
import { enSuspens, type Origine } from './sauvegarde';

/** Le contenu d'une feuille de rapport, prêt à être posé en A1 d'une feuille qui s'appellera `nom`. */
export type FeuilleDeRapport = {
  readonly valeurs: Plage;
  readonly largeur: number;
  /** La cellule qui dit « À jour au … » ; pendant l'écriture, elle dit que les chiffres ne valent pas. */
  readonly banniere: { readonly ligne: number; readonly colonne: number };
  /** Tout ce qui n'est pas une valeur : styles, largeurs, graphiques, mise en page. */
  readonly habillage: (nom: string) => readonly Modification[];
};

export type Rapport = {
  /** Ce que la marque dit de la feuille : « demandes-ecrites.resultats ». */
  readonly genre: string;
  readonly nom: string;
  readonly outil: string;
  readonly saisies: Saisies;
  readonly aujourdhui: Jour;
  readonly feuille: FeuilleDeRapport;
};

export const BANNIERE_INTERROMPUE = '⚠ Mise à jour interrompue : relancez la commande. Chiffres non valables.';

export type Examen = {
  /** Faux quand la feuille reste à créer ; `nom` est alors celui qu'elle prendra. */
  readonly existe: boolean;
  readonly nom: string;
  readonly marque: Marque;
  readonly valeurs: readonly (readonly CelluleSure[])[];
  readonly habillage: readonly Modification[];
  readonly etendue: Etendue;
  /** Ancien et nouveau rapport réunis : tout ce que l'écriture peut toucher. */
  readonly union: Etendue;
  readonly releve: Releve;
  readonly enPlace: Plage;
  /** Pourquoi rien ne peut être écrit. */
  readonly refus: ErreurClasseur | null;
  /** Les cellules de notre zone que quelqu'un a changées et que l'écriture ferait disparaître : à copier d'abord. */
  readonly aSauver: readonly string[];
  readonly origine: Origine;
  /** Une sauvegarde, une création ou des réglages restent à écrire, même si la feuille est à jour. */
  readonly suspens: boolean;
  readonly souvenir: Modification | null;
  readonly aJour: boolean;
  /** L'empreinte du plan, mise en forme comprise. */
  readonly plan: string;
};

const rectangle = (valeurs: Plage, largeur: number): CelluleSure[][] => versCellules(valeurs.map((ligne) => Array.from({ length: largeur }, (_, i) => ligne[i] ?? null)));

const meme = (voulue: Cellule, lue: Cellule | undefined): boolean => (estVide(voulue) ? estVide(lue) : voulue === lue);

export const empreinteDe = (plage: Plage, { lignes, colonnes }: Etendue): string =>
  empreinte(JSON.stringify(Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => plage[i]?.[j] ?? '')), (_, valeur: unknown) => (valeur === null ? '' : valeur)));

/** Les cellules que quelqu'un a remplies là où le rapport doit s'étendre, hors de ce que nous occupions. */
const occupees = (plage: Plage, feuille: string, { lignes, colonnes }: Etendue): string[] =>
  plage.flatMap((ligne, i) => ligne.flatMap((valeur, j) => ((i >= lignes || j >= colonnes) && !estVide(valeur) ? [adresse(feuille, i + 1, j + 1)] : [])));

/** La première cellule qui ne porte pas ce qu'elle doit porter ; null si tout y est. */
export const ecart = (voulues: readonly (readonly CelluleSure[])[], lues: Plage, feuille: string): string | null => {
  for (let i = 0; i < voulues.length; i++) {
    for (let j = 0; j < (voulues[i]?.length ?? 0); j++) if (!meme(voulues[i]?.[j] ?? null, lues[i]?.[j])) return adresse(feuille, i + 1, j + 1);
  }
  return null;
};

/** Les valeurs qu'écrire ferait disparaître et que nous n'allons pas rendre telles quelles ; notre bannière d'interruption ne compte pas. */
const perdues = (enPlace: Plage, feuille: string, { lignes, colonnes }: Etendue, valeurs: readonly (readonly CelluleSure[])[]): string[] =>
  enPlace.slice(0, lignes).flatMap((rangee, i) => rangee.slice(0, colonnes).flatMap((lue, j) => (!estVide(lue) && lue !== BANNIERE_INTERROMPUE && !meme(valeurs[i]?.[j] ?? null, lue) ? [adresse(feuille, i + 1, j + 1)] : [])));

/** @returns ce que l'écriture ferait maintenant ; à refaire juste avant d'écrire, puisque d'autres écrivent aussi */
export function* examine({ genre, nom: voulu, outil, saisies, aujourdhui, feuille }: Rapport): Suite<Examen> {
  const depart: Releve = yield* lis({});
  const valeurs = rectangle(feuille.valeurs, feuille.largeur);
  const etendue = { lignes: valeurs.length, colonnes: feuille.largeur };
  const existante = feuilleDe(depart.feuilles, (marque) => marque.genre === genre);
  const marque: Marque = existante?.marque ?? { v: 1, genre, etat: 'neuf', lignes: 0, colonnes: 0, empreinte: '' };
  const nom = existante?.nom ?? feuilleCommencee(depart, genre) ?? nomLibre(voulu, depart.feuilles);
  const union = { lignes: Math.max(etendue.lignes, marque.lignes), colonnes: Math.max(etendue.colonnes, marque.colonnes) };
  const zone: Zone = { feuille: nom, ligne: 1, colonne: 1, ...union };
  const releve: Releve = existante ? yield* lis({ zones: [zone] }) : depart;
  const enPlace = releve.plages[0] ?? [];

  const genees = occupees(enPlace, nom, marque);
  const refus = existante?.protegee
    ? erreur(`La feuille « ${nom} » est protégée ; rien n’a été changé`, 'Ôtez sa protection, puis recommencez')
    : genees.length > 0
      ? erreur(`Quelqu’un a écrit là où « ${nom} » doit s’étendre (${genees.slice(0, 5).join(', ')}${genees.length > 5 ? '…' : ''}) ; rien n’a été changé`, 'Déplacez ces cellules, puis recommencez')
      : null;

  const habillage = feuille.habillage(nom);
  const plan = empreinte(JSON.stringify([valeurs, habillage]));
  const intacte = empreinteDe(enPlace, marque) === marque.empreinte;
  const doute = marque.etat === 'ecriture' || (marque.etat === 'ok' && !intacte);
  const origine: Origine = { genre, nom, etendue: { lignes: marque.lignes, colonnes: marque.colonnes }, jour: aujourdhui };
  const souvenir = retiens(releve.memoire, outil, saisies);
  return {
    existe: existante !== null, nom, marque, valeurs, habillage, etendue, union, releve, enPlace, refus, origine, souvenir, plan,
    aSauver: doute ? perdues(enPlace, nom, marque, valeurs) : [],
    suspens: enSuspens(releve, origine) || fermeJournal(releve.memoire, genre).length > 0 || souvenir !== null,
    aJour: marque.etat === 'ok' && intacte && marque.lignes === etendue.lignes && marque.colonnes === etendue.colonnes && marque.plan === plan && ecart(valeurs, enPlace, nom) === null,
  };
}
