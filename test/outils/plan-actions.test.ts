// Le plan d'actions : statuts, échéances et numéros comme les gens les écrivent, puis un plan en désordre, et sa synthèse.
import { analyse, type AnalysePlan } from '../../src/outils/plan-actions/analyse';
import { lisEcheance } from '../../src/outils/plan-actions/echeances';
import { numeroSuivant } from '../../src/outils/plan-actions/numeros';
import { LIBELLES, lisStatut, STATUTS } from '../../src/outils/plan-actions/statuts';
import { synthese } from '../../src/outils/plan-actions/synthese';
import type { Cellule } from '../../src/socle/cellule';
import { fonctions } from '../../src/registre';
import { appelle } from '../../src/socle/fonction';
import { deIso, versIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

const AU = deIso('2026-11-22')!;

describe('Un statut se lit dans les mots de chacun', () => {
  test.each<[string, string]>([
    ...['Prévue', 'prévu', 'PREVUES', 'à faire', 'A faire', 'non commencé', 'Non démarrée', 'pas encore lancé', 'planned', 'à venir', 'reporté', 'Reportée à 2027', '0 %'].map((mot): [string, string] => [mot, 'Prévue']),
    ...['En cours', 'en  cours', 'WIP', 'in progress', 'suspendu', 'En attente du budget', 'commencé', 'démarrée', 'partiellement fait', '40 %', '40%'].map((mot): [string, string] => [mot, 'En cours']),
    ...['Terminée', 'terminé', 'Fait', 'clos', 'Clôturée', 'réalisé', 'done', '100 %', 'Achevé'].map((mot): [string, string] => [mot, 'Terminée']),
    ...['Abandonnée', 'abandon', 'annulé', 'Annulée', 'sans suite'].map((mot): [string, string] => [mot, 'Abandonnée']),
  ])('« %s » : %s', (mot, attendu) => expect(LIBELLES[lisStatut(mot)!]).toBe(attendu));
  test.each([0.4, 40])('une part de %s : en cours', (part) => expect(lisStatut(part)).toBe('en-cours'));
  test.each([1, 100])('une part de %s : terminée', (part) => expect(lisStatut(part)).toBe('terminee'));
  test.each([null, '', '  ', 0])('une cellule vide (%p) ne dit rien', (vide) => expect(lisStatut(vide)).toBe(null));
  test.each<[string, string]>([['Réalisé à 40 %', 'en-cours'], ['Terminé à 80 %', 'en-cours'], ['Terminé à 100 %', 'terminee'], ['fait partiellement', 'en-cours'], ['Clôture prévue en décembre', 'en-cours'], ['40 % réalisé', 'en-cours'], ['Abandonné à 40 %', 'abandonnee'], ['Réalisé comme prévu', 'terminee'], ['Terminé le 3 (prévu le 15)', 'terminee']])('« %s » : %s', (mot, statut) => expect(lisStatut(mot)).toBe(statut));
  test.each(['peut-être', 'voir Paul', '?!x', true, 140])('« %s » n’est pas un statut', (mot) => expect(lisStatut(mot)).toBe(undefined));
  test('quatre statuts', () => expect(STATUTS.map((s) => LIBELLES[s])).toEqual(['Prévue', 'En cours', 'Terminée', 'Abandonnée']));
});

describe('Une échéance sans jour vaut le dernier jour', () => {
  test.each([
    ['31/12/2026', '2026-12-31'], ['oct-15', '2015-10-31'], ['Oct. 2026', '2026-10-31'], ['T3 2026', '2026-09-30'], ['3e trimestre 2026', '2026-09-30'], ['1er trimestre 2027', '2027-03-31'], ['S1 2027', '2027-06-30'],
    ['2e semestre 2026', '2026-12-31'], ['fin juin', '2026-06-30'], ['fin février 2028', '2028-02-29'], ['juin 2027', '2027-06-30'], ['mi-mars 2026', '2026-03-31'], ['10/2026', '2026-10-31'], ['2026-02', '2026-02-28'], ['fin 2026', '2026-12-31'], ['2027', '2027-12-31'], ['15 mars', '2026-03-15'],
    ['de janvier à mars 2026', '2026-03-31'], ['T1-T2 2027', '2027-06-30'], ['T1 2027 à T3 2027', '2027-09-30'], ['mars 2026 (initialement juin)', '2026-03-31'], ['mars au lieu de juin', '2026-03-31'], ['T1 au lieu de T2 2027', '2027-03-31'], ['sept. 2026', '2026-09-30'], ['déc 2026', '2026-12-31'],
  ])('« %s » : %s', (texte, attendu) => expect(versIso(lisEcheance(texte, 2026)!)).toBe(attendu));
  test.each(['', '  ', null, 0, 'permanent', 'en continu', 'sans échéance', 'à définir'])('« %s » : sans échéance', (texte) => expect(lisEcheance(texte, 2026)).toBe(null));
  test.each(['un jour', 'dès que possible', '45/60/2026', 'réf. A-12', 'à décider', 'selon décision du maire', 'après la maintenance', 'Marseille 2027', true])('« %s » n’en est pas une', (texte) => expect(lisEcheance(texte, 2026)).toBe(undefined));
});

describe('Le numéro suivant garde la façon du plan', () => {
  test.each<[unknown[], number | null, string | number]>([
    [[1, 2, 3], null, 4], [['N°', 1, 2], null, 3], [['A1', 'A2'], null, 'A3'], [['ACC-007', 'ACC-009'], null, 'ACC-010'], [['09', '10'], null, '11'], [['99'], null, '100'],
    [['2025-07', '2026-01', '2026-02'], AU, '2026-03'], [['2025-07'], AU, '2026-01'], [['2025-07'], null, '2025-08'], [['F2025/03'], AU, 'F2026/01'], [[], AU, '2026-01'], [[], null, '01'], [['', null, 0], null, '01'], [['ACC-007', 0, ''], null, 'ACC-008'],
  ])('%p au %p : %p', (numeros, au, attendu) => expect(numeroSuivant(numeros, au)).toBe(attendu));
});

describe('Les refus des fonctions', () => {
  const f = (nom: string, ...args: unknown[]): unknown => appelle(fonctions.find((une) => une.nom === nom)!, args);
  test.each<[string, unknown[], string]>([
    ['STATUT_ACTION', ['', '', '', ''], 'STATUT_ACTION a besoin de la date « au ». Écrivez par exemple AUJOURDHUI().'],
    ['STATUT_ACTION', ['', '', '', '22/11/2026', 'peut-être'], 'STATUT_ACTION : « peut-être » n’est pas un statut. Écrivez « prévue », « en cours », « terminée » ou « abandonnée ».'],
    ['RETARD_ACTION', ['un jour', '', '22/11/2026'], 'RETARD_ACTION, « fin_prevue » : « un jour » n’est pas une échéance. Écrivez une date, ou un mois comme « juin 2026 » ou « T3 2026 ».'],
    ['AVANCEMENT_PLAN', [[['fait'], ['voir Paul']]], 'AVANCEMENT_PLAN, cellule 2 de « statuts » : « voir Paul » n’est pas un statut. Écrivez « prévue », « en cours », « terminée » ou « abandonnée ».'],
  ])('%s %p', (nom, args, phrase) => expect(() => f(nom, ...args)).toThrow(phrase));
  test('un titre de colonne et des vides ne comptent pas', () => expect(f('AVANCEMENT_PLAN', [['Avancement du plan'], ['fait'], [0], [''], ['en cours']])).toBe(0.5));
});

const plan = (...lignes: readonly (readonly Cellule[])[]): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Notes');
  c.ajoute('Plan 2026');
  c.tape('Plan 2026', 1, 1, 'Plan d’actions de la mairie de Valombre');
  ['N° fiche', 'Engagement', 'Action', 'Pilote', 'Échéance', 'État d’avancement', 'Fin réelle', 'Priorité'].forEach((titre, j) => c.tape('Plan 2026', 3, j + 1, titre));
  lignes.forEach((ligne, i) => ligne.forEach((v, j) => v !== '' && c.tape('Plan 2026', i + 4, j + 1, v)));
  return c;
};
const LIGNES: readonly (readonly Cellule[])[] = [
  ['2026-01', 'Accueil', 'Afficher les horaires', 'Mme Roux', 'oct-26', 'en cours', '', '1'],
  ['2026-02', 'Accueil', 'Former deux agents', 'M. Petit ; Mme Roux', 'T4 2026', 'à faire', '', '2'],
  ['2026-03', 'Délais', 'Relire les modèles de réponse', 'Mme Roux', 'fin juin', 'Réalisé', '12/07/2026', '1'],
  ['2026-04', 'Délais', 'Suivre les retards chaque semaine', 'M. Petit', '25/11/2026', '40 %', '', 'Haute'],
  ['2026-04', 'Écoute', 'Comité d’usagers', '', '', 'annulé', '', ''],
  ['2026-06', 'Écoute', 'Boîte à idées', 'M. Petit', 'un jour', 'peut-être', '', ''],
  ['Total', '', '', '', '', '', '', ''],
];
const contexte = (saisies: Record<string, string> = {}) => ({ aujourdhui: AU, au: null, saisies });
const lis = (c: ClasseurMemoire, saisies: Record<string, string> = {}): AnalysePlan => conduis(analyse(contexte(saisies)), c);

