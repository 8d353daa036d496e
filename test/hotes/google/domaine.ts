// Le lot compilé (dist/gas/code.js) évalué dans un domaine nu, comme Apps Script : ni DOM, ni URL, ni minuterie, ni réseau, ni Node.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { HoteSynchrone } from '../../../src/socle/classeur';
import type { ClasseurGoogle } from './classeur-google';
import { services } from './services';

const LOT = path.join(__dirname, '..', '..', '..', 'dist', 'gas', 'code.js');

/** Une retouche du lot, pour voir l'essai échouer. */
export type Retouche = (code: string) => string;

const telQuel: Retouche = (code) => code;
const scripts = new Map<Retouche, vm.Script>();
const leScript = (retouche: Retouche): vm.Script => {
  let script = scripts.get(retouche);
  if (script !== undefined) return script;
  if (!existsSync(LOT)) throw new Error('dist/gas/code.js manque : lancez npm run build');
  scripts.set(retouche, (script = new vm.Script(retouche(readFileSync(LOT, 'utf8')), { filename: 'code.js' })));
  return script;
};

/** Ce que node:vm donne et qu'Apps Script n'a pas. */
const ABSENTS = ['WebAssembly', 'SharedArrayBuffer', 'Atomics'];

export type Domaine = {
  /** Appelle une fonction de premier niveau ; les arguments et le résultat passent tels quels. */
  appelle(nom: string, ...args: readonly unknown[]): unknown;
  /** Une valeur fabriquée dans le domaine (une Date, un tableau). */
  evalue(expression: string): unknown;
  port(): HoteSynchrone;
};

/** @param c le classeur autour, ou null : le lot tourne alors sans SpreadsheetApp */
export const nouveauDomaine = (c: ClasseurGoogle | null, retouche: Retouche = telQuel): Domaine => {
  const globaux: Record<string, unknown> = {};
  const contexte = vm.createContext(globaux, { codeGeneration: { strings: false, wasm: false } });
  const evalue = (expression: string): unknown => vm.runInContext(expression, contexte, { timeout: 360_000 }) as unknown;
  for (const nom of ABSENTS) evalue(`delete globalThis.${nom}`);
  if (c !== null) Object.assign(globaux, services(c, evalue('(ms) => new Date(ms)') as (ms: number) => Date));
  leScript(retouche).runInContext(contexte, { timeout: 30_000 });
  const appelle = (nom: string, ...args: readonly unknown[]): unknown => {
    const fonction = evalue(nom) as (...a: readonly unknown[]) => unknown;
    return fonction(...args);
  };
  return { appelle, evalue, port: () => (evalue('ClasseurPlus.lance') as (geste: string) => HoteSynchrone)('port') };
};
