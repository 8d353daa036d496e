// L'aperçu d'un effacement, phrase par phrase ; le compte rendu dit la même chose une fois fait.
import type { Zone } from '../../src/socle/cellule';
import { efface, prevoisEffacement } from '../../src/socle/ecriture/effacement';
import { prepareEffacement, type PlanEffacement } from '../../src/socle/ecriture/effacement-plan';
import { OCTETS_MAX } from '../../src/socle/memoire';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

const HISTORIQUE = 'L’historique des versions (OneDrive, SharePoint, Google Drive) garde l’ancien contenu.';
const FIN = `garde - Les autres cellules ne changent pas. ${HISTORIQUE} Tapez EFFACER pour confirmer.`;
const zone = (ligne: number, colonne: number, lignes: number, colonnes: number): Zone => ({ feuille: 'Réponses', ligne, colonne, lignes, colonnes });
const UNE = zone(2, 1, 1, 1);
const BLOC = zone(3, 2, 3, 3);

const reponses = (): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Réponses');
  for (let ligne = 1; ligne <= 6; ligne++) for (let colonne = 1; colonne <= 5; colonne++) c.tape('Réponses', ligne, colonne, `${ligne}-${colonne}`);
  return c;
};
const plan = (c: ClasseurMemoire, ...zones: Zone[]): PlanEffacement => conduis(prepareEffacement(zones), c);
const phrases = (c: ClasseurMemoire, p: PlanEffacement): string[] => {
  const { feuille, verdict, lignes } = conduis(prevoisEffacement(p), c);
  return [`${feuille} ${verdict}`, ...lignes.map(({ effet, phrase, adresse }) => `${effet} ${adresse ?? '-'} ${phrase}`)];
};

test('un plan vide n’efface rien, et le dit', () => {
  const c = reponses();
  expect(conduis(prevoisEffacement(plan(c)), c)).toEqual({ feuille: null, verdict: 'rien', lignes: [{ effet: 'garde', phrase: 'Ce plan n’a aucune cellule à effacer.', adresse: null }] });
  expect(conduis(efface(plan(c), 'EFFACER'), c)).toEqual({ message: '0 cellule effacée : le plan est vide.', feuille: null, ecrit: false });
});

test('une cellule, un bloc : chacun est dit, avec son compte', () => {
  const c = reponses();
  const attendues = [
    'Réponses possible',
    'reecrit Réponses!A2 Réponses!A2 : 1 cellule sera effacée ; sa mise en forme reste.',
    'reecrit Réponses!B3 Réponses!B3:D5 : 9 cellules seront effacées ; leur mise en forme reste.',
  ];
  expect(phrases(c, plan(c, UNE, BLOC))).toEqual([...attendues, FIN]);
  expect(conduis(efface(plan(c, UNE, BLOC), 'EFFACER'), c)).toEqual({ message: `10 cellules effacées. ${HISTORIQUE}`, feuille: 'Réponses', ecrit: true });
});

test('une feuille protégée : l’aperçu dit pourquoi rien ne sera effacé', () => {
  const c = reponses();
  const p = plan(c, UNE);
  c.pourEcrire('Réponses').protegee = true;
  expect(phrases(c, p)).toEqual(['Réponses impossible', 'refuse - La feuille « Réponses » est protégée ; rien n’a été effacé. Ôtez sa protection, puis recommencez.']);
});

test.each<[number, string, string]>([
  [1, '8 cellules seront effacées ; leur mise en forme reste.', '1 cellule a changé depuis : laissée telle quelle, Réponses!B3.'],
  [2, '7 cellules seront effacées ; leur mise en forme reste.', '2 cellules ont changé depuis : laissées telles quelles, Réponses!B3, Réponses!C3.'],
  [5, '4 cellules seront effacées ; leur mise en forme reste.', '5 cellules ont changé depuis : laissées telles quelles, Réponses!B3, Réponses!C3, Réponses!D3, Réponses!B4, Réponses!C4.'],
  [8, '1 cellule sera effacée ; sa mise en forme reste.', '8 cellules ont changé depuis : laissées telles quelles, Réponses!B3, Réponses!C3, Réponses!D3, Réponses!B4, Réponses!C4….'],
])('coupé, puis %i cellules du bloc changées : elles restent, l’aperçu et le compte rendu les nomment', (nombre, effacees, laissees) => {
  const c = reponses();
  const p = plan(c, UNE, BLOC);
  c.memoire.set('effacement', JSON.stringify(p));
  for (let rang = 0; rang < nombre; rang++) c.tape('Réponses', 3 + Math.floor(rang / 3), 2 + (rang % 3), 'à moi');
  expect(phrases(c, p)).toEqual([
    'Réponses possible',
    'reecrit Réponses!A2 Réponses!A2 : 1 cellule sera effacée ; sa mise en forme reste.',
    `reecrit Réponses!B3 Réponses!B3:D5 : ${effacees}`,
    `garde Réponses!B3 ${laissees}`,
    FIN,
  ]);
  const faites = 10 - nombre;
  expect(conduis(efface(p, 'EFFACER'), c).message).toBe(`${faites} cellule${faites > 1 ? 's' : ''} effacée${faites > 1 ? 's' : ''}. ${laissees} ${HISTORIQUE}`);
});

test.each<[string, Zone, [number, number], string[]]>([
  ['dans une colonne', zone(1, 1, 3, 1), [2, 1], ['1-1', '3-1']],
  ['dans une ligne', zone(1, 1, 1, 3), [1, 2], ['1-1', '1-3']],
])('coupé, puis une cellule changée au milieu, %s : elle reste, celles des deux côtés s’effacent', (_, z, [ligne, colonne], effacees) => {
  const c = reponses();
  const p = plan(c, z);
  c.memoire.set('effacement', JSON.stringify(p));
  c.tape('Réponses', ligne, colonne, 'à moi');
  conduis(efface(p, 'EFFACER'), c);
  const restent = [...c.trouve('Réponses')!.cases.values()].map(({ v }) => v);
  expect(restent).toContain('à moi');
  expect(effacees.filter((valeur) => restent.includes(valeur))).toEqual([]);
});

describe('un grand plan', () => {
  const colonne = (lignes: number): Zone => zone(1, 1, lignes, 1);
  test('se garde cellule par cellule tant que la mémoire du classeur y suffit, à la cellule près ; au-delà, par groupes', () => {
    const c = reponses();
    let lignes = 900;
    while (plan(c, colonne(lignes + 1)).pas === 1) lignes++;
    const octets = JSON.stringify(plan(c, colonne(lignes))).length;
    // Une cellule de plus prend huit signes ; les deux autres sont les chiffres de « pas » qui ne servent pas.
    expect([octets <= OCTETS_MAX, octets > OCTETS_MAX - 10]).toEqual([true, true]);
    expect(plan(c, colonne(lignes + 1)).pas).toBe(2);
  });
  test('par groupes de quatre, une cellule changée arrête tout et désigne le début de son groupe', () => {
    const c = reponses();
    const p = plan(c, colonne(3000));
    expect(p.pas).toBe(4);
    c.tape('Réponses', 11, 1, 'à moi');
    expect(() => conduis(efface(p, 'EFFACER'), c)).toThrow('Réponses!A9 : Des cellules ont changé depuis que vous avez vu le plan');
  });
});
