// Ce qu'enregistrer une fiche écrirait dans le plan : pour chaque champ, ce que la fiche dit, ce que le plan dit, et ce que nous avions mis dans la fiche.
import { adresse, estVide, type Cellule } from '../../socle/cellule';
import type { Changement } from '../../socle/ecriture/modification';
import { empreinteDeCase, examineFiche, type ExamenFiche } from '../../socle/ecriture/fiche-examen';
import { erreur } from '../../socle/erreurs';
import type { Contexte } from '../../socle/outil';
import type { Suite } from '../../socle/suite';
import { prochainNumero } from './commande-fiche';
import { lisEcheance, anneeDe } from './echeances';
import { placeDe, type ClefFiche } from './feuille-fiche';
import { ficheDe, lieuDe, trouveAction, vueDuPlan, type Vue } from './fiches';
import type { Action, Plan } from './lecture';

export type Enregistrement = {
  readonly vue: Vue;
  readonly feuille: string;
  readonly clef: string;
  /** L'action du plan, ou null : elle est à ajouter sous `numero`. */
  readonly action: Action | null;
  readonly numero: string | number;
  readonly changements: readonly (Changement & { readonly champ: ClefFiche })[];
  /** Les champs remplis que le plan n'a pas de colonne pour recevoir. */
  readonly sansColonne: readonly string[];
};

export const ficheAEnregistrer = ({ fiches }: Vue, cellule: string | null | undefined): Vue['fiches'][number] => {
  const ouverte = fiches.find(({ feuille }) => feuille === lieuDe(cellule).feuille) ?? (fiches.length === 1 ? fiches[0] : undefined);
  if (ouverte !== undefined) return ouverte;
  throw fiches.length === 0
    ? erreur('Le classeur n’a pas encore de fiche action', 'Produisez « Nouvelle fiche », ou la fiche d’une ligne du plan')
    : erreur(`Le classeur a ${fiches.length} fiches : on ne sait pas laquelle enregistrer`, 'Affichez la fiche à enregistrer, puis recommencez');
};

const valeurDans = ({ cases }: ExamenFiche, champ: ClefFiche): Cellule => {
  const lue = cases.find(({ clef }) => clef === champ)?.lue ?? null;
  return estVide(lue) ? null : lue;
};

const verifieDates = (examen: ExamenFiche, vue: Vue): void => {
  for (const champ of ['demarrage', 'finPrevue'] as const) {
    const { libelle, ligne, colonne } = placeDe(champ);
    if (lisEcheance(valeurDans(examen, champ), anneeDe(vue.au)) === undefined) throw erreur(`« ${String(valeurDans(examen, champ))} » n’est pas une date reconnue pour « ${libelle} » ; rien n’a été enregistré`, 'Écrivez une date, ou un mois comme « juin 2026 »', adresse(examen.nom, ligne, colonne));
  }
};

const refuseNumeroPris = (examen: ExamenFiche, { plan }: Vue, voulu: Cellule): void => {
  const prise = plan.actions.find(({ numero }) => numero === String(voulu).trim());
  const { ligne, colonne } = placeDe('numero');
  if (prise !== undefined) throw erreur(`Le numéro ${String(voulu)} est déjà celui de l’action de la ligne ${prise.ligne} ; rien n’a été enregistré`, 'Choisissez un autre numéro', adresse(examen.nom, ligne, colonne));
};

/** Le numéro d'une action neuve : celui de sa fiche s'il est libre, le suivant s'il a été pris entre-temps ; un numéro choisi à la main et déjà pris est refusé. */
const numeroLibre = (examen: ExamenFiche, vue: Vue, propose: string): string | number => {
  const voulu = valeurDans(examen, 'numero') ?? propose;
  if (String(voulu).trim() !== propose) refuseNumeroPris(examen, vue, voulu);
  else if (vue.plan.actions.some(({ numero }) => numero === propose)) return prochainNumero(vue);
  const numeros = vue.plan.actions.map(({ cellules }) => cellules[(vue.plan.colonnes.numero ?? 0) - 1]);
  return /^[1-9]\d*$/.test(String(voulu)) && numeros.every((n) => typeof n !== 'string') ? Number(voulu) : typeof voulu === 'number' ? voulu : String(voulu).trim();
};

