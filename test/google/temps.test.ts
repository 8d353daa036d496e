// Les six minutes de Google : on s'arrête avant, proprement, et relancer finit.
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { nouveauDomaine } from '../hotes/google/domaine';
import { tapeRegistre } from './registre';

const MINUTE = 60_000;

/** L'horloge avance d'autant à chaque fois qu'on la regarde. */
const demande = (c: ClasseurGoogle, pas: number): { genre: string; message: string } => {
  const domaine = nouveauDomaine(c);
  domaine.evalue(`{ let t = Date.now(); Date.now = () => (t += ${pas}); }`);
  return JSON.parse(domaine.appelle('demandeDuVolet', JSON.stringify({ genre: 'execute', outil: 'demandes-ecrites', commande: 'resultats' })) as string) as never;
};
const onglets = (c: ClasseurGoogle): string[] => c.feuilles.map(({ nom }) => nom);

test('un classeur trop long à lire : rien n’est changé, et on dit que faire', () => {
  const c = tapeRegistre(new ClasseurGoogle());
  expect(demande(c, 2 * MINUTE)).toEqual({ genre: 'refus', message: 'Ce classeur est trop long à lire en une fois pour Google Sheets ; rien n’a été changé. Choisissez une seule feuille ou une période plus courte dans les réglages.', adresse: null });
  expect(onglets(c)).toEqual(['Suivi']);
  expect(c.verrouPris).toBe(false);
});

test('une écriture trop longue s’arrête entre deux étapes : rien n’a l’air fini sans l’être, et relancer finit', () => {
  const c = tapeRegistre(new ClasseurGoogle());
  // Assez pour tout lire, pas pour tout écrire.
  const arretee = Array.from({ length: 14 }, (_, i) => 8_000 + i * 4_000).map((pas) => {
    const essai = tapeRegistre(new ClasseurGoogle());
    return { essai, reponse: demande(essai, pas) };
  }).filter(({ reponse }) => /n’a pas laissé le temps de finir/.test(reponse.message ?? ''));
  expect(arretee.length).toBeGreaterThan(0);
  const etats = arretee.map(({ essai }) => {
    const marque = essai.feuilles.find(({ nom }) => nom === 'Résultats')?.marque ?? null;
    const etat = marque === null ? 'sans marque' : (JSON.parse(marque) as { etat: string }).etat;
    expect(demande(essai, 1)).toMatchObject({ genre: 'fait' });
    expect(onglets(essai)).toEqual(['Suivi', 'Résultats']);
    return etat;
  });
  expect(etats).toContain('ecriture');
  expect(demande(c, 1)).toMatchObject({ genre: 'fait', message: 'L’onglet « Résultats » est créé.' });
});
