// La voie rapide des fonctions de délai : un seul passage, sans rien recopier, quand les plages ne portent que des numéros de série et des vides.
// La lecture commune (textes, titre, ordre jour et mois, mots connus) coûte trente fois ce passage, et la plupart des registres sont de vraies
// dates. Tout le reste rend null : la lecture commune décide. Un test au hasard exige que les deux répondent pareil (voie-rapide.test.ts).
import { estVraisemblable } from '../../../socle/dates-colonne';
import { histogramme } from '../../../socle/histogramme';
import { jourDe } from '../../../socle/jours';
import { comptes, SEUIL_MARIANNE, type Comptes, type Regles } from '../mesures';

export type Delais = {
  /** Demandes reçues, comptées. */
  readonly demandes: number;
  /** Combien de demandes ont reçu leur réponse en 0, 1, 2… jours. */
  readonly comptes: Int32Array;
};

/** Onze ans : au-delà, la lecture commune. */
const DELAI_MAX = 4096;
/** La seule date que des logiciels écrivent pour dire « rien » parmi les séries vraisemblables. */
const SENTINELLE = jourDe(1980, 1, 1);

type Colonne = readonly { readonly length: number; readonly [rang: number]: unknown }[];

/** Le jour d'une cellule ; 0 pour un vide, -1 pour ce que cette voie ne sait pas lire. */
const jourDeSerie = (valeur: unknown): number => {
  if (typeof valeur === 'number') {
    if (valeur === 0) return 0;
    // Entre ces bornes, la troncature sur 32 bits est la partie entière.
    if (!estVraisemblable(valeur)) return -1;
    const jour = valeur | 0;
    return jour === SENTINELLE ? -1 : jour;
  }
  return valeur === '' || valeur === null || valeur === undefined ? 0 : -1;
};

/** Deux matrices d'une colonne, de même hauteur ; null quand l'une porte autre chose que des séries et des vides. */
export const delaisEnUnPassage = (receptions: unknown, reponses: unknown): Delais | null => {
  if (!Array.isArray(receptions) || !Array.isArray(reponses) || receptions.length !== reponses.length) return null;
  const comptes = new Int32Array(DELAI_MAX);
  let demandes = 0;
  for (let i = 0; i < receptions.length; i++) {
    const a = (receptions as Colonne)[i];
    const b = (reponses as Colonne)[i];
    if (a?.length !== 1 || b?.length !== 1) return null;
    const recue = jourDeSerie(a[0]);
    const repondue = jourDeSerie(b[0]);
    if (recue < 0 || repondue < 0) return null;
    if (recue === 0) continue;
    if (repondue !== 0) {
      const delai = repondue - recue;
      if (delai < 0) continue;
      if (delai >= DELAI_MAX) return null;
      comptes[delai] = (comptes[delai] as number) + 1;
    }
    demandes++;
  }
  return { demandes, comptes };
};

/** Combien de réponses ont pris moins de `k` jours. */
export const enMoinsDe = ({ comptes }: Delais, k: number): number => {
  let total = 0;
  for (let delai = 0; delai < k && delai < comptes.length; delai++) total += comptes[delai] as number;
  return total;
};

/** Les comptes que ces délais suffisent à donner : ni retards (il faut une date d'arrêté), ni accusés de réception. */
export const comptesDe = (delais: Delais, { seuils, seuilNonRepondu }: Regles): Comptes => {
  const repondues = enMoinsDe(delais, Infinity);
  const [courte, aTemps] = [enMoinsDe(delais, Math.min(SEUIL_MARIANNE, seuilNonRepondu + 1)), enMoinsDe(delais, seuilNonRepondu + 1)];
  return {
    ...comptes([]), utilisables: delais.demandes, repondues, delais: histogramme(delais.comptes),
    moinsDe: seuils.map((k) => ({ numerateur: enMoinsDe(delais, k), denominateur: delais.demandes })),
    classes: { base: delais.demandes, courte, moyenne: aTemps - courte, nonRepondu: delais.demandes - aTemps },
  };
};

/** Un argument laissé de côté. */
export const omis = (valeur: unknown): boolean => valeur === undefined || valeur === null || valeur === '';

/** Un nombre entier de jours, ou null s'il faut le chemin commun pour le lire ou le refuser. */
export const joursSimples = (valeur: unknown, mini: number): number | null => (typeof valeur === 'number' && Number.isInteger(valeur) && valeur >= mini && valeur <= 100_000 ? valeur : null);
