// Les noms de mois et de jours de la semaine, français et anglais, entiers ou abrégés ; comparés sans fabriquer de texte.

const MOIS =
  'janvier janv jan january|fevrier fevr fev february feb febr|mars mar march|avril avr april apr|mai may|juin jun june|juillet juil juill jul july|' +
  'aout aou august aug|septembre sept sep september|octobre oct october|novembre nov november|decembre dec december';

const JOURS =
  'lundi lun mon monday|mardi mar tue tues tuesday|mercredi mer merc mercr wed wednesday|jeudi jeu thu thur thurs thursday|' +
  'vendredi ven vend vendr fri friday|samedi sam sat saturday|dimanche dim sun sunday';

/** Ce qui peut ouvrir une date en lettres, en plus d'un mois ou d'un jour (voir dates-lettres.ts). */
const AMORCES = 'le fin debut mi courant t q premier deuxieme second seconde troisieme quatrieme';

/** Les plus longs noms (« september », « wednesday », « troisième ») ont neuf lettres. */
const LETTRES_MAX = 9;
const LETTRES_DE_TETE = 6;

/**
 * Des mots rangés par adressage ouvert : trois entiers par case (les six premières lettres, le reste, le rang du mot dans la liste).
 * Deux petits entiers, cinq bits par lettre, désignent un mot sans ambiguïté ; y chercher n'alloue rien.
 */
type Table = Int32Array;
const CASES = 128;

const premiereCase = (tete: number, reste: number): number => Math.imul(tete ^ reste, 0x9e3779b1) >>> 25;

/** Rang (1 à 26) de chaque caractère latin dans l'alphabet, accents et majuscules ôtés ; 0 pour ce qui n'est pas une lettre de nos noms. */
let rangs: Uint8Array | null = null;

const construisRangs = (): Uint8Array => {
  const table = new Uint8Array(256);
  for (let rang = 1; rang <= 26; rang++) table[64 + rang] = table[96 + rang] = rang;
  for (const e of 'éèÉÈ') table[e.charCodeAt(0)] = 5;
  for (const u of 'ûÛ') table[u.charCodeAt(0)] = 21;
  return table;
};

const chiffre = (mot: string): number => [...mot].reduce((total, lettre) => (total << 5) | (lettre.charCodeAt(0) - 96), 0);

const construis = (listes: string): Table => {
  const table = new Int32Array(CASES * 3);
  listes.split('|').forEach((noms, rang) => {
    for (const nom of noms.split(' ')) {
      const tete = chiffre(nom.slice(0, LETTRES_DE_TETE));
      const reste = chiffre(nom.slice(LETTRES_DE_TETE));
      let place = premiereCase(tete, reste);
      while (table[place * 3] !== 0) place = (place + 1) % CASES;
      table.set([tete, reste, rang + 1], place * 3);
    }
  });
  return table;
};

let mois: Table | null = null;
let jours: Table | null = null;
let amorces: Table | null = null;

/** Lit les lettres à partir de `debut` : le rang du mot dans la table et la fin du mot, en un seul entier (rien n'est alloué) ; 0 : inconnu. */
const cherche = (table: Table, texte: string, debut: number, fin: number): number => {
  const lettre = (rangs ??= construisRangs());
  let tete = 0;
  let reste = 0;
  let i = debut;
  for (; i < fin; i++) {
    const rang = lettre[texte.charCodeAt(i)];
    if (rang === undefined || rang === 0) break;
    if (i - debut < LETTRES_DE_TETE) tete = (tete << 5) | rang;
    else reste = (reste << 5) | rang;
  }
  // Au-delà de neuf lettres, `reste` déborde de ses quinze bits : un mot plus long que les nôtres ne peut pas leur être confondu.
  for (let place = premiereCase(tete, reste); table[place * 3] !== 0; place = (place + 1) % CASES) {
    if (table[place * 3] === tete && table[place * 3 + 1] === reste) return i * 16 + (table[place * 3 + 2] as number);
  }
  return 0;
};

/** Le mois (1 à 12) et la fin du mot ; 0 quand ces lettres ne nomment pas un mois. */
export const motDeMois = (texte: string, debut: number, fin: number): number => cherche((mois ??= construis(MOIS)), texte, debut, fin);
export const rangDuMot = (mot: number): number => mot % 16;
export const finDuMot = (mot: number): number => mot >> 4;

const rangDe = (table: Table, mot: string): number => {
  const trouve = cherche(table, mot, 0, mot.length);
  return finDuMot(trouve) === mot.length ? rangDuMot(trouve) : 0;
};

/** 1 à 12, ou 0 quand ce mot (sans accents) ne nomme pas un mois. */
export const moisNomme = (mot: string): number => rangDe((mois ??= construis(MOIS)), mot);

/** 1 (lundi) à 7, ou 0 quand ce mot (sans accents) ne nomme pas un jour de la semaine. */
export const jourNomme = (mot: string): number => rangDe((jours ??= construis(JOURS)), mot);

/** Faux quand le mot qui commence là ne peut pas ouvrir une date : les « NR » et « sans objet » d'un registre ne coûtent presque rien. */
export const peutOuvrirUneDate = (texte: string, debut: number): boolean => {
  const fin = texte.length;
  const code = texte.charCodeAt(debut);
  // Hors de nos lettres : les formes rares (accents séparés, pleine chasse) sont laissées au chemin lent, les signes ASCII n'ouvrent rien.
  if (((rangs ??= construisRangs())[code] ?? 0) === 0) return code > 127;
  for (let i = debut; i < fin && i <= debut + LETTRES_MAX; i++) if (texte.charCodeAt(i) > 255) return true;
  return (
    motDeMois(texte, debut, fin) > 0 ||
    cherche((jours ??= construis(JOURS)), texte, debut, fin) > 0 ||
    cherche((amorces ??= construis(AMORCES)), texte, debut, fin) > 0
  );
};
