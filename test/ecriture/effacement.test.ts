// Effacer : exactement les cellules confirmées, rien d'autre ; interrompu, il se voit et se finit.
import type { HoteSynchrone, Modification } from '../../src/socle/classeur';
import { efface, MOT_DE_CONFIRMATION } from '../../src/socle/ecriture/effacement';
import { effacementInterrompu, prepareEffacement } from '../../src/socle/ecriture/effacement-plan';
import { conduis } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { ClasseurMemoire, type Mode } from '../hotes/classeur-memoire';
import { HoteEnPanne, MODES } from '../hotes/pannes';

const ZONES = [{ feuille: 'Réponses', ligne: 2, colonne: 2, lignes: 3, colonnes: 1 }, { feuille: 'Contacts', ligne: 1, colonne: 1, lignes: 2, colonnes: 2 }];
const enquete = (mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
  const classeur = new ClasseurMemoire(mode, graine);
  for (const nom of ['Réponses', 'Contacts']) {
    classeur.ajoute(nom);
    for (let ligne = 1; ligne <= 4; ligne++) for (let colonne = 1; colonne <= 3; colonne++) classeur.tape(nom, ligne, colonne, `${nom} ${ligne}-${colonne}`, { gras: true });
  }
  return classeur;
};
const contenu = (classeur: ClasseurMemoire): unknown[] =>
  classeur.lis({ zones: ['Réponses', 'Contacts'].map((feuille) => ({ feuille, ligne: 1, colonne: 1, lignes: 4, colonnes: 3 })) }).plages.map((plage) => Array.from({ length: 4 }, (_, i) => Array.from({ length: 3 }, (__, j) => plage[i]?.[j] ?? '')));

test('les cellules du plan sont vidées, leurs voisines non', () => {
  const classeur = enquete();
  const plan = conduis(prepareEffacement(ZONES), classeur);
  expect(conduis(efface(plan, 'effacer'), classeur).message).toContain('7 cellules effacées. L’historique des versions');
  expect(contenu(classeur)).toEqual([
    [['Réponses 1-1', 'Réponses 1-2', 'Réponses 1-3'], ['Réponses 2-1', '', 'Réponses 2-3'], ['Réponses 3-1', '', 'Réponses 3-3'], ['Réponses 4-1', '', 'Réponses 4-3']],
    [['', '', 'Contacts 1-3'], ['', '', 'Contacts 2-3'], ['Contacts 3-1', 'Contacts 3-2', 'Contacts 3-3'], ['Contacts 4-1', 'Contacts 4-2', 'Contacts 4-3']],
  ]);
  expect(effacementInterrompu(classeur.lis({}).memoire)).toBeNull();
});

test.each(['', 'oui', 'EFFACE'])('sans le mot exact (« %s »), rien n’est effacé', (mot) => {
  const classeur = enquete();
  const plan = conduis(prepareEffacement(ZONES), classeur);
  const avant = contenu(classeur);
  expect(() => conduis(efface(plan, mot), classeur)).toThrow(`L’effacement n’est pas confirmé ; rien n’a été changé. Tapez ${MOT_DE_CONFIRMATION} pour confirmer.`);
  expect(contenu(classeur)).toEqual(avant);
});

test('une cellule changée depuis que la personne a vu le plan arrête tout', () => {
  const classeur = enquete();
  const plan = conduis(prepareEffacement(ZONES), classeur);
  classeur.tape('Contacts', 2, 2, 'corrigé à l’instant');
  const avant = contenu(classeur);
  expect(() => conduis(efface(plan, 'EFFACER'), classeur)).toThrow('rien n’a été effacé');
  expect(contenu(classeur)).toEqual(avant);
});

