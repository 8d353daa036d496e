// Effacer aussi ce qui est hors des réponses : copies, commentaires, noms, tableaux croisés, feuilles masquées ; et garder les preuves jusqu'à leur date.
import { apercuDePurgeRgpd, preparePurgeRgpd, purgeRgpd } from '../../src/outils/rgpd/purge';
import { ErreurClasseur } from '../../src/socle/erreurs';
import type { CompteRendu } from '../../src/socle/outil';
import { conduis, type Suite } from '../../src/socle/suite';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';
import { ErreurDePanne, HoteEnPanne, MODES } from '../hotes/pannes';
import { JOUR } from './autres-ecritures';
import { commentaires, depart, FEUILLES, plage, tout, verifie } from './enquete-a-effacer';

function* efface(jour = JOUR): Suite<CompteRendu> {
  return yield* purgeRgpd(yield* preparePurgeRgpd(jour), 'EFFACER', jour);
}
const apercu = (c: ClasseurMemoire, jour = JOUR): string[] => apercuDePurgeRgpd(conduis(preparePurgeRgpd(jour), c)).lignes.map(({ phrase }) => phrase.replace(/[\u00a0\u202f]/g, ' '));
test('l’aperçu dit tout : copies, commentaires, noms, tableaux croisés, preuves gardées', () => expect(apercu(depart())).toEqual([
  '« Tirage » (feuille masquée), colonne A : 2 cellules seront effacées (copies de textes effacés ailleurs).',
  '« Réponses », colonne A : 3 cellules seront effacées.',
  '« Réponses », colonne C : 1 cellule sera effacée.',
  '« Consentements », colonne A : 1 cellule sera effacée.',
  'Le commentaire de Réponses!A2 sera retiré.', 'Le commentaire de Réponses!B4 sera retiré.', 'Le commentaire de Tirage!B4 sera retiré.',
  'Le nom « Contact » restera, sa valeur sera effacée.',
  'Un onglet « Procès-verbal d’effacement » dira la date, les colonnes et les comptes, sans aucun contenu.',
  '« Consentements » garde 2 preuves de consentement jusqu’à leur date, la première le 22/12/2026.',
  '« Suivi », colonne A : 2 formules restent et se recalculent.',
  'Le nom « Repondants » désigne des cellules effacées : il reste, sans rien montrer d’elles.',
  'Le tableau croisé « Croisé » (« Stats ») oublie ce qui est effacé ; vérifiez-le.',
  'Non effacé par Classeur+ : les images, les zones de texte, l’historique des versions (OneDrive, SharePoint, Google Drive), les copies envoyées ou imprimées.',
]));

test('efface tout cela, et rien d’autre ; le procès-verbal compte juste', () => {
  const c = depart();
  expect(conduis(efface(), c).message).toMatch(/^7 cellules effacées, 3 commentaires retirés, 1 nom vidé ; /);
  verifie(c);
});

test('le registre des consentements s’efface à sa propre date ; plus rien ne désigne personne', () => {
  const c = depart();
  conduis(efface(), c);
  c.calculeDans('Suivi', 3, 1, () => null);
  c.memoire.set('rgpd', '{"v":1,"saisies":{"purgeConsentements":"01/02/2027"}}');
  expect(apercu(c, JOUR + 30)[0]).toBe('« Consentements », colonne A : 1 cellule sera effacée.');
  conduis(efface(JOUR + 100), c);
  expect(tout(c)).not.toMatch(/aube|brun|clair|06 12/);
  expect(plage(c, 'Consentements').slice(1)).toEqual([[null, 'Oui', 46000, JOUR - 1], [null, 'Oui', 46000, JOUR + 30], [null, 'Oui', 46000, null]]);
});

test.each<[string, string, readonly string[]]>([
  ['une colonne gardée d’après les réglages reste, ses copies aussi', '{"v":1,"saisies":{"garder":"Réponses!A"}}', ['Aube', 'Brun', 'Clair']],
  ['une base légale sans consentement n’a pas de preuve à garder', '{"v":1,"saisies":{"base":"mission"}}', []],
])('%s', (_, saisies, restent) => {
  const c = depart();
  c.memoire.set('rgpd', saisies);
  conduis(efface(), c);
  expect(plage(c, 'Réponses').slice(1).map((ligne) => (ligne as unknown[])[0]).filter((v) => v !== null)).toEqual(restent);
  expect(plage(c, 'Consentements').slice(1).map((ligne) => (ligne as unknown[])[0]).filter((v) => v !== null)).toEqual(saisies.includes('base') ? [] : ['Brun', 'Clair']);
});

