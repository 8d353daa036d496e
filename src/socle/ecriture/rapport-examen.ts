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
import { ecrisMarque, feuilleDe, union, type Etendue, type Marque } from './marque';
import { estDoublee, etendueEcrite } from './passage';
import { enSuspens, type Origine } from './sauvegarde';
import { refusDesDebords, refusDesVerrous } from './verrous';

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
  /** Les réglages que le classeur doit retenir ; null : ce rapport n'en a pas, ceux qu'il a restent. */
  readonly saisies: Saisies | null;
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
  /** Ancien et nouveau rapport réunis, et ce qu'un autre a écrit sans être vu : tout ce que l'écriture peut toucher. */
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
  empreinte(JSON.stringify(Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => plage[i]?.[j] ?? ''))));

/** Les cellules que quelqu'un a remplies là où le rapport doit s'étendre, hors de ce que nous occupions. */
const occupees = (plage: Plage, feuille: string, { lignes, colonnes }: Etendue, prise: Etendue): string[] =>
  plage.slice(0, prise.lignes).flatMap((ligne, i) => ligne.slice(0, prise.colonnes).flatMap((valeur, j) => ((i >= lignes || j >= colonnes) && !estVide(valeur) ? [adresse(feuille, i + 1, j + 1)] : [])));

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

/**
 * Relit jusqu'à ce que la feuille soit celle d'où vient l'étendue lue : un autre peut écrire entre deux lectures.
 * @param creee la feuille que nous venons de créer : sa marque et ses cellules viennent alors du même relevé, et une lecture suffit
 */
function* regarde(genre: string, etendue: Etendue, creee: string | null): Suite<Vue> {
  let depart: Releve = yield* lis(creee === null ? {} : { zones: [{ feuille: creee, ligne: 1, colonne: 1, ...etendue }], verrous: true });
  for (let essai = 0; essai < 3; essai++) {
    const existante = feuilleDe(depart.feuilles, (marque) => marque.genre === genre);
    if (existante === null) return { existante, releve: depart, doublee: false };
    const { nom, marque } = existante;
    const ecrite = etendueEcrite(depart.memoire, genre, marque);
    const aLire = union(etendue, ecrite);
    if (essai === 0 && nom === creee && aLire.lignes === etendue.lignes && aLire.colonnes === etendue.colonnes) return { existante, releve: depart, doublee: estDoublee(marque, depart.memoire) };
    const zone: Zone = { feuille: nom, ligne: 1, colonne: 1, ...aLire };
    const releve: Releve = yield* lis({ zones: [zone], verrous: true });
    const { lignes, colonnes } = etendueEcrite(releve.memoire, genre, marque);
    const posee = releve.feuilles.find((f) => f.nom === nom)?.marque ?? null;
    if (posee === ecrisMarque(marque) && lignes === ecrite.lignes && colonnes === ecrite.colonnes) return { existante, releve, doublee: estDoublee(marque, releve.memoire) };
    depart = releve;
  }
  throw erreur('Un autre calcul écrit dans ce classeur en ce moment ; rien n’a été changé', 'Attendez qu’il finisse, puis recommencez');
}

type Vue = { readonly existante: ReturnType<typeof feuilleDe>; readonly releve: Releve; readonly doublee: boolean };

/** @returns ce que l'écriture ferait maintenant ; à refaire juste avant d'écrire, puisque d'autres écrivent aussi. @param creee la feuille créée entre-temps */
export function* examine({ genre, nom: voulu, outil, saisies, aujourdhui, feuille }: Rapport, creee: string | null = null): Suite<Examen> {
  const valeurs = rectangle(feuille.valeurs, feuille.largeur);
  const etendue = { lignes: valeurs.length, colonnes: feuille.largeur };
  const { existante, releve, doublee }: Vue = yield* regarde(genre, etendue, creee);
  const marque: Marque = existante?.marque ?? { v: 1, genre, etat: 'neuf', lignes: 0, colonnes: 0, empreinte: '' };
  const nom = existante?.nom ?? feuilleCommencee(releve, genre) ?? nomLibre(voulu, releve.feuilles);
  const enPlace = releve.plages[0] ?? [];
  const aNous: Etendue = doublee ? etendueEcrite(releve.memoire, genre, marque) : { lignes: marque.lignes, colonnes: marque.colonnes };
  const tout = union(etendue, aNous);

  const posee = existante === null ? undefined : releve.feuilles.find((f) => f.nom === nom);
  const genees = occupees(enPlace, nom, aNous, tout);
  const refus = existante?.protegee
    ? erreur(`La feuille « ${nom} » est protégée ; rien n’a été changé`, 'Ôtez sa protection, puis recommencez')
    : genees.length > 0
      ? erreur(`Quelqu’un a écrit là où « ${nom} » doit s’étendre (${genees.slice(0, 5).join(', ')}${genees.length > 5 ? '…' : ''}) ; rien n’a été changé`, 'Déplacez ces cellules, puis recommencez')
      : posee === undefined ? null : refusDesVerrous(posee, [{ ligne: 1, colonne: 1, ...tout }]) ?? refusDesDebords(posee);

  // L'habillage sans le nom : une feuille renommée n'a pas à être réécrite.
  const plan = empreinte(JSON.stringify([valeurs, feuille.habillage('')]));
  // Une feuille finie, telle que nous l'avons laissée.
  const intacte = marque.etat === 'ok' && !doublee && empreinteDe(enPlace, marque) === marque.empreinte;
  const origine: Origine = { genre, nom, etendue: aNous, jour: aujourdhui };
  const souvenir = saisies === null ? null : retiens(releve.memoire, outil, saisies);
  return {
    existe: existante !== null, nom, marque, valeurs, etendue, releve, enPlace, refus, origine, souvenir, plan,
    union: tout,
    habillage: feuille.habillage(nom),
    aSauver: intacte ? [] : perdues(enPlace, nom, aNous, valeurs),
    suspens: enSuspens(releve, origine) || fermeJournal(releve.memoire, genre).length > 0 || souvenir !== null,
    aJour: intacte && marque.plan === plan,
  };
}
