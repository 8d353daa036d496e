// Écrire un rapport, un cas à la fois : ce qui est écrit, ce qui est dit, et ce que la marque de la feuille en retient.
import type { HoteSynchrone } from '../../src/socle/classeur';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { BANNIERE_INTERROMPUE, type Rapport } from '../../src/socle/ecriture/rapport-examen';
import { conduis, type Avancement } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { apres, contenu, DATE, ecrit, GRAND, marque, PETIT, rapport, registre } from './un-rapport';

const journaux = (c: ClasseurMemoire): string[] => [...c.memoire.keys()].filter((clef) => clef.startsWith('journal.'));
const noms = (c: ClasseurMemoire): string[] => c.feuilles.map(({ nom }) => nom);

test('la première fois, l’onglet est créé, marqué fini, et le journal de création se ferme', () => {
  const c = registre();
  expect(ecrit(c, PETIT)).toEqual({ message: 'L’onglet « Résultats » est créé.', feuille: 'Résultats', ecrit: true });
  expect(contenu(c, 'Résultats', 3, 3)).toEqual([[DATE, '', ''], ['Reçues', 12, ''], ['', '', '']]);
  expect(marque(c)).toMatchObject({ v: 1, genre: 'essai.rapport', etat: 'ok', lignes: 2, colonnes: 2 });
  expect(marque(c)).not.toHaveProperty('passage');
  expect(journaux(c)).toEqual([]);
});

test('la progression nomme l’onglet', () => {
  const suivi: Avancement[] = [];
  conduis(ecrisRapport(PETIT), registre(), (etape) => suivi.push(etape));
  expect(suivi.map(({ fait, total, libelle }) => `${fait}/${total} ${libelle}`)).toEqual(['1/3 Écriture de « Résultats »', '2/3 Écriture de « Résultats »']);
});

test('un second passage identique n’écrit rien, et le dit', () => {
  const c = apres(PETIT);
  const hote: HoteSynchrone = { lis: (lecture) => c.lis(lecture), ecris: () => { throw new Error('écrit'); } };
  expect(conduis(ecrisRapport(PETIT), hote)).toEqual({ message: '« Résultats » est déjà à jour : rien n’a été écrit.', feuille: 'Résultats', ecrit: false });
});

test('à jour, mais des réglages à retenir : eux seuls sont écrits', () => {
  const c = apres(PETIT);
  const avant = c.trouve('Résultats');
  expect(ecrit(c, { ...PETIT, saisies: { seuil: '15' } })).toEqual({ message: '« Résultats » est déjà à jour : rien n’a été écrit.', feuille: 'Résultats', ecrit: true });
  expect(c.memoire.get('essai')).toBe('{"v":1,"saisies":{"seuil":"15"}}');
  expect(c.trouve('Résultats')).toBe(avant);
});

test('à jour, mais un journal resté ouvert : il se ferme', () => {
  const c = apres(PETIT);
  c.memoire.set('journal.essai.rapport', '{"nom":"Résultats","connues":["Registre"]}');
  expect(ecrit(c, PETIT).ecrit).toBe(true);
  expect(journaux(c)).toEqual([]);
});

test.each<[string, Rapport, Rapport]>([
  ['plus haut et plus large', PETIT, GRAND],
  ['plus petit', GRAND, PETIT],
])('un rapport %s que l’ancien : il n’en reste rien, la marque dit la nouvelle étendue', (_, ancien, nouveau) => {
  const c = apres(ancien);
  expect(ecrit(c, nouveau)).toEqual({ message: '« Résultats » est à jour.', feuille: 'Résultats', ecrit: true });
  expect(contenu(c)).toEqual(contenu(apres(nouveau)));
  expect(marque(c)).toEqual(marque(apres(nouveau)));
});

test('les mêmes valeurs autrement habillées se réécrivent', () => {
  const c = apres(PETIT);
  const gras = rapport([[DATE, null], ['Reçues', 12]], { habillage: (feuille) => [{ genre: 'styler', zone: { feuille, ligne: 2, colonne: 1, lignes: 1, colonnes: 1 }, style: { gras: true } }] });
  expect(ecrit(c, gras).message).toBe('« Résultats » est à jour.');
  expect(ecrit(c, gras).ecrit).toBe(false);
  expect(noms(c)).toEqual(['Registre', 'Résultats']);
});

