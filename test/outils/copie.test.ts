// La copie pseudonymisée : ce qui part, ce qui se généralise, ce qui reste reconnaissable ; rien de ce qui désigne une personne n'y est.
import fc from 'fast-check';
import { copie, correspondance } from '../../src/outils/rgpd/copie';
import { departement, mois, tranche } from '../../src/outils/rgpd/generalise';
import { phraseSortes, sortes } from '../../src/outils/rgpd/sortes';
import type { Cellule } from '../../src/socle/cellule';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

const contexte = (saisies: Record<string, string> = {}) => ({ aujourdhui: deIso('2026-11-22')!, au: null, saisies });
const net = (texte: unknown): string => String(texte ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('Généraliser', () => {
  test.each<[number | null, string | null]>([[0, 'moins de 18 ans'], [17, 'moins de 18 ans'], [18, '18 à 24 ans'], [24.5, '18 à 24 ans'], [25, '25 à 34 ans'], [74, '65 à 74 ans'], [75, '75 ans et plus'], [104, '75 ans et plus'], [-1, null], [999, null], [null, null]])('%s ans : %s', (age, attendu) => expect(tranche(age)).toBe(attendu));
  test.each<[Cellule, string | null]>([['75011', '75'], [1000, '01'], ['01000', '01'], [69003, '69'], ['20000', '2A'], ['20199', '2A'], ['20200', '2B'], ['20620', '2B'], ['97400', '974'], ['98800', '988'], ['75 011', '75'], ['Paris', null], ['00100', null], ['1234567', null], [null, null]])('%s est dans le %s', (code, attendu) => expect(departement(code)).toBe(attendu));
  test.each<[Cellule, string | null]>([[deIso('2026-03-05')!, '03/2026'], ['05/03/2026', '03/2026'], ['5 mars 2026', '03/2026'], ['hier', null], [null, null]])('%s : %s', (date, attendu) => expect(mois(date)).toBe(attendu));
});

describe('Combien se ressemblent', () => {
  test.each<[readonly number[], readonly string[], string]>([
    [[1, 2, 2], ['Sexe', 'Âge'], 'En recoupant « Sexe », « Âge », 3 réponses sur 3 ressemblent à moins de 4 autres (k = 1), dont 1 seule de sa sorte : regroupez des valeurs, ou retirez une de ces colonnes avant de diffuser.'],
    [[1, 6, 6, 6, 6, 6, 6], ['Âge'], 'En recoupant « Âge », 1 réponse sur 7 ressemble à moins de 4 autres (k = 1), dont 1 seule de sa sorte : regroupez des valeurs, ou retirez une de ces colonnes avant de diffuser.'],
    [[5, 5, 5, 5, 5], ['Âge'], 'En recoupant « Âge », chaque réponse ressemble à au moins 4 autres (k = 5).'],
    [[2, 2], [], 'Aucune colonne ne semble, recoupée, désigner quelqu’un. Si c’est faux, nommez-les par le réglage « quasi ».'],
  ])('%j sur %j', (combien, titres, phrase) => expect(net(phraseSortes(combien, titres))).toBe(phrase));

  test('autant que l’on en compte une à une', () => fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('F', 'H', 'f', null), fc.constantFrom(1, 2, '1')), { maxLength: 40 }), (lignes) => {
    const meme = (a: unknown, b: unknown): boolean => String(a ?? '').toLowerCase() === String(b ?? '').toLowerCase();
    const attendu = lignes.map(([a, b]) => lignes.filter(([x, y]) => meme(a, x) && meme(b, y)).length);
    expect(sortes([lignes.map(([a]) => a), lignes.map(([, b]) => b)], lignes.length)).toEqual(attendu);
  }), { numRuns: plusCourt(500) }));
});

const TITRES = ['Id', 'Nom', 'Courriel', 'Date de réponse', 'Âge', 'Code postal', 'Sexe', 'Satisfaction', 'Remarques'];
const personne = (i: number): Cellule[] => [`U-${i}`, `Nom${i}`, `n${i}@exemple.fr`, deIso('2026-03-01')! + (i % 40), 20 + (i % 50), `${75 + (i % 2)}0${10 + (i % 9)}`, i % 2 === 0 ? 'Femme' : 'Homme', ['Satisfait', 'Insatisfait', 'Très satisfait'][i % 3]!, `Remarque numéro ${i} de Mme Nom${i}`];
const classeur = (n: number, consentements: readonly (readonly Cellule[])[] = []): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  const feuilles: [string, (readonly Cellule[])[]][] = [['Enquête', [TITRES, ...Array.from({ length: n }, (_, i) => personne(i))]]];
  if (consentements.length > 0) feuilles.push(['Consentements', [['Id répondant', 'Identité', 'Consentement', 'Date du consentement', 'Date de retrait'], ...consentements]]);
  for (const [nom, lignes] of feuilles) {
    c.ajoute(nom);
    lignes.forEach((ligne, i) => ligne.forEach((v, j) => v !== null && v !== '' && c.tape(nom, i + 1, j + 1, v)));
  }
  return c;
};
const lue = (c: ClasseurMemoire, nom: string): Cellule[][] => c.lis({ zones: [{ feuille: nom, ligne: 1, colonne: 1, lignes: 80, colonnes: 8 }] }).plages[0]! as Cellule[][];
const rangees = (plage: Cellule[][]): Cellule[][] => plage.slice(plage.findIndex(([a]) => a === 'Réponse')).filter(([a]) => a !== null && a !== '' && a !== undefined);

