// Les valeurs de référence du domaine (§10) : fériés, échéances, silence, et le registre de quatorze lignes en désordre, depuis le .csv et par les fonctions.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { analyse, type AnalyseDemandes } from '../../src/outils/demandes-ecrites/analyse';
import { etatDe } from '../../src/outils/demandes-ecrites/etats';
import { definitions } from '../../src/outils/demandes-ecrites/indicateurs';
import type { Mode } from '../../src/outils/demandes-ecrites/mesures';
import { fonctions } from '../../src/registre';
import { feries, paques } from '../../src/socle/feries';
import { appelle, type Resultat } from '../../src/socle/fonction';
import { dateFr } from '../../src/socle/format';
import { deIso, versIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';

const f = (nom: string, ...args: unknown[]): Resultat => {
  const definition = fonctions.find((fonction) => fonction.nom === nom);
  if (definition === undefined) throw new Error(nom);
  return appelle(definition, args);
};
const enDate = (resultat: Resultat): string => dateFr(resultat as number);
const jour = (iso: string): number => deIso(iso) as number;

describe.each([
  { annee: 2024, pascal: '2024-03-31', vendredi: '29/03/2024', lundi: '01/04/2024', ascension: '09/05/2024', pentecote: '20/05/2024' },
  { annee: 2026, pascal: '2026-04-05', vendredi: '03/04/2026', lundi: '06/04/2026', ascension: '14/05/2026', pentecote: '25/05/2026' },
])('En $annee', ({ annee, pascal, vendredi, lundi, ascension, pentecote }) => {
  test('Pâques tombe le jour dit', () => expect(versIso(paques(annee))).toBe(pascal));
  test.each([['le lundi de Pâques', lundi], ['l’Ascension', ascension], ['le lundi de Pentecôte', pentecote]])('%s (%s) est férié en métropole', (_, date) => expect(f('EST_FERIE', date)).toBe(true));
  test('le vendredi saint est férié en Alsace-Moselle, pas en métropole', () => {
    expect([f('EST_FERIE', vendredi, 'Alsace-Moselle'), f('EST_FERIE', vendredi), f('EST_FERIE', vendredi, 'Alsace-Moselle sans vendredi saint')]).toEqual([true, false, false]);
  });
  test('il y a 252 jours ouvrés, onze fériés', () => {
    expect(f('JOURS_OUVRES', `31/12/${annee - 1}`, `31/12/${annee}`)).toBe(252);
    expect(feries(annee, 'Métropole')).toHaveLength(11);
  });
});

test('en 2008 l’Ascension est le 1er mai : dix jours fériés, aucun compté deux fois', () => {
  expect(versIso(paques(2008) + 39)).toBe('2008-05-01');
  expect(f('EST_FERIE', '01/05/2008')).toBe(true);
  expect(feries(2008, 'Métropole')).toHaveLength(10);
  expect(f('JOURS_OUVRES', '30/04/2008', '02/05/2008')).toBe(1);
});

describe('Une demande reçue le 30/04/2026', () => {
  test.each([[7, 'calendaires', '07/05/2026'], [14, 'calendaires', '14/05/2026'], [5, 'ouvres', '11/05/2026'], [10, 'ouvres', '19/05/2026'], [15, 'ouvres', '27/05/2026']])('est à traiter en %i jours %s avant la fin du %s', (jours, unite, limite) => {
    expect(enDate(f('DATE_LIMITE', '30/04/2026', jours, unite))).toBe(limite);
  });
  test('a huit jours ouvrés derrière elle le 15/05/2026, un de moins que NB.JOURS.OUVRES', () => expect(f('JOURS_OUVRES', '30/04/2026', '15/05/2026')).toBe(8));
});

test.each([['01/02/2026', '01/04/2026'], ['31/12/2025', '28/02/2026'], ['31/12/2026', '28/02/2027']])('le silence sur une demande du %s vaut décision le %s', (reception, silence) => {
  expect(enDate(f('DATE_SILENCE', reception))).toBe(silence);
});

// --- Le registre de référence, arrêté au 22/11/2026 ------------------------------------------------------------------------------------------

const AU = '2026-11-22';
const OCTETS = readFileSync(path.join(__dirname, 'jeu-essai.csv'));
/** Les colonnes telles que le fichier les écrit, pour les fonctions de feuille. */
const LIGNES = OCTETS.toString('utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/).slice(1).map((ligne) => ligne.split(';'));
const colonne = (rang: number): string[][] => LIGNES.map((ligne) => [ligne[rang] ?? '']);
const [RECEPTIONS, ACCUSES, REPONSES] = [colonne(3), colonne(4), colonne(5)];
const ligneDe = (identifiant: string): string[] => LIGNES.find(([id]) => id === identifiant) as string[];

const analyseEn = (mode: Mode): AnalyseDemandes => conduis(analyse({ au: jour(AU), aujourdhui: jour(AU), saisies: { denominateur: mode } }), ouvreFichier(OCTETS, 'jeu-essai.csv'));
const rangDe = ({ demandes }: AnalyseDemandes, identifiant: string): number => demandes.identifiants.indexOf(identifiant);

describe('Le registre de référence', () => {
  const analysee = analyseEn('cohorte');
  const { demandes, regles } = analysee;

  test('a quatorze lignes, dont une seule est à corriger : M007, répondue avant d’être reçue', () => {
    const etats = demandes.identifiants.map((identifiant, i) => ({ identifiant, etat: etatDe(demandes, i, regles, jour(AU)) }));
    expect(etats).toHaveLength(14);
    expect(etats.filter(({ etat }) => etat === 'a-corriger')).toEqual([{ identifiant: 'M007', etat: 'a-corriger' }]);
    expect(analysee.effectifs).toMatchObject({ lignes: 14, utilisables: 13, 'a-corriger': 1, 'en-retard': 2, 'en-cours': 2 });
    expect(() => f('DELAI_REPONSE', ligneDe('M007')[3], ligneDe('M007')[5])).toThrow('précède la réception');
  });

  test.each([['C001', 4], ['C002', 21], ['C003', 14], ['C004', 15], ['M001', 7], ['M002', 8], ['M003', 33], ['C006', 0], ['C007', 8]])('la demande %s a sa réponse en %i jours calendaires', (identifiant, delai) => {
    const i = rangDe(analysee, identifiant);
    expect((demandes.reponse[i] as number) - (demandes.reception[i] as number)).toBe(delai);
    expect(f('DELAI_REPONSE', ligneDe(identifiant)[3], ligneDe(identifiant)[5])).toBe(delai);
  });

  test.each([['C002', 15], ['C003', 10], ['C004', 11], ['M001', 5], ['M002', 6], ['M003', 19]])('la demande %s a sa réponse en %i jours ouvrés', (identifiant, delai) => {
    const i = rangDe(analysee, identifiant);
    expect(regles.dureeOuvree(demandes.reception[i] as number, demandes.reponse[i] as number)).toBe(delai);
    expect(f('DELAI_REPONSE', ligneDe(identifiant)[3], ligneDe(identifiant)[5], 'ouvres')).toBe(delai);
    expect(f('JOURS_OUVRES', dateFr(demandes.reception[i] as number), dateFr(demandes.reponse[i] as number))).toBe(delai);
  });

  test.each([['M004', 82, 'en-retard'], ['C005', 33, 'en-retard'], ['M005', 6, 'en-cours'], ['M006', 14, 'en-cours']])('la demande %s est ouverte depuis %i jours et « %s »', (identifiant, age, etat) => {
    const i = rangDe(analysee, identifiant);
    expect([jour(AU) - (demandes.reception[i] as number), demandes.reponse[i], etatDe(demandes, i, regles, jour(AU))]).toEqual([age, 0, etat]);
    const [, , , reception, , reponse] = ligneDe(identifiant);
    expect(f('ALERTE_DELAI', reception, reponse, 0, '22/11/2026')).toBe(`Dépassée depuis ${age} j`);
    expect(f('DELAI_REPONSE', reception, reponse)).toBe('');
  });
});

// « echus » et « tous » sont au §10 ; « cohorte » est compté à la main : M005 (6 j), M006 (14 j) et C006 (20 j) sont trop récentes pour les seuils 8, 15 et 30.
describe.each([
  { mode: 'cohorte', taux: { 8: [3, 12], 14: [5, 12], 15: [6, 11], 30: [7, 10] }, nonRepondu: [5, 11] },
  { mode: 'echus', taux: { 8: [3, 12], 14: [5, 12], 15: [6, 11], 30: [8, 11] }, nonRepondu: [5, 11] },
  { mode: 'tous', taux: { 8: [3, 13], 14: [5, 13], 15: [6, 13], 30: [8, 13] }, nonRepondu: [5, 13] },
] as const)('En mode « $mode », tous canaux', ({ mode, taux, nonRepondu }) => {
  const analysee = analyseEn(mode);
  const duCsv = (id: string): (number | null | undefined)[] => {
    const { numerateur, denominateur } = analysee.indicateurs.find((indicateur) => indicateur.canal === 'tous' && indicateur.id === id) ?? {};
    return [numerateur, denominateur];
  };
  const noms = definitions(analysee.regles, false).map(({ id }) => id);
  const lignes = (f('TABLEAU_DELAIS', RECEPTIONS, REPONSES, ACCUSES, '22/11/2026', mode) as (string | number)[][]).slice(1);
  const duTableau = (id: string): (string | number)[] => (lignes[noms.indexOf(id)] ?? []).slice(2);

  test.each(Object.entries(taux).map(([k, couple]) => ({ k: Number(k), couple, rapport: couple.join('/') })))('la part répondue en moins de $k jours est $rapport', ({ k, couple }) => {
    expect(duCsv(`moins-de-${k}`)).toEqual(couple);
    expect(duTableau(`moins-de-${k}`)).toEqual(couple);
    expect(f('TAUX_REPONSE', RECEPTIONS, REPONSES, k, '22/11/2026', mode)).toBe(couple[0] / couple[1]);
  });

  test('cinq demandes sont considérées comme non répondues', () => {
    expect(duCsv('considere-non-repondu')).toEqual(nonRepondu);
    expect(duTableau('considere-non-repondu')).toEqual(nonRepondu);
    expect(f('NON_REPONDUS', RECEPTIONS, REPONSES, 14, '22/11/2026')).toBe(5);
  });

  test.each([
    ['quatre demandes sont sans réponse finale', 'sans-reponse-finale', 4],
    ['deux sont en retard', 'en-retard', 2],
    ['deux sont en cours', 'en-cours', 2],
    ['six réponses sont directes', 'reponses-directes', 6],
    ['trois réponses ont suivi un AR', 'reponses-avec-ar', 3],
    ['deux demandes n’ont qu’un AR', 'ar-seul', 2],
    ['deux demandes sont sans suite', 'sans-suite', 2],
  ])('%s', (_, id, nombre) => {
    expect(duCsv(id)).toEqual([nombre, 13]);
    expect(duTableau(id)).toEqual([nombre, 13]);
  });

  test('NON_REPONDUS sans délai compte les quatre demandes sans réponse finale', () => expect(f('NON_REPONDUS', RECEPTIONS, REPONSES, null, '22/11/2026')).toBe(4));
});
