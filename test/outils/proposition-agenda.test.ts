// D'un écart à une action du plan ; et les échéances du plan pour l'agenda.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { delaisEchantillon } from '../../src/outils/delais-echantillon';
import { demandesEcrites } from '../../src/outils/demandes-ecrites';
import { agenda } from '../../src/outils/plan-actions/agenda';
import { enregistrer } from '../../src/outils/plan-actions/commande-enregistrer';
import { ficheAction, nouvelleFiche } from '../../src/outils/plan-actions/commande-fiche';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { AU, caseDe, classeur, lance, LIGNES } from './fiche-gestes';

describe('D’un écart à une action', () => {
  const PROPOSITION = { libelle: 'Répondre dans les délais', problematique: '12 demandes sont en retard', indicateur: 'Moins de 15 jours : 71,3 % (42 sur 59)' };
  const propose = (c: ClasseurMemoire) => conduis(nouvelleFiche.execute({ aujourdhui: AU, au: null, saisies: {}, proposition: PROPOSITION }), c);
  test('la fiche neuve dit le problème et l’indicateur ; la refaire les garde ; l’enregistrer les met au plan', () => {
    const c = classeur();
    const { feuille } = propose(c);
    const dites = () => (['libelle', 'problematique', 'indicateurs'] as const).map((champ) => caseDe(c, feuille!, champ));
    expect(dites()).toEqual(['Répondre dans les délais', '12 demandes sont en retard', 'Moins de 15 jours : 71,3 % (42 sur 59)']);
    lance(c, ficheAction, `${feuille}!A1`);
    expect(dites()[1]).toBe('12 demandes sont en retard');
    expect(lance(c, enregistrer).message).toBe('L’action 2026-03 est ajoutée en Plan!A5. « Plan » n’a pas de colonne pour : Problématique identifiée, Indicateurs de suivi de l’action ; c’est gardé dans la fiche seule.');
    expect(dites()[1]).toBe('12 demandes sont en retard');
  });
  test('une fiche déjà proposée n’est pas reprise pour un autre écart', () => {
    const c = classeur();
    propose(c);
    expect(lance(c, nouvelleFiche)).toMatchObject({ feuille: 'Fiche n° 2026-04' });
  });
  test('les demandes en retard proposent une action, avec leur taux', () => {
    const c = new ClasseurMemoire();
    c.ajoute('Courriers');
    [['N°', 'Reçu le', 'Répondu le'], [1, 46000, 46010], [2, 46000, null]].forEach((ligne, i) => ligne.forEach((v, j) => c.tape('Courriers', i + 1, j + 1, v)));
    expect(conduis(demandesEcrites.analyse!({ aujourdhui: AU, au: null, saisies: {} }), c).propositions).toEqual([{
      libelle: 'Répondre dans les délais aux demandes écrites', problematique: '1 demande est en retard dans « Courriers » au 22/11/2026. Origine : suivi des réponses aux demandes écrites.',
      indicateur: expect.stringMatching(/^Répondu en moins de 8 jours .* : 0,0\s% au 22\/11\/2026 \(0 sur 2\)$/),
    }]);
  });
  test('une grille dont des réponses tardent propose une action ; une grille parfaite, aucune', () => {
    const lue = (nom: string) => conduis(delaisEchantillon.analyse!({ aujourdhui: AU, au: null, saisies: {} }), ouvreFichier(readFileSync(path.join(__dirname, '..', 'grilles', nom)), nom)).propositions;
    expect(lue('g01-officielle.xlsx')).toEqual([expect.objectContaining({ libelle: 'Répondre plus souvent en moins de 15 jours', indicateur: expect.stringMatching(/83,3\s% au 22\/11\/2026 \(5 sur 6\)$/) })]);
  });
});

describe('Les échéances pour l’agenda', () => {
  const ics = (c: ClasseurMemoire): string => conduis(agenda.produit({ aujourdhui: AU, au: null, saisies: {} }), c);
  test('un jour par action ouverte, identique d’un export à l’autre', () => {
    const c = classeur([...LIGNES, ['2026-03', '', 'Finie', '', 46387, 'fait', ''], ['2026-04', '', 'Sans échéance', '', '', '', '']]);
    const texte = ics(c);
    expect(texte.split('\r\n').filter((ligne) => /^(DTSTART|DTEND|SUMMARY)/.test(ligne))).toEqual(['DTSTART;VALUE=DATE:20261031', 'DTEND;VALUE=DATE:20261101', 'SUMMARY:Échéance : 2026-01 · Afficher les horaires', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101', 'SUMMARY:Échéance : 2026-02 · Former deux agents']);
    expect(ics(c)).toBe(texte);
    expect(texte).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });
  test('virgules, points-virgules et retours à la ligne sont protégés ; aucune ligne ne passe 75 octets', () => {
    const texte = ics(classeur([['1', '', `Relire, trier ; classer\\${'é'.repeat(80)}\nSUMMARY:faux`, 'Mme Roux', 46387, 'à faire', '']]));
    expect(texte).toContain('SUMMARY:Échéance : 1 · Relire\\, trier \\; classer\\\\');
    expect(texte.split('\r\n').every((ligne) => Buffer.byteLength(ligne) <= 75)).toBe(true);
    expect(texte.split('\r\n').filter((ligne) => ligne.startsWith('SUMMARY'))).toHaveLength(1);
  });
  test('sans échéance, dit quoi faire', () => expect(() => ics(classeur([['1', '', 'A', 'x', '', '', '']]))).toThrow('Aucune action ouverte n’a d’échéance. Donnez une fin prévue à une action.'));
});
