// Le classeur que la page montre : ouvert depuis des octets, changé cellule par cellule, recalculé, lu et écrit par le port, enregistré.
import type { HoteAsynchrone, Lecture, Modification, Releve } from '../socle/classeur';
import { erreur } from '../socle/erreurs';
import type { Jour } from '../socle/jours';
import { csvEnXlsx } from '../fichier/csv';
import { MEMOIRE_DU_VOLET } from '../guichet/ouverture';
import { genreDe } from '../fichier/reconnait';
import { ouvreXlsx, type ClasseurXlsx } from '../fichier/xlsx';
import type { Apparence } from '../fichier/xlsx-apparence';
import { clefDe } from '../fichier/xlsx-vue';
import { recalcule, type Classeur } from './calcul';
import { calquesDe } from './enregistrement';
import { colonneDeClef, feuilleDe, ligneDeClef, type Feuille } from './feuille';
import { analyse, type Noeud } from './formules/arbre';
import { DU_FICHIER } from './formules/jetons';
import { graphe, type Graphe, type Lieu } from './graphe';
import { contenuDe, poseContenu, verifieModifiable, type Changement } from './modification';
import { lisPort } from './port';
import { deroule } from './travail';

export type Progres = (libelle: string, part: number) => void;

export type ClasseurDePage = HoteAsynchrone & {
  readonly nom: string;
  readonly genre: 'xlsx' | 'csv';
  feuilles(): readonly Feuille[];
  apparences(): readonly Apparence[];
  graphiques(nom: string): ReturnType<ClasseurXlsx['montre']['graphiques']>;
  /** Pose des contenus, recalcule ce qui en dépend. Tout ou rien : une cellule refusée, et rien n'est changé. */
  change(changements: readonly Changement[]): Promise<void>;
  annule(): Promise<Lieu | null>;
  peutAnnuler(): boolean;
  modifie(): boolean;
  /** Les octets à enregistrer, et ce qu'il faut en dire. */
  enregistre(): Promise<{ readonly octets: Uint8Array; readonly cellules: number; readonly laissees: number }>;
  /** Appelle `rappel` après chaque changement ; rend de quoi ne plus écouter. */
  surChangement(rappel: () => void): () => void;
};

/** Retours en arrière gardés. */
const ANNULATIONS = 200;

