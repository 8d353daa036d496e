// Ajouter une ligne à une liste désignée : dans des cellules vides, une seule fois, quelle que soit la coupure.
import { ajouteLigne, type Ajout } from '../../src/socle/ecriture/ajout';
import type { Lecture, Modification } from '../../src/socle/classeur';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { conduis } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { ClasseurMemoire, type Mode } from '../hotes/classeur-memoire';
import { HoteEnPanne, MODES } from '../hotes/pannes';

const liste = (mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
  const classeur = new ClasseurMemoire(mode, graine);
  classeur.ajoute('Plan');
  [['Numéro', 'Libellé', 'Responsable', 'Fin'], ['2026-01', 'Relire les courriers', 'A. Exemple', 46100], ['2026-02', '=SOMME(', 'B. Exemple', '']].forEach((ligne, i) => ligne.forEach((v, j) => v !== '' && classeur.tape('Plan', i + 1, j + 1, v)));
  classeur.tape('Plan', 2, 6, 'note à côté');
  return classeur;
};
const ajout = (numero = '2026-03', libelle = 'Afficher les délais'): Ajout => ({ feuille: 'Plan', entete: 1, colonneNumero: 1, numero, valeurs: new Map<number, string | number>([[2, libelle], [3, '=cmd|calc'], [4, 46200]]) });
/** Les six premières lignes ; un hôte a le droit de ne pas rendre les cellules vides de la fin. */
const lignes = (classeur: ClasseurMemoire): unknown[] => {
  const lues = classeur.lis({ zones: [{ feuille: 'Plan', ligne: 1, colonne: 1, lignes: 6, colonnes: 6 }] }).plages[0] ?? [];
  return Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (__, j) => lues[i]?.[j] ?? ''));
};

test('la ligne va juste sous la dernière, le reste ne bouge pas, un texte qui ressemble à une formule reste un texte', () => {
  const classeur = liste();
  const avant = lignes(classeur);
  const rendu = conduis(ajouteLigne(ajout()), classeur);
  expect(rendu).toMatchObject({ ecrit: true, message: 'La ligne 2026-03 est ajoutée en Plan!A4.' });
  expect(lignes(classeur).slice(0, 3)).toEqual(avant.slice(0, 3));
  expect((lignes(classeur)[3] as unknown[]).slice(0, 4)).toEqual(['2026-03', 'Afficher les délais', '=cmd|calc', 46200]);
});

test('la même ligne ne s’ajoute pas deux fois', () => {
  const classeur = liste();
  conduis(ajouteLigne(ajout()), classeur);
  const apres = lignes(classeur);
  expect(conduis(ajouteLigne(ajout()), classeur)).toMatchObject({ ecrit: false });
  expect(lignes(classeur)).toEqual(apres);
});

test.each([
  ['un numéro déjà pris par une autre ligne', ajout('2026-01', 'Autre chose'), 'Plan!A2 : Le numéro 2026-01 est déjà pris par une autre ligne ; rien n’a été changé. Choisissez un autre numéro.'],
  ['une feuille qui n’existe plus', { ...ajout(), feuille: 'Ancien plan' }, 'La feuille « Ancien plan » n’existe plus. Désignez de nouveau la liste.'],
])('%s est refusé par une phrase, rien ne change', (_, demande, phrase) => {
  const classeur = liste();
  const avant = lignes(classeur);
  expect(() => conduis(ajouteLigne(demande), classeur)).toThrow(ErreurClasseur);
  expect(() => conduis(ajouteLigne(demande), classeur)).toThrow(phrase);
  expect(lignes(classeur)).toEqual(avant);
});

test('une feuille protégée n’est pas déprotégée', () => {
  const classeur = liste();
  classeur.pourEcrire('Plan').protegee = true;
  expect(() => conduis(ajouteLigne(ajout()), classeur)).toThrow('La feuille « Plan » est protégée ; rien n’a été changé. Ôtez la protection, ou demandez à la personne qui l’a posée.');
});

test.each<[string, (c: ClasseurMemoire) => void, Partial<Ajout>, string]>([
  ['une liste qui n’a que ses titres', (c) => [2, 3].forEach((ligne) => [1, 2, 3, 4, 6].forEach((colonne) => c.tape('Plan', ligne, colonne, null))), {}, 'Plan!A2'],
  ['une ligne laissée vide au milieu', (c) => c.tape('Plan', 6, 1, '2026-09'), {}, 'Plan!A7'],
  ['une note à côté, plus bas que la dernière ligne', (c) => c.tape('Plan', 5, 6, 'à moi'), {}, 'Plan!A6'],
  ['un titre désigné sous tout ce qui est écrit', () => undefined, { entete: 8 }, 'Plan!A9'],
  ['une colonne de numéro plus à droite que tout', () => undefined, { colonneNumero: 9 }, 'Plan!I4'],
  ['une valeur plus à droite que tout', () => undefined, { valeurs: new Map([[12, 'loin']]) }, 'Plan!A4'],
])('%s : la ligne va dessous', (_, geste, reste, ou) => {
  const classeur = liste();
  geste(classeur);
  const voulue = { ...ajout(), ...reste };
  expect(conduis(ajouteLigne(voulue), classeur)).toEqual({ message: `La ligne 2026-03 est ajoutée en ${ou}.`, feuille: 'Plan', ecrit: true });
  expect(conduis(ajouteLigne(voulue), classeur)).toEqual({ message: 'La ligne 2026-03 est déjà enregistrée.', feuille: 'Plan', ecrit: false });
});

