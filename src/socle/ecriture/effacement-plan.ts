// Le plan d'un effacement : les zones, et de quoi reconnaître plus tard ce que la personne y a vu, dans la place que la mémoire du classeur laisse.
import { estVide, type Cellule, type Plage, type Zone } from '../cellule';
import { empreinte } from '../empreinte';
import { erreur } from '../erreurs';
import { octets, OCTETS_MAX } from '../memoire';
import { lis, type Suite } from '../suite';

export type PlanEffacement = {
  readonly zones: readonly Zone[];
  /** Combien de cellules qui se suivent, dans l'ordre de lecture, partagent une empreinte : 1 tant que le plan tient dans la mémoire du classeur. */
  readonly pas: number;
  /** Par zone, les empreintes de ses cellules quand la personne a vu le plan, bout à bout. */
  readonly empreintes: readonly string[];
};

export const CLEF = 'effacement';
const SIGNES = 8;

/** Un morceau de zone qui a sa propre empreinte ; `debut` compte ses cellules d'avant, dans l'ordre de lecture. */
export type Bloc = { readonly debut: number; readonly cellules: readonly Cellule[]; readonly empreinte: string };

export const taille = (zones: readonly Zone[]): number => zones.reduce((total, { lignes, colonnes }) => total + lignes * colonnes, 0);

/** L'hôte peut omettre les cellules vides, ou les rendre nulles : c'est pareil. */
const cellulesDe = (plage: Plage, { lignes, colonnes }: Zone): Cellule[] =>
  Array.from({ length: lignes * colonnes }, (_, rang) => {
    const valeur = plage[Math.floor(rang / colonnes)]?.[rang % colonnes] ?? null;
    return estVide(valeur) ? null : valeur;
  });

export const blocs = (plage: Plage, zone: Zone, pas: number): Bloc[] => {
  const toutes = cellulesDe(plage, zone);
  return Array.from({ length: Math.ceil(toutes.length / pas) }, (_, rang) => {
    const cellules = toutes.slice(rang * pas, (rang + 1) * pas);
    return { debut: rang * pas, cellules, empreinte: empreinte(JSON.stringify(cellules)).slice(0, SIGNES) };
  });
};

export const empreinteConfirmee = (empreintes: string, rang: number): string => empreintes.slice(rang * SIGNES, (rang + 1) * SIGNES);

/** @throws ErreurClasseur quand même une empreinte par zone ne tient pas */
const pasPour = (zones: readonly Zone[]): number => {
  const total = taille(zones);
  const place = Math.floor((OCTETS_MAX - octets(JSON.stringify({ zones, pas: total, empreintes: zones.map(() => '') }))) / SIGNES);
  if (total <= place) return 1;
  // Chaque zone peut finir par un bloc entamé : un de plus chacune.
  if (place <= zones.length) throw erreur(`Ce plan a trop de zones (${zones.length}) pour être effacé d’un coup ; rien n’a été effacé`, 'Effacez-les en plusieurs fois');
  return Math.ceil(total / (place - zones.length));
};

/** Le plan à montrer : les zones, et ce qu'elles contiennent à cet instant. */
export function* prepareEffacement(zones: readonly Zone[]): Suite<PlanEffacement> {
  const pas = pasPour(zones);
  const { plages } = yield* lis({ zones });
  return { zones, pas, empreintes: zones.map((zone, i) => blocs(plages[i] ?? [], zone, pas).map((bloc) => bloc.empreinte).join('')) };
}

/** L'effacement qu'une coupure a laissé en route, ou null. */
export const effacementInterrompu = (memoire: Readonly<Record<string, string>>): PlanEffacement | null => {
  try {
    const lu = JSON.parse(memoire[CLEF] ?? 'null') as PlanEffacement | null;
    return lu !== null && Array.isArray(lu.zones) && Array.isArray(lu.empreintes) && Number.isInteger(lu.pas) && lu.pas > 0 ? lu : null;
  } catch {
    return null;
  }
};
