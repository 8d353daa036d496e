// Le garde-fou d'avant l'écriture : un plan qui sort de notre feuille, ou de l'étendue du rapport, ne part pas.
import type { Modification } from '../../src/socle/classeur';
import { exigePlanSur } from '../../src/socle/ecriture/plan-sur';

const ETENDUE = { lignes: 4, colonnes: 3 };
const zone = (ligne: number, colonne: number, lignes: number, colonnes: number, feuille = 'Résultats') => ({ feuille, ligne, colonne, lignes, colonnes });
const TOUT = zone(1, 1, 4, 3);
const ecrire = (ligne: number, colonne: number, valeurs: (number | null)[][], feuille = 'Résultats'): Modification => ({ genre: 'ecrire', feuille, ligne, colonne, valeurs });
const dessiner = (place: ReturnType<typeof zone>): Modification => ({ genre: 'dessiner', graphique: { id: 'un', genre: 'evolution', titre: 'T', lecture: 'L', categories: TOUT, series: [], place } });
const page = (z: ReturnType<typeof zone>): Modification => ({ genre: 'mettre-en-page', page: { feuille: 'Résultats', orientation: 'portrait', zone: z, pied: 'P' } });

test.each<[string, Modification]>([
  ['toute l’étendue', { genre: 'vider', zone: TOUT }],
  ['la dernière cellule', { genre: 'styler', zone: zone(4, 3, 1, 1), style: { gras: true } }],
  ['une plage jusqu’au coin', ecrire(3, 2, [[1, 2], [3, 4]])],
  ['une liste de choix', { genre: 'lister', zone: TOUT, choix: ['oui'] }],
  ['une mise en forme conditionnelle', { genre: 'colorer-selon', zone: TOUT, regles: [] }],
  ['des fusions dans l’étendue', { genre: 'fusionner', zones: [zone(1, 1, 1, 3), zone(4, 1, 1, 3)] }],
  ['aucune fusion', { genre: 'fusionner', zones: [] }],
  ['la largeur des trois colonnes', { genre: 'largeurs', feuille: 'Résultats', largeurs: [10, 12, 14] }],
  ['la hauteur des deux dernières lignes', { genre: 'hauteurs', feuille: 'Résultats', ligne: 3, hauteurs: [20, 20] }],
  ['un graphique', dessiner(TOUT)],
  ['la mise en page', page(TOUT)],
])('%s : le plan part', (_, modification) => expect(() => exigePlanSur([modification], 'Résultats', ETENDUE)).not.toThrow());

test.each<[string, Modification]>([
  ['une autre feuille', { genre: 'vider', zone: { ...TOUT, feuille: 'Registre' } }],
  ['une valeur dans une autre feuille', ecrire(1, 1, [[1]], 'Registre')],
  ['une ligne de trop', { genre: 'vider', zone: zone(1, 1, 5, 3) }],
  ['une colonne de trop', { genre: 'styler', zone: zone(1, 1, 4, 4), style: {} }],
  ['une ligne zéro', { genre: 'vider', zone: zone(0, 1, 1, 1) }],
  ['une colonne zéro', { genre: 'vider', zone: zone(1, 0, 1, 1) }],
  ['une valeur sous l’étendue', ecrire(4, 1, [[1], [2]])],
  ['une valeur à droite, sur la deuxième rangée', ecrire(1, 3, [[1], [2, 3]])],
  ['des rangées sans valeur sous l’étendue', ecrire(5, 1, [[]])],
  ['une rangée sans valeur à droite de l’étendue', ecrire(1, 4, [[]])],
  ['une liste de choix trop longue', { genre: 'lister', zone: zone(2, 1, 4, 1), choix: [] }],
  ['une mise en forme conditionnelle trop large', { genre: 'colorer-selon', zone: zone(1, 2, 1, 3), regles: [] }],
  ['une seule fusion sur deux dehors', { genre: 'fusionner', zones: [zone(1, 1, 1, 3), zone(1, 1, 1, 4)] }],
  ['la largeur d’une quatrième colonne', { genre: 'largeurs', feuille: 'Résultats', largeurs: [1, 1, 1, 1] }],
  ['la largeur d’une autre feuille', { genre: 'largeurs', feuille: 'Registre', largeurs: [1] }],
  ['la hauteur d’une cinquième ligne', { genre: 'hauteurs', feuille: 'Résultats', ligne: 4, hauteurs: [20, 20] }],
  ['une hauteur qui part d’une cinquième ligne', { genre: 'hauteurs', feuille: 'Résultats', ligne: 5, hauteurs: [] }],
  ['la hauteur d’une autre feuille', { genre: 'hauteurs', feuille: 'Registre', ligne: 1, hauteurs: [20] }],
  ['un graphique posé plus loin', dessiner(zone(1, 4, 1, 1))],
  ['une page qui déborde', page(zone(1, 1, 5, 3))],
  ['une feuille créée', { genre: 'creer-feuille', feuille: 'Résultats' }],
  ['une mémoire changée', { genre: 'memoriser', clef: 'a', valeur: null }],
])('%s : le plan ne part pas', (_, modification) => {
  expect(() => exigePlanSur([{ genre: 'vider', zone: TOUT }, modification], 'Résultats', ETENDUE)).toThrow(`Plan refusé : ${modification.genre} sort de « Résultats »`);
});
