// Le diagnostic tient sur un hôte qui tient le contrat, et dit ce qui ne va pas sur un hôte infidèle.
import { diagnostique } from '../../src/diagnostic';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import type { Cellule } from '../../src/socle/cellule';
import type { HoteSynchrone, Modification } from '../../src/socle/classeur';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

const JOUR = 46348;
const memoire = (): ClasseurMemoire => {
  const c = new ClasseurMemoire('immediat', 3);
  c.ajoute('Feuil1');
  c.tape('Feuil1', 1, 1, 'à moi');
  return c;
};
const lignes = (hote: HoteSynchrone, feuille: string): readonly (readonly Cellule[])[] => hote.lis({ zones: [{ feuille, ligne: 5, colonne: 1, lignes: 16, colonnes: 3 }] }).plages[0]!;

test.each([
  ['en mémoire', memoire],
  ['.xlsx', () => ouvreFichier(nouveauXlsx([{ nom: 'Feuil1', plage: [['à moi']] }]), 'c.xlsx')],
])('tous les cas sont tenus : %s', (_, fabrique) => {
  const hote = fabrique();
  expect(conduis(diagnostique('le banc d’essai', JOUR), hote).message).toMatch(/^16 cas tenus sur 16\. L’onglet « Diagnostic Classeur\+ » est créé|^16 cas tenus sur 16\. « Diagnostic Classeur\+ » est à jour/);
  expect(lignes(hote, 'Diagnostic Classeur+').map(([, verdict]) => verdict)).toEqual(Array.from({ length: 16 }, () => 'tenu'));
  expect(hote.lis({ zones: [{ feuille: 'Feuil1', ligne: 1, colonne: 1, lignes: 1, colonnes: 1 }] }).plages[0]).toEqual([['à moi']]);
});

test('un tableur qui change les textes et ignore les effacements est dit, cas par cas', () => {
  const c = memoire();
  const infidele: HoteSynchrone = {
    lis: (lecture) => c.lis(lecture),
    // Il avale le zéro de tête ; il n'efface que de grandes zones.
    ecris: (lot) => c.ecris(lot.flatMap<Modification>((m) => (m.genre === 'ecrire' ? [{ ...m, valeurs: m.valeurs.map((rangee) => rangee.map((v): typeof v => ((v as unknown) === '01000' ? 1000 : v))) }] : m.genre === 'vider' && m.zone.lignes === 1 ? [] : [m]))),
  };
  conduis(diagnostique('un faux', JOUR), infidele);
  const fautifs = lignes(infidele, 'Diagnostic Classeur+').filter(([, verdict]) => verdict !== 'tenu');
  expect(fautifs).toEqual([
    ['un texte reste le même texte, quoi qu’il ressemble', 'NON TENU', '"01000" se relit 1000'],
    ['vider efface sa zone, rien autour', 'NON TENU', '(vide) se relit 1 ; (vide) se relit 2'],
  ]);
});

test('une cellule de la personne sous le compte rendu arrête tout', () => {
  const c = memoire();
  conduis(diagnostique('x', JOUR), c);
  c.tape('Diagnostic Classeur+', 60, 1, 'à moi');
  expect(() => conduis(diagnostique('x', JOUR), c)).toThrow('Quelqu’un a écrit dans « Diagnostic Classeur+ »');
});
