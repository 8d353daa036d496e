// Des en-têtes comme les agents les écrivent : la bonne colonne est prise, la mauvaise ne l'est pas, le doute est dit.
import { strToU8 } from 'fflate';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { analyse, type AnalyseDemandes } from '../../src/outils/demandes-ecrites/analyse';
import { canalDe, canalDuNom, NOMS_CANAUX } from '../../src/outils/demandes-ecrites/mots';
import type { Cellule, Plage } from '../../src/socle/cellule';
import { lisDate } from '../../src/socle/dates-colonne';
import { conduis } from '../../src/socle/suite';

const CONTEXTE = { au: lisDate('22/11/2026'), aujourdhui: lisDate('01/01/2036'), saisies: {} };
const deCsv = (texte: string, saisies: Record<string, string> = {}): AnalyseDemandes => conduis(analyse({ ...CONTEXTE, saisies }), ouvreFichier(strToU8(texte), 'r.csv'));
const deXlsx = (feuilles: readonly { nom: string; plage: Plage }[], saisies: Record<string, string> = {}): AnalyseDemandes => conduis(analyse({ ...CONTEXTE, saisies }), ouvreFichier(nouveauXlsx([...feuilles]), 'r.xlsx'));
const colonnes = (analysee: AnalyseDemandes) => analysee.feuilles[0]?.colonnes ?? {};
const graves = (analysee: AnalyseDemandes): string[] => analysee.anomalies.filter(({ gravite }) => gravite !== 'information').map(({ adresse, gravite }) => `${adresse} ${gravite}`);

describe('La date de réception se reconnaît', () => {
  test.each([
    'Date de réception', 'DATE DE RECEPTION', 'Reçu le', 'Recu le ', 'Date d’arrivée', 'Date d\'arrivée du courrier', 'Arrivée', 'Réceptionné le', 'Reçu en mairie le', 'Reçu au service le', 'Reçu par mail le', 'Date et heure de réception',
    'Date/heure de réception', 'Date de réception par le service', 'Enregistrement', 'Enregistré le', 'Horodatage', 'Date de la saisine', 'Entrée', 'Received', 'Created at', 'Created', 'Opened', 'Date(s) de réception',
  ])('« %s »', (titre) => expect(colonnes(deCsv(`N°;${titre};Date de réponse\n1;05/01/2026;09/01/2026`))).toMatchObject({ identifiant: 'A', reception: 'B', reponse: 'C' }));
  test.each(['Reçu par', 'Délai de réponse', 'Date limite', 'Date AR', 'Accusé de réception', 'Nombre reçu', 'Mois de réception'])('« %s » n’en est pas une', (titre) => expect(colonnes(deCsv(`N°;${titre};Reçu le;Répondu le\n1;x;05/01/2026;09/01/2026`))).toMatchObject({ reception: 'C' }));
});

describe('La date de réponse finale se reconnaît', () => {
  test.each([
    'Date de la réponse finale', 'Date de réponse', 'Répondu le', 'Réponse envoyée le', 'Date réponse définitive', 'Clôture', 'Clos le', 'Traité le', 'Date de sortie', 'Départ', 'Retour', 'Expédié le', 'Date d’expédition', 'Date de décision', 'Réglé le',
    'Date de réponse par mail', 'Date réponse agent', 'Date de réponse du service', 'Closed Date', 'Answered', 'Resolved', 'Completed', 'Resolution date',
  ])('« %s »', (titre) => expect(colonnes(deCsv(`N°;Reçu le;${titre}\n1;05/01/2026;09/01/2026`))).toMatchObject({ reponse: 'C' }));
  test.each(['Délai de réponse', 'Date limite de réponse', 'Réponse d’attente', 'Nature de la réponse', 'Type de réponse', 'Date de relance', 'Transmis le', 'Date 1ère réponse', 'Mode de réponse', 'Répondu par', 'Échéance de réponse'])('« %s » n’en est pas une', (titre) =>
    expect(colonnes(deCsv(`N°;Reçu le;${titre};Répondu le\n1;05/01/2026;06/01/2026;09/01/2026`))).toMatchObject({ reponse: 'D' }));
  test('« Traité » oui/non cède à « Traité le »', () => expect(colonnes(deCsv('N°;Reçu le;Traité;Traité le\n1;05/01/2026;oui;09/01/2026'))).toMatchObject({ reponse: 'D' }));
  test('« AR » oui/non cède à « Date AR »', () => expect(colonnes(deCsv('N°;Reçu le;AR;Date AR;Répondu le\n1;05/01/2026;oui;06/01/2026;'))).toMatchObject({ accuse: 'D' }));
  test('sans colonne de réponse, le registre est lu et le doute est dit', () => {
    const a = deCsv('N°;Reçu le;Objet\n1;05/01/2026;eau');
    expect(graves(a)).toEqual(['r!B1 avertissement']);
    expect(a.anomalies[0]?.message).toContain('colonne.reponse');
  });
});

