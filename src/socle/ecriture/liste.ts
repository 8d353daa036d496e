// Tenir une liste à nous où des personnes écrivent : leurs colonnes, suivies par numéro, ne sont jamais écrites ; les nôtres sont recalculées,
// les lignes nouvelles ajoutées au pied, celles qui ont disparu de la source gardées et signalées.
import { adresse, estVide, type Cellule, type Plage } from '../cellule';
import type { Modification, Releve } from '../classeur';
import { erreur } from '../erreurs';
import type { CompteRendu } from '../outil';
import { ecris, lis, type Suite } from '../suite';
import { versCellule, versCellules } from './cellule-sure';
import { creeFeuille, fermeJournal } from './creation';
import { ecrisMarque, feuilleDe, lisMarque, type Marque } from './marque';
import { BANNIERE_INTERROMPUE } from './rapport-examen';

type LigneDeListe = {
  readonly numero: string;
  /** Une valeur par colonne. À la première écriture toutes servent ; ensuite, seulement celles des colonnes calculées. */
  readonly valeurs: readonly Cellule[];
};

export type Liste = {
  readonly genre: string;
  readonly nom: string;
  /** La bannière (« À jour au … ») est en A1, les titres en ligne 2, les lignes dessous. */
  readonly banniere: string;
  readonly titres: readonly string[];
  readonly colonneNumero: number;
  /** Colonnes que nous recalculons (à partir de 1) ; les autres sont aux personnes. */
  readonly calculees: readonly number[];
  /** Où et comment dire qu'une ligne n'est plus dans la source. */
  readonly disparue: { readonly colonne: number; readonly texte: string };
  readonly lignes: readonly LigneDeListe[];
};

const PREMIERE_LIGNE = 3;
const BARRIERE: Modification = { genre: 'barriere' };

const clef = (valeur: Cellule | undefined): string => (estVide(valeur) ? '' : String(valeur).trim());

/** Le rang de chaque numéro déjà dans la feuille ; deux lignes du même numéro arrêtent tout. */
const rangs = (plage: Plage, { colonneNumero }: Liste, feuille: string): Map<string, number> => {
  const trouves = new Map<string, number>();
  plage.forEach((ligne, i) => {
    const numero = clef(ligne[colonneNumero - 1]);
    if (numero === '') return;
    const deja = trouves.get(numero);
    if (deja !== undefined) throw erreur(`Deux lignes portent le numéro ${numero} (la première en ligne ${PREMIERE_LIGNE + deja}) ; rien n’a été changé`, 'Donnez un numéro à chacune', adresse(feuille, PREMIERE_LIGNE + i, colonneNumero));
    trouves.set(numero, i);
  });
  return trouves;
};

type Ecart = { readonly ligne: number; readonly colonne: number; readonly valeur: Cellule };

/** Les cellules calculées à changer, les lignes à ajouter : rien d'autre ne sera écrit. */
const compare = (liste: Liste, plage: Plage, feuille: string, inachevees: readonly string[]): { readonly aChanger: Ecart[]; readonly aAjouter: { readonly ligne: number; readonly source: LigneDeListe }[] } => {
  const connus = rangs(plage, liste, feuille);
  const aChanger: Ecart[] = [];
  const aAjouter: { ligne: number; source: LigneDeListe }[] = [];
  let pied = plage.reduce((derniere, ligne, i) => (ligne.some((valeur) => !estVide(valeur)) ? i + 1 : derniere), 0);
  const vus = new Set<string>();
  for (const source of liste.lignes) {
    vus.add(source.numero);
    const rang = connus.get(source.numero);
    if (rang === undefined) {
      aAjouter.push({ ligne: PREMIERE_LIGNE + pied++, source });
      continue;
    }
    for (let colonne = 1; colonne <= liste.titres.length; colonne++) {
      const valeur = versCellule(source.valeurs[colonne - 1] ?? null);
      const lue = plage[rang]?.[colonne - 1];
      // Une ligne dont l'ajout fut coupé se complète, dans ses cellules vides seulement ; sinon, les colonnes des personnes sont à elles.
      const aNous = liste.calculees.includes(colonne) || (inachevees.includes(source.numero) && estVide(lue));
      if (aNous && clef(valeur) !== clef(lue)) aChanger.push({ ligne: PREMIERE_LIGNE + rang, colonne, valeur });
    }
  }
  for (const [numero, rang] of connus) {
    const { colonne, texte } = liste.disparue;
    if (!vus.has(numero) && clef(plage[rang]?.[colonne - 1]) !== texte) aChanger.push({ ligne: PREMIERE_LIGNE + rang, colonne, valeur: texte });
  }
  return { aChanger, aAjouter };
};

