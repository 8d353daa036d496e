// Fonctions bêta et gamma incomplètes, et les lois qui en viennent : normale, t, χ², F. Précision relative 1e-12, queues comprises (décision 0009).

import { carre, exp, ln } from './exp-ln';

const DEUX_PI = 2 * Math.PI;
/** Assez de termes pour des paramètres d'un million ; au-delà le reste est sous la précision. */
const TERMES_MAX = 100_000;
const PETIT = 1e-300;
const PRECISION = 1e-16;

/**
 * ln Γ(n+1) − (n+½) ln n + n − ½ ln 2π : ce qui manque à la formule de Stirling, pour n > 0.
 * Série asymptotique au-delà de 16 ; en deçà on y monte, chaque pas ne perdant qu'une erreur absolue de 1e-16.
 */
const resteStirling = (n: number): number => {
  let m = n;
  let montee = 0;
  while (m < 16) {
    // (m + ½) ln(1 + 1/m) − 1, par la série d'argth : rien ne s'y annule.
    const z = carre(1 / (2 * m + 1));
    let terme = z;
    for (let k = 3; terme > PRECISION * z; k += 2) {
      montee += terme / k;
      terme *= z;
    }
    m++;
  }
  const inverse = 1 / (m * m);
  return montee + (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / m;
};

/** x ln(x/np) + np − x sans annulation quand x et np sont proches (C. Loader, « Fast and Accurate Computation of Binomial Probabilities », 2000). */
const ecartDeviance = (x: number, np: number): number => {
  if (Math.abs(x - np) >= 0.1 * (x + np)) return x * ln(x / np) + np - x;
  const v = (x - np) / (x + np);
  let somme = (x - np) * v;
  let terme = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    terme *= v * v;
    const suivante = somme + terme / (2 * j + 1);
    if (suivante === somme) break;
    somme = suivante;
  }
  return somme;
};

/** x^a e^−x / Γ(a+1) */
const densiteGamma = (a: number, x: number): number => exp(-resteStirling(a) - ecartDeviance(a, x)) / Math.sqrt(DEUX_PI * a);

/** x^a y^b / B(a, b), où y = 1 − x est donné pour ne rien perdre près de 1. */
const densiteBeta = (a: number, b: number, x: number, y: number): number => {
  const n = a + b;
  return Math.sqrt((a * b) / (DEUX_PI * n)) * exp(resteStirling(n) - resteStirling(a) - resteStirling(b) - ecartDeviance(a, n * x) - ecartDeviance(b, n * y));
};

/** Fraction continue par la méthode de Lentz : `suivant(m)` rend les deux coefficients du m-ième étage. */
const fractionContinue = (depart: number, suivant: (m: number) => readonly [a: number, b: number]): number => {
  let f = depart || PETIT;
  let c = f;
  let d = 0;
  for (let m = 1; m <= TERMES_MAX; m++) {
    const [a, b] = suivant(m);
    d = 1 / (b + a * d || PETIT);
    c = b + a / c || PETIT;
    f *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return f;
};

/** Gamma incomplète régularisée supérieure Q(a, x), a > 0, x ≥ 0. */
const gammaSuperieure = (a: number, x: number): number => {
  if (x <= 0) return 1;
  if (x < a + 1) {
    let terme = 1;
    let somme = 1;
    for (let k = 1; k <= TERMES_MAX && terme > somme * PRECISION; k++) somme += terme *= x / (a + k);
    return 1 - densiteGamma(a, x) * somme;
  }
  return (densiteGamma(a, x) * a) / fractionContinue(x + 1 - a, (m) => [-m * (m - a), x + 2 * m + 1 - a]);
};

/** Bêta incomplète régularisée I_x(a, b), a et b > 0 ; `y` = 1 − x. DLMF 8.17.22. */
const betaInferieure = (a: number, b: number, x: number, y: number): number => {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaDirecte(b, a, y, x);
  return betaDirecte(a, b, x, y);
};

const betaDirecte = (a: number, b: number, x: number, y: number): number => {
  const fraction = fractionContinue(1, (m) => {
    const k = m >> 1;
    const coefficient = m % 2 === 0 ? (k * (b - k)) / ((a + 2 * k - 1) * (a + 2 * k)) : (-(a + k) * (a + b + k)) / ((a + 2 * k) * (a + 2 * k + 1));
    return [coefficient * x, 1];
  });
  return densiteBeta(a, b, x, y) / (a * fraction);
};

/** Probabilité qu'un χ² à `ddl` degrés de liberté dépasse `x`. */
export const queueKhi2 = (x: number, ddl: number): number => gammaSuperieure(ddl / 2, x / 2);

/** Probabilité qu'une loi normale s'écarte de 0 de plus de |z|, des deux côtés. */
export const deuxQueuesNormale = (z: number): number => gammaSuperieure(0.5, (z * z) / 2);

/** Probabilité qu'une loi de Student s'écarte de 0 de plus de |t|, des deux côtés. */
export const deuxQueuesStudent = (t: number, ddl: number): number => betaInferieure(ddl / 2, 0.5, ddl / (ddl + t * t), (t * t) / (ddl + t * t));

/** Probabilité qu'une loi F(ddl1, ddl2) dépasse `f`. */
export const queueF = (f: number, ddl1: number, ddl2: number): number => betaInferieure(ddl2 / 2, ddl1 / 2, ddl2 / (ddl2 + ddl1 * f), (ddl1 * f) / (ddl2 + ddl1 * f));

/**
 * L'écart t qu'une loi de Student ne dépasse, des deux côtés, qu'avec la probabilité `p` (5 % : un intervalle à 95 %).
 * @param ddl degrés de liberté, au moins 1
 */
export const quantileStudent = (ddl: number, p = 0.05): number => {
  // Newton sur ln p en fonction de ln t, presque droite dans les queues : part de la loi normale et converge en quelques pas.
  let t = 1.96;
  for (let tour = 0; tour < 60; tour++) {
    const x = ddl / (ddl + t * t);
    const queue = deuxQueuesStudent(t, ddl);
    const pas = (queue * ln(queue / p)) / (2 * densiteBeta(ddl / 2, 0.5, x, 1 - x));
    t *= exp(pas);
    if (Math.abs(pas) < 1e-15) break;
  }
  return t;
};
