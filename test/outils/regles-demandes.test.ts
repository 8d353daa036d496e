// Les règles du suivi des demandes écrites, une phrase par règle ; chaque registre tient en quelques lignes de .csv.
import { strToU8 } from 'fflate';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { analyse, type AnalyseDemandes } from '../../src/outils/demandes-ecrites/analyse';
import { lisDate } from '../../src/socle/dates-colonne';
import { conduis } from '../../src/socle/suite';

type Cadre = { au?: string; aujourdhui?: string; reglages?: Record<string, string>; entete?: string };

/** Analyse des lignes « numéro;canal;réception;AR;réponse;délai;expéditeur;objet ». */
const analyseLignes = (lignes: readonly string[], { au = '22/11/2026', aujourdhui = '01/01/2036', reglages = {}, entete = 'N°;Canal;Reçu le;AR;Répondu le;Délai annoncé;Nom;Objet' }: Cadre = {}): AnalyseDemandes =>
  conduis(analyse({ au: lisDate(au), aujourdhui: lisDate(aujourdhui), saisies: reglages }), ouvreFichier(strToU8([entete, ...lignes].join('\n')), 'r.csv'));

const rapport = (analysee: AnalyseDemandes, id: string, canal = 'tous'): string => {
  const trouve = analysee.indicateurs.find((i) => i.id === id && i.canal === canal);
  return trouve === undefined ? 'absent' : `${trouve.numerateur}/${trouve.denominateur}`;
};
const etats = (analysee: AnalyseDemandes): unknown[] => Array.from({ length: analysee.demandes.taille }, (_, i) => analysee.suivi(i)['etat']);
const doutes = (analysee: AnalyseDemandes): string[] => analysee.anomalies.map(({ adresse, gravite }) => `${adresse} ${gravite}`);

describe('L’état à la date d’arrêté', () => {
  test('une demande reçue après un arrêté passé est hors champ, dite mais pas comptée', () => {
    const a = analyseLignes(['1;courrier;23/11/2026;;', '2;courriel;01/11/2026;;02/11/2026']);
    expect([etats(a), rapport(a, 'sans-reponse-finale'), doutes(a)]).toEqual([['hors-champ', 'repondu-dans-delai'], '0/1', ['r!C2 information']]);
  });
  test('une réponse et un AR d’après un arrêté passé n’existent pas encore, sans un mot', () => {
    const a = analyseLignes(['1;courriel;16/11/2026;25/11/2026;30/11/2026']);
    expect([etats(a), rapport(a, 'sans-suite'), doutes(a)]).toEqual([['en-cours'], '1/1', []]);
  });
  test.each([['réception', '1;courrier;23/11/2026;;', 'r!C2'], ['AR', '1;courriel;16/11/2026;23/11/2026;', 'r!D2'], ['réponse', '1;courriel;16/11/2026;;23/11/2026', 'r!E2']])('quand l’arrêté est aujourd’hui, une %s future est une erreur', (_, ligne, cellule) => {
    const a = analyseLignes([ligne], { aujourdhui: '22/11/2026' });
    expect([etats(a), doutes(a)]).toEqual([['a-corriger'], [`${cellule} erreur`]]);
    expect(a.anomalies[0]?.message).toContain('Date future');
  });
  test('la période va de la première réception à l’arrêté', () => {
    expect(analyseLignes(['1;courriel;16/11/2026;;', '2;courriel;03/02/2026;;']).indicateurs[0]?.periode).toEqual({ du: '2026-02-03', au: '2026-11-22' });
  });
});