describe('Un plan en désordre', () => {
  const lu = lis(plan(...LIGNES));
  test('ses colonnes sont reconnues dans ses mots', () => expect(lu.feuilles[0]!.colonnes).toEqual({ numero: 'A', engagement: 'B', libelle: 'C', responsable: 'D', finPrevue: 'E', statut: 'F', finReelle: 'G', priorite: 'H' }));
  test('ses actions, leurs responsables, leurs statuts', () => expect(lu.plan!.actions.map(({ ligne, statut, responsables, retard }) => [ligne, statut, responsables.join('+'), retard])).toEqual([
    [4, 'en-cours', 'Mme Roux', 22], [5, 'prevue', 'M. Petit+Mme Roux', 0], [6, 'terminee', 'Mme Roux', 12], [7, 'en-cours', 'M. Petit', 0], [8, 'abandonnee', '', null], [9, 'prevue', 'M. Petit', null],
  ]));
  test('ce qui est en retard ou arrive à échéance', () => expect(lu.alertes.map(({ adresse, identifiant, alerte, limite }) => [adresse, identifiant, alerte, limite])).toEqual([
    ['Plan 2026!E4', '2026-01 · Afficher les horaires', 'En retard de 22 jours', '2026-10-31'], ['Plan 2026!E7', '2026-04 · Suivre les retards chaque semaine', 'À échéance dans 3 jours', '2026-11-25'],
  ]));
  test('chaque chiffre porte ses effectifs', () => expect(lu.indicateurs.map(({ id, numerateur, denominateur }) => `${id} ${numerateur}/${denominateur}`)).toEqual(['avancement 1/5', 'en-cours 2/5', 'en-retard 1/4', 'a-echeance 1/4', 'sans-echeance 1/4']));
  test('ce qui est à vérifier, cellule par cellule', () => expect(lu.anomalies.map(({ adresse, message }) => `${adresse} ${message.split('.')[0]}`)).toEqual([
    'Plan 2026!A8 Le numéro « 2026-04 » est déjà celui de la ligne 7',
    'Plan 2026!E9 « un jour » n’est pas une échéance reconnue : l’action compte comme sans échéance',
    'Plan 2026!F9 Statut « peut-être » inconnu : celui que disent les dates est pris',
  ]));
  test('le résumé s’accorde', () => expect(lu.phrases).toEqual(['6 actions : 2 prévues, 2 en cours, 1 terminée, 1 abandonnée.']));
  test('une colonne mal reconnue se désigne', () => expect(lis(plan(...LIGNES), { 'colonne.priorite': '-', 'colonne.origine': 'H' }).feuilles[0]!.colonnes).toMatchObject({ origine: 'H' }));
  test('une feuille qui n’existe pas est refusée', () => expect(() => lis(plan(...LIGNES), { feuille: 'Budget' })).toThrow('Le classeur n’a pas de feuille « Budget ». Choisissez parmi : Notes, Plan 2026.'));
  test('un registre de demandes n’est pas un plan', () => {
    const c = new ClasseurMemoire();
    c.ajoute('Suivi');
    ['N°', 'Date de réception', 'Canal', 'Date de réponse', 'Agent'].forEach((titre, j) => c.tape('Suivi', 1, j + 1, titre));
    c.tape('Suivi', 2, 2, 46000);
    expect(lis(c).plan).toBe(null);
  });
});

describe('L’onglet Synthèse', () => {
  test('s’écrit, puis ne se réécrit pas ; le plan ne change pas', () => {
    const c = plan(...LIGNES);
    const avant = c.trouve('Plan 2026');
    expect(conduis(synthese.execute(contexte()), c)).toMatchObject({ message: 'L’onglet « Synthèse » est créé.', ecrit: true });
    expect(conduis(synthese.execute(contexte()), c)).toMatchObject({ ecrit: false });
    expect(c.trouve('Plan 2026')).toBe(avant);
  });
  test('sans plan, dit que faire', () => {
    const c = new ClasseurMemoire();
    c.ajoute('Stocks');
    expect(() => conduis(synthese.execute(contexte()), c)).toThrow('Aucune feuille ne ressemble à un plan d’actions. Choisissez sa feuille par le réglage « feuille ».');
  });
});