test.each<[string, (c: ClasseurMemoire) => void, string]>([
  ['protégée', (c) => void (c.pourEcrire('Contacts').protegee = true), 'La feuille « Contacts » est protégée ; rien n’a été effacé. Ôtez sa protection, puis recommencez.'],
  ['supprimée', (c) => void (c.feuilles = c.feuilles.filter(({ nom }) => nom !== 'Contacts')), 'La feuille « Contacts » n’existe plus ; rien n’a été effacé. Relisez le plan, puis confirmez de nouveau.'],
  ['corrigée', (c) => c.tape('Contacts', 2, 2, null), 'Contacts!B2 : Des cellules ont changé depuis que vous avez vu le plan ; rien n’a été effacé. Relisez le plan, puis confirmez de nouveau.'],
])('une feuille %s depuis que la personne a vu le plan : rien n’est effacé, pas même ailleurs', (_, geste, phrase) => {
  const classeur = enquete();
  const plan = conduis(prepareEffacement(ZONES), classeur);
  geste(classeur);
  expect(() => conduis(efface(plan, 'EFFACER'), classeur)).toThrow(phrase);
  expect([...classeur.memoire.keys()]).toEqual([]);
  expect(classeur.trouve('Réponses')!.cases.size).toBe(12);
});

test.each(['EFFACER', ' effacer ', 'Effacer'])('« %s » confirme', (mot) => {
  const classeur = enquete();
  const [zone] = ZONES;
  const plan = conduis(prepareEffacement([{ ...zone!, lignes: 1 }]), classeur);
  expect(conduis(efface(plan, mot), classeur)).toEqual({ message: '1 cellule effacée. L’historique des versions (OneDrive, SharePoint, Google Drive) garde l’ancien contenu.', feuille: 'Réponses', ecrit: true });
});

test('un plan sans cellule n’efface rien', () => {
  const classeur = enquete();
  expect(conduis(efface(conduis(prepareEffacement([]), classeur), 'EFFACER'), classeur)).toMatchObject({ feuille: null, message: expect.stringMatching(/^0 cellule effacée/) });
});

test('une cellule à faux ou à zéro compte : la remplacer par un vide arrête tout', () => {
  for (const valeur of [0, false]) {
    const classeur = enquete();
    classeur.tape('Réponses', 2, 2, valeur);
    const plan = conduis(prepareEffacement(ZONES), classeur);
    classeur.tape('Réponses', 2, 2, null);
    expect(() => conduis(efface(plan, 'EFFACER'), classeur)).toThrow('Réponses!B2 : Des cellules ont changé');
  }
});

test.each<[string, (m: Modification) => Modification[], string]>([
  ['une zone entière', (m) => (m.genre === 'ecrire' && m.feuille === 'Contacts' ? [] : [m]), 'Contacts!A1'],
  ['la dernière ligne d’une zone', (m) => [m.genre === 'ecrire' ? { ...m, valeurs: m.valeurs.slice(0, -1) } : m], 'Réponses!B2'],
  ['la dernière colonne d’une zone', (m) => [m.genre === 'ecrire' && m.feuille === 'Contacts' ? { ...m, valeurs: m.valeurs.map((ligne) => ligne.slice(0, -1)) } : m], 'Contacts!A1'],
])('si le tableur a gardé %s, une phrase donne la zone, et l’effacement reste en route', (_, change, ou) => {
  const classeur = enquete();
  const plan = conduis(prepareEffacement(ZONES), classeur);
  const infidele: HoteSynchrone = { lis: (lecture) => classeur.lis(lecture), ecris: (lot) => classeur.ecris(lot.flatMap(change)) };
  expect(() => conduis(efface(plan, 'EFFACER'), infidele)).toThrow(`${ou} : Le tableur n’a pas tout effacé. Vérifiez que la feuille n’est pas protégée, puis recommencez.`);
  expect(effacementInterrompu(classeur.lis({}).memoire)).toEqual(plan);
  conduis(efface(plan, 'EFFACER'), classeur);
  expect(effacementInterrompu(classeur.lis({}).memoire)).toBeNull();
});

test('une zone plus grande que ce qui est écrit, que l’hôte rende ou non les cellules vides', () => {
  for (let graine = 1; graine <= 20; graine++) {
    const classeur = enquete('immediat', graine);
    const plan = conduis(prepareEffacement([{ feuille: 'Réponses', ligne: 3, colonne: 2, lignes: 6, colonnes: 4 }]), classeur);
    expect(conduis(efface(plan, 'EFFACER'), classeur).message).toContain('24 cellules effacées');
    expect(classeur.trouve('Réponses')!.cases.size).toBe(12);
    expect(contenu(classeur)[0]).toEqual([['Réponses 1-1', 'Réponses 1-2', 'Réponses 1-3'], ['Réponses 2-1', 'Réponses 2-2', 'Réponses 2-3'], ['Réponses 3-1', '', ''], ['Réponses 4-1', '', '']]);
  }
});