describe('Les autres colonnes', () => {
  test.each([['Canal', 'canal'], ['Canaux', 'canal'], ['Support', 'canal'], ['Channel', 'canal'], ['Type', 'canal'], ['A.R.', 'accuse'], ['Accusé de réception', 'accuse'], ['ARE', 'accuse'], ['Nº', 'identifiant'], ['No', 'identifiant'], ['N° chrono', 'identifiant'], ['Réf.', 'identifiant'], ['Ticket', 'identifiant'], ['Usager', 'expediteur'], ['Sender', 'expediteur'], ['Objet de la demande', 'objet'], ['Thématique', 'theme'], ['Délai annoncé (j)', 'delai'], ['Suite donnée', 'nature'], ['Traité par', 'agent'], ['Bureau', 'service'], ['Mél', 'coordonnees']])('« %s » est %s', (titre, clef) =>
    expect(colonnes(deCsv(`Reçu le;Répondu le;${titre}\n05/01/2026;09/01/2026;courriel`))).toMatchObject({ [clef]: 'C' }));
  test('« N° AR » n’est pas l’identifiant', () => expect(colonnes(deCsv('N° AR;N°;Reçu le;Répondu le\n7;1;05/01/2026;09/01/2026'))).toMatchObject({ identifiant: 'B' }));
  test('« Mode d’envoi » de la réponse n’est pas le canal', () => expect(colonnes(deCsv('N°;Mode d’envoi;Canal;Reçu le;Répondu le\n1;postal;mail;05/01/2026;09/01/2026'))).toMatchObject({ canal: 'C' }));
});

describe('Les en-têtes difficiles', () => {
  const lignes = (...rangees: Cellule[][]): Plage => rangees;
  test('un seul groupe au-dessus de « Date | Nature »', () => {
    expect(colonnes(deXlsx([{ nom: 'S', plage: lignes(['', '', 'Réponse', ''], ['N°', 'Reçu le', 'Date', 'Nature'], ['1', '05/01/2026', '09/01/2026', 'oui']) }]))).toMatchObject({ reception: 'B', reponse: 'C' });
  });
  test('un titre de feuille n’est pas un groupe', () => {
    expect(colonnes(deXlsx([{ nom: 'S', plage: lignes(['Suivi des réponses'], ['N°', 'Reçu le', 'Observations'], ['1', '05/01/2026', 'rien']) }]))).not.toHaveProperty('reponse');
  });
  test('« Date » cède à un vrai titre ; prise seule, elle est dite supposée', () => {
    expect(colonnes(deCsv('N°;Réceptionné le;Répondu le;Date\n1;05/01/2026;09/01/2026;01/01/2026'))).toMatchObject({ reception: 'B' });
    expect(deCsv('N°;Date;Canal;Répondu le\n1;05/01/2026;mail;09/01/2026').anomalies).toEqual([expect.objectContaining({ adresse: 'r!B1', gravite: 'information', message: expect.stringContaining('prise pour la date de réception') })]);
  });
  test('deux tableaux côte à côte : le second n’est pas lu en silence', () => expect(graves(deCsv('N°;Reçu le;Répondu le;;N°;Reçu le;Répondu le\n1;05/01/2026;06/01/2026;;9;07/01/2026;08/01/2026'))).toEqual(['r!B1 avertissement']));
  test('une liste de jours fériés n’est pas un registre', () => {
    const a = deXlsx([{ nom: 'Suivi', plage: lignes(['N°', 'Reçu le', 'Répondu le'], ['1', '05/01/2026', '']) }, { nom: 'Fériés', plage: lignes(['Jour', 'Nom'], ['01/05/2026', 'Travail']) }]);
    expect(a.feuilles.map(({ feuille }) => feuille)).toEqual(['Suivi']);
  });
  test('un mois dont la colonne de réponse a un autre nom n’est pas perdu en silence', () => {
    const a = deXlsx([{ nom: 'Janv', plage: lignes(['N°', 'Reçu le', 'Répondu le'], ['1', '05/01/2026', '']) }, { nom: 'Févr.', plage: lignes(['N°', 'Reçu le', 'Zut'], ['2', '05/02/2026', '']) }]);
    expect(graves(a)).toEqual(['Févr.!B1 avertissement']);
  });
  test('un .csv collé sous une ligne de titre', () => {
    expect(deXlsx([{ nom: 'S', plage: lignes(['Registre 2026'], [''], ['N°;Reçu le;Répondu le'], ['1;05/01/2026;"09/01/2026"'], ['2;06/01/2026;']) }]).effectifs).toMatchObject({ lignes: 2, utilisables: 2 });
  });
  test('un en-tête désigné loin dans la feuille', () => {
    const plage = [...Array.from({ length: 65 }, (): Cellule[] => ['']), ['Zut', 'Reçu le', 'Répondu le'], ['1', '05/01/2026', '09/01/2026']];
    expect(deXlsx([{ nom: 'S', plage }], { entete: '66' }).feuilles).toEqual([expect.objectContaining({ entete: 66, lignes: 1 })]);
  });
  test('une correction ne défait pas les feuilles déjà bien lues', () => {
    const a = deXlsx([{ nom: 'A', plage: lignes(['N°', 'Reçu le', 'Répondu le'], ['1', '05/01/2026', ''], ['2', '06/01/2026', '']) }, { nom: 'B', plage: lignes(['titre'], [''], ['N°', 'Arr.', 'Rép.'], ['3', '07/01/2026', '']) }, { nom: 'C', plage: lignes(['N°', 'Reçu le', 'Répondu le'], ['4', '08/01/2026', '']) }], { entete: '3', 'colonne.reception': 'B', 'colonne.reponse': 'C' });
    expect(a.feuilles.map(({ feuille, lignes: n }) => [feuille, n])).toEqual([['A', 2], ['B', 1], ['C', 1]]);
  });
});

