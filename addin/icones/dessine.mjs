// Dessine les icônes du ruban, à toutes les tailles qu'Office demande : `node addin/icones/dessine.mjs`. Des formes simples, aucun logo de qui que ce soit.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { deflateSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const TAILLES = [16, 20, 24, 32, 40, 48, 64, 80, 128];
const BLEU = [16, 72, 158];
const CLAIR = [169, 193, 232];
const ORANGE = [192, 108, 16];
const BLANC = [255, 255, 255];

/** Un rectangle aux coins arrondis, en fractions du côté. */
const rect = (x, y, l, h, rayon, couleur) => ({ couleur, dedans: (u, v) => {
  const dx = Math.max(x + rayon - u, u - (x + l - rayon), 0);
  const dy = Math.max(y + rayon - v, v - (y + h - rayon), 0);
  return u >= x && u <= x + l && v >= y && v <= y + h && dx * dx + dy * dy <= rayon * rayon + 1e-9;
} });
const disque = (x, y, rayon, couleur) => ({ couleur, dedans: (u, v) => (u - x) ** 2 + (v - y) ** 2 <= rayon ** 2 });
const anneau = (x, y, grand, petit, couleur, garde = () => true) => ({ couleur, dedans: (u, v) => {
  const d = (u - x) ** 2 + (v - y) ** 2;
  return d <= grand ** 2 && d >= petit ** 2 && garde(u, v);
} });

/** Le fond commun, puis ce que chaque bouton montre. */
const MOTIFS = {
  // Quatre cases, dont l'une est un « plus ».
  'classeur-plus': [rect(0.04, 0.04, 0.92, 0.92, 0.2, BLEU), rect(0.18, 0.18, 0.28, 0.28, 0.05, BLANC), rect(0.54, 0.18, 0.28, 0.28, 0.05, CLAIR), rect(0.18, 0.54, 0.28, 0.28, 0.05, CLAIR), rect(0.645, 0.53, 0.1, 0.32, 0.02, BLANC), rect(0.535, 0.64, 0.32, 0.1, 0.02, BLANC)],
  // Une page, ses barres et sa courbe.
  resultats: [rect(0.08, 0.06, 0.84, 0.88, 0.1, BLEU), rect(0.16, 0.14, 0.68, 0.72, 0.04, BLANC), rect(0.24, 0.56, 0.12, 0.22, 0.02, BLEU), rect(0.44, 0.42, 0.12, 0.36, 0.02, BLEU), rect(0.64, 0.26, 0.12, 0.52, 0.02, ORANGE)],
  // Une page à remplir : un titre, des lignes, une case cochée.
  fiche: [rect(0.14, 0.04, 0.72, 0.92, 0.08, BLEU), rect(0.21, 0.11, 0.58, 0.78, 0.04, BLANC), rect(0.28, 0.19, 0.44, 0.13, 0.02, BLEU), rect(0.28, 0.41, 0.44, 0.07, 0.02, CLAIR), rect(0.28, 0.55, 0.44, 0.07, 0.02, CLAIR), rect(0.28, 0.69, 0.15, 0.12, 0.02, ORANGE), rect(0.49, 0.715, 0.23, 0.07, 0.02, CLAIR)],
  // Un cadenas : ce qui est personnel reste fermé.
  rgpd: [anneau(0.5, 0.36, 0.27, 0.16, BLEU, (u, v) => v < 0.5), rect(0.16, 0.42, 0.68, 0.5, 0.09, BLEU), disque(0.5, 0.62, 0.085, BLANC), rect(0.455, 0.62, 0.09, 0.17, 0.02, BLANC)],
  aide: [disque(0.5, 0.5, 0.46, BLEU), anneau(0.5, 0.38, 0.2, 0.1, BLANC, (u, v) => v < 0.38 || u > 0.5), rect(0.45, 0.48, 0.1, 0.16, 0.02, BLANC), disque(0.5, 0.76, 0.065, BLANC)],
};

const FINESSE = 8;

/** Les pixels, chacun la moyenne de 64 points : des bords nets à 16 pixels comme à 128. */
const pixels = (motif, taille) => {
  const donnees = Buffer.alloc(taille * (taille * 4 + 1));
  for (let y = 0; y < taille; y++) {
    for (let x = 0; x < taille; x++) {
      const somme = [0, 0, 0, 0];
      for (let i = 0; i < FINESSE * FINESSE; i++) {
        const u = (x + ((i % FINESSE) + 0.5) / FINESSE) / taille;
        const v = (y + (Math.floor(i / FINESSE) + 0.5) / FINESSE) / taille;
        const forme = motif.findLast(({ dedans }) => dedans(u, v));
        if (forme) [...forme.couleur, 1].forEach((valeur, c) => (somme[c] += valeur));
      }
      const rang = y * (taille * 4 + 1) + 1 + x * 4;
      const points = somme[3];
      for (let c = 0; c < 3; c++) donnees[rang + c] = points === 0 ? 0 : Math.round(somme[c] / points);
      donnees[rang + 3] = Math.round((points / (FINESSE * FINESSE)) * 255);
    }
  }
  return donnees;
};

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (octets) => (octets.reduce((c, octet) => TABLE[(c ^ octet) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

const morceau = (genre, donnees) => {
  const corps = Buffer.concat([Buffer.from(genre, 'latin1'), donnees]);
  const longueur = Buffer.alloc(4);
  const controle = Buffer.alloc(4);
  longueur.writeUInt32BE(donnees.length);
  controle.writeUInt32BE(crc(corps));
  return Buffer.concat([longueur, corps, controle]);
};

const png = (nom, taille) => {
  const entete = Buffer.alloc(13);
  entete.writeUInt32BE(taille, 0);
  entete.writeUInt32BE(taille, 4);
  entete.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), morceau('IHDR', entete), morceau('IDAT', deflateSync(pixels(MOTIFS[nom], taille), { level: 9 })), morceau('IEND', Buffer.alloc(0))]);
};

const NOMS = Object.keys(MOTIFS);

if (process.argv[1] === import.meta.filename) for (const nom of NOMS) for (const taille of TAILLES) writeFileSync(path.join(import.meta.dirname, `${nom}-${taille}.png`), png(nom, taille));
