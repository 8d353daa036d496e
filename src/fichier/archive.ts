// L'archive zip d'un classeur : les parties se décompressent à la demande ; celles qu'on ne touche pas sont recopiées telles quelles.
import { Deflate, Inflate, strToU8 } from 'fflate';
import { abime, anormalementGros, lisAnnuaire, tronque, type Entree } from './archive-annuaire';
import { crc32 } from './crc';

/** Ce qui change : le nouveau contenu d'une partie, ou null si elle disparaît. Les clefs sont des noms de parties normalisés (`clef`). */
export type Changements = ReadonlyMap<string, Uint8Array | null>;

export type Archive = {
  existe(nom: string): boolean;
  /** Taille décompressée d'une partie, sans la décompresser. */
  taille(nom: string): number;
  lis(nom: string): Uint8Array;
  /** Comme `lis`, en respirant : chaque `yield` donne les octets lus. */
  lisParTranches(nom: string): Generator<number, Uint8Array>;
  /** Les changements qui changent vraiment quelque chose. */
  effectifs(changements: Changements): Changements;
  /** L'archive avec ces changements ; les octets d'origine, les mêmes, s'il n'y en a aucun d'effectif. */
  assemble(changements: Changements): Uint8Array;
  assembleParTranches(changements: Changements): Generator<number, Uint8Array>;
};

/** Déroule d'un trait un travail qui sait respirer : Node n'a personne à faire attendre. */
const dunTrait = <T>(travail: Generator<number, T>): T => {
  let etape = travail.next();
  while (!etape.done) etape = travail.next();
  return etape.value;
};

/** Octets traités entre deux respirations. */
const TRANCHE = 262_144;

/** 1er janvier 1980 à minuit, la plus ancienne date du format : deux enregistrements donnent les mêmes octets. */
const HORODATAGE = 0x00210000;

const identiques = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((octet, i) => octet === b[i]);

/** Décompresse par morceaux pour s'arrêter dès que le contenu dépasse la taille annoncée. */
function* gonfle(entree: Entree): Generator<number, Uint8Array> {
  const { compresse, taille, nom } = entree;
  if (entree.methode === 0) {
    if (compresse.length !== taille) throw abime(nom);
    return compresse;
  }
  if (entree.methode !== 8) throw abime(`${nom} : compression inconnue`);
  const resultat = new Uint8Array(taille);
  let ecrit = 0;
  const flux = new Inflate((morceau) => {
    if (ecrit + morceau.length > taille) throw anormalementGros();
    resultat.set(morceau, ecrit);
    ecrit += morceau.length;
  });
  const pas = 65536;
  try {
    for (let i = 0; i < compresse.length; i += pas) {
      flux.push(compresse.subarray(i, i + pas), i + pas >= compresse.length);
      yield ecrit;
    }
  } catch (cause) {
    // fflate lève ses propres erreurs, en anglais, sur des données abîmées.
    throw cause instanceof Error && cause.name === 'ErreurClasseur' ? cause : abime(nom);
  }
  if (ecrit !== taille) throw abime(nom);
  return resultat;
}

function* lisEntree(entree: Entree): Generator<number, Uint8Array> {
  const octets = yield* gonfle(entree);
  if (crc32(octets) !== entree.crc) throw abime(entree.nom);
  return octets;
}

function* comprime(octets: Uint8Array): Generator<number, Uint8Array> {
  const morceaux: Uint8Array[] = [];
  const flux = new Deflate({ level: 6 }, (morceau) => void morceaux.push(morceau));
  for (let i = 0; i < octets.length || i === 0; i += TRANCHE) {
    flux.push(octets.subarray(i, i + TRANCHE), i + TRANCHE >= octets.length);
    yield i;
  }
  const total = new Uint8Array(morceaux.reduce((somme, morceau) => somme + morceau.length, 0));
  let ecrit = 0;
  for (const morceau of morceaux) {
    total.set(morceau, ecrit);
    ecrit += morceau.length;
  }
  return total;
}

function* entreeNeuve(nom: string, octets: Uint8Array, ancienne?: Entree): Generator<number, Entree> {
  return {
    nom,
    nomBrut: ancienne?.nomBrut ?? strToU8(nom),
    methode: 8,
    drapeaux: ancienne?.drapeaux ?? 0,
    horodatage: HORODATAGE,
    crc: crc32(octets),
    taille: octets.length,
    attributs: 0,
    compresse: yield* comprime(octets),
  };
}

