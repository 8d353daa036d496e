// LibreOffice comme pair : un processus à part, qui recalcule un bloc de formules et dit en combien de temps.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

const PYTHONS = ['python3', '/usr/bin/python3'];
const marche = (programme, ...arguments_) => spawnSync(programme, arguments_, { stdio: 'ignore' }).status === 0;

/**
 * @param lignes les cellules, à partir de A1 : nombres ou textes
 * @returns recalcule(formules) → { ms, valeurs }, ferme() ; null si LibreOffice ou son module Python « uno » manque
 */
export const ouvreLibreOffice = async (lignes) => {
  const python = PYTHONS.find((nom) => marche(nom, '-c', 'import uno'));
  if (python === undefined || !marche('soffice', '--version')) return null;
  const processus = spawn(python, [path.resolve(import.meta.dirname, 'libreoffice.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const attentes = [];
  readline.createInterface({ input: processus.stdout }).on('line', (ligne) => attentes.shift()?.fait(JSON.parse(ligne)));
  processus.on('exit', () => attentes.splice(0).forEach(({ echoue }) => echoue(new Error('LibreOffice s’est arrêté'))));
  const recois = () => new Promise((fait, echoue) => attentes.push({ fait, echoue }));
  const envoie = (ordre) => {
    const reponse = recois();
    processus.stdin.write(`${JSON.stringify(ordre)}\n`);
    return reponse;
  };
  await recois();
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-lo-donnees-'));
  try {
    writeFileSync(path.join(dossier, 'lignes.json'), JSON.stringify(lignes));
    await envoie({ fichier: path.join(dossier, 'lignes.json') });
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
  return { recalcule: (formules) => envoie({ formules }), ferme: () => new Promise((fin) => { processus.on('exit', fin); processus.stdin.end('{}\n'); }) };
};
