// Le volet construit, en vie dans Chromium : il écrit une formule dans la cellule choisie, et suit le classeur quand Excel le prévient.
import { clef } from '../hotes/classeur-memoire';
import { fermeNavigateur, lanceNavigateur, ouvre, ruban, siChromium, tapeEtPrevient, type Bureau } from '../hotes/excel/page';
import { Serveur } from '../hotes/excel/serveur';
import { attend, clique, propre, registre, texte } from '../hotes/excel/volet';

beforeAll(lanceNavigateur, 60_000);
afterAll(fermeNavigateur);

/** Le volet d'un registre, sur ses chiffres. */
const devant = async (serveur: Serveur): Promise<Bureau> => {
  const bureau = await ouvre(serveur, 'volet.html');
  await clique(bureau, 'Voir mes résultats');
  await attend(bureau, '40 lignes · au');
  return bureau;
};
const cases = ({ classeurMemoire }: Serveur): unknown => classeurMemoire.feuilles.map(({ nom, cases: siennes }) => [nom, ...siennes]);
const choisis = (serveur: Serveur, ligne: number, colonne: number): void => void (serveur.etat.choisie = { feuille: 'Registre', ligne, colonne });

siChromium('une formule se remplit dans l’aide, s’insère en anglais dans la cellule choisie ; une cellule pleine ou une feuille protégée refusent', async () => {
  const c = registre();
  const serveur = new Serveur(c);
  const bureau = await devant(serveur);
  await ruban(bureau, 'demandes_ecrites_resultats');
  await clique(bureau, 'Fonctions');
  await bureau.page.getByText('TAUX_REPONSE', { exact: true }).click();
  await bureau.page.getByLabel('moins_de').fill('12,5');
  const insere = (): Promise<void> => clique(bureau, 'Insérer TAUX_REPONSE');

  choisis(serveur, 1, 1);
  const avant = cases(serveur);
  await insere();
  await attend(bureau, 'Cette cellule n’est pas vide ; rien n’a été écrit. Choisissez une cellule vide, puis recommencez.');
  c.pourEcrire('Registre').protegee = true;
  choisis(serveur, 3, 8);
  await insere();
  await attend(bureau, 'Excel refuse cette écriture : la feuille ou le classeur est protégé');
  expect(cases(serveur)).toEqual(avant);

  c.pourEcrire('Registre').protegee = false;
  await insere();
  await attend(bureau, 'Formule écrite en Registre!H3.');
  expect(c.trouve('Registre')!.cases.get(clef(3, 8))!.v).toBe("=SP.TAUX_REPONSE('Registre'!D2:D41,'Registre'!E2:E41,12.5,'Résultats'!$B$3)");
  c.tape('Registre', 3, 8, null);
  expect(cases(serveur)).toEqual(avant);
  propre(bureau, serveur);
  await bureau.ferme();
}, 90_000);

/** Les envois qui relisent le classeur : chacun redemande ce que nous y avons retenu. */
const lectures = ({ envois }: Serveur): number => envois.filter(({ actions }) => actions.includes('GetByNamespace')).length;
const jour = (): string => new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date());
/** Assez pour que le volet ait attendu que la main s'arrête, puis lu. */
const laisse = ({ page }: Bureau): Promise<void> => page.waitForTimeout(2_000);
const LIGNE_NEUVE = { feuille: 'Registre', ligne: 42, colonne: 4, v: 46230 };

