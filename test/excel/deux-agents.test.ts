// Deux agents dans le même classeur Excel : leurs envois s'entremêlent, aucune clef de la mémoire ne se perd, et leurs rapports restent justes.
import { hoteExcel } from '../../addin/hote';
import type { Modification } from '../../src/socle/classeur';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { conduisAsync } from '../../src/socle/suite';
import { epreuveFictive, sansFusion } from '../ecriture/classeurs';
import { finis } from '../ecriture/campagne';
import { copieRegistre } from '../ecriture/gestes';
import { perdu, trompeur } from '../ecriture/verificateur';
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { branche } from '../hotes/excel/client';
import { partiesDe } from '../hotes/excel/memoire-xml';
import { Serveur } from '../hotes/excel/serveur';
import { hasard } from '../hotes/hasard';

const retient = (clef: string, valeur: string | null): Modification => ({ genre: 'memoriser', clef, valeur });
const classeur = (memoire: Readonly<Record<string, string>> = {}): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Suivi');
  c.memoire = new Map(Object.entries(memoire));
  return c;
};
const serveur = new Serveur(classeur());
beforeAll(() => void branche(serveur));
afterEach(() => {
  serveur.retard = () => 0;
  expect(serveur.nonModelises).toEqual([]);
});
const memoire = (): Record<string, string> => Object.fromEntries(serveur.classeurMemoire.memoire);
const seules = (): number => partiesDe(serveur.classeurMemoire).filter(({ entrees }) => entrees.size === 1).length;

/** Deux agents qui ne s'arrêtent jamais d'écrire : une lecture peut y renoncer, en le disant, et sans avoir rien fait. */
const parUnePhrase = (cause: unknown): false => {
  if (!(cause instanceof ErreurClasseur)) throw cause;
  return false;
};

const LEGUEE = { reglages: 'r0', colonnes: 'c0', 'passage.x.1': '3x2' };
type Geste = readonly [clef: string, valeur: string | null];
test.each<[string, Readonly<Record<string, string>>, Geste[], Geste[], Readonly<Record<string, string>>]>([
  ['une clef chacun, dans un classeur sans mémoire', {}, [['a', '1']], [['b', '2']], { a: '1', b: '2' }],
  ['une clef chacun, à côté de celles d’un fichier', LEGUEE, [['a', '1']], [['b', '2']], { ...LEGUEE, a: '1', b: '2' }],
  ['chacun change une clef du fichier', LEGUEE, [['reglages', 'r1']], [['colonnes', 'c1']], { ...LEGUEE, reglages: 'r1', colonnes: 'c1' }],
  ['l’un ôte une clef du fichier, l’autre en change une', LEGUEE, [['passage.x.1', null]], [['reglages', 'r1']], { reglages: 'r1', colonnes: 'c0' }],
  ['l’un change puis ôte, l’autre ajoute', LEGUEE, [['reglages', 'r1'], ['reglages', null]], [['b', '2']], { colonnes: 'c0', 'passage.x.1': '3x2', b: '2' }],
  ['la même clef : le dernier l’emporte', {}, [['a', '1']], [['a', '2']], { a: '2' }],
  ['la même clef du fichier', LEGUEE, [['reglages', 'r1']], [['reglages', 'r2']], { ...LEGUEE, reglages: 'r2' }],
])('%s : chacun a lu avant que l’autre écrive', async (_, depart, siens, autres, attendue) => {
  serveur.classeurMemoire = classeur(depart);
  const [a, b] = [hoteExcel(), hoteExcel()];
  await a.lis({});
  await b.lis({});
  for (const geste of siens) await a.ecris([retient(...geste)]);
  for (const geste of autres) await b.ecris([retient(...geste)]);
  expect(memoire()).toEqual(attendue);
  for (const hote of [a, b, hoteExcel()]) expect((await hote.lis({})).memoire).toEqual(attendue);
});

test('la clef que deux agents ont posée à la fois n’a plus qu’une partie au passage suivant, et s’ôte toute', async () => {
  serveur.classeurMemoire = classeur();
  const [a, b] = [hoteExcel(), hoteExcel()];
  for (const hote of [a, b]) await hote.lis({});
  for (const hote of [a, b]) await hote.ecris([retient('a', '1')]);
  expect(seules()).toBe(2);
  await a.lis({});
  await a.ecris([retient('a', '3')]);
  expect([memoire(), seules()]).toEqual([{ a: '3' }, 1]);
  // L'autre connaît encore une partie que le premier vient d'ôter ou de changer.
  await b.ecris([retient('b', '4'), retient('a', null)]);
  expect([memoire(), (await a.lis({})).memoire]).toEqual([{ b: '4' }, { b: '4' }]);
});

