// Chaque état du volet et le chemin qui y mène : les tests les parcourent, `npm run images` les photographie.
import { PLAN } from '../outils/plan-de-valombre';
import { classeur, enquete, exemple, grille, type Banc } from './navigateur';

export type EtatMontre = { readonly id: string; readonly nom: string; readonly atteint: (banc: Banc) => Promise<void> };

const clique = async ({ page, repos }: Banc, nom: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: nom }).first().click();
  await repos();
};
type Fenetre = { readonly banc: { change(feuille: string, ligne: number, colonne: number, valeur: number): void; regle(options: object): void } };

/** Le registre d'exemple, avec des cibles : l'écran principal. */
const principal = async (banc: Banc): Promise<void> => {
  await banc.ouvre(exemple());
  await banc.entre();
  await clique(banc, 'Réglages');
  await banc.page.locator('summary', { hasText: 'Cibles' }).click();
  await banc.page.getByLabel('Cibles des taux').fill('8=20;15=60;30=70');
  await banc.page.getByLabel('Part de').fill('50');
  await clique(banc, 'Enregistrer');
  await banc.page.keyboard.press('Escape');
};
const depuisPrincipal = (...noms: readonly (string | RegExp)[]) => async (banc: Banc): Promise<void> => {
  await principal(banc);
  for (const nom of noms) await clique(banc, nom);
};
const change = (banc: Banc, feuille: string, ligne: number, colonne: number): Promise<void> =>
  banc.page.evaluate(([f, l, c]) => (window as unknown as Fenetre).banc.change(f, l, c, 7), [feuille, ligne, colonne] as const);

export const etats: readonly EtatMontre[] = [
  { id: 'accueil', nom: 'le premier accueil', atteint: (banc) => banc.ouvre(exemple()) },
  { id: 'colonnes', nom: 'les colonnes à vérifier', atteint: async (banc) => { await banc.ouvre(exemple()); await clique(banc, 'Vérifier les colonnes'); } },
  { id: 'principal', nom: 'l’écran principal', atteint: principal },
  { id: 'alertes', nom: 'les demandes en retard et bientôt dues', atteint: depuisPrincipal(/en retard/) },
  { id: 'doutes', nom: 'les points à vérifier', atteint: depuisPrincipal(/à vérifier/) },
  {
    id: 'travail', nom: 'un travail long', atteint: async (banc) => {
      await principal(banc);
      await banc.page.evaluate(() => (window as unknown as Fenetre).banc.regle({ lenteur: 1e6 }));
      await banc.page.getByRole('button', { name: /^Onglet Résultats/ }).click();
      await banc.page.getByRole('button', { name: 'Annuler' }).waitFor();
    },
  },
  { id: 'apercu', nom: 'ce qui sera écrit', atteint: async (banc) => { await depuisPrincipal('Onglet Résultats')(banc); await change(banc, 'Résultats', 1, 1); await clique(banc, 'Voir ce qui sera écrit'); } },
  { id: 'succes', nom: 'l’onglet produit', atteint: depuisPrincipal('Onglet Résultats') },
  { id: 'erreur', nom: 'une erreur', atteint: async (banc) => { await principal(banc); await banc.remonte({ panne: 1 }); await clique(banc, 'Onglet Résultats'); } },
  { id: 'vide', nom: 'aucun registre reconnu', atteint: async (banc) => { await banc.ouvre(classeur([['Ville de X'], ['Qui', 'Quand'], ['a', '02/11/2026']], 'Budget 2026')); await banc.page.getByText('Indiquer mes colonnes').click(); } },
  { id: 'lecture-seule', nom: 'un classeur en lecture seule', atteint: async (banc) => { await banc.ouvre(exemple(), { lectureSeule: true }); await banc.entre(); } },
  {
    id: 'interrompue', nom: 'une écriture interrompue', atteint: async (banc) => {
      await depuisPrincipal('Onglet Résultats')(banc);
      await change(banc, 'Résultats', 1, 1);
      await clique(banc, 'Onglet Résultats');
      await clique(banc, 'Mettre à jour');
      await change(banc, 'Registre', 9, 6);
      await banc.remonte({ panne: 1 });
      await clique(banc, 'Onglet Résultats');
      await banc.remonte({ panne: 0 });
    },
  },
  { id: 'comparaison', nom: 'la comparaison avec une sauvegarde', atteint: async (banc) => { await etats.find(({ id }) => id === 'interrompue')!.atteint(banc); await clique(banc, 'Comparer avec la sauvegarde'); } },
  {
    id: 'sauvegardes', nom: 'les sauvegardes', atteint: async (banc) => {
      await depuisPrincipal('Onglet Résultats')(banc);
      await change(banc, 'Résultats', 1, 1);
      for (const nom of ['Onglet Résultats', 'Mettre à jour', /^Sauvegardes/]) await clique(banc, nom);
    },
  },
  { id: 'purge', nom: 'ce qui sera vidé', atteint: async (banc) => { await etats.find(({ id }) => id === 'sauvegardes')!.atteint(banc); await clique(banc, 'Vider les sauvegardes…'); } },
  {
    id: 'reglages', nom: 'les réglages', atteint: async (banc) => {
      await depuisPrincipal('Réglages')(banc);
      await banc.page.getByLabel('Date d’arrêté').fill('18/12');
      for (const titre of ['Cibles', 'Ce qui est compté', 'Filtres de cette fois']) await banc.page.locator('summary', { hasText: titre }).click();
    },
  },
  {
    id: 'reglages-enquete', nom: 'les questions d’une enquête', atteint: async (banc) => {
      await banc.ouvre(enquete());
      if (await banc.page.getByRole('button', { name: 'Voir mes résultats' }).isVisible()) await banc.entre();
      await banc.page.getByRole('tab', { name: 'Analyse' }).click();
      await clique(banc, 'Réglages');
      await banc.page.locator('summary', { hasText: 'Ce qui est analysé' }).click();
      await banc.page.getByRole('button', { name: 'Ajouter deux questions' }).first().click();
    },
  },
  ...(['Échantillon', 'Actions', 'Enquête', 'RGPD', 'Analyse'] as const).map((onglet, rang): EtatMontre => ({
    id: ['echantillon', 'actions', 'enquete', 'rgpd', 'analyse'][rang]!, nom: `l’onglet ${onglet}`,
    atteint: async (banc) => {
      await banc.ouvre(onglet === 'Échantillon' ? grille() : onglet === 'Actions' ? classeur(PLAN, 'Plan') : enquete());
      if (await banc.page.getByRole('button', { name: 'Voir mes résultats' }).isVisible()) await banc.entre();
      await banc.page.getByRole('tab', { name: onglet }).click();
    },
  })),
  { id: 'faute', nom: 'une faute de saisie', atteint: async (banc) => { await depuisPrincipal('Réglages')(banc); await banc.page.getByLabel('Seuils des taux').fill('bientôt'); await clique(banc, 'Enregistrer'); } },
  { id: 'fonctions', nom: 'les fonctions de feuille', atteint: async (banc) => { await depuisPrincipal('Onglet Résultats', 'Fonctions')(banc); await banc.page.getByText('TAUX_REPONSE', { exact: true }).click(); await banc.page.getByLabel('moins_de').fill('15'); } },
  { id: 'aide', nom: 'l’aide', atteint: depuisPrincipal('Aide') },
];
