// Plusieurs fichiers, un par site : les taux de chacun et leur total, qui est la somme des effectifs, jamais une moyenne de taux.
import path from 'node:path';
import type { Gravite } from '../../socle/anomalie';
import type { Indicateur } from '../../socle/outil';
import type { AnalyseFichier } from './analyse-fichier';
import { tableau, valeurFr } from './texte-analyse';

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

/** Ce que montre le tableau par site : les taux « moins de k jours » demandés, et ce qui manque ; le reste est dans --json. */
const seMontre = ({ id, canal }: Indicateur): boolean => canal === 'tous' && (id.startsWith('moins-de-') || id === 'considere-non-repondu' || id === 'en-retard');

/** Un en-tête court : « Moins de 8 jours » pour « Répondu en moins de 8 jours (délai Marianne) ». */
const titreCourt = (libelle: string): string => libelle.replace(/ \(.*/, '').replace(/^Répondu en m/, 'M');

const nombreDe = ({ anomalies }: AnalyseFichier, gravite: Gravite): number => anomalies.filter((a) => a.gravite === gravite).length;

export const texteConsolidation = (analyses: readonly AnalyseFichier[], totaux: readonly Indicateur[]): string => {
  const avecRegistre = analyses.filter(({ feuilles }) => feuilles.length > 0);
  const sansRegistre = analyses.filter(({ feuilles }) => feuilles.length === 0);
  const montres = totaux.filter(seMontre);
  const ligne = (nom: string, indicateurs: readonly Indicateur[], sites: readonly AnalyseFichier[]): string[] => {
    const somme = (compte: (site: AnalyseFichier) => number): string => String(sites.reduce((n, site) => n + compte(site), 0));
    const valeurs = montres.map(({ id }) => {
      const trouve = indicateurs.find((i) => i.id === id && i.canal === 'tous');
      return trouve === undefined ? '' : valeurFr(trouve);
    });
    return [nom, ...valeurs, somme(({ alertes }) => alertes.length), somme((site) => nombreDe(site, 'erreur')), somme((site) => nombreDe(site, 'avertissement'))];
  };
  const sites = avecRegistre.map((site) => ligne(nomSite(site.fichier), site.indicateurs, [site]));
  return [
    tableau([['Site', ...montres.map(({ libelle }) => titreCourt(libelle)), 'À traiter', 'À corriger', 'À vérifier'], ...sites, ligne('Tous les sites', totaux, avecRegistre)]),
    ...(sansRegistre.length === 0 ? [] : [`\nAucun registre reconnu dans : ${sansRegistre.map(({ fichier }) => path.basename(fichier)).join(', ')}.`]),
    '\nAnalysez un fichier seul pour voir ses demandes à traiter, ses cellules à corriger ou à vérifier.',
  ].join('\n');
};