describe('Délai n veut dire au plus n jours', () => {
  test.each([['01/06/2026', '15/06/2026', 'repondu-dans-delai'], ['01/06/2026', '16/06/2026', 'repondu-hors-delai']])('reçue le %s, répondue le %s : %s', (recue, repondue, etat) => {
    expect(etats(analyseLignes([`1;courriel;${recue};;${repondue}`]))).toEqual([etat]);
  });
  test.each([['08/11/2026', 'en-cours', "Aujourd'hui"], ['07/11/2026', 'en-retard', 'Dépassée depuis 1 j'], ['11/11/2026', 'en-cours', 'Dans 3 j'], ['12/11/2026', 'en-cours', '']])('ouverte depuis le %s : %s « %s »', (recue, etat, alerte) => {
    expect(analyseLignes([`1;courriel;${recue};;`]).suivi(0)).toMatchObject({ etat, alerte });
  });
  test('le délai annoncé de la ligne décide de sa limite, de son état et de son alerte, pas des taux', () => {
    const a = analyseLignes(['1;courriel;01/06/2026;;25/06/2026;30 j', '2;courriel;20/10/2026;;;60 jours', '3;courriel;16/11/2026;;;5']);
    expect(etats(a)).toEqual(['repondu-dans-delai', 'en-cours', 'en-retard']);
    expect(a.suivi(2)).toMatchObject({ limite: '2026-11-21', joursRestants: -1, alerte: 'Dépassée depuis 1 j' });
    expect([rapport(a, 'moins-de-15'), rapport(a, 'considere-non-repondu')]).toEqual(['0/2', '2/2']);
  });
  test('une échéance annoncée par sa date', () => expect(analyseLignes(['1;courriel;01/11/2026;;;20/11/2026']).suivi(0)).toMatchObject({ limite: '2026-11-20', etat: 'en-retard' }));
  test('une colonne « Délai » qui n’est que réponse moins réception n’est pas un délai annoncé', () => {
    const a = analyseLignes(['1;courriel;01/06/2026;;03/06/2026;2', '2;courriel;01/06/2026;;21/06/2026;20', '3;courriel;01/06/2026;;11/06/2026;10'], { entete: 'N°;Canal;Reçu le;AR;Répondu le;Délai' });
    expect([etats(a), doutes(a)]).toEqual([['repondu-dans-delai', 'repondu-hors-delai', 'repondu-dans-delai'], ['r!F1 information']]);
  });
});

describe('Les dénominateurs', () => {
  const lignes = ['1;courriel;01/06/2026;;15/06/2026', '2;courriel;01/06/2026;;16/06/2026', '3;courriel;20/11/2026;;21/11/2026', '4;courriel;20/11/2026;;', '5;courriel;01/06/2026;;'];
  test.each([['cohorte', '1/3', '2/3'], ['echus', '2/4', '2/4'], ['tous', '2/5', '2/5']])('%s : moins de 15 jours %s, considéré comme non répondu %s', (denominateur, taux, nonRepondu) => {
    const a = analyseLignes(lignes, { reglages: { denominateur } });
    expect([rapport(a, 'moins-de-15'), rapport(a, 'considere-non-repondu'), rapport(a, 'sans-reponse-finale')]).toEqual([taux, nonRepondu, '2/5']);
  });
  test('les trois classes font le tour de la base : le jour 14 est dans la deuxième', () => {
    expect(analyseLignes(lignes).mesures.tous.classes).toEqual({ base: 3, courte: 0, moyenne: 1, nonRepondu: 2 });
  });
  test('à la lettre de la maquette, le jour 14 n’est nulle part', () => {
    expect(analyseLignes(lignes, { reglages: { seuil14Strict: 'oui' } }).mesures.tous.classes).toEqual({ base: 3, courte: 0, moyenne: 0, nonRepondu: 2 });
  });
  test('les délais n’ont pas de numérateur, leur n est le nombre de réponses', () => {
    expect(analyseLignes(lignes).indicateurs.find(({ id }) => id === 'delai-median')).toMatchObject({ valeur: 14, numerateur: null, denominateur: 3, unite: 'jours calendaires' });
  });
  test('sans demande, pas de valeur', () => expect(new Set(analyseLignes([]).indicateurs.map(({ valeur }) => valeur))).toEqual(new Set([null])));
});

