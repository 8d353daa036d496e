// Le χ² d'un tableau croisé, sans correction de Yates : statistique, V de Cramér, règle de Cochran, résidus (domaine.md §4.2).
import { queueKhi2 } from './lois';

export type Effectifs = readonly (readonly number[])[];

export type Khi2 = {
  readonly statistique: number;
  readonly ddl: number;
  readonly p: number;
  /** V de Cramér, de 0 (aucun lien) à 1. */
  readonly v: number;
  readonly attenduMin: number;
  /** Part des effectifs attendus d'au moins 5. */
  readonly partCinq: number;
  /** Règle de Cochran : tous les attendus ≥ 1 et 80 % ≥ 5 ; sinon p n'est pas fiable. */
  readonly cochran: boolean;
  /** Résidus ajustés (Haberman) : au-delà de ± 2, la case s'écarte nettement de l'indépendance. Mêmes lignes et colonnes que l'entrée. */
  readonly residus: Effectifs;
};

const somme = (valeurs: readonly number[]): number => valeurs.reduce((total, valeur) => total + valeur, 0);

/** Null quand il reste moins de deux lignes ou de deux colonnes non vides : il n'y a rien à croiser. Une ligne ou colonne vide ne compte pas. */
export const khi2 = (effectifs: Effectifs): Khi2 | null => {
  const lignes = effectifs.map(somme);
  const largeur = effectifs[0]?.length ?? 0;
  const colonnes = Array.from({ length: largeur }, (_, j) => somme(effectifs.map((ligne) => ligne[j] ?? 0)));
  const n = somme(lignes);
  const [l, c] = [lignes.filter((t) => t > 0).length, colonnes.filter((t) => t > 0).length];
  if (l < 2 || c < 2) return null;
  let statistique = 0;
  let attenduMin = Infinity;
  let [cinq, cases] = [0, 0];
  const residus = effectifs.map((ligne, i) =>
    ligne.map((observe, j) => {
      const [parLigne, parColonne] = [(lignes[i] as number) / n, (colonnes[j] as number) / n];
      const attendu = parLigne * parColonne * n;
      if (attendu === 0) return 0;
      cases++;
      if (attendu >= 5) cinq++;
      attenduMin = Math.min(attenduMin, attendu);
      statistique += ((observe - attendu) * (observe - attendu)) / attendu;
      return (observe - attendu) / Math.sqrt(attendu * (1 - parLigne) * (1 - parColonne));
    }),
  );
  const ddl = (l - 1) * (c - 1);
  const partCinq = cinq / cases;
  return { statistique, ddl, p: queueKhi2(statistique, ddl), v: Math.sqrt(statistique / (n * Math.min(l - 1, c - 1))), attenduMin, partCinq, cochran: attenduMin >= 1 && partCinq >= 0.8, residus };
};