/** Écrit ou met à jour la liste ; sans changement, aucun octet. */
export function* ecrisListe(liste: Liste): Suite<CompteRendu> {
  const depart: Releve = yield* lis({});
  const neuve: Marque = { v: 1, genre: liste.genre, etat: 'neuf', lignes: 0, colonnes: liste.titres.length, empreinte: '' };
  const existante = feuilleDe(depart.feuilles, (marque) => marque.genre === liste.genre);
  const nom = existante?.nom ?? (yield* creeFeuille(depart, liste.nom, neuve));
  const avant: Releve = yield* lis({});
  const cible = avant.feuilles.find((f) => f.nom === nom);
  if (cible === undefined) throw erreur(`La feuille « ${nom} » n’existe plus`, 'Recommencez : elle sera recréée');
  if (cible.protegee) throw erreur(`La feuille « ${nom} » est protégée ; rien n’a été changé`, 'Ôtez sa protection, puis recommencez');
  const hauteur = Math.max(1, cible.lignes - PREMIERE_LIGNE + 1);
  const zone = { feuille: nom, ligne: 1, colonne: 1, lignes: PREMIERE_LIGNE - 1 + hauteur + liste.lignes.length, colonnes: liste.titres.length };
  const { plages } = yield* lis({ zones: [zone] });
  const enPlace = plages[0] ?? [];
  const marque = lisMarque(cible.marque) ?? neuve;
  const { aChanger, aAjouter } = compare(liste, enPlace.slice(PREMIERE_LIGNE - 1), nom, marque.ajouts ?? []);
  const entete = clef(enPlace[0]?.[0]) === liste.banniere && liste.titres.every((titre, j) => clef(enPlace[1]?.[j]) === titre);
  if (marque.etat === 'ok' && entete && aChanger.length === 0 && aAjouter.length === 0) return { message: `« ${nom} » est déjà à jour : rien n’a été écrit.`, feuille: nom, ecrit: false };

  const pose = (ligne: number, colonne: number, valeurs: Plage): Modification => ({ genre: 'ecrire', feuille: nom, ligne, colonne, valeurs: versCellules(valeurs) });
  const ajouts = [...new Set([...(marque.ajouts ?? []), ...aAjouter.map(({ source }) => source.numero)])];
  yield* ecris([
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...marque, etat: 'ecriture', ajouts }) }, BARRIERE,
    pose(1, 1, [[BANNIERE_INTERROMPUE]]), BARRIERE,
    pose(2, 1, [liste.titres]),
    ...aChanger.map(({ ligne, colonne, valeur }) => pose(ligne, colonne, [[valeur]])),
    // Le numéro d'abord : une coupure laisse une ligne que le passage suivant reconnaît.
    ...aAjouter.map(({ ligne, source }) => pose(ligne, liste.colonneNumero, [[source.numero]])), BARRIERE,
    ...aAjouter.flatMap(({ ligne, source }) => source.valeurs.flatMap((valeur, j) => (j + 1 === liste.colonneNumero || estVide(valeur) ? [] : [pose(ligne, j + 1, [[valeur]])]))), BARRIERE,
  ]);
  const apres: Releve = yield* lis({ zones: [zone] });
  const reste = compare(liste, (apres.plages[0] ?? []).slice(PREMIERE_LIGNE - 1), nom, ajouts);
  const fautif = reste.aChanger[0] ?? (reste.aAjouter[0] === undefined ? null : { ligne: reste.aAjouter[0].ligne, colonne: liste.colonneNumero });
  if (fautif !== null) throw erreur(`Le tableur n’a pas gardé ce qui devait être écrit ; « ${nom} » reste marquée incomplète`, 'Recommencez', adresse(nom, fautif.ligne, fautif.colonne));
  yield* ecris([
    pose(1, 1, [[liste.banniere]]), BARRIERE,
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ v: 1, genre: liste.genre, etat: 'ok', lignes: PREMIERE_LIGNE - 1, colonnes: liste.titres.length, empreinte: '' }) }, BARRIERE,
    ...fermeJournal(apres.memoire, liste.genre),
  ]);
  return { message: existante ? `« ${nom} » est à jour.` : `L’onglet « ${nom} » est créé.`, feuille: nom, ecrit: true };
}
