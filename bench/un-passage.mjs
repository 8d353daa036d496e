// Un passage dans un processus neuf, pour que sa mémoire soit la sienne : rend le temps (ms) et le pic de mémoire (Mo).
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const [qui, entree, sortie] = process.argv.slice(2);
const debut = performance.now();

if (qui === 'exceljs') {
  const { default: ExcelJS } = await import('exceljs');
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.readFile(entree);
  await classeur.xlsx.writeFile(sortie);
} else {
  process.argv.splice(2, Infinity, 'produire', 'resultats', entree, '-o', sortie, '--au', '2026-11-22');
  createRequire(import.meta.url)('../dist/ligne-de-commande/classeur-plus.cjs');
}

process.on('exit', () => process.stderr.write(`\n#mesure ${JSON.stringify({ ms: performance.now() - debut, mo: process.resourceUsage().maxRSS / 1024 })}\n`));
