// Les résultats d'une grille : taux, moyenne, médiane, P90, et leur précision pour un échantillon en grappes (domaine.md §3.13 et §4.4).
import { estimeMoyenne, estimeTaux, type Estimation, type EstimationTaux } from '../../socle/statistiques/grappes';
import { resume, type Resume } from '../../socle/statistiques/moyennes';

/** Une date de la grille : les délais lus, les NR, et (facultatif) combien de courriers sont arrivés ce jour-là. */
export type DateLue = { readonly delais: readonly number[]; readonly nr: number; readonly recus?: number | null };

export type Mesures = {
  /** Cases remplies : un délai ou NR. */
  readonly remplies: number;
  readonly repondues: number;
  /** Réponses en moins de k jours. */
  readonly rapides: number;
  /** Vrai quand le nombre de courriers reçus chaque jour, donné pour toutes les dates, redresse taux et moyenne. */
  readonly redresse: boolean;
  /** NR compte au dénominateur ; null sans case remplie. */
  readonly tauxReponse: number | null;
  readonly tauxRapide: number | null;
  /** Délai moyen des courriers répondus. */
  readonly moyenne: number | null;
  /** Délais des courriers répondus, sans redressement ; null s'il n'y en a pas. */
  readonly delais: Resume | null;
  readonly precisionRapide: EstimationTaux | null;
  readonly precisionReponse: EstimationTaux | null;
  readonly precisionMoyenne: Estimation | null;
};

const somme = (valeurs: readonly number[]): number => valeurs.reduce((total, valeur) => total + valeur, 0);

/** @param moinsDe k : 15 compte les réponses de 14 jours au plus */
export const mesure = (dates: readonly DateLue[], moinsDe: number): Mesures => {
  const remplies = somme(dates.map(({ delais, nr }) => delais.length + nr));
  const delais = dates.reduce<number[]>((tous, date) => tous.concat(date.delais), []);
  const rapides = delais.filter((jours) => jours < moinsDe).length;
  // Dix courriers pèsent autant que le jour en ait reçu 12 ou 300 : le nombre reçu redresse, s'il est donné pour toutes les dates.
  const redresse = remplies > 0 && dates.every((d) => d.delais.length + d.nr === 0 || (d.recus ?? 0) > 0);
  const poids = ({ delais: d, nr, recus }: DateLue): number => (redresse && recus ? recus / (d.length + nr) : 1);
  const grappes = (compte: (date: DateLue) => number) => dates.map((date) => ({ effectif: date.delais.length + date.nr, somme: compte(date), poids: poids(date) }));
  const precisionRapide = estimeTaux(grappes((date) => date.delais.filter((jours) => jours < moinsDe).length));
  const precisionReponse = estimeTaux(grappes((date) => date.delais.length));
  const precisionMoyenne = estimeMoyenne(dates.map((date) => ({ effectif: date.delais.length, somme: somme(date.delais), poids: poids(date) })));
  return {
    remplies, repondues: delais.length, rapides, redresse,
    tauxReponse: precisionReponse?.valeur ?? null,
    tauxRapide: precisionRapide?.valeur ?? null,
    moyenne: precisionMoyenne?.valeur ?? null,
    delais: resume(delais),
    precisionRapide, precisionReponse, precisionMoyenne,
  };
};
