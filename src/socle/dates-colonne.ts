// Lit une colonne de dates saisies à la main : vraies dates, textes, mots connus ; l'ordre jour/mois et les années absentes se décident sur toute la colonne.
import { estErreur, type Cellule } from './cellule';
import { devineAnnees } from './annees-devinees';
import { AVANT_1900, DATE_IMPOSSIBLE, lisDateTexte, ordreDe, PAS_UNE_DATE, SANS_JOUR, type Ordre } from './dates-texte';
import { civil, jourDe, type Jour } from './jours';

/** Ce qu'est une cellule qui ne donne pas simplement une date. Les codes de l'appelant (mots connus) commencent à LU.motConnu. */
export const LU = {
  simple: 0,
  illisible: 1,
  impossible: 2,
  sansJour: 3,
  sansAnnee: 4,
  erreurFormule: 5,
  invraisemblable: 6,
  sentinelle: 7,
  anneeDevinee: 8,
  motConnu: 16,
} as const;

/** Bornes d'une date de registre (1950–2099) : au-delà, une faute de frappe est plus probable qu'une demande. */
const PREMIER_JOUR = jourDe(1950, 1, 1);
const DERNIER_JOUR = jourDe(2099, 12, 31);

/** Dates que des logiciels écrivent pour dire « rien » (domaine.md §8 cas 7) ; 1 et 2 : 01/01/1900 selon le tableur. */
const SENTINELLE_COURANTE = jourDe(1980, 1, 1);
const SENTINELLES: ReadonlySet<number> = new Set([0, 1, 2, SENTINELLE_COURANTE, jourDe(9999, 12, 31)]);

export const estVraisemblable = (jour: Jour): boolean => jour >= PREMIER_JOUR && jour <= DERNIER_JOUR;

/** Rend un code ≥ LU.motConnu pour un texte qui a un sens propre (« NR »), 0 sinon. */
export type MotsConnus = (texte: string) => number;

export type ColonneDates = {
  /** Le jour de chaque ligne, 0 quand il n'y en a pas. */
  readonly jours: Int32Array;
  /** Un code `LU` par ligne. */
  readonly codes: Uint8Array;
  /** Ce qui se lit dans les cellules dont le code n'est pas LU.simple. */
  readonly saisies: ReadonlyMap<number, string>;
  readonly ordre: Ordre;
  /** Vrai quand jours et mois ont peut-être été intervertis par un import américain (domaine.md §8 cas 4). */
  readonly inversion: boolean;
};

export type LecteurDeDates = {
  ajoute(valeur: unknown): void;
  /** Ce que les textes de la colonne prouvent de l'ordre jour/mois ; null s'ils ne prouvent rien. */
  ordreProuve(): Ordre | null;
  /**
   * @param ordreDesVoisines l'ordre des autres colonnes de la feuille, pour une colonne qui ne prouve rien
   * @param receptions pour une réponse ou un AR, la réception de chaque ligne : elle aide à trouver une année absente
   */
  termine(ordreDesVoisines?: Ordre | null, receptions?: Int32Array | null): ColonneDates;
};

/** L'ordre que prouvent ensemble les colonnes d'une feuille : mois-jour si l'une le prouve et qu'aucune ne l'interdit. */
export const ordreCommun = (lecteurs: readonly LecteurDeDates[]): Ordre | null => {
  const prouves = lecteurs.map((lecteur) => lecteur.ordreProuve());
  return prouves.includes('mois-jour') && !prouves.includes('jour-mois') ? 'mois-jour' : null;
};

const aucunMot: MotsConnus = () => 0;

/** Une date suivie d'un point ou d'une note entre parenthèses, « 12/02/2026 (mail) », ou un numéro de série exporté en texte, « 44256,5 ». */
const lisAvecSaNote = (texte: string, ordre: Ordre): number => {
  const lu = lisDateTexte(texte, ordre);
  if (lu !== PAS_UNE_DATE) return lu;
  if (/^\s*[2-7]\d{4}[.,]\d+\s*$/.test(texte)) return Math.floor(Number(texte.replace(',', '.')));
  const sansNote = texte.replace(/\s*(\([^)]*\)|[.,;])\s*$/, '');
  return sansNote === texte ? lu : lisDateTexte(sansNote, ordre);
};

