// Le volet construit, tel quel, dans Chromium, avec le vrai office.js : il s'ouvre en français, reconnaît un registre, écrit « Résultats », obéit au ruban.
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';
import { fermeNavigateur, lanceNavigateur, ouvre, ruban, siChromium } from '../hotes/excel/page';
import { Serveur } from '../hotes/excel/serveur';
import { attend, clique, propre, registre, texte } from '../hotes/excel/volet';
import { placeDe } from '../../src/outils/plan-actions/feuille-fiche';
import { enMemoire, GARDES, parcoursRgpd, toutDe, TUS } from '../enquetes/parcours';
import { tapePlan } from '../outils/plan-de-valombre';

beforeAll(lanceNavigateur, 60_000);
afterAll(fermeNavigateur);

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

siChromium('le bouton du ruban n’écrit pas par-dessus quelqu’un : l’aperçu s’ouvre dans le volet, et rien ne change avant l’accord', async () => {
  const c = registre();
  const serveur = new Serveur(c);
  const bureau = await ouvre(serveur, 'volet.html');
  await ruban(bureau, 'demandes_ecrites_resultats');
  c.tape('Résultats', 6, 1, 'Relu par Mme Aube');
  await ruban(bureau, 'demandes_ecrites_resultats');
  await attend(bureau, 'sera d’abord copié dans un onglet « Sauvegarde Résultats »');
  expect(c.feuilles.map(({ nom }) => nom)).toEqual(['Registre', 'Résultats']);
  expect(c.trouve('Résultats')!.cases.get(clef(6, 1))!.v).toBe('Relu par Mme Aube');
  await bureau.page.locator('.bouton.premier').click();
  await attend(bureau, 'est copié dans « Sauvegarde Résultats »');
  expect(c.trouve('Sauvegarde Résultats')!.cases.get(clef(6, 1))!.v).toBe('Relu par Mme Aube');
  expect(c.trouve('Résultats')!.cases.get(clef(6, 1))?.v).not.toBe('Relu par Mme Aube');
  propre(bureau, serveur);
  await bureau.ferme();
}, 90_000);

siChromium('une ligne choisie, sa fiche d’un bouton du ruban ; la fiche remplie, le plan ; le volet propose d’abord d’enregistrer', async () => {
  const UNE = 'Fiche n° 2026-01';
  const c = tapePlan(new ClasseurMemoire());
  const objectif = placeDe('objectif');
  const serveur = new Serveur(c);
  serveur.etat.choisie = { feuille: 'Plan', ligne: 2, colonne: 2 };
  const bureau = await ouvre(serveur, 'volet.html');
  await clique(bureau, 'Voir mes résultats');
  await attend(bureau, 'Fiche de la ligne choisie');
  await ruban(bureau, 'plan_actions_fiche');
  expect(serveur.etat.choisie).toEqual({ feuille: UNE, ligne: 1, colonne: 1 });
  await bureau.page.locator('.bouton.premier', { hasText: 'Enregistrer l’action' }).waitFor();

  c.tape(UNE, objectif.ligne, objectif.colonne, 'Diviser les appels par deux');
  const avant = [...c.trouve('Plan')!.cases];
  await ruban(bureau, 'plan_actions_enregistrer');
  const apres = [...c.trouve('Plan')!.cases];
  expect(apres.filter(([k, { v }]) => avant.find(([autre]) => autre === k)?.[1].v !== v).map(([k, { v }]) => [k, v])).toEqual([[clef(2, 6), 'Diviser les appels par deux']]);
  await ruban(bureau, 'plan_actions_fiche');
  await attend(bureau, 'déjà à jour');
  expect(c.trouve(UNE)!.cases.get(clef(objectif.ligne, objectif.colonne))!.v).toBe('Diviser les appels par deux');
  propre(bureau, serveur);
  await bureau.ferme();
}, 90_000);

siChromium('une enquête : la liste de contrôle du ruban, ses preuves lues, sa mention faite, ses données effacées dans le volet', async () => {
  const c = enMemoire(new ClasseurMemoire());
  const serveur = new Serveur(c);
  const bureau = await ouvre(serveur, 'volet.html');
  await parcoursRgpd(bureau.page);
  await ruban(bureau, 'rgpd_controle');
  expect(serveur.etat.choisie).toEqual({ feuille: 'RGPD', ligne: 1, colonne: 1 });
  const tout = toutDe(c);
  expect(TUS.filter((mot) => tout.includes(mot))).toEqual([]);
  expect(GARDES.filter((mot) => !tout.includes(mot))).toEqual([]);
  propre(bureau, serveur);
  await bureau.ferme();
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
