// NB.SI, SOMME.SI et leurs parents : des critères écrits (« >=12 », « courriel », « c* ») sur des plages.
import { lisSaisie } from '../../nombres';
import type { Bloc} from '../valeurs';
import { compare, division, Faute, mauvaiseValeur, type Operande, type Valeur } from '../valeurs';
import { bloc, sauf, tableur, valeur, type FonctionTableur } from './forme';

type Test = (v: Valeur) => boolean;

/** « * » et « ? » remplacent, « ~ » devant les rend à eux-mêmes. */
const motif = (texte: string): RegExp => {
  const source = texte.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (signe, echappe?: string) => (echappe ? `\\${echappe}` : signe === '*' ? '[\\s\\S]*' : signe === '?' ? '[\\s\\S]' : `\\${signe}`));
  return new RegExp(`^${source}$`, 'i');
};

const critere = (attendu: Exclude<Valeur, Faute>): Test => {
  if (typeof attendu === 'number' || attendu === null) return (v) => v === (attendu ?? 0);
  if (typeof attendu === 'boolean') return (v) => v === attendu;
  const [, operateur = '', reste = ''] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(attendu)!;
  if (reste === '') {
    if (operateur === '<>') return (v) => v !== null;
    if (operateur === '=') return (v) => v === null;
    return operateur === '' ? (v) => v === null || v === '' : () => false;
  }
  const lue = lisSaisie(reste, 0).valeur;
  const cible = typeof lue === 'number' || typeof lue === 'boolean' ? lue : reste;
  if (operateur === '' || operateur === '=' || operateur === '<>') {
    const m = typeof cible === 'string' ? motif(cible) : null;
    const egal: Test = (v) => (m ? typeof v === 'string' && m.test(v) : v === cible || (typeof v === 'string' && typeof cible === 'number' && lisSaisie(v, 0).valeur === cible));
    return operateur === '<>' ? (v) => !egal(v) : egal;
  }
  // Une inégalité ne compare que des valeurs du même genre.
  const garde: Readonly<Record<string, (ordre: number) => boolean>> = { '<': (o) => o < 0, '>': (o) => o > 0, '<=': (o) => o <= 0, '>=': (o) => o >= 0 };
  return (v) => v !== null && !(v instanceof Faute) && typeof v === typeof cible && garde[operateur]!(compare(v, cible));
};

/** Les cases retenues par tous les critères : leurs rangs, ligne par ligne. */
const retenues = (couples: readonly { readonly plage: Bloc; readonly test: Test }[]): (readonly [number, number])[] | Faute => {
  const premiere = couples[0]!.plage.lignes;
  if (couples.some(({ plage: { lignes } }) => lignes.length !== premiere.length || lignes[0]?.length !== premiere[0]?.length)) return mauvaiseValeur('Les plages des critères n’ont pas la même taille.');
  const gardees: [number, number][] = [];
  premiere.forEach((ligne, i) => ligne.forEach((_, j) => {
    if (couples.every(({ plage, test }) => test(plage.lignes[i]![j]!))) gardees.push([i, j]);
  }));
  return gardees;
};

const couplesDe = (args: readonly (() => Operande)[]): { plage: Bloc; test: Test }[] => {
  const couples: { plage: Bloc; test: Test }[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) couples.push({ plage: bloc(args[i]!()), test: critere(valeur(args[i + 1]!())) });
  return couples;
};

const nombresRetenus = (somme: Bloc, couples: readonly { plage: Bloc; test: Test }[]): number[] => {
  const rangs = sauf(retenues(couples));
  return rangs.flatMap(([i, j]) => {
    const v = somme.lignes[i]?.[j];
    if (v instanceof Faute) sauf(v);
    return typeof v === 'number' ? [v] : [];
  });
};
const total = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);
const moyenne = (nombres: readonly number[]): number | Faute => (nombres.length === 0 ? division('Aucune cellule ne vérifie le critère.') : total(nombres) / nombres.length);

/** SOMME.SI(plage; critère; [somme]) : la plage à sommer peut être la plage testée. */
const si = (exemple: string, resume: (nombres: number[]) => number | Faute): FonctionTableur =>
  tableur(2, 3, exemple, (args) => {
    const plage = bloc(args[0]!());
    return resume(nombresRetenus(args[2] ? bloc(args[2]()) : plage, [{ plage, test: critere(valeur(args[1]!())) }]));
  });
/** SOMME.SI.ENS(somme; plage1; critère1; …) */
const ens = (exemple: string, resume: (nombres: number[]) => number | Faute): FonctionTableur =>
  tableur(3, 255, exemple, ([somme, ...reste]) => (reste.length % 2 ? mauvaiseValeur('Il faut un critère par plage.') : resume(nombresRetenus(bloc(somme!()), couplesDe(reste)))));

export const CRITERES: Readonly<Record<string, FonctionTableur>> = {
  COUNTIF: tableur(2, 2, 'NB.SI(A2:A20;"courriel")', (args) => sauf(retenues(couplesDe(args))).length),
  COUNTIFS: tableur(2, 254, 'NB.SI.ENS(A2:A20;"courriel";C2:C20;">3")', (args) => (args.length % 2 ? mauvaiseValeur('Il faut un critère par plage.') : sauf(retenues(couplesDe(args))).length)),
  SUMIF: si('SOMME.SI(A2:A20;"courriel";C2:C20)', total),
  AVERAGEIF: si('MOYENNE.SI(A2:A20;"courriel";C2:C20)', moyenne),
  SUMIFS: ens('SOMME.SI.ENS(C2:C20;A2:A20;"courriel")', total),
  AVERAGEIFS: ens('MOYENNE.SI.ENS(C2:C20;A2:A20;"courriel")', moyenne),
  MINIFS: ens('MIN.SI(C2:C20;A2:A20;"courriel")', (n) => n.reduce((a, b) => Math.min(a, b), n[0] ?? 0)),
  MAXIFS: ens('MAX.SI(C2:C20;A2:A20;"courriel")', (n) => n.reduce((a, b) => Math.max(a, b), n[0] ?? 0)),
};
