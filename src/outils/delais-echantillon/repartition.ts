// La répartition des délais en classes dont 8, 15 et 30 jours sont des bornes.

/** Les délais que le guide suit (domaine.md §3.13) coupent la répartition en tranches ; la dernière est celle des courriers sans réponse. */
export const TRANCHES = ['Moins de 8\u00a0j', '8 à 14\u00a0j', '15 à 29\u00a0j', '30\u00a0j et plus', 'NR'] as const;
const REPERES = [8, 15, 30] as const;

/** Premier jour de chaque classe. */
const BORNES = [1, 4, 8, 11, 15, 22, 30, 60] as const;

/** `tranche` : son rang dans TRANCHES. */
export type Classe = { readonly libelle: string; readonly effectif: number; readonly tranche: number };

/** @param nr courriers sans réponse : la dernière classe */
export const repartition = (delais: readonly number[], nr: number): readonly Classe[] => {
  const classes = BORNES.map((debut, i) => {
    const suivante = BORNES[i + 1] ?? Infinity;
    return { libelle: suivante === Infinity ? `${debut} j et plus` : `${debut} à ${suivante - 1} j`, effectif: delais.filter((jours) => jours < suivante && (i === 0 || jours >= debut)).length, tranche: REPERES.filter((repere) => debut >= repere).length };
  });
  return [...classes, { libelle: 'Sans réponse', effectif: nr, tranche: TRANCHES.length - 1 }];
};
