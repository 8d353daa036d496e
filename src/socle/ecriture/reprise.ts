// À l'ouverture et avant chaque passage : ce qu'une coupure a laissé, et les copies de sécurité que le classeur garde.
import type { Releve } from '../classeur';
import { effacementInterrompu, type PlanEffacement } from './effacement-plan';
import { lisMarque } from './marque';
import { estDoublee } from './passage';
import { sauvegardes, type Sauvegarde } from './sauvegarde';

export type Reprise = {
  /** Feuilles dont la mise à jour a été interrompue ; relancer leur commande la termine. */
  readonly interrompues: readonly { readonly feuille: string; readonly genre: string }[];
  readonly effacement: PlanEffacement | null;
  /** Elles contiennent des copies de vos données : elles comptent comme des données personnelles. */
  readonly sauvegardes: readonly Sauvegarde[];
};

export const aReprendre = ({ feuilles, memoire }: Pick<Releve, 'feuilles' | 'memoire'>): Reprise => ({
  interrompues: feuilles.flatMap(({ nom, marque }) => {
    const lue = lisMarque(marque);
    return lue !== null && (lue.etat === 'ecriture' || estDoublee(lue, memoire)) ? [{ feuille: nom, genre: lue.genre }] : [];
  }),
  effacement: effacementInterrompu(memoire),
  sauvegardes: sauvegardes(feuilles),
});
