// Les plages protégées d'un classeur Google : dites avant d'écrire, et si l'une arrive en pleine écriture, rien ne passe pour complet.
import { ecrisFiche, prevoisFiche } from '../../src/socle/ecriture/fiche';
import type { Fiche } from '../../src/socle/ecriture/fiche-examen';
import { ecrisListe } from '../../src/socle/ecriture/liste';
import type { Liste } from '../../src/socle/ecriture/liste-examen';
import { BANNIERE_INTERROMPUE } from '../../src/socle/ecriture/rapport-examen';
import { conduis } from '../../src/socle/suite';
import { versCellules } from '../../src/socle/ecriture/cellule-sure';
import { clef } from '../hotes/classeur-memoire';
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { nouveauDomaine } from '../hotes/google/domaine';
import { tapeRegistre } from './registre';

type Reponse = { readonly genre: string; readonly message?: string; readonly apercu?: { readonly verdict: string; readonly lignes: readonly { readonly phrase: string }[] } };
const demande = (c: ClasseurGoogle, d: object): Reponse => JSON.parse(nouveauDomaine(c).appelle('demandeDuVolet', JSON.stringify(d)) as string) as Reponse;
const RESULTATS = { outil: 'demandes-ecrites', commande: 'resultats' };
const AU = { au: '2026-11-22' };
const execute = (c: ClasseurGoogle, au: object = {}): Reponse => demande(c, { genre: 'execute', ...RESULTATS, ...au });
const avec = (): ClasseurGoogle => tapeRegistre(new ClasseurGoogle(), 40);
const cases = (c: ClasseurGoogle, nom: string): unknown => [...c.trouve(nom)!.cases].map(([k, { v }]) => [k, v]);
const banniere = (c: ClasseurGoogle): unknown => c.trouve('Résultats')!.cases.get(clef(2, 1))?.v;
const verrou = (ligne: number, colonne: number, lignes: number, colonnes: number) => ({ ligne, colonne, lignes, colonnes });
const BLOCS = ['setValues', 'clear', 'setNumberFormats', 'addDeveloperMetadata', 'setProperty', 'insertSheet'];

test('« Résultats » : l’aperçu et l’écriture nomment les cellules, et rien n’est écrit', () => {
  const c = avec();
  execute(c);
  c.pourEcrire('Résultats').verrous = [verrou(3, 2, 2, 1), verrou(900, 20, 5, 5)];
  const [feuille, memoire] = [cases(c, 'Résultats'), new Map(c.memoire)];
  c.compte.parNom.clear();
  const phrase = 'Résultats!B3 : Une protection vous interdit d’écrire en B3:B4 ; rien n’a été changé. Demandez ce droit à la personne qui l’a posée, puis recommencez.';
  expect(execute(c, AU)).toMatchObject({ genre: 'refus', message: phrase });
  expect(demande(c, { genre: 'prevois', ...RESULTATS, ...AU }).apercu).toMatchObject({ verdict: 'impossible', lignes: [{ phrase }] });
  expect([cases(c, 'Résultats'), c.memoire]).toEqual([feuille, memoire]);
  expect(BLOCS.filter((nom) => c.compte.parNom.has(nom))).toEqual([]);
});

test('une plage où l’on a le droit d’écrire, ou qui n’avertit que, n’arrête rien ; ni une plage à côté du rapport', () => {
  const c = avec();
  execute(c);
  c.annexe(c.trouve('Résultats')!.uid).sansEffet.push({ ...verrou(1, 1, 9, 9), avertit: true }, { ...verrou(1, 1, 9, 9), avertit: false });
  c.pourEcrire('Résultats').verrous = [verrou(900, 20, 5, 5)];
  expect(execute(c, AU)).toMatchObject({ genre: 'fait', ecrit: true });
});

test('une plage protégée du registre n’empêche pas de le lire', () => {
  const c = avec();
  c.pourEcrire('Suivi').verrous = [verrou(1, 1, 1000, 6)];
  expect(execute(c)).toMatchObject({ genre: 'fait', ecrit: true });
});

test.each([2, 3, 30])('protégée en pleine écriture à partir de la ligne %i : la feuille se dit incomplète, et la suite la finit', (ligne) => {
  const c = avec();
  execute(c);
  const registre = cases(c, 'Suivi');
  const pose = (la: ClasseurGoogle): void => void (la.pourEcrire('Résultats').verrous = [verrou(ligne, 1, 40, 20)]);
  // La personne qui protège arrive juste après nos vérifications, au moment où la marque se pose.
  const change = c.change.bind(c);
  c.change = (methode, pseudo, effet) => {
    if (methode === 'setValue' && c.trouve('Résultats')!.verrous.length === 0) pose(c);
    change(methode, pseudo, effet);
  };
  const reponse = execute(c, AU);
  c.change = change;
  expect(reponse).toMatchObject({ genre: 'refus', message: 'Une cellule ou une feuille protégée refuse l’écriture. Demandez à la personne qui l’a protégée, puis recommencez.' });
  expect(JSON.parse(c.trouve('Résultats')!.marque!)).toMatchObject({ etat: 'ecriture' });
  if (ligne > 2) expect(banniere(c)).toBe(BANNIERE_INTERROMPUE);
  expect(cases(c, 'Suivi')).toEqual(registre);
  c.pourEcrire('Résultats').verrous = [];
  expect(execute(c, AU)).toMatchObject({ genre: 'fait', ecrit: true });
  expect(banniere(c)).toBe('À jour au 22/11/2026');
});

