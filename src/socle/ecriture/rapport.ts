// Écrire un rapport : une feuille à nous, calculée en entier, réécrite en place. Après n'importe quelle coupure le classeur est intact,
// complet, ou marqué incomplet à la vue ; recommencer le finit. Aucune cellule d'une personne n'est changée, aucune feuille supprimée.
import type { Modification, Releve } from '../classeur';
import { adresse, estVide, type Cellule, type Plage, type Zone } from '../cellule';
import { empreinte } from '../empreinte';
import { erreur } from '../erreurs';
import type { Jour } from '../jours';
import { retiens } from '../memoire';
import type { CompteRendu } from '../outil';
import type { Saisies } from '../reglage';
import { ecris, lis, progression, type Suite } from '../suite';
import { versCellules, type CelluleSure } from './cellule-sure';
import { creeFeuille, fermeJournal } from './creation';
import { ecrisMarque, feuilleDe, lisMarque, type Marque } from './marque';
import { exigePlanSur } from './plan-sur';
import { closSauvegarde, sauvegarde } from './sauvegarde';

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

const BARRIERE: Modification = { genre: 'barriere' };

const rectangle = (valeurs: Plage, largeur: number): CelluleSure[][] => versCellules(valeurs.map((ligne) => Array.from({ length: largeur }, (_, i) => ligne[i] ?? null)));

const meme = (voulue: Cellule, lue: Cellule | undefined): boolean => (estVide(voulue) ? estVide(lue) : voulue === lue);

const empreinteDe = (plage: Plage, lignes: number, colonnes: number): string =>
  empreinte(JSON.stringify(Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => plage[i]?.[j] ?? '')), (_, valeur: unknown) => (valeur === null ? '' : valeur)));

/** Les cellules que quelqu'un a remplies là où le rapport doit s'étendre, hors de ce que nous occupions. */
const occupees = (plage: Plage, feuille: string, { lignes, colonnes }: Pick<Marque, 'lignes' | 'colonnes'>): string[] =>
  plage.flatMap((ligne, i) => ligne.flatMap((valeur, j) => ((i >= lignes || j >= colonnes) && !estVide(valeur) ? [adresse(feuille, i + 1, j + 1)] : [])));

type Cible = { readonly nom: string; readonly marque: Marque; readonly protegee: boolean };

/** La première cellule qui ne porte pas ce qu'elle doit porter ; null si tout y est. */
const ecart = (voulues: readonly (readonly CelluleSure[])[], lues: Plage, feuille: string): string | null => {
  for (let i = 0; i < voulues.length; i++) {
    for (let j = 0; j < (voulues[i]?.length ?? 0); j++) if (!meme(voulues[i]?.[j] ?? null, lues[i]?.[j])) return adresse(feuille, i + 1, j + 1);
  }
  return null;
};

/** Écrire ferait disparaître une valeur que nous n'allons pas rendre telle quelle ; notre bannière d'interruption ne compte pas. */
const perdrait = (enPlace: Plage, { lignes, colonnes }: Pick<Marque, 'lignes' | 'colonnes'>, valeurs: readonly (readonly CelluleSure[])[]): boolean =>
  enPlace.slice(0, lignes).some((rangee, i) => rangee.slice(0, colonnes).some((lue, j) => !estVide(lue) && lue !== BANNIERE_INTERROMPUE && !meme(valeurs[i]?.[j] ?? null, lue)));

/**
 * Relit la feuille : elle porte notre marque et ces valeurs, sinon une phrase. Une marque « ok » qui ne dit pas vrai (un autre calcul a fini
 * au milieu du nôtre, l'hôte a changé une valeur) est ôtée, et la bannière remise si elle manque : la feuille ne peut pas avoir l'air complète.
 */
