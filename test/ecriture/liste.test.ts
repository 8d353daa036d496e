// Une liste où des personnes écrivent : leurs cellules ne bougent jamais, les nôtres suivent, rien ne se perd, quelle que soit la coupure.
import type { HoteSynchrone, Modification } from '../../src/socle/classeur';
import { ecrisListe } from '../../src/socle/ecriture/liste';
import type { Liste } from '../../src/socle/ecriture/liste-examen';
import { lisMarque } from '../../src/socle/ecriture/marque';
import { BANNIERE_INTERROMPUE } from '../../src/socle/ecriture/rapport-examen';
import { aReprendre } from '../../src/socle/ecriture/reprise';
import { conduis } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { ClasseurMemoire, type Mode } from '../hotes/classeur-memoire';
import { HoteEnPanne, MODES } from '../hotes/pannes';

const liste = (...lignes: [string, string, string][]): Liste => ({
  genre: 'plan.suivi', nom: 'Suivi', banniere: 'À jour au 22/11/2026', titres: ['Numéro', 'Libellé', 'Commentaire', 'État'], colonneNumero: 1, calculees: [4],
  disparue: { colonne: 4, texte: 'n’est plus dans la source' }, lignes: lignes.map(([numero, libelle, etat]) => ({ numero, valeurs: [numero, libelle, '', etat] })),
});
const AVANT = liste(['A1', 'Relire', 'en cours'], ['A2', 'Afficher', 'prévue']);
const APRES = liste(['A1', 'Relire autrement', 'terminée'], ['A3', 'Former', 'prévue']);
const lignes = (classeur: ClasseurMemoire, feuille = 'Suivi'): unknown[] => {
  const lues = classeur.lis({ zones: [{ feuille, ligne: 1, colonne: 1, lignes: 8, colonnes: 5 }] }).plages[0] ?? [];
  return Array.from({ length: 8 }, (_, i) => Array.from({ length: 5 }, (__, j) => lues[i]?.[j] ?? ''));
};
const depart = (mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
  const classeur = new ClasseurMemoire(mode, graine);
  classeur.ajoute('Mes notes');
  classeur.tape('Mes notes', 1, 1, 'à moi');
  conduis(ecrisListe(AVANT), classeur);
  classeur.tape('Suivi', 3, 3, 'vu avec le maire');
  classeur.tape('Suivi', 4, 2, 'Afficher (corrigé)');
  classeur.tape('Suivi', 5, 5, 'note à côté');
  return classeur;
};

test('la première fois, la liste est créée avec ses titres', () => {
  const classeur = new ClasseurMemoire();
  expect(conduis(ecrisListe(AVANT), classeur).message).toBe('L’onglet « Suivi » est créé.');
  expect(lignes(classeur).slice(0, 4)).toEqual([['À jour au 22/11/2026', '', '', '', ''], ['Numéro', 'Libellé', 'Commentaire', 'État', ''], ['A1', 'Relire', '', 'en cours', ''], ['A2', 'Afficher', '', 'prévue', '']]);
});

test('une mise à jour recalcule nos colonnes, garde celles des personnes, signale ce qui a disparu, ajoute au pied', () => {
  const classeur = depart();
  conduis(ecrisListe(APRES), classeur);
  expect(lignes(classeur).slice(2, 6)).toEqual([
    ['A1', 'Relire', 'vu avec le maire', 'terminée', ''],
    ['A2', 'Afficher (corrigé)', '', 'n’est plus dans la source', ''],
    ['A3', 'Former', '', 'prévue', 'note à côté'],
    ['', '', '', '', ''],
  ]);
  expect(lignes(classeur, 'Mes notes')[0]).toEqual(['à moi', '', '', '', '']);
});

test('les mêmes lignes ne font rien écrire', () => {
  const classeur = depart();
  conduis(ecrisListe(APRES), classeur);
  expect(conduis(ecrisListe(APRES), classeur)).toMatchObject({ ecrit: false });
});

test('deux lignes du même numéro arrêtent tout, par une phrase', () => {
  const classeur = depart();
  classeur.tape('Suivi', 5, 1, 'A1');
  const avant = lignes(classeur);
  expect(() => conduis(ecrisListe(APRES), classeur)).toThrow('Suivi!A5 : Deux lignes portent le numéro A1 (la première en ligne 3) ; rien n’a été changé');
  expect(lignes(classeur)).toEqual(avant);
});

const ecrit = (classeur: ClasseurMemoire, voulue: Liste) => conduis(ecrisListe(voulue), classeur);
const CREEE = 'L’onglet « Suivi » est créé.';

