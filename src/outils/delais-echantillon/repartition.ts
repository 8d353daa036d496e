// La répartition des délais en classes dont 8, 15 et 30 jours sont des bornes.

/** Premier jour de chaque classe. */
const BORNES = [1, 4, 8, 11, 15, 22, 30, 60] as const;

export type Classe = { readonly libelle: string; readonly effectif: number };

/** @param nr courriers sans réponse : la dernière classe */
export const repartition = (delais: readonly number[], nr: number): readonly Classe[] => {
  const classes = BORNES.map((debut, i) => {
    const suivante = BORNES[i + 1] ?? Infinity;
    return { libelle: suivante === Infinity ? `${debut} j et plus` : `${debut} à ${suivante - 1} j`, effectif: delais.filter((jours) => jours < suivante && (i === 0 || jours >= debut)).length };
  });
  return [...classes, { libelle: 'NR', effectif: nr }];
};