test('une colonne à garder qui n’existe pas s’explique, et rien n’est effacé', () => {
  const c = depart();
  c.memoire.set('rgpd', '{"v":1,"saisies":{"garder":"Réponse!A"}}');
  expect(() => conduis(efface(), c)).toThrow('« Réponse!A » n’est pas la colonne d’une feuille de ce classeur ; rien n’a été effacé. Écrivez la feuille, un point d’exclamation et la lettre, par exemple Réponses!C.');
});

test.each<[string, (c: ClasseurMemoire) => void, string]>([
  ['un commentaire récrit', (c) => void c.pourEcrire('Réponses').commentaires.set(clef(4, 2), { texte: 'Ne pas effacer : Mme Sec' }), 'Réponses!B4 : Un commentaire ou un nom a changé depuis que vous avez vu le plan ; rien n’a été effacé.'],
  ['un nom récrit', (c) => void c.constantes.set('Contact', 'autre chose'), 'Un commentaire ou un nom a changé depuis que vous avez vu le plan ; rien n’a été effacé.'],
  ['une feuille de commentaire protégée', (c) => void (c.pourEcrire('Tirage').protegee = true), 'La feuille « Tirage » est protégée ; rien n’a été effacé.'],
])('%s depuis l’aperçu : rien n’est effacé', (_, geste, phrase) => {
  const c = depart();
  const plan = conduis(preparePurgeRgpd(JOUR), c);
  geste(c);
  expect(() => conduis(purgeRgpd(plan, 'EFFACER', JOUR), c)).toThrow(phrase);
  expect(plage(c, 'Réponses')).toEqual(FEUILLES['Réponses']!.map((ligne) => ligne.map((v) => (v === '' ? null : v))));
  expect(commentaires(c)).toHaveLength(5);
});

test('ce qui se répète dans sa colonne est une catégorie : ailleurs, elle reste', () => {
  const c = new ClasseurMemoire();
  for (const [nom, lignes] of Object.entries({ Réponses: [['Usager', 'Note'], ['Riverain', 1], ['Riverain', 2], ['Riverain', 3], ['Aube Martin', 4], ['Néant', 5]], Bilan: [['Public', 'Nombre'], ['Riverain', 3], ['néant', 1], ['aube martin', 1]] })) {
    c.ajoute(nom);
    lignes.forEach((ligne, i) => ligne.forEach((v, j) => c.tape(nom, i + 1, j + 1, v)));
  }
  conduis(efface(), c);
  expect([2, 3, 4].map((ligne) => c.trouve('Bilan')!.cases.get(clef(ligne, 1))?.v)).toEqual(['Riverain', 'néant', undefined]);
});

describe.each(['immediat', 'tampon'] as const)('hôte %s', (mode) => {
  test.each(MODES)('%s à chaque point : recommencer finit, et le procès-verbal est vrai', (panne) => {
    for (let k = 1; k < 300; k++) {
      const c = depart(mode, k);
      const hote = new HoteEnPanne(c, k, panne);
      try {
        conduis(efface(), hote);
      } catch (cause) {
        if (!(cause instanceof ErreurDePanne) && !(cause instanceof ErreurClasseur)) throw cause;
      }
      if (c.feuilles.every(({ nom }) => !nom.startsWith('Procès'))) conduis(efface(), c);
      else if ([...c.memoire.keys()].includes('rgpd.purge')) conduis(efface(), c);
      verifie(c);
      if (hote.depassee) return;
    }
    throw new Error('la commande a plus de points d’appel que prévu');
  });
});

test('rien que des formules : elles restent, et c’est dit sans prétendre que rien n’est reconnu', () => {
  const c = new ClasseurMemoire();
  c.ajoute('Liste');
  ['Nom', 'Note'].forEach((titre, j) => c.tape('Liste', 1, j + 1, titre));
  c.calculeDans('Liste', 2, 1, () => 'Aube');
  expect(apercu(c)).toEqual(['« Liste », colonne A : 1 formule reste et se recalcule.', 'Aucune cellule à effacer, hors des formules. Relisez les réponses libres : un programme ne reconnaît pas tout.']);
  expect(conduis(efface(), c)).toMatchObject({ ecrit: false, message: 'Aucune cellule à effacer, hors des formules : rien n’a été effacé.' });
});
