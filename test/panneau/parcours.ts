// Ce que fait une personne, du premier accueil à la reprise d'une écriture coupée, à la souris puis au clavier seul.
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { analyseFichier } from '../../src/fichier/node/analyse-fichier';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { pourcent } from '../../src/socle/format';
import { jourDe } from '../../src/socle/jours';
import { gestes } from './gestes';
import { classeur, enDesordre, exemple, type Banc } from './navigateur';

export const LIGNES = [['N°', 'Canal', 'Reçu le', 'Envoyé le', 'Répondu le'], ['1', 'courrier', '02/11/2026', '05/11/2026', '11/11/2026'], ['2', 'courriel', '01/10/2026', '03/10/2026', ''], ['3', 'courriel', '31/02/2026', '', '']];
export const AUJOURDHUI = jourDe(2026, 11, 22);
const INSECABLE = '\u00a0';

/** Les indicateurs de la ligne de commande, sur les mêmes octets. */
const ligneDeCommande = (octets: Uint8Array): Record<string, { valeur: number | null; numerateur: number | null; denominateur: number }> => {
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
  try {
    const chemin = path.join(dossier, 'x.xlsx');
    writeFileSync(chemin, octets);
    const { indicateurs } = analyseFichier(chemin, { aujourdhui: AUJOURDHUI, au: null, saisies: {} }, () => undefined);
    return Object.fromEntries(indicateurs.filter(({ canal }) => canal === 'tous').map((i) => [i.id, i]));
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
};

const titres = (octets: Uint8Array): string[] => ouvreFichier(octets, 'x.xlsx').lis({}).feuilles.map(({ nom }) => nom);

export const parcours = (de: () => Banc): void => {
  const { bouton, clique, texte, focalise, jusqua, change } = gestes(de);

  describe('Les taux', () => {
    test.each(['exemple', 'a01-mairie-etat-civil.xlsx', 'a08-impots-recommandes-et-relances.xlsx', 'b13-heures.xlsx', 'b15-classeur-1904.xlsx', 'b29-copie-exacte.xlsx'])('de %s sont ceux de la ligne de commande', async (nom) => {
      const octets = nom === 'exemple' ? exemple() : enDesordre(nom);
      await de().ouvre(octets);
      if (await bouton('Voir mes résultats').isVisible()) await de().entre();
      else await clique('Vérifier les colonnes').then(() => clique('C’est correct'));
      const attendus = ligneDeCommande(octets);
      const lus = await de().page.locator('[data-indicateur]').evaluateAll((tuiles) => tuiles.map((t) => [(t as HTMLElement).dataset['indicateur'], t.querySelector('.valeur')?.textContent, t.querySelector('.effectif')?.textContent]));
      expect(lus).toEqual(['moins-de-8', 'moins-de-15', 'moins-de-30', 'considere-non-repondu'].map((id) => [id, pourcent(attendus[id]!.valeur), `${attendus[id]!.numerateur}${INSECABLE}sur ${attendus[id]!.denominateur}`]));
    });
  });

  test('corrige une colonne : l’exemple suit, le choix est gardé dans le classeur', async () => {
    await de().ouvre(classeur(LIGNES));
    await clique('Vérifier les colonnes');
    expect(await texte()).toContain('reçue le 02/11/2026, répondue le 11/11/2026, soit 9 jours');
    await de().page.getByLabel('Date de réponse finale').selectOption({ label: 'D – Envoyé le' });
    await de().page.getByText(/soit 3.jours/).waitFor();
    await clique('C’est correct');
    expect(await texte()).toContain('C’est retenu dans ce classeur');
    await de().remonte();
    expect(await bouton('Voir mes résultats').count()).toBe(0);
    await clique('Vérifier les colonnes');
    expect(await de().page.getByLabel('Date de réponse finale').inputValue()).toBe('D');
  });

  test('va à une cellule douteuse et à une demande en retard', async () => {
    await de().ouvre(classeur(LIGNES));
    await de().entre();
    await clique('1 point à vérifier');
    expect(await texte()).toContain('31/02/2026');
    await clique('Aller à C4');
    await de().page.keyboard.press('Escape');
    expect(await focalise()).toContain('point');
    await clique('1 demande en retard');
    await clique('Aller à la ligne 3');
    expect(await de().appels()).toEqual(['va Suivi!C4', 'va Suivi!C3']);
  });

  test('produit l’onglet en un clic, le retrouve à la réouverture, ne récrit rien de pareil', async () => {
    await de().ouvre(classeur(LIGNES));
    await de().entre();
    await clique('Onglet Résultats');
    expect(await texte()).toContain('L’onglet « Résultats » est créé. Aller à « Résultats » Ctrl+Z pour annuler.');
    const octets = await de().octets();
    expect(titres(octets)).toEqual(['Suivi', 'Résultats']);
    await de().ouvre(octets);
    await clique('Voir ce qui sera écrit');
    expect(await texte()).toContain('Tout est déjà à jour');
  });

  test('montre ce qui sera mis de côté, et demande, quand quelqu’un a écrit dans notre onglet', async () => {
    await de().ouvre(classeur(LIGNES));
    await de().entre();
    await clique('Onglet Résultats');
    await change('Résultats', 1, 1, 7);
    await clique('Onglet Résultats');
    expect(await texte()).toMatch(/Mis de côté/);
    await clique('Mettre à jour');
    expect(titres(await de().octets())).toEqual(['Suivi', 'Résultats', 'Sauvegarde Résultats']);
    await clique('Aide');
    await clique(/Aller à «.Sauvegarde Résultats/);
    expect(await de().appels()).toContain('va Sauvegarde Résultats!A1');
  });

  test('annule un travail long : rien n’a changé, le bouton reprend le focus', async () => {
    await de().ouvre(classeur(LIGNES));
    await de().entre();
    const avant = await de().octets();
    await de().page.evaluate(() => (window as unknown as { banc: { regle(o: object): void } }).banc.regle({ lenteur: 700 }));
    await bouton(/^Onglet Résultats/).click();
    await bouton('Annuler').click();
    await de().repos();
    expect(await texte()).toContain('C’est annulé : rien n’a été modifié');
    expect(await focalise()).toBe('Onglet Résultats');
    expect(Buffer.compare(Buffer.from(await de().octets()), Buffer.from(avant))).toBe(0);
  });

  test('une écriture coupée se dit en français, se retrouve à la réouverture et se termine', async () => {
    await de().ouvre(classeur(LIGNES));
    await de().entre();
    await clique('Onglet Résultats');
    await change('Suivi', 3, 5, 46330);
    await de().remonte({ panne: 1 });
    await clique('Onglet Résultats');
    const alarme = de().page.getByRole('alert');
    expect(await alarme.innerText()).toContain('Le tableur a refusé une opération');
    expect(await de().page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await texte()).not.toMatch(/RichApi|GeneralException/);
    expect(await texte()).toContain('L’écriture de « Résultats » a été interrompue');
    await de().remonte({ panne: 0 });
    expect(await texte()).toContain('L’écriture de « Résultats » a été interrompue');
    await clique(/^Terminer/);
    expect(await texte()).not.toContain('interrompue');
    expect(titres(await de().octets())).toContain('Résultats');
  });

  test('compare une sauvegarde et la vide, au clavier : confirmation en toutes lettres, refus, coupure, reprise', async () => {
    await de().ouvre(classeur(LIGNES));
    const { page } = de();
    await de().entre();
    await clique('Onglet Résultats');
    expect(await bouton(/^Sauvegardes/).count()).toBe(0);
    await change('Résultats', 1, 1, 7);
    await clique('Onglet Résultats');
    await clique('Mettre à jour');
    await page.keyboard.press('Escape');
    await clique('Sauvegardes (1)');
    expect(await texte()).toMatch(/données, personnelles comprises[^]*Copie de « Résultats » du 22\/11\/2026/);
    await clique(/^Comparer/);
    expect(await texte()).toContain('1 cellule diffère');
    await clique('Retour');
    expect(await focalise()).toBe('Sauvegardes');

    const confirme = async (mot: string): Promise<void> => {
      await jusqua(/^(Vider les sauvegardes|Finir de vider)…/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Vider les sauvegardes' }).waitFor();
      await de().repos();
      for (let i = 0; i < 10 && (await page.evaluate(() => document.activeElement?.id)) !== 'confirmation'; i++) await page.keyboard.press('Tab');
      await page.keyboard.type(mot);
      await page.keyboard.press('Enter');
      await page.locator('#volet :is([role=alert], .succes)').waitFor();
      await de().repos();
    };
    const avant = await de().octets();
    await confirme('oui');
    expect(await texte()).toMatch(/pas confirmé ; rien n’a été changé. Tapez EFFACER pour confirmer[^]*Vidé « Sauvegarde Résultats » [^]*cellules seront effacées[^]*Les onglets restent, vides[^]*L’historique des versions/);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await page.getByLabel('Pour confirmer, tapez EFFACER').inputValue()).toBe('');
    expect(Buffer.compare(Buffer.from(await de().octets()), Buffer.from(avant))).toBe(0);

    await de().remonte({ panne: 1 });
    await clique('Sauvegardes (1)');
    await confirme('EFFACER');
    expect(await texte()).toContain('Le tableur a refusé une opération');
    await de().remonte({ panne: 0 });
    expect(await texte()).toContain('L’effacement des sauvegardes a été interrompu');
    await confirme('effacer');
    expect(await texte()).toMatch(/1 sauvegarde vidée ; les onglets restent[^]*l’historique des versions/);
    expect(await texte()).not.toContain('interrompu');
    expect(await bouton(/^Sauvegardes/).count()).toBe(0);
    const fini = ouvreFichier(await de().octets(), 'x.xlsx');
    expect(fini.lis({ zones: [{ feuille: 'Sauvegarde Résultats', ligne: 1, colonne: 1, lignes: 2, colonnes: 1 }] }).plages[0]).toEqual([['Sauvegarde vidée le 22/11/2026 : vous pouvez supprimer cet onglet.']]);
  });

  test('en lecture seule, on lit tout et rien ne propose d’écrire', async () => {
    await de().ouvre(classeur(LIGNES), { lectureSeule: true });
    await de().entre();
    expect(await texte()).toContain('lecture seule');
    expect(await bouton('Onglet Résultats').count()).toBe(0);
  });

  test('sans registre reconnu, on désigne sa feuille, sa ligne de titres et ses colonnes', async () => {
    await de().ouvre(classeur([['Ville de X'], ['Qui', 'Quand', 'Fini'], ['a', '02/11/2026', '05/11/2026'], ['b', '03/11/2026', '']]));
    expect(await texte()).toContain('Aucune feuille reconnue');
    const { page } = de();
    await page.getByText('Indiquer mes colonnes').click();
    await page.getByLabel('Ligne des titres').fill('2');
    await page.getByLabel('Date de réception *').fill('b');
    await page.getByLabel('Date de réponse finale').fill('c');
    await clique('Lire cette feuille');
    expect(await texte()).toMatch(/Feuille « Suivi »[^]*2 lignes/);
  });

  test('au clavier seul, du premier accueil à l’onglet produit', async () => {
    await de().ouvre(classeur(LIGNES));
    const { page } = de();
    await jusqua(/^Voir mes résultats/);
    await page.keyboard.press('Enter');
    await page.getByRole('tablist').waitFor();
    await de().repos();
    await jusqua(/^Délais/);
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).textContent()).not.toBe('Délais');
    await page.keyboard.press('Home');
    await jusqua(/en retard/);
    await page.keyboard.press('Enter');
    expect(await focalise()).toBe('À traiter');
    await page.keyboard.press('Escape');
    expect(await focalise()).toContain('en retard');
    await jusqua(/^Onglet Résultats/);
    await page.keyboard.press('Enter');
    await page.getByText('est créé').first().waitFor();
    await de().repos();
    await page.keyboard.press('Escape');
    expect(titres(await de().octets())).toEqual(['Suivi', 'Résultats']);
  });
};
