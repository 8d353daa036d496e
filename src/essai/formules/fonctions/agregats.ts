// Les fonctions qui résument des nombres.
import { Bloc, division, Faute, horsBornes, mauvaiseValeur } from '../valeurs';
import { bloc, nombresDe, sauf, tableur, valeursDe, type FonctionTableur } from './forme';
import { enNombre } from '../valeurs';

const deTous = (exemple: string, calcule: (nombres: number[]) => number | Faute): FonctionTableur =>
  tableur(1, 255, exemple, (args) => calcule(args.flatMap((arg) => nombresDe(arg()))));
const somme = (nombres: readonly number[]): number => nombres.reduce((total, n) => total + n, 0);
const croissants = (nombres: readonly number[]): number[] => [...nombres].sort((a, b) => a - b);

/** Interpolation d'Excel : le rang (n − 1) × p. */
const centile = (nombres: readonly number[], p: number): number | Faute => {
  if (nombres.length === 0 || p < 0 || p > 1) return horsBornes();
  const tries = croissants(nombres);
  const rang = (tries.length - 1) * p;
  const bas = tries[Math.floor(rang)]!;
  return bas + (tries[Math.ceil(rang)]! - bas) * (rang - Math.floor(rang));
};

const rangee = (exemple: string, ordonne: (tries: number[], k: number) => number | undefined): FonctionTableur =>
  tableur(2, 2, exemple, ([plage, rang]) => ordonne(croissants(nombresDe(plage!())), Math.ceil(sauf(enNombre(rang!())))) ?? horsBornes());

const variance = (nombres: readonly number[]): number | Faute => {
  if (nombres.length < 2) return division('Il faut au moins deux nombres.');
  const moyenne = somme(nombres) / nombres.length;
  return somme(nombres.map((n) => (n - moyenne) ** 2)) / (nombres.length - 1);
};

export const AGREGATS: Readonly<Record<string, FonctionTableur>> = {
  SUM: deTous('SOMME(A2:A20)', somme),
  AVERAGE: deTous('MOYENNE(A2:A20)', (n) => (n.length === 0 ? division() : somme(n) / n.length)),
  MEDIAN: deTous('MEDIANE(A2:A20)', (n) => centile(n, 0.5)),
  MIN: deTous('MIN(A2:A20)', (n) => n.reduce((a, b) => Math.min(a, b), n[0] ?? 0)),
  MAX: deTous('MAX(A2:A20)', (n) => n.reduce((a, b) => Math.max(a, b), n[0] ?? 0)),
  PRODUCT: deTous('PRODUIT(A2:A20)', (n) => (n.length === 0 ? 0 : n.reduce((a, b) => a * b, 1))),
  VAR: deTous('VAR(A2:A20)', variance),
  STDEV: deTous('ECARTYPE(A2:A20)', (n) => {
    const v = variance(n);
    return v instanceof Faute ? v : Math.sqrt(v);
  }),
  LARGE: rangee('GRANDE.VALEUR(A2:A20;1)', (tries, k) => tries[tries.length - k]),
  SMALL: rangee('PETITE.VALEUR(A2:A20;1)', (tries, k) => tries[k - 1]),
  PERCENTILE: tableur(2, 2, 'CENTILE(A2:A20;0,9)', ([plage, p]) => centile(nombresDe(plage!()), sauf(enNombre(p!())))),
  QUARTILE: tableur(2, 2, 'QUARTILE(A2:A20;1)', ([plage, p]) => centile(nombresDe(plage!()), Math.floor(sauf(enNombre(p!()))) / 4)),
  // NB compte aussi un argument écrit qui se lit comme un nombre ; une erreur dans la plage ne l'arrête pas.
  COUNT: tableur(1, 255, 'NB(A2:A20)', (args) => somme(args.map((arg) => {
    const x = arg();
    return x instanceof Bloc ? valeursDe(x).filter((v) => typeof v === 'number').length : typeof enNombre(x) === 'number' ? 1 : 0;
  }))),
  COUNTA: tableur(1, 255, 'NBVAL(A2:A20)', (args) => somme(args.map((arg) => valeursDe(arg()).filter((v) => v !== null).length))),
  COUNTBLANK: tableur(1, 1, 'NB.VIDE(A2:A20)', ([plage]) => {
    const x = bloc(plage!());
    const voulues = x.reference ? Math.min(x.reference.bas - x.reference.haut + 1, x.lignes.length) : x.lignes.length;
    return somme(x.lignes.slice(0, voulues).map((ligne) => ligne.filter((v) => v === null || v === '').length));
  }),
  SUMPRODUCT: tableur(1, 255, 'SOMMEPROD((A2:A20="courriel")*(C2:C20>3))', (args) => {
    const blocs = args.map((arg) => bloc(arg()).lignes);
    const [premier = []] = blocs;
    if (blocs.some((l) => l.length !== premier.length || l[0]?.length !== premier[0]?.length)) return mauvaiseValeur('SOMMEPROD attend des plages de même taille.');
    let total = 0;
    premier.forEach((ligne, i) => ligne.forEach((_, j) => {
      let produit = 1;
      for (const l of blocs) {
        const v = l[i]![j]!;
        if (v instanceof Faute) sauf(v);
        produit *= typeof v === 'number' ? v : 0;
      }
      total += produit;
    }));
    return total;
  }),
};
