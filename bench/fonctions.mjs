// Nos fonctions telles qu'Excel les appelle : le lot compilé, associé comme le fait Excel.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

let table = null;
/** @returns nom → fonction qui reçoit les arguments d'Excel */
export const fonctionsExcel = () => {
  if (table !== null) return table;
  table = {};
  globalThis.CustomFunctions = { associate: (nom, appel) => void (table[nom] = appel), Error: class extends Error {}, ErrorCode: { invalidValue: 'v', notAvailable: 'n' } };
  vm.runInThisContext(readFileSync(path.resolve(import.meta.dirname, '../dist/excel/fonctions.js'), 'utf8'));
  return table;
};
