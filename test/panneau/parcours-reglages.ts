// Ce qu'une personne règle, corrige dans sa feuille pendant que le volet la regarde, et insère comme formules.
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { dateFr } from '../../src/socle/format';
import { gestes } from './gestes';
import { classeur, enquete, exemple, type Banc } from './navigateur';
import { AUJOURDHUI, LIGNES } from './parcours';

export const parcoursReglages = (de: () => Banc): void => {
  const { bouton, clique, texte, change, regle } = gestes(de);

  test('règle des cibles et une date d’arrêté ; une faute de saisie est dite sur son champ', async () => {
    await de().ouvre(exemple());
    await de().entre();
    await clique('Réglages');
    const { page } = de();
    await page.getByLabel('Date d’arrêté').fill('+0');
    await page.getByText('dimanche 22 novembre 2026').waitFor();
    await page.getByLabel('Date d’arrêté').fill('31/02');
    await clique('Enregistrer');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('au');
    expect(await texte()).toContain('Cette date n’existe pas. Exemple : 18/12/2026');
    await page.getByLabel('Date d’arrêté').fill('20 nov');
    await page.locator('summary', { hasText: 'Cibles' }).click();
    const cibles = page.getByLabel('Cibles des taux');
    await cibles.fill('beaucoup');
    await clique('Enregistrer');
    await page.waitForFunction(() => document.activeElement?.id === 'r-cibles');
    expect(await texte()).toContain('par exemple « 8=60;15=80;30=95 »');
    await cibles.fill('8=20;15=80');
    await clique('Enregistrer');
    expect(await texte()).toMatch(/au 20\/11\/2026[^]*cible 20 % : atteinte[^]*cible 80 % : manque [\d,]+ points/);
    await de().remonte();
    expect(await texte()).toMatch(new RegExp(`au ${dateFr(AUJOURDHUI)}[^]*cible 20 % : atteinte`));
  });

  test('la liste des points à vérifier suit ce que l’on corrige dans la feuille', async () => {
    await de().ouvre(classeur(LIGNES));
    await de().entre();
    await clique('1 point à vérifier');
    expect(await texte()).toContain('Aller à C4');
    await change('Suivi', 4, 3, 46310);
    await de().page.waitForFunction(() => !document.getElementById('volet')!.innerText.includes('31/02'));
  });

  test('une cellule changée pendant une lecture est lue ensuite', async () => {
    await de().ouvre(classeur(LIGNES));
    await de().entre();
    await regle({ lenteur: 1500 });
    await bouton('Actualiser').click();
    await change('Suivi', 4, 3, 46310);
    await de().page.waitForTimeout(1000);
    await regle({ lenteur: 0 });
    await bouton('1 point à vérifier').waitFor({ state: 'detached' });
  });

  test('la formule d’un classeur à deux registres dit qu’elle n’en compte qu’un', async () => {
    await de().ouvre(nouveauXlsx([{ nom: 'Courriers', plage: LIGNES }, { nom: 'Courriels', plage: [...LIGNES, ['4', 'courriel', '05/11/2026', '', '']] }]));
    await de().entre();
    await clique('Fonctions');
    await de().page.getByText('TAUX_REPONSE', { exact: true }).click();
    await de().page.getByLabel('moins_de').waitFor();
    expect(await texte()).toContain('La formule compte la seule feuille « Courriers » ; ce volet en réunit 2. Les chiffres diffèrent.');
    expect(await texte()).not.toContain('le même chiffre');
  });

  test('corrige le type d’une question et croise deux questions par leurs titres', async () => {
    const { page } = de();
    await de().ouvre(enquete());
    if (await bouton('Voir mes résultats').isVisible()) await de().entre();
    await page.getByRole('tab', { name: 'Analyse' }).click();
    await clique('Réglages');
    const type = page.getByLabel(/^Types de variable à corriger\s:\s\w+\s·\sDélai\sressenti/);
    expect(await type.locator('option:checked').innerText()).toMatch(/^auto\s: ratio$/);
    await type.selectOption('ordinale');
    await page.locator('summary', { hasText: 'Ce qui est analysé' }).click();
    await page.getByRole('button', { name: 'Ajouter deux questions' }).first().click();
    await page.getByLabel(/Questions à croiser.*, 1\s:\spremière question/).selectOption({ index: 3 });
    await page.getByLabel(/Questions à croiser.*, 1\s:\sseconde question/).selectOption({ index: 4 });
    await page.getByRole('button', { name: 'Ajouter deux questions' }).first().click();
    await clique('Enregistrer');
    expect(await texte()).toContain('Réglages enregistrés.');
    await clique('Réglages');
    expect(await type.inputValue()).toBe('ordinale');
    await page.locator('summary', { hasText: 'Ce qui est analysé' }).click();
    expect(await page.getByRole('group', { name: /^Questions à croiser/ }).count()).toBe(1 + 1);
    for (let i = 0; i < 2; i++) await page.keyboard.press('Escape');
    await clique('Onglet Analyse');
    expect(await texte()).toContain('L’onglet « Analyse » est créé.');
  });

  test('insère une formule qui se réfère à la date d’arrêté de l’onglet', async () => {
    await de().ouvre(classeur(LIGNES));
    await de().entre();
    await clique('Fonctions');
    await de().page.getByText('TAUX_REPONSE', { exact: true }).click();
    await de().page.getByText(/produisez-le d’abord/).waitFor();
    await de().page.keyboard.press('Escape');
    await clique('Onglet Résultats');
    await clique('Fonctions');
    await de().page.getByText('TAUX_REPONSE', { exact: true }).click();
    await de().page.getByLabel('moins_de').fill('15');
    await clique('Insérer TAUX_REPONSE');
    expect(await de().appels()).toEqual(['va Résultats!A1', "insere =SP.TAUX_REPONSE('Suivi'!C2:C4;'Suivi'!E2:E4;15;'Résultats'!$B$3)"]);
    expect(await texte()).toContain('Formule écrite en Suivi!H2');
  });

  test('un nombre garde sa virgule dans la formule ; ce qui n’est pas un nombre le dit, et rien ne s’insère', async () => {
    await de().ouvre(classeur(LIGNES));
    await de().entre();
    await clique('Onglet Résultats');
    await clique('Fonctions');
    await de().page.getByText('TAUX_REPONSE', { exact: true }).click();
    await de().page.getByLabel('moins_de').fill('2 mois');
    expect(await texte()).toContain('Donnez un nombre, par exemple 15 ou 0,05.');
    expect(await bouton('Insérer TAUX_REPONSE').isDisabled()).toBe(true);
    await de().page.getByLabel('moins_de').fill('14,5');
    expect(await de().page.getByLabel('moins_de').inputValue()).toBe('14,5');
    expect(await texte()).toContain("'Suivi'!E2:E4;14,5;");
  });
};