test('créée à côté d’un onglet du même nom ; le journal de création se ferme, la marque est « ok »', () => {
  const classeur = new ClasseurMemoire();
  classeur.ajoute('suivi');
  expect(ecrit(classeur, AVANT)).toEqual({ message: 'L’onglet « Suivi (2) » est créé.', feuille: 'Suivi (2)', ecrit: true });
  expect([...classeur.memoire.keys()]).toEqual([]);
  expect(lisMarque(classeur.trouve('Suivi (2)')!.marque)).toEqual({ v: 1, genre: 'plan.suivi', etat: 'ok', lignes: 2, colonnes: 4, empreinte: '' });
});

test('une liste vide est créée avec ses titres, puis reçoit ses lignes', () => {
  const classeur = new ClasseurMemoire();
  expect(ecrit(classeur, liste()).message).toBe(CREEE);
  expect(lignes(classeur).slice(1, 3)).toEqual([['Numéro', 'Libellé', 'Commentaire', 'État', ''], ['', '', '', '', '']]);
  expect(ecrit(classeur, AVANT)).toEqual({ message: '« Suivi » est à jour.', feuille: 'Suivi', ecrit: true });
  expect(lignes(classeur)[3]).toEqual(['A2', 'Afficher', '', 'prévue', '']);
});

test('les mêmes lignes : rien n’est écrit, et c’est dit', () => {
  const classeur = depart();
  expect(conduis(ecrisListe(AVANT), { lis: (lecture) => classeur.lis(lecture), ecris: () => { throw new Error('écrit'); } })).toEqual({ message: '« Suivi » est déjà à jour : rien n’a été écrit.', feuille: 'Suivi', ecrit: false });
});

test.each<[string, (c: ClasseurMemoire) => void, Liste]>([
  ['la date de la bannière a changé', () => undefined, { ...AVANT, banniere: 'À jour au 23/11/2026' }],
  ['quelqu’un a écrit sur un titre', (c) => c.tape('Suivi', 2, 4, 'Avancement'), AVANT],
  ['une colonne porte un autre titre', () => undefined, { ...AVANT, titres: ['Numéro', 'Libellé', 'Remarque', 'État'] }],
  ['quelqu’un a écrit dans une colonne calculée', (c) => c.tape('Suivi', 3, 4, 'fini !'), AVANT],
  ['la marque dit l’écriture en cours', (c) => void (c.pourEcrire('Suivi').marque = c.trouve('Suivi')!.marque!.replace('"ok"', '"ecriture"')), AVANT],
])('%s : la feuille est remise à jour, les cellules des personnes restent', (_, geste, voulue) => {
  const classeur = depart();
  geste(classeur);
  expect(ecrit(classeur, voulue).message).toBe('« Suivi » est à jour.');
  expect(lignes(classeur).slice(0, 5)).toEqual([
    [voulue.banniere, '', '', '', ''], [...voulue.titres, ''],
    ['A1', 'Relire', 'vu avec le maire', 'en cours', ''], ['A2', 'Afficher (corrigé)', '', 'prévue', ''], ['', '', '', '', 'note à côté'],
  ]);
  expect(ecrit(classeur, voulue).ecrit).toBe(false);
});

test('une valeur calculée devenue vide s’efface ; un nombre égal au texte lu n’est pas récrit', () => {
  const classeur = depart();
  ecrit(classeur, liste(['A1', 'Relire', ''], ['A2', 'Afficher', '7']));
  expect([lignes(classeur)[2], lignes(classeur)[3]]).toEqual([['A1', 'Relire', 'vu avec le maire', '', ''], ['A2', 'Afficher (corrigé)', '', '7', '']]);
  classeur.tape('Suivi', 4, 4, 7);
  expect(ecrit(classeur, liste(['A1', 'Relire', ''], ['A2', 'Afficher', '7'])).ecrit).toBe(false);
});

test('une ligne disparue le dit une fois ; revenue, elle retrouve sa valeur', () => {
  const classeur = depart();
  const sans = liste(['A1', 'Relire', 'en cours']);
  ecrit(classeur, sans);
  expect((lignes(classeur)[3] as unknown[])[3]).toBe('n’est plus dans la source');
  expect(ecrit(classeur, sans).ecrit).toBe(false);
  ecrit(classeur, AVANT);
  expect((lignes(classeur)[3] as unknown[])[3]).toBe('prévue');
});

test('la seconde de deux lignes du même numéro est dite, avec la première', () => {
  const classeur = depart();
  classeur.tape('Suivi', 7, 1, 'A2');
  expect(() => ecrit(classeur, APRES)).toThrow('Suivi!A7 : Deux lignes portent le numéro A2 (la première en ligne 4) ; rien n’a été changé. Donnez un numéro à chacune.');
});

