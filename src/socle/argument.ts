// La frontière des fonctions de feuille : ce que l'hôte donne (matrice, scalaire, Date, vide) devient ce que le calcul attend.
import { estErreur, estVide, type Cellule } from './cellule';
import { lecteurDeDates, lisDate, LU, type MotsConnus } from './dates-colonne';
import { DATE_IMPOSSIBLE, lisDateTexte, PAS_UNE_DATE, SANS_JOUR, sansAnnee } from './dates-texte';
import { erreur, type ErreurClasseur } from './erreurs';
import { civil, jourDe, type Jour } from './jours';
import { lisNombreTexte } from './nombres-texte';

/** Ce que reçoit le calcul pour chaque genre de paramètre. */
export type Genres = {
  /** Les cellules d'une plage, à la suite ; les Date y sont déjà des jours. */
  plage: readonly unknown[];
  /** Une plage qui garde sa forme : ligne par ligne. */
  bloc: readonly (readonly unknown[])[];
  /** Une seule cellule, telle quelle : une date, ou un mot que l'outil connaît (« NR »). */
  cellule: unknown;
  date: Jour;
  /** Une date de registre : de 1950 à 2099, et une date sentinelle (01/01/1980…) y vaut « pas de date ». */
  dateDeRegistre: Jour;
  nombre: number;
  texte: string;
};

/** Une Date de n'importe quel domaine JavaScript : `instanceof` ne la reconnaîtrait pas. */
type ObjetDate = { getFullYear(): number; getMonth(): number; getDate(): number };
export type LisDate = (date: ObjetDate) => Jour;

const estObjetDate = (valeur: unknown): valeur is ObjetDate => typeof valeur === 'object' && valeur !== null && typeof (valeur as Partial<ObjetDate>).getFullYear === 'function';

const jourLocal: LisDate = (date) => jourDe(date.getFullYear(), date.getMonth() + 1, date.getDate());

const depuisHote = (valeur: unknown, lisObjet: LisDate): unknown => {
  if (!estObjetDate(valeur)) return valeur;
  const jour = lisObjet(valeur);
  return Number.isFinite(jour) ? jour : 'date invalide';
};

const aplatis = (valeur: unknown, lisObjet: LisDate): unknown[] => {
  if (!Array.isArray(valeur)) return [depuisHote(valeur, lisObjet)];
  // La taille d'abord : agrandir un tableau de cent mille cases coûte plus que tout ce qu'on y calcule.
  let taille = 0;
  for (const ligne of valeur as readonly unknown[]) taille += Array.isArray(ligne) ? ligne.length : 1;
  const plat = new Array<unknown>(taille);
  let rang = 0;
  const pose = (cellule: unknown): void => void (plat[rang++] = typeof cellule === 'object' ? depuisHote(cellule, lisObjet) : cellule);
  for (const ligne of valeur as readonly unknown[]) {
    if (Array.isArray(ligne)) for (let j = 0; j < ligne.length; j++) pose(ligne[j]);
    else pose(ligne);
  }
  return plat;
};

const enBloc = (valeur: unknown, lisObjet: LisDate): unknown[][] => (Array.isArray(valeur) ? (valeur as readonly unknown[]).map((ligne) => aplatis([ligne], lisObjet)) : [[depuisHote(valeur, lisObjet)]]);

type Attendu = { readonly nom: string; readonly genre: keyof Genres; readonly facultatif: boolean };

export const montre = (valeur: unknown): string => {
  if ((typeof valeur === 'number' && !Number.isFinite(valeur)) || (typeof valeur !== 'string' && typeof valeur !== 'number' && typeof valeur !== 'boolean')) return 'cette valeur';
  if (typeof valeur === 'boolean') return valeur ? '« VRAI »' : '« FAUX »';
  const texte = String(valeur).trim();
  return `« ${texte.length > 40 ? `${texte.slice(0, 40)}…` : texte} »`;
};

const EXEMPLE_DATE = 'Saisissez une date comme 15/05/2026';

/** L'erreur d'une valeur qui devait être une date, selon ce qu'en dit la lecture. */
export const erreurDeDate = (ou: string, valeur: unknown, code: number): ErreurClasseur => {
  if (estErreur(valeur)) return erreur(`${ou} contient l’erreur ${valeur.trim()}`, 'Corrigez la formule de cette cellule');
  if (code === DATE_IMPOSSIBLE) return erreur(`${ou} : la date ${montre(valeur)} n’existe pas`, EXEMPLE_DATE);
  if (code === SANS_JOUR) return erreur(`${ou} : ${montre(valeur)} n’a pas de jour`, EXEMPLE_DATE);
  if (sansAnnee(code) !== null) return erreur(`${ou} : ${montre(valeur)} n’a pas d’année`, EXEMPLE_DATE);
  return erreur(`${ou} : ${montre(valeur)} n’est pas une date`, EXEMPLE_DATE);
};

/** 01/01/1950 : au-dessous, un nombre est plus sûrement un numéro qu'une date. */
const PREMIERE_SERIE = 18264;

