// Les bords des fonctions de feuille : blancs de chaque tableur, en-têtes, textes, erreurs en français.
import vm from 'node:vm';
import { fonctions } from '../../src/registre';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { appelle, type Resultat } from '../../src/socle/fonction';

const f = (nom: string, ...args: unknown[]): Resultat => {
  const definition = fonctions.find((fonction) => fonction.nom === nom);
  if (definition === undefined) throw new Error(nom);
  return appelle(definition, args);
};

/** Jour de série d'une date, écrit en clair dans les tests. */
const serie = (iso: string): number => Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8))) / 86_400_000 + 25569;

const RECUES = ['2026-01-05', '2026-01-12', '2026-02-02'].map((iso) => [serie(iso)]);

describe('Une cellule vide n’est jamais une date', () => {
  test.each([['le texte vide', ''], ['null (Excel sur le web)', null], ['0 (Excel sur ordinateur)', 0], ['undefined', undefined], ['un espace', ' ']])('%s en réponse vaut « pas de réponse »', (_, blanc) => {
    expect(f('TAUX_REPONSE', RECUES, [[serie('2026-01-09')], [blanc], [blanc]])).toBe(1 / 3);
    expect(f('DELAI_REPONSE', serie('2026-01-05'), blanc)).toBe('');
    expect(f('NON_REPONDUS', RECUES, [[blanc], [blanc], [blanc]])).toBe(3);
  });
  test.each([[''], [null], [0]] as const)('une réception vide (%p) fait ignorer la ligne', (blanc) => {
    expect(f('TAUX_REPONSE', [[serie('2026-01-05')], [blanc]], [[serie('2026-01-09')], [serie('2026-01-09')]])).toBe(1);
    expect(f('DELAI_REPONSE', blanc, serie('2026-01-09'))).toBe('');
    expect(f('DATE_LIMITE', blanc, 14)).toBe('');
    expect(f('DATE_SILENCE', blanc)).toBe('');
    expect(f('JOURS_OUVRES', blanc, serie('2026-01-09'))).toBe('');
    expect(f('EST_FERIE', blanc)).toBe('');
  });
  test.each([[undefined], [null], ['']])('un facultatif omis arrive comme %p', (omis) => {
    expect(f('TAUX_REPONSE', RECUES, [[serie('2026-01-09')], [''], ['']], omis, omis, omis)).toBe(1 / 3);
    expect(f('JOURS_OUVRES', '30/04/2026', '15/05/2026', omis, omis)).toBe(8);
    expect((f('TABLEAU_DELAIS', RECUES, RECUES, omis, omis, omis) as unknown[][]).length).toBe(17);
  });
});

