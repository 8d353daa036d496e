// « analyser », comme une personne le lance : ce qui se lit, ce qui se signale, le code de sortie.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { atelier, CSV } from './programme';

const { ici, lance, pose, poseExemple } = atelier();

describe('analyser', () => {
  test('--json : la sortie standard porte le JSON seul, avec ses quatre parties', () => {
    const { code, sortie, erreur } = lance('analyser', pose('registre.csv'), '--au', '2026-11-22', '--json');
    const lu = JSON.parse(sortie);
    expect([code, erreur]).toEqual([0, '']);
    expect(lu).toMatchObject({ au: '2026-11-22', feuilles: [{ feuille: 'registre', outil: 'demandes-ecrites', entete: 1, lignes: 3, colonnes: { identifiant: 'A', canal: 'B', reception: 'C', accuse: 'D', reponse: 'E' } }] });
    expect(lu.anomalies).toEqual([{ adresse: 'registre!E4', gravite: 'erreur', message: expect.stringContaining('avant la réception') }]);
    expect(lu.indicateurs.filter((i: { canal: string }) => i.canal === 'tous').map((i: { id: string }) => i.id)).toEqual([
      'moins-de-8', 'moins-de-14', 'moins-de-15', 'moins-de-30', 'considere-non-repondu', 'sans-reponse-finale', 'en-retard', 'en-cours',
      'reponses-directes', 'reponses-avec-ar', 'ar-seul', 'sans-suite', 'delai-moyen', 'delai-median', 'delai-p90', 'ar-conforme',
    ]);
    expect(lu.indicateurs.find((i: { canal: string; id: string }) => i.canal === 'tous' && i.id === 'moins-de-15')).toMatchObject({
      outil: 'demandes-ecrites', feuille: 'registre', valeur: 0.5, numerateur: 1, denominateur: 2, unite: 'proportion', periode: { du: '2026-01-05', au: '2026-11-22' }, filtres: 'aucun',
    });
    for (const { definition } of lu.indicateurs) expect(definition.length).toBeGreaterThan(20);
  });

  test('un registre vide : des valeurs absentes, jamais NaN ni 0 %', () => {
    const { code, sortie } = lance('analyser', pose('vide.csv', CSV.split('\n')[0]), '--json');
    const { indicateurs } = JSON.parse(sortie);
    expect(code).toBe(0);
    expect(new Set(indicateurs.map((i: { valeur: unknown }) => i.valeur))).toEqual(new Set([null]));
  });

  test('en français : les taux, ce qui est à traiter, ce qui est à vérifier', () => {
    const { code, sortie } = lance('analyser', poseExemple(), '--au', '2026-11-22');
    expect(code).toBe(0);
    expect(sortie).toContain('Résultats du 20/11/2025 au 22/11/2026 — Filtre(s) éventuel(s) : aucun');
    expect(sortie).toMatch(/Répondu en moins de 15 jours +54,5\u00a0% \(6\/11\)/);
    expect(sortie).toContain('Dépassée depuis 68 j');
    expect(sortie).toContain('Registre!F22  erreur : Réponse du 28/05/2026 avant la réception du 01/06/2026.');
    expect(sortie).toMatch(/14 lignes lues : 13 demandes comptées, 1 à corriger/);
    expect(sortie).toMatch(/Accusé de réception électronique en 10 jours ouvrés au plus .* : \d+\/\d+\./);
  });

  test.each([
    ['denominateur=echus', 6, 11], ['denominateur=tous', 6, 13], ['canal=courriel', 2, 4], ['jusquau=30/06/2026', 5, 8],
  ])('--reglage %s : %i/%i en moins de 15 jours', (reglage, numerateur, denominateur) => {
    const { sortie } = lance('analyser', poseExemple(), '--au', '2026-11-22', '--json', '--reglage', reglage);
    expect(JSON.parse(sortie).indicateurs.find((i: { id: string }) => i.id === 'moins-de-15')).toMatchObject({ numerateur, denominateur });
  });

  test('un dossier : un tableau par site, le total est la somme des effectifs', () => {
    mkdirSync(ici('sites'));
    pose('sites/nord.csv');
    pose('sites/sud.csv', CSV.replace('NR', '13/01/2026'));
    pose('sites/~$nord.xlsx', 'temporaire');
    const { code, sortie } = lance('analyser', 'sites', '--au', '2026-11-22', '--json');
    const { sites, consolide } = JSON.parse(sortie);
    expect(code).toBe(0);
    expect(sites.map((s: { fichier: string }) => path.basename(s.fichier))).toEqual(['nord.csv', 'sud.csv']);
    expect(consolide.find((i: { canal: string; id: string }) => i.canal === 'tous' && i.id === 'moins-de-15')).toMatchObject({ numerateur: 3, denominateur: 4, valeur: 0.75 });
    expect(lance('analyser', 'sites', '--au', '2026-11-22').sortie).toMatch(/Tous les sites +75,0/);
  });

  test('un dossier dit combien de demandes sont à traiter, de cellules à corriger ou à vérifier, et les fichiers sans registre', () => {
    mkdirSync(ici('sites'));
    pose('sites/nord.csv', `${CSV}C4;courrier;03/10/2026;;\n`);
    pose('sites/sud.csv');
    pose('sites/notes.csv', 'Produit;Prix\nPomme;2\n');
    const { code, sortie } = lance('analyser', 'sites', '--au', '2026-11-22');
    expect(code).toBe(0);
    expect(sortie).toMatch(/^Site .* À traiter +À corriger +À vérifier$/m);
    // Le 3 octobre 2026 est un samedi : un courrier ce jour-là est à vérifier.
    expect(sortie).toMatch(/^nord .* 2 +1 +1$/m);
    expect(sortie).toMatch(/^Tous les sites .* 3 +2 +1$/m);
    expect(sortie).not.toMatch(/^notes/m);
    expect(sortie).toContain('Aucun registre reconnu dans : notes.csv.');
  });

  test('un dossier avec des seuils à soi a les colonnes de ces seuils', () => {
    mkdirSync(ici('sites'));
    pose('sites/nord.csv');
    pose('sites/sud.csv');
    const { sortie } = lance('analyser', 'sites', '--au', '2026-11-22', '--reglage', 'seuils=10');
    expect(sortie).toMatch(/^Site +Moins de 10 jours +Considéré comme non répondu +En retard/m);
    expect(sortie).not.toContain('moins-de-');
  });

  test('un dossier ne compte pas deux fois un registre et sa copie produite', () => {
    mkdirSync(ici('sites'));
    pose('sites/nord.csv');
    pose('sites/sud.csv');
    pose('sites/est-resultats.csv');
    pose('sites/est.csv');
    lance('produire', 'resultats', 'sites/nord.csv', '--au', '2026-11-22');
    lance('produire', 'resultats', 'sites/nord.csv', '--au', '2026-11-22');
    const { sortie, erreur } = lance('analyser', 'sites', '--au', '2026-11-22', '--json');
    expect(JSON.parse(sortie).sites.map((s: { fichier: string }) => path.basename(s.fichier))).toEqual(['est-resultats.csv', 'est.csv', 'nord.csv', 'sud.csv']);
    expect(erreur.trim().split('\n')).toEqual(['nord-resultats (2).xlsx', 'nord-resultats.xlsx'].map((nom) => `${path.join('sites', nom)} : laissé de côté, c’est une copie de « nord.csv » faite par « produire ».`));
  });

  test('sans son original, une copie produite compte', () => {
    mkdirSync(ici('sites'));
    lance('produire', 'resultats', pose('nord.csv'), '-o', 'sites/nord-resultats.xlsx', '--au', '2026-11-22');
    pose('sites/sud.csv');
    expect(JSON.parse(lance('analyser', 'sites', '--json').sortie).sites).toHaveLength(2);
  });

  test('à plusieurs fichiers, une feuille qui manque à l’un n’empêche pas les autres', () => {
    pose('nord.csv');
    const { code, sortie, erreur } = lance('analyser', 'nord.csv', pose('sud.csv'), '--feuille', 'nord', '--json');
    expect([code, JSON.parse(sortie).sites.length]).toEqual([1, 1]);
    expect(erreur).toContain('sud.csv : Le classeur n’a pas de feuille « nord »');
  });

  test('un fichier illisible n’empêche pas les autres : il est nommé, et le code est 1', () => {
    pose('casse.xlsx', 'PK pas un zip');
    const { code, sortie, erreur } = lance('analyser', pose('bon.csv'), 'casse.xlsx', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(sortie).sites).toHaveLength(1);
    expect(erreur).toMatch(/^casse\.xlsx : .+\.$/m);
  });

  test('aucun registre : une phrase dit que faire, le code reste 0', () => {
    const { code, sortie } = lance('analyser', pose('autre.csv', 'Produit;Prix\nPomme;2\n'));
    expect(code).toBe(0);
    expect(sortie).toContain('Aucun registre de demandes reconnu');
  });
});