test('un texte pris pour un autre type par le tableur garde sa valeur ; un vide n’est pas un écart', () => {
  const c = apres(rapport([[DATE, ''], ['01000', null], ['=1+1', 0]]));
  expect(contenu(c, 'Résultats', 3, 2)).toEqual([[DATE, ''], ['01000', ''], ['=1+1', 0]]);
});

test('ce que quelqu’un a changé dans le rapport est copié avant d’être réécrit, et la personne sait où', () => {
  const c = apres(GRAND);
  c.tape('Résultats', 3, 2, 99);
  expect(ecrit(c, GRAND).message).toBe('« Résultats » est à jour. Ce que quelqu’un y avait changé est copié dans « Sauvegarde Résultats ».');
  expect(contenu(c)[2]).toEqual(['Répondues', 9, '75 %', '']);
  expect(contenu(c, 'Sauvegarde Résultats')[2]).toEqual(['Répondues', 99, '75 %', '']);
  expect(marque(c, 'Sauvegarde Résultats')).toMatchObject({ genre: 'sauvegarde.essai.rapport', etat: 'ok', lignes: 4, colonnes: 3, de: 'Résultats', jour: 46348 });
  expect(journaux(c)).toEqual([]);
});

test('une copie que le tableur n’a pas faite en entier arrête tout ; recommencer en fait une autre', () => {
  const c = apres(GRAND);
  c.tape('Résultats', 3, 2, 99);
  const hote: HoteSynchrone = { lis: (lecture) => c.lis(lecture), ecris: (lot) => c.ecris(lot.map((m) => (m.genre === 'copier' ? { ...m, zone: { ...m.zone, lignes: 2 } } : m))) };
  expect(() => conduis(ecrisRapport(GRAND), hote)).toThrow('Sauvegarde Résultats!A3 : Le tableur n’a pas tout copié dans « Sauvegarde Résultats » ; « Résultats » n’a pas été changée. Recommencez.');
  expect(marque(c, 'Sauvegarde Résultats').etat).toBe('neuf');
  expect(contenu(c)[2]).toEqual(['Répondues', 99, '75 %', '']);
  expect(ecrit(c, GRAND).message).toBe('« Résultats » est à jour. Ce que quelqu’un y avait changé est copié dans « Sauvegarde Résultats (2) ».');
  expect(contenu(c, 'Sauvegarde Résultats (2)')[2]).toEqual(['Répondues', 99, '75 %', '']);
});

test.each<[string, (c: ClasseurMemoire) => void]>([
  ['une cellule seulement vidée', (c) => c.tape('Résultats', 3, 2, null)],
  ['une cellule remplie par ce que le nouveau rapport y met', (c) => c.tape('Résultats', 4, 3, 'nouveau')],
  ['une note juste dessous', (c) => c.tape('Résultats', 5, 1, 'à moi')],
  ['une note juste à côté', (c) => c.tape('Résultats', 1, 4, 'à moi')],
])('%s : rien à copier', (_, geste) => {
  const c = apres(GRAND);
  geste(c);
  const note = [contenu(c)[4]![0], contenu(c)[0]![3]];
  expect(ecrit(c, rapport([[DATE, null, null], ['Reçues', 12, '100 %'], ['Répondues', 9, '75 %'], ['En retard', 1, 'nouveau']])).message).toBe('« Résultats » est à jour.');
  expect(noms(c)).toEqual(['Registre', 'Résultats']);
  expect([contenu(c)[4]![0], contenu(c)[0]![3]]).toEqual(note);
});

test('un rapport interrompu, intact, se réécrit sans copie ; modifié, il est copié', () => {
  for (const [geste, attendus] of [[() => undefined, ['Registre', 'Résultats']], [(c: ClasseurMemoire) => c.tape('Résultats', 2, 2, 'ma note'), ['Registre', 'Résultats', 'Sauvegarde Résultats']]] as const) {
    const c = apres(PETIT);
    c.pourEcrire('Résultats').marque = JSON.stringify({ ...marque(c), etat: 'ecriture', empreinte: '' });
    c.tape('Résultats', 1, 1, BANNIERE_INTERROMPUE);
    geste(c);
    ecrit(c, PETIT);
    expect(noms(c)).toEqual(attendus);
    expect(contenu(c)).toEqual(contenu(apres(PETIT)));
  }
});

