// Le registre des traitements : créé avec l'enquête, puis une ligne par enquête, sans jamais récrire ce qui y est.
import { registreTraitements } from '../../src/outils/rgpd/registre-traitements';
import type { Cellule } from '../../src/socle/cellule';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';
import { ErreurDePanne, HoteEnPanne, MODES } from '../hotes/pannes';

const contexte = (saisies: Record<string, string>) => ({ aujourdhui: deIso('2026-11-22')!, au: null, saisies });
const ACCUEIL = { enquete: 'Accueil 2026', responsable: 'Mairie de Valombre', finalite: 'mesurer la satisfaction', prestataire: 'oui', base: 'mission', duree: 'trois mois' };
const lance = (c: ClasseurMemoire, saisies: Record<string, string>) => conduis(registreTraitements.execute(contexte(saisies)), c);
const neuf = (): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Réponses');
  c.tape('Réponses', 1, 1, 'Note');
  return c;
};
const ligne = (c: ClasseurMemoire, nom: string, numero: number, largeur: number): Cellule[] => Array.from({ length: largeur }, (_, j) => c.trouve(nom)!.cases.get(clef(numero, j + 1))?.v ?? null);
const TITRES = ['Nom de l’activité', 'Date de création', 'Date de mise à jour', 'Responsable de traitement', 'Délégué à la protection des données', 'Responsable conjoint', 'Logiciel', 'Finalités', 'Base légale', 'Catégories de personnes', 'Catégories de données', 'Données sensibles', 'Destinataires internes', 'Destinataires externes', 'Sous-traitants', 'Transferts hors de l’Union européenne', 'Durée de conservation', 'Mesures de sécurité'];
const PREMIERE = ['Accueil 2026', '22/11/2026', '22/11/2026', 'Mairie de Valombre', '[à compléter]', '[à compléter]', 'Classeur (tableur)', 'mesurer la satisfaction', 'Mission d’intérêt public', 'Usagers qui répondent à l’enquête', '[à compléter]', '[à compléter]', '[à compléter]', '[à compléter]', 'Prestataire de l’enquête (contrat de l’article 28)', '[à compléter]', 'trois mois', '[à compléter]'];

test('créé, il a les rubriques du modèle et une première ligne ; il est aussitôt à la personne', () => {
  const c = neuf();
  expect(lance(c, ACCUEIL)).toMatchObject({ feuille: 'Registre RGPD', ecrit: true, message: 'L’onglet « Registre RGPD » est créé. Il est à vous : complétez-le, une ligne par enquête.' });
  expect([ligne(c, 'Registre RGPD', 2, 18), ligne(c, 'Registre RGPD', 3, 18), c.trouve('Registre RGPD')!.marque]).toEqual([TITRES, PREMIERE, null]);
});

test('une autre enquête s’ajoute au pied ; la même n’est pas récrite, corrigée ou non', () => {
  const c = neuf();
  lance(c, ACCUEIL);
  c.tape('Registre RGPD', 3, 18, 'armoire fermée');
  expect(conduis(registreTraitements.prevois(contexte({ enquete: 'Piscine' })), c).lignes[0]!.phrase).toBe('La ligne Piscine sera ajoutée au pied de la liste.');
  expect(lance(c, { enquete: 'Piscine' }).ecrit).toBe(true);
  expect(ligne(c, 'Registre RGPD', 4, 2)).toEqual(['Piscine', '22/11/2026']);
  const avant = c.trouve('Registre RGPD');
  expect(lance(c, { ...ACCUEIL, duree: 'six mois' })).toEqual({ message: 'L’enquête est déjà au registre, « Registre RGPD », ligne 3 : rien n’a été écrit. Corrigez-la dans la feuille.', feuille: 'Registre RGPD', ecrit: false });
  expect(c.trouve('Registre RGPD')).toBe(avant);
  expect(c.feuilles.map(({ nom }) => nom)).toEqual(['Réponses', 'Registre RGPD']);
});

test('le registre que la collectivité tient déjà reçoit la ligne, dans ses propres colonnes', () => {
  const c = neuf();
  c.ajoute('Traitements');
  [['Nom du traitement', 'Finalité du traitement', 'DPO', 'Durées de conservation', 'Remarques'], ['Paie', 'payer les agents', 'dpo@valombre.exemple', '5 ans', 'vu']].forEach((rangee, i) => rangee.forEach((v, j) => c.tape('Traitements', i + 1, j + 1, v)));
  lance(c, ACCUEIL);
  expect([ligne(c, 'Traitements', 2, 5), ligne(c, 'Traitements', 3, 5)]).toEqual([['Paie', 'payer les agents', 'dpo@valombre.exemple', '5 ans', 'vu'], ['Accueil 2026', 'mesurer la satisfaction', '[à compléter]', 'trois mois', null]]);
});

test.each(MODES)('%s à chaque point : recommencer finit, sans deux registres ni deux lignes', (panne) => {
  for (let k = 1; k < 200; k++) {
    const c = neuf();
    const hote = new HoteEnPanne(c, k, panne);
    try {
      conduis(registreTraitements.execute(contexte(ACCUEIL)), hote);
      conduis(registreTraitements.execute(contexte({ enquete: 'Piscine' })), hote);
    } catch (cause) {
      if (!(cause instanceof ErreurDePanne)) throw cause;
    }
    lance(c, ACCUEIL);
    lance(c, { enquete: 'Piscine' });
    expect([panne, k, c.feuilles.map(({ nom }) => nom), [3, 4, 5].map((numero) => ligne(c, 'Registre RGPD', numero, 1)[0]), c.trouve('Registre RGPD')!.marque]).toEqual([panne, k, ['Réponses', 'Registre RGPD'], ['Accueil 2026', 'Piscine', null], null]);
    expect(ligne(c, 'Registre RGPD', 3, 18)).toEqual(PREMIERE);
    if (hote.depassee) return;
  }
  throw new Error('la commande a plus de points d’appel que prévu');
});