type Champs = { readonly changements: Enregistrement['changements']; readonly sansColonne: readonly string[] };

/**
 * @param avant la ligne du plan, vide pour une action neuve
 * @param aussiNumero vrai pour une action qui n'avait pas de numéro : la fiche peut lui en donner un
 */
const compare = ({ nom, cases }: ExamenFiche, plan: Plan, avant: readonly Cellule[], ligneDuPlan: number | null, aussiNumero = false): Champs => {
  const changements: (Changement & { readonly champ: ClefFiche })[] = [];
  const sansColonne: string[] = [];
  for (const { clef, libelle, lue, empreintes, ligne, colonne: ici } of cases) {
    const champ = clef as ClefFiche;
    if (champ === 'numero' && !aussiNumero) continue;
    const colonne = plan.colonnes[champ];
    if (colonne === undefined) {
      if (!estVide(lue)) sansColonne.push(libelle);
      continue;
    }
    const auPlan = avant[colonne - 1] ?? null;
    const [fiche, actuelle] = [empreinteDeCase(lue), empreinteDeCase(auPlan)];
    if (fiche === actuelle || (ligneDuPlan !== null && empreintes.includes(fiche))) continue;
    if (ligneDuPlan !== null && !empreintes.includes(actuelle)) {
      throw erreur(`« ${libelle} » a changé dans le plan (${adresse(plan.feuille.nom, ligneDuPlan, colonne)}) depuis cette fiche, qui dit autre chose ; rien n’a été enregistré`, 'Écrivez la même chose aux deux endroits, puis recommencez', adresse(nom, ligne, ici));
    }
    changements.push({ champ, colonne, avant: auPlan, apres: estVide(lue) ? null : lue });
  }
  return { changements, sansColonne };
};

/** @throws ErreurClasseur ce qui empêche d'enregistrer, et où ; rien n'est écrit */
export function* prepareEnregistrement(contexte: Contexte): Suite<Enregistrement> {
  const vue: Vue = yield* vueDuPlan(contexte);
  const { plan } = vue;
  const { feuille, clef } = ficheAEnregistrer(vue, contexte.cellule);
  const existante = trouveAction(plan, clef);
  const examen: ExamenFiche = yield* examineFiche(ficheDe(vue, clef));
  if (examen.marque.etat !== 'ok') throw erreur(`« ${feuille} » est inachevée`, 'Produisez-la de nouveau, puis recommencez');
  verifieDates(examen, vue);
  const libelle = valeurDans(examen, 'libelle');
  const { ligne, colonne } = placeDe('libelle');
  if (libelle === null) throw erreur('La fiche n’a pas de libellé ; rien n’a été enregistré', 'Donnez un libellé à l’action', adresse(feuille, ligne, colonne));
  const commun = { vue, feuille, clef };
  // Une fiche faite neuve n'avait pas de libellé : si le plan a déjà son numéro sous un autre libellé, quelqu'un l'a pris entre-temps.
  const neuve = (examen.cases.find((c) => c.clef === 'libelle')?.empreintes ?? []).every((e) => e === empreinteDeCase(null));
  const action = existante !== null && neuve && existante.libelle !== String(libelle).trim().replace(/\s+/g, ' ') ? null : existante;
  if (action === null) {
    const numero = numeroLibre(examen, vue, clef);
    return { ...commun, action, numero, ...compare(examen, plan, [], null) };
  }
  const saisi = valeurDans(examen, 'numero');
  if (action.numero !== '' && String(saisi ?? '').trim() !== action.numero) {
    const place = placeDe('numero');
    throw erreur(`Cette fiche est celle de l’action ${action.numero} ; rien n’a été enregistré`, `Remettez ${action.numero} dans la fiche : un numéro se change dans le plan`, adresse(feuille, place.ligne, place.colonne));
  }
  if (action.numero === '' && saisi !== null) refuseNumeroPris(examen, vue, saisi);
  return { ...commun, action, numero: action.numero, ...compare(examen, plan, action.cellules, action.ligne, action.numero === '') };
}
