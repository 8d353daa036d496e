// Le volet construit, tel quel, dans Chromium, avec le vrai office.js : il s'ouvre en français, reconnaît un registre, écrit « Résultats », obéit au ruban.
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';
import { fermeNavigateur, lanceNavigateur, ouvre, ruban, siChromium, type Bureau } from '../hotes/excel/page';
import { Serveur } from '../hotes/excel/serveur';

beforeAll(lanceNavigateur, 60_000);
afterAll(fermeNavigateur);

const registre = (): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Registre');
  ['N°', 'Canal', 'Expéditeur', 'Date de réception', 'Date de réponse'].forEach((titre, j) => c.tape('Registre', 1, j + 1, titre));
  for (let i = 0; i < 40; i++) [i + 1, i % 3 ? 'Courrier' : 'Courriel', `Personne ${i}`, 46140 + i * 2, i % 5 ? 46140 + i * 2 + (i % 21) : null].forEach((v, j) => c.tape('Registre', i + 2, j + 1, v));
  return c;
};
/** Le texte du volet, ses espaces insécables devenues ordinaires. */
const texte = async ({ page }: Bureau): Promise<string> => (await page.locator('#volet').innerText()).replace(/[\u00a0\u202f]/g, ' ');
const attend = async ({ page }: Bureau, quoi: string): Promise<void> => void (await page.waitForFunction((voulu) => (document.querySelector('#volet')!.textContent ?? '').replace(/[\u00a0\u202f]/g, ' ').includes(voulu), quoi, { timeout: 20_000 }));
const clique = ({ page }: Bureau, nom: string | RegExp): Promise<void> => page.getByRole('button', { name: nom }).first().click();
const propre = (bureau: Bureau, serveur: Serveur): void => expect([bureau.dehors, bureau.erreurs, serveur.nonModelises]).toEqual([[], [], []]);
const banniere = (serveur: Serveur): unknown => serveur.classeurMemoire.trouve('Résultats')?.cases.get(clef(2, 1))?.v;

siChromium('le volet s’ouvre en français, reconnaît le registre, montre les taux et écrit « Résultats » ; rouvert, il s’en souvient', async () => {
  const serveur = new Serveur(registre());
  let bureau = await ouvre(serveur, 'volet.html');
  await attend(bureau, 'Feuille reconnue');
  expect(await bureau.page.evaluate(() => (window as unknown as { Office: { context: { displayLanguage: string } } }).Office.context.displayLanguage)).toBe('fr-FR');
  // Regarder n'écrit rien.
  expect(serveur.envois.some(({ ecrit, actions }) => ecrit && !actions.includes('!_RegisterDataChangedEvent') && !/Service|Telemetry|Notify|_Set/.test(actions.join()))).toBe(false);
  await clique(bureau, 'Voir mes résultats');
  await attend(bureau, 'Moins de 15 jours');
  expect(await texte(bureau)).toMatch(/Moins de 15 jours\s+\d+,\d\s%\s+\d+ sur 40/);
  await clique(bureau, 'Onglet Résultats');
  await attend(bureau, 'créé');
  expect(banniere(serveur)).toMatch(/^À jour au \d\d\/\d\d\/\d{4}$/);
  propre(bureau, serveur);
  await bureau.ferme();

  bureau = await ouvre(serveur, 'volet.html');
  await attend(bureau, 'Moins de 15 jours');
  expect(await texte(bureau)).not.toContain('Feuille reconnue');
  propre(bureau, serveur);
  await bureau.ferme();
}, 90_000);

siChromium('le bouton du ruban écrit « Résultats » sans qu’on touche au volet, montre la feuille, et refuse par une phrase', async () => {
  const serveur = new Serveur(registre());
  const bureau = await ouvre(serveur, 'volet.html');
  await ruban(bureau, 'demandes_ecrites_resultats');
  expect(banniere(serveur)).toMatch(/^À jour au/);
  expect(serveur.etat.choisie).toEqual({ feuille: 'Résultats', ligne: 1, colonne: 1 });
  await bureau.ferme();

  const vide = new Serveur(new ClasseurMemoire());
  vide.classeurMemoire.ajoute('Feuil1');
  const autre = await ouvre(vide, 'volet.html');
  await ruban(autre, 'demandes_ecrites_resultats');
  await attend(autre, 'Aucun registre');
  propre(autre, vide);
  await autre.ferme();
}, 90_000);

siChromium('le diagnostic s’exécute d’un bouton et tient tous ses cas', async () => {
  const serveur = new Serveur(registre());
  const bureau = await ouvre(serveur, 'volet.html');
  await ruban(bureau, 'diagnostic');
  const { cases } = serveur.classeurMemoire.trouve('Diagnostic Classeur+')!;
  const verdicts = [...cases.values()].map(({ v }) => v).filter((v) => v === 'tenu' || v === 'NON TENU');
  expect([verdicts.length > 10, verdicts.includes('NON TENU')]).toEqual([true, false]);
  propre(bureau, serveur);
  await bureau.ferme();
}, 90_000);

siChromium('hors d’Excel, la page dit où l’ouvrir et ne demande rien à personne', async () => {
  const serveur = new Serveur(registre());
  const bureau = await ouvre(serveur, 'volet.html', { horsExcel: true });
  await attend(bureau, 'Cette page s’ouvre depuis Excel');
  expect(serveur.envois).toEqual([]);
  await bureau.ferme();
}, 60_000);
