// Le banc d'essai du volet : une page qui le monte sur un vrai classeur .xlsx ouvert dans le navigateur, et note ce qu'il demande.
import { monte } from '../../../src/panneau';
import type { HoteDuVolet } from '../../../src/panneau/hote';
import { ouvreFichier, type ClasseurFichier } from '../../../src/fichier/ouvre';
import { repond } from '../../../src/guichet';
import { ecrisFormule } from '../../../src/guichet/formule';
import type { HoteAsynchrone } from '../../../src/socle/classeur';
import { deIso } from '../../../src/socle/jours';
import { conduisAsync } from '../../../src/socle/suite';

type Options = {
  readonly peau?: 'excel' | 'sheets';
  readonly theme?: 'clair' | 'sombre';
  readonly lectureSeule?: boolean;
  /** Attente avant chaque appel à l'hôte, en millisecondes : de quoi voir un travail en cours. */
  readonly lenteur?: number;
  /** L'écriture de ce rang échoue (1 : la première). */
  readonly panne?: number;
  readonly aujourdhui?: string;
};

let classeur: ClasseurFichier | null = null;
let demonte: (() => void) | null = null;
let ecritures = 0;
let reglages: Options = {};
const appels: string[] = [];
const ecouteurs = new Set<() => void>();

const attends = (duree: number): Promise<void> => new Promise((fin) => setTimeout(fin, duree));

/** Un port par ouverture : un travail laissé en route dans la précédente ne retient pas celle-ci. */
const nouveauPort = (): HoteAsynchrone => ({
  lis: async (lecture) => {
    await attends(reglages.lenteur ?? 0);
    return classeur!.lis(lecture);
  },
  ecris: async (lot) => {
    await attends(reglages.lenteur ?? 0);
    ecritures++;
    if (ecritures === reglages.panne) {
      // Une coupure au milieu : ce qui précède la dernière barrière est écrit, le reste non.
      const barriere = lot.findIndex(({ genre }) => genre === 'barriere');
      classeur!.ecris(lot.slice(0, barriere + 1));
      throw new Error('RichApi.Error: GeneralException');
    }
    classeur!.ecris(lot);
  },
});

const hote = (port: HoteAsynchrone): HoteDuVolet => ({
  peau: reglages.peau ?? 'excel',
  prefixe: 'SP.',
  ...(reglages.theme === undefined ? {} : { theme: reglages.theme }),
  lectureSeule: reglages.lectureSeule === true,
  annulation: 'Ctrl+Z pour annuler.',
  demande: (demande, suivi, arret) => conduisAsync(repond(demande, deIso(reglages.aujourdhui ?? '2026-11-22')!), port, suivi, arret),
  va: async (adresse) => void appels.push(`va ${adresse}`),
  insere: async (formule) => {
    appels.push(`insere ${ecrisFormule(formule, 'SP.', ';')}`);
    return 'Suivi!H2';
  },
  exemple: async () => void appels.push('exemple'),
  surChangement: (rappel) => {
    ecouteurs.add(rappel);
    return () => ecouteurs.delete(rappel);
  },
});

const octetsDe = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (signe) => signe.charCodeAt(0));

const remonte = (options: Options): void => {
  demonte?.();
  reglages = { ...reglages, ...options };
  ecritures = 0;
  const racine = document.getElementById('volet')!;
  delete racine.dataset['theme'];
  demonte = monte(racine, hote(nouveauPort()));
};

const banc = {
  appels,
  ouvre: (base64: string, nom: string, options: Options = {}): void => {
    classeur = ouvreFichier(octetsDe(base64), nom);
    appels.length = 0;
    reglages = {};
    remonte(options);
  },
  /** Ferme le volet et l'ouvre de nouveau sur le même classeur. */
  remonte,
  regle: (options: Options): void => void (reglages = { ...reglages, ...options }),
  octets: (): string => btoa(Array.from(classeur!.octets(), (octet) => String.fromCharCode(octet)).join('')),
  change: (feuille: string, ligne: number, colonne: number, valeur: number): void => {
    classeur!.ecris([{ genre: 'ecrire', feuille, ligne, colonne, valeurs: [[valeur]] }]);
    ecouteurs.forEach((rappel) => rappel());
  },
};

Object.assign(window, { banc });
