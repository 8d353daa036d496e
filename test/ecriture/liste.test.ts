// Une liste où des personnes écrivent : leurs cellules ne bougent jamais, les nôtres suivent, rien ne se perd, quelle que soit la coupure.
import { ecrisListe, type Liste } from '../../src/socle/ecriture/liste';
import { aReprendre } from '../../src/socle/ecriture/reprise';
import { conduis } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { ClasseurMemoire, type Mode } from '../hotes/classeur-memoire';
import { HoteEnPanne, MODES } from '../hotes/pannes';

const liste = (...lignes: [string, string, string][]): Liste => ({
  genre: 'plan.suivi', nom: 'Suivi', banniere: 'À jour au 22/11/2026', titres: ['Numéro', 'Libellé', 'Commentaire', 'État'], colonneNumero: 1, calculees: [4],
  disparue: { colonne: 4, texte: 'n’est plus dans la source' }, lignes: lignes.map(([numero, libelle, etat]) => ({ numero, valeurs: [numero, libelle, '', etat] })),
});
const AVANT = liste(['A1', 'Relire', 'en cours'], ['A2', 'Afficher', 'prévue']);
const APRES = liste(['A1', 'Relire autrement', 'terminée'], ['A3', 'Former', 'prévue']);
const lignes = (classeur: ClasseurMemoire, feuille = 'Suivi'): unknown[] => {
  const lues = classeur.lis({ zones: [{ feuille, ligne: 1, colonne: 1, lignes: 8, colonnes: 5 }] }).plages[0] ?? [];
  return Array.from({ length: 8 }, (_, i) => Array.from({ length: 5 }, (__, j) => lues[i]?.[j] ?? ''));
};
const depart = (mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
  const classeur = new ClasseurMemoire(mode, graine);
  classeur.ajoute('Mes notes');
  classeur.tape('Mes notes', 1, 1, 'à moi');
  conduis(ecrisListe(AVANT), classeur);
  classeur.tape('Suivi', 3, 3, 'vu avec le maire');
  classeur.tape('Suivi', 4, 2, 'Afficher (corrigé)');
  classeur.tape('Suivi', 5, 5, 'note à côté');
  return classeur;
};

test('la première fois, la liste est créée avec ses titres', () => {
  const classeur = new ClasseurMemoire();
  expect(conduis(ecrisListe(AVANT), classeur).message).toBe('L’onglet « Suivi » est créé.');
  expect(lignes(classeur).slice(0, 4)).toEqual([['À jour au 22/11/2026', '', '', '', ''], ['Numéro', 'Libellé', 'Commentaire', 'État', ''], ['A1', 'Relire', '', 'en cours', ''], ['A2', 'Afficher', '', 'prévue', '']]);
});

test('une mise à jour recalcule nos colonnes, garde celles des personnes, signale ce qui a disparu, ajoute au pied', () => {
  const classeur = depart();
  conduis(ecrisListe(APRES), classeur);
  expect(lignes(classeur).slice(2, 6)).toEqual([
    ['A1', 'Relire', 'vu avec le maire', 'terminée', ''],
    ['A2', 'Afficher (corrigé)', '', 'n’est plus dans la source', ''],
    ['A3', 'Former', '', 'prévue', 'note à côté'],
    ['', '', '', '', ''],
  ]);
  expect(lignes(classeur, 'Mes notes')[0]).toEqual(['à moi', '', '', '', '']);
});

test('les mêmes lignes ne font rien écrire', () => {
  const classeur = depart();
  conduis(ecrisListe(APRES), classeur);
  expect(conduis(ecrisListe(APRES), classeur)).toMatchObject({ ecrit: false });
});

test('deux lignes du même numéro arrêtent tout, par une phrase', () => {
  const classeur = depart();
  classeur.tape('Suivi', 5, 1, 'A1');
  const avant = lignes(classeur);
  expect(() => conduis(ecrisListe(APRES), classeur)).toThrow('Suivi!A5 : Deux lignes portent le numéro A1');
  expect(lignes(classeur)).toEqual(avant);
});

describe.each(['immediat', 'tampon'] as const)('hôte %s', (mode) => {
  test.each(MODES)('%s à chaque point : interrompue elle se voit, recommencer la finit, aucune cellule d’une personne ne bouge', (panne) => {
    const attendu = depart();
    conduis(ecrisListe(APRES), attendu);
    for (let graine = 1; graine <= plusCourt(6); graine++) {
      for (let k = 1; ; k++) {
        const classeur = depart(mode, graine * 100 + k);
        const hote = new HoteEnPanne(classeur, k, panne);
        try {
          conduis(ecrisListe(APRES), hote);
        } catch {
          const entamee = JSON.stringify(lignes(classeur)) !== JSON.stringify(lignes(depart())) && JSON.stringify(lignes(classeur)) !== JSON.stringify(lignes(attendu));
          if (entamee) expect(aReprendre(classeur.lis({})).interrompues).toEqual([{ feuille: 'Suivi', genre: 'plan.suivi' }]);
          conduis(ecrisListe(APRES), classeur);
        }
        expect(lignes(classeur)).toEqual(lignes(attendu));
        expect(aReprendre(classeur.lis({}))).toEqual({ interrompues: [], effacement: null, sauvegardes: [] });
        if (hote.depassee) break;
      }
    }
  });
});
