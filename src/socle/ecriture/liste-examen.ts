// Ce que tenir une liste ferait maintenant, décidé en lisant seulement : l'aperçu le dit, l'écriture le fait.
import { adresse, estVide, type Cellule, type Plage, type Zone } from '../cellule';
import type { Releve } from '../classeur';
import { erreur } from '../erreurs';
import { lis, type Suite } from '../suite';
import { versCellule } from './cellule-sure';
import { feuilleCommencee, nomLibre } from './creation';
import { feuilleDe, lisMarque, type Marque } from './marque';
import { refusDesVerrous } from './verrous';

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

export const PREMIERE_LIGNE = 3;
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

/** `disparue` : la ligne n'est plus dans la source, et ne le dit pas encore. */
type Ecart = { readonly ligne: number; readonly colonne: number; readonly valeur: Cellule; readonly disparue: boolean };

type Comparaison = { readonly aChanger: readonly Ecart[]; readonly aAjouter: readonly { readonly ligne: number; readonly source: LigneDeListe }[] };

/** Les cellules calculées à changer, les lignes à ajouter : rien d'autre ne sera écrit. */
export const compare = (liste: Liste, plage: Plage, feuille: string, inachevees: readonly string[]): Comparaison => {
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
      if (aNous && clef(valeur) !== clef(lue)) aChanger.push({ ligne: PREMIERE_LIGNE + rang, colonne, valeur, disparue: false });
    }
  }
  for (const [numero, rang] of connus) {
    const { colonne, texte } = liste.disparue;
    if (!vus.has(numero) && clef(plage[rang]?.[colonne - 1]) !== texte) aChanger.push({ ligne: PREMIERE_LIGNE + rang, colonne, valeur: texte, disparue: true });
  }
  return { aChanger, aAjouter };
};

export type ExamenListe = Comparaison & {
  /** Faux quand la feuille reste à créer ; `nom` est alors celui qu'elle prendra. */
  readonly existe: boolean;
  readonly nom: string;
  readonly releve: Releve;
  readonly marque: Marque;
  /** Tout ce que l'écriture peut toucher. */
  readonly zone: Zone;
  readonly aJour: boolean;
};

/**
 * À refaire juste avant d'écrire, puisque d'autres écrivent aussi.
 * @throws ErreurClasseur feuille ou cellule protégée, supprimée au même moment, ou deux lignes du même numéro : rien n'est à écrire
 */
export function* examineListe(liste: Liste): Suite<ExamenListe> {
  const largeur = liste.titres.length;
  const neuve: Marque = { v: 1, genre: liste.genre, etat: 'neuf', lignes: 0, colonnes: largeur, empreinte: '' };
  const depart: Releve = yield* lis({});
  const existante = feuilleDe(depart.feuilles, (marque) => marque.genre === liste.genre);
  const nom = existante?.nom ?? feuilleCommencee(depart, liste.genre) ?? nomLibre(liste.nom, depart.feuilles);
  const zoneDe = (hauteur: number): Zone => ({ feuille: nom, ligne: 1, colonne: 1, lignes: PREMIERE_LIGNE - 1 + Math.max(1, hauteur - PREMIERE_LIGNE + 1) + liste.lignes.length, colonnes: largeur });
  if (existante === null) return { ...compare(liste, [], nom, []), existe: false, nom, releve: depart, marque: neuve, zone: zoneDe(0), aJour: false };
  const avant: Releve = yield* lis({ verrous: true });
  const cible = avant.feuilles.find((feuille) => feuille.nom === nom);
  if (cible === undefined) throw erreur(`La feuille « ${nom} » n’existe plus`, 'Recommencez : elle sera recréée');
  if (cible.protegee) throw erreur(`La feuille « ${nom} » est protégée ; rien n’a été changé`, 'Ôtez sa protection, puis recommencez');
  const zone = zoneDe(cible.lignes);
  const releve: Releve = yield* lis({ zones: [zone] });
  const enPlace = releve.plages[0] ?? [];
  const marque = lisMarque(cible.marque) ?? neuve;
  const comparaison = compare(liste, enPlace.slice(PREMIERE_LIGNE - 1), nom, marque.ajouts ?? []);
  const entete = clef(enPlace[0]?.[0]) === liste.banniere && liste.titres.every((titre, j) => clef(enPlace[1]?.[j]) === titre);
  const { aChanger, aAjouter } = comparaison;
  const aJour = marque.etat === 'ok' && entete && aChanger.length === 0 && aAjouter.length === 0;
  const touchees = [{ ligne: 1, colonnes: 1 }, { ligne: 2, colonnes: largeur }, ...aAjouter.map(({ ligne }) => ({ ligne, colonnes: largeur }))].map((rangee) => ({ ...rangee, colonne: 1, lignes: 1 }));
  const ferme = aJour ? null : refusDesVerrous(cible, [...touchees, ...aChanger.map(({ ligne, colonne }) => ({ ligne, colonne, lignes: 1, colonnes: 1 }))]);
  if (ferme !== null) throw ferme;
  return { ...comparaison, existe: true, nom, releve, marque, zone, aJour };
}
