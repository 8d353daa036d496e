// La page dans un vrai Chromium : ouvrir, aller, taper, annuler, enregistrer, rouvrir ; rien ne part, rien ne s'exécute.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { placeDe } from '../../src/outils/plan-actions/feuille-fiche';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { decode } from '../../src/fichier/xml-texte';
import { CHEMIN, GARDES, parcoursRgpd, TUS } from '../enquetes/parcours';
import { contient, devient } from '../aides/devient';
import { PLAN } from '../outils/plan-de-valombre';
import { CHROMIUM, montreBanc, type Banc } from '../aides/navigateur';

const CLASSEURS = path.join(__dirname, '..', 'classeurs');
const essai = CHROMIUM ? it : it.skip;
let banc: Banc;
let page: Page;
let dossier: string;

if (!CHROMIUM) it.skip('la page dans un navigateur [non vérifié : chromium manque sur cette machine]', () => undefined);

beforeAll(async () => {
  if (!CHROMIUM) return;
  dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
  banc = await montreBanc();
  page = await banc.ouvre();
}, 60_000);
afterAll(async () => {
  await banc?.ferme();
  if (dossier) rmSync(dossier, { recursive: true, force: true });
});

const ouvre = async (chemin: string): Promise<void> => {
  await page.setInputFiles('input[type=file]', chemin);
  await page.waitForFunction((nom) => document.querySelector('dialog, [role=alert]') !== null || document.querySelector('.fichier')?.textContent?.startsWith(nom), path.basename(chemin));
  // Le classeur d'avant a des changements : la page demande d'abord.
  const quandMeme = await page.$('dialog button:has-text("Ouvrir quand même")');
  await quandMeme?.click();
  await page.waitForFunction((nom) => document.querySelector('.fichier')?.textContent?.startsWith(nom) || document.querySelector('[role=alert]'), path.basename(chemin));
};
const va = async (adresse: string): Promise<void> => {
  await page.fill('.adresse', adresse);
  await page.press('.adresse', 'Enter');
  await page.focus('[role=grid]');
};
const tape = async (adresse: string, texte: string): Promise<void> => {
  await va(adresse);
  await page.keyboard.type(texte);
  await page.keyboard.press('Enter');
  await page.waitForSelector('button:has-text("Enregistrer une copie"):not([disabled])');
};
const lis = (adresse: string): Promise<string | null> => page.textContent(`#c-${adresse}`);
const enregistre = async (nom: string): Promise<string> => {
  const [telechargement] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Enregistrer une copie")')]);
  const chemin = path.join(dossier, nom);
  await telechargement.saveAs(chemin);
  return chemin;
};

essai('ouvre un registre en désordre, calcule, annule, enregistre ; tout est là au retour', async () => {
  await ouvre(path.join(CLASSEURS, 'b05-dates-en-texte.xlsx'));
  const lignes = Number(await page.getAttribute('[role=grid]', 'aria-rowcount'));
  expect(lignes).toBeGreaterThan(50);
  await tape('K3', '12/03/2026');
  await tape('K4', '71,3 %');
  await tape('K5', '=K3+1');
  await tape('K6', '=TAUX_REPONSE(K3:K3;K5:K5;15)');
  await tape('K7', '=1/0');
  await devient(() => Promise.all(['K3', 'K4', 'K5', 'K6', 'K7'].map(lis)), ['12/03/2026', '71,3\u00a0%', '46094', '100,0\u00a0%', '#DIV/0!']);
  await va('K7');
  await contient(() => page.textContent('.phrase'), 'Une division par zéro');
  await devient(() => page.inputValue('.contenu'), '=1/0');
  await page.focus('[role=grid]');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === 'La dernière saisie est annulée.');
  expect(await page.$('#c-K7:not(:empty)')).toBeNull();
  const copie = await enregistre('copie.xlsx');
  await contient(() => page.textContent('[role=status]'), 'Copie enregistrée : b05-dates-en-texte-copie.xlsx. 4 cellules que vous avez saisies.');
  await ouvre(copie);
  await va('K3');
  await devient(() => Promise.all(['K3', 'K4', 'K5', 'K6'].map(lis)), ['12/03/2026', '71,3\u00a0%', '46094', '100,0\u00a0%']);
  await va('K6');
  await devient(() => page.inputValue('.contenu'), '=TAUX_REPONSE(K3:K3;K5:K5;15)');
}, 90_000);

