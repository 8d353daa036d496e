// Dates, arrondis et textes.
import { ajouteMois, civil, jourDe, jourSemaine, type Jour } from '../../../socle/jours';
import { affiche } from '../../affichage';
import { lisSaisie } from '../../nombres';
import { enNombre, enTexte, horsBornes, mauvaiseValeur, division, type Operande } from '../valeurs';
import { deNombres, nombresDe, sauf, tableur, valeur, valeursDe, type FonctionTableur } from './forme';
import { codeDuFichier } from '../../codes-francais';

const jour = (x: Operande): Jour => {
  const n = Math.floor(sauf(enNombre(x)));
  return n < 0 || n > 2_958_465 ? sauf<number>(horsBornes('Cette date sort du calendrier du tableur (de 1900 à 9999).')) : n;
};
const deJour = (exemple: string, calcule: (j: Jour) => number): FonctionTableur => tableur(1, 1, exemple, ([x]) => calcule(jour(x!())));
const texte = (x: (() => Operande) | undefined): string => sauf(enTexte(x!()));
const entier = (x: (() => Operande) | undefined, defaut: number): number => (x === undefined ? defaut : Math.floor(sauf(enNombre(x()))));

/** Arrondi sur l'écriture décimale, comme le tableur : 1,005 à deux décimales donne 1,01. */
const arrondi = (n: number, decimales: number, geste: (x: number) => number): number => {
  const pousse = (x: number, d: number): number => {
    const [mantisse = '0', exposant = '0'] = String(x).split('e');
    return Number(`${mantisse}e${Number(exposant) + d}`);
  };
  return Math.sign(n) * pousse(geste(pousse(Number(Math.abs(n).toPrecision(15)), decimales)), -decimales);
};

const DATES: Readonly<Record<string, FonctionTableur>> = {
  TODAY: { min: 0, max: 0, exemple: 'AUJOURDHUI()', calcule: (_, { aujourdhui }) => aujourdhui },
  DATE: deNombres(3, 3, 'DATE(2026;3;12)', (a, m, j) => {
    const annee = a < 1900 ? a + 1900 : a;
    const absolu = Math.floor(annee) * 12 + Math.floor(m) - 1;
    const rendu = jourDe(Math.floor(absolu / 12), (absolu % 12) + 1, 1) + Math.floor(j) - 1;
    return rendu < 0 || rendu > 2_958_465 ? horsBornes() : rendu;
  }),
  YEAR: deJour('ANNEE(A2)', (j) => civil(j).annee),
  MONTH: deJour('MOIS(A2)', (j) => civil(j).mois),
  DAY: deJour('JOUR(A2)', (j) => civil(j).jour),
  EDATE: tableur(2, 2, 'MOIS.DECALER(A2;2)', ([x, n]) => ajouteMois(jour(x!()), Math.trunc(sauf(enNombre(n!()))))),
  EOMONTH: tableur(2, 2, 'FIN.MOIS(A2;0)', ([x, n]) => {
    const { annee, mois } = civil(jour(x!()));
    const absolu = annee * 12 + mois + Math.trunc(sauf(enNombre(n!())));
    return jourDe(Math.floor(absolu / 12), (absolu % 12) + 1, 1) - 1;
  }),
  // jourSemaine : 1 = lundi.
  WEEKDAY: tableur(1, 2, 'JOURSEM(A2;2)', ([x, genre]) => {
    const s = jourSemaine(jour(x!()));
    const g = entier(genre, 1);
    return g === 1 ? (s % 7) + 1 : g === 2 ? s : g === 3 ? s - 1 : horsBornes();
  }),
  NETWORKDAYS: tableur(2, 3, 'NB.JOURS.OUVRES(A2;B2;fériés)', ([debut, fin, feries]) => {
    const [a, b] = [jour(debut!()), jour(fin!())];
    const exclus = new Set(feries === undefined ? [] : nombresDe(feries()).map(Math.floor));
    const [bas, haut] = a <= b ? [a, b] : [b, a];
    let n = 0;
    for (let j = bas; j <= haut; j++) if (jourSemaine(j) < 6 && !exclus.has(j)) n++;
    return a <= b ? n : -n;
  }),
  DAYS: tableur(2, 2, 'JOURS(B2;A2)', ([fin, debut]) => jour(fin!()) - jour(debut!())),
};

