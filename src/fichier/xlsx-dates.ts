// Reconnaît les dates : formats de nombre qui en affichent une, dates ISO, calendrier 1904.
import { attributs, enfants, enfant, racine } from './xml';

/** Décalage entre les calendriers 1904 et 1900, en jours. */
export const DECALAGE_1904 = 1462;

/** Les formats prédéfinis qui montrent une date ou une heure ; 27–36 et 50–58 en sont dans les Excel d'Asie. */
const predefini = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Un code personnalisé montre une date s'il reste d, m, y, h ou s une fois ôtés textes, échappements et crochets. */
export const codeDeDate = (codeFormat: string): boolean => {
  const nu = codeFormat
    .split(';')[0]!
    .replace(/"[^"]*"?/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|standard/gi, '');
  return /[dmyhs]/i.test(nu);
};

/** Pour chaque rang de style de cellule, 1 s'il affiche une date. */
export const stylesDeDate = (xml: string): Uint8Array => {
  const base = racine(xml);
  const codes = new Map<number, string>();
  const formats = enfant(xml, base, 'numFmts');
  if (formats)
    for (const format of enfants(xml, formats)) {
      const { numFmtId, formatCode } = attributs(xml, format);
      codes.set(Number(numFmtId), formatCode ?? '');
    }
  const cellules = enfant(xml, base, 'cellXfs');
  if (!cellules) return new Uint8Array(0);
  return Uint8Array.from(enfants(xml, cellules), (xf) => {
    const id = Number(attributs(xml, xf)['numFmtId'] ?? 0);
    const codeFormat = codes.get(id);
    return (codeFormat === undefined ? predefini(id) : codeDeDate(codeFormat)) ? 1 : 0;
  });
};

/** Nombre de jours civils depuis le 30/12/1899, sans passer par l'horloge ni les fuseaux. */
const joursCivils = (annee: number, mois: number, jour: number): number => {
  const a = mois <= 2 ? annee - 1 : annee;
  const ere = Math.floor(a / 400);
  const an = a - ere * 400;
  const rang = Math.floor((153 * (mois + (mois > 2 ? -3 : 9)) + 2) / 5) + jour - 1;
  return ere * 146097 + an * 365 + Math.floor(an / 4) - Math.floor(an / 100) + rang - 719468 + 25569;
};

/** « 2026-03-05 » ou « 2026-03-05T10:30:00Z » → jour de série 1900, ou null. Le 29/02/1900 d'Excel n'existe pas : avant lui, un jour de moins. */
export const isoVersSerie = (texte: string): number | null => {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(texte.trim());
  if (!m) return null;
  const jours = joursCivils(Number(m[1]), Number(m[2]), Number(m[3]));
  return (jours < 61 ? jours - 1 : jours) + (Number(m[4] ?? 0) * 3600 + Number(m[5] ?? 0) * 60 + Number(m[6] ?? 0)) / 86400;
};
