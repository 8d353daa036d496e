// La marque dit si une feuille est à nous : une marque d'une autre version, ou abîmée, ne nous donne aucun droit.
import type { Feuille } from '../../src/socle/classeur';
import { ecrisMarque, feuilleDe, lisMarque, type Marque } from '../../src/socle/ecriture/marque';
import { aReprendre } from '../../src/socle/ecriture/reprise';

const MARQUE: Marque = { v: 1, genre: 'essai.rapport', etat: 'ok', lignes: 3, colonnes: 2, empreinte: 'abc' };
const feuille = (nom: string, marque: string | null): Feuille => ({ nom, marque, lignes: 3, colonnes: 2, protegee: false, masquee: false, tete: [] });

test('une marque écrite se relit entière', () => expect(lisMarque(ecrisMarque({ ...MARQUE, ajouts: ['A1'] }))).toEqual({ ...MARQUE, ajouts: ['A1'] }));

test.each<[string, string | null]>([
  ['pas de marque', null],
  ['un texte vide', ''],
  ['un texte qui n’est pas une marque', 'Résultats'],
  ['une marque coupée', ecrisMarque(MARQUE).slice(0, 20)],
  ['une autre version', JSON.stringify({ ...MARQUE, v: 2 })],
  ['sans genre', JSON.stringify({ ...MARQUE, genre: undefined })],
  ['sans nombre de lignes', JSON.stringify({ ...MARQUE, lignes: '3' })],
  ['sans nombre de colonnes', JSON.stringify({ ...MARQUE, colonnes: null })],
  ['rien', 'null'],
])('%s : la feuille n’est pas à nous', (_, texte) => expect(lisMarque(texte)).toBeNull());

test('la première feuille qui porte la marque cherchée, et elle seule', () => {
  const feuilles = [feuille('Registre', null), feuille('Abîmée', '{'), feuille('Suivi', ecrisMarque({ ...MARQUE, genre: 'plan.suivi' })), feuille('Résultats', ecrisMarque(MARQUE))];
  expect(feuilleDe(feuilles, ({ genre }) => genre === 'essai.rapport')).toEqual({ nom: 'Résultats', marque: MARQUE, protegee: false });
  expect(feuilleDe(feuilles, ({ genre }) => genre === 'rgpd.registre')).toBeNull();
});

test('à l’ouverture : les feuilles interrompues, l’effacement en route et les sauvegardes, dits un par un', () => {
  const plan = { zones: [{ feuille: 'Réponses', ligne: 2, colonne: 1, lignes: 3, colonnes: 1 }], pas: 1, empreintes: ['abc'] };
  const feuilles = [
    feuille('Registre', null),
    feuille('Résultats', ecrisMarque({ ...MARQUE, etat: 'ecriture' })),
    feuille('Suivi', ecrisMarque({ ...MARQUE, genre: 'plan.suivi' })),
    feuille('Neuve', ecrisMarque({ ...MARQUE, genre: 'essai.neuve', etat: 'neuf' })),
    feuille('Sauvegarde Résultats', ecrisMarque({ ...MARQUE, genre: 'sauvegarde.essai.rapport', de: 'Résultats', jour: 46348 })),
    feuille('Sauvegarde entamée', ecrisMarque({ ...MARQUE, genre: 'sauvegarde.essai.rapport', etat: 'neuf', de: 'Résultats', jour: 46348 })),
    feuille('Sauvegarde ancienne', ecrisMarque({ ...MARQUE, genre: 'sauvegarde.essai.autre' })),
  ];
  expect(aReprendre({ feuilles, memoire: { effacement: JSON.stringify(plan) } })).toEqual({
    interrompues: [{ feuille: 'Résultats', genre: 'essai.rapport' }],
    effacement: plan,
    sauvegardes: [{ feuille: 'Sauvegarde Résultats', de: 'Résultats', jour: 46348 }, { feuille: 'Sauvegarde ancienne', de: '', jour: 0 }],
  });
  expect(aReprendre({ feuilles: [], memoire: {} })).toEqual({ interrompues: [], effacement: null, sauvegardes: [] });
});
