// Ouvrir, analyser, ajouter « Résultats » et enregistrer un registre de 100 000 lignes, à côté d'exceljs qui ne fait que l'ouvrir et l'enregistrer.
// Passages alternés dans une même séance ; seuls les rapports comptent : la machine est partagée.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fabriqueRegistre } from './registre.mjs';

const LIGNES = 100_000;
const TOURS = Number(process.argv.find((a) => a.startsWith('--tours='))?.slice(8) ?? 3);
const ici = path.dirname(fileURLToPath(import.meta.url));

const mediane = (valeurs) => [...valeurs].sort((a, b) => a - b)[Math.floor(valeurs.length / 2)];
const etendue = (valeurs) => `${Math.min(...valeurs).toFixed(2)}–${Math.max(...valeurs).toFixed(2)}`;

const passage = (qui, entree, dossier) => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(ici, 'un-passage.mjs'), qui, entree, path.join(dossier, `${qui}.xlsx`)], { encoding: 'utf8' });
  const trouve = /#mesure (.*)/.exec(stderr ?? '');
  if (status !== 0 || !trouve) throw new Error(`${qui} n’a pas fini : ${stderr}`);
  return JSON.parse(trouve[1]);
};

const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-bench-'));
try {
  const entree = path.join(dossier, 'registre.xlsx');
  await fabriqueRegistre(entree, LIGNES);
  const tours = [];
  for (let tour = 0; tour < TOURS; tour++) tours.push({ nous: passage('nous', entree, dossier), exceljs: passage('exceljs', entree, dossier) });
  const rapports = { temps: tours.map((t) => t.exceljs.ms / t.nous.ms), memoire: tours.map((t) => t.nous.mo / t.exceljs.mo) };
  const resultat = {
    cas: 'P11', lignes: LIGNES, octets: statSync(entree).size, tours: TOURS,
    nous: { ms: Math.round(mediane(tours.map((t) => t.nous.ms))), mo: Math.round(mediane(tours.map((t) => t.nous.mo))) },
    exceljs: { ms: Math.round(mediane(tours.map((t) => t.exceljs.ms))), mo: Math.round(mediane(tours.map((t) => t.exceljs.mo))) },
    plusRapide: mediane(rapports.temps), partMemoire: mediane(rapports.memoire), objectif: { plusRapide: 4, partMemoire: 1 / 3 },
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(resultat));
  else {
    console.log(`P11 · ${LIGNES} lignes × 8, ${(resultat.octets / 1e6).toFixed(1)} Mo, ${TOURS} tours alternés`);
    console.log(`  Classeur+ (ouvrir, analyser, « Résultats », enregistrer) : ${resultat.nous.ms} ms, ${resultat.nous.mo} Mo`);
    console.log(`  exceljs   (ouvrir, enregistrer)                          : ${resultat.exceljs.ms} ms, ${resultat.exceljs.mo} Mo`);
    console.log(`  ${resultat.plusRapide.toFixed(1)} fois plus vite (${etendue(rapports.temps)}), objectif 4 · mémoire × ${resultat.partMemoire.toFixed(2)} (${etendue(rapports.memoire)}), objectif 0,33`);
  }
} finally {
  rmSync(dossier, { recursive: true, force: true });
}