const NOMBRES: Readonly<Record<string, FonctionTableur>> = {
  ROUND: deNombres(2, 2, 'ARRONDI(A2;1)', (n, d) => arrondi(n, Math.trunc(d), Math.round)),
  ROUNDUP: deNombres(2, 2, 'ARRONDI.SUP(A2;0)', (n, d) => arrondi(n, Math.trunc(d), Math.ceil)),
  ROUNDDOWN: deNombres(2, 2, 'ARRONDI.INF(A2;0)', (n, d) => arrondi(n, Math.trunc(d), Math.floor)),
  TRUNC: deNombres(1, 2, 'TRONQUE(A2)', (n, d = 0) => arrondi(n, Math.trunc(d), Math.floor)),
  INT: deNombres(1, 1, 'ENT(A2)', Math.floor),
  ABS: deNombres(1, 1, 'ABS(A2)', Math.abs),
  SQRT: deNombres(1, 1, 'RACINE(A2)', (n) => (n < 0 ? horsBornes() : Math.sqrt(n))),
  POWER: deNombres(2, 2, 'PUISSANCE(A2;2)', (n, p) => (Number.isFinite(n ** p) ? n ** p : horsBornes())),
  MOD: deNombres(2, 2, 'MOD(A2;7)', (n, d) => (d === 0 ? division() : n - d * Math.floor(n / d))),
};

const TEXTES: Readonly<Record<string, FonctionTableur>> = {
  CONCATENATE: tableur(1, 255, 'CONCATENER(A2;" ";B2)', (args) => args.map(texte).join('')),
  CONCAT: tableur(1, 255, 'CONCAT(A2:C2)', (args) => args.flatMap((arg) => valeursDe(arg()).map((v) => sauf(enTexte(v)))).join('')),
  LEFT: tableur(1, 2, 'GAUCHE(A2;3)', ([x, n]) => texte(x).slice(0, Math.max(0, entier(n, 1)))),
  RIGHT: tableur(1, 2, 'DROITE(A2;3)', ([x, n]) => (entier(n, 1) < 1 ? '' : texte(x).slice(-entier(n, 1)))),
  MID: tableur(3, 3, 'STXT(A2;1;3)', ([x, d, n]) => (entier(d, 1) < 1 || entier(n, 0) < 0 ? mauvaiseValeur('STXT compte à partir de 1.') : texte(x).slice(entier(d, 1) - 1, entier(d, 1) - 1 + entier(n, 0)))),
  LEN: tableur(1, 1, 'NBCAR(A2)', ([x]) => texte(x).length),
  UPPER: tableur(1, 1, 'MAJUSCULE(A2)', ([x]) => texte(x).toUpperCase()),
  LOWER: tableur(1, 1, 'MINUSCULE(A2)', ([x]) => texte(x).toLowerCase()),
  TRIM: tableur(1, 1, 'SUPPRESPACE(A2)', ([x]) => texte(x).replace(/ +/g, ' ').replace(/^ | $/g, '')),
  SUBSTITUTE: tableur(3, 3, 'SUBSTITUE(A2;"-";"")', ([x, de, par]) => (texte(de) === '' ? texte(x) : texte(x).split(texte(de)).join(texte(par)))),
  VALUE: tableur(1, 1, 'CNUM(A2)', ([x]) => {
    const v = valeur(x!());
    const lue = typeof v === 'string' ? lisSaisie(v, 0).valeur : v;
    return typeof lue === 'number' ? lue : mauvaiseValeur('Ce texte n’est pas un nombre.');
  }),
  TEXT: tableur(2, 2, 'TEXTE(A2;"jj/mm/aaaa")', ([x, format]) => {
    const v = valeur(x!());
    const n = typeof v === 'string' ? lisSaisie(v, 0).valeur : v;
    const code = codeDuFichier(texte(format));
    if (code === null) return mauvaiseValeur('TEXTE ne connaît pas ce format ici. Essayez "jj/mm/aaaa", "0,0" ou "0,0 %".');
    return typeof n === 'number' ? affiche(n, code) : sauf(enTexte(v));
  }),
};


export const DATES_ET_TEXTES: Readonly<Record<string, FonctionTableur>> = { ...DATES, ...NOMBRES, ...TEXTES };
