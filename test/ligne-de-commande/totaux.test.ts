// Ce qu'un total réunit, et ce qu'il refuse de réunir.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENTETE, lignesDeTotaux } from '../../src/fichier/node/csv-consolidation';
import { cumul, principaux, type Total } from '../../src/fichier/node/totaux';
import type { Indicateur, Repartition } from '../../src/socle/outil';

const taux = (numerateur: number, denominateur: number, plus: Partial<Indicateur> = {}): Indicateur => ({
  outil: 'o', feuille: 'F', canal: 'tous', id: 'moins-de-15', libelle: 'Moins de 15 jours', valeur: denominateur === 0 ? null : numerateur / denominateur, numerateur, denominateur,
  unite: 'proportion', definition: 'en 14 jours au plus', periode: { du: '2026-01-05', au: '2026-06-30' }, filtres: 'aucun', ...plus,
});
const mediane = (n: number, valeur: number | null): Indicateur => ({ ...taux(0, n), id: 'delai-median', libelle: 'Délai médian', numerateur: null, valeur, unite: 'jours calendaires', definition: 'le délai du milieu' });
const delais = (...comptes: number[]): Repartition => ({ outil: 'o', canal: 'tous', tirages: { 'delai-median': 0.5 }, comptes: Int32Array.from(comptes) });

const totaux = (...sites: readonly (readonly [readonly Indicateur[], Repartition?])[]): Total[] => {
  const somme = cumul();
  for (const [indicateurs, repartition] of sites) somme.ajoute({ indicateurs, repartitions: repartition ? [repartition] : [] });
  return somme.totaux();
};

test.each<readonly [string, Total[], readonly object[]]>([
  ['9 sur 10 et 0 sur 90 font 9 sur 100, pas la moyenne de 90 % et de 0 %', totaux([[taux(9, 10)]], [[taux(0, 90)]]), [{ numerateur: 9, denominateur: 100, valeur: 0.09, classeurs: 2 }]],
  ['rien à compter nulle part : pas de valeur, jamais 0', totaux([[taux(0, 0)]], [[taux(0, 0)]]), [{ numerateur: 0, denominateur: 0, valeur: null, classeurs: 2 }]],
  ['la période va de la première réception à la dernière date d’arrêté', totaux([[taux(1, 2)]], [[taux(1, 2, { periode: { du: null, au: '2026-06-30' } })]], [[taux(1, 2, { periode: { du: '2025-12-31', au: '2026-07-01' } })]]), [{ periode: { du: '2025-12-31', au: '2026-07-01' } }]],
  // 1, 1, 1, 1, 1 et 9, 9 : la médiane de tous est 1, celle des médianes serait 5.
  ['la médiane est celle de toutes les demandes', totaux([[mediane(5, 1)], delais(0, 5)], [[mediane(2, 9)], delais(0, 0, 0, 0, 0, 0, 0, 0, 0, 2)]), [{ numerateur: null, denominateur: 7, valeur: 1 }]],
  ['la plus longue répartition peut venir la première', totaux([[mediane(2, 9)], delais(0, 0, 0, 0, 0, 0, 0, 0, 0, 2)], [[mediane(5, 1)], delais(0, 5)]), [{ denominateur: 7, valeur: 1 }]],
  ['un site sans réponse n’a pas de délai, et n’en ôte pas aux autres', totaux([[mediane(0, null)], delais()], [[mediane(1, 4)], delais(0, 0, 0, 0, 1)]), [{ denominateur: 1, valeur: 4, classeurs: 2 }]],
  ['deux définitions ont chacune leur total', totaux([[taux(1, 2)]], [[taux(1, 3, { definition: 'en 14 jours ouvrés au plus' })]], [[taux(1, 2)]]), [{ numerateur: 2, denominateur: 4, classeurs: 2 }, { numerateur: 1, denominateur: 3, classeurs: 1 }]],
  ['deux questions d’enquête dans la même colonne n’en font pas une', totaux([[taux(6, 9, { libelle: 'Accueil : réponses favorables' })]], [[taux(7, 9, { libelle: 'Délais : réponses favorables' })]]), [{ numerateur: 6 }, { numerateur: 7 }]],
  ['un taux redressé n’a pas de total : ses effectifs ne le redonnent pas', totaux([[taux(3, 6, { valeur: 0.4 })]], [[taux(3, 6)]]), []],
  ['une moyenne d’enquête n’a pas de total', totaux([[taux(0, 12, { numerateur: null, valeur: 7.5 })]]), []],
])('%s', (_phrase, obtenus, attendus) => {
  expect(obtenus).toHaveLength(attendus.length);
  expect(obtenus).toMatchObject(attendus);
});

test('à l’écran, la façon de compter du plus grand nombre ; on dit combien de classeurs n’y sont pas', () => {
  const autre = { definition: 'en jours ouvrés' };
  const { totaux: retenus, autrement } = principaux(totaux([[taux(1, 2, autre)]], [[taux(1, 4)]], [[taux(2, 4)]]));
  expect([retenus.map(({ numerateur, denominateur }) => [numerateur, denominateur]), autrement]).toEqual([[[3, 8]], 1]);
  expect(principaux([])).toEqual({ totaux: [], autrement: 0 });
});

test('une répartition de six mille délais s’écrit en entier', () => {
  const [total] = totaux([[mediane(6000, 3000)], delais(...Array.from({ length: 6000 }, () => 1))]);
  const ecrite = lignesDeTotaux([total!]).split(';')[16]!;
  expect([ecrite.slice(0, 10), ecrite.slice(-8), ecrite.split(',').length]).toEqual(['{0=1, 1=1,', ' 5999=1}', 6000]);
});

test('docs/consolidation.md décrit chaque colonne, dans l’ordre', () => {
  const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'consolidation.md'), 'utf8');
  const decrites = page.split('\n').filter((ligne) => ligne.startsWith('| `')).flatMap((ligne) => [...ligne.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, nom]) => nom));
  expect(decrites).toEqual(ENTETE.trim().split(';'));
});
