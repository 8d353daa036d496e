// Un effacement coupé puis repris : ce que quelqu'un a saisi entre-temps dans les cellules confirmées reste, et se lit dans la phrase.
import type { Zone } from '../../src/socle/cellule';
import { efface } from '../../src/socle/ecriture/effacement';
import { effacementInterrompu, prepareEffacement, type PlanEffacement } from '../../src/socle/ecriture/effacement-plan';
import { OCTETS_MAX } from '../../src/socle/memoire';
import { conduis } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { ClasseurMemoire, clef, type Mode } from '../hotes/classeur-memoire';
import { hasard } from '../hotes/hasard';
import { HoteEnPanne, MODES } from '../hotes/pannes';

const PETITE: Zone = { feuille: 'Réponses', ligne: 2, colonne: 2, lignes: 3, colonnes: 2 };
const GRANDE: Zone = { feuille: 'Réponses', ligne: 2, colonne: 2, lignes: 26, colonnes: 40 };

const enquete = ({ lignes, colonnes }: Zone, mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
  const c = new ClasseurMemoire(mode, graine);
  c.ajoute('Réponses');
  for (let i = 1; i <= lignes + 2; i++) for (let j = 1; j <= colonnes + 2; j++) c.tape('Réponses', i, j, `${i}-${j}`);
  return c;
};
const valeur = (c: ClasseurMemoire, i: number, j: number): unknown => c.trouve('Réponses')!.cases.get(clef(i, j))?.v ?? null;
const dedans = ({ ligne, colonne, lignes, colonnes }: Zone, i: number, j: number): boolean => i >= ligne && i < ligne + lignes && j >= colonne && j < colonne + colonnes;
/** Les cellules qui ne sont pas ce qu'elles doivent être : dans la zone, vides ou saisies depuis ; hors d'elle, celles du départ. */
const fausses = (c: ClasseurMemoire, zone: Zone, saisies: ReadonlyMap<number, unknown>): string[] => {
  const vues: string[] = [];
  for (let i = 1; i <= zone.lignes + 2; i++) for (let j = 1; j <= zone.colonnes + 2; j++) if (valeur(c, i, j) !== (dedans(zone, i, j) ? saisies.get(clef(i, j)) ?? null : `${i}-${j}`)) vues.push(`${i}-${j} : ${String(valeur(c, i, j))}`);
  return vues;
};
/** Un effacement dont l'écriture n'a pas abouti : la note est dans le classeur, et rien, ou une partie, est effacé. */
const coupe = (c: ClasseurMemoire, zone: Zone, effacees: readonly (readonly [number, number])[]): PlanEffacement => {
  const plan = conduis(prepareEffacement([zone]), c);
  c.memoire.set('effacement', JSON.stringify(plan));
  for (const [i, j] of effacees) c.tape('Réponses', i, j, null);
  return plan;
};

test.each<[string, [number, number, string][], string]>([
  ['rien', [], '6 cellules effacées. L’historique'],
  ['une cellule déjà vidée', [[2, 2, 'M. Exemple']], '5 cellules effacées. 1 cellule a changé depuis : laissée telle quelle, Réponses!B2. L’historique'],
  ['une cellule encore pleine', [[4, 3, 'corrigé']], '5 cellules effacées. 1 cellule a changé depuis : laissée telle quelle, Réponses!C4. L’historique'],
  ['une cellule au milieu, et une au bord', [[3, 2, 'un'], [2, 3, 'deux']], '4 cellules effacées. 2 cellules ont changé depuis : laissées telles quelles, Réponses!C2, Réponses!B3. L’historique'],
  ['tout', [[2, 2, 'a'], [2, 3, 'b'], [3, 2, 'c'], [3, 3, 'd'], [4, 2, 'e'], [4, 3, 'f']], '0 cellule effacée. 6 cellules ont changé depuis : laissées telles quelles, Réponses!B2, Réponses!C2, Réponses!B3, Réponses!C3, Réponses!B4…'],
])('la personne a saisi %s depuis la coupure', (_, saisies, phrase) => {
  const c = enquete(PETITE);
  const plan = coupe(c, PETITE, [[2, 2], [3, 2]]);
  for (const [i, j, v] of saisies) c.tape('Réponses', i, j, v);
  expect(conduis(efface(plan, 'EFFACER'), c).message).toContain(phrase);
  expect(fausses(c, PETITE, new Map(saisies.map(([i, j, v]) => [clef(i, j), v])))).toEqual([]);
  expect(effacementInterrompu(c.lis({}).memoire)).toBeNull();
});

test('une cellule confirmée vide où quelqu’un a écrit depuis reste aussi', () => {
  const c = enquete(PETITE);
  c.tape('Réponses', 3, 3, null);
  const plan = coupe(c, PETITE, []);
  c.tape('Réponses', 3, 3, 'arrivée depuis');
  expect(conduis(efface(plan, 'EFFACER'), c).message).toContain('laissée telle quelle, Réponses!C3.');
  expect(fausses(c, PETITE, new Map([[clef(3, 3), 'arrivée depuis']]))).toEqual([]);
});

