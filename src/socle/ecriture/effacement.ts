// Effacer exactement les cellules d'un plan que la personne a confirmé en toutes lettres ; interrompu, il est marqué et se finit.
import { adresse, estVide, type Plage, type Zone } from '../cellule';
import { empreinte } from '../empreinte';
import { erreur } from '../erreurs';
import type { CompteRendu } from '../outil';
import { ecris, lis, type Suite } from '../suite';

/** Le mot que la personne tape pour confirmer. */
export const MOT_DE_CONFIRMATION = 'EFFACER';

export type PlanEffacement = {
  readonly zones: readonly Zone[];
  /** L'empreinte de chaque zone quand la personne a vu le plan : si elle a changé depuis, rien n'est effacé. */
  readonly empreintes: readonly string[];
};

const CLEF = 'effacement';

const empreinteDe = (plage: Plage, { lignes, colonnes }: Zone): string =>
  empreinte(JSON.stringify(Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => plage[i]?.[j] ?? ''))));

const estVideZone = (plage: Plage): boolean => plage.every((ligne) => ligne.every((valeur) => estVide(valeur)));

/** Le plan à montrer : les zones, et ce qu'elles contiennent à cet instant. */
export function* prepareEffacement(zones: readonly Zone[]): Suite<PlanEffacement> {
  const { plages } = yield* lis({ zones });
  return { zones, empreintes: zones.map((zone, i) => empreinteDe(plages[i] ?? [], zone)) };
}

/** L'effacement qu'une coupure a laissé en route, ou null. */
export const effacementInterrompu = (memoire: Readonly<Record<string, string>>): PlanEffacement | null => {
  try {
    const lu = JSON.parse(memoire[CLEF] ?? 'null') as PlanEffacement | null;
    return lu !== null && Array.isArray(lu.zones) && Array.isArray(lu.empreintes) ? lu : null;
  } catch {
    return null;
  }
};

/** @throws ErreurClasseur quand la personne n'a pas tapé le mot */
export const exigeConfirmation = (confirmation: string): void => {
  if (confirmation.trim().toUpperCase() !== MOT_DE_CONFIRMATION) throw erreur('L’effacement n’est pas confirmé ; rien n’a été changé', `Tapez ${MOT_DE_CONFIRMATION} pour confirmer`);
};

/**
 * Efface le contenu des zones ; les styles restent.
 * @param confirmation ce que la personne a tapé
 * @throws ErreurClasseur confirmation absente, feuille absente ou protégée, ou cellules changées depuis que le plan a été montré : rien n'est effacé
 */
export function* efface(plan: PlanEffacement, confirmation: string): Suite<CompteRendu> {
  exigeConfirmation(confirmation);
  const { feuilles } = yield* lis({});
  for (const { feuille } of plan.zones) {
    const cible = feuilles.find(({ nom }) => nom === feuille);
    if (cible === undefined) throw erreur(`La feuille « ${feuille} » n’existe plus ; rien n’a été effacé`, 'Relisez le plan, puis confirmez de nouveau');
    if (cible.protegee) throw erreur(`La feuille « ${feuille} » est protégée ; rien n’a été effacé`, 'Ôtez sa protection, puis recommencez');
  }
  const { plages, memoire } = yield* lis({ zones: plan.zones });
  const enRoute = effacementInterrompu(memoire);
  const reprise = JSON.stringify(enRoute) === JSON.stringify(plan);
  plan.zones.forEach((zone, i) => {
    if (!reprise && empreinteDe(plages[i] ?? [], zone) !== plan.empreintes[i]) throw erreur('Des cellules ont changé depuis que vous avez vu le plan ; rien n’a été effacé', 'Relisez le plan, puis confirmez de nouveau', adresse(zone.feuille, zone.ligne, zone.colonne));
  });
  // Un autre effacement coupé n'a que cette note pour se finir : on ne l'écrase pas, sauf si sa feuille n'existe plus.
  if (enRoute !== null && !reprise && enRoute.zones.every(({ feuille }) => feuilles.some(({ nom }) => nom === feuille))) throw erreur(`Un effacement commencé dans « ${enRoute.zones[0]?.feuille} » n’a pas fini ; rien n’a été effacé`, 'Terminez-le d’abord');
  yield* ecris([
    { genre: 'memoriser', clef: CLEF, valeur: JSON.stringify(plan) }, { genre: 'barriere' },
    ...plan.zones.map((zone) => ({ genre: 'ecrire' as const, feuille: zone.feuille, ligne: zone.ligne, colonne: zone.colonne, valeurs: Array.from({ length: zone.lignes }, () => Array.from({ length: zone.colonnes }, () => null)) })), { genre: 'barriere' },
  ]);
  const apres = yield* lis({ zones: plan.zones });
  const restante = plan.zones.find((_, i) => !estVideZone(apres.plages[i] ?? []));
  if (restante !== undefined) throw erreur('Le tableur n’a pas tout effacé', 'Vérifiez que la feuille n’est pas protégée, puis recommencez', adresse(restante.feuille, restante.ligne, restante.colonne));
  yield* ecris([{ genre: 'memoriser', clef: CLEF, valeur: null }]);
  const cellules = plan.zones.reduce((total, { lignes, colonnes }) => total + lignes * colonnes, 0);
  const s = cellules > 1 ? 's' : '';
  return { message: `${cellules} cellule${s} effacée${s}. L’historique des versions (OneDrive, SharePoint, Google Drive) garde l’ancien contenu.`, feuille: plan.zones[0]?.feuille ?? null, ecrit: true };
}