/** L'année d'une date hors de 1950–2099 (« 12/03/2206 ») ; null quand la valeur est plus sûrement un nombre. */
export const anneeInvraisemblable = (valeur: unknown): number | null => {
  const nombre = typeof valeur === 'string' && /^\d+([.,]\d+)?$/.test(valeur.trim()) ? Number(valeur.replace(',', '.')) : valeur;
  if (typeof nombre === 'number') return nombre >= PREMIERE_SERIE && lisDate(nombre) > 0 ? civil(lisDate(nombre)).annee : null;
  const jour = typeof valeur === 'string' ? lisDateTexte(valeur) : 0;
  if (jour > 0) return civil(jour).annee;
  const annee = /\b\d{4}\b/.exec(String(valeur))?.[0];
  return annee === undefined ? null : Number(annee);
};

const CODES: Readonly<Record<number, number>> = { [LU.impossible]: DATE_IMPOSSIBLE, [LU.sansJour]: SANS_JOUR };

/** L'erreur d'une cellule de registre, d'après le code LU de sa lecture ; null quand elle n'en est pas une. */
export const erreurDeLecture = (ou: string, valeur: unknown, code: number): ErreurClasseur | null => {
  if (code === LU.simple || code === LU.sentinelle || code === LU.anneeDevinee || code >= LU.motConnu) return null;
  const annee = code === LU.invraisemblable ? anneeInvraisemblable(valeur) : null;
  if (annee !== null) return erreur(`${ou} : l’année ${annee} est invraisemblable`, 'Vérifiez la date');
  if (code === LU.sansAnnee) return erreur(`${ou} : ${montre(valeur)} n’a pas d’année`, EXEMPLE_DATE);
  return erreurDeDate(ou, valeur, CODES[code] ?? PAS_UNE_DATE);
};

const seule = (valeur: unknown, p: Attendu, fonction: string, lisObjet: LisDate): unknown => {
  const cellules = aplatis(valeur, lisObjet);
  if (cellules.length > 1) throw erreur(`${fonction} attend une seule cellule pour « ${p.nom} », pas une plage`, 'Donnez une cellule et recopiez la formule vers le bas');
  return cellules[0];
};

const versDate = (valeur: unknown, p: Attendu, fonction: string): Jour | null => {
  const jour = lisDate(valeur as Cellule);
  if (jour < 0) throw erreurDeDate(`${fonction}, « ${p.nom} »`, valeur, jour);
  return jour === 0 ? null : jour;
};

/** Une date de registre donnée seule, avec les bornes, les sentinelles et les mots d'une colonne ; `jour` vaut 0 quand il n'y en a pas. */
export const lisDateSeule = (ou: string, valeur: unknown, mots?: MotsConnus): { readonly jour: Jour; readonly code: number } => {
  const lecteur = lecteurDeDates(1, mots);
  lecteur.ajoute(valeur);
  const { jours, codes, ordre } = lecteur.termine();
  // Une seule cellule ne prouve pas que les dates sont en mois/jour : « 01/13/2026 » n'existe pas.
  const code = ordre === 'mois-jour' ? LU.impossible : (codes[0] as number);
  const refus = erreurDeLecture(ou, valeur, code);
  if (refus !== null) throw refus;
  return { jour: jours[0] as Jour, code };
};

const versNombre = (valeur: unknown, p: Attendu, fonction: string): number => {
  const nombre = typeof valeur === 'string' ? lisNombreTexte(valeur) : valeur;
  if (typeof nombre !== 'number' || !Number.isFinite(nombre)) throw erreur(`${fonction} attend un nombre pour « ${p.nom} » et a reçu ${montre(valeur)}`, 'Donnez un nombre, par exemple 15');
  return nombre;
};

/**
 * Excel sur le web donne null pour une cellule vide comme pour un argument omis, Google Sheets « » pour les deux et sans tableau autour :
 * partout, une plage facultative d'une seule cellule vide vaut un argument omis.
 */
const estOmis = (valeur: unknown): boolean => {
  const seul = Array.isArray(valeur) && valeur.length === 1 ? (valeur[0] as unknown) : valeur;
  return estVide(Array.isArray(seul) && seul.length === 1 ? (seul[0] as unknown) : seul);
};

/** L'argument tel que le calcul l'attend, ou null s'il est omis. */
export const versArgument = (valeur: unknown, p: Attendu, fonction: string, lisObjet: LisDate = jourLocal): unknown => {
  if (p.genre === 'plage') return p.facultatif && estOmis(valeur) ? null : aplatis(valeur, lisObjet);
  if (p.genre === 'bloc') return p.facultatif && estOmis(valeur) ? null : enBloc(valeur, lisObjet);
  const cellule = seule(valeur, p, fonction, lisObjet);
  if (estVide(cellule)) return null;
  if (p.genre === 'cellule') return cellule;
  if (p.genre === 'nombre') return versNombre(cellule, p, fonction);
  if (p.genre === 'texte') {
    if (typeof cellule === 'object' || typeof cellule === 'function') throw erreur(`${fonction} attend un texte pour « ${p.nom} »`, 'Écrivez-le entre guillemets');
    return String(cellule).trim() || null;
  }
  return p.genre === 'dateDeRegistre' ? lisDateSeule(`${fonction}, « ${p.nom} »`, cellule).jour || null : versDate(cellule, p, fonction);
};
