// Créer une feuille à nous : sous un nom libre, et sans adopter l'onglet de quelqu'un d'autre après une coupure.
import { creeFeuille, fermeJournal, feuilleCommencee } from '../../src/socle/ecriture/creation';
import { lisMarque, type Marque } from '../../src/socle/ecriture/marque';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { HoteEnPanne } from '../hotes/pannes';

const NEUVE: Marque = { v: 1, genre: 'essai.rapport', etat: 'neuf', lignes: 0, colonnes: 0, empreinte: '' };
const JOURNAL = 'journal.essai.rapport';
const classeur = (...onglets: string[]): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  for (const nom of ['Registre', ...onglets]) c.ajoute(nom);
  return c;
};
const cree = (c: ClasseurMemoire): string => conduis(creeFeuille(c.lis({}), 'Résultats', NEUVE), c);
const marqueDe = (c: ClasseurMemoire, nom: string): Marque | null => lisMarque(c.lis({}).feuilles.find((f) => f.nom === nom)!.marque);

test.each<[string[], string]>([
  [[], 'Résultats'],
  [['Résultats'], 'Résultats (2)'],
  [['RÉSULTATS'], 'Résultats (2)'],
  [['résultats', 'RÉSULTATS (2)'], 'Résultats (3)'],
  [['Résultats (2)'], 'Résultats'],
])('à côté des onglets %j, la feuille s’appelle « %s »', (onglets, nom) => {
  const c = classeur(...onglets);
  expect(cree(c)).toBe(nom);
  expect(marqueDe(c, nom)).toEqual(NEUVE);
  for (const sien of onglets) expect(marqueDe(c, sien)).toBeNull();
});

/** Une création coupée après l'onglet, avant sa marque. */
const coupee = (): ClasseurMemoire => {
  const c = classeur();
  for (let k = 1; k < 10 && c.trouve('Résultats') === undefined; k++) {
    const essai = new HoteEnPanne(c, k, 'tué après');
    expect(() => conduis(creeFeuille(c.lis({}), 'Résultats', NEUVE), essai)).toThrow();
  }
  expect(c.trouve('Résultats')?.marque).toBeNull();
  return c;
};

test('l’onglet qu’une coupure a laissé sans marque est repris, aucun autre n’est créé', () => {
  const c = coupee();
  expect(feuilleCommencee(c.lis({}), 'essai.rapport')).toBe('Résultats');
  expect(cree(c)).toBe('Résultats');
  expect(marqueDe(c, 'Résultats')).toEqual(NEUVE);
  expect(c.feuilles.map(({ nom }) => nom)).toEqual(['Registre', 'Résultats']);
});

test.each<[string, (c: ClasseurMemoire) => void]>([
  ['quelqu’un y a écrit', (c) => c.tape('Résultats', 1, 1, 'à moi')],
  ['quelqu’un l’a protégé', (c) => void (c.pourEcrire('Résultats').protegee = true)],
  ['quelqu’un l’a renommé', (c) => void (c.pourEcrire('Résultats').nom = 'Bilan')],
  ['un autre outil l’a marqué', (c) => void (c.pourEcrire('Résultats').marque = 'autre')],
  ['le journal a disparu', (c) => void c.memoire.delete(JOURNAL)],
  ['le journal est illisible', (c) => void c.memoire.set(JOURNAL, '{')],
  ['le journal n’a pas de nom', (c) => void c.memoire.set(JOURNAL, '{"connues":["Registre"]}')],
  ['le journal ne dit pas ce qui existait avant', (c) => void c.memoire.set(JOURNAL, '{"nom":"Résultats","connues":"Registre"}')],
  ['le journal dit que l’onglet existait déjà', (c) => void c.memoire.set(JOURNAL, '{"nom":"Résultats","connues":["Registre","Résultats"]}')],
  ['le journal est celui d’un autre rapport', (c) => {
    c.memoire.set('journal.essai.autre', c.memoire.get(JOURNAL)!);
    c.memoire.delete(JOURNAL);
  }],
])('après une coupure, si %s, l’onglet n’est pas repris', (_, geste) => {
  const c = coupee();
  geste(c);
  expect(feuilleCommencee(c.lis({}), 'essai.rapport')).toBeNull();
});

test('le journal ouvert se ferme, une fois', () => {
  const c = coupee();
  expect(fermeJournal(c.lis({}).memoire, 'essai.autre')).toEqual([]);
  c.ecris(fermeJournal(c.lis({}).memoire, 'essai.rapport'));
  expect(c.memoire.has(JOURNAL)).toBe(false);
  expect(fermeJournal(c.lis({}).memoire, 'essai.rapport')).toEqual([]);
});