test('un autre effacement resté en route ne dispense pas de vérifier celui-ci', () => {
  const classeur = enquete();
  const plan = conduis(prepareEffacement(ZONES), classeur);
  classeur.memoire.set('effacement', JSON.stringify(conduis(prepareEffacement([ZONES[0]!]), classeur)));
  classeur.tape('Réponses', 2, 2, 'corrigé');
  expect(() => conduis(efface(plan, 'EFFACER'), classeur)).toThrow('Des cellules ont changé');
});

test('le plan est dans la mémoire avant que rien ne s’efface', () => {
  const lots: unknown[] = [];
  const classeur = enquete();
  const plan = conduis(prepareEffacement(ZONES), classeur);
  conduis(efface(plan, 'EFFACER'), { lis: (lecture) => classeur.lis(lecture), ecris: (lot) => (lots.push(lot.map((m) => (m.genre === 'ecrire' ? m.valeurs : m.genre))), classeur.ecris(lot)) });
  expect(lots).toEqual([['memoriser', 'barriere', [[null], [null], [null]], [[null, null], [null, null]], 'barriere'], ['memoriser']]);
});

test.each<[string, Record<string, string>]>([
  ['rien', {}],
  ['un texte abîmé', { effacement: '{' }],
  ['un plan sans zones', { effacement: '{"empreintes":[],"pas":1}' }],
  ['un plan sans pas', { effacement: '{"zones":[],"empreintes":[]}' }],
  ['un plan d’un pas nul', { effacement: '{"zones":[],"empreintes":[],"pas":0}' }],
  ['un plan sans empreintes', { effacement: '{"zones":[],"pas":1}' }],
])('la mémoire du classeur porte %s : aucun effacement en route', (_, memoire) => expect(effacementInterrompu(memoire)).toBeNull());

describe.each(['immediat', 'tampon'] as const)('hôte %s', (mode) => {
  test.each(MODES)('%s à chaque point : recommencer finit, et rien d’autre n’a bougé', (panne) => {
    const attendu = enquete();
    conduis(efface(conduis(prepareEffacement(ZONES), attendu), 'EFFACER'), attendu);
    for (let graine = 1; graine <= plusCourt(8); graine++) {
      for (let k = 1; ; k++) {
        const classeur = enquete(mode, graine * 100 + k);
        const plan = conduis(prepareEffacement(ZONES), classeur);
        const hote = new HoteEnPanne(classeur, k, panne);
        try {
          conduis(efface(plan, 'EFFACER'), hote);
        } catch {
          const entame = JSON.stringify(contenu(classeur)) !== JSON.stringify(contenu(enquete()));
          const fini = JSON.stringify(contenu(classeur)) === JSON.stringify(contenu(attendu));
          // Entamé sans être fini : c'est écrit dans la mémoire du classeur, l'ouverture suivante le propose.
          if (entame && !fini) expect(effacementInterrompu(classeur.lis({}).memoire)).toEqual(plan);
          conduis(efface(effacementInterrompu(classeur.lis({}).memoire) ?? conduis(prepareEffacement(ZONES), classeur), 'EFFACER'), classeur);
        }
        expect(contenu(classeur)).toEqual(contenu(attendu));
        expect(effacementInterrompu(classeur.lis({}).memoire)).toBeNull();
        if (hote.depassee) break;
      }
    }
  });
});

test('un autre effacement resté en route n’est pas oublié : il se finit d’abord', () => {
  const classeur = enquete();
  const autre = conduis(prepareEffacement([ZONES[1]!]), classeur);
  classeur.ecris([{ genre: 'memoriser', clef: 'effacement', valeur: JSON.stringify(autre) }]);
  const avant = contenu(classeur);
  expect(() => conduis(efface(conduis(prepareEffacement([ZONES[0]!]), classeur), 'EFFACER'), classeur)).toThrow('Un effacement commencé dans « Contacts » n’a pas fini ; rien n’a été effacé. Terminez-le d’abord.');
  expect(contenu(classeur)).toEqual(avant);
  conduis(efface(autre, 'EFFACER'), classeur);
  expect(conduis(efface(conduis(prepareEffacement([ZONES[0]!]), classeur), 'EFFACER'), classeur).ecrit).toBe(true);
});
