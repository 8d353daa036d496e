// Plusieurs fichiers, un par site : les taux de chacun et leur total, qui est la somme des effectifs, jamais une moyenne de taux.
import path from 'node:path';
import type { Gravite } from '../../socle/anomalie';
import { pluriel } from '../../socle/format';
import type { Indicateur } from '../../socle/outil';
import type { AnalyseFichier } from './analyse-fichier';
import { tableau, valeurFr } from './texte-analyse';
import { cumul, principaux, type Total } from './totaux';

const nomSite = (fichier: string): string => path.basename(fichier, path.extname(fichier));

export const consolide = (analyses: readonly AnalyseFichier[]): Total[] => {
  const somme = cumul();
  analyses.forEach((analyse) => somme.ajoute(analyse));
  return somme.totaux();
};

/** Ce qu'il faut savoir quand les classeurs ne comptent pas tous pareil : un total ne mêle pas deux façons de compter. */
export const phraseAutrement = (nombre: number): string[] =>
  nombre === 0 ? [] : [`\n${nombre} ${pluriel(nombre, 'classeur compte', 'classeurs comptent')} autrement (réglages retenus dans le classeur, ou autres questions) : ${pluriel(nombre, 'il n’est pas', 'ils ne sont pas')} dans ce total.`];

/** Ce que montre le tableau par site : les taux « moins de k jours » demandés, et ce qui manque ; le reste est dans --json. */
const seMontre = ({ id, canal }: Indicateur): boolean => canal === 'tous' && (id.startsWith('moins-de-') || id === 'considere-non-repondu' || id === 'en-retard');

/** Un en-tête court : « Moins de 8 jours » pour « Répondu en moins de 8 jours (délai Marianne) ». */
const titreCourt = (libelle: string): string => libelle.replace(/ \(.*/, '').replace(/^Répondu en m/, 'M');

const nombreDe = ({ anomalies }: AnalyseFichier, gravite: Gravite): number => anomalies.filter((a) => a.gravite === gravite).length;

export const texteConsolidation = (analyses: readonly AnalyseFichier[], totaux: readonly Total[]): string => {
  const avecRegistre = analyses.filter(({ feuilles }) => feuilles.length > 0);
  const sansRegistre = analyses.filter(({ feuilles }) => feuilles.length === 0);
  const { totaux: retenus, autrement } = principaux(totaux);
  const montres = retenus.filter(seMontre);
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
    tableau([['Site', ...montres.map(({ libelle }) => titreCourt(libelle)), 'À traiter', 'À corriger', 'À vérifier'], ...sites, ligne('Tous les sites', retenus, avecRegistre)]),
    ...phraseAutrement(autrement),
    ...(sansRegistre.length === 0 ? [] : [`\nAucun registre reconnu dans : ${sansRegistre.map(({ fichier }) => path.basename(fichier)).join(', ')}.`]),
    '\nAnalysez un fichier seul pour voir ses demandes à traiter, ses cellules à corriger ou à vérifier.',
  ].join('\n');
};
