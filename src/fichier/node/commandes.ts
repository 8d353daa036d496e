// Les commandes de la ligne de commande. Chacune rend un code de sortie : 0 fait, 1 un fichier a manqué.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fonctions, outils } from '../../registre';
import { ErreurClasseur, ErreurReglage } from '../../socle/erreurs';
import { signature } from '../../socle/fonction';
import { versIso, type Jour } from '../../socle/jours';
import type { Contexte } from '../../socle/outil';
import { conduis, type Avancement } from '../../socle/suite';
import { ouvreFichier } from '../ouvre';
import { analyseFichier, type AnalyseFichier } from './analyse-fichier';
import { ErreurUsage, type Options } from './arguments';
import { consolide, texteConsolidation } from './consolidation';
import { fichiersDe } from './dossier';
import { creeDossierDe, ecrisFichierAtomique, lisFichier, nomLibre } from './fichiers';
import { contextePour, exigeConnues } from './saisies-par-outil';
import { texteAnalyse } from './texte-analyse';
import { sansComptes } from './totaux';

export type Terminal = {
  readonly aujourdhui: Jour;
  ecris(texte: string): void;
  signale(texte: string): void;
  suivi(avancement: Avancement): void;
  /** Remplace la ligne d'avancement (« 312 sur 1 000 »), là où quelqu'un la voit. */
  progres(texte: string): void;
};

export const contexteDe = ({ au, saisies, cellule }: Options, { aujourdhui }: Terminal): Contexte => {
  const contexte = { aujourdhui, au, saisies, cellule };
  exigeConnues(saisies);
  try {
    for (const outil of outils) outil.verifie(contextePour(outil, contexte).saisies);
  } catch (cause) {
    throw cause instanceof ErreurClasseur ? new ErreurUsage(cause.message) : cause;
  }
  return contexte;
};

export const analyser = (chemins: readonly string[], options: Options, terminal: Terminal): number => {
  if (chemins.length === 0) throw new ErreurUsage('analyser attend au moins un fichier .xlsx ou .csv, ou un dossier.');
  const contexte = contexteDe(options, terminal);
  const fichiers = fichiersDe(chemins, terminal.signale);
  if (fichiers.length === 0) throw new ErreurUsage('Ce dossier n’a aucun fichier .xlsx, .xlsm ou .csv.');
  const analyses: AnalyseFichier[] = [];
  const erreurs: { fichier: string; message: string }[] = [];
  for (const fichier of fichiers) {
    try {
      analyses.push(analyseFichier(fichier, contexte, terminal.suivi, options.demandes && options.json));
    } catch (cause) {
      // Un réglage qui ne va pas à l'un des sites n'empêche pas les autres ; à un seul fichier, c'est la commande qui est à corriger.
      if (!(cause instanceof ErreurClasseur) || (cause instanceof ErreurReglage && fichiers.length === 1)) throw cause;
      erreurs.push({ fichier, message: cause.message });
    }
  }
  const au = versIso(contexte.au ?? contexte.aujourdhui);
  const plusieurs = fichiers.length > 1;
  const totaux = plusieurs ? consolide(analyses) : [];
  if (options.json) {
    const sans = ({ fichier, ...analyse }: AnalyseFichier): object => ({ ...(plusieurs ? { fichier } : {}), ...analyse, repartitions: undefined });
    if (plusieurs) terminal.ecris(JSON.stringify({ au, sites: analyses.map(sans), consolide: totaux.map(sansComptes), erreurs }, null, 2));
    else if (analyses[0]) terminal.ecris(JSON.stringify({ au, ...sans(analyses[0]) }, null, 2));
  } else {
    for (const analyse of plusieurs ? [] : analyses) terminal.ecris(texteAnalyse(path.basename(analyse.fichier), analyse));
    if (plusieurs) terminal.ecris(texteConsolidation(analyses, totaux));
  }
  for (const { fichier, message } of erreurs) terminal.signale(`${fichier} : ${message}`);
  return erreurs.length === 0 ? 0 : 1;
};

