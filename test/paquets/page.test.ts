// Les mêmes résultats dans la page locale construite : les formules collées dans la grille d'un vrai Chromium, leurs valeurs lues dans la copie enregistrée.
// Chromium n'a pas le V8 de Node : c'est aussi la preuve que le résultat ne dépend pas du moteur.
/// <reference lib="dom" />
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { fonctions } from '../../src/registre';
import { CHROMIUM, montreBanc } from '../aides/navigateur';
import { deballe, enFeuille, entrees, parLeCoeur, vides, type Rendu } from './table';

(CHROMIUM === null ? test.skip : test)('la page : comme le cœur, et la même phrase', async () => {
  const cas = fonctions.flatMap((f) => entrees(f).map((args) => ({ f, args })));
  const { plage, formules } = enFeuille(cas.map(({ args }) => args));
  // Une formule par rangée d'arguments, dans une feuille à elle : un résultat qui s'étale a la place de le faire.
  const HAUTEUR = 40;
  const feuille = cas.flatMap(({ f }, i) => [`=${f.nom}(${formules[i]!.replace(/([A-Z]+\d+(?::[A-Z]+\d+)?)/g, 'Cellules!$1')})`, ...new Array<string>(HAUTEUR - 1).fill('')]);
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
  const banc = await montreBanc();
  try {
    const fichier = path.join(dossier, 'cellules.xlsx');
    writeFileSync(fichier, nouveauXlsx([{ nom: 'Formules', plage: [['x']] }, { nom: 'Cellules', plage }]));
    const page = await banc.ouvre();
    await page.setInputFiles('input[type=file]', fichier);
    await page.waitForFunction(() => document.querySelector('.fichier')?.textContent?.startsWith('cellules.xlsx'));
    const va = async (ou: string): Promise<void> => {
      await page.fill('.adresse', ou);
      await page.press('.adresse', 'Enter');
      await page.focus('[role=grid]');
    };
    await va('A1');
    await page.evaluate((texte) => {
      const donnees = new DataTransfer();
      donnees.setData('text/plain', texte);
      document.querySelector('[role=grid]')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: donnees, bubbles: true, cancelable: true }));
    }, feuille.join('\n'));
    await page.waitForSelector('button:has-text("Enregistrer une copie"):not([disabled])', { timeout: 60_000 });
    const [telechargement] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.click('button:has-text("Enregistrer une copie")')]);
    const copie = path.join(dossier, 'copie.xlsx');
    await telechargement.saveAs(copie);
    const lue = ouvreFichier(readFileSync(copie), 'copie.xlsx').lis({ zones: [{ feuille: 'Formules', ligne: 1, colonne: 1, lignes: feuille.length, colonnes: 30 }] }).plages[0]!;
    const phrases: number[] = [];
    const ecarts = cas.flatMap(({ f, args }, i): object[] => {
      const coin = lue[i * HAUTEUR]?.[0] ?? null;
      const attendu = parLeCoeur(f, args);
      if ('phrase' in attendu) {
        phrases.push(i);
        return coin === '#VALUE!' || coin === '#VALEUR!' ? [] : [{ f: f.nom, args, attendu, coin }];
      }
      const bloc = Array.isArray(attendu.valeur) ? (attendu.valeur as unknown[][]) : null;
      const rendu: Rendu = { valeur: bloc === null ? coin : bloc.map((rangee, di) => rangee.map((_, dj) => lue[i * HAUTEUR + di]?.[dj] ?? null)) };
      return JSON.stringify(vides(rendu)) === JSON.stringify(vides(deballe(attendu, rendu))) ? [] : [{ f: f.nom, args, attendu, rendu }];
    });
    expect(ecarts.slice(0, 3)).toEqual([]);
    expect(cas.length - phrases.length).toBeGreaterThan(300);
    // Les phrases se lisent sous la cellule : une sur soixante, de toutes les fonctions.
    const dites: [number, string, string][] = [];
    for (const i of phrases.filter((_, rang) => rang % 60 === 0)) {
      await va(`A${i * HAUTEUR + 1}`);
      const attendu = (parLeCoeur(cas[i]!.f, cas[i]!.args) as { phrase: string }).phrase;
      await page.waitForFunction((voulue) => (document.querySelector('.phrase')?.textContent ?? '').replace(/[\u00a0\u202f]/g, ' ').includes(voulue), attendu.replace(/[\u00a0\u202f]/g, ' ').slice(0, 60), { timeout: 5_000 }).catch(async () => dites.push([i, attendu, (await page.textContent('.phrase')) ?? '']));
    }
    expect(dites.slice(0, 3)).toEqual([]);
    expect(banc.fautes).toEqual([]);
  } finally {
    await banc.ferme();
    rmSync(dossier, { recursive: true, force: true });
  }
}, 180_000);
