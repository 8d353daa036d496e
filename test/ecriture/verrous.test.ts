// Des cellules que la personne n'a pas le droit de modifier : chaque écriture les nomme et refuse avant d'avoir rien écrit.
import { ajouteLigne, prevoisAjout, type Ajout } from '../../src/socle/ecriture/ajout';
import { MOT_DE_CONFIRMATION, efface } from '../../src/socle/ecriture/effacement';
import { prepareEffacement } from '../../src/socle/ecriture/effacement-plan';
import { modifieLigne } from '../../src/socle/ecriture/modification';
import { refusDesVerrous } from '../../src/socle/ecriture/verrous';
import type { Modification } from '../../src/socle/classeur';
import { conduis, type Suite } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

const SUITE = 'Demandez ce droit à la personne qui l’a posée, puis recommencez.';
const plan = (...verrous: readonly [number, number, number, number][]): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Plan');
  [['Numéro', 'Libellé', 'Responsable'], ['2026-01', 'Relire', 'A. Exemple']].forEach((rangee, i) => rangee.forEach((v, j) => c.tape('Plan', i + 1, j + 1, v)));
  c.pourEcrire('Plan').verrous = verrous.map(([ligne, colonne, lignes, colonnes]) => ({ ligne, colonne, lignes, colonnes }));
  return c;
};
/** Le refus d'une suite, après avoir vérifié qu'elle n'a rien écrit du tout. */
const refus = (suite: Suite<unknown>, c: ClasseurMemoire): string => {
  const lots: (readonly Modification[])[] = [];
  try {
    conduis(suite, { lis: (lecture) => c.lis(lecture), ecris: (lot) => void lots.push(lot) });
  } catch (cause) {
    expect(lots).toEqual([]);
    return (cause as Error).message;
  }
  throw new Error('rien n’a été refusé');
};

const ajout: Ajout = { feuille: 'Plan', entete: 1, colonneNumero: 1, numero: '2026-02', valeurs: new Map([[2, 'Afficher'], [3, 'B. Exemple']]) };

test('un ajout : l’aperçu et l’écriture refusent par la même phrase', () => {
  const c = plan([3, 2, 100, 1]);
  const phrase = `Plan!B3 : Une protection vous interdit d’écrire en B3 ; rien n’a été changé. ${SUITE}`;
  expect(refus(ajouteLigne(ajout), c)).toBe(phrase);
  expect(conduis(prevoisAjout(ajout), c)).toMatchObject({ verdict: 'impossible', lignes: [{ phrase, adresse: 'Plan!B3' }] });
});

test('un ajout passe à côté d’une plage protégée, et son numéro déjà posé n’est pas réécrit', () => {
  const c = plan([1, 1, 2, 3], [3, 4, 100, 1]);
  expect(conduis(ajouteLigne(ajout), c)).toMatchObject({ ecrit: true });
  c.pourEcrire('Plan').cases.delete([...c.trouve('Plan')!.cases.keys()].at(-1)!);
  c.pourEcrire('Plan').verrous = [{ ligne: 1, colonne: 1, lignes: 100, colonnes: 1 }];
  expect(conduis(ajouteLigne(ajout), c)).toMatchObject({ ecrit: true });
});

test('une fiche enregistrée : seules comptent les cellules changées', () => {
  const change = { feuille: 'Plan', ligne: 2, colonneClef: 1, clef: '2026-01', changements: [{ colonne: 2, avant: 'Relire', apres: 'Relire deux fois' }] };
  expect(refus(modifieLigne(change), plan([1, 2, 9, 1]))).toBe(`Plan!B2 : Une protection vous interdit d’écrire en B2 ; rien n’a été changé. ${SUITE}`);
  expect(conduis(modifieLigne(change), plan([1, 1, 9, 1], [1, 3, 9, 1]))).toMatchObject({ ecrit: true });
});

test('un effacement : rien n’est effacé', () => {
  const c = plan([2, 3, 1, 1]);
  const effacement = conduis(prepareEffacement([{ feuille: 'Plan', ligne: 2, colonne: 2, lignes: 1, colonnes: 2 }]), c);
  expect(refus(efface(effacement, MOT_DE_CONFIRMATION), c)).toBe(`Plan!C2 : Une protection vous interdit d’écrire en C2 ; rien n’a été effacé. ${SUITE}`);
});

test('la phrase nomme la part touchée, cinq plages au plus, chacune une fois', () => {
  const feuille = { nom: 'F', lignes: 9, colonnes: 9, masquee: false, protegee: false, marque: null, tete: [] };
  const zone = { ligne: 2, colonne: 2, lignes: 8, colonnes: 2 };
  const ligne = (n: number) => ({ ligne: n, colonne: 1, lignes: 1, colonnes: 26 });
  expect(refusDesVerrous({ ...feuille, verrous: [1, 10].map(ligne) }, [zone])).toBeNull();
  expect(refusDesVerrous(feuille, [zone])).toBeNull();
  expect(refusDesVerrous({ ...feuille, verrous: [ligne(9), ligne(9)] }, [zone])!.message).toContain('écrire en B9:C9 ;');
  expect(refusDesVerrous({ ...feuille, verrous: [2, 3, 4, 5, 6, 7].map(ligne) }, [zone])!.message).toContain('écrire en B2:C2, B3:C3, B4:C4, B5:C5, B6:C6… ;');
});
