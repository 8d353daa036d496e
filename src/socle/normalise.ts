// Une seule façon de comparer deux textes écrits par des gens : sans accents, sans majuscules, sans espaces de trop.

/**
 * Vrai pour tout ce qui se voit comme un blanc ou ne se voit pas : espaces (insécables, fines, de largeur nulle), tabulations,
 * fins de ligne, marques d'ordre des octets et de sens d'écriture.
 */
export const estBlanc = (code: number): boolean =>
  code <= 32 ||
  (code >= 127 &&
    (code <= 160 ||
      code === 0xad ||
      (code >= 0x2000 && code <= 0x200f) ||
      (code >= 0x2028 && code <= 0x202f) ||
      (code >= 0x205f && code <= 0x2064) ||
      code === 0x3000 ||
      code === 0xfeff));

/** 0 : déjà normal ; 1 : ASCII à mettre en minuscules ou dont les blancs sont à réduire ; 2 : accents ou signes rares. */
const etat = (texte: string): 0 | 1 | 2 => {
  let resultat: 0 | 1 = 0;
  let blancAvant = true;
  for (let i = 0; i < texte.length; i++) {
    const code = texte.charCodeAt(i);
    if (code > 126 || code === 96) return 2;
    const blanc = code <= 32;
    if ((code >= 65 && code <= 90) || (blanc && (blancAvant || code !== 32))) resultat = 1;
    blancAvant = blanc;
  }
  return blancAvant && texte.length > 0 ? 1 : resultat;
};

const reduit = (texte: string): string => texte.toLowerCase().replace(/[\s\p{Cc}]+/gu, ' ').trim();

/**
 * « Date de Réception ⏎ » → « date de reception ». Minuscules ; accents, œ et æ dénoués ; blancs de toute sorte réduits à une espace ;
 * signes de largeur nulle ôtés ; apostrophes et tirets typographiques ramenés à ' et -.
 */
export const sansAccents = (texte: string): string => {
  const cas = etat(texte);
  if (cas === 0) return texte;
  if (cas === 1) return reduit(texte);
  const simple = texte
    // Avant la décomposition, qui ferait de l'accent isolé une espace ; les autres signes après, elle en fait apparaître.
    .replace(/[`´]/g, "'")
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[`‘’‛ʹʼʻ′]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  return reduit(simple).replace(/œ/g, 'oe').replace(/æ/g, 'ae');
};