function* exige(nom: string, marque: Marque, voulues: readonly (readonly CelluleSure[])[], { ligne, colonne }: FeuilleDeRapport['banniere']): Suite<Releve> {
  const zone = (etendue: Pick<Marque, 'lignes' | 'colonnes'>): Zone => ({ feuille: nom, ligne: 1, colonne: 1, lignes: etendue.lignes, colonnes: etendue.colonnes });
  const releve: Releve = yield* lis({ zones: [zone(marque)] });
  const posee = releve.feuilles.find((f) => f.nom === nom)?.marque ?? null;
  const fautive = ecart(voulues, releve.plages[0] ?? [], nom);
  if (posee === ecrisMarque(marque) && fautive === null) return releve;
  const lue = lisMarque(posee);
  if (lue?.genre === marque.genre) {
    const { plages } = yield* lis({ zones: [zone(lue)] });
    const fausse = lue.etat === 'ok' ? empreinteDe(plages[0] ?? [], lue.lignes, lue.colonnes) !== lue.empreinte : posee === ecrisMarque(marque);
    if (fausse) {
      yield* ecris([
        { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...lue, etat: 'ecriture', empreinte: '' }) }, BARRIERE,
        { genre: 'ecrire', feuille: nom, ligne, colonne, valeurs: versCellules([[BANNIERE_INTERROMPUE]]) }, BARRIERE,
      ]);
    }
  }
  if (posee !== ecrisMarque(marque)) throw erreur(`Un autre calcul écrit dans « ${nom} »`, 'Attendez qu’il finisse, puis recommencez');
  throw erreur(`Le tableur n’a pas gardé ce qui devait être écrit en ${fautive} ; « ${nom} » reste marquée incomplète`, 'Si quelqu’un d’autre y écrit, attendez qu’il finisse ; puis recommencez');
}

