// Vider les sauvegardes : montrées avec leur date, vidées après confirmation, jamais supprimées ; coupée, la purge se recommence.
import { estVide } from '../../src/socle/cellule';
import { prepareEffacement } from '../../src/socle/ecriture/effacement-plan';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { apercuDePurge, preparePurge, videSauvegardes } from '../../src/socle/ecriture/purge';
import { aReprendre } from '../../src/socle/ecriture/reprise';
import type { Apercu } from '../../src/socle/outil';
import { conduis } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { bilanVide } from './campagne';
import { avecSauvegardes as classeur, JOUR, PURGE, purge, rapportCourt as rapport } from './autres-ecritures';
import { eprouveReprise, image } from './reprises';


const contenu = (c: ClasseurMemoire, nom: string): unknown[] => [...c.trouve(nom)!.cases.values()].map(({ v }) => v).filter((v) => !estVide(v));
const apercu = (c: ClasseurMemoire): Apercu => apercuDePurge(conduis(preparePurge(), c));

test('elles sont listées avec leur date et ce qu’elles contiennent', () => {
  expect(apercu(classeur()).lignes.map(({ phrase }) => phrase)).toEqual([
    '« Sauvegarde Résultats » (copie de « Résultats » du 22/11/2026) : 2 cellules seront effacées.',
    '« Sauvegarde Résultats (2) » (copie de « Résultats » du 22/11/2026) : 2 cellules seront effacées.',
    'Les onglets restent, vides : vous pourrez les supprimer vous-même.',
    'L’historique des versions (OneDrive, SharePoint, Google Drive) garde l’ancien contenu.',
  ]);
});

test('vidées, elles le disent, ne comptent plus, et rien d’autre n’a bougé', () => {
  const c = classeur();
  const autres = image(c, (nom) => nom.startsWith('Sauvegarde Résultats'));
  expect(conduis(purge(), c)).toMatchObject({ ecrit: true, message: expect.stringMatching(/^2 sauvegardes vidées ; les onglets restent/) });
  for (const nom of ['Sauvegarde Résultats', 'Sauvegarde Résultats (2)']) expect(contenu(c, nom)).toEqual(['Sauvegarde vidée le 22/11/2026 : vous pouvez supprimer cet onglet.']);
  expect(image(c, (nom) => nom.startsWith('Sauvegarde Résultats'))).toBe(autres);
  expect(aReprendre(c.lis({})).sauvegardes).toEqual([]);
  expect(apercu(c)).toEqual({ feuille: null, verdict: 'rien', lignes: [{ effet: 'garde', phrase: 'Ce classeur n’a pas de sauvegarde à vider.', adresse: null }] });
  const avant = image(c);
  expect(conduis(purge(), c)).toMatchObject({ ecrit: false });
  expect(image(c)).toBe(avant);
});

test('une sauvegarde vidée ne sert pas à la suivante : une neuve est créée', () => {
  const c = classeur();
  conduis(purge(), c);
  c.tape('Résultats', 2, 1, 'M. Exemple');
  conduis(ecrisRapport(rapport(4)), c);
  expect(aReprendre(c.lis({})).sauvegardes).toEqual([{ feuille: 'Sauvegarde Résultats (3)', de: 'Résultats', jour: JOUR }]);
  expect(contenu(c, 'Sauvegarde Résultats (3)')).toContain('M. Exemple');
});

test.each(['', 'oui', 'EFFACE'])('sans le mot exact (« %s »), rien ne bouge', (mot) => {
  const c = classeur();
  const avant = image(c);
  expect(() => conduis(purge(mot), c)).toThrow('Tapez EFFACER');
  expect(image(c)).toBe(avant);
});

test('une sauvegarde protégée arrête tout, avant d’écrire', () => {
  const c = classeur();
  c.pourEcrire('Sauvegarde Résultats').protegee = true;
  expect(apercu(c)).toMatchObject({ verdict: 'impossible', lignes: [{ effet: 'refuse', phrase: expect.stringContaining('« Sauvegarde Résultats » est protégé') }] });
  const avant = image(c);
  expect(() => conduis(purge(), c)).toThrow('est protégée ; rien n’a été effacé');
  expect(image(c)).toBe(avant);
});

test('une cellule ajoutée depuis que la personne a vu le plan arrête tout', () => {
  const c = classeur();
  const plan = conduis(preparePurge(), c);
  c.tape('Sauvegarde Résultats', 1, 1, 'ajoutée');
  expect(() => conduis(videSauvegardes(plan, 'EFFACER', JOUR), c)).toThrow('rien n’a été effacé');
  expect(contenu(c, 'Sauvegarde Résultats')).toContain('ajoutée');
});

test('un plan qui vise une autre feuille qu’une sauvegarde est refusé en entier', () => {
  const c = classeur();
  const plan = conduis(preparePurge(), c);
  const forge = { ...plan, effacement: conduis(prepareEffacement([{ feuille: 'Sauvegarde du maire', ligne: 1, colonne: 1, lignes: 1, colonnes: 1 }]), c) };
  const avant = image(c);
  expect(() => conduis(videSauvegardes(forge, 'EFFACER', JOUR), c)).toThrow('« Sauvegarde du maire » n’est pas une sauvegarde');
  expect(image(c)).toBe(avant);
});

test('coupée à chaque point, elle se recommence et finit pareil', () => {
  const bilan = bilanVide();
  eprouveReprise(PURGE, bilan, [1, 2]);
  expect(bilan.violations.slice(0, 5)).toEqual([]);
  expect(bilan.simples).toBeGreaterThan(100);
});