describe('Ce que l’hôte donne', () => {
  test('une plage d’une cellule peut arriver seule', () => expect(f('TAUX_REPONSE', '05/01/2026', '09/01/2026')).toBe(1));
  test('une ligne vaut une colonne', () => expect(f('TAUX_REPONSE', [['05/01/2026', '06/01/2026']], [['09/01/2026', '']])).toBe(0.5));
  test('une date d’un autre domaine JavaScript', () => {
    const [reception, reponse] = vm.runInNewContext('[new Date(2026, 0, 5, 0, 0), new Date(2026, 0, 9, 23, 59)]') as [unknown, unknown];
    expect(f('DELAI_REPONSE', reception, reponse)).toBe(4);
  });
  test('une série avec son heure compte en jours entiers', () => expect(f('DELAI_REPONSE', 46083.99, 46084.01)).toBe(1));
  test('une colonne entière, vide après les données', () => {
    const vide = Array.from({ length: 5000 }, () => ['']);
    expect(f('TAUX_REPONSE', [...RECUES, ...vide], [[serie('2026-01-09')], [''], [''], ...vide])).toBe(1 / 3);
  });
  test('un en-tête dans la plage est ignoré', () => expect(f('TAUX_REPONSE', [['Reçu le'], ['05/01/2026']], [['Répondu le'], ['09/01/2026']])).toBe(1));
  test.each(['NR', 'nr', 'N.R.', 'n.r.', 'non répondu', 'Non Répondue', '/', '-', '?', '0'])('« %s » vaut pas de réponse', (mot) => expect(f('TAUX_REPONSE', '05/01/2026', mot)).toBe(0));
  test('« sans objet » sort la demande du compte, « AR seul » la laisse ouverte', () => {
    expect(f('TAUX_REPONSE', [['05/01/2026'], ['05/01/2026'], ['05/01/2026']], [['sans objet'], ['AR seul'], ['06/01/2026']])).toBe(0.5);
  });
  test('une première ligne « Reçu le » au-dessus de NR est un en-tête', () => expect(f('TAUX_REPONSE', [['Reçu le'], ['05/01/2026']], [['NR'], ['09/01/2026']])).toBe(1));
  test('un titre au-dessus des fermetures est ignoré', () => expect(f('JOURS_OUVRES', '30/04/2026', '15/05/2026', '', [['Fermetures'], ['15/05/2026']])).toBe(7));
  test.each(['ouvres', 'Ouvrés', 'jours ouvrés', 'jours-ouvrés', 'jours_ouvres', 'JOUR OUVRÉ', 'en jours ouvrés'])('l’unité « %s » veut dire jours ouvrés', (unite) => expect(f('DELAI_REPONSE', '30/04/2026', '15/05/2026', unite)).toBe(8));
  test.each(['calendaires', 'Jours calendaires', 'jour-calendaire'])('l’unité « %s » veut dire jours calendaires', (unite) => expect(f('DELAI_REPONSE', '30/04/2026', '15/05/2026', unite)).toBe(15));
  test.each(['échus', 'échu', 'Échu(s)'])('le mode « %s » veut dire échus', (mode) => expect(f('TAUX_REPONSE', RECUES, [[serie('2026-01-09')], [''], ['']], 15, '20/01/2026', mode)).toBe(1));
  test('le mode « cohortes » veut dire cohorte', () => expect(f('TAUX_REPONSE', RECUES, RECUES, 15, '22/11/2026', 'cohortes')).toBe(1));
  test('« 10 jours » tapé en texte est dix jours', () => {
    expect(f('DATE_LIMITE', '30/04/2026', '10 jours')).toBe(serie('2026-05-10'));
    expect(f('DATE_LIMITE', '30/04/2026', '2 semaines')).toBe(serie('2026-05-14'));
    expect(f('ALERTE_DELAI', '08/11/2026', '', '14 j', '22/11/2026')).toBe("Aujourd'hui");
  });
  test('une ligne encore vide n’a ni délai ni alerte, même sans délai saisi', () => expect(f('ALERTE_DELAI', '', '', '', '22/11/2026')).toBe(''));
  test('une réponse « sans objet » n’a pas d’alerte', () => expect(f('ALERTE_DELAI', '01/10/2026', 'sans objet', 14, '22/11/2026')).toBe(''));
  test('une colonne en mois/jour se lit ainsi, l’autre avec elle', () => expect(f('DELAI_MOYEN', [['01/05/2026'], ['01/13/2026']], [['01/09/2026'], ['']])).toBe(4));
  test('une réponse avant la réception est laissée de côté dans une plage', () => expect(f('TAUX_REPONSE', [['05/01/2026'], ['05/01/2026']], [['04/01/2026'], ['']])).toBe(0));
});

