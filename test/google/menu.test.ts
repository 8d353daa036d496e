// Le menu « Classeur+ » et ce qu'il fait, sur notre lot compilé.
import { outils } from '../../src/registre';
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { nouveauDomaine } from '../hotes/google/domaine';
import { placeDe } from '../../src/outils/plan-actions/feuille-fiche';
import { clef } from '../hotes/classeur-memoire';
import { tapePlan } from '../outils/plan-de-valombre';
import { TITRES, tapeRegistre } from './registre';

const avecRegistre = (): ClasseurGoogle => tapeRegistre(new ClasseurGoogle());

/** Chaque geste est une exécution : un domaine neuf. */
const lance = (c: ClasseurGoogle, nom: string, ...args: readonly unknown[]): unknown => nouveauDomaine(c).appelle(nom, ...args);

test.each(['onOpen', 'onInstall'])('%s pose le menu avant toute autorisation, sans lire le classeur', (declencheur) => {
  const c = avecRegistre();
  c.autorisation = 'aucune';
  lance(c, declencheur, { authMode: 'NONE' });
  expect(c.ecran.menus.map(({ titre }) => titre)).toEqual(['Classeur+']);
  expect(c.ecran.menus[0]!.entrees.map((entree) => entree?.[0] ?? null)).toEqual(['Suivre mes délais', null, ...outils.flatMap(({ nomMenu, commandes }) => commandes.map(({ titre }) => (commandes.length === 1 ? `Générer : ${titre}` : `${nomMenu} › ${titre}`))), null, 'Diagnostic', 'Aide']);
});

test('chaque entrée du menu nomme une fonction de premier niveau', () => {
  const c = avecRegistre();
  lance(c, 'onOpen');
  for (const entree of c.ecran.menus[0]!.entrees) if (entree !== null) expect([entree[1], nouveauDomaine(c).evalue(`typeof ${entree[1]}`)]).toEqual([entree[1], 'function']);
});

test('« Suivre mes délais » ouvre le volet', () => {
  const c = avecRegistre();
  lance(c, 'ouvreLeVolet');
  expect(c.ecran.volets).toEqual([{ fichier: 'volet', titre: 'Classeur+' }]);
});

describe('« Générer : Onglet Résultats »', () => {
  const generer = (c: ClasseurGoogle): unknown => lance(c, 'commande_demandes_ecrites_resultats');

  test('dit ce qui va être écrit, puis l’écrit et le montre', () => {
    const c = avecRegistre();
    c.ecran.reponses.push('OK');
    generer(c);
    expect(c.ecran.alertes[0]).toMatch(/^Onglet Résultats : • .*Continuer \?$/s);
    expect(c.ecran.alertes[1]).toBe('Classeur+ : L’onglet « Résultats » est créé.');
    expect(c.feuilles.map(({ nom }) => nom)).toEqual(['Suivi', 'Résultats']);
    expect(c.vue(c.active!).nom).toBe('Résultats');
    expect(c.verrouPris).toBe(false);
  });

  test('n’écrit rien quand la personne renonce', () => {
    const c = avecRegistre();
    c.ecran.reponses.push('CANCEL');
    generer(c);
    expect(c.feuilles.map(({ nom }) => nom)).toEqual(['Suivi']);
    expect(c.ecran.alertes).toHaveLength(1);
  });

  test('ne propose rien quand tout est à jour', () => {
    const c = avecRegistre();
    c.ecran.reponses.push('OK');
    generer(c);
    c.ecran.alertes.length = 0;
    generer(c);
    expect(c.ecran.alertes).toEqual([expect.stringContaining('déjà à jour')]);
  });

  test('attend son tour : un autre calcul tient le classeur', () => {
    const c = avecRegistre();
    c.ecran.reponses.push('OK');
    c.verrouPris = true;
    generer(c);
    expect(c.ecran.alertes[1]).toBe('Classeur+ : Un autre calcul est en cours. Attendez qu’il finisse, puis recommencez.');
    expect(c.feuilles.map(({ nom }) => nom)).toEqual(['Suivi']);
  });

  test('sans registre, dit quoi faire', () => {
    const c = new ClasseurGoogle();
    c.ajoute('Feuille 1');
    generer(c);
    expect(c.ecran.alertes).toEqual([expect.stringContaining('Aucun registre de demandes reconnu dans ce classeur')]);
  });
});

