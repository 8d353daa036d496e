// Sans que personne la désigne, la feuille des réponses se reconnaît aux personnes qu'elle partage avec le registre des consentements ; dans le doute, non.
import { analyse } from '../../src/outils/rgpd/analyse';
import { COLONNES_CONSENTEMENT, estUnRegistre } from '../../src/outils/rgpd/colonnes';
import { registreConsentements } from '../../src/outils/rgpd/commandes';
import { recherche } from '../../src/outils/rgpd/recherche';
import type { Cellule } from '../../src/socle/cellule';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { trouveEntete } from '../../src/socle/tableau/entete';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';

const contexte = { aujourdhui: deIso('2026-11-22')!, au: null, saisies: {} };
type Table = readonly (readonly Cellule[])[];
const classeur = (feuilles: Readonly<Record<string, Table>>): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  for (const [nom, lignes] of Object.entries(feuilles)) {
    c.ajoute(nom);
    lignes.forEach((ligne, i) => ligne.forEach((v, j) => v !== null && c.tape(nom, i + 1, j + 1, v)));
  }
  return c;
};
const REGISTRE: Table = [['Id répondant', 'Identité', 'Consentement', 'Date du consentement'], ['R-001', 'Aube', 'Oui', 46082], ['R-002', 'Brun', 'Oui', 46082], ['R-003', 'Clair', 'Non', 46082]];
const REPONSES: Table = [['Id répondant', 'Note'], ['r-001', 4], ['R-002', 2], ['R-004', 5]];
const PLAN: Table = [['N°', 'Action'], [1, 'Former'], [2, 'Relire'], [3, 'Afficher']];

test.each<[string, Readonly<Record<string, Table>>, string]>([
  ['la seule feuille qui parle des mêmes personnes', { Réponses: REPONSES, Consentements: REGISTRE }, '2/3 toutes les réponses de « Réponses »'],
  ['par les noms, sans casse ni accents', { Vague: [['Nom', 'Note'], ['AUBE', 1], ['brun', 2]], Consentements: REGISTRE }, '2/2 toutes les réponses de « Vague »'],
  ['une feuille numérotée 1, 2, 3 n’est pas celle des réponses', { Plan: PLAN, Consentements: [REGISTRE[0]!, [1, 'Aube', 'Oui', 46082], [2, 'Brun', 'Oui', 46082]] }, '2/2 toutes les lignes du registre'],
  ['deux feuilles qui conviennent : à la personne de dire', { 'Vague 1': REPONSES, 'Vague 2': REPONSES, Consentements: REGISTRE }, '2/3 toutes les lignes du registre'],
  ['celle qui a une date de réponse, plutôt qu’une liste des mêmes noms', { Liste: [['Nom'], ['Aube'], ['Brun'], ['Clair']], Vague: [['Nom', 'Date de réponse'], ['Aube', 46086], ['Brun', 46086]], Consentements: REGISTRE }, '2/2 toutes les réponses de « Vague »'],
  ['une personne en commun sur beaucoup ne suffit pas', { Agents: [['Nom', 'Poste'], ['Aube', 1], ['Fort', 2], ['Grand', 3], ['Haut', 4], ['Iris', 5]], Consentements: REGISTRE }, '2/3 toutes les lignes du registre'],
])('%s', (_, feuilles, attendu) => {
  const { numerateur, denominateur, definition } = conduis(analyse(contexte), classeur(feuilles)).indicateurs[0]!;
  expect(`${numerateur}/${denominateur} ${definition.replace(/.*parmi : /, '')}`.startsWith(attendu)).toBe(true);
});

test('chaque réponse a sa preuve à sa ligne', () => expect(conduis(analyse(contexte), classeur({ Réponses: REPONSES, Consentements: REGISTRE })).anomalies.map(({ adresse, message }) => `${adresse} ${message}`)).toEqual(['Réponses!A4 Aucune preuve de consentement dans « Consentements ».']));

test('le registre que nous créons a sa colonne « Purge prévue le », pas « Purgé le »', () => {
  const c = new ClasseurMemoire();
  c.ajoute('Notes');
  conduis(registreConsentements.execute(contexte), c);
  const tete = c.lis({ tetes: 5 }).feuilles.find(({ nom }) => nom === 'Consentements')!.tete;
  const { colonnes, titres } = trouveEntete(tete, COLONNES_CONSENTEMENT, estUnRegistre)!;
  expect(titres[colonnes['purge']! - 1]).toBe('Purge prévue le');
});

test('« Chercher » nomme aussi les commentaires et les noms, sans les recopier', () => {
  const c = classeur({ Réponses: [['Note'], [4]] });
  c.pourEcrire('Réponses').commentaires.set(clef(2, 1), { texte: 'Rappeler Mme Doux au 06 12 34 56 78' });
  c.pourEcrire('Réponses').commentaires.set(clef(1, 1), { texte: 'sur 10' });
  c.constantes.set('Contact', 'aube@exemple.fr');
  conduis(recherche.execute(contexte), c);
  const textes = [...c.trouve('Données personnelles')!.cases.values()].map(({ v }) => String(v ?? '')).join('\n');
  expect(textes).toMatch(/^2 commentaires ou noms en portent\./m);
  expect(textes).toContain('commentaire : numéro de téléphone, nom après une civilité\nA2');
  expect(textes).toContain('nom : adresse électronique\nContact');
  expect(textes).not.toMatch(/Doux|06 12|aube@|sur 10/);
});