test('un numéro entre des espaces, ou en nombre, est reconnu ; une ligne sans numéro reste à la personne', () => {
  const classeur = new ClasseurMemoire();
  const numerotee = liste(['1', 'Relire', 'en cours'], ['2', 'Afficher', 'prévue']);
  ecrit(classeur, numerotee);
  classeur.tape('Suivi', 3, 1, 1);
  classeur.tape('Suivi', 4, 1, ' 2 ');
  classeur.tape('Suivi', 6, 2, 'ma ligne à moi');
  expect(ecrit(classeur, numerotee).ecrit).toBe(false);
  ecrit(classeur, liste(['1', 'Relire', 'en cours'], ['2', 'Afficher', 'prévue'], ['3', 'Former', 'prévue']));
  expect(lignes(classeur).slice(4, 7)).toEqual([['', '', '', '', ''], ['', 'ma ligne à moi', '', '', ''], ['3', 'Former', '', 'prévue', '']]);
});

test('la feuille d’un autre outil n’est pas la nôtre, même seule à porter une marque', () => {
  const classeur = new ClasseurMemoire();
  ecrit(classeur, { ...AVANT, genre: 'rgpd.registre', nom: 'Traitements' });
  const autre = classeur.trouve('Traitements');
  expect(ecrit(classeur, AVANT).message).toBe(CREEE);
  expect(classeur.trouve('Traitements')).toBe(autre);
});

test('il ne reste que la bannière : titres et lignes reviennent, que l’hôte rende ou non les lignes vides', () => {
  for (let graine = 1; graine <= 10; graine++) {
    const classeur = new ClasseurMemoire('immediat', graine);
    ecrit(classeur, AVANT);
    for (let ligne = 2; ligne <= 4; ligne++) for (let colonne = 1; colonne <= 4; colonne++) classeur.tape('Suivi', ligne, colonne, null);
    expect(ecrit(classeur, AVANT).message).toBe('« Suivi » est à jour.');
    expect(lignes(classeur).slice(1, 4)).toEqual([['Numéro', 'Libellé', 'Commentaire', 'État', ''], ['A1', 'Relire', '', 'en cours', ''], ['A2', 'Afficher', '', 'prévue', '']]);
  }
});

test('le numéro peut être dans une autre colonne que la première', () => {
  const classeur = new ClasseurMemoire();
  const autre: Liste = { ...AVANT, titres: ['Libellé', 'Numéro', 'État'], colonneNumero: 2, calculees: [3], disparue: { colonne: 3, texte: 'disparue' }, lignes: [{ numero: 'A1', valeurs: ['Relire', 'A1', 'en cours'] }] };
  ecrit(classeur, autre);
  expect(lignes(classeur)[2]).toEqual(['Relire', 'A1', 'en cours', '', '']);
  classeur.tape('Suivi', 4, 2, 'A1');
  expect(() => ecrit(classeur, { ...autre, lignes: [] })).toThrow('Suivi!B4 : Deux lignes portent le numéro A1 (la première en ligne 3) ; rien n’a été changé. Donnez un numéro à chacune.');
});

test.each<[string, (c: ClasseurMemoire) => void, string]>([
  ['protégée', (c) => void (c.pourEcrire('Suivi').protegee = true), 'La feuille « Suivi » est protégée ; rien n’a été changé. Ôtez sa protection, puis recommencez.'],
  ['supprimée au même moment', (c) => void (c.feuilles = c.feuilles.filter(({ nom }) => nom !== 'Suivi')), 'La feuille « Suivi » n’existe plus. Recommencez : elle sera recréée.'],
])('une feuille %s : une phrase, rien ne change', (_, geste, phrase) => {
  const classeur = depart();
  const avant = lignes(classeur);
  let lectures = 0;
  const hote: HoteSynchrone = { lis: (lecture) => { if (++lectures === 2) geste(classeur); return classeur.lis(lecture); }, ecris: (lot) => classeur.ecris(lot) };
  expect(() => conduis(ecrisListe(APRES), hote)).toThrow(phrase);
  if (classeur.trouve('Suivi')) expect(lignes(classeur)).toEqual(avant);
});