essai('une ligne du plan choisie, sa fiche ; la fiche remplie, le plan ; enregistré, rouvert : tout y est', async () => {
  const chemin = path.join(dossier, 'plan.xlsx');
  const classeur = ouvreFichier(nouveauXlsx([{ nom: 'Plan', plage: [['']] }]), 'plan.xlsx');
  classeur.ecris(PLAN.map((ligne, i) => ({ genre: 'ecrire', feuille: 'Plan', ligne: i + 1, colonne: 1, valeurs: [[...ligne]] }) as never));
  writeFileSync(chemin, classeur.octets());
  const UNE = 'Fiche n° 2026-01';
  const objectif = placeDe('objectif');
  await ouvre(chemin);
  await va('B2');
  const bouton = page.getByRole('button', { name: 'Fiche de la ligne choisie', exact: true });
  const accueil = page.getByRole('button', { name: 'Voir mes résultats' });
  await bouton.or(accueil).first().waitFor();
  if (await accueil.isVisible()) await accueil.click();
  await bouton.click();
  await page.waitForFunction((nom) => document.querySelector('[role=tab][aria-selected=true]')?.textContent?.includes(nom), UNE);
  await tape(`A${objectif.ligne}`, 'Diviser les appels par deux');
  await page.locator('.bouton.premier', { hasText: 'Enregistrer l’action' }).click();
  await page.waitForFunction(() => document.body.innerText.includes('est à jour dans'));
  const copie = await enregistre('plan-copie.xlsx');
  const lu = ouvreFichier(readFileSync(copie), 'plan-copie.xlsx').lis({ zones: [{ feuille: 'Plan', ligne: 1, colonne: 1, lignes: 3, colonnes: 6 }, { feuille: UNE, ligne: objectif.ligne, colonne: 1, lignes: 1, colonnes: 1 }] }).plages;
  expect(lu[0]).toEqual(PLAN.map((ligne, i) => (i === 1 ? [...ligne.slice(0, 5), 'Diviser les appels par deux'] : ligne)));
  expect(lu[1]![0]![0]).toBe('Diviser les appels par deux');
}, 90_000);

essai('une enquête qualifiée, ses preuves lues, sa mention faite, ses données effacées : introuvables dans la copie enregistrée', async () => {
  await ouvre(CHEMIN);
  await parcoursRgpd(page);
  const copie = await enregistre('enquete-copie.xlsx');
  const parties = Object.entries(unzipSync(readFileSync(copie))).map(([nom, octets]) => `${nom} ${decode(strFromU8(octets))}`);
  expect(parties.flatMap((partie) => TUS.filter((mot) => partie.includes(mot)).map((mot) => `${partie.slice(0, 40)} : ${mot}`))).toEqual([]);
  for (const garde of [...GARDES, 'mesurer la satisfaction à l’accueil']) expect([garde, parties.some((partie) => partie.includes(garde))]).toEqual([garde, true]);
}, 90_000);

essai('un long calcul se dit dans la page et ne la remplace pas', async () => {
  await ouvre(path.join(CLASSEURS, 'b28-feuilles-par-mois.xlsx'));
  await va('M1');
  await page.evaluate((texte) => {
    const donnees = new DataTransfer();
    donnees.setData('text/plain', texte);
    document.querySelector('[role=grid]')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: donnees, bubbles: true, cancelable: true }));
  }, Array.from({ length: 20_000 }, (_, i) => `=1+${i}`).join('\n'));
  await page.waitForFunction(() => (document.querySelector('[role=status]')?.textContent ?? '').startsWith('20000 cellules collées'), undefined, { timeout: 60_000 });
  await devient(() => lis('M2'), '2');
}, 90_000);

