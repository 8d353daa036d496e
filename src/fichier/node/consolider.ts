// « consolider » : un dossier de classeurs, lus un à un par quelques fils ; une ligne par site et par indicateur, puis leur total.
import { existsSync, readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { erreur } from '../../socle/erreurs';
import { nombre, pluriel } from '../../socle/format';
import { versIso } from '../../socle/jours';
import { ErreurUsage, type Options } from './arguments';
import { texteBilan, type Bilan } from './bilan';
import { contexteDe, type Terminal } from './commandes';
import { ENTETE, estConsolidation, ligneDAbsent, lignesDeSite, lignesDeTotaux } from './csv-consolidation';
import { CLASSEURS_ILLISIBLES, fichiersDe } from './dossier';
import { enEquipe } from './equipe';
import { creeDossierDe, nomLibre, ouvreProvisoire } from './fichiers';
import { ecouteArret, ARRETE } from './interruption';
import { texteNet } from './nom-montre';
import type { Absent, Reduit } from './site';
import { cumul, sansComptes } from './totaux';

/** Résultats gardés en attendant leur tour derrière un fichier plus long : quelques-uns par fil suffisent à ne jamais les laisser oisifs. */
const FENETRE = 64;

const PERDU = 'Sa lecture s’est arrêtée en route, faute de mémoire le plus souvent. Analysez ce fichier seul.';

const dossierDe = ([dossier, ...enTrop]: readonly string[]): string => {
  if (dossier === undefined || enTrop.length > 0) throw new ErreurUsage('consolider attend un dossier, et un seul.');
  if (!existsSync(dossier)) throw erreur(`Le dossier « ${path.basename(dossier)} » n’existe pas`, 'Vérifiez son nom');
  if (!statSync(dossier).isDirectory()) throw new ErreurUsage(`« ${path.basename(dossier)} » n’est pas un dossier : pour un fichier, choisissez analyser.`);
  return dossier;
};

const sortieDe = ({ sortie }: Options): string => {
  if (sortie === null) return nomLibre('consolidation', '.csv');
  if (path.extname(sortie).toLowerCase() !== '.csv') throw new ErreurUsage('Le fichier de sortie doit finir par .csv.');
  if (existsSync(sortie) && statSync(sortie).isFile() && !estConsolidation(sortie)) throw new ErreurUsage(`« ${path.basename(sortie)} » existe, et n’est pas une consolidation : choisissez un autre nom.`);
  return sortie;
};

/** Les classeurs du dossier ; ce qui n'est pas lu est dit, jamais passé sous silence. */
const classeursDe = (dossier: string, signale: (texte: string) => void): string[] => {
  const sousDossiers = readdirSync(dossier, { withFileTypes: true }).filter((entree) => entree.isDirectory()).length;
  if (sousDossiers > 0) signale(`${sousDossiers} ${pluriel(sousDossiers, 'sous-dossier n’est pas lu : consolidez-le', 'sous-dossiers ne sont pas lus : consolidez-les')} à part.`);
  const fichiers = fichiersDe([dossier], signale, CLASSEURS_ILLISIBLES).filter((chemin) => {
    if (!estConsolidation(chemin)) return true;
    signale(`${path.basename(chemin)} : laissé de côté, c’est une consolidation.`);
    return false;
  });
  if (fichiers.length === 0) throw new ErreurUsage('Ce dossier n’a aucun fichier .xlsx, .xlsm ou .csv.');
  return fichiers;
};

export const consolider = async (restes: readonly string[], options: Options, terminal: Terminal): Promise<number> => {
  const dossier = dossierDe(restes);
  const contexte = contexteDe(options, terminal);
  const sortie = sortieDe(options);
  const signale = (texte: string): void => terminal.signale(texteNet(texte));
  const fichiers = classeursDe(dossier, signale);
  const somme = cumul();
  const absents: Absent[] = [];
  const comptes = { sites: 0, aTraiter: 0, aCorriger: 0, aVerifier: 0 };
  const arret = ecouteArret();
  creeDossierDe(sortie);
  const provisoire = ouvreProvisoire(sortie);
  const ecris = (texte: string): void => provisoire.ecris(Buffer.from(texte));
  const range = (reduit: Reduit): void => {
    if ('raison' in reduit) {
      absents.push(reduit);
      ecris(ligneDAbsent(reduit));
      signale(`${reduit.fichier} : ${reduit.raison}`);
      return;
    }
    somme.ajoute(reduit);
    ecris(lignesDeSite(reduit));
    comptes.sites++;
    for (const quoi of ['aTraiter', 'aCorriger', 'aVerifier'] as const) comptes[quoi] += reduit[quoi];
  };
  try {
    ecris(ENTETE);
    const equipe = enEquipe<string, Reduit>(fichiers, {
      membres: Math.min(os.availableParallelism(), fichiers.length), fenetre: FENETRE, arret: arret.signal,
      ouvre: () => new Worker(__filename, { workerData: contexte }),
      perdue: (chemin) => ({ fichier: path.basename(chemin), raison: PERDU, illisible: true }),
    });
    for await (const reduit of equipe) {
      range(reduit);
      terminal.progres(`${nombre(comptes.sites + absents.length)} sur ${nombre(fichiers.length)}`);
    }
    ecris(lignesDeTotaux(somme.totaux()));
    provisoire.adopte();
  } catch (cause) {
    if (!arret.signal.aborted) throw cause;
    terminal.signale('Arrêté : rien n’a été écrit.');
    return ARRETE;
  } finally {
    provisoire.abandonne();
    arret.oublie();
  }
  const bilan: Bilan = { ...comptes, absents, totaux: somme.totaux() };
  if (options.json) {
    terminal.ecris(JSON.stringify({ au: versIso(contexte.au ?? contexte.aujourdhui), sites: comptes.sites, consolide: bilan.totaux.map(sansComptes), absents }, null, 2));
  } else terminal.ecris(`${texteBilan(path.basename(path.resolve(dossier)), bilan)}\nEnregistré dans ${sortie}`);
  return absents.some(({ illisible }) => illisible) ? 1 : 0;
};