test('une clef ôtée par l’autre se repose ; rien du lot n’a été fait deux fois', async () => {
  serveur.classeurMemoire = classeur();
  const [a, b] = [hoteExcel(), hoteExcel()];
  await a.ecris([retient('a', '1')]);
  await b.lis({});
  await a.ecris([retient('a', null)]);
  const avant = serveur.envois.length;
  await b.ecris([{ genre: 'largeurs', feuille: 'Suivi', largeurs: [12] }, retient('a', '2')]);
  expect(memoire()).toEqual({ a: '2' });
  expect(serveur.envois.slice(avant).filter(({ ecrit }) => ecrit)).toHaveLength(1);
});

test('deux agents au hasard, d’un envoi à l’autre : chaque clef garde sa dernière valeur', async () => {
  let [lots, refus] = [0, 0];
  for (let graine = 0; graine < 30; graine++) {
    const de = hasard(graine);
    serveur.classeurMemoire = classeur(LEGUEE);
    serveur.retard = () => de.entre(0, 3);
    const voulue = new Map<string, string>(Object.entries(LEGUEE));
    /** Chacun ses clefs : celle que deux agents changent à la fois n'a pas de bonne réponse. */
    const agit = async (siennes: readonly string[], oteDuFichier: boolean): Promise<void> => {
      const hote = hoteExcel();
      for (let n = 0; n < 8; n++) {
        if (de.chance(0.4)) await hote.lis({}).catch(parUnePhrase);
        const clef = de.parmi(siennes);
        const valeur = de.chance(oteDuFichier || !(clef in LEGUEE) ? 0.3 : 0) ? null : `${clef} ${n}`;
        lots++;
        if (!(await hote.ecris([retient(clef, valeur)]).then(() => true, parUnePhrase))) refus++;
        else if (valeur === null) voulue.delete(clef);
        else voulue.set(clef, valeur);
      }
    };
    await Promise.all([agit(['reglages', 'passage.x.1', 'a', 'b'], true), agit(['colonnes', 'c', 'd'], false)]);
    expect({ graine, ...memoire() }).toEqual({ graine, ...Object.fromEntries(voulue) });
  }
  process.stdout.write(`${lots} lots, ${refus} refusés par une phrase\n`);
  expect(refus).toBeLessThan(lots / 20);
}, 60_000);

test('deux rapports à la fois : une feuille juste ou visiblement incomplète, toutes les clefs des autres outils, et recommencer finit', async () => {
  const violations: string[] = [];
  let ensemble = 0;
  for (let graine = 1; graine <= 24; graine++) {
    const e = epreuveFictive(graine, sansFusion(ecrisRapport));
    const de = hasard(graine);
    const c = e.depart.copie('immediat', graine);
    c.memoire.set('autre-outil', '{"v":1}');
    const r = copieRegistre(e.registre);
    serveur.classeurMemoire = c;
    serveur.retard = () => de.parmi([0, 0, 1, 5]);
    const passages = await Promise.allSettled([1, 2].map((version) => conduisAsync(e.execute(version), hoteExcel())));
    serveur.retard = () => 0;
    if (passages.every(({ status }) => status === 'fulfilled')) ensemble++;
    const raisons = passages.flatMap((passage) => (passage.status === 'rejected' && !(passage.reason instanceof Error && /[.!]$/.test(passage.reason.message)) ? [String(passage.reason)] : []));
    const fautes = [...raisons, ...perdu(e.depart, c, r, e.outil), ...trompeur(c, r, e.genre, e.attendus), ...(c.memoire.get('autre-outil') === '{"v":1}' ? [] : ['la clef d’un autre outil est perdue'])];
    if (fautes.length === 0) fautes.push(...finis(e, c, r, 2));
    if (fautes.length > 0) violations.push(`graine ${graine} : ${fautes.slice(0, 3).join(' ; ')}`);
  }
  expect(violations).toEqual([]);
  process.stdout.write(`deux rapports à la fois : ${ensemble} sur 24 finissent tous les deux\n`);
}, 120_000);