/** Le nom de la copie, à côté de l'original ; jamais celui d'un fichier qui existe. */
const copieDe = (chemin: string, suffixe: string, extension: string): string =>
  nomLibre(path.join(path.dirname(chemin), `${path.basename(chemin, path.extname(chemin))}-${suffixe}`), extension);

const sortieDe = (chemin: string, quoi: string, genre: 'xlsx' | 'csv', options: Options): string => {
  const extension = genre === 'csv' ? '.xlsx' : path.extname(chemin);
  if (options.surPlace && options.sortie !== null) throw new ErreurUsage('Choisissez -o ou --sur-place, pas les deux.');
  if (options.surPlace) {
    if (genre === 'csv') throw new ErreurUsage('Un .csv n’a qu’une feuille : sans --sur-place, un .xlsx est écrit à côté.');
    return chemin;
  }
  if (options.sortie === null) return copieDe(chemin, quoi, extension);
  if (path.extname(options.sortie).toLowerCase() !== extension.toLowerCase()) throw new ErreurUsage(`Le fichier de sortie doit finir par ${extension}.`);
  if (existsSync(options.sortie) && path.resolve(options.sortie) === path.resolve(chemin)) throw new ErreurUsage('La sortie est le fichier lui-même : ajoutez --sur-place si c’est ce que vous voulez.');
  return options.sortie;
};

export const produire = (restes: readonly string[], options: Options, terminal: Terminal): number => {
  const [quoi, chemin, ...enTrop] = restes;
  const commandes = outils.flatMap((outil) => outil.commandes);
  const commande = commandes.find(({ id }) => id === quoi);
  const outil = outils.find((celui) => celui.commandes.some(({ id }) => id === quoi));
  if (commande === undefined || outil === undefined || quoi === undefined) throw new ErreurUsage(`produire attend ce qu’il faut produire (${commandes.map(({ id }) => id).join(', ')}), puis un fichier.`);
  if (chemin === undefined || enTrop.length > 0) throw new ErreurUsage(`produire ${quoi} attend un seul fichier.`);
  const contexte = contextePour(outil, contexteDe(options, terminal));
  const classeur = ouvreFichier(lisFichier(chemin), path.basename(chemin));
  if (options.apercu) {
    const { verdict, lignes } = conduis(commande.prevois(contexte), classeur, terminal.suivi);
    terminal.ecris([`Aperçu de « ${commande.titre} », rien n’est écrit :`, ...lignes.map(({ phrase }) => `- ${phrase}`)].join('\n'));
    return verdict === 'impossible' ? 1 : 0;
  }
  const sortie = sortieDe(chemin, quoi, classeur.genre, options);
  const { message, ecrit } = conduis(commande.execute(contexte), classeur, terminal.suivi);
  if (ecrit || !options.surPlace) {
    if (options.sortie !== null) creeDossierDe(sortie);
    ecrisFichierAtomique(sortie, classeur.octets());
  }
  terminal.ecris(`${message}\n${ecrit || !options.surPlace ? `${ecrit ? 'Enregistré' : 'Copie sans changement enregistrée'} dans ${sortie}` : `${chemin} n’a pas changé.`}`);
  return 0;
};

export const listeFonctions = (restes: readonly string[], options: Options, terminal: Terminal): number => {
  if (restes.length > 0) throw new ErreurUsage('fonctions n’attend rien d’autre que --json.');
  if (options.json) {
    terminal.ecris(JSON.stringify(fonctions.map((f) => ({ nom: f.nom, signature: signature(f), resume: f.resume, rend: f.rend, parametres: f.parametres, exemples: f.exemples, voirAussi: f.voirAussi ?? null })), null, 2));
    return 0;
  }
  terminal.ecris(fonctions.map((f) => [signature(f), `  ${f.resume}`, ...f.parametres.map((p) => `  ${p.nom}${p.facultatif ? ' (facultatif)' : ''} : ${p.aide}`)].join('\n')).join('\n\n'));
  return 0;
};
