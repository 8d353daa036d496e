// Mesures de couleur, d'après leurs textes : contraste WCAG 2.2, daltonismes de Machado et al. (2009, sévérité 1), écart CIEDE2000 (Sharma et al., 2005).
type Triplet = readonly [number, number, number];

const lineaire = (hexa: string): Triplet =>
  [1, 3, 5].map((i) => parseInt(hexa.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as unknown as Triplet;

const luminance = (hexa: string): number => {
  const [r, v, b] = lineaire(hexa);
  return 0.2126 * r + 0.7152 * v + 0.0722 * b;
};

export const contraste = (a: string, b: string): number => {
  const [clair, sombre] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (clair + 0.05) / (sombre + 0.05);
};

const IDENTITE = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
export const VUES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'vue ordinaire': IDENTITE,
  protanopie: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutéranopie: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopie: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const lab = ([r, v, b]: Triplet): Triplet => {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = [(0.4124564 * r + 0.3575761 * v + 0.1804375 * b) / 0.95047, 0.2126729 * r + 0.7151522 * v + 0.072175 * b, (0.0193339 * r + 0.119192 * v + 0.9503041 * b) / 1.08883].map(f) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const RAD = Math.PI / 180;
const angle = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RAD + 360) % 360);

/** CIEDE2000 entre deux couleurs Lab. */
export const deltaE = ([l1, a1, b1]: Triplet, [l2, a2, b2]: Triplet): number => {
  const moyenne = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(moyenne ** 7 / (moyenne ** 7 + 25 ** 7)));
  const [x1, x2] = [(1 + g) * a1, (1 + g) * a2];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const [h1, h2] = [angle(x1, b1), angle(x2, b2)];
  const brut = h2 - h1;
  const ecart = c1 * c2 === 0 ? 0 : brut > 180 ? brut - 360 : brut < -180 ? brut + 360 : brut;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((ecart / 2) * RAD);
  const [lm, cm] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const hm = c1 * c2 === 0 ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
  const t = 1 - 0.17 * Math.cos((hm - 30) * RAD) + 0.24 * Math.cos(2 * hm * RAD) + 0.32 * Math.cos((3 * hm + 6) * RAD) - 0.2 * Math.cos((4 * hm - 63) * RAD);
  const sl = 1 + (0.015 * (lm - 50) ** 2) / Math.sqrt(20 + (lm - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * cm, 1 + 0.015 * cm * t];
  const rt = -2 * Math.sqrt(cm ** 7 / (cm ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-(((hm - 275) / 25) ** 2)) * RAD);
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rt * dc * dh);
};

/** L'écart de deux couleurs telles que les voit un œil. */
export const ecart = (a: string, b: string, vue: readonly (readonly number[])[]): number => {
  const vu = (hexa: string): Triplet => lab(vue.map((ligne) => Math.min(1, Math.max(0, ligne.reduce((somme, poids, i) => somme + poids * (lineaire(hexa)[i] ?? 0), 0)))) as unknown as Triplet);
  return deltaE(vu(a), vu(b));
};
