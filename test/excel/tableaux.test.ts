// Les tableaux Excel, par la bibliothèque de Microsoft : lus seulement quand on les demande, et l'ajout d'une ligne qui les étend.
import { hoteExcel } from '../../addin/hote';
import { ajouteLigne, prevoisAjout } from '../../src/socle/ecriture/ajout';
import { conduisAsync } from '../../src/socle/suite';
import { AJOUT, plan, REFUS } from '../ecriture/plan-tableau';
import { image } from '../ecriture/reprises';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { branche } from '../hotes/excel/client';
import { Serveur } from '../hotes/excel/serveur';

const serveur = new Serveur(plan());
beforeAll(() => void branche(serveur));
afterEach(() => {
  serveur.guet = () => null;
  serveur.etat.sansTitres.clear();
  expect(serveur.nonModelises).toEqual([]);
});
const avec = (c: ClasseurMemoire): ClasseurMemoire => (serveur.classeurMemoire = c);
const ajoute = (hote = hoteExcel()) => conduisAsync(ajouteLigne(AJOUT), hote);
const ligne = async (n: number): Promise<unknown> => (await hoteExcel().lis({ zones: [{ feuille: 'Plan', ligne: n, colonne: 2, lignes: 1, colonnes: 3 }] })).plages[0]?.[0];

test('un tableau se lit avec sa place et sa ligne de total ; sans le demander, rien de plus ne part', async () => {
  const c = avec(plan('immediat', 1, true));
  c.ajoute('Sans tableau');
  const hote = hoteExcel();
  const [sans] = (await hote.lis({})).feuilles;
  const avant = serveur.envois.length;
  const { feuilles } = await hote.lis({ tableaux: true });
  expect(feuilles.map(({ tableaux }) => tableaux)).toEqual([[{ nom: 'Actions', ligne: 2, colonne: 2, lignes: 3, colonnes: 3, total: true }], []]);
  expect([sans!.tableaux, serveur.envois.length - avant]).toEqual([undefined, 2]);
  // Aucun tableau : pas d'envoi de plus.
  c.pourEcrire('Plan').tableaux = [];
  await hote.lis({ tableaux: true });
  expect(serveur.envois.length - avant).toBe(3);
});

test('un tableau dont les titres sont masqués n’est pas une liste', async () => {
  avec(plan());
  serveur.etat.sansTitres.add('Actions');
  expect((await hoteExcel().lis({ tableaux: true })).feuilles[0]!.tableaux).toEqual([]);
});

test('la ligne va sous le tableau, qui s’étend à elle ; la reposer n’écrit rien', async () => {
  const c = avec(plan());
  expect((await conduisAsync(prevoisAjout(AJOUT), hoteExcel())).lignes.map(({ phrase }) => phrase)).toContain('Le tableau « Actions » sera étendu d’une ligne.');
  expect(await ajoute()).toMatchObject({ ecrit: true, message: 'La ligne A3 est ajoutée en Plan!B5.' });
  expect([await ligne(5), c.trouve('Plan')!.tableaux[0]!.lignes]).toEqual([['A3', '=Afficher', 46200], 4]);
  const avant = image(c);
  expect([await ajoute(), image(c)]).toMatchObject([{ ecrit: false }, avant]);
});

test('une ligne vide au pied du tableau sert d’abord', async () => {
  const c = avec(plan());
  c.pourEcrire('Plan').tableaux = [{ nom: 'Actions', ligne: 2, colonne: 2, lignes: 5, colonnes: 3, total: false }];
  await ajoute();
  expect([await ligne(5), c.trouve('Plan')!.tableaux[0]!.lignes]).toEqual([['A3', '=Afficher', 46200], 5]);
});

test.each(REFUS)('%s est refusé par une phrase, et rien ne change', async (_, c, phrase) => {
  const avant = image(avec(c));
  expect(await conduisAsync(prevoisAjout(AJOUT), hoteExcel())).toMatchObject({ verdict: 'impossible', lignes: [{ effet: 'refuse', phrase }] });
  await expect(ajoute()).rejects.toThrow(phrase);
  expect(image(c)).toBe(avant);
});

test.each(['avant', 'apres'] as const)('coupé %s chaque action, l’ajout se recommence : une seule ligne, un seul tableau, étendu', async (quand) => {
  const fini = image(await (async () => {
    const c = avec(plan());
    await ajoute();
    return c;
  })());
  let coupures = 0;
  for (let k = 1; ; k++) {
    const c = avec(plan());
    let [rang, survenue] = [0, false];
    serveur.guet = ({ ecrit }) => {
      if (!ecrit || ++rang !== k) return null;
      survenue = true;
      return { quand, code: 'RequestAborted' };
    };
    await ajoute().catch((cause: unknown) => expect(cause).toMatchObject({ message: expect.stringMatching(/^Excel a interrompu/) as string }));
    serveur.guet = () => null;
    if (!survenue) break;
    coupures++;
    await ajoute();
    expect([k, image(c)]).toEqual([k, fini]);
  }
  expect(coupures).toBeGreaterThan(3);
});
