// Les indicateurs d'une grille, dans les mots de la boîte à outils, et leurs définitions.
import type { Mesures } from './mesures';

type Valeur = { readonly valeur: number | null; readonly numerateur: number | null; readonly denominateur: number };

export type DefinitionIndicateur = {
  readonly id: string;
  readonly libelle: string;
  readonly unite: 'proportion' | 'jours';
  readonly definition: string;
  readonly calcule: (mesures: Mesures) => Valeur;
};

const deDelais = (id: string, libelle: string, definition: string, lis: (m: Mesures) => number | null | undefined): DefinitionIndicateur =>
  ({ id, libelle, unite: 'jours', definition, calcule: (m) => ({ valeur: lis(m) ?? null, numerateur: null, denominateur: m.repondues }) });

export const definitions = (moinsDe: number): readonly DefinitionIndicateur[] => {
  const seuil = moinsDe === 15 ? 'moins de deux semaines' : `moins de ${moinsDe} jours`;
  return [
    {
      id: 'taux-rapide', libelle: `Taux de réponse en ${seuil}`, unite: 'proportion',
      definition: `courriers relevés répondus en ${moinsDe - 1} jours au plus, sur tous les courriers relevés, NR compris ; les cases vides ne comptent pas.`,
      calcule: (m) => ({ valeur: m.tauxRapide, numerateur: m.rapides, denominateur: m.remplies }),
    },
    { id: 'taux-reponse', libelle: 'Taux de réponse', unite: 'proportion', definition: 'courriers relevés qui ont eu une réponse, sur tous les courriers relevés.', calcule: (m) => ({ valeur: m.tauxReponse, numerateur: m.repondues, denominateur: m.remplies }) },
    deDelais('moyenne', 'Moyenne des délais (courriers répondus)', 'en jours, du jour de réception à celui de la réponse ; une réponse du jour même compte 1.', (m) => m.moyenne),
    deDelais('mediane', 'Délai médian', 'un courrier répondu sur deux l’est en moins de temps (CENTILE.INCLURE).', (m) => m.delais?.mediane),
    deDelais('p90', 'Délai P90', 'neuf courriers répondus sur dix le sont dans ce délai (CENTILE.INCLURE).', (m) => m.delais?.p90),
    deDelais('maximum', 'Délai le plus long', 'le plus long des délais relevés.', (m) => m.delais?.maximum),
  ];
};