test('une sauvegarde qu’une coupure a laissée vide est close et le dit, sans en faire une autre', () => {
  const c = apres(PETIT);
  c.ajoute('Sauvegarde Résultats').marque = JSON.stringify({ v: 1, genre: 'sauvegarde.essai.rapport', etat: 'neuf', lignes: 2, colonnes: 2, empreinte: '', de: 'Résultats', jour: 46340 });
  expect(ecrit(c, PETIT).ecrit).toBe(true);
  expect(marque(c, 'Sauvegarde Résultats').etat).toBe('ok');
  // Sous la place de la copie (deux lignes) : une copie qui arriverait encore ne l'efface pas.
  expect(contenu(c, 'Sauvegarde Résultats', 4, 1).map(([v]) => v)).toEqual(['', '', '', 'Si rien n’est copié au-dessus, cette sauvegarde a été interrompue et n’a plus d’objet : vous pouvez supprimer cet onglet.']);
  expect(ecrit(c, PETIT).ecrit).toBe(false);
});

test('une sauvegarde coupée où la copie est déjà faite reste telle quelle', () => {
  const c = apres(PETIT);
  c.ajoute('Sauvegarde Résultats').marque = JSON.stringify({ v: 1, genre: 'sauvegarde.essai.rapport', etat: 'neuf', lignes: 2, colonnes: 2, empreinte: '', de: 'Résultats', jour: 46340 });
  c.tape('Sauvegarde Résultats', 2, 2, 99);
  ecrit(c, PETIT);
  expect(contenu(c, 'Sauvegarde Résultats', 4, 2)).toEqual([['', ''], ['', 99], ['', ''], ['', '']]);
  expect(marque(c, 'Sauvegarde Résultats').etat).toBe('ok');
});

test.each<[string, boolean]>([['créée sans avoir été marquée', true], ['annoncée sans avoir été créée', false]])('une sauvegarde %s : son journal se ferme, l’onglet vide dit qu’il ne sert plus', (_, creee) => {
  const c = apres(PETIT);
  c.memoire.set('journal.sauvegarde.essai.rapport', '{"nom":"Sauvegarde Résultats","connues":["Registre","Résultats"]}');
  if (creee) c.ajoute('Sauvegarde Résultats');
  expect(ecrit(c, PETIT).ecrit).toBe(true);
  expect(journaux(c)).toEqual([]);
  expect(noms(c)).toEqual(creee ? ['Registre', 'Résultats', 'Sauvegarde Résultats'] : ['Registre', 'Résultats']);
  if (creee) expect(contenu(c, 'Sauvegarde Résultats', 4, 1)[3]).toEqual([expect.stringContaining('n’a plus d’objet')]);
  expect(ecrit(c, PETIT).ecrit).toBe(false);
});

test('les sauvegardes d’un onglet au long nom tiennent dans les 31 caractères d’Excel', () => {
  const long = { ...PETIT, nom: 'Tableau de bord du service' };
  const c = apres(long);
  for (const n of [98, 99]) {
    c.tape(long.nom, 2, 2, n);
    ecrit(c, long);
  }
  expect(noms(c).slice(2)).toEqual(['Sauvegarde Tableau de bor', 'Sauvegarde Tableau de bor (2)']);
});

test('une bannière ailleurs qu’en A1 : tout est écrit autour d’elle', () => {
  for (const banniere of [{ ligne: 2, colonne: 2 }, { ligne: 1, colonne: 3 }, { ligne: 3, colonne: 1 }, { ligne: 3, colonne: 3 }]) {
    const valeurs = [['a', 'b', 'c'], ['d', 'e', 'f'], ['g', 'h', 'i']];
    const c = registre();
    const r: Rapport = { ...PETIT, feuille: { valeurs, largeur: 3, banniere, habillage: () => [] } };
    ecrit(c, r);
    expect(contenu(c, 'Résultats', 3, 3)).toEqual(valeurs);
  }
});
