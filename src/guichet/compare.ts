// Ce qui diffère, cellule à cellule, entre une feuille à nous et sa sauvegarde : la personne juge sur pièces.
import { adresse, estVide, type Cellule, type Plage } from '../socle/cellule';
import { erreur } from '../socle/erreurs';
import { nombre } from '../socle/format';
import { lis, type Suite } from '../socle/suite';
import type { Difference } from './demande';

const texte = (valeur: Cellule | undefined): string => {
  if (valeur === undefined || valeur === null || estVide(valeur)) return '(vide)';
  return typeof valeur === 'number' ? nombre(valeur, Number.isInteger(valeur) ? 0 : 3) : String(valeur);
};

const differences = (avant: Plage, apres: Plage, feuille: string, lignes: number, colonnes: number): Difference[] => {
  const trouvees: Difference[] = [];
  for (let i = 0; i < lignes; i++) {
    for (let j = 0; j < colonnes; j++) {
      const [a, b] = [texte(avant[i]?.[j]), texte(apres[i]?.[j])];
      if (a !== b) trouvees.push({ adresse: adresse(feuille, i + 1, j + 1), avant: a, apres: b });
    }
  }
  return trouvees;
};

export function* compare(feuille: string, sauvegarde: string): Suite<readonly Difference[]> {
  const { feuilles } = yield* lis({});
  const [ici, copie] = [feuille, sauvegarde].map((nom) => {
    const trouvee = feuilles.find((f) => f.nom === nom && f.marque !== null);
    if (trouvee === undefined) throw erreur(`La feuille « ${nom} » n’est plus dans le classeur, ou n’a pas été créée par Classeur+`, 'Actualisez le volet');
    return trouvee;
  }) as [(typeof feuilles)[number], (typeof feuilles)[number]];
  const [lignes, colonnes] = [Math.max(ici.lignes, copie.lignes), Math.max(ici.colonnes, copie.colonnes)];
  const { plages } = yield* lis({ zones: [copie, ici].map(({ nom }) => ({ feuille: nom, ligne: 1, colonne: 1, lignes, colonnes })) });
  return differences(plages[0] ?? [], plages[1] ?? [], feuille, lignes, colonnes);
}