export const ouvreClasseur = async (octets: Uint8Array, nom: string, aujourdhui: Jour, progres: Progres = () => undefined): Promise<ClasseurDePage> => {
  const genre = genreDe(octets, nom);
  const fichier = genre === 'csv' ? csvEnXlsx(octets, nom) : ouvreXlsx(octets);
  let feuilles: Feuille[] = [];
  let versions: readonly number[] = [];
  let apparences: readonly Apparence[] = [];
  let noms: ReadonlyMap<string, string> = new Map();
  let lien: Graphe | null = null;
  const rappels = new Set<() => void>();
  /** Ce que la page a changé et que le fichier n'a pas encore, feuille par feuille : tapé (vrai) ou recalculé (faux). */
  let enAttente = new Map<string, Map<number, boolean>>();
  let modifie = genre === 'csv';
  let tapees = 0;
  const pile: (readonly Changement[])[] = [];

  const lisFeuilles = async (): Promise<number[]> => {
    const onglets = fichier.montre.onglets();
    const neuves: Feuille[] = [];
    const changees: number[] = [];
    for (const [rang, { nom: onglet, masquee, version }] of onglets.entries()) {
      const avant = feuilles.findIndex((f) => f.nom === onglet);
      // Une marque est dans une partie à elle : elle change sans que la feuille change.
      if (avant >= 0 && versions[avant] === version) {
        const [connue, etat] = [feuilles[avant]!, fichier.montre.etat(onglet)];
        neuves.push(connue.marque === etat.marque ? connue : { ...connue, ...etat });
      } else {
        const vue = await deroule(fichier.montre.vue(onglet), ({ fait, total }) => progres(`Lecture de la feuille « ${onglet} »`, fait / total));
        neuves.push(feuilleDe(vue, { masquee, ...fichier.montre.etat(onglet) }));
        changees.push(rang);
      }
    }
    feuilles = neuves;
    versions = onglets.map(({ version }) => version);
    apparences = fichier.montre.apparences();
    noms = fichier.montre.noms();
    lien = null;
    return changees;
  };

  const nomme = (cherche: string): Noeud | null => {
    const texte = noms.get(cherche.toLowerCase());
    try {
      return texte === undefined ? null : analyse(texte, DU_FICHIER);
    } catch {
      return { genre: 'etranger', texte: cherche };
    }
  };
  function* relie(): Generator<number, Graphe> {
    if (lien) return lien;
    const neuf = graphe(feuilles, nomme);
    let n = 0;
    for (const [rang, feuille] of feuilles.entries())
      for (const clef of feuille.clefsDesFormules()) {
        neuf.ajoute({ feuille: rang, clef });
        if (++n % 1000 === 0) yield n;
      }
    return (lien = neuf);
  }
  const note = (feuille: string, clef: number, tape: boolean): void => {
    const siennes = enAttente.get(feuille) ?? new Map<number, boolean>();
    enAttente.set(feuille, siennes);
    siennes.set(clef, tape || siennes.get(clef) === true);
  };
  const recalculeDepuis = async (lieux: readonly Lieu[]): Promise<void> => {
    const commun: Classeur = { feuilles, aujourdhui, graphe: lien!, nomme, change: (rang, clef) => note(feuilles[rang]!.nom, clef, false) };
    await deroule(recalcule(commun, lieux), (n) => progres(`Calcul de ${n} formules`, -1));
  };
  const pose = async (changements: readonly Changement[]): Promise<void> => {
    await deroule(relie());
    const lieux: Lieu[] = [];
    for (const changement of changements) {
      const rang = feuilles.findIndex((f) => f.nom === changement.feuille);
      const feuille = feuilles[rang]!;
      const clef = clefDe(changement.ligne, changement.colonne);
      for (const touchee of poseContenu(feuille, changement, clef)) {
        lieux.push({ feuille: rang, clef: touchee });
        note(feuille.nom, touchee, true);
      }
      lien!.retire({ feuille: rang, clef });
      if (changement.contenu.formule !== null) lien!.ajoute({ feuille: rang, clef });
    }
    await recalculeDepuis(lieux);
    modifie = true;
    rappels.forEach((rappel) => rappel());
  };

  /** Donne au fichier tout ce que la page a changé. Rend le nombre de résultats laissés au tableur. */
  const verse = (): number => {
    const { calques, laissees } = calquesDe(feuilles, enAttente);
    if (calques.size > 0) fichier.saisis(calques);
    enAttente = new Map();
    // Ces versions-là sont celles que la page montre déjà.
    versions = fichier.montre.onglets().map(({ version }) => version);
    return laissees;
  };

  await lisFeuilles();
  // Une formule que personne n'a calculée : la page le fait, sans le compter comme un changement.
  const jamais = feuilles.flatMap((feuille, rang) => [...feuille.clefsDesFormules()].filter((clef) => feuille.valeur(ligneDeClef(clef), colonneDeClef(clef)) === '#NON_CALCULÉE').map((clef) => ({ feuille: rang, clef })));
  if (jamais.length > 0) {
    await deroule(relie());
    await recalculeDepuis(jamais);
    enAttente = new Map();
  }

  return {
    nom, genre,
    feuilles: () => feuilles,
    apparences: () => apparences,
    graphiques: (onglet) => fichier.montre.graphiques(onglet),
    lis: async (lecture: Lecture): Promise<Releve> => lisPort(feuilles, fichier.montre, lecture),
    ecris: async (lot: readonly Modification[]): Promise<void> => {
      verse();
      fichier.ecris(lot);
      const changees = await lisFeuilles();
      // Ce que le volet note pour lui-même (« déjà vu ») n'est pas un travail à enregistrer.
      if (lot.some((une) => une.genre !== 'memoriser' || une.clef !== MEMOIRE_DU_VOLET)) modifie = true;
      if (changees.length > 0) {
        await deroule(relie());
        await recalculeDepuis(changees.flatMap((rang) => lien!.dependantsDe(rang)));
      }
      rappels.forEach((rappel) => rappel());
    },
    change: async (changements) => {
      for (const { feuille, ligne, colonne, contenu } of changements) {
        const cible = feuilles.find((f) => f.nom === feuille);
        if (!cible) throw erreur(`La feuille « ${feuille} » n’existe plus`, 'Choisissez un autre onglet');
        verifieModifiable(cible, ligne, colonne, contenu);
      }
      const avant = changements.map(({ feuille, ligne, colonne }): Changement => ({ feuille, ligne, colonne, contenu: contenuDe(feuilles.find((f) => f.nom === feuille)!, ligne, colonne) }));
      await pose(changements);
      tapees += changements.length;
      pile.push(avant);
      if (pile.length > ANNULATIONS) pile.shift();
    },
    annule: async () => {
      const avant = pile.pop();
      if (avant === undefined) return null;
      await pose(avant);
      tapees -= avant.length;
      const [{ feuille, ligne, colonne }] = avant as [Changement];
      return { feuille: feuilles.findIndex((f) => f.nom === feuille), clef: clefDe(ligne, colonne) };
    },
    peutAnnuler: () => pile.length > 0,
    modifie: () => modifie,
    enregistre: async () => {
      const laissees = verse();
      // Ce qui est tapé pendant que le fichier se fabrique n'y est pas : il reste à enregistrer.
      modifie = false;
      let rendus;
      try {
        rendus = await deroule(fichier.octetsParTranches());
      } catch (cause) {
        modifie = true;
        throw cause;
      }
      return { octets: rendus, cellules: Math.max(0, tapees), laissees };
    },
    surChangement: (rappel) => {
      rappels.add(rappel);
      return () => void rappels.delete(rappel);
    },
  };
};

