// Exponentielle et logarithme faits des seules opérations que tous les moteurs JavaScript arrondissent pareil (+ − × ÷) : ECMAScript laisse
// Math.exp, Math.log et ** à chacun, et deux versions de V8 diffèrent au dernier chiffre une fois sur dix (décision 0015).
// Réductions et polynômes de FDLIBM (e_exp.c, e_log.c) : moins d'une unité du dernier chiffre d'erreur.

/** ln 2 en deux morceaux : le premier a des zéros à la fin, k × LN2_HAUT est exact. */
const LN2_HAUT = 6.9314718036912381649e-1;
const LN2_BAS = 1.90821492927058770002e-10;

/** 2^k, exact ; k entier, |k| ≤ 1022. */
const deuxPuissance = (k: number): number => {
  let [produit, base] = [1, k < 0 ? 0.5 : 2];
  for (let reste = Math.abs(k); reste > 0; reste >>= 1) {
    if (reste & 1) produit *= base;
    base *= base;
  }
  return produit;
};

const EXP = [1.66666666666666019037e-1, -2.7777777777015593384e-3, 6.61375632143793436117e-5, -1.65339022054652515390e-6, 4.13813679705723846039e-8] as const;

export const exp = (x: number): number => {
  if (!(x > -745.2)) return x <= -745.2 ? 0 : NaN;
  if (x > 709.78) return Infinity;
  const k = Math.round(x / (LN2_HAUT + LN2_BAS));
  const haut = x - k * LN2_HAUT;
  const bas = k * LN2_BAS;
  const r = haut - bas;
  const t = r * r;
  const c = r - t * (EXP[0] + t * (EXP[1] + t * (EXP[2] + t * (EXP[3] + t * EXP[4]))));
  const y = 1 - (bas - (r * c) / (2 - c) - haut);
  // En deux fois aux extrémités, où 2^k sort des nombres normaux.
  const moitie = k >> 1;
  return y * deuxPuissance(moitie) * deuxPuissance(k - moitie);
};

const LN = [6.666666666666735130e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1, 1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1] as const;

/** Logarithme naturel, pour x > 0 fini. */
export const ln = (x: number): number => {
  const mots = new DataView(new ArrayBuffer(8));
  // Un nombre si petit qu'il n'a plus tous ses chiffres est d'abord agrandi.
  const decale = x < 2.2250738585072014e-308 ? 54 : 0;
  mots.setFloat64(0, x * deuxPuissance(decale));
  // x = 2^k × m, m entre √½ et √2.
  let k = (mots.getUint32(0) >>> 20) - 1023 - decale;
  mots.setUint32(0, (mots.getUint32(0) & 0xfffff) | 0x3ff00000);
  let m = mots.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    k++;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const reste = z * (LN[0] + z * (LN[1] + z * (LN[2] + z * (LN[3] + z * (LN[4] + z * (LN[5] + z * LN[6]))))));
  const demi = (f * f) / 2;
  return k * LN2_HAUT - (demi - (s * (demi + reste) + k * LN2_BAS) - f);
};

/** Un produit, que chaque moteur arrondit pareil ; `x ** 2` n'y est pas tenu. */
export const carre = (x: number): number => x * x;
