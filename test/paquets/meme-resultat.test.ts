// Le même résultat partout, au dernier chiffre, ou la même phrase : le cœur, le lot Excel et le lot Google, chacun à partir de ce que son tableur
// garde dans ses cellules. Chaque fonction reçoit, à chaque place, chacune des valeurs de la table.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { fonctions } from '../../src/registre';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { appelle, type Fonction } from '../../src/socle/fonction';
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { nouveauDomaine, type Domaine } from '../hotes/google/domaine';
import { instantDe } from '../hotes/google/heures';

/** Une cellule telle qu'une personne l'a remplie ; une vraie date est un jour de série sous un format de date. */
type Case = number | string | boolean | null | { readonly jour: number };
type Argument = Case | readonly (readonly Case[])[] | undefined;

const jour = (iso: string, heure = 0): Case => ({ jour: Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25569 + heure });

const CASES: readonly Case[] = [
  jour('2026-05-15'), jour('2026-05-15', 0.75), jour('1980-01-01'), jour('1950-01-01'), jour('2099-12-31'), jour('1900-02-28'), '15/05/2026', '15.5.26', '15 mai 2026', 'vendredi 15 mai 2026', '2026-05-15', '31/02/2026', '05/13/2026', 'oct-15', '12/03',
  'NR', 'nr', 'N.R.', 'sans objet', 'AR seul', '-', '?', 'bonjour', ' ', '', null, 0, 1, 14, 15, -3, 2.5, 1e21, 46157, 46157.9, 20260515, true, false, '14 jours', '2 semaines', '1 234,5', '12 %', 'ouvres', 'calendaires', 'La Réunion', 'Bretagne', 'cohorte', 'echus', 'tout',
  '#N/A', '#REF!', '#DIV/0!', '=1+1', "l'apostrophe", 'é€😀', '٣', '0612345678', '01000',
];
const PLAGES: readonly (readonly (readonly Case[])[])[] = [
  [[jour('2026-05-15')], [jour('2026-05-18')], [null], [jour('2026-06-01')]],
  [['Reçu le'], [jour('2026-05-15')], ['18/05/2026'], ['NR']],
  [[3], [1], [4], [1]], [[1, 2], [3, 4]], [['oui'], ['non'], ['oui'], ['']], [[null], [null], [null], [null]], [[jour('2026-05-15'), jour('2026-05-18')]],
];

const estMatrice = (definition: Fonction, place: number): boolean => ['plage', 'bloc'].includes(definition.parametres[place]?.genre ?? '');

/** Les arguments de base viennent du premier exemple de l'aide : tout y est juste. */
const base = (definition: Fonction): Argument[] => definition.parametres.map((_, i) => definition.exemples[0]!.args[i] as Argument);

const entrees = (definition: Fonction): Argument[][] => {
  const bonnes = base(definition);
  const lignes: Argument[][] = definition.exemples.map(({ args }) => [...args] as Argument[]);
  definition.parametres.forEach((parametre, place) => {
    const avec = (valeur: Argument): Argument[] => bonnes.map((bonne, i) => (i === place ? valeur : bonne));
    for (const valeur of CASES) {
      const premier = bonnes[place];
      // Dans une plage, la valeur prend la dernière case : la plage garde sa taille.
      if (estMatrice(definition, place) && Array.isArray(premier)) lignes.push(avec((premier as Case[][]).map((rangee, i, toutes) => rangee.map((la, j) => (i === toutes.length - 1 && j === rangee.length - 1 ? valeur : la)))));
      else lignes.push(avec(valeur));
    }
    for (const plage of PLAGES) lignes.push(avec(plage));
    if (parametre.facultatif) lignes.push(avec(undefined));
  });
  return lignes;
};

type Rendu = { readonly valeur: unknown } | { readonly phrase: string };
const tente = (geste: () => unknown): Rendu => {
  try {
    return { valeur: JSON.parse(JSON.stringify(geste())) };
  } catch (cause) {
    return { phrase: (cause as Error).message };
  }
};

const chaque = (argument: Argument, change: (la: Case) => unknown): unknown => (Array.isArray(argument) ? (argument as Case[][]).map((rangee) => rangee.map(change)) : change(argument as Case));
const estDate = (la: Case): la is { readonly jour: number } => typeof la === 'object' && la !== null;

/** Le cœur, comme la page et la ligne de commande : une date est son nombre, un vide est null. */
const parLeCoeur = (definition: Fonction, args: readonly Argument[]): Rendu =>
  tente(() => {
    try {
      return appelle(definition, args.map((argument) => (argument === undefined ? undefined : chaque(argument, (la) => (estDate(la) ? la.jour : la)))));
    } catch (cause) {
      if (!(cause instanceof ErreurClasseur)) throw new Error(`exception brute : ${String(cause)}`, { cause });
      throw cause;
    }
  });

