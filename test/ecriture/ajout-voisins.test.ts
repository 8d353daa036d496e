// Ajouter dans une feuille à plusieurs tableaux : seul celui de la liste s'étend, et toutes ses colonnes disent où il finit.
import { ajouteLigne, prevoisAjout } from '../../src/socle/ecriture/ajout';
import type { HoteSynchrone, Tableau } from '../../src/socle/classeur';
import { conduis } from '../../src/socle/suite';
import { AJOUT, plan } from './plan-tableau';

const ACTIONS: Tableau = { nom: 'Actions', ligne: 2, colonne: 2, lignes: 3, colonnes: 3, total: false };
const VOISINS: readonly Tableau[] = [
  { ...ACTIONS, nom: 'Plus bas', ligne: 20 },
  { ...ACTIONS, nom: 'À gauche', colonne: 1, colonnes: 1 },
  { ...ACTIONS, nom: 'À droite', colonne: 10 },
];

test('seul le tableau qui contient la colonne du numéro s’étend', () => {
  const c = plan();
  c.pourEcrire('Plan').tableaux = [...VOISINS, ACTIONS];
  conduis(ajouteLigne(AJOUT), c);
  expect(c.trouve('Plan')!.tableaux).toEqual([...VOISINS, { ...ACTIONS, lignes: 4 }]);
});

test.each(VOISINS.map((voisin) => ({ nom: voisin.nom, voisin })))('une liste sans tableau, un tableau « $nom » : il ne s’étend pas', ({ voisin }) => {
  const c = plan();
  c.pourEcrire('Plan').tableaux = [voisin];
  c.tape('Plan', 5, 7, null);
  expect(conduis(ajouteLigne(AJOUT), c).message).toBe('La ligne A3 est ajoutée en Plan!B5.');
  expect(c.trouve('Plan')!.tableaux).toEqual([voisin]);
});

test.each([['première', 2], ['dernière', 4]])('une ligne du tableau qui n’a que sa %s colonne compte : l’ajout va dessous', (_, seule) => {
  const c = plan();
  c.tape('Plan', 5, 7, null);
  for (const colonne of [2, 3, 4]) if (colonne !== seule) c.tape('Plan', 4, colonne, null);
  expect(conduis(ajouteLigne(AJOUT), c).message).toBe('La ligne A3 est ajoutée en Plan!B5.');
});

test('un tableur qui n’a pas de tableaux reçoit la ligne comme une autre', () => {
  const c = plan();
  c.tape('Plan', 5, 7, null);
  const sans: HoteSynchrone = {
    lis: ({ zones }) => c.lis(zones ? { zones } : {}),
    ecris: (lot) => c.ecris(lot),
  };
  expect(conduis(ajouteLigne(AJOUT), sans).message).toBe('La ligne A3 est ajoutée en Plan!B5.');
});

test.each<[string, boolean, string[]]>([
  ['dans une liste', false, ['La ligne A3 sera ajoutée au pied de la liste.', 'Les lignes déjà là ne changent pas.']],
  ['coupé dans un tableau', true, ['La ligne A3 sera complétée.', 'Le tableau « Actions » sera étendu d’une ligne.', 'Les lignes déjà là ne changent pas.']],
])('l’aperçu d’un ajout %s', (_, coupe, attendues) => {
  const c = plan();
  c.pourEcrire('Plan').tableaux = coupe ? [ACTIONS] : [];
  if (coupe) c.tape('Plan', 5, 2, 'A3');
  else c.tape('Plan', 5, 7, null);
  const { feuille, verdict, lignes } = conduis(prevoisAjout(AJOUT), c);
  expect([feuille, verdict]).toEqual(['Plan', 'possible']);
  expect(lignes.map(({ phrase }) => phrase)).toEqual(attendues);
  expect(lignes[0]!.adresse).toBe('Plan!B5');
});

test.each<[string, (c: ReturnType<typeof plan>) => void, string]>([
  ['la place d’une valeur est prise', (c) => { c.tape('Plan', 5, 6, 'à moi'); }, 'Plan!F5 : Cette cellule, à côté du tableau, n’est pas vide ; rien n’a été changé. Déplacez-la, puis recommencez.'],
  ['le numéro est celui d’une autre ligne', (c) => { c.tape('Plan', 4, 2, 'A3'); }, 'Plan!B4 : Le numéro A3 est déjà pris par une autre ligne ; rien n’a été changé. Choisissez un autre numéro.'],
])('rien n’est ajouté quand %s', (_, geste, phrase) => {
  const c = plan();
  geste(c);
  expect(() => conduis(ajouteLigne({ ...AJOUT, valeurs: new Map([...AJOUT.valeurs, [6, 'vu']]) }), c)).toThrow(phrase);
});