test.each<[string, (m: Modification) => boolean, string]>([
  ['une valeur calculée', (m) => m.genre === 'ecrire' && m.ligne === 3 && m.colonne === 4, 'Suivi!D3'],
  ['une ligne ajoutée', (m) => m.genre === 'ecrire' && m.ligne === 5, 'Suivi!A5'],
  ['une valeur d’une ligne ajoutée', (m) => m.genre === 'ecrire' && m.ligne === 5 && m.colonne === 2, 'Suivi!B5'],
])('si le tableur n’a pas gardé %s, la feuille reste marquée incomplète, et recommencer la finit', (_, perd, ou) => {
  const classeur = depart();
  const infidele: HoteSynchrone = { lis: (lecture) => classeur.lis(lecture), ecris: (lot) => classeur.ecris(lot.filter((m) => !perd(m))) };
  expect(() => conduis(ecrisListe(APRES), infidele)).toThrow(`${ou} : Le tableur n’a pas gardé ce qui devait être écrit ; « Suivi » reste marquée incomplète. Recommencez.`);
  expect((lignes(classeur)[0] as unknown[])[0]).toBe(BANNIERE_INTERROMPUE);
  expect(aReprendre(classeur.lis({})).interrompues).toEqual([{ feuille: 'Suivi', genre: 'plan.suivi' }]);
  ecrit(classeur, APRES);
  expect(lignes(classeur)).toEqual((() => { const entier = depart(); ecrit(entier, APRES); return lignes(entier); })());
});

test('un ajout coupé se complète dans ses cellules vides seulement : ce que la personne y a déjà écrit reste', () => {
  const classeur = depart();
  const infidele: HoteSynchrone = { lis: (lecture) => classeur.lis(lecture), ecris: (lot) => classeur.ecris(lot.filter((m) => m.genre !== 'ecrire' || m.ligne !== 5 || m.colonne === 1)) };
  expect(() => conduis(ecrisListe(APRES), infidele)).toThrow('Suivi!B5');
  classeur.tape('Suivi', 5, 2, 'Former tout le monde');
  // Plus rien à ajouter pour ce passage-ci, mais la ligne commencée attend encore sa suite.
  ecrit(classeur, APRES);
  expect(lignes(classeur)[4]).toEqual(['A3', 'Former tout le monde', '', 'prévue', 'note à côté']);
});

test('la marque, la bannière et les numéros sont dans la feuille avant ce qui les suit', () => {
  const lots: string[] = [];
  const classeur = depart();
  const dit = (m: Modification): string => (m.genre === 'ecrire' ? `${m.ligne}-${m.colonne}` : m.genre === 'marquer' ? String(lisMarque(m.marque)?.etat) : m.genre);
  conduis(ecrisListe(APRES), { lis: (lecture) => classeur.lis(lecture), ecris: (lot) => (lots.push(lot.map(dit).join(' ')), classeur.ecris(lot)) });
  expect(lots).toEqual(['ecriture barriere 1-1 barriere 2-1 3-4 4-4 5-1 barriere 5-2 5-4 barriere', '1-1 barriere ok barriere']);
});

describe.each(['immediat', 'tampon'] as const)('hôte %s', (mode) => {
  test.each(MODES)('%s à chaque point : interrompue elle se voit, recommencer la finit, aucune cellule d’une personne ne bouge', (panne) => {
    const attendu = depart();
    conduis(ecrisListe(APRES), attendu);
    for (let graine = 1; graine <= plusCourt(6); graine++) {
      for (let k = 1; ; k++) {
        const classeur = depart(mode, graine * 100 + k);
        const hote = new HoteEnPanne(classeur, k, panne);
        try {
          conduis(ecrisListe(APRES), hote);
        } catch {
          const entamee = JSON.stringify(lignes(classeur)) !== JSON.stringify(lignes(depart())) && JSON.stringify(lignes(classeur)) !== JSON.stringify(lignes(attendu));
          if (entamee) expect(aReprendre(classeur.lis({})).interrompues).toEqual([{ feuille: 'Suivi', genre: 'plan.suivi' }]);
          conduis(ecrisListe(APRES), classeur);
        }
        expect(lignes(classeur)).toEqual(lignes(attendu));
        expect(aReprendre(classeur.lis({}))).toEqual({ interrompues: [], effacement: null, sauvegardes: [] });
        if (hote.depassee) break;
      }
    }
  });
});

test('une liste supprimée juste après sa création : une phrase, et recommencer la recrée', () => {
  const classeur = new ClasseurMemoire();
  classeur.ajoute('Mes notes');
  let creee = false;
  const hote: HoteSynchrone = {
    lis: (lecture) => {
      if (creee) classeur.feuilles = classeur.feuilles.filter(({ nom }) => nom !== 'Suivi');
      return classeur.lis(lecture);
    },
    ecris: (lot) => { classeur.ecris(lot); creee ||= lot.some(({ genre }) => genre === 'marquer'); },
  };
  expect(() => conduis(ecrisListe(AVANT), hote)).toThrow('La feuille « Suivi » n’existe plus. Recommencez : elle sera recréée.');
  expect(conduis(ecrisListe(AVANT), classeur).message).toBe('L’onglet « Suivi » est créé.');
});