/** Un lecteur pour `taille` cellules au plus, données dans l'ordre de la feuille. */
export const lecteurDeDates = (taille: number, motsConnus: MotsConnus = aucunMot): LecteurDeDates => {
  const jours = new Int32Array(taille);
  const codes = new Uint8Array(taille);
  const textes: { rang: number; texte: string }[] = [];
  const saisies = new Map<number, string>();
  const preuves = { jourMois: 0, moisJour: 0, nombres: 0, nombresApres12: 0 };
  let n = 0;

  const pose = (rang: number, jour: Jour): void => {
    if ((jour === SENTINELLE_COURANTE || !estVraisemblable(jour)) && SENTINELLES.has(jour)) codes[rang] = LU.sentinelle;
    else if (!estVraisemblable(jour)) codes[rang] = LU.invraisemblable;
    else jours[rang] = jour;
  };

  const lisTexte = (rang: number, texte: string, ordre: Ordre): void => {
    const lu = lisAvecSaNote(texte, ordre);
    codes[rang] = LU.simple;
    jours[rang] = 0;
    if (lu > 0) pose(rang, lu);
    else if (lu === DATE_IMPOSSIBLE) codes[rang] = LU.impossible;
    else if (lu === SANS_JOUR) codes[rang] = LU.sansJour;
    else if (lu === PAS_UNE_DATE) codes[rang] = LU.illisible;
    else if (lu === AVANT_1900) codes[rang] = /1899/.test(texte) ? LU.sentinelle : LU.invraisemblable;
    else codes[rang] = LU.sansAnnee;
  };

  const ajouteTexte = (rang: number, texte: string): void => {
    if (texte.trim() === '') return;
    if (estErreur(texte)) {
      codes[rang] = LU.erreurFormule;
      saisies.set(rang, texte);
      return;
    }
    const mot = motsConnus(texte);
    if (mot !== 0) {
      codes[rang] = mot;
      saisies.set(rang, texte);
      return;
    }
    textes.push({ rang, texte });
    const preuve = ordreDe(texte);
    if (preuve === 'jour-mois') preuves.jourMois++;
    else if (preuve === 'mois-jour') preuves.moisJour++;
  };

  const ajoute = (valeur: unknown): void => {
    const rang = n++;
    if (typeof valeur === 'number') {
      if (valeur === 0) return;
      const jour = Math.floor(valeur);
      pose(rang, jour);
      if (codes[rang] !== LU.simple) saisies.set(rang, String(valeur));
      if (jours[rang] !== 0) {
        preuves.nombres++;
        // Un seul suffit à dire qu'un import américain n'a pas tout interverti.
        if (preuves.nombresApres12 === 0 && civil(jour).jour > 12) preuves.nombresApres12++;
      }
    } else if (typeof valeur === 'string') ajouteTexte(rang, valeur);
    else if (typeof valeur === 'boolean') ajouteTexte(rang, valeur ? 'VRAI' : 'FAUX');
    else if (valeur !== null && valeur !== undefined) {
      codes[rang] = LU.illisible;
      saisies.set(rang, String(valeur));
    }
  };

  const ordreProuve = (): Ordre | null => {
    if (preuves.jourMois > 0) return 'jour-mois';
    return preuves.moisJour > 0 ? 'mois-jour' : null;
  };

  const termine = (ordreDesVoisines: Ordre | null = null, receptions: Int32Array | null = null): ColonneDates => {
    const ordre = ordreProuve() ?? ordreDesVoisines ?? 'jour-mois';
    for (const { rang, texte } of textes) lisTexte(rang, texte, ordre);
    const lus = textes.filter(({ rang }) => jours[rang] !== 0);
    const incompletes = textes.filter(({ rang }) => codes[rang] === LU.sansAnnee);
    for (const [rang, jour] of devineAnnees(jours, incompletes, ordre, receptions)) {
      jours[rang] = jour;
      codes[rang] = LU.anneeDevinee;
    }
    for (const { rang, texte } of textes) if (codes[rang] !== LU.simple) saisies.set(rang, texte);
    return {
      jours: jours.subarray(0, n),
      codes: codes.subarray(0, n),
      saisies,
      ordre: textes.length === 0 ? 'jour-mois' : ordre,
      inversion: preuves.nombres >= 3 && preuves.nombresApres12 === 0 && lus.length >= 2 && lus.every(({ texte }) => ordreDe(texte) !== null),
    };
  };

  return { ajoute, ordreProuve, termine };
};

/** Une seule date, hors registre : le jour, ou un code négatif de dates-texte. Vide, null et 0 donnent 0. */
export const lisDate = (valeur: Cellule | undefined): number => {
  if (valeur === null || valeur === undefined || valeur === '' || valeur === 0) return 0;
  if (typeof valeur === 'number') return valeur >= 1 && valeur < 2958466 ? Math.floor(valeur) : PAS_UNE_DATE;
  if (typeof valeur === 'string') return valeur.trim() === '' ? 0 : lisDateTexte(valeur);
  return PAS_UNE_DATE;
};
