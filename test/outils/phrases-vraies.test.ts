// Ce que l'agent lit est vrai : chaque phrase qui disait autre chose que les chiffres d'à côté, et ce qu'elle dit maintenant.
import { analyse as analyseEnquete } from '../../src/outils/analyse/analyse';
import { analyse as analyseRgpd } from '../../src/outils/rgpd/analyse';
import { synthese } from '../../src/outils/plan-actions/synthese';
import type { Cellule } from '../../src/socle/cellule';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

const contexte = (saisies: Record<string, string> = {}) => ({ aujourdhui: deIso('2026-11-22')!, au: null, saisies });
const classeur = (feuilles: Readonly<Record<string, readonly (readonly Cellule[])[]>>): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  for (const [nom, lignes] of Object.entries(feuilles)) {
    c.ajoute(nom);
    lignes.forEach((ligne, i) => ligne.forEach((v, j) => v !== null && v !== '' && c.tape(nom, i + 1, j + 1, v)));
  }
  return c;
};
const net = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ');
const fois = (n: number, ligne: readonly Cellule[]): (readonly Cellule[])[] => Array.from({ length: n }, () => ligne);

test('une colonne masquée seulement pour protéger sa voisine n’est pas dite « moins de 5 réponses »', () => {
  // Guichet 70, Téléphone 25, Visio 3 : le total de Téléphone est masqué pour que 98 ne redonne pas Visio.
  const lignes = [...fois(35, ['Guichet', 'Oui']), ...fois(35, ['Guichet', 'Non']), ...fois(13, ['Téléphone', 'Oui']), ...fois(12, ['Téléphone', 'Non']), ...fois(2, ['Visio', 'Oui']), ['Visio', 'Non']];
  const phrases = conduis(analyseEnquete(contexte({ croiser: 'B;A' })), classeur({ Enquête: [['Canal', 'Satisfait ?'], ...lignes] })).phrases.map(net).filter((phrase) => phrase.includes('ne généralisez pas'));
  expect(phrases.length).toBeGreaterThan(0);
  for (const phrase of phrases) expect(phrase).not.toContain('moins de 5');
  expect(phrases.join(' ')).toContain('« Téléphone » n’a que peu de réponses (effectif masqué, 30 ou moins)');
});

test('à 100 %, la marge est celle de l’intervalle, pas ± 0,0', () => {
  const phrases = conduis(analyseEnquete(contexte()), classeur({ Enquête: [['Canal', 'Note'], ...fois(12, ['Guichet', 5])] })).phrases.map(net);
  // Wilson pour 12 sur 12 : la borne basse est n/(n + z²) = 12/15,84 = 75,8 %.
  expect(phrases.find((phrase) => phrase.includes('100,0 % des réponses'))).toContain('à ± 24,2 points près ; la part réelle est sans doute entre 75,8 % et 100,0 %');
});

test('un registre de courriers n’est pas déclaré traiter des données par consentement', () => {
  expect(conduis(analyseRgpd(contexte()), classeur({ Courriers: [['Reçu le', 'Répondu le'], ['05/01/2026', '09/01/2026']] })).phrases).toEqual([]);
});

test('une preuve sans identité est incomplète, même avec un numéro de répondant', () => {
  const { indicateurs, anomalies } = conduis(analyseRgpd(contexte()), classeur({ Consentements: [['Id répondant', 'Identité', 'Consentement', 'Date du consentement'], ['R1', 'A. Aube', 'Oui', '01/03/2026'], ['R2', '', 'Oui', '01/03/2026']] }));
  expect([indicateurs[0]!.numerateur, indicateurs[0]!.denominateur]).toEqual([1, 2]);
  expect(anomalies.map(({ adresse, message }) => `${adresse} ${message}`)).toEqual(['Consentements!C3 Identité manquante.']);
  expect(indicateurs[0]!.definition).toContain('désignez la feuille des réponses');
});

test('deux lignes contradictoires du registre se disent ; un retrait l’emporte sur l’accord d’avant', () => {
  const { anomalies } = conduis(analyseRgpd(contexte({ feuilleReponses: 'Réponses' })), classeur({
    Réponses: [['Id répondant', 'Note'], ['R1', 5], ['R2', 4], ['R3', 3]],
    Consentements: [['Id répondant', 'Identité', 'Consentement', 'Date du consentement', 'Date de retrait'], ['R1', 'A', 'Oui', '01/03/2026', ''], ['R1', 'A', 'Non', '01/03/2026', ''], ['R2', 'B', 'Oui', '01/03/2026', ''], ['R2', 'B', 'Oui', '01/03/2026', '05/04/2026'], ['R3', 'C', 'Oui', '01/03/2026', ''], ['R3', 'C', 'Oui', '02/03/2026', '']],
  }));
  expect(anomalies.map(({ adresse, message }) => `${adresse} ${net(message)}`)).toEqual(['Réponses!A2 « Consentements » a 2 lignes pour cette personne, qui se contredisent : gardez la bonne.', 'Réponses!A3 Retiré le 05/04/2026 : excluez la réponse des calculs.']);
});

test('« M. Paul » et « m. paul » sont une personne dans la synthèse', () => {
  const c = classeur({ Plan: [['N°', 'Action', 'Pilote', 'Échéance', 'État'], ['1', 'Afficher', 'M. Paul', '31/12/2026', 'en cours'], ['2', 'Former', 'm. paul', '31/12/2026', 'à faire'], ['3', 'Écrire', 'Mme Zoé', '31/12/2026', 'à faire']] });
  conduis(synthese.execute(contexte()), c);
  const ecrit = [...c.trouve('Synthèse')!.cases.values()].map(({ v }) => String(v)).filter((valeur) => /^m\. paul$/i.test(valeur));
  expect(new Set(ecrit)).toEqual(new Set(['M. Paul']));
});
