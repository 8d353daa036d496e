// Ce que l'adaptateur a écrit par la bibliothèque de Microsoft, rendu en .xlsx et recalculé par LibreOffice depuis le registre : les mêmes chiffres.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Workbook } from 'exceljs';
import { hoteExcel } from '../../addin/hote';
import { resultats } from '../../src/outils/demandes-ecrites/resultats';
import { conduisAsync } from '../../src/socle/suite';
import { cherche, siPresent } from '../aides/programmes';
import { ClasseurMemoire, colonneDe, ligneDe } from '../hotes/classeur-memoire';
import { branche } from '../hotes/excel/client';
import { Serveur } from '../hotes/excel/serveur';

const [AU, N] = [46348, 60];
const [D, E] = [`Registre!$D$2:$D$${N + 1}`, `Registre!$E$2:$E$${N + 1}`];
/** Le taux « moins de k jours » : reçues depuis au moins k jours, répondues en moins de k. */
const taux = (k: number): string => `SUMPRODUCT((${D}<=${AU}-${k})*(${E}>0)*(${E}-${D}<${k}))/COUNTIF(${D},"<="&(${AU}-${k}))`;
const FORMULES: Readonly<Record<string, string>> = {
  'Répondu en moins de 8 jours': taux(8), 'Répondu en moins de 15 jours': taux(15), 'Répondu en moins de 30 jours': taux(30),
  'Sans réponse finale': `(COUNT(${D})-COUNT(${E}))/COUNT(${D})`, 'Délai moyen': `SUMPRODUCT((${E}>0)*(${E}-${D}))/COUNT(${E})`,
};

siPresent('soffice')('« Résultats » dit ce que LibreOffice recalcule', async () => {
  const c = new ClasseurMemoire();
  c.ajoute('Registre');
  ['N°', 'Canal', 'Expéditeur', 'Date de réception', 'Date de réponse'].forEach((titre, j) => c.tape('Registre', 1, j + 1, titre));
  for (let i = 0; i < N; i++) [i + 1, i % 3 ? 'Courrier' : 'Courriel', `Personne ${i}`, AU - 150 + i * 2, i % 5 ? Math.min(AU, AU - 150 + i * 2 + ((i * 7) % 37)) : null].forEach((v, j) => c.tape('Registre', i + 2, j + 1, v));
  branche(new Serveur(c));
  await conduisAsync(resultats.execute({ au: AU, aujourdhui: AU, saisies: {} }), hoteExcel());

  const ecrits = new Map<string, unknown>();
  const classeur = new Workbook();
  for (const f of c.feuilles) {
    const feuille = classeur.addWorksheet(f.nom);
    for (const [k, { v }] of f.cases) if (v !== null) feuille.getCell(ligneDe(k), colonneDe(k)).value = v;
  }
  classeur.getWorksheet('Résultats')!.eachRow((ligne) => {
    const libelle = String(ligne.getCell(1).value ?? '');
    for (const debut of Object.keys(FORMULES)) if (libelle.startsWith(debut) && !libelle.includes(':')) ecrits.set(debut, ligne.getCell(2).value);
  });
  const controle = classeur.addWorksheet('Contrôle');
  Object.values(FORMULES).forEach((formula, i) => void (controle.getCell(i + 1, 1).value = { formula } as never));
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
  try {
    await classeur.xlsx.writeFile(path.join(dossier, 'c.xlsx'));
    execFileSync(cherche('soffice')!, [`-env:UserInstallation=file://${dossier}/profil`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,3', '--outdir', dossier, path.join(dossier, 'c.xlsx')], { stdio: 'ignore', timeout: 120_000 });
    const recalcules = readFileSync(path.join(dossier, 'c-Contrôle.csv'), 'utf8').trim().split('\n').map((ligne) => Number(ligne.replace(/"/g, '')));
    expect(recalcules.every((valeur) => valeur > 0)).toBe(true);
    Object.keys(FORMULES).forEach((debut, i) => expect([debut, ecrits.get(debut)]).toEqual([debut, expect.closeTo(recalcules[i]!, 9) as unknown]));
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}, 180_000);