test('une ligne choisie, sa fiche ; la fiche remplie, le plan', () => {
  const c = tapePlan(new ClasseurGoogle());
  const UNE = 'Fiche n° 2026-01';
  const objectif = placeDe('objectif');
  c.ecran.cellule = { feuille: 'Plan', ligne: 2, colonne: 2 };
  c.ecran.reponses.push('OK');
  lance(c, 'commande_plan_actions_fiche');
  expect(c.ecran.alertes.at(-1)).toBe(`Classeur+ : L’onglet « ${UNE} » est créé.`);
  expect(c.vue(c.active!).nom).toBe(UNE);
  c.tape(UNE, objectif.ligne, objectif.colonne, 'Diviser les appels par deux');
  const avant = [...c.trouve('Plan')!.cases];
  c.ecran.cellule = { feuille: UNE, ligne: 1, colonne: 1 };
  c.ecran.reponses.push('OK');
  lance(c, 'commande_plan_actions_enregistrer');
  expect(c.ecran.alertes.at(-1)).toBe('Classeur+ : L’action 2026-01 est à jour dans « Plan » (Objectif).');
  const apres = [...c.trouve('Plan')!.cases];
  expect(apres.filter(([k, { v }]) => avant.find(([autre]) => autre === k)?.[1].v !== v).map(([k, { v }]) => [k, v])).toEqual([[clef(2, 6), 'Diviser les appels par deux']]);
  c.ecran.alertes.length = 0;
  lance(c, 'commande_plan_actions_fiche');
  expect(c.ecran.alertes).toEqual([expect.stringContaining('est déjà à jour')]);
  expect(c.trouve(UNE)!.cases.get(clef(objectif.ligne, objectif.colonne))!.v).toBe('Diviser les appels par deux');
});

test('« Diagnostic » essaie chaque cas dans un onglet à nous, et le refait à la même place', () => {
  const c = avecRegistre();
  for (let passage = 0; passage < 2; passage++) {
    c.ecran.reponses.push('OK');
    lance(c, 'ouvreLeDiagnostic');
    expect(c.ecran.alertes.at(-1)).toMatch(/^Classeur\+ : 16 cas tenus sur 16\. /);
    expect(c.feuilles.map(({ nom }) => nom)).toEqual(['Suivi', 'Diagnostic Classeur+']);
  }
  // Il ne reste de ses essais que la clef du passage qui a écrit l'onglet (src/socle/ecriture/passage.ts).
  expect(Object.keys(c.lis({}).memoire)).toEqual([expect.stringMatching(/^passage\.diagnostic\./)]);
});

test('« Aide » donne chaque fonction dans sa forme française', () => {
  const c = avecRegistre();
  lance(c, 'ouvreAide');
  expect(c.ecran.alertes[0]).toContain('=TAUX_REPONSE(receptions; reponses; [moins_de]; [au]; [mode])');
  expect(c.ecran.alertes[0]).toContain('Projet libre, sans lien avec l’administration.');
});

