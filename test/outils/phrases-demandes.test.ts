// Ce qui se lit avec les chiffres : unités, zones, pluriels, règle des jours ouvrés.
import { analyseAvec, classeur } from './registres';

const LIGNES = ['1;courriel;30/04/2026;19/05/2026;;Nord', '2;courriel;30/04/2026;20/05/2026;;Nord'];
const definition = (id: string, saisies: Record<string, string>): string => analyseAvec(classeur(LIGNES), saisies).indicateurs.find((i) => i.id === id)?.definition ?? '';

describe('Une définition dit toujours en quels jours elle compte', () => {
  test.each([
    ['moins-de-8', {}, 'au plus 7 jours calendaires après la réception, parmi : demandes reçues depuis au moins 8 jours calendaires.'],
    ['moins-de-8', { unite: 'ouvres' }, 'au plus 7 jours ouvrés après la réception, parmi : demandes reçues depuis au moins 8 jours ouvrés.'],
    ['considere-non-repondu', { unite: 'ouvres' }, 'sans réponse depuis plus de 14 jours ouvrés'],
    ['en-retard', { unite: 'ouvres' }, 'sinon 14 jours ouvrés'],
    ['ar-conforme', { unite: 'ouvres' }, 'en 7 jours calendaires au plus (courriel)'],
    ['delai-moyen', { unite: 'ouvres' }, 'en jours ouvrés (zone Métropole), sur'],
    ['delai-moyen', { unite: 'jours-ouvrés', zone: 'la reunion', fermetures: '04/05/2026;05/05/2026' }, 'en jours ouvrés (zone La Réunion, 2 jours de fermeture), sur'],
    ['delai-moyen', {}, 'en jours calendaires, sur'],
    ['moins-de-1', { seuils: '1' }, 'au plus 0 jour calendaire après la réception, parmi : demandes reçues depuis au moins 1 jour calendaire.'],
  ])('%s avec %j : « %s »', (id, saisies, phrase) => expect(definition(id, saisies as unknown as Record<string, string>)).toContain(phrase));
});

test('« moins de 1 jour » s’accorde', () => expect(analyseAvec(classeur(LIGNES), { seuils: '1' }).indicateurs[0]?.libelle).toBe('Répondu en moins de 1 jour'));

test('la règle des 10 jours ouvrés est rendue à part, en effectifs et en phrase', () => {
  const a = analyseAvec(classeur(LIGNES));
  expect(a.effectifs).toMatchObject({ 'ar-ouvres-conformes': 1, 'ar-ouvres-concernes': 2 });
  expect(a.phrases[1]).toMatch(/^Accusé de réception électronique en 10 jours ouvrés au plus \(.*R\. 112-11-2\) : 1\/2\.$/);
});

test.each([
  [{}, '2 lignes lues : 2 demandes comptées, 0 à corriger.'],
  [{ canal: 'courrier' }, '2 lignes lues : 0 demande comptée, 0 à corriger, 2 écartées par les filtres.'],
])('avec %j, les lignes lues font : « %s »', (saisies, phrase) => expect(analyseAvec(classeur(LIGNES), saisies as unknown as Record<string, string>).phrases[0]).toBe(phrase));

test('une seule demande s’accorde', () => expect(analyseAvec(classeur(LIGNES.slice(1))).phrases[0]).toBe('1 ligne lue : 1 demande comptée, 0 à corriger.'));

test('une date lointaine du registre nomme son année', () => {
  expect(analyseAvec(classeur(['1;courriel;12/03/2206;;;Nord'])).anomalies[0]).toEqual({ adresse: 'r!C2', gravite: 'erreur', message: 'L’année 2206 est invraisemblable. Vérifiez la date.' });
});

describe('Un réglage hors de bornes est refusé par son nom', () => {
  test.each([
    [{ delaiParDefaut: '99999' }, 'Le réglage « delaiParDefaut » ne peut pas valoir « 99999 ». Donnez un nombre entier de 1 à 3650.'],
    [{ arCourriel: '123456' }, 'un nombre entier de 0 à 3650'],
    [{ seuils: '8;99999' }, 'des nombres entiers de 1 à 3650'],
    [{ du: '31/12/9999' }, 'Donnez une date de 1950 à 2099'],
    [{ fermetures: '01/01/1800' }, 'Donnez une date de 1950 à 2099'],
    [{ 'colonne.Reception': 'C' }, 'La colonne « Reception » n’existe pas. Choisissez parmi : reception, reponse'],
    [{ constructor: '1' }, 'Le réglage « constructor » n’existe pas'],
  ])('%j', (saisies, phrase) => expect(() => analyseAvec(classeur(LIGNES), saisies as unknown as Record<string, string>)).toThrow(phrase));
  test('le plus long délai accepté se calcule encore en jours ouvrés', () => {
    expect(analyseAvec(classeur(['1;courriel;31/12/2099;;;Nord']), { unite: 'ouvres', delaiParDefaut: '3650' }).effectifs['lignes']).toBe(1);
  });
});
