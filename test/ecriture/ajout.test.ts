// Ajouter une ligne à une liste désignée : dans des cellules vides, une seule fois, quelle que soit la coupure.
import { ajouteLigne, type Ajout } from '../../src/socle/ecriture/ajout';
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
  ['un numéro déjà pris par une autre ligne', ajout('2026-01', 'Autre chose'), 'Plan!A2 : Le numéro 2026-01 est déjà pris'],
  ['une feuille qui n’existe plus', { ...ajout(), feuille: 'Ancien plan' }, 'n’existe plus'],
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
  expect(() => conduis(ajouteLigne(ajout()), classeur)).toThrow('est protégée');
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
