// La purge, phrase par phrase et cas par cas : sauvegardes déjà vides, effacement en route ailleurs, quelqu'un qui y écrit au même moment.
import type { HoteSynchrone } from '../../src/socle/classeur';
import { lisMarque } from '../../src/socle/ecriture/marque';
import { apercuDePurge, preparePurge, videSauvegardes } from '../../src/socle/ecriture/purge';
import { conduis } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { avecSauvegardes, JOUR, purge } from './autres-ecritures';
import { apres, contenu, ecrit, PETIT } from './un-rapport';

const UNE = 'Sauvegarde Résultats';
const DEUX = 'Sauvegarde Résultats (2)';
const vide = (c: ClasseurMemoire, ...noms: string[]): ClasseurMemoire => {
  for (const nom of noms) for (const ligne of [1, 2]) c.tape(nom, ligne, 1, null);
  return c;
};
/** Un effacement de la personne, que rien n'a fini. */
const enRoute = (...feuilles: string[]): string => JSON.stringify({ zones: feuilles.map((feuille) => ({ feuille, ligne: 1, colonne: 1, lignes: 1, colonnes: 1 })), pas: 1, empreintes: feuilles.map(() => '00000000') });

test('l’aperçu compte les cellules remplies, et s’accorde', () => {
  const c = avecSauvegardes();
  c.tape(UNE, 1, 1, null);
  vide(c, DEUX);
  expect(apercuDePurge(conduis(preparePurge(), c))).toEqual({
    feuille: null, verdict: 'possible',
    lignes: [
      { effet: 'reecrit', phrase: `« ${UNE} » (copie de « Résultats » du 22/11/2026) : 1 cellule sera effacée.`, adresse: `${UNE}!A1` },
      { effet: 'reecrit', phrase: `« ${DEUX} » (copie de « Résultats » du 22/11/2026) : 0 cellule sera effacée.`, adresse: `${DEUX}!A1` },
      { effet: 'garde', phrase: 'Les onglets restent, vides : vous pourrez les supprimer vous-même.', adresse: null },
      { effet: 'garde', phrase: 'L’historique des versions (OneDrive, SharePoint, Google Drive) garde l’ancien contenu.', adresse: null },
    ],
  });
});

test('vidées par la personne elle-même : la purge le note, même quand un effacement attend ailleurs', () => {
  const c = vide(avecSauvegardes(), UNE, DEUX);
  c.memoire.set('effacement', enRoute('Sauvegarde du maire'));
  // Un tableur peut refuser une zone sans cellule.
  const strict: HoteSynchrone = { lis: (lecture) => { if (lecture.zones?.some(({ lignes }) => lignes < 1)) throw new Error('InvalidArgument : zone vide'); return c.lis(lecture); }, ecris: (lot) => c.ecris(lot) };
  expect(conduis(purge(), strict)).toMatchObject({ ecrit: true });
  expect(contenu(c, UNE, 2, 1)).toEqual([['Sauvegarde vidée le 22/11/2026 : vous pouvez supprimer cet onglet.'], ['']]);
  expect(c.memoire.get('effacement')).toBe(enRoute('Sauvegarde du maire'));
});

test.each([[['Sauvegarde du maire']], [[UNE, 'Sauvegarde du maire']]])('un effacement commencé dans %j, pas seulement des sauvegardes : il se finit d’abord', (feuilles) => {
  const c = avecSauvegardes();
  c.memoire.set('effacement', enRoute(...feuilles));
  expect(() => conduis(purge(), c)).toThrow(`Un effacement commencé dans « ${feuilles[0]} » n’a pas fini ; rien n’a été effacé. Terminez-le d’abord.`);
  expect(contenu(c, UNE, 2, 1)[1]).toEqual(['Mme Exemple']);
});

test.each([[['Disparue']], [['Sauvegarde du maire', 'Disparue']]])('un effacement commencé dans %j, dont une feuille n’existe plus, ne se finira jamais : il n’empêche rien', (feuilles) => {
  const c = avecSauvegardes();
  c.memoire.set('effacement', enRoute(...feuilles));
  expect(conduis(purge(), c)).toMatchObject({ ecrit: true });
  expect(c.memoire.has('effacement')).toBe(false);
});

test('quelqu’un écrit dans une sauvegarde que l’on vide : sa cellule reste', () => {
  const c = avecSauvegardes();
  let videes = false;
  const hote: HoteSynchrone = {
    lis: (lecture) => {
      if (videes) c.tape(UNE, 1, 1, 'à moi');
      videes = false;
      return c.lis(lecture);
    },
    ecris: (lot) => {
      c.ecris(lot);
      videes = lot.some((m) => m.genre === 'memoriser' && m.clef === 'effacement' && m.valeur === null);
    },
  };
  expect(() => conduis(purge(), hote)).toThrow(expect.objectContaining({ message: `${UNE}!A1 : Quelqu’un écrit dans « ${UNE} ». Attendez qu’il finisse, puis recommencez.`, adresse: `${UNE}!A1` }));
  expect(contenu(c, UNE, 1, 1)).toEqual([['à moi']]);
});

test('une seule, de deux colonnes : ses styles partent avec ses valeurs, elle reste reconnue comme la nôtre', () => {
  const c = apres(PETIT);
  c.tape('Résultats', 2, 2, 99);
  ecrit(c, PETIT);
  for (const [ligne, colonne] of [[1, 1], [1, 2], [2, 1], [2, 2]] as const) c.ecris([{ genre: 'styler', zone: { feuille: UNE, ligne, colonne, lignes: 1, colonnes: 1 }, style: { gras: true } }]);
  expect(c.trouve(UNE)!.cases.size).toBe(4);
  expect(conduis(purge(), c).message).toMatch(/^1 sauvegarde vidée ; /);
  expect([...c.trouve(UNE)!.cases.values()].map(({ v }) => v)).toEqual(['Sauvegarde vidée le 22/11/2026 : vous pouvez supprimer cet onglet.']);
  expect(lisMarque(c.trouve(UNE)!.marque)).toMatchObject({ genre: 'sauvegarde.essai.rapport', de: 'Résultats', videe: true });
});

test('rien à vider, ou une sauvegarde disparue depuis la liste : une phrase le dit', () => {
  expect(conduis(purge(), apres(PETIT))).toEqual({ message: 'Ce classeur n’a pas de sauvegarde à vider : rien n’a été écrit.', feuille: null, ecrit: false });
  const c = avecSauvegardes();
  const plan = conduis(preparePurge(), c);
  c.pourEcrire(UNE).nom = 'Ancienne';
  expect(() => conduis(videSauvegardes(plan, 'EFFACER', JOUR), c)).toThrow(`« ${UNE} » n’est pas une sauvegarde, ou n’existe plus ; rien n’a été effacé. Relisez la liste, puis confirmez de nouveau.`);
});
