// dist/gas/volet.html tel que Google Sheets l'affichera, sous une politique stricte, contre un guichet qui répond comme Apps Script : en JSON.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { repond } from '../../src/guichet';
import type { Demande } from '../../src/guichet/demande';
import { jourDe } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { exemple, nouvellePage } from './navigateur';

const FICHIER = path.join(__dirname, '../../dist/gas/volet.html');

const empreinte = (html: string, balise: string): string => `'sha256-${createHash('sha256').update(new RegExp(`<${balise}>([^]*?)</${balise}>`).exec(html)?.[1] ?? '').digest('base64')}'`;

export const sheets = (navigateur: () => Browser): void => {
  test('montre les taux, en un seul fichier, sans rien charger', async () => {
    if (!existsSync(FICHIER)) throw new Error('dist/gas/volet.html manque : lancez « npm run build »');
    const html = readFileSync(FICHIER, 'utf8');
    expect(html).not.toMatch(/<\?|<!--|\ssrc=|\shref=/);
    const classeur = ouvreFichier(exemple(), 'x.xlsx');
    const csp = `default-src 'none'; script-src ${empreinte(html, 'script')}; style-src ${empreinte(html, 'style')}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const { page, fuites } = await nouvellePage(navigateur(), '<!doctype html><title>-</title>', csp, '');
    await page.exposeFunction('serveur', (texte: string) => JSON.stringify(conduis(repond(JSON.parse(texte) as Demande, jourDe(2026, 11, 22)), classeur)));
    await page.addInitScript(() => {
      const lanceur = (rend: (texte: string) => void): object => ({
        withSuccessHandler: (rappel: (texte: string) => void) => lanceur(rappel),
        withFailureHandler: () => lanceur(rend),
        demandeDuVolet: (texte: string) => void (window as unknown as { serveur(t: string): Promise<string> }).serveur(texte).then(rend),
        vaDuVolet: (adresse: string) => rend(JSON.stringify({ refus: `La feuille de ${adresse} n’existe plus. Actualisez le volet.` })),
      });
      Object.assign(window, { google: { script: { run: lanceur(() => undefined) } } });
    });
    await page.route('http://volet.invalid/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': csp }, body: html }));
    await page.goto('http://volet.invalid/');
    await page.getByRole('button', { name: 'Voir mes résultats' }).click();
    await page.getByText('54,5').first().waitFor();
    await page.getByRole('button', { name: /en retard/ }).click();
    await page.getByRole('button', { name: /Aller à la ligne/ }).first().click();
    await page.getByRole('alert').getByText('n’existe plus').waitFor();
    expect(fuites).toEqual([]);
    await page.close();
  });
};