/** Google : une date est une Date du fuseau du classeur, un vide est « », une plage d'une case arrive seule. */
const parGoogle = (domaine: Domaine, fuseau: string) => {
  const date = domaine.evalue('(ms) => new Date(ms)') as (ms: number) => unknown;
  const enDate = (valeur: unknown): unknown => {
    if (Object.prototype.toString.call(valeur) !== '[object Date]') return valeur;
    const ms = (valeur as Date).getTime();
    const proche = Math.round(ms / 86_400_000 + 25569);
    return [proche - 1, proche, proche + 1].find((candidat) => instantDe(candidat, fuseau) === ms) ?? `pas un minuit : ${ms}`;
  };
  return (definition: Fonction, args: readonly Argument[]): Rendu => {
    const recus = args.map((argument) => {
      const donne = argument === undefined ? undefined : chaque(argument, (la) => (estDate(la) ? date(instantDe(la.jour, fuseau)) : la === null ? '' : la));
      return Array.isArray(donne) && donne.length === 1 && (donne[0] as unknown[]).length === 1 ? (donne[0] as unknown[])[0] : donne;
    });
    return tente(() => {
      const rendu = domaine.appelle(definition.nom, ...recus);
      return Array.isArray(rendu) ? (rendu as unknown[][]).map((rangee) => rangee.map(enDate)) : enDate(rendu);
    });
  };
};

const EXCEL = path.join(__dirname, '..', '..', 'dist', 'excel', 'fonctions.js');

/** Excel : une date est un nombre, un argument omis est null, une erreur est une valeur riche ; une plage est toujours une matrice. */
const parExcel = () => {
  const connues = new Map<string, (...args: unknown[]) => unknown>();
  class ErreurExcel extends Error {
    constructor(readonly code: string, message: string) {
      super(message);
    }
  }
  vm.runInNewContext(readFileSync(EXCEL, 'utf8'), { CustomFunctions: { associate: (id: string, f: () => unknown) => connues.set(id, f), Error: ErreurExcel, ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' } } });
  return (definition: Fonction, args: readonly Argument[], vide: '' | null): Rendu | null => {
    const recus = definition.parametres.map((_, i) => {
      if (args[i] === undefined || args[i] === null) return args[i] === undefined ? null : estMatrice(definition, i) ? [[vide]] : vide;
      const donne = chaque(args[i], (la) => (estDate(la) ? la.jour : la === null ? vide : typeof la === 'string' && /^#[A-Z]/.test(la) ? { type: 'Error', errorType: la, basicType: 'Error', basicValue: la } : la));
      return estMatrice(definition, i) && !Array.isArray(donne) ? [[donne]] : donne;
    });
    let promesse = false;
    const rendu = tente(() => {
      const brut = connues.get(definition.nom)!(...recus, { functionName: definition.nom });
      promesse = Object.prototype.toString.call(brut) === '[object Promise]';
      if (promesse) (brut as Promise<unknown>).catch(() => undefined);
      return promesse ? null : brut;
    });
    // Un 0 qui peut être une cellule vide : Excel relit les cellules, ce que test/excel éprouve avec son client.
    return promesse ? null : rendu;
  };
};

/** Une fonction qui rend une matrice d'une case à Excel rend la même valeur ailleurs. */
const deballe = (rendu: Rendu, modele: Rendu): Rendu => {
  if (!('valeur' in rendu) || !('valeur' in modele) || Array.isArray(modele.valeur) || !Array.isArray(rendu.valeur)) return rendu;
  return { valeur: (rendu.valeur as unknown[][])[0]![0] };
};

const google = (['Europe/Paris', 'Pacific/Noumea', 'America/Cayenne'] as const).map((fuseau) => {
  const c = new ClasseurGoogle();
  Object.assign(c, { fuseau, autorisation: 'formule' });
  return { fuseau, appel: parGoogle(nouveauDomaine(c), fuseau) };
});
const excel = existsSync(EXCEL) ? parExcel() : null;
const comptes = { cas: 0, phrases: 0, excel: 0 };

describe.each(fonctions.map((f) => ({ nom: f.nom, f })))('$nom', ({ f }) => {
  const lignes = entrees(f);

  test.each(google)('Google, classeur de $fuseau : comme le cœur', ({ fuseau, appel }) => {
    // Les autres fuseaux ne changent que les dates : un cas sur sept y suffit.
    const ecarts = lignes.filter((_, i) => fuseau === 'Europe/Paris' || i % 7 === 0).flatMap((args) => {
      const attendu = parLeCoeur(f, args);
      if (fuseau === 'Europe/Paris') comptes.cas++;
      if (fuseau === 'Europe/Paris' && 'phrase' in attendu) comptes.phrases++;
      const rendu = appel(f, args);
      return JSON.stringify(rendu) === JSON.stringify(attendu) && !JSON.stringify(attendu).includes('exception brute') ? [] : [{ args, attendu, rendu }];
    });
    expect(ecarts.slice(0, 3)).toEqual([]);
  });

  (excel === null ? test.skip : test)('Excel, vides du web et du bureau : comme le cœur', () => {
    const ecarts = (['', null] as const).flatMap((vide) => lignes.flatMap((args) => {
      const rendu = excel!(f, args, vide);
      if (rendu === null) return [];
      comptes.excel++;
      const attendu = parLeCoeur(f, args);
      return JSON.stringify(deballe(rendu, attendu)) === JSON.stringify(attendu) ? [] : [{ args, attendu, rendu }];
    }));
    expect(ecarts.slice(0, 3)).toEqual([]);
  });
});

test('la table est assez longue, et dit autant de phrases que de nombres', () => {
  expect(comptes.cas).toBeGreaterThan(300 * fonctions.length / 4);
  expect(comptes.phrases).toBeGreaterThan(300);
  expect(comptes.cas - comptes.phrases).toBeGreaterThan(300);
  if (excel !== null) expect(comptes.excel).toBeGreaterThan(600);
});