describe('le guichet du volet', () => {
  const demande = (c: ClasseurGoogle, d: object): { genre: string; message?: string } => JSON.parse(lance(c, 'demandeDuVolet', JSON.stringify(d)) as string) as never;

  test('ouvre : tout en un aller-retour', () => {
    const reponse = demande(avecRegistre(), { genre: 'ouvre' }) as unknown as { genre: string; outils: { id: string; analyse: { feuilles: { feuille: string }[] } | null }[] };
    expect(reponse.genre).toBe('ouverture');
    expect(reponse.outils.find(({ id }) => id === 'demandes-ecrites')!.analyse!.feuilles[0]!.feuille).toBe('Suivi');
  });

  test('exécute sous verrou, lit sans', () => {
    const c = avecRegistre();
    c.verrouPris = true;
    expect(demande(c, { genre: 'ouvre' }).genre).toBe('ouverture');
    expect(demande(c, { genre: 'execute', outil: 'demandes-ecrites', commande: 'resultats' })).toMatchObject({ genre: 'refus', message: 'Un autre calcul est en cours. Attendez qu’il finisse, puis recommencez.' });
  });

  test('ne lève jamais, même pour une chaîne qui n’est pas du JSON', () => {
    expect(JSON.parse(lance(avecRegistre(), 'demandeDuVolet', '{') as string)).toMatchObject({ genre: 'refus' });
  });

  test.each([
    ['permission', 'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet', 'un seul compte'],
    ['permission, en français', 'Vous n’avez pas l’autorisation d’appeler setValues', 'un seul compte'],
    ['cellule protégée', 'You are trying to edit a protected cell or object.', 'protégée'],
    ['quota', 'Service invoked too many times for one day: spreadsheets.', 'Recommencez demain'],
    ['délai', 'Service Spreadsheets timed out while accessing document', 'Attendez un instant'],
    ['inconnu', 'Something nobody has seen', 'Le tableur a refusé une opération'],
  ])('un refus de Google devient une phrase : %s', (_, message, phrase) => {
    const c = avecRegistre();
    Object.defineProperty(c, 'fuseau', { get: () => { throw new Error(message); } });
    const reponse = demande(c, { genre: 'execute', outil: 'demandes-ecrites', commande: 'resultats' });
    expect(reponse.genre).toBe('refus');
    expect(reponse.message).toContain(phrase);
    expect(reponse.message).not.toContain(message);
    expect(c.verrouPris).toBe(false);
  });

  test('montre une cellule', () => {
    const c = avecRegistre();
    expect(JSON.parse(lance(c, 'vaDuVolet', 'Suivi!C4') as string)).toEqual({ fait: 'Suivi!C4' });
    expect(c.ecran.cellule).toEqual({ feuille: 'Suivi', ligne: 4, colonne: 3 });
    expect(JSON.parse(lance(c, 'vaDuVolet', 'Partie!C4') as string)).toEqual({ refus: 'La feuille « Partie » n’existe plus. Actualisez le volet.' });
    expect(JSON.parse(lance(c, 'vaDuVolet', 'Suivi!C4000') as string)).toEqual({ refus: 'La feuille « Suivi » n’a plus de cellule C4000. Actualisez le volet.' });
  });

  test('insère une formule dans une cellule vide, refuse une cellule remplie', () => {
    const c = avecRegistre();
    const formule = JSON.stringify({ fonction: 'TAUX_REPONSE', arguments: [{ genre: 'zone', zone: { feuille: 'Suivi', ligne: 2, colonne: 3, lignes: 3, colonnes: 1 }, fixe: false }, { genre: 'zone', zone: { feuille: 'Suivi', ligne: 2, colonne: 4, lignes: 3, colonnes: 1 }, fixe: false }, { genre: 'valeur', valeur: 15 }] });
    c.ecran.cellule = { feuille: 'Suivi', ligne: 1, colonne: 1 };
    expect(JSON.parse(lance(c, 'insereDuVolet', formule) as string)).toEqual({ refus: 'Suivi!A1 : La cellule n’est pas vide ; rien n’a été changé. Choisissez une cellule vide, puis recommencez.' });
    c.ecran.cellule = { feuille: 'Suivi', ligne: 1, colonne: TITRES.length + 2 };
    expect(JSON.parse(lance(c, 'insereDuVolet', formule) as string)).toEqual({ fait: 'Suivi!G1' });
    expect(c.lis({ zones: [{ feuille: 'Suivi', ligne: 1, colonne: 7, lignes: 1, colonnes: 1 }] }).plages[0]![0]![0]).toBe("=TAUX_REPONSE('Suivi'!C2:C4;'Suivi'!D2:D4;15)");
  });
});
