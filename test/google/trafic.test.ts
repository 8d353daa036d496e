// Ce que coûte un travail chez Google : les appels de service et les cellules lues, comptés (performance : un compte n'est pas un temps).
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { nouveauDomaine } from '../hotes/google/domaine';
import { TITRES, tapeRegistre } from './registre';

const avec = (lignes: number): ClasseurGoogle => {
  const c = tapeRegistre(new ClasseurGoogle(), lignes);
  // Des colonnes que rien n'utilise : elles ne doivent pas être lues.
  for (let j = 8; j <= 12; j++) for (let i = 1; i <= lignes + 1; i++) c.tape('Suivi', i, j, i === 1 ? `Note ${j}` : 'texte libre');
  return c;
};
const demande = (c: ClasseurGoogle, d: object): unknown => JSON.parse(nouveauDomaine(c).appelle('demandeDuVolet', JSON.stringify(d)) as string);
const nombre = (c: ClasseurGoogle, ...noms: readonly string[]): number => noms.reduce((total, nom) => total + (c.compte.parNom.get(nom) ?? 0), 0);
const EXECUTE = { genre: 'execute', outil: 'demandes-ecrites', commande: 'resultats' };
/** La tête de chaque feuille, puis les seules colonnes utiles. */
const TETE = 60 * 12;

describe('ouvrir le volet', () => {
  test('lit la tête et les colonnes utiles, rien d’autre', () => {
    const c = avec(640);
    demande(c, { genre: 'ouvre' });
    expect(c.cellulesLues).toBeLessThanOrEqual(2 * TETE + 2 * TITRES.length * 640);
  });

  test('ne demande pas les lignes masquées une à une dans un long registre', () => {
    const c = avec(640);
    demande(c, { genre: 'ouvre' });
    expect(nombre(c, 'isRowHiddenByUser', 'isRowHiddenByFilter')).toBe(0);
  });

  test('coûte le même nombre d’appels pour 320 et pour 640 lignes', () => {
    const [petit, grand] = [avec(320), avec(640)];
    demande(petit, { genre: 'ouvre' });
    demande(grand, { genre: 'ouvre' });
    expect(grand.compte.appels).toBe(petit.compte.appels);
  });
});

test('les lignes masquées sont toutes cherchées quand le résultat en dépend', () => {
  const c = avec(320);
  c.pourEcrire('Suivi').lignesMasquees = new Set([3, 4]);
  const lues = (saisies: object): number => (demande(c, { genre: 'ouvre', saisies: { 'demandes-ecrites': saisies } }) as { outils: { analyse: { indicateurs: { denominateur: number; canal: string }[] } }[] }).outils[0]!.analyse.indicateurs.find(({ canal }) => canal === 'tous')!.denominateur;
  const [toutes, visibles] = [lues({}), lues({ visibles: 'oui' })];
  expect(toutes - visibles).toBe(2);
  c.annexe(c.trouve('Suivi')!.uid).filtre = true;
  expect(lues({ visibles: 'oui' })).toBe(visibles);
});

test('écrire « Résultats » : un setValues par bloc, deux appels de format au plus pour chacun, aucun appel par cellule', () => {
  const c = avec(320);
  demande(c, EXECUTE);
  const blocs = nombre(c, 'setValues');
  expect(blocs).toBeLessThanOrEqual(6);
  expect(nombre(c, 'getNumberFormats', 'setNumberFormats')).toBeLessThanOrEqual(2 * blocs);
  const { lignes, colonnes } = JSON.parse(c.trouve('Résultats')!.marque!) as { lignes: number; colonnes: number };
  expect(nombre(c, 'getRangeList')).toBeLessThan((lignes * colonnes) / 15);
  expect(nombre(c, 'setValue')).toBe(nombre(c, 'getDeveloperMetadata') - nombre(c, 'addDeveloperMetadata') - nombre(c, 'insertChart'));
});

test('un second passage qui n’a rien à écrire n’écrit rien', () => {
  const c = avec(320);
  demande(c, EXECUTE);
  c.compte.parNom.clear();
  expect(demande(c, EXECUTE)).toMatchObject({ ecrit: false });
  expect(nombre(c, 'setValues', 'clear', 'merge', 'insertChart', 'setNumberFormats', 'getRangeList', 'setProperty')).toBe(0);
});