describe('Canaux et périmètre', () => {
  test('un autre canal compte dans « tous » seulement, et il est listé', () => {
    const a = analyseLignes(['1;guichet;01/06/2026;;02/06/2026', '2;mél;01/06/2026;;02/06/2026']);
    expect([rapport(a, 'moins-de-8'), rapport(a, 'moins-de-8', 'courrier'), rapport(a, 'moins-de-8', 'courriel'), doutes(a)]).toEqual(['2/2', '0/0', '1/1', ['r!B2 information']]);
  });
  test.each(['sans objet', 'Classé', 'classée sans suite', 'transmis à la CAF', 'Transmise au service voirie'])('« %s » : hors périmètre, compté à part', (mot) => {
    const a = analyseLignes([`1;courriel;01/06/2026;;${mot}`, '2;courriel;01/06/2026;;02/06/2026']);
    expect([etats(a)[0], a.effectifs['hors-perimetre'], rapport(a, 'moins-de-8')]).toEqual(['hors-perimetre', 1, '1/1']);
  });
  test('« AR seul » : ouverte, avec AR', () => {
    const a = analyseLignes(['1;courriel;20/11/2026;;AR seul']);
    expect([etats(a), rapport(a, 'ar-seul'), rapport(a, 'sans-suite')]).toEqual([['en-cours'], '1/1', '0/1']);
  });
});

describe('L’accusé de réception', () => {
  test.each([
    ['courriel, AR au 7e jour', '1;courriel;01/06/2026;08/06/2026;', '1/1'],
    ['courriel, AR au 8e jour', '1;courriel;01/06/2026;09/06/2026;', '0/1'],
    ['courrier, AR au 14e jour', '1;courrier;01/06/2026;15/06/2026;', '1/1'],
    ['courrier, AR au 15e jour', '1;courrier;01/06/2026;16/06/2026;', '0/1'],
    ['répondue dans le délai d’AR : rien à accuser', '1;courriel;01/06/2026;;08/06/2026', '0/0'],
    ['répondue après, sans AR', '1;courriel;01/06/2026;;09/06/2026', '0/1'],
    ['trop récente pour être jugée', '1;courriel;15/11/2026;;', '0/0'],
    ['juste assez ancienne', '1;courriel;14/11/2026;;', '0/1'],
    ['AR envoyé, date inconnue', '1;courriel;01/06/2026;oui;', '0/0'],
    ['un autre canal n’a pas de règle', '1;guichet;01/06/2026;;', '0/0'],
  ])('%s : %s → %s', (_, ligne, attendu) => expect(rapport(analyseLignes([ligne]), 'ar-conforme')).toBe(attendu));
  test('la règle des 10 jours ouvrés est rendue à part, pour les courriels', () => {
    expect(analyseLignes(['1;courriel;30/04/2026;19/05/2026;', '2;courriel;30/04/2026;20/05/2026;', '3;courrier;30/04/2026;;']).mesures.tous.arOuvre).toEqual({ numerateur: 1, denominateur: 2 });
  });
  test('réponses directes, avec AR, AR seul, sans suite font le tour', () => {
    const a = analyseLignes(['1;courriel;01/06/2026;;02/06/2026', '2;courriel;01/06/2026;01/06/2026;02/06/2026', '3;courriel;01/06/2026;01/06/2026;', '4;courriel;01/06/2026;;', '5;courriel;01/06/2026;x;']);
    expect(['reponses-directes', 'reponses-avec-ar', 'ar-seul', 'sans-suite'].map((id) => rapport(a, id))).toEqual(['1/5', '1/5', '2/5', '1/5']);
  });
});

