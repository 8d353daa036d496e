// Un vrai Chromium et le vrai serveur de la page : ce que fait une personne, et ce que la page n'a pas le droit de faire.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { cherche } from './programmes';

export const CHROMIUM = cherche('chromium') ?? cherche('chromium-browser') ?? cherche('google-chrome');
const SERVEUR = path.join(__dirname, '..', '..', 'dist', 'serveur', 'serveur.cjs');

export type Banc = {
  readonly adresse: string;
  readonly navigateur: Browser;
  /** Ouvre la page et attend la grille. @param options.jour AAAA-MM-JJ : le jour où la page se croit */
  ouvre(options?: { readonly largeur?: number; readonly hauteur?: number; readonly jour?: string }): Promise<Page>;
  /** Requêtes parties ailleurs que vers la page, violations de la politique, erreurs : tout ce qui doit rester vide. */
  readonly fautes: string[];
  ferme(): Promise<void>;
};

const demarre = (): Promise<{ readonly serveur: ChildProcess; readonly adresse: string }> =>
  new Promise((suite, echec) => {
    const serveur = spawn(process.execPath, [SERVEUR], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
    serveur.on('error', echec);
    serveur.on('exit', (code) => echec(new Error(`Le serveur s’est arrêté (${code}). Lancez d’abord npm run build.`)));
    serveur.stdout!.on('data', (texte: Buffer) => {
      const adresse = /http:\S+/.exec(String(texte))?.[0];
      if (adresse) suite({ serveur, adresse });
    });
  });

export const montreBanc = async (): Promise<Banc> => {
  const { serveur, adresse } = await demarre();
  const navigateur = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
  const fautes: string[] = [];
  return {
    adresse, navigateur, fautes,
    ouvre: async ({ largeur = 1366, hauteur = 768, jour } = {}) => {
      const contexte = await navigateur.newContext({ viewport: { width: largeur, height: hauteur }, acceptDownloads: true, locale: 'fr-FR' });
      if (jour !== undefined) await contexte.clock.setFixedTime(new Date(`${jour}T10:00:00`));
      const page = await contexte.newPage();
      page.on('pageerror', (cause) => fautes.push(`erreur : ${cause.message}`));
      page.on('request', (requete) => {
        if (!requete.url().startsWith(adresse) && !/^(blob|data):/.test(requete.url())) fautes.push(`requête : ${requete.url()}`);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') fautes.push(`console : ${message.text()}`);
      });
      page.on('dialog', (boite) => {
        fautes.push(`boîte : ${boite.message()}`);
        void boite.accept();
      });
      await page.goto(adresse);
      await page.waitForSelector('[role=grid]');
      return page;
    },
    ferme: async () => {
      await navigateur.close();
      serveur.removeAllListeners('exit');
      serveur.kill();
    },
  };
};