test('rien de ce qui désigne une personne n’y est ; le reste y est, mêlé', () => {
  const c = classeur(60);
  const source = (): string => JSON.stringify([...c.trouve('Enquête')!.cases]);
  const avant = source();
  conduis(copie.execute(contexte()), c);
  const plage = lue(c, 'Réponses pseudonymisées');
  const texte = net(JSON.stringify(plage));
  for (let i = 0; i < 60; i++) for (const secret of [`Nom${i}"`, `n${i}@exemple.fr`, `U-${i}"`, `Remarque numéro ${i} `]) expect(texte).not.toContain(secret);
  const [titres, ...lignes] = rangees(plage);
  expect(titres!.filter((v) => v)).toEqual(['Réponse', 'Date de réponse', 'Âge', 'Code postal', 'Sexe', 'Satisfaction']);
  expect(lignes).toHaveLength(60);
  const sans = (toutes: readonly (readonly Cellule[])[]): string[] => toutes.map((ligne) => JSON.stringify(ligne)).sort();
  expect(sans(lignes.map((ligne) => ligne.slice(1, 6)))).toEqual(sans(Array.from({ length: 60 }, (_, i) => personne(i)).map((p) => [mois(p[3]!), tranche(p[4] as number), departement(p[5]!), p[6]!, p[7]!])));
  expect(lignes.map((ligne) => ligne[0])).toEqual(Array.from({ length: 60 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`));
  // L'ordre d'origine ne s'y lit pas.
  expect(lignes.map((ligne) => ligne[4])).not.toEqual(Array.from({ length: 60 }, (_, i) => personne(i)[6]));
  expect(texte).toContain('Pseudonymisées, pas anonymes');
  expect(texte).toContain('Retiré : A « Id » (identifiant), B « Nom » (désigne des personnes), C « Courriel » (désigne des personnes), I « Remarques » (désigne des personnes).');
  expect(texte).toContain('Généralisé : D « Date de réponse » au mois, E « Âge » par tranche d’âge, F « Code postal » au département.');
  expect(source() === avant).toBe(true);
  // Refaite sans changement : rien n'est récrit.
  expect(conduis(copie.execute(contexte()), c).ecrit).toBe(false);
});

test('la table de correspondance retrouve chaque ligne, et dit combien lui ressemblent', () => {
  const c = classeur(30);
  conduis(copie.execute(contexte({ quasi: 'G' })), c);
  conduis(correspondance.execute(contexte({ quasi: 'G' })), c);
  const copiees = new Map(rangees(lue(c, 'Réponses pseudonymisées')).slice(1).map((ligne) => [ligne[0], ligne]));
  for (const [pseudonyme, ou, combien] of rangees(lue(c, 'Correspondance')).slice(1)) {
    const origine = personne(Number(/A(\d+)$/.exec(String(ou))![1]) - 2);
    expect([copiees.get(pseudonyme!)![4], copiees.get(pseudonyme!)![5], combien]).toEqual([origine[6], origine[7], 15]);
  }
});

test('une réponse dont l’accord est retiré n’y est pas, et c’est dit', () => {
  const c = classeur(12, Array.from({ length: 12 }, (_, i) => [`U-${i}`, `Nom${i}`, 'Oui', deIso('2026-02-01')!, i === 3 ? deIso('2026-04-01')! : null]));
  c.memoire.set('rgpd', '{"v":1,"saisies":{"feuilleReponses":"Enquête"}}');
  conduis(copie.execute(contexte()), c);
  const plage = lue(c, 'Réponses pseudonymisées');
  expect(rangees(plage).slice(1)).toHaveLength(11);
  expect(net(JSON.stringify(plage))).toContain('11 réponses — Filtre(s) éventuel(s) : 1 réponse exclue (accord retiré ou refusé)');
});

test.each<[string, Record<string, string>, () => ClasseurMemoire, string]>([
  ['une colonne qui n’y est pas', { quasi: 'B' }, () => classeur(6), 'La copie n’a pas de colonne « B »'],
  ['aucune enquête', {}, () => { const c = new ClasseurMemoire(); c.ajoute('Budget'); c.tape('Budget', 1, 1, 12); return c; }, 'Aucune feuille ne ressemble à une enquête'],
])('%s : une phrase', (_, saisies, c, phrase) => expect(() => conduis(copie.execute(contexte(saisies)), c())).toThrow(phrase));

test('les réponses libres ne sont gardées que si on le demande, et jamais celles qui nomment quelqu’un', () => {
  const c = classeur(25);
  Array.from({ length: 25 }, (_, i) => c.tape('Enquête', i + 2, 9, `Accueil correct numéro ${i * 7}`));
  conduis(copie.execute(contexte({ textesLibres: 'oui' })), c);
  expect(net(JSON.stringify(lue(c, 'Réponses pseudonymisées')))).toContain('Accueil correct numéro 7');
});