describe('nos autres feuilles', () => {
  const liste = (prise: string): Liste => ({ genre: 'essai.liste', nom: 'Liste', banniere: 'Liste', titres: ['N°', 'Calcul', 'À vous'], colonneNumero: 1, calculees: [2], disparue: { colonne: 2, texte: 'disparue' }, lignes: [{ numero: 'A', valeurs: ['A', prise, null] }] });
  const fiche = (valeur: string): Fiche => ({ genre: 'essai.fiche', nom: 'Fiche', modele: [['', ''], ['Objectif', '']], largeur: 2, banniere: { ligne: 1, colonne: 1, texte: 'Fiche' }, habillage: () => [], cases: [{ clef: 'o', libelle: 'Objectif', ligne: 2, colonne: 2, valeur }] });

  test('une liste refuse quand une cellule à changer est protégée, pas quand c’est celle d’une personne', () => {
    const c = new ClasseurGoogle();
    c.ajoute('Autre');
    conduis(ecrisListe(liste('un')), c);
    c.pourEcrire('Liste').verrous = [verrou(3, 3, 9, 1)];
    expect(conduis(ecrisListe(liste('deux')), c)).toMatchObject({ ecrit: true });
    c.pourEcrire('Liste').verrous = [verrou(3, 2, 9, 1)];
    const avant = [cases(c, 'Liste'), c.trouve('Liste')!.marque];
    expect(() => conduis(ecrisListe(liste('trois')), c)).toThrow('Liste!B3 : Une protection vous interdit d’écrire en B3 ; rien n’a été changé.');
    expect([cases(c, 'Liste'), c.trouve('Liste')!.marque]).toEqual(avant);
  });

  test('une fiche refuse de même, dans l’aperçu et dans l’écriture', () => {
    const c = new ClasseurGoogle();
    c.ajoute('Autre');
    conduis(ecrisFiche(fiche('un')), c);
    c.pourEcrire('Fiche').verrous = [verrou(2, 2, 1, 1)];
    const phrase = 'Fiche!B2 : Une protection vous interdit d’écrire en B2 ; rien n’a été changé.';
    expect(() => conduis(ecrisFiche(fiche('deux')), c)).toThrow(phrase);
    expect(conduis(prevoisFiche(fiche('deux')), c).lignes[0]!.phrase).toContain(phrase);
    c.pourEcrire('Fiche').verrous = [verrou(2, 1, 1, 1)];
    expect(conduis(ecrisFiche(fiche('deux')), c)).toMatchObject({ ecrit: true });
  });
});

test('une écriture dans une plage protégée lève, comme chez Google, et n’en laisse rien', () => {
  const c = avec();
  c.pourEcrire('Suivi').verrous = [verrou(4, 2, 1, 1)];
  const avant = cases(c, 'Suivi');
  expect(() => c.ecris([{ genre: 'ecrire', feuille: 'Suivi', ligne: 3, colonne: 1, valeurs: versCellules([[1, 1], [1, 1]]) }])).toThrow(/protected cell/);
  expect(() => c.ecris([{ genre: 'vider', zone: { feuille: 'Suivi', ...verrou(4, 1, 1, 9) } }])).toThrow(/protected cell/);
  expect(cases(c, 'Suivi')).toEqual(avant);
});

test('insérer une formule dans une cellule protégée est refusé par une phrase', () => {
  const c = avec();
  c.pourEcrire('Suivi').verrous = [verrou(1, 20, 5, 1)];
  c.ecran.cellule = { feuille: 'Suivi', ligne: 1, colonne: 20 };
  const formule = JSON.stringify({ fonction: 'TAUX_REPONSE', arguments: [{ genre: 'valeur', valeur: 15 }] });
  expect(JSON.parse(nouveauDomaine(c).appelle('insereDuVolet', formule) as string)).toEqual({ refus: 'Suivi!T1 : Une protection vous interdit d’écrire dans cette cellule ; rien n’a été changé. Choisissez-en une autre, ou demandez ce droit à la personne qui l’a posée.' });
  expect(c.trouve('Suivi')!.cases.has(clef(1, 20))).toBe(false);
});

test('les protections se demandent une fois par lecture, et celles des plages avant d’écrire seulement', () => {
  const c = avec();
  execute(c);
  c.compte.parNom.clear();
  demande(c, { genre: 'ouvre' });
  const lectures = c.compte.parNom.get('getSheets')!;
  expect(c.compte.parNom.get('getProtections')).toBe(lectures);
});
