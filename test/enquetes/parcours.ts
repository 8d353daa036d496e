// Le parcours d'une enquête dans le volet, où qu'il soit ouvert : qualifiée, preuves lues à leur ligne, mention et liste faites, effacée. Une même enquête
// (a-effacer.xlsx, fictive) dans la page, Excel et Google Sheets.
/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { estVide } from '../../src/socle/cellule';
import { clef, type ClasseurMemoire } from '../hotes/classeur-memoire';

export const CHEMIN = path.join(__dirname, 'a-effacer.xlsx');
/** Ce qui désigne les cinq personnes dont rien ne se garde ; Jeanne Étourneau a une preuve à garder jusqu'au 31/12/2026. */
export const TUS = ['Alouette', 'Bergeronnette', 'Cormoran', 'Draine', 'Fauvette', '@exemple.fr', '0612345678', '07 98 76 54 32', '11 22 33 44', '55.44.33.22', 'AB-123-CD', '2 55 08 14', 'FR76', '29292', '1980-03-12', '30/11/1991'];
/** Ce qui reste, parmi d'autres. */
export const GARDES = ['Enquête accueil 2026, à relire', 'Rien à dire', 'Personne', 'Livre', 'Étourneau Jeanne'];

/** L'enquête telle qu'un tableur ouvert la montre : cellules, commentaires, noms ; son tableau croisé n'est que ses cellules. */
export const enMemoire = <C extends ClasseurMemoire>(c: C): C => {
  const fichier = ouvreFichier(readFileSync(CHEMIN), 'a-effacer.xlsx');
  const { feuilles, annexes } = fichier.lis({ annexes: true });
  const { plages } = fichier.lis({ zones: feuilles.map(({ nom, lignes, colonnes }) => ({ feuille: nom, ligne: 1, colonne: 1, lignes, colonnes })) });
  feuilles.forEach(({ nom, masquee }, f) => {
    c.ajoute(nom);
    plages[f]!.forEach((rangee, i) => rangee.forEach((v, j) => !estVide(v) && c.tape(nom, i + 1, j + 1, v)));
    c.pourEcrire(nom).masquee = masquee;
  });
  for (const { feuille, ligne, colonne, texte } of annexes!.commentaires) c.pourEcrire(feuille).commentaires.set(clef(ligne, colonne), { texte, fil: true });
  c.noms.set('Repondants', JSON.stringify({ feuille: 'Réponses', ligne: 4, colonne: 2, lignes: 6, colonnes: 1 }));
  return c;
};

/** Tout ce que le classeur dit, où que ce soit. */
export const toutDe = (c: ClasseurMemoire): string => [...c.feuilles.flatMap((f) => [...[...f.cases.values()].map(({ v }) => String(v ?? '')), ...[...f.commentaires.values()].map(({ texte }) => texte)]), ...c.constantes.values(), ...[...c.memoire].flat()].join('\n');

const attends = async (page: Page, quoi: string): Promise<void> => void (await page.waitForFunction((voulu) => document.body.innerText.replace(/[\u00a0\u202f]/g, ' ').includes(voulu), quoi, { timeout: 30_000 }));
const clique = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();

export const parcoursRgpd = async (page: Page): Promise<void> => {
  const [accueil, onglet] = [page.getByRole('button', { name: 'Voir mes résultats' }), page.getByRole('tab', { name: 'RGPD' }).first()];
  await onglet.or(accueil).first().waitFor();
  if (await accueil.isVisible()) await accueil.click();
  await onglet.click();
  await attends(page, '1 sur 6');

  // Qualifiée.
  await clique(page, 'Réglages');
  await page.getByLabel('Un prestataire agit pour notre compte').selectOption('oui');
  await page.locator('summary', { hasText: 'La mention d’information' }).click();
  await page.getByLabel('Pourquoi ces données').fill('mesurer la satisfaction à l’accueil');
  await clique(page, 'Enregistrer');
  await page.locator('summary', { hasText: 'Tous les indicateurs' }).click();
  await attends(page, 'le prestataire est sous-traitant, un contrat le dit');
  await attends(page, 'parmi : toutes les réponses de « Réponses »');

  // Chaque preuve à sa ligne.
  await clique(page, '5 points à vérifier');
  await attends(page, 'Aller à A9');
  const lus = (await page.locator('body').innerText()).replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ');
  for (const phrase of [
    'Date du consentement manquante. Aller à A5', 'Consentement du 20/03/2026, postérieur à la réponse du 06/03/2026. Aller à A6', 'Retiré le 15/03/2026 : excluez la réponse des calculs. Aller à A7',
    'Consentement refusé : excluez la réponse des calculs. Aller à A8', 'Aucune preuve de consentement dans « Consentements ». Aller à A9',
  ]) expect(lus).toContain(phrase);
  await clique(page, 'Retour');

  await clique(page, 'Mention d’information');
  await attends(page, '« Mention RGPD » est créé');
  await clique(page, 'Liste de contrôle RGPD');
  await attends(page, '« RGPD » est créé');

  // Effacée.
  await clique(page, 'Effacer les données personnelles…');
  await attends(page, '« Tirage » (feuille masquée), colonne A : 2 cellules seront effacées (copies de textes effacés ailleurs).');
  await attends(page, 'Le commentaire de Réponses!H7 sera retiré.');
  await attends(page, '« Consentements » garde 1 preuve de consentement jusqu’à sa date, le 31/12/2026.');
  await page.getByLabel(/Pour confirmer, tapez EFFACER/).fill('EFFACER');
  await clique(page, 'Effacer les données personnelles');
  await attends(page, 'le procès-verbal est dans');
};
