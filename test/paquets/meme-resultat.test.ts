// Le même résultat partout, au dernier chiffre, ou la même phrase : le cœur, le lot Excel et le lot Google, chacun à partir de ce que son tableur
// garde dans ses cellules. Chaque fonction reçoit, à chaque place, chacune des valeurs de la table.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { fonctions } from '../../src/registre';
import type { Fonction } from '../../src/socle/fonction';
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { nouveauDomaine, type Domaine } from '../hotes/google/domaine';
import { instantDe } from '../hotes/google/heures';
import { chaque, deballe, enFeuille, entrees, estDate, estMatrice, parLeCoeur, tente, vides, type Argument, type Rendu } from './table';

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

const CLI = path.join(__dirname, '..', '..', 'dist', 'ligne-de-commande', 'classeur-plus.cjs');

const google = (['Europe/Paris', 'Pacific/Noumea', 'America/Cayenne'] as const).map((fuseau) => {
  const c = new ClasseurGoogle();
  Object.assign(c, { fuseau, autorisation: 'formule' });
  return { fuseau, appel: parGoogle(nouveauDomaine(c), fuseau) };
});
const excel = existsSync(EXCEL) ? parExcel() : null;
const comptes = { cas: 0, phrases: 0, excel: 0, ligne: 0 };

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

  (existsSync(CLI) ? test : test.skip)('la ligne de commande, à partir des cellules d’un .xlsx : comme le cœur', () => {
    const { plage, formules } = enFeuille(lignes);
    const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
    try {
      const fichier = path.join(dossier, 'cellules.xlsx');
      writeFileSync(fichier, nouveauXlsx([{ nom: 'Cellules', plage }]));
      const { stdout } = spawnSync(process.execPath, [CLI, 'calculer', fichier, ...formules.map((args) => `=${f.nom}(${args})`), '--json'], { encoding: 'utf8', maxBuffer: 64_000_000 });
      const calculees = JSON.parse(stdout) as { readonly formule: string; readonly valeur?: unknown; readonly erreur?: string }[];
      expect(calculees).toHaveLength(lignes.length);
      const ecarts = lignes.flatMap((args, i) => {
        const { valeur, erreur } = calculees[i]!;
        const attendu = parLeCoeur(f, args);
        comptes.ligne++;
        const rendu: Rendu = erreur === undefined ? { valeur } : { phrase: erreur };
        return JSON.stringify(vides(rendu)) === JSON.stringify(vides(deballe(attendu, rendu))) ? [] : [{ args, attendu, rendu }];
      });
      expect(ecarts.slice(0, 3)).toEqual([]);
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  }, 60_000);

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
  if (existsSync(CLI)) expect(comptes.ligne).toBe(comptes.cas);
  if (excel !== null) expect(comptes.excel).toBeGreaterThan(600);
});