siChromium('les chiffres suivent ce que quelqu’un change, une fois la main arrêtée ; plusieurs frappes, une lecture ; nos écritures, aucune', async () => {
  const serveur = new Serveur(registre());
  const bureau = await devant(serveur);
  expect(await texte(bureau)).toMatch(/Moins de 15 jours\s+\d+,\d %\s+\d+ sur 40/);
  const uneLecture = async (geste: () => Promise<unknown>): Promise<number> => {
    const avant = lectures(serveur);
    await geste();
    await laisse(bureau);
    return lectures(serveur) - avant;
  };
  const parLecture = await uneLecture(() => clique(bureau, 'Actualiser'));
  expect(parLecture).toBeGreaterThan(0);
  // Trois frappes qui se suivent, la dernière par un collègue en coédition.
  expect(await uneLecture(async () => {
    await tapeEtPrevient(bureau, serveur, { ...LIGNE_NEUVE, colonne: 1, v: 41 });
    await tapeEtPrevient(bureau, serveur, { ...LIGNE_NEUVE, colonne: 2, v: 'Courrier' });
    expect(await tapeEtPrevient(bureau, serveur, LIGNE_NEUVE, 'Remote')).toBe(true);
  })).toBe(parLecture);
  expect(await texte(bureau)).toMatch(new RegExp(`41 lignes · au ${jour()}[^]*Moins de 15 jours\\s+\\d+,\\d %\\s+\\d+ sur 41`));

  // Sous un formulaire rien ne bouge ; au retour sur les chiffres, ce qui a changé se lit.
  await clique(bureau, 'Réglages');
  expect(await uneLecture(() => tapeEtPrevient(bureau, serveur, { ...LIGNE_NEUVE, ligne: 43 }))).toBe(0);
  expect(await uneLecture(() => clique(bureau, 'Retour'))).toBe(parLecture);
  expect(await texte(bureau)).toContain('42 lignes · au');

  // L'onglet s'écrit, et une formule : Excel prévient de chaque plage écrite, rien n'est relu pour cela.
  await clique(bureau, 'Onglet Résultats');
  await attend(bureau, 'créé');
  choisis(serveur, 3, 8);
  await clique(bureau, 'Fonctions');
  await bureau.page.getByText('NON_REPONDUS', { exact: true }).click();
  await laisse(bureau);
  expect(await uneLecture(async () => {
    await clique(bureau, 'Insérer NON_REPONDUS');
    await bureau.page.keyboard.press('Escape');
    await clique(bureau, 'Retour');
  })).toBe(0);
  expect(bureau.prevenus).toContain('ThisLocalAddin Registre!H3');
  expect(bureau.prevenus.filter((quoi) => quoi.startsWith('ThisLocalAddin Résultats!')).length).toBeGreaterThan(0);
  propre(bureau, serveur);
  await bureau.ferme();
}, 90_000);

siChromium('« Relire quand la feuille change » : Non ; ce qui change se dit, et ne se relit que sur demande, même rouvert', async () => {
  const serveur = new Serveur(registre());
  let bureau = await devant(serveur);
  await clique(bureau, 'Réglages');
  await bureau.page.getByLabel('Relire quand la feuille change').selectOption('non');
  await clique(bureau, 'Enregistrer');
  await attend(bureau, 'Réglages enregistrés');
  await laisse(bureau);
  const avant = lectures(serveur);
  expect(await tapeEtPrevient(bureau, serveur, LIGNE_NEUVE)).toBe(true);
  await attend(bureau, '40 lignes · au ' + jour() + ' · changé depuis');
  expect(lectures(serveur)).toBe(avant);
  await clique(bureau, 'Actualiser');
  await attend(bureau, '41 lignes · au ' + jour());
  expect(await texte(bureau)).not.toContain('changé depuis');
  propre(bureau, serveur);
  await bureau.ferme();

  bureau = await ouvre(serveur, 'volet.html');
  await attend(bureau, '41 lignes · au');
  await laisse(bureau);
  await tapeEtPrevient(bureau, serveur, { ...LIGNE_NEUVE, ligne: 43 });
  await attend(bureau, 'changé depuis');
  propre(bureau, serveur);
  await bureau.ferme();
}, 90_000);

siChromium('un Excel qui ne sait pas prévenir n’empêche rien : rien n’est relu tout seul, « Actualiser » suffit', async () => {
  const serveur = new Serveur(registre());
  serveur.guet = ({ nom }) => (nom === '_RegisterDataChangedEvent' ? { quand: 'avant', code: 'ApiNotFound' } : null);
  const bureau = await devant(serveur);
  const avant = lectures(serveur);
  expect(await tapeEtPrevient(bureau, serveur, LIGNE_NEUVE)).toBe(false);
  await laisse(bureau);
  expect([lectures(serveur), await bureau.page.getByRole('alert').count()]).toEqual([avant, 0]);
  await clique(bureau, 'Actualiser');
  await attend(bureau, '41 lignes · au');
  propre(bureau, serveur);
  await bureau.ferme();
}, 90_000);
