// Ce qu'est vraiment un fichier, à ses premiers octets d'abord, à son nom ensuite ; une phrase pour chacun de ceux qu'on ne sait pas lire.
import { strFromU8 } from 'fflate';
import { erreur } from '../socle/erreurs';

const commence = (octets: Uint8Array, ...debut: number[]): boolean => debut.every((octet, i) => octets[i] === octet);

/** Cherche un texte en UTF-16 dans les octets : c'est ainsi qu'un conteneur OLE nomme ses flux. */
const contientUtf16 = (octets: Uint8Array, texte: string): boolean => {
  const motif = [...texte].join('\0');
  for (let i = 0; i < octets.length; i += 1 << 20) if (strFromU8(octets.subarray(i, i + (1 << 20) + 64), true).includes(motif)) return true;
  return false;
};

const enregistrez = 'Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx';

export const genreDe = (octets: Uint8Array, nom: string): 'xlsx' | 'csv' => {
  if (octets.length === 0) throw erreur('Le fichier est vide', 'Choisissez un autre fichier');
  if (commence(octets, 0x50, 0x4b)) return 'xlsx';
  if (commence(octets, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (contientUtf16(octets, 'EncryptedPackage')) throw erreur('Le fichier est chiffré', 'Ouvrez-le dans votre tableur, retirez le mot de passe, enregistrez-le, puis recommencez');
    throw erreur('Le fichier est au vieux format .xls', enregistrez);
  }
  // BIFF nu (Excel 2 à 4) : l'enregistrement « début » est le 09, ses versions le deuxième octet.
  if (octets[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(octets[1] ?? -1) && octets[3] === 0) throw erreur('Le fichier est au vieux format .xls', enregistrez);
  if (commence(octets, 0x25, 0x50, 0x44, 0x46)) throw erreur('Le fichier est un PDF', 'Choisissez le classeur .xlsx ou .csv dont il est tiré');
  const tete = strFromU8(octets.subarray(0, 1024), true).replace(/^(\u00ef\u00bb\u00bf|\s)+/, '').toLowerCase();
  if (/^<(!doctype html|html|table|\?xml|meta|head)/.test(tete)) throw erreur('Le fichier est une page web ou un document XML, malgré son nom', enregistrez);
  if (/\.(csv|txt|tsv)$/i.test(nom)) return 'csv';
  throw erreur('Le fichier n’est pas un classeur .xlsx, ou il est abîmé', enregistrez);
};