test.each<[string, string | number]>([['entre des espaces', ' 2026-03 '], ['en nombre', 7]])('un numéro écrit %s est reconnu, et sa ligne complétée', (_, ecrit) => {
  const classeur = liste();
  classeur.tape('Plan', 4, 1, ecrit);
  classeur.tape('Plan', 4, 4, 46200);
  const rendu = conduis(ajouteLigne(ajout(String(ecrit).trim())), classeur);
  expect(rendu).toMatchObject({ message: `La ligne ${String(ecrit).trim()} est ajoutée en Plan!A4.`, ecrit: true });
  expect((lignes(classeur)[3] as unknown[]).slice(0, 4)).toEqual([ecrit, 'Afficher les délais', '=cmd|calc', 46200]);
});

test('un numéro seul s’ajoute ; dans la première ligne de la liste, il reste tel que la personne l’a tapé', () => {
  const classeur = liste();
  expect(conduis(ajouteLigne({ ...ajout(), valeurs: new Map() }), classeur)).toMatchObject({ message: 'La ligne 2026-03 est ajoutée en Plan!A4.', ecrit: true });
  classeur.tape('Plan', 2, 1, 7);
  classeur.tape('Plan', 2, 4, null);
  conduis(ajouteLigne({ ...ajout('7'), valeurs: new Map([[4, 46200]]) }), classeur);
  expect(lignes(classeur)[1]).toEqual([7, 'Relire les courriers', 'A. Exemple', 46200, '', 'note à côté']);
});

test('un texte entre des espaces est relu comme il a été écrit', () => {
  const classeur = liste();
  expect(conduis(ajouteLigne(ajout('2026-03', '  Afficher ')), classeur).ecrit).toBe(true);
  expect(conduis(ajouteLigne(ajout('2026-03', '  Afficher ')), classeur).ecrit).toBe(false);
});

test('une valeur dans la première colonne, le numéro ailleurs, que l’hôte rende ou non les lignes vides', () => {
  for (let graine = 1; graine <= 20; graine++) {
    const classeur = liste('immediat', graine);
    expect(conduis(ajouteLigne({ ...ajout(), colonneNumero: 2, valeurs: new Map([[1, 'P-1']]) }), classeur).message).toBe('La ligne 2026-03 est ajoutée en Plan!B4.');
  }
});

test('une valeur vide ne demande rien : la note de la personne reste', () => {
  const classeur = liste();
  classeur.tape('Plan', 4, 1, '2026-03');
  classeur.tape('Plan', 4, 5, 'ma note');
  conduis(ajouteLigne({ ...ajout(), valeurs: new Map<number, string | null>([[2, 'Afficher'], [5, null], [6, '']]) }), classeur);
  expect((lignes(classeur)[3] as unknown[]).slice(0, 6)).toEqual(['2026-03', 'Afficher', '', '', 'ma note', '']);
});

test.each<[string, (lot: readonly Modification[]) => Modification[], string]>([
  ['le numéro', (lot) => lot.map((m) => (m.genre === 'ecrire' && m.colonne === 1 ? { ...m, valeurs: [[7]] } : m)), 'Plan!A4'],
  ['une valeur', (lot) => lot.filter((m) => m.genre !== 'ecrire' || m.colonne !== 4), 'Plan!D4'],
])('si le tableur n’a pas gardé %s, une phrase donne la cellule', (_, change, ou) => {
  const classeur = liste();
  const infidele = { lis: (lecture: Lecture) => classeur.lis(lecture), ecris: (lot: readonly Modification[]) => classeur.ecris(change(lot)) };
  expect(() => conduis(ajouteLigne(ajout()), infidele)).toThrow(`${ou} : Le tableur n’a pas gardé ce qui devait être écrit. Vérifiez cette ligne, puis recommencez.`);
});

test('le numéro est dans la feuille avant le reste : une barrière les sépare', () => {
  const lots: string[][] = [];
  const classeur = liste();
  conduis(ajouteLigne(ajout()), { lis: (lecture) => classeur.lis(lecture), ecris: (lot) => (lots.push(lot.map((m) => (m.genre === 'ecrire' ? String(m.colonne) : m.genre))), classeur.ecris(lot)) });
  expect(lots).toEqual([['memoriser', 'barriere'], ['1', 'barriere', '2', '3', '4', 'barriere', 'memoriser']]);
});

describe.each(['immediat', 'tampon'] as const)('hôte %s', (mode) => {
  test.each(MODES)('%s à chaque point : recommencer finit par une seule ligne entière', (panne) => {
    const attendu = liste();
    conduis(ajouteLigne(ajout()), attendu);
    for (let graine = 1; graine <= plusCourt(12); graine++) {
      for (let k = 1; ; k++) {
        const classeur = liste(mode, graine * 100 + k);
        const hote = new HoteEnPanne(classeur, k, panne);
        try {
          conduis(ajouteLigne(ajout()), hote);
        } catch {
          // la coupure : on recommence sur le même classeur
        }
        conduis(ajouteLigne(ajout()), classeur);
        expect(lignes(classeur)).toEqual(lignes(attendu));
        if (hote.depassee) break;
      }
    }
  });
});
