// Trouve le plan d'actions du classeur, dans ses propres mots, et lit ses actions ; chaque doute garde l'adresse de sa cellule.
import type { Anomalie } from '../../socle/anomalie';
import { adresse, estVide, numeroColonne, type Cellule } from '../../socle/cellule';
import type { Feuille, Releve } from '../../socle/classeur';
import { erreur, erreurDeReglage } from '../../socle/erreurs';
import type { Jour } from '../../socle/jours';
import { sansAccents } from '../../socle/normalise';
import type { Saisies } from '../../socle/reglage';
import { lis, type Suite } from '../../socle/suite';
import { enteteDesignee, trouveEntete, type Entete } from '../../socle/tableau/entete';
import { estLibelleDeTotal } from '../../socle/tableau/lignes';
import { COLONNES, estUnPlan, LIBELLES_COLONNES, type ClefColonne } from './colonnes';
import { anneeDe, lisEcheance } from './echeances';
import { CLEF_COLONNE, type ReglagesPlan } from './reperes';
import { LIBELLES, lisStatut, retardDe, statutDe, type Statut } from './statuts';

export type Action = {
  readonly ligne: number;
  readonly numero: string;
  readonly libelle: string;
  readonly engagement: string;
  /** Plusieurs par cellule : « Dupont ; Martin », « Dupont / Martin ». */
  readonly responsables: readonly string[];
  readonly statut: Statut;
  readonly finPrevue: Jour | null;
  readonly finReelle: Jour | null;
  /** Jours de retard ; null sans échéance, ou abandonnée. */
  readonly retard: number | null;
  readonly priorite: string;
  /** La ligne telle qu'elle est dans la feuille. */
  readonly cellules: readonly Cellule[];
};

export type Plan = { readonly feuille: Feuille; readonly entete: Entete; readonly colonnes: Readonly<Partial<Record<ClefColonne, number>>>; readonly actions: readonly Action[]; readonly anomalies: readonly Anomalie[] };

const LIGNES_MAX = 20_000;

const designees = (saisies: Saisies): Record<string, number> => {
  const trouvees: Record<string, number> = {};
  for (const [clef, valeur] of Object.entries(saisies)) {
    const nom = CLEF_COLONNE.exec(clef)?.[1];
    if (nom === undefined || valeur.trim() === '') continue;
    if (!(nom in LIBELLES_COLONNES)) throw erreurDeReglage(`La colonne « ${nom} » n’existe pas`, `Choisissez parmi : ${Object.keys(LIBELLES_COLONNES).join(', ')}`);
    const colonne = numeroColonne(valeur.trim());
    if (colonne === 0 && valeur.trim() !== '-') throw erreurDeReglage(`Le réglage « ${clef} » ne peut pas valoir « ${valeur} »`, 'Donnez la lettre d’une colonne, par exemple D');
    trouvees[nom] = colonne;
  }
  return trouvees;
};

const corrige = (colonnes: Readonly<Record<string, number>>, voulues: Readonly<Record<string, number>>): Record<string, number> => {
  const prises = new Set(Object.values(voulues));
  const gardees = Object.entries(colonnes).filter(([clef, colonne]) => !(clef in voulues) && !prises.has(colonne));
  return Object.fromEntries([...gardees, ...Object.entries(voulues).filter(([, colonne]) => colonne > 0)]);
};

type Vue = { readonly feuille: Feuille; readonly entete: Entete; readonly colonnes: Record<string, number> };

const vueDe = (feuille: Feuille, entete: number | null, voulues: Readonly<Record<string, number>>): Vue | null => {
  const lu = entete === null ? trouveEntete(feuille.tete, COLONNES, (colonnes) => estUnPlan(corrige(colonnes, voulues))) : enteteDesignee(feuille.tete, entete, COLONNES);
  if (lu === null) return null;
  const colonnes = corrige(lu.colonnes, voulues);
  return estUnPlan(colonnes) ? { feuille, entete: lu, colonnes } : null;
};

/** La feuille qui ressemble le plus à un plan ; celle que la personne a désignée, sinon. */
const trouve = (feuilles: readonly Feuille[], reglages: ReglagesPlan, saisies: Saisies): Vue | null => {
  const lisibles = feuilles.filter(({ marque, masquee, nom }) => marque === null && (!masquee || nom === reglages.feuille));
  const visees = reglages.feuille === null ? lisibles : lisibles.filter(({ nom }) => sansAccents(nom) === sansAccents(reglages.feuille ?? ''));
  if (reglages.feuille !== null && visees.length === 0) throw erreurDeReglage(`Le classeur n’a pas de feuille « ${reglages.feuille} »`, `Choisissez parmi : ${lisibles.map(({ nom }) => nom).join(', ')}`);
  const vues = visees.flatMap((feuille) => vueDe(feuille, reglages.entete, designees(saisies)) ?? []);
  return vues.sort((a, b) => b.entete.score - a.entete.score)[0] ?? null;
};

