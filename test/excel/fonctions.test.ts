// Les fonctions d'Excel : le paquet construit n'a besoin que de CustomFunctions.associate ; vides, erreurs et dates y valent ce qu'ils valent partout.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { fonctions } from '../../src/registre';
import { appelle } from '../../src/socle/fonction';
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { branche } from '../hotes/excel/client';
import { Serveur } from '../hotes/excel/serveur';

type Appel = (...args: unknown[]) => unknown;
type Erreur = Error & { readonly code: string };
type Decrite = { readonly id: string; readonly name: string; readonly description: string; readonly helpUrl: string; readonly parameters: readonly { readonly name: string; readonly description: string; readonly type: string; readonly dimensionality: string; readonly optional?: boolean }[]; readonly result: { readonly type: string; readonly dimensionality: string }; readonly options?: unknown };

const DIST = path.join(__dirname, '..', '..', 'dist', 'excel');
const liste = JSON.parse(readFileSync(path.join(DIST, 'functions.json'), 'utf8')) as { allowErrorForDataTypeAny: boolean; allowCustomDataForDataTypeAny: boolean; functions: readonly Decrite[] };
/** Ce que le service d'Excel ajoute à la fin de chaque appel. */
const SERVICE = { functionName: 'x' };

/** Le paquet dans un domaine nu : rien d'autre qu'`associate` et l'erreur d'Excel. */
const associees = (globales: Record<string, unknown> = {}): Map<string, Appel> => {
  const connues = new Map<string, Appel>();
  class ErreurExcel extends Error {
    constructor(readonly code: string, message: string) {
      super(message);
    }
  }
  vm.runInNewContext(readFileSync(path.join(DIST, 'fonctions.js'), 'utf8'), { CustomFunctions: { associate: (id: string, f: Appel) => connues.set(id, f), Error: ErreurExcel, ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' } }, ...globales });
  return connues;
};
const paquet = associees();
const appel = (nom: string, ...args: unknown[]): unknown => paquet.get(nom)!(...args, SERVICE);
const clone = <T>(valeur: T): T => JSON.parse(JSON.stringify(valeur)) as T;
const erreurDe = (geste: () => unknown): Erreur => {
  try {
    geste();
  } catch (cause) {
    return cause as Erreur;
  }
  throw new Error('aucune erreur');
};

test('chaque fonction du registre est décrite et associée, une fois, sous son nom', () => {
  expect(liste.functions.map(({ id }) => id)).toEqual(fonctions.map(({ nom }) => nom));
  expect([...paquet.keys()]).toEqual(liste.functions.map(({ id }) => id));
  for (const { id, name, description, helpUrl, parameters, result } of liste.functions) {
    expect(id).toMatch(/^[A-Z][A-Z0-9_]*$/);
    expect([name, result.type]).toEqual([id, 'any']);
    expect(description.length).toBeGreaterThan(20);
    expect(helpUrl).toBe(`https://localhost:3000/aide.html#${id}`);
    expect(new Set(parameters.map((p) => p.name)).size).toBe(parameters.length);
    for (const p of parameters) expect([p.type, p.description.length > 5, /^[a-z][a-z0-9_]*$/.test(p.name)]).toEqual(['any', true, true]);
  }
  expect([liste.allowErrorForDataTypeAny, liste.allowCustomDataForDataTypeAny]).toEqual([true, true]);
  const aide = readFileSync(path.join(DIST, 'aide.html'), 'utf8');
  for (const { id } of liste.functions) expect(aide).toMatch(new RegExp(`id="?${id}\\b`));
});

/** Les fonctions où un 0 peut être une valeur rendent une matrice d'une case : Excel l'exige de celles qui demandent des adresses. */
const deballe = (nom: string, rendu: unknown): unknown => {
  const f = fonctions.find((une) => une.nom === nom)!;
  const attendue = f.exemples.some(({ donne }) => Array.isArray(donne)) && Array.isArray(rendu) && ((rendu as unknown[][]).length > 1 || (rendu as unknown[][])[0]!.length > 1);
  return matrice(nom) && !attendue ? (rendu as unknown[][])[0]![0] : rendu;
};
const matrice = (nom: string): boolean => liste.functions.find(({ id }) => id === nom)!.result.dimensionality === 'matrix';

describe.each(fonctions.map((f) => ({ nom: f.nom, f })))('$nom', ({ nom, f }) => {
  test.each(f.exemples.map((e) => ({ ...e })))('$phrase', ({ args }) => {
    const recus = f.parametres.map((_, i) => args[i] ?? null);
    const aRelire = f.zeroEstUneValeur === true && JSON.stringify(recus).match(/(?<![\d.])0(?![\d.])/) && !JSON.stringify(recus).includes('[null]');
    if (aRelire) return;
    const rendu = clone(appel(nom, ...clone(recus)));
    expect(deballe(nom, rendu)).toEqual(clone(appelle(f, recus)));
    expect(Array.isArray(rendu)).toBe(matrice(nom));
  });
});

test('une cellule vide arrive en « », 0 ou null : le même résultat', () => {
  for (const vide of ['', 0, null]) {
    expect(appel('TAUX_REPONSE', [[46000], [46001], [46002]], [[46005], [vide], [46020]], 15, null, null)).toBeCloseTo(1 / 3, 12);
    expect(appel('DELAI_REPONSE', 46000, vide, null, null, null)).toBe('');
    expect(appel('DATE_SILENCE', vide)).toBe('');
  }
});

test('un argument omis est null, et la valeur par défaut joue', () => {
  expect(appel('DELAI_REPONSE', 46000, 46004, null, null, null)).toBe(4);
  expect(appel('DELAI_REPONSE', 46000, 46004)).toBe(4);
});

test('une colonne entière s’arrête à la dernière ligne remplie', () => {
  const colonne = (remplies: readonly unknown[], vide: unknown): unknown[][] => Array.from({ length: 1_048_576 }, (_, i) => [remplies[i] ?? vide]);
  for (const vide of [0, '']) expect(appel('TAUX_REPONSE', colonne(['Reçu le', 46000, 46001, 46002], vide), colonne(['Réponse', 46005, vide, 46020], vide), 15, null, null)).toBeCloseTo(1 / 3, 12);
});

test('une erreur dit en français quoi, où et que faire', () => {
  const refus = erreurDe(() => appel('TAUX_REPONSE', [[46001], ['bientôt']], [[''], ['']], null, null, null));
  expect([refus.code, refus.message]).toEqual(['#VALUE!', expect.stringMatching(/bientôt.*n’est pas une date/)]);
  const riche = erreurDe(() => appel('TAUX_REPONSE', [[{ type: 'Error', basicType: 'Error', basicValue: '#N/A' }], [46001]], [[''], ['']], null, null, null));
  expect(riche.message).toContain('#N/A');
});

test('une valeur mise en forme vaut son nombre', () => {
  expect(appel('DELAI_REPONSE', { type: 'FormattedNumber', basicValue: 46000, numberFormat: 'dd/mm/yyyy' }, { type: 'Double', basicValue: 46004 }, null, null, null)).toBe(4);
});

test('une date s’affiche comme une date là où Excel sait le faire, et reste un nombre ailleurs', () => {
  expect(appel('DATE_LIMITE', 46000, 15, null, null, null)).toBe(46015);
  const sait = associees({ Office: { context: { requirements: { isSetSupported: (nom: string, version: string) => nom === 'ExcelApi' && version === '1.16' } } } });
  expect(sait.get('DATE_LIMITE')!(46000, 15, null, null, null, SERVICE)).toMatchObject({ type: 'FormattedNumber', basicValue: 46015, numberFormat: 'dd/mm/yyyy' });
});

describe('là où 0 est une valeur, Excel de bureau ne dit pas les vides : les cellules se relisent', () => {
  const classeur = (): ClasseurMemoire => {
    const c = new ClasseurMemoire();
    c.ajoute('Notes d’avril');
    [8, 0, null, 10, null].forEach((v, i) => c.tape('Notes d’avril', i + 1, 2, v));
    return c;
  };
  const avecExcel = (): { f: Appel; serveur: Serveur } => {
    const serveur = new Serveur(classeur());
    const { Excel } = branche(serveur);
    return { f: associees({ Excel }).get('MOYENNE_CONCERNES')!, serveur };
  };
  const recus = (): unknown[][] => [[8], [0], [0], [10], [0]];

  test('avec l’adresse de la plage', async () => {
    const { f, serveur } = avecExcel();
    expect(clone(await f(recus(), null, { parameterAddresses: ["'Notes d’avril'!B1:B5", ''] }))).toEqual([[6]]);
    expect(serveur.nonModelises).toEqual([]);
  });
  test('une colonne entière', async () => {
    const { f } = avecExcel();
    expect(clone(await f(Array.from({ length: 1_048_576 }, (_, i) => [recus()[i]?.[0] ?? 0]), null, { parameterAddresses: ["'Notes d’avril'!B:B", ''] }))).toEqual([[6]]);
  });
  test('sans adresse, c’est refusé par une phrase', async () => {
    const { f } = avecExcel();
    await expect(f(recus(), null, { parameterAddresses: ['', ''] })).rejects.toMatchObject({ message: expect.stringContaining('0 pour une cellule vide') as unknown });
  });
  test('sur le web un vide est null : rien à relire', () => {
    const { f } = avecExcel();
    expect(clone(f([[8], [0], [null], [10]], null, {}))).toEqual([[6]]);
  });
  test('un 0 écrit dans la formule est un 0', async () => {
    expect(clone(await paquet.get('COMPARER_TAUX')!(3, 8, 0, 9, { parameterAddresses: ['', '', '', ''] }))).toEqual([[appelle(fonctions.find(({ nom }) => nom === 'COMPARER_TAUX')!, [3, 8, 0, 9])]]);
  });
});
