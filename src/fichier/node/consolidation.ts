// Plusieurs fichiers, un par site : les taux de chacun et leur total, qui est la somme des effectifs, jamais une moyenne de taux.
import path from 'node:path';
import type { Indicateur } from '../../socle/outil';
import type { AnalyseFichier } from './analyse-fichier';
import { tableau, valeurFr } from './texte-analyse';

/** Ce que montre le tableau par site. */
const MONTRES = ['moins-de-8', 'moins-de-15', 'moins-de-30', 'considere-non-repondu', 'en-retard'];

const nomSite = (fichier: string): string => path.basename(fichier, path.extname(fichier));

/** Additionne un même indicateur sur plusieurs sites ; sans objet pour les moyennes et les centiles, qui ne s'additionnent pas. */
const total = (indicateurs: readonly Indicateur[]): Indicateur | null => {
  const [premier] = indicateurs;
  if (premier === undefined || indicateurs.some(({ numerateur }) => numerateur === null)) return null;
  const numerateur = indicateurs.reduce((somme, i) => somme + (i.numerateur ?? 0), 0);
  const denominateur = indicateurs.reduce((somme, i) => somme + i.denominateur, 0);
  const debuts = indicateurs.flatMap(({ periode }) => periode.du ?? []).sort();
  return { ...premier, feuille: 'tous les sites', numerateur, denominateur, valeur: denominateur === 0 ? null : numerateur / denominateur, periode: { du: debuts[0] ?? null, au: premier.periode.au } };
};

export const consolide = (analyses: readonly AnalyseFichier[]): Indicateur[] => {
  const groupes = new Map<string, Indicateur[]>();
  for (const indicateur of analyses.flatMap((a) => a.indicateurs)) {
    const clef = `${indicateur.outil} ${indicateur.canal} ${indicateur.id}`;
    groupes.set(clef, [...(groupes.get(clef) ?? []), indicateur]);
  }
  return [...groupes.values()].flatMap((groupe) => total(groupe) ?? []);
};

export const texteConsolidation = (analyses: readonly AnalyseFichier[], totaux: readonly Indicateur[]): string => {
  const ligne = (nom: string, indicateurs: readonly Indicateur[]): string[] => [nom, ...MONTRES.map((id) => {
    const trouve = indicateurs.find((i) => i.id === id && i.canal === 'tous');
    return trouve === undefined ? '' : valeurFr(trouve);
  })];
  const libelles = MONTRES.map((id) => totaux.find((i) => i.id === id)?.libelle.replace(/ \(.*/, '') ?? id);
  return tableau([['Site', ...libelles], ...analyses.map((a) => ligne(nomSite(a.fichier), a.indicateurs)), ligne('Tous les sites', totaux)]);
};