const texteDe = (valeur: Cellule | undefined): string => (valeur === null || valeur === undefined ? '' : String(valeur).trim().replace(/\s+/g, ' '));

/** Virgule, point-virgule, barre, retour à la ligne, « et » : plusieurs personnes. */
export const personnes = (valeur: Cellule | undefined): string[] => (typeof valeur === 'string' ? valeur.split(/\s*[;\n/]\s*|\s*,\s*|\s+(?:et|&)\s+/).map((nom) => nom.trim()).filter((nom) => nom !== '') : texteDe(valeur) === '' ? [] : [texteDe(valeur)]);

/** @returns null quand aucune feuille n'est un plan */
export function* lisPlan(feuilles: readonly Feuille[], reglages: ReglagesPlan, saisies: Saisies, au: Jour): Suite<Plan | null> {
  const vue = trouve(feuilles, reglages, saisies);
  if (vue === null) return null;
  const { feuille, entete, colonnes } = vue;
  if (feuille.lignes - entete.ligne > LIGNES_MAX) throw erreur(`« ${feuille.nom} » a plus de ${LIGNES_MAX} lignes : ce n’est pas un plan d’actions`, 'Choisissez une autre feuille');
  const { plages }: Releve = yield* lis({ zones: [{ feuille: feuille.nom, ligne: entete.ligne + 1, colonne: 1, lignes: Math.max(1, feuille.lignes - entete.ligne), colonnes: Math.max(1, feuille.colonnes) }] });
  const anomalies: Anomalie[] = [];
  const actions: Action[] = [];
  const numeros = new Map<string, number>();
  (plages[0] ?? []).forEach((rangee, i) => {
    const ligne = entete.ligne + 1 + i;
    const la = (clef: ClefColonne): Cellule => rangee[(colonnes[clef] ?? 0) - 1] ?? null;
    const ou = (clef: ClefColonne): string => adresse(feuille.nom, ligne, colonnes[clef] ?? 1);
    const doute = (clef: ClefColonne, gravite: Anomalie['gravite'], message: string): void => void anomalies.push({ adresse: ou(clef), gravite, message });
    const libelle = texteDe(la('libelle'));
    const vides = Object.keys(colonnes).every((clef) => clef === 'numero' || estVide(la(clef as ClefColonne)));
    if (vides || (estLibelleDeTotal(libelle) && texteDe(la('responsable')) === '')) return;
    const jour = (clef: 'demarrage' | 'finPrevue' | 'finReelle'): Jour | null => {
      const lue = lisEcheance(la(clef), anneeDe(au));
      if (lue === undefined) doute(clef, 'avertissement', `« ${texteDe(la(clef))} » n’est pas une échéance reconnue : l’action compte comme sans ${clef === 'finPrevue' ? 'échéance' : 'cette date'}. Écrivez une date, ou un mois comme « juin 2026 ».`);
      return lue ?? null;
    };
    const [demarrage, finPrevue, finReelle] = [jour('demarrage'), jour('finPrevue'), jour('finReelle')];
    const saisi = lisStatut(la('statut')) ?? lisStatut(la('avancement'));
    if (lisStatut(la('statut')) === undefined) doute('statut', 'avertissement', `Statut « ${texteDe(la('statut'))} » inconnu : celui que disent les dates est pris. Écrivez « prévue », « en cours », « terminée » ou « abandonnée ».`);
    const statut = statutDe(saisi ?? null, { demarrage, finReelle }, au);
    const numero = texteDe(la('numero'));
    const deja = numeros.get(numero);
    if (numero !== '' && deja !== undefined) doute('numero', 'erreur', `Le numéro « ${numero} » est déjà celui de la ligne ${deja}. Donnez-en un autre à l’une des deux actions.`);
    if (numero !== '' && deja === undefined) numeros.set(numero, ligne);
    if (libelle === '') doute('libelle', 'information', 'Cette action n’a pas de libellé.');
    if (statut === 'terminee' && finReelle === null && colonnes['finReelle'] !== undefined) doute('finReelle', 'information', 'Action terminée sans date de fin réelle : son retard ne se mesure pas.');
    const finie = statut === 'terminee' || statut === 'abandonnee';
    actions.push({
      ligne, numero, libelle, statut, finPrevue, finReelle, engagement: texteDe(la('engagement')) || texteDe(la('thematique')), responsables: personnes(la('responsable')), priorite: texteDe(la('priorite')),
      cellules: rangee,
      retard: statut === 'abandonnee' || (finie && finReelle === null) ? null : retardDe(finPrevue, finie ? finReelle : null, au),
    });
  });
  return { feuille, entete, colonnes, actions, anomalies };
}

export const estOuverte = ({ statut }: Action): boolean => statut === 'prevue' || statut === 'en-cours';

export const libelleStatut = ({ statut }: Action): string => LIBELLES[statut];
