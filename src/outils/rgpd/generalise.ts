// Rendre une réponse moins reconnaissable : la date au mois, l'âge par tranche, le code postal au département (domaine.md §5.7).
import type { Cellule } from '../../socle/cellule';
import { lisDate } from '../../socle/dates-colonne';
import { dateFr, nombre } from '../../socle/format';
import { sansAccents } from '../../socle/normalise';
import type { Variable } from '../analyse/variables';

export type Generalisation = 'mois' | 'tranche' | 'departement';
export const LIBELLES: Readonly<Record<Generalisation, string>> = { mois: 'au mois', tranche: 'par tranche d’âge', departement: 'au département' };

/** Bornes basses des tranches. */
const AGES = [18, 25, 35, 45, 55, 65, 75] as const;
const AGE_MAX = 120;

/** Ce qui n'est pas un âge ne se devine pas : vide. */
export const tranche = (age: number | null): string | null => {
  if (age === null || age < 0 || age > AGE_MAX) return null;
  const rang = AGES.filter((borne) => age >= borne).length;
  if (rang === 0) return `moins de ${nombre(AGES[0])} ans`;
  return rang === AGES.length ? `${AGES[rang - 1]} ans et plus` : `${AGES[rang - 1]} à ${(AGES[rang] as number) - 1} ans`;
};

/** « 01000 » lu comme le nombre 1000 est de l'Ain ; la Corse se partage à 20200 ; l'outre-mer a trois chiffres. */
export const departement = (code: Cellule): string | null => {
  const chiffres = String(code ?? '').replace(/\s/g, '').padStart(5, '0');
  if (!/^\d{5}$/.test(chiffres) || chiffres.startsWith('00')) return null;
  if (chiffres.startsWith('20')) return chiffres < '20200' ? '2A' : '2B';
  return /^9[78]/.test(chiffres) ? chiffres.slice(0, 3) : chiffres.slice(0, 2);
};

export const mois = (valeur: Cellule): string | null => {
  const jour = lisDate(valeur);
  return jour > 0 ? dateFr(jour).slice(3) : null;
};

const mots = (titre: string): string => sansAccents(titre).replace(/[^a-z0-9]+/g, ' ').trim();

/** Ce qui se généralise dans cette colonne, d'après son type et son titre ; null : rien. */
export const generalisationDe = ({ titre, type }: Variable): Generalisation | null => {
  if (/\b(code postal|cp|codepostal)\b/.test(mots(titre))) return 'departement';
  if (type === 'date') return 'mois';
  return /\bage\b/.test(mots(titre)) && (type === 'ratio' || type === 'intervalle') ? 'tranche' : null;
};

export const generalise = (quoi: Generalisation, { valeurs, nombres }: Variable, i: number): string | null =>
  quoi === 'tranche' ? tranche(nombres[i] ?? null) : quoi === 'mois' ? mois(valeurs[i] ?? null) : departement(valeurs[i] ?? null);

/** Ce qui, recoupé, désigne quelqu'un sans le nommer. */
export const recoupe = ({ titre, type }: Variable): boolean => (type === 'nominale' || type === 'ordinale') && /\b(sexe|genre|civilite|age|commune|ville|quartier|profession|metier|situation|nationalite|handicap|service)\b/.test(mots(titre));
