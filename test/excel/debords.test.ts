// Une cellule fusionnée à cheval sur le bord de notre feuille : défusionner notre zone la déferait au-dehors. Elle se dit avant d'écrire, et rien ne change.
import { hoteExcel } from '../../addin/hote';
import { resultats } from '../../src/outils/demandes-ecrites/resultats';
import type { Rectangle } from '../../src/socle/cellule';
import { conduisAsync } from '../../src/socle/suite';
import { clef, ligneDe } from '../hotes/classeur-memoire';
import { branche, CONSTRUCTIONS } from '../hotes/excel/client';
import { Serveur } from '../hotes/excel/serveur';
import { registre } from '../hotes/excel/volet';

const contexte = (au: number) => ({ aujourdhui: 46400, au, saisies: {} });
/** Le rapport écrit une première fois ; il occupe les colonnes A à I. */
const ecrit = async (construction: (typeof CONSTRUCTIONS)[number] = 'excel-win32-16.01') => {
  const serveur = new Serveur(registre());
  branche(serveur, construction);
  const hote = hoteExcel();
  await conduisAsync(resultats.execute(contexte(46347)), hote);
  const c = serveur.classeurMemoire;
  const dernieres = Math.max(...[...c.trouve('Résultats')!.cases.keys()].map(ligneDe));
  const fusionne = (r: Rectangle): void => void c.pourEcrire('Résultats').fusions.push({ feuille: 'Résultats', ...r });
  const etat = (): string => JSON.stringify(c.feuilles.map(({ nom, marque, cases, fusions }) => [nom, marque, ...cases, fusions]));
  return { serveur, hote, c, dernieres, fusionne, etat, refait: () => conduisAsync(resultats.execute(contexte(46348)), hote) };
};
const r = (ligne: number, colonne: number, lignes: number, colonnes: number): Rectangle => ({ ligne, colonne, lignes, colonnes });

test.each(CONSTRUCTIONS)('%s : à droite, elle arrête l’écriture et l’aperçu, en nommant ses cellules ; défusionnée, l’écriture se fait', async (construction) => {
  const { serveur, hote, c, fusionne, etat, refait } = await ecrit(construction);
  fusionne(r(5, 9, 2, 3));
  const avant = etat();
  const phrase = 'Résultats!I5 : Des cellules fusionnées (I5:K6) débordent de la zone de « Résultats » ; rien n’a été changé. Défusionnez-les, puis recommencez.';
  await expect(refait()).rejects.toMatchObject({ message: phrase, adresse: 'Résultats!I5' });
  expect(await conduisAsync(resultats.prevois(contexte(46348)), hote)).toMatchObject({ verdict: 'impossible', lignes: [{ effet: 'refuse', phrase }] });
  expect(etat()).toBe(avant);
  c.pourEcrire('Résultats').fusions.pop();
  expect(await refait()).toMatchObject({ ecrit: true });
  expect(serveur.nonModelises).toEqual([]);
});

test('dessous et dans le coin aussi', async () => {
  const { dernieres, fusionne, refait } = await ecrit();
  fusionne(r(dernieres, 2, 2, 1));
  fusionne(r(dernieres - 1, 9, 3, 2));
  await expect(refait()).rejects.toThrow(`(I${dernieres - 1}:J${dernieres + 1}, B${dernieres}:B${dernieres + 1})`);
});

test('dehors, même collée au bord, elle reste et n’arrête rien ; dedans, la nôtre la remplace', async () => {
  const { c, dernieres, fusionne, refait } = await ecrit();
  const dehors = [r(3, 10, 2, 2), r(dernieres + 1, 1, 1, 4), r(dernieres + 1, 10, 2, 1)];
  dehors.forEach(fusionne);
  fusionne(r(6, 8, 2, 2));
  const siennes = (): unknown[] => c.trouve('Résultats')!.fusions.map(({ ligne, colonne, lignes, colonnes }) => r(ligne, colonne, lignes, colonnes));
  await refait();
  expect(siennes()).toEqual(expect.arrayContaining(dehors));
  expect(siennes()).not.toContainEqual(r(6, 8, 2, 2));
  expect(c.trouve('Résultats')!.cases.get(clef(2, 1))!.v).toMatch(/^À jour au/);
});
