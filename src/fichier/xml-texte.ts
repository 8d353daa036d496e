// Le texte dans le XML d'un tableur : entités, séquences « _x000D_ », sections CDATA, caractères interdits.

const NOMMEES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const caractere = (code: number): string => (code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

/** Les entités deviennent leurs caractères ; une entité inconnue reste écrite telle quelle. */
const entites = (texte: string): string =>
  texte.indexOf('&') < 0
    ? texte
    : texte.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,9})|(\w{1,8}));/gi, (tout, hexa?: string, deci?: string, nom?: string) =>
        hexa ? caractere(parseInt(hexa, 16)) : deci ? caractere(Number(deci)) : (NOMMEES[nom!] ?? tout),
      );

/** Décode un texte de XML, CDATA et commentaires compris. Un retour chariot suivi d'une fin de ligne n'est qu'une fin de ligne (règle XML). */
export const decode = (brut: string): string => {
  const texte = brut.indexOf('\r') < 0 ? brut : brut.replace(/\r\n?/g, '\n');
  if (texte.indexOf('<') < 0) return entites(texte);
  return texte
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->)/)
    .map((morceau, rang) => (rang % 2 === 0 ? entites(morceau) : morceau.startsWith('<![') ? morceau.slice(9, -3) : ''))
    .join('');
};

/** Texte d'une cellule : Excel note les caractères que le XML refuse sous la forme « _x000D_ ». */
export const decodeCellule = (brut: string): string => {
  const texte = decode(brut);
  return texte.indexOf('_x') < 0 ? texte : texte.replace(/_x([0-9a-f]{4})_/gi, (_, hexa: string) => String.fromCharCode(parseInt(hexa, 16)));
};

const codes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** Les demi-codets isolés et les caractères de contrôle n'existent pas en XML : on les laisse tomber. */
const permis = (texte: string): string =>
  // Avec le drapeau « u », les codets d'une paire ne sont pas vus un à un : seuls les isolés tombent.
  // eslint-disable-next-line no-control-regex
  texte.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, '');

/** Pour un attribut ou un élément qui n'est pas une cellule. */
export const code = (texte: string): string => permis(texte).replace(/[&<>"\n\r\t]/g, (lettre) => codes[lettre]!);

/** Pour le texte d'une cellule : « _x0041_ » écrit par la personne reste ce qu'il est, le retour chariot est protégé. */
export const codeCellule = (texte: string): string =>
  permis(texte)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>]/g, (lettre) => codes[lettre]!)
    .replace(/\r/g, '_x000D_');