const assemble = (entrees: readonly Entree[]): Uint8Array => {
  const total = entrees.reduce((somme, entree) => somme + 76 + 2 * entree.nomBrut.length + entree.compresse.length, 22);
  const sortie = new Uint8Array(total);
  const vue = new DataView(sortie.buffer);
  let position = 0;
  /** Les champs communs aux deux en-têtes, de la version nécessaire à la longueur du champ supplémentaire. */
  const champs = (ou: number, entree: Entree): void => {
    vue.setUint16(ou, 20, true);
    vue.setUint16(ou + 2, entree.drapeaux, true);
    vue.setUint16(ou + 4, entree.methode, true);
    vue.setUint32(ou + 6, entree.horodatage, true);
    vue.setUint32(ou + 10, entree.crc, true);
    vue.setUint32(ou + 14, entree.compresse.length, true);
    vue.setUint32(ou + 18, entree.taille, true);
    vue.setUint16(ou + 22, entree.nomBrut.length, true);
  };
  const places = entrees.map((entree) => {
    const place = position;
    vue.setUint32(position, 0x04034b50, true);
    champs(position + 4, entree);
    sortie.set(entree.nomBrut, position + 30);
    sortie.set(entree.compresse, position + 30 + entree.nomBrut.length);
    position += 30 + entree.nomBrut.length + entree.compresse.length;
    return place;
  });
  const annuaire = position;
  entrees.forEach((entree, rang) => {
    vue.setUint32(position, 0x02014b50, true);
    vue.setUint16(position + 4, 20, true);
    champs(position + 6, entree);
    vue.setUint32(position + 38, entree.attributs, true);
    vue.setUint32(position + 42, places[rang]!, true);
    sortie.set(entree.nomBrut, position + 46);
    position += 46 + entree.nomBrut.length;
  });
  vue.setUint32(position, 0x06054b50, true);
  vue.setUint16(position + 8, entrees.length, true);
  vue.setUint16(position + 10, entrees.length, true);
  vue.setUint32(position + 12, position - annuaire, true);
  vue.setUint32(position + 16, annuaire, true);
  return sortie;
};

/** Les noms de parties d'un classeur ne distinguent pas la casse ; de vieux programmes y mettent des barres obliques inverses. */
export const clef = (nom: string): string => nom.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();

export const zippe = (parties: readonly (readonly [string, Uint8Array])[]): Uint8Array => assemble(parties.map(([nom, octets]) => dunTrait(entreeNeuve(nom, octets))));

export const ouvreArchive = (origine: Uint8Array, noms: (clef: string) => string = (c) => c): Archive => {
  if (origine.length < 22) throw tronque();
  const entrees = new Map<string, Entree>();
  for (const entree of lisAnnuaire(origine)) {
    // Deux parties du même nom : le tableur en lirait une et nous peut-être l'autre.
    if (entrees.has(clef(entree.nom))) throw abime(`${entree.nom} en double`);
    entrees.set(clef(entree.nom), entree);
  }
  const inchangee = (c: string, octets: Uint8Array | null): boolean => {
    const entree = entrees.get(c);
    if (!entree || !octets) return !entree && !octets;
    return entree.taille === octets.length && entree.crc === crc32(octets) && identiques(dunTrait(lisEntree(entree)), octets);
  };
  const effectifs = (changements: Changements): Changements => new Map([...changements].filter(([c, octets]) => !inchangee(c, octets)));

  function* lisParTranches(nom: string): Generator<number, Uint8Array> {
    const entree = entrees.get(clef(nom));
    if (!entree) throw abime(`${nom} manque`);
    return yield* lisEntree(entree);
  }
  function* assembleParTranches(changements: Changements): Generator<number, Uint8Array> {
    const reels = effectifs(changements);
    if (reels.size === 0) return origine;
    const assemblees: Entree[] = [];
    for (const [c, entree] of entrees) {
      const octets = reels.get(c);
      if (octets !== null) assemblees.push(octets === undefined ? entree : yield* entreeNeuve(entree.nom, octets, entree));
    }
    for (const [c, octets] of reels) if (!entrees.has(c)) assemblees.push(yield* entreeNeuve(noms(c), octets!));
    return assemble(assemblees);
  }

  return {
    existe: (nom) => entrees.has(clef(nom)),
    taille: (nom) => entrees.get(clef(nom))?.taille ?? 0,
    lis: (nom) => dunTrait(lisParTranches(nom)),
    lisParTranches,
    effectifs,
    assemble: (changements) => dunTrait(assembleParTranches(changements)),
    assembleParTranches,
  };
};