describe('Une erreur est une phrase qui dit quoi, où et que faire', () => {
  test.each([
    ['un texte inconnu', () => f('TAUX_REPONSE', [['05/01/2026'], ['06/01/2026']], [['09/01/2026'], ['bonjour']]), 'cellule 2 de « reponses » : « bonjour » n’est pas une date'],
    ['une date impossible', () => f('TAUX_REPONSE', [['05/01/2026'], ['31/02/2026']], [[''], ['']]), 'cellule 2 de « receptions » : la date « 31/02/2026 » n’existe pas'],
    ['un mois sans jour', () => f('DELAI_REPONSE', '05/01/2026', 'oct-15'), '« oct-15 » n’a pas de jour'],
    ['une erreur de formule', () => f('TAUX_REPONSE', [['05/01/2026'], ['#N/A']], [[''], ['']]), 'contient l’erreur #N/A'],
    ['des tailles différentes', () => f('TAUX_REPONSE', [['05/01/2026'], ['06/01/2026']], [['']]), '« receptions » a 2 cellules et « reponses » 1'],
    ['une réponse avant la réception', () => f('DELAI_REPONSE', '05/01/2026', '04/01/2026'), 'la réponse du 04/01/2026 précède la réception du 05/01/2026'],
    ['une fin avant le début', () => f('JOURS_OUVRES', '05/01/2026', '04/01/2026'), 'précède le début'],
    ['une réponse illisible d’une seule cellule', () => f('DELAI_REPONSE', '05/01/2026', 'voir dossier'), 'DELAI_REPONSE, « reponse » : « voir dossier » n’est pas une date'],
    ['un numéro à la place d’une réception', () => f('DELAI_REPONSE', 5, 46000), 'DELAI_REPONSE, « reception » : « 5 » n’est pas une date'],
    ['une alerte sur une réponse illisible', () => f('ALERTE_DELAI', '05/01/2026', 'voir dossier', 14, '22/11/2026'), 'ALERTE_DELAI, « reponse » : « voir dossier »'],
    ['une plage de réponses pour une seule demande', () => f('ALERTE_DELAI', '05/01/2026', RECUES, 14, '22/11/2026'), 'une seule cellule pour « reponse »'],
    ['une réception sans année', () => f('DELAI_REPONSE', '12/03', '13/03/2026'), '« reception » : « 12/03 » n’a pas d’année'],
    ['une date en mois/jour donnée seule', () => f('DELAI_REPONSE', '05/01/2026', '01/13/2026'), 'la date « 01/13/2026 » n’existe pas'],
    ['une date lointaine dans une plage', () => f('TAUX_REPONSE', [['05/01/2026'], [serie('2206-03-12')]], [[''], ['']]), 'cellule 2 de « receptions » : l’année 2206 est invraisemblable'],
    ['une date lointaine en texte', () => f('DELAI_REPONSE', '12/03/2206', ''), '« reception » : l’année 2206 est invraisemblable'],
    ['une date d’avant 1900', () => f('DELAI_REPONSE', '12/03/2026', '12/03/1826'), '« reponse » : l’année 1826 est invraisemblable'],
    ['une première ligne de date impossible', () => f('TAUX_REPONSE', [['31/02/2026'], ['01/06/2026']], [[''], ['03/06/2026']]), 'cellule 1 de « receptions » : la date « 31/02/2026 » n’existe pas'],
    ['une première ligne en erreur', () => f('TAUX_REPONSE', [['#REF!'], ['01/06/2026']], [[''], ['03/06/2026']]), 'cellule 1 de « receptions » contient l’erreur #REF!'],
    ['une première ligne de mois sans jour', () => f('TAUX_REPONSE', [['oct-15'], ['01/06/2026']], [[''], ['03/06/2026']]), '« oct-15 » n’a pas de jour'],
    ['une fermeture illisible sous son titre', () => f('JOURS_OUVRES', '30/04/2026', '15/05/2026', '', [['Fermetures'], ['pont']]), 'cellule 2 de « fermetures » : « pont » n’est pas une date'],
    ['une fermeture illisible toute seule', () => f('JOURS_OUVRES', '30/04/2026', '15/05/2026', '', 'pont'), 'cellule 1 de « fermetures »'],
    ['un délai d’une autre unité', () => f('DATE_LIMITE', '30/04/2026', '2 mois'), 'un nombre pour « jours » et a reçu « 2 mois »'],
    ['une seule réponse de trop', () => f('TAUX_RETOUR', 1, 0), '1 réponse complète pour 0 questionnaire arrivé.'],
    ['une unité inconnue', () => f('DELAI_REPONSE', '05/01/2026', '09/01/2026', 'ouvrables'), 'l’unité « ouvrables » n’existe pas'],
    ['un mode inconnu', () => f('TAUX_REPONSE', RECUES, RECUES, 15, '22/11/2026', 'tout'), 'le mode « tout » n’existe pas'],
    ['une zone inconnue', () => f('EST_FERIE', '05/01/2026', 'Bretagne'), 'Alsace-Moselle'],
    ['un seuil négatif', () => f('TAUX_REPONSE', RECUES, RECUES, -3), 'nombre entier de jours'],
    ['un seuil en texte', () => f('TAUX_REPONSE', RECUES, RECUES, 'quinze'), '« quinze »'],
    ['une plage là où il faut une cellule', () => f('DATE_SILENCE', RECUES), 'une seule cellule'],
    ['une date invalide de l’hôte', () => f('DATE_SILENCE', new Date(NaN)), '« date invalide » n’est pas une date'],
    ['trop d’arguments', () => f('DATE_SILENCE', '05/01/2026', 2), 'DATE_SILENCE(reception)'],
    ['plus de réponses que de questionnaires', () => f('TAUX_RETOUR', 500, 400), '500 réponses complètes pour 400'],
  ])('%s', (_, appel, phrase) => {
    expect(appel).toThrow(ErreurClasseur);
    expect(appel).toThrow(phrase);
    expect(appel).toThrow(/\.$/);
  });
});

test('trois cents valeurs absurdes : jamais NaN, jamais une exception brute', () => {
  const absurdes: unknown[] = [NaN, Infinity, -Infinity, -1, 1e300, true, false, {}, [], [[]], 'NaN', '=1+1', '#REF!', '99/99/9999', '\u0000', Symbol.iterator.toString(), '1e5', '２０２６', '🙂', 'a'.repeat(5000), [['']], [[null]], [[NaN]], () => 0, new Date(0)];
  for (const definition of fonctions) {
    for (const absurde of absurdes) {
      for (let place = 0; place < definition.parametres.length; place++) {
        const args = definition.parametres.map((p, i) => (i === place ? absurde : p.genre === 'nombre' ? 3 : p.genre === 'texte' ? null : '05/01/2026'));
        try {
          // Un tableau croisé rend les mots de la personne, « NaN » compris : seul un vrai NaN serait une faute.
          const rendu = JSON.stringify(appelle(definition, args), (_, valeur: unknown) => (typeof valeur === 'number' && !Number.isFinite(valeur) ? 'pas un nombre' : valeur));
          expect(rendu).not.toMatch(absurde === 'NaN' ? /pas un nombre|null|undefined|Infinity/ : /pas un nombre|NaN|null|undefined|Infinity/);
        } catch (cause) {
          expect(cause).toBeInstanceOf(ErreurClasseur);
          expect((cause as Error).message).not.toMatch(/undefined|\[object/);
        }
      }
    }
  }
});
