// Deux calculs du même rapport, de tailles différentes, au même moment : ce que l'un a écrit plus loin que l'autre ne reste pas sous une date.
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { BANNIERE_INTERROMPUE, type Rapport } from '../../src/socle/ecriture/rapport-examen';
import { conduis } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { apres, apresQue, contenu, DATE, ecrit, GRAND, marque, PETIT, rapport } from './un-rapport';

const HAUT = rapport([[DATE, null], ['Reçues', 12], ['Répondues', 9]]);
const LARGE = rapport([[DATE, null, null], ['Reçues', 12, '100 %']]);
const AUTRE = rapport([[DATE, null], ['Reçues', 13]]);

/** L'autre calcul, commencé avant nous, pose ses valeurs, sa clef et sa marque « à jour » ; puis son ordinateur s'éteint. */
const finit = (autre: Rapport, c: ClasseurMemoire): void => {
  const sien = apres(autre);
  autre.feuille.valeurs.forEach((ligne, i) => ligne.forEach((valeur, j) => c.tape('Résultats', i + 1, j + 1, valeur)));
  for (const [clef, valeur] of sien.memoire) c.memoire.set(clef, valeur);
  c.pourEcrire('Résultats').marque = sien.trouve('Résultats')!.marque;
};
const arretee = (c: ClasseurMemoire, notre: Rapport, geste: () => void): void =>
  expect(() => conduis(ecrisRapport(notre), apresQue(c, 'lignes', geste))).toThrow('Un autre calcul écrit dans « Résultats ». Attendez qu’il finisse, puis recommencez.');

test.each([['haut', HAUT, 3, 2], ['large', LARGE, 2, 3], ['haut et plus large', GRAND, 4, 3]])('le nôtre est plus %s que celui qui finit : la feuille est marquée incomplète, et recommencer ôte le reste', (_, notre, lignes, colonnes) => {
  const c = apres(PETIT);
  arretee(c, notre, () => finit(AUTRE, c));
  expect(marque(c)).toMatchObject({ etat: 'ecriture', empreinte: '', lignes, colonnes });
  expect(contenu(c)[0]![0]).toBe(BANNIERE_INTERROMPUE);
  ecrit(c, AUTRE);
  expect(contenu(c)).toEqual(contenu(apres(AUTRE)));
});

test('le nôtre est plus petit : la feuille de celui qui a fini reste à jour', () => {
  const c = apres(PETIT);
  arretee(c, AUTRE, () => finit(GRAND, c));
  expect(marque(c).etat).toBe('ok');
  expect(contenu(c)).toEqual(contenu(apres(GRAND)));
});

test('l’autre recommence pendant le nôtre : ce qu’une personne écrit ensuite dessous n’est pas pris pour un reste', () => {
  const c = apres(PETIT);
  arretee(c, HAUT, () => {
    ecrit(c, PETIT);
    c.tape('Résultats', 3, 1, 'à moi');
  });
  expect(marque(c)).toMatchObject({ etat: 'ok', lignes: 2, colonnes: 2 });
  expect(contenu(c, 'Résultats', 3, 2)).toEqual([[DATE, ''], ['Reçues', 12], ['à moi', '']]);
});

test('nos valeurs sont là, mais un autre calcul a laissé une ligne dessous : la feuille n’est pas « à jour », la ligne s’en va', () => {
  const c = apres(PETIT);
  c.memoire.set('passage.essai.rapport.0123456789abcdef', '3x2');
  c.tape('Résultats', 3, 1, 'Répondues');
  expect(ecrit(c, PETIT).message).toBe('« Résultats » est à jour. Ce que quelqu’un y avait changé est copié dans « Sauvegarde Résultats ».');
  expect(contenu(c)).toEqual(contenu(apres(PETIT)));
});
