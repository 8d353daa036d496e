// Le total de plusieurs classeurs, un à un, sans les garder : des effectifs qui s'ajoutent et des délais réunis, jamais une moyenne de taux.
import { histogramme, tire, type Histogramme, type Tirage } from '../../socle/histogramme';
import type { Indicateur, Repartition } from '../../socle/outil';

export type Total = Indicateur & {
  /** Combien de classeurs y sont comptés. */
  readonly classeurs: number;
  /** Les délais réunis dont la valeur est tirée ; null pour une proportion. */
  readonly comptes: Int32Array | null;
};

/** Pour le JSON : ce qui se lit. */
export const sansComptes = (total: Total): object => ({ ...total, comptes: undefined });

type Groupe = {
  readonly premier: Indicateur;
  readonly tirage: Tirage | null;
  readonly delais: Histogramme;
  numerateur: number;
  denominateur: number;
  du: string | null;
  au: string;
  classeurs: number;
  reunissable: boolean;
};

type Compte = { readonly indicateurs: readonly Indicateur[]; readonly repartitions: readonly Repartition[] };

export type Cumul = { ajoute(compte: Compte): void; totaux(): Total[] };

/** Deux nombres qui ne se comptent pas de la même façon (seuils, jours ouvrés, dénominateur, question) n'ont pas de total commun. */
const clefDe = ({ outil, canal, id, libelle, unite, definition, filtres }: Indicateur): string => [outil, canal, id, libelle, unite, definition, filtres].join('\u0000');

/** Faux pour un taux redressé par des poids, que ses effectifs ne redonnent pas. */
const vientDeSesEffectifs = ({ valeur, numerateur, denominateur }: Indicateur): boolean =>
  numerateur !== null && (denominateur === 0 ? valeur === null : Math.abs((valeur ?? Infinity) - numerateur / denominateur) < 1e-9);

export const repartitionDe = (indicateur: Indicateur, repartitions: readonly Repartition[]): Repartition | null =>
  repartitions.find(({ outil, canal, tirages }) => outil === indicateur.outil && canal === indicateur.canal && indicateur.id in tirages) ?? null;

const neuf = (premier: Indicateur, tirage: Tirage | null): Groupe =>
  ({ premier, tirage, delais: histogramme(), numerateur: 0, denominateur: 0, du: null, au: premier.periode.au, classeurs: 0, reunissable: true });

const totalDe = ({ premier, tirage, delais, numerateur, denominateur, du, au, classeurs }: Groupe): Total => {
  const commun = { ...premier, feuille: 'tous les sites', denominateur, periode: { du, au }, classeurs };
  if (tirage !== null) return { ...commun, numerateur: null, valeur: tire(delais, tirage), comptes: delais.comptes() };
  return { ...commun, numerateur, valeur: denominateur === 0 ? null : numerateur / denominateur, comptes: null };
};

export const cumul = (): Cumul => {
  const groupes = new Map<string, Groupe>();
  const ajouteUn = (indicateur: Indicateur, repartition: Repartition | null): void => {
    const clef = clefDe(indicateur);
    const groupe = groupes.get(clef) ?? neuf(indicateur, repartition?.tirages[indicateur.id] ?? null);
    groupes.set(clef, groupe);
    if (repartition !== null) groupe.delais.verse(repartition.comptes);
    else if (!vientDeSesEffectifs(indicateur)) groupe.reunissable = false;
    groupe.numerateur += indicateur.numerateur ?? 0;
    groupe.denominateur += indicateur.denominateur;
    const { du, au } = indicateur.periode;
    if (du !== null && (groupe.du === null || du < groupe.du)) groupe.du = du;
    if (au > groupe.au) groupe.au = au;
    groupe.classeurs++;
  };
  return {
    ajoute: ({ indicateurs, repartitions }) => indicateurs.forEach((indicateur) => ajouteUn(indicateur, repartitionDe(indicateur, repartitions))),
    totaux: () => [...groupes.values()].filter(({ reunissable }) => reunissable).map(totalDe),
  };
};

/** Un seul total par indicateur et par canal : celui du plus grand nombre de classeurs ; `autrement` compte ceux qui n'y sont pas. */
export const principaux = (totaux: readonly Total[]): { readonly totaux: Total[]; readonly autrement: number } => {
  const choisis = new Map<string, Total>();
  const ensemble = new Map<string, number>();
  for (const total of totaux) {
    const clef = [total.outil, total.canal, total.id].join('\u0000');
    const deja = choisis.get(clef);
    if (deja === undefined || total.classeurs > deja.classeurs) choisis.set(clef, total);
    ensemble.set(clef, (ensemble.get(clef) ?? 0) + total.classeurs);
  }
  return { totaux: [...choisis.values()], autrement: Math.max(0, ...[...choisis].map(([clef, { classeurs }]) => (ensemble.get(clef) ?? 0) - classeurs)) };
};