describe('Les réglages', () => {
  test('en jours ouvrés, délais et seuils comptent les jours ouvrés de la zone', () => {
    const a = analyseLignes(['1;courriel;30/04/2026;;15/05/2026'], { reglages: { unite: 'ouvres' } });
    expect(a.indicateurs.find(({ id }) => id === 'delai-moyen')).toMatchObject({ valeur: 8, unite: 'jours ouvrés' });
    expect(rapport(a, 'moins-de-14')).toBe('1/1');
  });
  test('les fermetures locales ne comptent pas', () => {
    expect(analyseLignes(['1;courriel;30/04/2026;;15/05/2026'], { reglages: { unite: 'ouvres', fermetures: '04/05/2026;05/05/2026' } }).suivi(0)).toMatchObject({ delai: 6 });
  });
  test('la date limite reportée au prochain jour ouvré', () => {
    expect(analyseLignes(['1;courriel;30/04/2026;;'], { reglages: { report: 'oui' } }).suivi(0)).toMatchObject({ limite: '2026-05-15' });
  });
  test.each([
    [{ canal: 'courrier' }, '1/1', 'canal : courrier'],
    [{ du: '02/06/2026' }, '1/1', 'reçues à partir du 02/06/2026'],
    [{ jusquau: '01/06/2026' }, '1/2', 'reçues jusqu’au 01/06/2026'],
    [{ theme: 'ÉTAT  CIVIL' }, '0/1', 'thème : ÉTAT  CIVIL'],
  ])('le filtre %j s’applique et s’imprime', (reglages, taux, filtres) => {
    const a = analyseLignes(['1;courrier;01/06/2026;;02/06/2026;;U-1;Voirie', '2;courriel;01/06/2026;;20/06/2026;;U-2;État civil', '3;courriel;02/06/2026;;03/06/2026;;U-3;Voirie'], { reglages: reglages as unknown as Record<string, string> });
    expect([rapport(a, 'moins-de-8'), a.filtres]).toEqual([taux, filtres]);
  });
  test('un seuil « non répondu » sous 8 jours n’aurait plus trois classes : il est refusé', () => expect(() => analyseLignes([], { reglages: { seuilNonRepondu: '5' } })).toThrow('seuilNonRepondu'));
  test('des seuils à soi', () => expect(analyseLignes(['1;courriel;01/06/2026;;06/06/2026'], { reglages: { seuils: '5;6' } }).indicateurs.slice(0, 2).map(({ id, valeur }) => [id, valeur])).toEqual([['moins-de-5', 0], ['moins-de-6', 1]]));
});

describe('Les doutes', () => {
  test('un numéro d’ordre qui recommence n’est un doublon que sur sa feuille', () => expect(doutes(analyseLignes(['1;courriel;01/06/2026;;', '1;courriel;02/06/2026;;']))).toEqual(['r!A3 avertissement']));
  test('même personne, même objet à 7 jours : réitération ; à 8 jours, non', () => {
    const a = analyseLignes(['A1;courriel;01/06/2026;;;;U-1;Voirie', 'A2;courriel;08/06/2026;;;;u-1;voirie', 'A3;courriel;16/06/2026;;;;U-1;Voirie']);
    expect([doutes(a), a.effectifs['reiterations']]).toEqual([['r!G3 avertissement'], 1]);
  });
  test('un registre numéroté d’avance n’a pas de lignes à corriger', () => expect(analyseLignes(['1;courriel;01/06/2026;;', '2;;;;', '3;;;;']).demandes.taille).toBe(1));
  test('la décision implicite est donnée pour une demande ouverte', () => expect(analyseLignes(['1;courrier;31/12/2025;;']).suivi(0)).toMatchObject({ decisionImplicite: '2026-02-28' }));
});

test('les douze mois vont du mois de l’arrêté aux onze d’avant, par mois de réception', () => {
  const { mois } = analyseLignes(['1;courriel;30/11/2025;;01/12/2025', '2;courrier;01/12/2025;;20/12/2025', '3;courriel;20/11/2026;;']);
  expect(mois.tous.map(({ libelle }) => libelle)).toEqual(['déc. 2025', 'janv. 2026', 'févr. 2026', 'mars 2026', 'avr. 2026', 'mai 2026', 'juin 2026', 'juil. 2026', 'août 2026', 'sept. 2026', 'oct. 2026', 'nov. 2026']);
  expect(mois.tous.map(({ recues }) => recues)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect(mois.courrier[0]).toMatchObject({ recues: 1, repondues: 1, moinsDe15: 0, moinsDe30: 1, nonRepondues: 1, sommeDelais: 19, incomplet: false });
  expect(mois.courriel[11]).toMatchObject({ recues: 1, repondues: 0, base15: 0, incomplet: true });
});
