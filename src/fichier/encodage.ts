// Octets et texte : UTF-8, UTF-16 et Windows-1252, sans TextDecoder (absent du cœur es2019).
import { strFromU8 } from 'fflate';

/** Les 32 caractères où Windows-1252 diffère de Latin-1 (0x80 à 0x9F) ; les cinq places vides gardent leur code. */
const HAUT_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (octets: Uint8Array): string =>
  strFromU8(octets, true).replace(/[\x80-\x9f]/g, (lettre) => HAUT_1252[lettre.charCodeAt(0) - 128]!);

export const utf16 = (octets: Uint8Array, grandBout: boolean): string => {
  const morceaux: string[] = [];
  const [haut, bas] = grandBout ? [0, 1] : [1, 0];
  for (let debut = 0; debut + 1 < octets.length; debut += 16384) {
    const fin = Math.min(debut + 16384, octets.length - 1);
    const codes: number[] = [];
    for (let i = debut; i < fin; i += 2) codes.push((octets[i + haut]! << 8) | octets[i + bas]!);
    morceaux.push(String.fromCharCode(...codes));
  }
  return morceaux.join('');
};

export const versUtf16 = (texte: string): Uint8Array => {
  const octets = new Uint8Array(texte.length * 2);
  for (let i = 0; i < texte.length; i++) {
    const code = texte.charCodeAt(i);
    octets[2 * i] = code & 255;
    octets[2 * i + 1] = code >> 8;
  }
  return octets;
};

/** Vrai si la suite d'octets est de l'UTF-8 bien formé (forme la plus courte, sans demi-codets). */
const estUtf8 = (octets: Uint8Array): boolean => {
  const suite = (i: number): boolean => (octets[i]! & 0xc0) === 0x80;
  let i = 0;
  while (i < octets.length) {
    const a = octets[i]!;
    const b = octets[i + 1] ?? 0;
    if (a < 0x80) i += 1;
    else if (a >= 0xc2 && a < 0xe0 && suite(i + 1)) i += 2;
    else if ((a & 0xf0) === 0xe0 && suite(i + 1) && suite(i + 2) && !(a === 0xe0 && b < 0xa0) && !(a === 0xed && b > 0x9f)) i += 3;
    else if (a >= 0xf0 && a < 0xf5 && suite(i + 1) && suite(i + 2) && suite(i + 3) && !(a === 0xf0 && b < 0x90) && !(a === 0xf4 && b > 0x8f)) i += 4;
    else return false;
  }
  return true;
};

/** Le texte d'un fichier dont personne ne dit l'encodage : marque d'ordre (BOM), sinon UTF-8 s'il est bien formé, sinon Windows-1252. */
export const texteInconnu = (octets: Uint8Array): string => {
  const [a, b, c] = octets;
  if (a === 0xff && b === 0xfe) return utf16(octets.subarray(2), false);
  if (a === 0xfe && b === 0xff) return utf16(octets.subarray(2), true);
  const corps = a === 0xef && b === 0xbb && c === 0xbf ? octets.subarray(3) : octets;
  return estUtf8(corps) ? strFromU8(corps) : windows1252(corps);
};

/** Le texte d'une partie XML. Elle est en UTF-8, sauf exceptions rares ; l'encodage déclaré suit, car nous réécrivons en UTF-8. */
export const texteXml = (octets: Uint8Array): string => {
  const [a, b, c] = octets;
  const declare = (texte: string): string => texte.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, '$1UTF-8');
  if (a === 0xff && b === 0xfe) return declare(utf16(octets.subarray(2), false));
  if (a === 0xfe && b === 0xff) return declare(utf16(octets.subarray(2), true));
  const corps = a === 0xef && b === 0xbb && c === 0xbf ? octets.subarray(3) : octets;
  const tete = strFromU8(corps.subarray(0, 120), true);
  return /^<\?xml[^>]*encoding=["'](windows-1252|iso-8859-1)/i.test(tete) ? declare(windows1252(corps)) : strFromU8(corps);
};
