// Une campagne est une grille lue et mesurée ; chacune porte son nom, sa période, et ce qui se dit d'elle.
import type { Jour } from '../../socle/jours';
import { nomDuMois, type GrilleLue } from './lecture';
import { mesure, type Mesures } from './mesures';
import { AVEC_POIDS, phraseConseil, phraseMoyenne, phraseRemplissage, phraseTaux, SANS_POIDS } from './phrases';

export type Campagne = {
  readonly nom: string;
  readonly lue: GrilleLue;
  readonly mesures: Mesures;
  readonly du: Jour | null;
  readonly au: Jour | null;
  readonly manquantes: number;
  readonly phrases: readonly string[];
};

export type ParMois = { readonly libelle: string; readonly mesures: Mesures; readonly manquantes: number };

/** Le nom de la feuille ; avec le canal, ou un rang, quand elle porte plusieurs grilles. */
const nomDe = (lue: GrilleLue, toutes: readonly GrilleLue[]): string => {
  const soeurs = toutes.filter(({ feuille }) => feuille === lue.feuille);
  if (soeurs.length === 1) return lue.feuille;
  const canaux = soeurs.map(({ grille }) => grille.canal);
  const distincts = new Set(canaux).size === soeurs.length && !canaux.includes(null);
  return `${lue.feuille}, ${distincts ? `${lue.grille.canal}s` : `grille ${soeurs.indexOf(lue) + 1}`}`;
};

const bornes = ({ dates }: GrilleLue): { du: Jour | null; au: Jour | null } => {
  const jours = dates.flatMap(({ date, delais, nr }) => (date !== null && delais.length + nr > 0 ? [date] : []));
  return jours.length === 0 ? { du: null, au: null } : { du: Math.min(...jours), au: Math.max(...jours) };
};

/** Une grille où rien n'est encore saisi n'est pas une campagne à montrer, mais elle est reconnue. */
export const campagnesDe = (lues: readonly GrilleLue[], moinsDe: number): readonly Campagne[] =>
  lues.map((lue) => {
    const mesures = mesure(lue.dates, moinsDe);
    const manquantes = lue.dates.reduce((total, { manquantes: m }) => total + m, 0);
    const vides = lue.dates.filter(({ delais, nr }) => delais.length + nr === 0).length;
    const { precisionRapide: rapide, precisionMoyenne } = mesures;
    const phrases = [
      phraseRemplissage(mesures.remplies, manquantes, mesures.remplies - mesures.repondues, vides),
      ...(rapide === null ? [] : [phraseTaux(rapide), precisionMoyenne === null ? '' : phraseMoyenne(precisionMoyenne), phraseConseil(rapide), mesures.redresse ? AVEC_POIDS : SANS_POIDS]),
    ].filter((phrase) => phrase !== '');
    return { nom: nomDe(lue, lues), lue, mesures, ...bornes(lue), manquantes, phrases };
  });

/** Un même canal, sur l'année ou en pic : ce qui se compare. */
export const nature = ({ lue: { grille } }: Campagne): string => `${grille.canal ?? ''}|${grille.pic}`;

/** Dans l'ordre de leurs dates, à défaut celui des onglets. */
export const enOrdre = (campagnes: readonly Campagne[]): readonly Campagne[] => [...campagnes].sort((a, b) => (a.du === null || b.du === null ? 0 : a.du - b.du));

/** La plus récente de chaque nature. */
export const dernieres = (campagnes: readonly Campagne[]): readonly Campagne[] => enOrdre(campagnes).filter((c, i, toutes) => !toutes.slice(i + 1).some((autre) => nature(autre) === nature(c)));

/** Par mois quand les mois sont connus, sinon par date. */
export const parMois = ({ lue }: Campagne, moinsDe: number): readonly ParMois[] => {
  const connus = lue.dates.every(({ mois }) => mois !== null);
  if (!connus || lue.grille.pic) return lue.dates.map((date, i) => ({ libelle: date.titre || `Date ${i + 1}`, mesures: mesure([date], moinsDe), manquantes: date.manquantes }));
  const mois = [...new Set(lue.dates.map(({ mois: m }) => m as number))];
  return mois.map((m) => {
    const dates = lue.dates.filter((date) => date.mois === m);
    return { libelle: nomDuMois(m), mesures: mesure(dates, moinsDe), manquantes: dates.reduce((total, { manquantes }) => total + manquantes, 0) };
  });
};
