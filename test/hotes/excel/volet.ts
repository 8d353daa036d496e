/// <reference lib="dom" />
// Le volet construit, devant un registre de quarante lignes : ce qu'on y lit, ce qu'on y clique.
import { ClasseurMemoire } from '../classeur-memoire';
import type { Bureau } from './page';
import type { Serveur } from './serveur';

export const registre = (): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Registre');
  ['N°', 'Canal', 'Expéditeur', 'Date de réception', 'Date de réponse'].forEach((titre, j) => c.tape('Registre', 1, j + 1, titre));
  for (let i = 0; i < 40; i++) [i + 1, i % 3 ? 'Courrier' : 'Courriel', `Personne ${i}`, 46140 + i * 2, i % 5 ? 46140 + i * 2 + (i % 21) : null].forEach((v, j) => c.tape('Registre', i + 2, j + 1, v));
  return c;
};

/** Le texte du volet, ses espaces insécables devenues ordinaires. */
export const texte = async ({ page }: Bureau): Promise<string> => (await page.locator('#volet').innerText()).replace(/[\u00a0\u202f]/g, ' ');
export const attend = async ({ page }: Bureau, quoi: string): Promise<void> => void (await page.waitForFunction((voulu) => (document.querySelector('#volet')!.textContent ?? '').replace(/[\u00a0\u202f]/g, ' ').includes(voulu), quoi, { timeout: 20_000 }));
export const clique = ({ page }: Bureau, nom: string | RegExp): Promise<void> => page.getByRole('button', { name: nom }).first().click();
/** Rien demandé ailleurs, aucune erreur, rien qu'Excel ne sache faire. */
export const propre = (bureau: Bureau, serveur: Serveur): void => expect([bureau.dehors, bureau.erreurs, serveur.nonModelises]).toEqual([[], [], []]);