/** Écrit ou met à jour la feuille ; les mêmes données ne font écrire aucun octet. */
export function* ecrisRapport({ genre, nom, outil, saisies, aujourdhui, feuille }: Rapport): Suite<CompteRendu> {
  const depart: Releve = yield* lis({});
  const valeurs = rectangle(feuille.valeurs, feuille.largeur);
  const [lignes, colonnes] = [valeurs.length, feuille.largeur];
  const neuve: Marque = { v: 1, genre, etat: 'neuf', lignes: 0, colonnes: 0, empreinte: '' };
  const existante = feuilleDe(depart.feuilles, (marque) => marque.genre === genre);
  const cible: Cible = existante ?? { nom: yield* creeFeuille(depart, nom, neuve), marque: neuve, protegee: false };
  if (cible.protegee) throw erreur(`La feuille « ${cible.nom} » est protégée ; rien n’a été changé`, 'Ôtez sa protection, puis recommencez');

  // Relire sa propre feuille juste avant d'écrire : ce qui a changé depuis décide de la suite.
  const union = { lignes: Math.max(lignes, cible.marque.lignes), colonnes: Math.max(colonnes, cible.marque.colonnes) };
  const zone = (l: number, c: number, nl: number, nc: number): Zone => ({ feuille: cible.nom, ligne: l, colonne: c, lignes: nl, colonnes: nc });
  const tout = zone(1, 1, union.lignes, union.colonnes);
  const avant: Releve = yield* lis({ zones: [tout] });
  const enPlace = avant.plages[0] ?? [];
  const genees = occupees(enPlace, cible.nom, cible.marque);
  if (genees.length > 0) throw erreur(`Quelqu’un a écrit là où « ${cible.nom} » doit s’étendre (${genees.slice(0, 5).join(', ')}${genees.length > 5 ? '…' : ''}) ; rien n’a été changé`, 'Déplacez ces cellules, puis recommencez');

  const habillage = feuille.habillage(cible.nom);
  const passage = empreinte(JSON.stringify([valeurs, habillage]));
  const intacte = empreinteDe(enPlace, cible.marque.lignes, cible.marque.colonnes) === cible.marque.empreinte;
  const souvenir = retiens(avant.memoire, outil, saisies);
  const { ligne: lb, colonne: cb } = feuille.banniere;
  const modifiee = (cible.marque.etat === 'ecriture' || (cible.marque.etat === 'ok' && !intacte)) && perdrait(enPlace, cible.marque, valeurs);
  const origine = { genre, nom: cible.nom, etendue: { lignes: cible.marque.lignes, colonnes: cible.marque.colonnes }, jour: aujourdhui };
  yield* closSauvegarde(avant, origine);

  const aJour = cible.marque.etat === 'ok' && intacte && cible.marque.lignes === lignes && cible.marque.colonnes === colonnes && ecart(valeurs, enPlace, cible.nom) === null;
  if (aJour && memePlan(cible.marque, passage)) {
    const reste = [...(souvenir ? [souvenir] : []), ...fermeJournal(avant.memoire, genre)];
    if (reste.length > 0) yield* ecris(reste);
    return { message: `« ${cible.nom} » est déjà à jour : rien n’a été écrit.`, feuille: cible.nom, ecrit: reste.length > 0 };
  }

  let copie: string | null = null;
  if (modifiee) {
    copie = yield* sauvegarde(origine);
    // La copie a pris du temps : une saisie faite depuis n'y est peut-être pas.
    const depuis: Releve = yield* lis({ zones: [tout] });
    if (empreinteDe(depuis.plages[0] ?? [], union.lignes, union.colonnes) !== empreinteDe(enPlace, union.lignes, union.colonnes)) throw erreur(`Quelqu’un écrit dans « ${cible.nom} » en ce moment ; elle n’a pas été changée`, 'Attendez qu’il finisse, puis recommencez');
  }

  const ecriture: Marque = { v: 1, genre, etat: 'ecriture', ...union, empreinte: '', passage };
  const corps: Modification[] = [
    ...autourDeLaBanniere(union, feuille.banniere).map(([l, c, nl, nc]): Modification => ({ genre: 'vider', zone: zone(l, c, nl, nc) })),
    ...autourDeLaBanniere({ lignes, colonnes }, feuille.banniere).map(([l, c, nl, nc]): Modification => ({ genre: 'ecrire', feuille: cible.nom, ligne: l, colonne: c, valeurs: valeurs.slice(l - 1, l - 1 + nl).map((rangee) => rangee.slice(c - 1, c - 1 + nc)) })),
    ...habillage,
  ];
  exigePlanSur(corps, cible.nom, union);
  const interrompue = versCellules([[BANNIERE_INTERROMPUE]]);
  yield* progression(1, 3, `Écriture de « ${cible.nom} »`);
  yield* ecris([
    { genre: 'marquer', feuille: cible.nom, marque: ecrisMarque(ecriture) }, BARRIERE,
    { genre: 'ecrire', feuille: cible.nom, ligne: lb, colonne: cb, valeurs: interrompue }, BARRIERE,
    ...corps, BARRIERE,
  ]);

  // Un hôte peut changer une valeur sans le dire, ou un autre agent écrire ici : la bannière ne part que si tout est relu, la fin de l'ancien rapport comprise.
  const voulues = Array.from({ length: union.lignes }, (_, i) => Array.from({ length: union.colonnes }, (__, j) => (i + 1 === lb && j + 1 === cb ? interrompue[0]?.[0] ?? null : valeurs[i]?.[j] ?? null)));
  const apres: Releve = yield* exige(cible.nom, ecriture, voulues, feuille.banniere);

  yield* progression(2, 3, `Écriture de « ${cible.nom} »`);
  const finale: Marque = { v: 1, genre, etat: 'ok', lignes, colonnes, empreinte: empreinteDe(valeurs, lignes, colonnes), plan: passage };
  yield* ecris([
    { genre: 'ecrire', feuille: cible.nom, ligne: lb, colonne: cb, valeurs: [[valeurs[lb - 1]?.[cb - 1] ?? null]] }, BARRIERE,
    { genre: 'marquer', feuille: cible.nom, marque: ecrisMarque(finale) }, BARRIERE,
    ...fermeJournal(apres.memoire, genre), ...(souvenir ? [souvenir] : []),
  ]);
  // Entre la relecture et la fin, un autre calcul a pu passer : le dernier qui écrit est aussi celui qui relit.
  yield* exige(cible.nom, finale, valeurs, feuille.banniere);
  const dite = copie === null ? '' : ` Ce que quelqu’un y avait changé est copié dans « ${copie} ».`;
  return { message: `${existante ? `« ${cible.nom} » est à jour.` : `L’onglet « ${cible.nom} » est créé.`}${dite}`, feuille: cible.nom, ecrit: true };
}

const memePlan = (marque: Marque, passage: string): boolean => marque.plan === passage;

/** Le rectangle moins la cellule de la bannière, en quatre zones au plus : elle n'est vidée ni réécrite qu'à la fin. */
const autourDeLaBanniere = ({ lignes, colonnes }: Pick<Marque, 'lignes' | 'colonnes'>, { ligne, colonne }: FeuilleDeRapport['banniere']): [number, number, number, number][] =>
  ([[1, 1, ligne - 1, colonnes], [ligne, 1, 1, colonne - 1], [ligne, colonne + 1, 1, colonnes - colonne], [ligne + 1, 1, lignes - ligne, colonnes]] as [number, number, number, number][]).filter(([, , nl, nc]) => nl > 0 && nc > 0);
