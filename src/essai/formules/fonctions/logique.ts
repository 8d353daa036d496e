// Conditions, tests et recherches.
import { Bloc, compare, enLogique, enNombre, Faute, introuvable, mauvaiseValeur, referencePerdue, scalaire, type Operande, type Valeur } from '../valeurs';
import { bloc, sauf, tableur, valeur, valeursDe, type FonctionTableur } from './forme';

/** ET, OU : une plage n'y apporte que ses logiques et ses nombres. */
const logiquesDe = (x: Operande): boolean[] =>
  x instanceof Bloc ? valeursDe(x).flatMap((v) => (v instanceof Faute ? [sauf<boolean>(v)] : typeof v === 'boolean' || typeof v === 'number' ? [Boolean(v)] : [])) : [sauf(enLogique(x))];
const detous = (exemple: string, resume: (logiques: boolean[]) => boolean): FonctionTableur =>
  tableur(1, 255, exemple, (args) => {
    const logiques = args.flatMap((arg) => logiquesDe(arg()));
    return logiques.length === 0 ? mauvaiseValeur('Il n’y a aucune condition à vérifier.') : resume(logiques);
  });
const est = (exemple: string, test: (v: Valeur) => boolean): FonctionTableur => ({ min: 1, max: 1, exemple, calcule: ([x]) => test(scalaire(x!())) });

/** Rang (à partir de 0) de la valeur cherchée ; `genre` 0 : égale, 1 : la plus grande qui ne la dépasse pas, −1 : la plus petite qui l'atteint. */
const rangDe = (cherchee: Exclude<Valeur, Faute>, liste: readonly Valeur[], genre: number): number => {
  let rang = -1;
  for (let i = 0; i < liste.length; i++) {
    const v = liste[i]!;
    if (v instanceof Faute || v === null || (genre !== 0 && typeof v !== typeof cherchee)) continue;
    const ordre = compare(v, cherchee);
    if (genre === 0 && ordre === 0 && typeof v === typeof cherchee) return i;
    if ((genre > 0 && ordre <= 0) || (genre < 0 && ordre >= 0)) rang = i;
    else if (genre !== 0) break;
  }
  return rang;
};

export const LOGIQUE: Readonly<Record<string, FonctionTableur>> = {
  IF: tableur(2, 3, 'SI(C2>15;"en retard";"à temps")', ([test, alors, sinon]) => (sauf(enLogique(test!())) ? alors!() : sinon ? sinon() : false)),
  IFS: tableur(2, 254, 'SI.CONDITIONS(C2>30;"très en retard";VRAI;"à temps")', (args) => {
    for (let i = 0; i + 1 < args.length; i += 2) if (sauf(enLogique(args[i]!()))) return args[i + 1]!();
    return introuvable('Aucune des conditions n’est vraie.');
  }),
  AND: detous('ET(A2>0;B2>0)', (l) => l.every(Boolean)),
  OR: detous('OU(A2>0;B2>0)', (l) => l.some(Boolean)),
  NOT: tableur(1, 1, 'NON(A2="")', ([x]) => !sauf(enLogique(x!()))),
  TRUE: { min: 0, max: 0, exemple: 'VRAI()', calcule: () => true },
  FALSE: { min: 0, max: 0, exemple: 'FAUX()', calcule: () => false },
  NA: { min: 0, max: 0, exemple: 'NA()', calcule: () => introuvable() },
  IFERROR: { min: 2, max: 2, exemple: 'SIERREUR(A2/B2;0)', calcule: ([x, secours]) => (scalaireOuBloc(x!()) instanceof Faute ? secours!() : x!()) },
  IFNA: { min: 2, max: 2, exemple: 'SI.NON.DISP(A2;0)', calcule: ([x, secours]) => (estNA(scalaireOuBloc(x!())) ? secours!() : x!()) },
  ISBLANK: est('ESTVIDE(A2)', (v) => v === null),
  ISNUMBER: est('ESTNUM(A2)', (v) => typeof v === 'number'),
  ISTEXT: est('ESTTEXTE(A2)', (v) => typeof v === 'string'),
  ISLOGICAL: est('ESTLOGIQUE(A2)', (v) => typeof v === 'boolean'),
  ISERROR: est('ESTERREUR(A2)', (v) => v instanceof Faute),
  ISERR: est('ESTERR(A2)', (v) => v instanceof Faute && !estNA(v)),
  ISNA: est('ESTNA(A2)', (v) => estNA(v)),
  VLOOKUP: tableur(3, 4, 'RECHERCHEV(A2;E2:F20;2;FAUX)', ([quoi, ou, colonne, proche]) => {
    const { lignes } = bloc(ou!());
    const j = Math.floor(sauf(enNombre(colonne!())));
    if (j < 1 || j > (lignes[0]?.length ?? 0)) return referencePerdue('Le numéro de colonne sort de la plage.');
    const rang = rangDe(valeur(quoi!()), lignes.map((ligne) => ligne[0]!), proche === undefined || sauf(enLogique(proche())) ? 1 : 0);
    return rang < 0 ? introuvable() : lignes[rang]![j - 1]!;
  }),
  MATCH: tableur(2, 3, 'EQUIV(A2;E2:E20;0)', ([quoi, ou, genre]) => {
    const rang = rangDe(valeur(quoi!()), valeursDe(ou!()), genre === undefined ? 1 : sauf(enNombre(genre())));
    return rang < 0 ? introuvable() : rang + 1;
  }),
  INDEX: tableur(2, 3, 'INDEX(A2:C20;3;2)', ([ou, ligne, colonne]) => {
    const { lignes } = bloc(ou!());
    const [premier, second] = [Math.floor(sauf(enNombre(ligne!()))), colonne === undefined ? null : Math.floor(sauf(enNombre(colonne())))];
    // Dans une seule ligne, l'unique numéro est celui de la colonne.
    const [i, j] = second === null ? (lignes.length === 1 ? [1, premier] : [premier, 1]) : [premier, second];
    if (i < 1 || j < 1) return mauvaiseValeur('INDEX attend un numéro de ligne et de colonne à partir de 1.');
    return lignes[i - 1]?.[j - 1] === undefined ? referencePerdue('Le numéro demandé sort de la plage.') : lignes[i - 1]![j - 1]!;
  }),
  ROWS: tableur(1, 1, 'LIGNES(A2:A20)', ([x]) => bloc(x!()).lignes.length),
  COLUMNS: tableur(1, 1, 'COLONNES(A2:C2)', ([x]) => bloc(x!()).lignes[0]?.length ?? 0),
  ROW: tableur(0, 1, 'LIGNE(A2)', ([x], lieu) => (x === undefined ? lieu.ligne : (bloc(x()).reference?.haut ?? mauvaiseValeur('LIGNE attend une cellule.')))),
  COLUMN: tableur(0, 1, 'COLONNE(A2)', ([x], lieu) => (x === undefined ? lieu.colonne : (bloc(x()).reference?.gauche ?? mauvaiseValeur('COLONNE attend une cellule.')))),
};

function scalaireOuBloc(x: Operande): Operande {
  return x instanceof Bloc && x.lignes.length === 1 && x.lignes[0]!.length === 1 ? x.lignes[0]![0]! : x;
}
function estNA(x: Operande): boolean {
  return x instanceof Faute && x.code === '#N/A';
}