essai('au clavier seul : choisir, modifier, valider, abandonner, changer d’onglet', async () => {
  await ouvre(path.join(CLASSEURS, 'b28-feuilles-par-mois.xlsx'));
  await page.focus('[role=grid]');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await devient(() => page.inputValue('.adresse'), 'B2');
  await devient(() => page.getAttribute('[role=grid]', 'aria-activedescendant'), 'c-B2');
  const avant = await lis('B2');
  await page.keyboard.press('F2');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await devient(() => lis('B2'), avant);
  await page.keyboard.press('Tab');
  // La touche Tab sort de la grille : elle n'enferme personne.
  await devient(() => page.evaluate(() => document.activeElement?.getAttribute('role')), 'tab');
  const premiere = await page.textContent('[role=tab][aria-selected=true]');
  await page.keyboard.press('ArrowRight');
  expect(await page.textContent('[role=tab][aria-selected=true]')).not.toBe(premiere);
}, 60_000);

essai('un fichier qui ne s’ouvre pas est dit, et l’on revient à son classeur', async () => {
  await ouvre(path.join(CLASSEURS, 'b59-ancien-xls.xlsx'));
  await contient(() => page.textContent('[role=alert]'), 'Le fichier est au vieux format .xls');
  await page.click('button:has-text("Revenir")');
  await contient(() => page.textContent('.fichier'), 'b28-feuilles-par-mois.xlsx');
}, 60_000);

const ATTAQUES = [
  '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '"><svg onload=alert(1)>', "'><iframe src=javascript:alert(1)>", '<a href="javascript:alert(1)">x</a>', '<style>@import "//evil.example";</style>',
  '{{constructor.constructor("alert(1)")()}}', '<link rel=stylesheet href=//evil.example>', '<base href=//evil.example>', '<form action=//evil.example><input autofocus onfocus=alert(1)>', '=HYPERLINK("//evil.example")', '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
];

essai('un texte hostile n’est que du texte : cellules, titres, onglets, nom du fichier', async () => {
  const onglets = ['<img src=x onerror=alert(1)>'.replace(/[/*?:[\]\\]/g, '').slice(0, 31), '"><svg onload=alert(1)>'.slice(0, 31)];
  const attaque = path.join(dossier, '<img src=x onerror=alert(1)>.xlsx');
  writeFileSync(attaque, nouveauXlsx(onglets.map((nom) => ({ nom, plage: [ATTAQUES, ...ATTAQUES.map((texte) => [texte, texte])] }))));
  await ouvre(attaque);
  await page.waitForTimeout(200);
  await contient(() => page.textContent('.fichier'), '<img src=x onerror=alert(1)>.xlsx');
  await devient(() => lis('A1'), ATTAQUES[0]);
  await tape('A30', `="${ATTAQUES[0]}"&A1`);
  await devient(() => lis('A30'), `${ATTAQUES[0]}${ATTAQUES[0]}`);
  await tape('A31', ATTAQUES[1]!);
  expect(await page.evaluate(() => document.querySelectorAll('[role=grid] :is(img,script,iframe,style,link,base,form,math), .onglets-feuilles :is(img,svg), .barre :is(img,svg)').length)).toBe(0);
}, 60_000);

essai('dépose un .csv sur la page', async () => {
  const contenu = readFileSync(path.join(CLASSEURS, 'b48-csv-virgules.csv')).toString('base64');
  const donnees = await page.evaluateHandle((base64) => {
    const transfert = new DataTransfer();
    transfert.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'depose.csv'));
    return transfert;
  }, contenu);
  await page.dispatchEvent('.atelier', 'drop', { dataTransfer: donnees });
  await page.click('dialog button:has-text("Ouvrir quand même")');
  await page.waitForFunction(() => document.querySelector('.fichier')?.textContent?.startsWith('depose.csv'));
  await devient(() => page.textContent('[role=tab]'), 'depose');
}, 60_000);

essai('marche hors ligne une fois chargée', async () => {
  await page.context().setOffline(true);
  await ouvre(path.join(CLASSEURS, 'b02-reference-en-texte.xlsx'));
  await tape('Z1', '=SOMME(1;2)');
  await va('Z1');
  await devient(() => lis('Z1'), '3');
  await page.context().setOffline(false);
}, 60_000);

essai('aucune requête n’est partie, aucune règle de sécurité n’a été violée, aucune erreur n’a échappé', () => {
  expect(banc.fautes).toEqual([]);
});
