// « Exclure des calculs » : les réponses sans accord valable ne comptent plus dans l'analyse, et chaque phrase le dit.
import { analyse } from '../../src/outils/analyse/analyse';
import { ongletAnalyse } from '../../src/outils/analyse/onglet-analyse';
import type { Cellule } from '../../src/socle/cellule';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';

const REPONSES: readonly (readonly Cellule[])[] = [
  ['Identifiant', 'Date de réponse', 'Satisfaction', 'Note'],
  ['R1', '05/03/2026', 'Satisfait', 8], ['R2', '05/03/2026', 'Insatisfait', 2], ['R3', '06/03/2026', 'Satisfait', 10], ['R4', '06/03/2026', 'Insatisfait', 1], ['R5', '07/03/2026', 'Satisfait', 9], ['R6', '07/03/2026', 'Satisfait', 7],
];
const CONSENTEMENTS: readonly (readonly Cellule[])[] = [
  ['Id répondant', 'Identité', 'Consentement', 'Date du consentement', 'Date de retrait'],
  ['R1', 'A', 'Oui', '01/03/2026', ''], ['R2', 'B', 'Oui', '01/03/2026', '10/04/2026'], ['R3', 'C', 'Oui', '', ''], ['R4', 'D', 'Non', '01/03/2026', ''], ['R5', 'E', 'Oui', '01/03/2026', ''],
];
const classeur = (avecRegistre = true): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  for (const [nom, lignes] of [['Enquête 2026', REPONSES], ...(avecRegistre ? [['Consentements', CONSENTEMENTS] as const] : [])] as const) {
    c.ajoute(nom);
    lignes.forEach((ligne, i) => ligne.forEach((v, j) => v !== '' && c.tape(nom, i + 1, j + 1, v)));
  }
  c.memoire.set('rgpd', '{"v":1,"saisies":{"feuilleReponses":"Enquête 2026"}}');
  return c;
};
const contexte = (exclure?: string) => ({ aujourdhui: deIso('2026-11-22')!, au: null, saisies: { masque: '0', ...(exclure === undefined ? {} : { exclure }) } });
const note = (c: ClasseurMemoire, exclure?: string) => conduis(analyse(contexte(exclure)), c).indicateurs.find(({ id }) => id === 'moyenne-D');

test.each<[string | undefined, number, number, string]>([
  [undefined, 37 / 6, 6, 'aucun'],
  ['aucune', 37 / 6, 6, 'aucun'],
  ['retirees', 34 / 4, 4, 'sans les réponses à exclure (accord retiré ou refusé)'],
  // R3 n'a pas de date, R6 aucune preuve : l'enquête entière se réduit à R1 et R5.
  ['sans-preuve', 17 / 2, 2, 'sans les réponses à exclure (preuve de consentement incomplète)'],
])('exclure %s : moyenne %d sur %i, « %s »', (exclure, valeur, n, filtres) => expect(note(classeur(), exclure)).toMatchObject({ valeur, denominateur: n, filtres }));

test('combien sont exclues se dit, et la règle est la même d’un classeur à l’autre', () => {
  const { phrases, indicateurs } = conduis(analyse(contexte('retirees')), classeur());
  expect(phrases[0]).toBe('2 réponses exclues (accord retiré ou refusé).');
  expect(indicateurs.every(({ filtres }) => !/\d/.test(filtres))).toBe(true);
});

test('l’onglet Analyse le dit en tête', () => {
  const c = classeur();
  conduis(ongletAnalyse.execute(contexte('retirees')), c);
  const textes = [...c.trouve('Analyse')!.cases.values()].map(({ v }) => String(v));
  expect(textes.find((texte) => texte.includes('Filtre'))).toMatch(/4.réponses.*Filtre\(s\) éventuel\(s\) : 2 réponses exclues \(accord retiré ou refusé\)/);
  expect(c.trouve('Enquête 2026')!.cases.get(clef(3, 4))?.v).toBe(2);
});

test('sans registre qui porte sur cette feuille, rien n’est exclu, et c’est dit', () => {
  const { anomalies, indicateurs } = conduis(analyse(contexte('retirees')), classeur(false));
  expect(indicateurs.find(({ id }) => id === 'moyenne-D')).toMatchObject({ denominateur: 6, filtres: 'aucun' });
  expect(anomalies[0]).toMatchObject({ gravite: 'avertissement', message: expect.stringContaining('Rien n’est exclu : aucun registre des consentements ne porte sur « Enquête 2026 »') });
});
