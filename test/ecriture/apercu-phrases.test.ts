// L'aperçu d'un petit rapport, phrase par phrase : accords, copies, réglages, onglets qui portent déjà ce nom.
import { prevoisRapport } from '../../src/socle/ecriture/apercu';
import type { Rapport } from '../../src/socle/ecriture/rapport-examen';
import { conduis } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { apres, DATE, ecrit, GRAND, marque, PETIT, rapport, registre } from './un-rapport';

const AUTOUR = 'garde - Vos autres feuilles ne changent pas.';
const A_JOUR = 'garde - « Résultats » est déjà à jour.';
const REECRIT = 'reecrit Résultats!A1 L’onglet « Résultats » sera réécrit (2 lignes, 2 colonnes) ; ce qui est écrit autour ne change pas.';
const CREE = 'cree - L’onglet « Résultats (2) » sera créé (2 lignes, 2 colonnes).';
const LE_VOTRE = 'garde - Votre onglet « Résultats » ne change pas : il n’a pas été créé par Classeur+.';
const phrases = (c: ClasseurMemoire, r: Rapport = PETIT): string[] => {
  const { verdict, lignes } = conduis(prevoisRapport(r), c);
  return [verdict, ...lignes.map(({ effet, phrase, adresse }) => `${effet} ${adresse ?? '-'} ${phrase}`)];
};

test.each<[Rapport, string]>([
  [rapport([[DATE]]), '1 ligne, 1 colonne'],
  [rapport([[DATE, 1]]), '1 ligne, 2 colonnes'],
  [rapport([[DATE], [1]]), '2 lignes, 1 colonne'],
  [GRAND, '4 lignes, 3 colonnes'],
])('la taille s’accorde (%#)', (r, taille) => {
  expect(phrases(registre(), r)).toEqual(['possible', `cree - L’onglet « Résultats » sera créé (${taille}).`, AUTOUR]);
});

test.each<[string, [number, number][], string]>([
  ['une cellule', [[2, 2]], 'sauvegarde Résultats!B2 Ce que quelqu’un a changé dans « Résultats » (1 cellule) sera d’abord copié dans un onglet « Sauvegarde Résultats ».'],
  ['deux cellules', [[2, 1], [2, 2]], 'sauvegarde Résultats!A2 Ce que quelqu’un a changé dans « Résultats » (2 cellules) sera d’abord copié dans un onglet « Sauvegarde Résultats ».'],
])('%s de changé : la copie est annoncée, et dit où regarder', (_, cellules, attendue) => {
  const c = apres(PETIT);
  for (const [ligne, colonne] of cellules) c.tape('Résultats', ligne, colonne, 'à moi');
  expect(phrases(c)).toEqual(['possible', attendue, REECRIT, AUTOUR]);
});

test('une sauvegarde interrompue sera gardée', () => {
  const c = apres(PETIT);
  c.ajoute('Sauvegarde Résultats').marque = JSON.stringify({ ...marque(c), genre: 'sauvegarde.essai.rapport', etat: 'neuf', empreinte: '' });
  expect(phrases(c)).toEqual(['possible', 'sauvegarde - La sauvegarde interrompue « Sauvegarde Résultats » sera gardée telle quelle.', A_JOUR, AUTOUR]);
});

test('les réglages : retenus, puis oubliés', () => {
  const c = apres(PETIT);
  const regle = { ...PETIT, saisies: { seuil: '15' } };
  expect(phrases(c, regle)).toEqual(['possible', A_JOUR, 'reecrit - Le classeur retiendra vos réglages.', AUTOUR]);
  ecrit(c, regle);
  expect(phrases(c, regle)).toEqual(['rien', A_JOUR, AUTOUR]);
  expect(phrases(c)).toEqual(['possible', A_JOUR, 'reecrit - Le classeur oubliera les réglages retenus.', AUTOUR]);
});

test.each<[string, () => ClasseurMemoire, string[]]>([
  ['un onglet de la personne, du même nom', () => { const c = registre(); c.ajoute('Résultats'); return c; }, ['possible', CREE, LE_VOTRE, AUTOUR]],
  ['un onglet de la personne, écrit autrement', () => { const c = registre(); c.ajoute('RÉSULTATS'); return c; }, ['possible', CREE, LE_VOTRE, AUTOUR]],
  ['un onglet d’une autre de nos commandes', () => { const c = registre(); c.ajoute('Résultats').marque = JSON.stringify({ ...marque(apres(PETIT)), genre: 'autre.rapport' }); return c; }, ['possible', CREE, AUTOUR]],
  ['le nôtre, dont la création a été coupée', () => { const c = registre(); c.ajoute('Résultats'); c.memoire.set('journal.essai.rapport', '{"nom":"Résultats","connues":["Registre"]}'); return c; }, ['possible', CREE.replace(' (2)', ''), AUTOUR]],
  ['le nôtre, renommé « Bilan »', () => { const c = apres(PETIT); c.pourEcrire('Résultats').nom = 'Bilan'; return c; }, ['rien', 'garde - « Bilan » est déjà à jour.', AUTOUR]],
])('l’onglet voulu est déjà là : %s', (_, depart, attendues) => {
  expect(phrases(depart())).toEqual(attendues);
});

test('un journal de création resté ouvert : il reste à écrire, même à jour', () => {
  const c = apres(PETIT);
  c.memoire.set('journal.essai.rapport', '{"nom":"Résultats","connues":["Registre"]}');
  expect(phrases(c)).toEqual(['possible', A_JOUR, AUTOUR]);
});
