// Les grilles d'échantillonnage, en ordre et en désordre : ce que la lecture en tire, contre le compte fait en les écrivant (test/grilles/fabrique.py).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { analyse, type AnalyseEchantillon } from '../../src/outils/delais-echantillon/analyse';
import { deIso } from '../../src/socle/jours';
import { sansAccents } from '../../src/socle/normalise';
import { conduis } from '../../src/socle/suite';

const DOSSIER = path.join(__dirname, '..', 'grilles');
type Attendu = { situation: string; grilles: { feuille: string; entete: number; dates: number; lignes: number; canal: string; pic: boolean; remplies: number; nr: number; rapides: number; moyenne: number | null; manquantes: number }[]; anomalies: [string, string, string][] };

const lis = (nom: string, saisies: Record<string, string> = {}): AnalyseEchantillon =>
  conduis(analyse({ aujourdhui: deIso('2026-11-22')!, au: null, saisies }), ouvreFichier(new Uint8Array(readFileSync(path.join(DOSSIER, `${nom}.xlsx`))), `${nom}.xlsx`));

const cas = readdirSync(DOSSIER).filter((nom) => nom.endsWith('.attendu.json')).map((nom) => nom.replace('.attendu.json', ''));

describe.each(cas)('%s', (nom) => {
  const attendu = JSON.parse(readFileSync(path.join(DOSSIER, `${nom}.attendu.json`), 'utf8')) as Attendu;
  const lu = lis(nom);
  test(attendu.situation, () => {
    const grilles = lu.campagnes.map(({ lue: { feuille, grille, dates }, mesures, manquantes }) => ({
      feuille, entete: grille.entete, dates: dates.length, lignes: grille.lignes.length, canal: grille.canal, pic: grille.pic,
      remplies: mesures.remplies, nr: mesures.remplies - mesures.repondues, rapides: mesures.rapides, moyenne: mesures.moyenne === null ? null : Number(mesures.moyenne.toFixed(9)), manquantes,
    }));
    expect(grilles).toEqual(attendu.grilles.map((g) => ({ ...g, moyenne: g.moyenne === null ? null : Number(g.moyenne.toFixed(9)) })));
  });
  test('chaque cellule douteuse, et elle seule, est signalée', () => {
    expect(lu.anomalies.map(({ adresse, gravite }) => `${adresse} ${gravite}`).sort()).toEqual(attendu.anomalies.map(([adresse, gravite]) => `${adresse} ${gravite}`).sort());
    for (const [adresse, , motif] of attendu.anomalies) expect(sansAccents(lu.anomalies.find((a) => a.adresse === adresse)!.message)).toContain(sansAccents(motif));
  });
});

const indicateur = (lu: AnalyseEchantillon, id: string): number | null => lu.indicateurs.find((i) => i.id === id)!.valeur;

describe('L’exemple officiel', () => {
  const lu = lis('g01-officielle');
  test('donne 83 %, 100 % et 9', () => {
    expect([indicateur(lu, 'taux-rapide'), indicateur(lu, 'taux-reponse'), indicateur(lu, 'moyenne'), indicateur(lu, 'mediane')]).toEqual([5 / 6, 1, 9, 10]);
  });
  test('dit que deux dates ne permettent pas de donner une précision', () => {
    expect(lu.phrases).toEqual([
      '6 cases remplies, dont 0 NR, 234 manquent, 22 dates n’ont aucun relevé.',
      'Trop peu de dates (2) pour dire avec quelle précision : relevez des courriers d’au moins 5 dates différentes. Ce taux ne vaut que pour les courriers relevés.',
      'Chaque date compte autant, qu’il soit arrivé 12 ou 300 courriers ce jour-là : remplissez la ligne « Courriers reçus ce jour-là » pour en tenir compte.',
    ]);
  });
  test('avec un seuil de 12 jours, les réponses du jour 12 ne comptent plus', () => expect(indicateur(lis('g01-officielle', { moinsDe: '12' }), 'taux-rapide')).toBe(0.5));
});

describe('Trois campagnes', () => {
  const { comparaisons } = lis('g06-campagnes');
  test.each(comparaisons.map((c) => [c.avant, c.apres, c.significative] as const))('de %s à %s', (avant, _, significative) => expect(significative).toBe(avant === 'Campagne 2025'));
  test('se lisent en phrases', () => {
    expect(comparaisons[0]!.phrases[0]).toMatch(/^De « Campagne 2025 » \(60,0\u00a0%\) à « Campagne 2026 » \(90,0\u00a0%\) : évolution significative\. L’écart de \+30,0 points est sans doute entre \+\d+,\d et \+\d+,\d points\.$/);
    expect(comparaisons[1]!.phrases[0]).toMatch(/^De « Campagne 2026 » \(90,0\u00a0%\) à « Campagne 2027 » \(90,4\u00a0%\) : pas d’évolution démontrée\./);
    expect(comparaisons[1]!.phrases[1]).toBe('Un écart qui n’est pas démontré ne se commente pas : il peut venir des seuls courriers tirés.');
  });
});
