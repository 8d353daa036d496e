// P11 : ouvrir, analyser, ajouter « Résultats » et enregistrer un registre de 100 000 × 8, contre exceljs qui ne fait que l'ouvrir et l'enregistrer.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { juge, resume } from '../alterne.mjs';
import { fabriqueRegistre } from '../registre.mjs';

export const titre = 'Un .xlsx de 100 000 lignes × 8, à côté d’exceljs';
const LIGNES = 100_000;
const passage = (qui, entree, dossier) => {
  const { status, stderr } = spawnSync(process.execPath, [path.resolve(import.meta.dirname, '../un-passage.mjs'), qui, entree, path.join(dossier, `${qui}.xlsx`)], { encoding: 'utf8' });
  const trouve = /#mesure (.*)/.exec(stderr ?? '');
  if (status !== 0 || !trouve) throw new Error(`${qui} n’a pas fini : ${stderr}`);
  return JSON.parse(trouve[1]);
};
export const mesure = async () => {
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-bench-'));
  try {
    const entree = path.join(dossier, 'registre.xlsx');
    await fabriqueRegistre(entree, LIGNES);
    const tours = Array.from({ length: 3 }, () => ({ nous: passage('nous', entree, dossier), exceljs: passage('exceljs', entree, dossier), temoin: passage('nous', entree, dossier) }));
    const aa = resume(tours.map((t) => t.temoin.ms / t.nous.ms)).ratio;
    return { aa, valable: aa >= 0.9 && aa <= 1.1, mesures: [juge('fois plus rapide qu’exceljs', tours.map((t) => t.exceljs.ms / t.nous.ms), 4, 'au-moins'), juge('part de la mémoire d’exceljs', tours.map((t) => t.nous.mo / t.exceljs.mo), 1 / 3)] };
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
};
