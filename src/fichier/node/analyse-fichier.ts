// Ouvre un fichier et l'analyse avec tous les outils du registre.
import path from 'node:path';
import { outils } from '../../registre';
import type { Analyse, Contexte, Repartition } from '../../socle/outil';
import { conduis, type Avancement } from '../../socle/suite';
import { ouvreFichier } from '../ouvre';
import { lisFichier } from './fichiers';
import { contextePour } from './saisies-par-outil';

/** Ce que rend la ligne de commande : ce que le volet montre d'abord s'y retrouve dans les indicateurs. */
type Montree = Omit<Analyse, 'suivi' | 'essentiels' | 'evolutions' | 'saisies' | 'repartitions'> & { readonly repartitions: readonly Repartition[] };

export type AnalyseFichier = Montree & { readonly fichier: string; readonly demandes?: readonly object[] };

const reunis = (analyses: readonly Analyse[]): Montree => ({
  feuilles: analyses.flatMap((a) => a.feuilles),
  indicateurs: analyses.flatMap((a) => a.indicateurs),
  // « Aucun registre reconnu » ne se dit pas d'un classeur où un autre outil a trouvé ce qu'il cherche.
  anomalies: analyses.flatMap((a) => (a.feuilles.length === 0 && analyses.some(({ feuilles }) => feuilles.length > 0) ? a.anomalies.filter(({ gravite }) => gravite !== 'erreur') : a.anomalies)),
  alertes: analyses.flatMap((a) => a.alertes),
  effectifs: Object.assign({}, ...analyses.map((a) => a.effectifs)) as Record<string, number>,
  phrases: analyses.flatMap((a) => a.phrases),
  tableaux: analyses.flatMap((a) => a.tableaux),
  repartitions: analyses.flatMap((a) => a.repartitions ?? []),
});

export const analyseFichier = (chemin: string, contexte: Contexte, suivi: (a: Avancement) => void, avecDemandes = false): AnalyseFichier => {
  const classeur = ouvreFichier(lisFichier(chemin), path.basename(chemin));
  const analyses = outils.flatMap((outil) => (outil.analyse === null ? [] : [conduis(outil.analyse(contextePour(outil, contexte)), classeur, suivi)]));
  const demandes = !avecDemandes ? [] : analyses.flatMap(({ effectifs, suivi: ligne }) => Array.from({ length: effectifs['lignes'] ?? 0 }, (_, i) => ligne(i)));
  return { fichier: chemin, ...reunis(analyses), ...(avecDemandes ? { demandes } : {}) };
};
