// Une relecture venue du classeur (suis) peut commencer à n'importe quel pas d'un travail : ce que le travail a dit reste à l'écran.
import type { CommandeMontree, Demande, Ouverture, Reponse } from '../../src/guichet/demande';
import { actions } from '../../src/panneau/actions';
import { DEPART, type Etat } from '../../src/panneau/etat';

const OUVERTURE: Ouverture = {
  genre: 'ouverture', aujourdhui: '2026-11-22', au: '2026-11-22', onglets: [], outils: [], interrompues: [], sauvegardes: [], purgeInterrompue: false, volet: {},
};
const COMMANDE: CommandeMontree = { id: 'resultats', titre: 'Onglet Résultats' } as CommandeMontree;
const FAIT = 'L’onglet « Résultats » est créé.';

/** Le geste « produire », avec une relecture lancée au `quand`-ième pas de la page. Rend l'état à la fin et le nombre de pas. */
const produis = async (quand: number, repond: (demande: Demande) => Reponse): Promise<{ fin: Etat; pas: number }> => {
  let etat = DEPART;
  let pas = 0;
  const relectures: Promise<void>[] = [];
  const passe = async (): Promise<void> => {
    await new Promise((fin) => setImmediate(fin));
    if (pas === quand) relectures.push(gestes.suis());
    pas += 1;
    await new Promise((fin) => setImmediate(fin));
  };
  const gestes = actions(
    {
      peau: 'excel', prefixe: '',
      demande: async (demande) => { await passe(); return repond(demande); },
      cellule: async () => { await passe(); return 'Suivi!A1'; },
      va: passe,
      insere: () => Promise.reject(new Error('non prévu')),
    },
    () => etat,
    (nouveau) => { etat = { ...etat, ...nouveau }; },
  );
  await gestes.produis('demandes-ecrites', COMMANDE, false);
  await Promise.all(relectures);
  return { fin: etat, pas };
};

const reussit = (demande: Demande): Reponse => {
  if (demande.genre === 'prevois') return { genre: 'apercu', apercu: { verdict: 'possible', message: '', lignes: [] } } as unknown as Reponse;
  if (demande.genre === 'execute') return { genre: 'fait', message: FAIT, feuille: 'Résultats', ecrit: true } as Reponse;
  return OUVERTURE;
};
const refuse = (demande: Demande): Reponse => (demande.genre === 'execute' ? { genre: 'refus', message: 'La feuille est protégée.', adresse: null } as Reponse : reussit(demande));

test('le succès reste dit, quel que soit le pas où le classeur se relit', async () => {
  const { pas } = await produis(-1, reussit);
  expect(pas).toBeGreaterThan(5);
  for (let quand = 0; quand < pas; quand += 1) {
    const { fin } = await produis(quand, reussit);
    expect([quand, fin.succes?.message, fin.travail]).toEqual([quand, FAIT, null]);
  }
});

test('le refus reste dit, quel que soit le pas où le classeur se relit', async () => {
  const { pas } = await produis(-1, refuse);
  for (let quand = 0; quand < pas; quand += 1) {
    const { fin } = await produis(quand, refuse);
    expect([quand, fin.refus?.message, fin.travail]).toEqual([quand, 'La feuille est protégée.', null]);
  }
});
