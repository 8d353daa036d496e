// Les filtres : ce qu'ils acceptent, et ce qu'ils disent quand ils ne trouvent rien.
import { analyseAvec, classeur } from './registres';

const LIGNES = ['1;courrier;01/06/2026;;03/06/2026;Nord', '2;courriel;02/06/2026;;20/06/2026;Sud', '3;mél;03/06/2026;;04/06/2026;Est'];
const avertissements = (saisies: Record<string, string>, lignes = LIGNES, entete?: string): string[][] =>
  analyseAvec(classeur(lignes, entete), saisies).anomalies.filter(({ gravite }) => gravite === 'avertissement').map(({ adresse, message }) => [adresse, message]);

describe('Le filtre du canal', () => {
  test('« tous » ne filtre rien', () => {
    const a = analyseAvec(classeur(LIGNES), { canal: 'Tous' });
    expect([a.effectifs['utilisables'], a.filtres]).toEqual([3, 'aucun']);
  });
  test.each([['courriel', 2], ['mails', 2], ['Courrier', 1], ['lettre', 1]])('« %s » garde %i demandes', (canal, n) => expect(analyseAvec(classeur(LIGNES), { canal }).effectifs['utilisables']).toBe(n));
  test.each(['guichet', 'autre', 'téléphone'])('« %s » est refusé avec les canaux acceptés', (canal) => {
    expect(() => analyseAvec(classeur(LIGNES), { canal })).toThrow(`Le réglage « canal » ne peut pas valoir « ${canal} ». Donnez l’une de ces valeurs : courrier, courriel, tous.`);
  });
  test('un canal absent du registre est dit à la colonne du canal', () => {
    expect(avertissements({ canal: 'courriel' }, LIGNES.slice(0, 1))).toEqual([['r!B1', expect.stringContaining('Aucune demande n’a le canal « courriel »')]]);
  });
});

describe('Un filtre qui ne trouve rien', () => {
  test('cite jusqu’à cinq valeurs présentes, à l’en-tête de sa colonne', () => {
    const lignes = ['A', 'B', 'b', 'C', 'D', 'E', 'F'].map((service, i) => `${i};courriel;0${i + 1}/06/2026;;;${service}`);
    expect(avertissements({ service: 'Nrd' }, lignes)).toEqual([['r!F1', 'Le filtre « Nrd » ne trouve aucune demande dans cette colonne. Valeurs présentes : A, B, C, D, E….']]);
  });
  test('sans colonne où chercher, dit laquelle désigner', () => {
    expect(avertissements({ agent: 'Dupont' })).toEqual([['r!C1', expect.stringContaining('pas de colonne « agent » : le filtre « Dupont » écarte toutes ses demandes. Désignez-la (réglage « colonne.agent »).')]]);
  });
  test('une période sans demande le dit aussi', () => {
    expect(avertissements({ du: '01/07/2026' })).toEqual([['r!C1', expect.stringContaining('Les filtres écartent toutes les demandes')]]);
  });
  test('un filtre qui trouve ne dit rien', () => {
    const a = analyseAvec(classeur(LIGNES), { service: 'NORD', du: '01/06/2026' });
    expect([a.effectifs['utilisables'], a.effectifs['ecartee'], a.anomalies]).toEqual([1, 2, []]);
  });
  test('un registre vide n’a pas de reproche à faire aux filtres', () => expect(avertissements({ service: 'Nord' }, [])).toEqual([]));
});