describe('une zone trop grande pour une empreinte par cellule', () => {
  test.each([1, 26, 60, 2_000])('%d lignes de 40 : le plan tient toujours dans la mémoire', (lignes) => {
    const c = enquete(PETITE);
    const plan = conduis(prepareEffacement([{ ...GRANDE, lignes }, PETITE]), c);
    expect(Buffer.byteLength(JSON.stringify(plan))).toBeLessThanOrEqual(OCTETS_MAX);
    expect(plan.pas === 1).toBe(lignes === 1);
  });
  test('autant de cellules que la mémoire a d’empreintes : chacune garde la sienne ; une de plus, plus aucune', () => {
    const pas = (cellules: number): number => conduis(prepareEffacement([{ ...PETITE, lignes: 1, colonnes: cellules }]), enquete(PETITE)).pas;
    const limite = Array.from({ length: 1_200 }, (_, i) => i + 1).filter((n) => pas(n) === 1).pop() ?? 0;
    const empreintes = limite * 8 + Buffer.byteLength(JSON.stringify({ zones: [{ ...PETITE, lignes: 1, colonnes: limite }], pas: limite, empreintes: [''] }));
    expect(empreintes).toBeLessThanOrEqual(OCTETS_MAX);
    expect(empreintes + 8).toBeGreaterThan(OCTETS_MAX);
    expect(pas(limite + 1)).toBeGreaterThan(1);
  });
  test('plus de zones que la mémoire n’en tient : une phrase', () => {
    expect(() => conduis(prepareEffacement(Array.from({ length: 200 }, () => PETITE)), enquete(PETITE))).toThrow('Ce plan a trop de zones (200) pour être effacé d’un coup ; rien n’a été effacé. Effacez-les en plusieurs fois.');
  });
  test('coupée entre deux blocs, elle se finit', () => {
    const c = enquete(GRANDE);
    const { pas } = conduis(prepareEffacement([GRANDE]), c);
    const plan = coupe(c, GRANDE, Array.from({ length: pas }, (_, n) => [2 + Math.floor(n / 40), 2 + (n % 40)] as const));
    expect(conduis(efface(plan, 'EFFACER'), c).message).toContain('1040 cellules effacées. L’historique');
    expect(fausses(c, GRANDE, new Map())).toEqual([]);
  });
  test('quand un bloc ne peut pas dire ce qui a changé, rien n’est effacé ; confirmer de nouveau les mêmes zones finit', () => {
    const c = enquete(GRANDE);
    const plan = coupe(c, GRANDE, [[2, 2]]);
    c.tape('Réponses', 2, 3, 'arrivée depuis');
    const avant = JSON.stringify([...c.trouve('Réponses')!.cases]);
    expect(() => conduis(efface(plan, 'EFFACER'), c)).toThrow(`Réponses!B2 : L’effacement coupé ne peut pas finir seul : à partir d’ici (${plan.pas} cellules), rien ne dit ce qui a changé depuis ; rien de plus n’a été effacé. Relisez le plan, puis confirmez de nouveau.`);
    expect(JSON.stringify([...c.trouve('Réponses')!.cases])).toBe(avant);
    conduis(efface(conduis(prepareEffacement(plan.zones), c), 'EFFACER'), c);
    expect(fausses(c, GRANDE, new Map())).toEqual([]);
    expect(effacementInterrompu(c.lis({}).memoire)).toBeNull();
  });
});

describe.each(['immediat', 'tampon'] as const)('hôte %s', (mode) => {
  test.each([...MODES.map((panne) => [panne, 'petite', PETITE] as const), ...(['écriture partielle', 'tué après', 'tué au milieu'] as const).map((panne) => [panne, 'grande', GRANDE] as const)])('%s à chaque point d’une zone %s, et des saisies depuis : la reprise n’en efface aucune', (panne, _, zone) => {
    for (let graine = 1; graine <= plusCourt(zone === PETITE ? 6 : 1); graine++) {
      for (let k = 1; ; k++) {
        const de = hasard(graine * 1000 + k);
        const c = enquete(zone, mode, graine * 100 + k);
        const plan = conduis(prepareEffacement([zone]), c);
        const hote = new HoteEnPanne(c, k, panne);
        try {
          conduis(efface(plan, 'EFFACER'), hote);
        } catch {
          // la coupure
        }
        if (hote.depassee) break;
        const saisies = new Map<number, unknown>();
        for (let n = de.entre(0, 3); n > 0; n--) {
          const [i, j, v] = [zone.ligne + de.entre(0, zone.lignes - 1), zone.colonne + de.entre(0, zone.colonnes - 1), de.parmi([`saisie ${n}`, n, true, '0'])];
          c.tape('Réponses', i, j, v);
          saisies.set(clef(i, j), v);
        }
        const enRoute = effacementInterrompu(c.lis({}).memoire);
        if (enRoute === null) continue;
        expect(enRoute).toEqual(plan);
        try {
          conduis(efface(enRoute, 'EFFACER'), c);
          expect(fausses(c, zone, saisies)).toEqual([]);
        } catch (refus) {
          // Seule une zone à plusieurs cellules par empreinte peut ne pas se décider ; elle n'a alors rien perdu de ce qui a été saisi.
          expect([plan.pas > 1, String(refus)]).toEqual([true, expect.stringContaining('ne peut pas finir seul')]);
          for (const [ou, v] of saisies) expect(c.trouve('Réponses')!.cases.get(ou)?.v).toBe(v);
          conduis(efface(conduis(prepareEffacement(enRoute.zones), c), 'EFFACER'), c);
          expect(fausses(c, zone, new Map())).toEqual([]);
        }
        expect(effacementInterrompu(c.lis({}).memoire)).toBeNull();
      }
    }
  });
});
