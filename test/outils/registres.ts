// Un registre de quelques lignes, et ce qu'on lui demande : de quoi écrire une règle en une phrase.
import { strToU8 } from 'fflate';
import { ouvreFichier, type ClasseurFichier } from '../../src/fichier/ouvre';
import { analyse, type AnalyseDemandes } from '../../src/outils/demandes-ecrites/analyse';
import { resultats } from '../../src/outils/demandes-ecrites/resultats';
import { lisDate } from '../../src/socle/dates-colonne';
import { conduis } from '../../src/socle/suite';

const ENTETE = 'N°;Canal;Reçu le;AR;Répondu le;Service';
const contexte = (saisies: Record<string, string>) => ({ au: lisDate('22/11/2026'), aujourdhui: lisDate('01/01/2036'), saisies });

/** Un .csv de lignes « numéro;canal;réception;AR;réponse;service ». */
export const classeur = (lignes: readonly string[], entete = ENTETE): ClasseurFichier => ouvreFichier(strToU8([entete, ...lignes].join('\n')), 'r.csv');

export const analyseAvec = (fichier: ClasseurFichier, saisies: Record<string, string> = {}): AnalyseDemandes => conduis(analyse(contexte(saisies)), fichier);

/** Produit l'onglet avec ces réglages, enregistre, et rouvre le classeur comme un autre jour. */
export const apresProduire = (fichier: ClasseurFichier, saisies: Record<string, string>): ClasseurFichier => {
  conduis(resultats.execute(contexte(saisies)), fichier);
  return ouvreFichier(fichier.octets(), 'r.xlsx');
};
