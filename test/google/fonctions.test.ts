// Les fonctions de feuille chez Google : les Date des cellules, dans tous les fuseaux, et ce que Google en montre.
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { nouveauDomaine, type Domaine } from '../hotes/google/domaine';
import { instantDe } from '../hotes/google/heures';

/** Le programme tourne dans le fuseau de ces essais, que npm test change ; le classeur, lui, est réglé ici. */
const CLASSEURS = ['Europe/Paris', 'Pacific/Noumea', 'America/Cayenne', 'Indian/Reunion', 'America/Miquelon', 'Pacific/Tahiti', 'UTC'];

const serie = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25569;

type Ouvert = { readonly c: ClasseurGoogle; readonly domaine: Domaine; date(jour: string | number): unknown; jourDe(date: unknown): number };
/** Une cellule de date telle que Google la donne : la Date de cette heure-là, dans le fuseau du classeur. */
const ouvre = (fuseau: string): Ouvert => {
  const c = new ClasseurGoogle();
  c.fuseau = fuseau;
  c.autorisation = 'formule';
  const domaine = nouveauDomaine(c);
  const date = domaine.evalue('(ms) => new Date(ms)') as (ms: number) => unknown;
  return {
    c, domaine,
    date: (jour) => date(instantDe(typeof jour === 'string' ? serie(jour) : jour, fuseau)),
    jourDe: (rendue) => {
      const ms = (rendue as Date).getTime();
      const jour = Math.round(ms / 86_400_000 + 25569);
      const trouve = [jour - 1, jour, jour + 1].find((candidat) => instantDe(candidat, fuseau) === ms);
      if (trouve === undefined) throw new Error(`${ms} n’est pas un minuit de ${fuseau}`);
      return trouve;
    },
  };
};

describe.each(CLASSEURS)('un classeur réglé sur %s', (fuseau) => {
  test('une date de cellule est le jour que la personne lit, été comme hiver', () => {
    const { domaine, date } = ouvre(fuseau);
    for (const [reception, reponse, delai] of [['2026-01-05', '2026-01-09', 4], ['2026-03-28', '2026-03-30', 2], ['2026-10-24', '2026-10-26', 2], ['2026-07-14', '2026-07-14', 0], ['2025-12-31', '2026-01-01', 1]] as const) {
      expect([reception, domaine.appelle('DELAI_REPONSE', date(reception), date(reponse))]).toEqual([reception, delai]);
    }
  });

  test('l’heure d’une cellule ne change pas son jour', () => {
    const { domaine, date } = ouvre(fuseau);
    const [tot, tard] = [date(serie('2026-05-11') + 1 / 1440), date(serie('2026-05-15') + 1439 / 1440)];
    expect(domaine.appelle('DELAI_REPONSE', tot, tard)).toBe(4);
    expect(domaine.appelle('TAUX_REPONSE', [[tot], [date('2026-05-12')]], [[tard], ['']], 5)).toBe(0.5);
  });

  test('une date rendue est minuit dans le classeur', () => {
    const { domaine, date, jourDe } = ouvre(fuseau);
    expect(jourDe(domaine.appelle('DATE_LIMITE', date('2026-03-20'), 14))).toBe(serie('2026-04-03'));
    expect(jourDe(domaine.appelle('DATE_LIMITE', '20/03/2026', 14))).toBe(serie('2026-04-03'));
    expect(jourDe(domaine.appelle('DATE_SILENCE', date('2025-12-31')))).toBe(serie('2026-02-28'));
  });

  test('un tableau de dates rend des dates', () => {
    const { domaine, jourDe } = ouvre(fuseau);
    const tirees = domaine.appelle('TIRAGE_DATES', 2026, 1) as unknown[][];
    expect(tirees[0]!.map(jourDe)).toEqual(['2026-01-05', '2026-01-22'].map(serie));
  });
});

test('le fuseau du classeur n’est demandé que s’il le faut, et une fois', () => {
  const { c, domaine, date } = ouvre(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const colonne = (heure: number): unknown[][] => Array.from({ length: 50 }, (_, i) => [date(serie('2026-05-01') + i + heure)]);
  domaine.appelle('TAUX_REPONSE', colonne(0), colonne(0), 15);
  expect(c.compte.appels).toBe(0);
  domaine.appelle('DATE_LIMITE', date('2026-05-01'), 14);
  expect(c.compte.appels).toBe(0);
  domaine.appelle('TAUX_REPONSE', colonne(0.4), colonne(0.5), 15);
  expect([...c.compte.parNom]).toEqual([['getActiveSpreadsheet', 1], ['getSpreadsheetTimeZone', 1]]);
});

test('sans SpreadsheetApp, le fuseau est celui du programme', () => {
  const domaine = nouveauDomaine(null);
  expect(domaine.appelle('DELAI_REPONSE', domaine.evalue('new Date(2026, 0, 5, 9, 30)'), domaine.evalue('new Date(2026, 0, 9, 23, 59)'))).toBe(4);
  expect(String(domaine.appelle('DATE_LIMITE', '30/04/2026', 14))).toMatch(/^Thu May 14 2026 00:00:00/);
});

test('une cellule seule arrive sans tableau, un vide en « », une colonne entière avec ses vides', () => {
  const { domaine, date } = ouvre('Europe/Paris');
  const colonne = (...jours: readonly (string | null)[]): unknown[][] => [...jours.map((jour) => [jour === null ? '' : date(jour)]), ...Array.from({ length: 5000 }, () => [''])];
  expect(domaine.appelle('TAUX_REPONSE', date('2026-01-05'), date('2026-01-09'), 15)).toBe(1);
  expect(domaine.appelle('TAUX_REPONSE', colonne('2026-01-05', '2026-01-12', null), colonne('2026-01-09', null, null), 15)).toBe(0.5);
  expect(domaine.appelle('DELAI_REPONSE', date('2026-01-05'), '')).toBe('');
});

test('une erreur est notre phrase, et rien d’autre', () => {
  const { domaine } = ouvre('Europe/Paris');
  const leve = (...args: readonly unknown[]): string => {
    try {
      return `rien n’est levé : ${String(domaine.appelle('DATE_SILENCE', ...args))}`;
    } catch (cause) {
      return String(cause);
    }
  };
  expect(leve('bonjour')).toBe('Error: DATE_SILENCE, « reception » : « bonjour » n’est pas une date. Saisissez une date comme 15/05/2026.');
  expect(leve('05/01/2026', 2)).toBe('Error: DATE_SILENCE a reçu 2 arguments. Écrivez =DATE_SILENCE(reception).');
  expect(leve(domaine.evalue('new Date(NaN)'))).toMatch(/^Error: DATE_SILENCE, « reception » : « date invalide »/);
});

test('une fonction de feuille ne peut pas écrire : Google refuse, et rien ne change', () => {
  const { c, domaine } = ouvre('Europe/Paris');
  c.ajoute('Suivi');
  expect(() => domaine.port().ecris([{ genre: 'creer-feuille', feuille: 'Neuve' }])).toThrow('You do not have permission to call insertSheet');
  expect(c.feuilles.map(({ nom }) => nom)).toEqual(['Suivi']);
});

test('le domaine n’a rien qu’Apps Script n’a pas', () => {
  const domaine = nouveauDomaine(null);
  for (const nom of ['URL', 'TextEncoder', 'setTimeout', 'setInterval', 'fetch', 'crypto', 'structuredClone', 'Buffer', 'process', 'require', 'document', 'window', 'self', 'XMLHttpRequest', 'WebAssembly']) expect([nom, domaine.evalue(`typeof ${nom}`)]).toEqual([nom, 'undefined']);
});
