// La ligne de commande compilée, comme une personne la lance : ce qui sort, ce qui est écrit, le code de sortie.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const RACINE = path.join(__dirname, '..', '..');
const PROGRAMME = path.join(RACINE, 'dist', 'ligne-de-commande', 'classeur-plus.cjs');
const EXEMPLE = path.join(RACINE, 'src', 'essai', 'registre-exemple.xlsx');
const CSV = 'Identifiant;Canal;Date de réception;Date AR;Date de la réponse finale\nC1;courrier;05/01/2026;;09/01/2026\nC2;courriel;12/01/2026;;NR\nC3;courrier;01/06/2026;;28/05/2026\n';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const lance = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAMME, ...args], { cwd: dossier, encoding: 'utf8' });
  return { code: status, sortie: stdout, erreur: stderr };
};
const pose = (nom: string, contenu = CSV): string => {
  writeFileSync(path.join(dossier, nom), contenu);
  return nom;
};
const poseExemple = (nom = 'registre.xlsx'): string => {
  cpSync(EXEMPLE, path.join(dossier, nom));
  return nom;
};
const octets = (nom: string): string => readFileSync(path.join(dossier, nom)).toString('base64');

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
    mkdirSync(path.join(dossier, 'sites'));
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
    mkdirSync(path.join(dossier, 'sites'));
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
    mkdirSync(path.join(dossier, 'sites'));
    pose('sites/nord.csv');
    pose('sites/sud.csv');
    const { sortie } = lance('analyser', 'sites', '--au', '2026-11-22', '--reglage', 'seuils=10');
    expect(sortie).toMatch(/^Site +Moins de 10 jours +Considéré comme non répondu +En retard/m);
    expect(sortie).not.toContain('moins-de-');
  });

  test('un dossier ne compte pas deux fois un registre et sa copie produite', () => {
    mkdirSync(path.join(dossier, 'sites'));
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
    mkdirSync(path.join(dossier, 'sites'));
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

describe('produire resultats', () => {
  test('sans -o : une copie à côté, l’original ne change pas d’un octet', () => {
    const avant = octets(poseExemple());
    const { code, sortie } = lance('produire', 'resultats', 'registre.xlsx', '--au', '2026-11-22');
    expect(code).toBe(0);
    expect(sortie).toContain('registre-resultats.xlsx');
    expect(octets('registre.xlsx')).toBe(avant);
    lance('produire', 'resultats', 'registre.xlsx', '--au', '2026-11-22');
    expect(readdirSync(dossier).sort()).toEqual(['registre-resultats (2).xlsx', 'registre-resultats.xlsx', 'registre.xlsx']);
  });

  test('--sur-place : un second passage ne change rien, un réglage nouveau ne change que notre onglet', () => {
    poseExemple();
    lance('produire', 'resultats', 'registre.xlsx', '--sur-place', '--au', '2026-11-22');
    const premier = octets('registre.xlsx');
    const { sortie } = lance('produire', 'resultats', 'registre.xlsx', '--sur-place', '--au', '2026-11-22');
    expect(sortie).toContain('déjà à jour');
    expect(octets('registre.xlsx')).toBe(premier);
  });

  test('--apercu dit ce qui serait écrit, et n’écrit rien', () => {
    const avant = octets(poseExemple());
    const { code, sortie } = lance('produire', 'resultats', 'registre.xlsx', '--apercu', '--au', '2026-11-22');
    expect([code, sortie]).toEqual([0, expect.stringMatching(/^Aperçu de « Onglet Résultats », rien n’est écrit :\n- L’onglet « Résultats » sera créé \(\d+ lignes, 9 colonnes\)\.\n- Vos autres feuilles ne changent pas\.\n$/)]);
    expect([octets('registre.xlsx'), readdirSync(dossier)]).toEqual([avant, ['registre.xlsx']]);
    lance('produire', 'resultats', 'registre.xlsx', '--sur-place', '--au', '2026-11-22');
    expect(lance('produire', 'resultats', 'registre.xlsx', '--apercu', '--au', '2026-11-22').sortie).toContain('« Résultats » est déjà à jour.');
  });

  test('--apercu d’un classeur sans registre : la raison, et le code 1', () => {
    const { code, sortie } = lance('produire', 'resultats', pose('liste.csv', 'Nom;Ville\nA;B\n'), '--apercu');
    expect([code, sortie]).toEqual([1, expect.stringContaining('Aucun registre de demandes reconnu')]);
  });

  test('une correction est retenue dans le classeur', () => {
    pose('deux-dates.csv', 'N;Date;Date;Réponse\n1;01/01/2026;05/01/2026;06/01/2026\n');
    lance('produire', 'resultats', 'deux-dates.csv', '-o', 'sortie.xlsx', '--reglage', 'colonne.reception=C', '--au', '2026-11-22');
    const { feuilles, indicateurs } = JSON.parse(lance('analyser', 'sortie.xlsx', '--json', '--au', '2026-11-22').sortie);
    expect(feuilles[0].colonnes.reception).toBe('C');
    expect(indicateurs.find((i: { id: string }) => i.id === 'delai-moyen').valeur).toBe(1);
  });

  test('un filtre ne vaut qu’une fois, une saisie vide oublie une correction', () => {
    const resultat = (...args: string[]) => JSON.parse(lance('analyser', 'sortie.xlsx', '--json', '--au', '2026-11-22', ...args).sortie);
    pose('deux-dates.csv', 'N;Date;Reçu le;Canal;Réponse\n1;01/01/2026;05/01/2026;courriel;06/01/2026\n2;01/01/2026;05/01/2026;courrier;06/01/2026\n');
    lance('produire', 'resultats', 'deux-dates.csv', '-o', 'sortie.xlsx', '--reglage', 'colonne.reception=B', '--reglage', 'canal=courriel', '--au', '2026-11-22');
    expect([resultat().feuilles[0].colonnes.reception, resultat().indicateurs[0].filtres, resultat().effectifs.utilisables]).toEqual(['B', 'aucun', 2]);
    expect(resultat('--reglage', 'colonne.reception=').feuilles[0].colonnes.reception).toBe('C');
    lance('produire', 'resultats', 'sortie.xlsx', '--sur-place', '--reglage', 'colonne.reception=', '--au', '2026-11-22');
    expect(resultat().feuilles[0].colonnes.reception).toBe('C');
  });

  test('un .csv devient un .xlsx à côté', () => {
    const { code } = lance('produire', 'resultats', pose('registre.csv'), '--au', '2026-11-22');
    expect([code, existsSync(path.join(dossier, 'registre-resultats.xlsx'))]).toEqual([0, true]);
  });
});

describe('fonctions et aide', () => {
  test('fonctions --json : chaque fonction avec sa signature et ses exemples', () => {
    const lues = JSON.parse(lance('fonctions', '--json').sortie);
    expect(lues).toHaveLength(35);
    expect(lues[0]).toMatchObject({ nom: 'TAUX_REPONSE', signature: 'TAUX_REPONSE(receptions; reponses; [moins_de]; [au]; [mode])' });
  });
  test('aide reglages : chaque réglage avec son libellé, sa valeur par défaut et sa source, et les colonnes à désigner', () => {
    const { code, sortie } = lance('aide', 'reglages');
    expect(code).toBe(0);
    expect(sortie).toMatch(/delaiParDefaut\n +Délai de réponse, faute de délai annoncé .* Par défaut : 14\. Source : .*DITP/);
    expect(sortie).toMatch(/seuils\n .* Par défaut : 8;14;15;30\./);
    expect(sortie).toMatch(/report\n .* Par défaut : non\./);
    expect(sortie).toMatch(/fermetures\n .* Par défaut : rien\./);
    expect(sortie).toContain('colonne.reception, colonne.reponse');
    expect(lance('aide').sortie).toContain('aide [reglages]');
  });
  test.each([['aide'], ['--aide'], ['-h'], []])('%s montre l’aide', (...args) => {
    const { code, sortie } = lance(...args.filter(Boolean));
    expect(code).toBe(0);
    expect(sortie).toContain('classeur-plus analyser FICHIER');
  });
});

describe('une mauvaise commande dit pourquoi, code 2 ; un fichier qui manque, code 1', () => {
  test.each([
    [['analyser'], 2, 'au moins un fichier'],
    [['analyser', 'registre.csv', '--au', '32/13/2026'], 2, '--au attend une date'],
    [['analyser', 'registre.csv', '--inconnue'], 2, '--inconnue'],
    [['analyser', 'registre.csv', '--reglage', 'denominateur'], 2, 'clef=valeur'],
    [['analyser', 'registre.csv', '--reglage', 'denominateur=tout'], 2, 'cohorte, echus, tous'],
    [['analyser', 'registre.csv', '--reglage', 'couleur=bleu'], 2, '« couleur » n’existe pas'],
    [['analyser', 'registre.csv', '--reglage', 'colonne.couleur=B'], 2, '« couleur » n’existe pas'],
    [['analyser', 'registre.csv', '--reglage', 'zone=Bretagne'], 2, 'Alsace-Moselle'],
    [['analyser', 'registre.csv', '--reglage', 'colonne.Date=B'], 2, 'Choisissez parmi : reception, reponse'],
    [['analyser', 'registre.csv', '--reglage', 'toString=1'], 2, '« toString » n’existe pas'],
    [['analyser', 'registre.csv', '--reglage', 'constructor=1'], 2, '« constructor » n’existe pas'],
    [['analyser', 'registre.csv', '--reglage', '__proto__=1'], 2, '« __proto__ » n’existe pas'],
    [['analyser', 'registre.csv', '--reglage', 'delaiParDefaut=99999', '--reglage', 'unite=ouvres'], 2, '« delaiParDefaut » ne peut pas valoir « 99999 »'],
    [['analyser', 'registre.csv', '--reglage', 'alerteAvant=123456'], 2, 'un nombre entier de 0 à 3650'],
    [['analyser', 'registre.csv', '--reglage', 'canal=guichet'], 2, 'courrier, courriel, tous'],
    [['analyser', 'registre.csv', '--reglage', 'colonne.reception=ZZZ'], 2, 'aucune feuille n’a de colonne ZZZ'],
    [['analyser', 'registre.csv', '--au', '9999-12-31'], 2, '--au attend une date de 1950 à 2099'],
    [['analyser', 'registre.csv', '--au', '1949-12-31'], 2, '--au attend une date de 1950 à 2099'],
    [['analyser', 'registre.csv', '-o', 'x.xlsx'], 2, 'analyser n’a pas d’option --sortie'],
    [['analyser', 'registre.csv', '--sur-place'], 2, 'analyser n’a pas d’option --sur-place'],
    [['analyser', 'registre.csv', '--demandes'], 2, 'ajoutez --json'],
    [['produire', 'resultats', 'registre.csv', '--json'], 2, 'produire n’a pas d’option --json'],
    [['produire', 'resultats', 'registre.csv', '--feuille', 'Autre'], 2, 'pas de feuille « Autre »'],
    [['produire', 'resultats', 'registre.csv', '--apercu', '--sur-place'], 2, '--apercu n’écrit rien'],
    [['fonctions', 'TAUX_REPONSE'], 2, 'fonctions n’attend rien'],
    [['fonctions', '--au', '2026-01-01'], 2, 'fonctions n’a pas d’option --au'],
    [['aide', 'truc'], 2, 'aide reglages'],
    [['produire', 'affiche', 'registre.csv'], 2, 'produire attend ce qu’il faut produire (resultats, delais, grille, fiche, enregistrer, nouvelle-fiche, synthese, parametres, plan, mode-operatoire, controle, recherche, mention, copie, correspondance, consentements, traitements, analyse), puis un fichier'],
    [['produire', 'resultats', 'registre.csv', '--sur-place'], 2, 'Un .csv n’a qu’une feuille'],
    [['produire', 'resultats', 'registre.csv', '-o', 'x.pdf'], 2, '.xlsx'],
    [['danser'], 2, '« danser » n’existe pas'],
    [['analyser', 'absent.xlsx'], 1, '« absent.xlsx » n’existe pas'],
    [['produire', 'resultats', 'absent.xlsx'], 1, '« absent.xlsx » n’existe pas'],
    [['analyser', 'registre.csv', '--feuille', 'Autre'], 2, 'pas de feuille « Autre ». Choisissez parmi : registre.'],
  ])('%j', (args, attendu, phrase) => {
    pose('registre.csv');
    const { code, sortie, erreur } = lance(...args);
    expect({ code, sortie }).toEqual({ code: attendu, sortie: '' });
    expect(erreur).toContain(phrase);
    expect(erreur).not.toMatch(/\bat .*:\d+/);
  });
});
