// L'entrée de la ligne de commande : la seule qui lise l'horloge, et qui décide du code de sortie. Ses fils (équipe) entrent aussi par ici.
import { isMainThread } from 'node:worker_threads';
import { ErreurClasseur, ErreurReglage } from '../../socle/erreurs';
import { jourDe } from '../../socle/jours';
import { AIDE, aide } from './aide';
import { ErreurUsage, lisArguments } from './arguments';
import { calculer } from './calcul';
import { analyser, listeFonctions, produire, type Terminal } from './commandes';
import { consolider } from './consolider';
import { ouvrier } from './ouvrier';

const maintenant = new Date();

const effaceSuivi = (): void => void (process.stderr.isTTY && process.stderr.write('\r\u001b[K'));

const terminal: Terminal = {
  aujourdhui: jourDe(maintenant.getFullYear(), maintenant.getMonth() + 1, maintenant.getDate()),
  ecris: (texte) => {
    effaceSuivi();
    process.stdout.write(`${texte}\n`);
  },
  signale: (texte) => {
    effaceSuivi();
    process.stderr.write(`${texte}\n`);
  },
  suivi: ({ fait, total, libelle }) => {
    if (process.stderr.isTTY && total > 20_000) process.stderr.write(`\r\u001b[K${libelle} : ${Math.min(100, Math.round((100 * fait) / total))}\u00a0%`);
  },
  progres: (texte) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${texte}`);
  },
};

const lance = (): number | Promise<number> => {
  const { commande, restes, options } = lisArguments(process.argv.slice(2));
  if (options.aide || commande === 'aide') {
    terminal.ecris(options.aide ? AIDE : aide(restes));
    return 0;
  }
  if (commande === 'analyser') return analyser(restes, options, terminal);
  if (commande === 'produire') return produire(restes, options, terminal);
  if (commande === 'consolider') return consolider(restes, options, terminal);
  if (commande === 'calculer') return calculer(restes, options, terminal);
  return listeFonctions(restes, options, terminal);
};

const refuse = (cause: unknown): void => {
  if (cause instanceof ErreurUsage || cause instanceof ErreurReglage) {
    terminal.signale(`${cause.message}\nVoyez « classeur-plus aide ».`);
    process.exitCode = 2;
  } else if (cause instanceof ErreurClasseur) {
    terminal.signale(cause.message);
    process.exitCode = 1;
  } else {
    terminal.signale('Une erreur inattendue est survenue ; aucun fichier n’a été changé. Signalez-la avec le texte qui suit.');
    terminal.signale(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    process.exitCode = 1;
  }
};

const commence = (): void => {
  try {
    void Promise.resolve(lance()).then((code) => (process.exitCode = code), refuse);
  } catch (cause) {
    refuse(cause);
  }
};

if (isMainThread) commence();
else ouvrier();