describe('Les dates d’une feuille', () => {
  test('une colonne qui ne prouve rien suit l’ordre mois/jour de ses voisines', () => {
    const a = deCsv('Ticket,Created,Closed\nA1,03/25/2026,04/02/2026\nA2,04/02/2026,05/06/2026\nA3,05/04/2026,06/05/2026');
    expect([0, 1, 2].map((i) => a.suivi(i)['delai'])).toEqual([8, 34, 32]);
  });
  test('une date sans année suit aussi cet ordre', () => expect(deCsv('N°;Reçu le;Répondu le\n1;03/25/2026;\n2;04/28/2026;\n3;05/06;\n4;05/29;').demandes.reception.slice(2)).toEqual(Int32Array.of(lisDate('06/05/2026'), lisDate('29/05/2026'))));
  test('un export américain à demi converti est signalé', () => {
    const plage: Cellule[][] = [['N°', 'Reçu le', 'Répondu le'], ...['03/05/2026', '07/03/2026', '11/03/2026'].map((d, i): Cellule[] => [`${i}`, lisDate(d), '']), ['8', '03/25/2026', ''], ['9', '03/28/2026', '']];
    expect(graves(deXlsx([{ nom: 'S', plage }]))).toContain('S!B1 avertissement');
  });
  test('« lundi 12 mars » n’est pas d’une année où c’est un jeudi', () => expect(graves(deCsv('N°;Reçu le;Répondu le\n1;lundi 12 mars;\n2;13/03/2026;'))).toEqual(['r!B2 erreur']));
  test('une réponse « 03/01 » à une demande de décembre est de l’année suivante', () => expect(deCsv('N°;Reçu le;Répondu le\n1;18/12/2025;28/12/2025\n2;20/12/2025;03/01\n3;21/12/2025;30/12/2025').suivi(1)).toMatchObject({ delai: 14 }));
  test('« Total Énergies » est une personne, « TOTAL » un total', () => expect(deCsv('Expéditeur;Reçu le;Répondu le;Objet\nTotal Énergies;12/03/2026;20/03/2026;eau\nTotal Énergies;;20/03/2026;eau\nTOTAL;2;;').effectifs['lignes']).toBe(2));
  test('cent mille dates sans année ne font pas attendre', () => {
    const a = deCsv(`N°;Reçu le;Répondu le\n0;01/03/2026;\n${Array.from({ length: 100_000 }, (_, i) => `${i + 1};12/03;`).join('\n')}`);
    expect(a.effectifs['utilisables']).toBe(100_001);
  });
});

describe('Les canaux', () => {
  test.each([['Courrier', 'courrier'], ['LRAR', 'courrier'], ['L.R.A.R.', 'courrier'], ['RAR', 'courrier'], ['lettre recommandée', 'courrier'], ['postal', 'courrier'], ['formulaire papier', 'courrier'], ['Mél', 'courriel'], ['e-mail', 'courriel'], ['E-MAIL', 'courriel'], ['courrier électronique', 'courriel'], ['e-courrier', 'courriel'], ['démat', 'courriel'], ['télé-service', 'courriel'], ['formulaire', 'courriel'], ['Internet', 'courriel'], ['@', 'courriel'], ['guichet', 'autre'], ['téléphone', 'autre'], ['Mail + courrier', 'autre'], ['', null]])('« %s » : %s', (texte, canal) => expect(NOMS_CANAUX[canalDe(texte)]).toBe(canal));
  test.each([['Courriers 2026', 'courrier'], ['Courriels', 'courriel'], ['Mails', 'courriel'], ['site-nord', null], ['Poste Sud', null], ['Courriers et courriels', null], ['Registre', null]])('la feuille « %s » dit : %s', (nom, canal) => expect(NOMS_CANAUX[canalDuNom(nom)]).toBe(canal));
});
