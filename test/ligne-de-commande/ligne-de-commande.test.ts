// La ligne de commande compilée, comme une personne la lance : ce qui sort, ce qui est écrit, le code de sortie.
import { existsSync, readdirSync } from 'node:fs';
import { atelier } from './programme';

const { ici, lance, octets, pose, poseExemple } = atelier();

describe('produire resultats', () => {
  test('sans -o : une copie à côté, l’original ne change pas d’un octet', () => {
    const avant = octets(poseExemple());
    const { code, sortie } = lance('produire', 'resultats', 'registre.xlsx', '--au', '2026-11-22');
    expect(code).toBe(0);
    expect(sortie).toContain('registre-resultats.xlsx');
    expect(octets('registre.xlsx')).toBe(avant);
    lance('produire', 'resultats', 'registre.xlsx', '--au', '2026-11-22');
    expect(readdirSync(ici()).sort()).toEqual(['registre-resultats (2).xlsx', 'registre-resultats.xlsx', 'registre.xlsx']);
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
    expect([octets('registre.xlsx'), readdirSync(ici())]).toEqual([avant, ['registre.xlsx']]);
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
    expect([code, existsSync(ici('registre-resultats.xlsx'))]).toEqual([0, true]);
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
