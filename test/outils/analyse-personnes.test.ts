// L'onglet Analyse ne recopie personne : ni un nom, ni une adresse, ni un commentaire, même quand peu ont répondu.
import { analyse } from '../../src/outils/analyse/analyse';
import { ongletAnalyse } from '../../src/outils/analyse/onglet-analyse';
import type { Cellule } from '../../src/socle/cellule';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

const TITRES = ['Horodateur', 'Votre nom', 'E-mail', 'Satisfaction', 'Note', 'Commentaire', 'Qui vous a reçu ?'];
const ligne = (i: number): Cellule[] => [46_095.4 + i, ['Zoé Blanc', 'Anne Dupont', 'Ali Roux'][i % 3]!, `p${i % 3}@exemple.fr`, ['Satisfait', 'Insatisfait'][i % 2]!, i % 11, ['Accueil froid', 'Très bien'][i % 2]!, ['Mme Leroy', 'M. Petit'][i % 2]!];
const classeur = (): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Enquête');
  [TITRES, ...Array.from({ length: 40 }, (_, i) => ligne(i))].forEach((rangee, i) => rangee.forEach((v, j) => c.tape('Enquête', i + 1, j + 1, v)));
  return c;
};
const contexte = { aujourdhui: deIso('2026-11-22')!, au: null, saisies: {} };

test('les colonnes qui désignent quelqu’un sont des textes libres, l’horodateur une date', () => {
  const { variables } = conduis(analyse(contexte), classeur());
  expect(variables.map(({ titre, type }) => `${titre} : ${type}`)).toEqual(['Horodateur : date', 'Votre nom : texte', 'E-mail : texte', 'Satisfaction : ordinale', 'Note : intervalle', 'Commentaire : texte', 'Qui vous a reçu ? : texte']);
});

test('rien d’elles n’est écrit dans l’onglet', () => {
  const c = classeur();
  conduis(ongletAnalyse.execute(contexte), c);
  const ecrit = [...c.trouve('Analyse')!.cases.values()].map(({ v }) => String(v)).join(' ');
  expect(ecrit).toContain('Satisfait');
  for (const secret of ['Zoé', 'Dupont', '@', 'Accueil froid', 'Leroy', 'Petit']) expect(ecrit).not.toContain(secret);
});
