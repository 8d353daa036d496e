// Lire et écrire un fichier sur le disque, sans jamais laisser un fichier à moitié écrit.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync, fchmodSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { erreur } from '../../socle/erreurs';

const codeDe = (cause: unknown): string => String((cause as { code?: unknown } | null)?.code ?? '');

/** La phrase qui correspond à l'erreur du système. */
const explique = (cause: unknown, chemin: string, geste: 'lire' | 'enregistrer'): Error => {
  const nom = `« ${path.basename(chemin)} »`;
  switch (codeDe(cause)) {
    case 'ENOENT':
      return geste === 'lire'
        ? erreur(`Le fichier ${nom} n’existe pas`, 'Vérifiez son nom et son dossier')
        : erreur(`Le dossier de ${nom} n’existe pas`, 'Créez-le ou choisissez-en un autre');
    case 'EISDIR':
      return erreur(`${nom} est un dossier, pas un fichier`, 'Donnez le nom d’un fichier .xlsx ou .csv');
    case 'ENOTDIR':
    case 'EEXIST':
      return erreur(`Le chemin de ${nom} passe par un fichier qui n’est pas un dossier`, 'Vérifiez le chemin');
    case 'EACCES':
    case 'EROFS':
      return erreur(`Vous n’avez pas le droit ${geste === 'lire' ? 'de lire' : 'd’enregistrer'} ${nom}`, 'Demandez ce droit, ou copiez le fichier dans un dossier à vous');
    case 'EBUSY':
    case 'EPERM':
      return erreur(`Le fichier ${nom} est ouvert ou verrouillé par un autre programme`, 'Fermez-le dans votre tableur, puis recommencez');
    case 'ENOSPC':
      return erreur(`Il n’y a plus de place sur le disque pour ${nom}`, 'Libérez de la place, puis recommencez');
    case 'ERR_FS_FILE_TOO_LARGE':
      return erreur(`Le fichier ${nom} est anormalement gros`, 'Vérifiez sa provenance');
    default:
      return erreur(`Impossible ${geste === 'lire' ? 'de lire' : 'd’enregistrer'} le fichier ${nom} (${codeDe(cause) || 'cause inconnue'})`, 'Vérifiez le disque et recommencez');
  }
};

export const lisFichier = (chemin: string): Uint8Array => {
  try {
    const octets = readFileSync(chemin);
    return new Uint8Array(octets.buffer, octets.byteOffset, octets.byteLength);
  } catch (cause) {
    throw explique(cause, chemin, 'lire');
  }
};

/** Droits d'un fichier existant, et le fichier vers lequel mène un lien symbolique ; null s'il n'existe pas encore. */
const existant = (chemin: string): { readonly cible: string; readonly droits: number } | null => {
  try {
    const cible = realpathSync(chemin);
    const etat = statSync(cible);
    if (etat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    return { cible, droits: etat.mode & 0o7777 };
  } catch (cause) {
    if (codeDe(cause) === 'ENOENT') return null;
    throw cause;
  }
};

/** Le dossier où un fichier sera écrit. */
export const creeDossierDe = (chemin: string): void => {
  try {
    mkdirSync(path.dirname(path.resolve(chemin)), { recursive: true });
  } catch (cause) {
    throw explique(cause, chemin, 'enregistrer');
  }
};

/** Un fichier qui s'écrit à côté de sa place : il ne la prend, d'un coup, que par `adopte`. */
export type Provisoire = {
  ecris(octets: Uint8Array): void;
  /** Attend que le disque l'ait, puis le renomme : à tout instant, le fichier porte l'ancien contenu ou le nouveau, en entier. */
  adopte(): void;
  /** L'efface ; sans effet une fois adopté. */
  abandonne(): void;
};

export const ouvreProvisoire = (chemin: string): Provisoire => {
  const dit = <T>(geste: () => T): T => {
    try {
      return geste();
    } catch (cause) {
      throw explique(cause, chemin, 'enregistrer');
    }
  };
  const { ancien, essai, fichier, cible } = dit(() => {
    const ancien = existant(chemin);
    const cible = ancien?.cible ?? path.resolve(chemin);
    // Sur un fichier en lecture seule, le renommage réussirait quand même : c'est l'ouverture en écriture qui dit le droit.
    if (ancien) closeSync(openSync(cible, 'r+'));
    const essai = path.join(path.dirname(cible), `.${path.basename(cible)}.${process.pid}-${process.hrtime.bigint()}.tmp`);
    return { ancien, cible, essai, fichier: openSync(essai, 'wx', ancien?.droits ?? 0o666) };
  });
  let etat: 'ouvert' | 'ferme' | 'fini' = 'ouvert';
  const ferme = (): void => {
    if (etat !== 'ouvert') return;
    etat = 'ferme';
    closeSync(fichier);
  };
  return {
    ecris: (octets) => dit(() => {
      for (let ecrit = 0; ecrit < octets.length; ) ecrit += writeSync(fichier, octets, ecrit);
    }),
    adopte: () => dit(() => {
      if (ancien) fchmodSync(fichier, ancien.droits);
      fsyncSync(fichier);
      ferme();
      renameSync(essai, cible);
      etat = 'fini';
    }),
    abandonne: () => {
      if (etat === 'fini') return;
      ferme();
      rmSync(essai, { force: true });
      etat = 'fini';
    },
  };
};

/** @throws ErreurClasseur une phrase ; le fichier est alors tel qu'il était */
export const ecrisFichierAtomique = (chemin: string, octets: Uint8Array): void => {
  const provisoire = ouvreProvisoire(chemin);
  try {
    provisoire.ecris(octets);
    provisoire.adopte();
  } finally {
    provisoire.abandonne();
  }
};

/** Le premier nom libre : « base.csv », « base (2).csv »… */
export const nomLibre = (base: string, extension: string): string => {
  let libre = `${base}${extension}`;
  for (let n = 2; existsSync(libre); n++) libre = `${base} (${n})${extension}`;
  return libre;
};
