// Lit l'annuaire d'une archive zip (zip64 compris) : ce qu'elle contient et où, sans rien décompresser.
import { strFromU8 } from 'fflate';
import { erreur, type ErreurClasseur } from '../socle/erreurs';
import { PARTIES_MAX, PARTIE_MAX, RAPPORT_MAX, RAPPORT_TOLERE_JUSQU_A, TOTAL_MAX } from './limites';

/** Une entrée telle que l'archive la porte ; `compresse` est une vue sur les octets du fichier, jamais recopiée. */
export type Entree = {
  readonly nom: string;
  readonly nomBrut: Uint8Array;
  readonly methode: number;
  readonly drapeaux: number;
  readonly horodatage: number;
  readonly crc: number;
  readonly taille: number;
  readonly attributs: number;
  readonly compresse: Uint8Array;
};

export const tronque = (): ErreurClasseur => erreur('Le fichier est incomplet : sa fin manque', 'Copiez ou téléchargez-le de nouveau, puis recommencez');
export const abime = (quoi: string): ErreurClasseur =>
  erreur(`Le fichier est abîmé (${quoi})`, 'Ouvrez-le dans votre tableur, enregistrez-le sous un autre nom, puis recommencez');
export const anormalementGros = (): ErreurClasseur =>
  erreur('Le contenu du fichier est anormalement gros', 'Vérifiez sa provenance ; s’il est bien à vous, supprimez les feuilles et les lignes inutiles puis enregistrez-le');
const chiffre = (): ErreurClasseur => erreur('Le fichier est chiffré', 'Ouvrez-le dans votre tableur, retirez le mot de passe, enregistrez-le, puis recommencez');

const FIN = 0x06054b50;
const FIN64 = 0x06064b50;
const LOCALISATEUR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const PLEIN = 0xffffffff;

/** Position de l'enregistrement de fin : 22 octets et un commentaire d'au plus 65 535. */
const chercheFin = (vue: DataView): number => {
  for (let i = vue.byteLength - 22; i >= Math.max(0, vue.byteLength - 22 - 65535); i--) if (vue.getUint32(i, true) === FIN) return i;
  return -1;
};

const entier64 = (vue: DataView, position: number): number => vue.getUint32(position, true) + vue.getUint32(position + 4, true) * 2 ** 32;

type Sommaire = { readonly nombre: number; readonly debut: number; readonly taille: number; readonly fin: number };

const lisSommaire = (vue: DataView): Sommaire => {
  const fin = chercheFin(vue);
  if (fin < 0) throw tronque();
  const simple = { nombre: vue.getUint16(fin + 10, true), taille: vue.getUint32(fin + 12, true), debut: vue.getUint32(fin + 16, true), fin };
  const localisateur = fin - 20;
  if (localisateur < 0 || vue.getUint32(localisateur, true) !== LOCALISATEUR64) return simple;
  const fin64 = entier64(vue, localisateur + 8);
  if (fin64 + 56 > localisateur || vue.getUint32(fin64, true) !== FIN64) throw abime('annuaire');
  return { nombre: entier64(vue, fin64 + 32), taille: entier64(vue, fin64 + 40), debut: entier64(vue, fin64 + 48), fin: fin64 };
};

/** Tailles et position d'une entrée dont les champs de 32 bits débordent : elles suivent dans le champ supplémentaire n° 1. */
const etend = (vue: DataView, debut: number, fin: number, champs: number[]): number[] => {
  if (!champs.includes(PLEIN)) return champs;
  for (let i = debut; i + 4 <= fin; i += 4 + vue.getUint16(i + 2, true)) {
    if (vue.getUint16(i, true) !== 1) continue;
    let position = i + 4;
    return champs.map((champ) => {
      if (champ !== PLEIN) return champ;
      if (position + 8 > fin) throw abime('annuaire');
      position += 8;
      return entier64(vue, position - 8);
    });
  }
  return champs;
};

export const lisAnnuaire = (octets: Uint8Array): Entree[] => {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const sommaire = lisSommaire(vue);
  if (sommaire.nombre > PARTIES_MAX) throw anormalementGros();
  // Des octets ajoutés devant l'archive décalent tout : l'annuaire finit toujours où commence l'enregistrement de fin.
  const decalage = sommaire.fin - sommaire.taille - sommaire.debut;
  let position = sommaire.debut + decalage;
  if (decalage < 0 || position < 0) throw abime('annuaire');
  const entrees: Entree[] = [];
  let total = 0;
  for (let rang = 0; rang < sommaire.nombre; rang++) {
    if (position + 46 > sommaire.fin || vue.getUint32(position, true) !== CENTRAL) throw abime('annuaire');
    const finNom = position + 46 + vue.getUint16(position + 28, true);
    const finExtra = finNom + vue.getUint16(position + 30, true);
    const suivante = finExtra + vue.getUint16(position + 32, true);
    if (suivante > sommaire.fin) throw abime('annuaire');
    const drapeaux = vue.getUint16(position + 8, true);
    const champs = etend(vue, finNom, finExtra, [vue.getUint32(position + 24, true), vue.getUint32(position + 20, true), vue.getUint32(position + 42, true)]);
    const [taille, comprime, place] = champs as [number, number, number];
    const nomBrut = octets.subarray(position + 46, finNom);
    if (drapeaux & 1) throw chiffre();
    total += taille;
    if (taille > PARTIE_MAX || total > TOTAL_MAX || (taille > RAPPORT_TOLERE_JUSQU_A && taille > comprime * RAPPORT_MAX)) throw anormalementGros();
    const local = place + decalage;
    if (local + 30 > octets.length || vue.getUint32(local, true) !== LOCAL) throw abime('position d’une partie');
    const donnees = local + 30 + vue.getUint16(local + 26, true) + vue.getUint16(local + 28, true);
    if (donnees + comprime > octets.length) throw tronque();
    entrees.push({
      nom: strFromU8(nomBrut, true),
      nomBrut,
      methode: vue.getUint16(position + 10, true),
      drapeaux: drapeaux & 0x0800,
      horodatage: vue.getUint32(position + 12, true),
      crc: vue.getUint32(position + 16, true),
      taille,
      attributs: vue.getUint32(position + 38, true),
      compresse: octets.subarray(donnees, donnees + comprime),
    });
    position = suivante;
  }
  return entrees;
};
