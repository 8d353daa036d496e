// « Nouvelle grille » et « Onglet Délais » : ce qui est tiré, écrit, relu.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { analyse } from '../../src/outils/delais-echantillon/analyse';
import { delais } from '../../src/outils/delais-echantillon/delais';
import { nouvelleGrille } from '../../src/outils/delais-echantillon/nouvelle-grille';
import { civil, deIso, jourSemaine } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';
import { hasard } from '../hotes/hasard';

const AU = deIso('2026-11-22')!;
const contexte = (saisies: Record<string, string> = {}) => ({ aujourdhui: AU, au: null, saisies });

/** Un registre d'un an : pour chaque jour, ses délais (null : sans réponse), qui servent de vérité. */
const registre = (): { c: ClasseurMemoire; verite: Map<number, (number | null)[]> } => {
  const de = hasard(5);
  const c = new ClasseurMemoire();
  const verite = new Map<number, (number | null)[]>();
  c.ajoute('Registre');
  ['N°', 'Date de réception', 'Canal', 'Date de réponse'].forEach((titre, j) => c.tape('Registre', 1, j + 1, titre));
  let ligne = 2;
  for (let jour = deIso('2025-10-01')!; jour <= AU; jour++) {
    if (jourSemaine(jour) > 5 || !de.chance(0.6)) continue;
    for (let n = de.entre(1, 14); n > 0; n--) {
      const delai = de.chance(0.9) ? de.entre(0, 30) : null;
      const courriel = de.chance(0.3);
      [ligne - 1, jour, courriel ? 'Courriel' : 'Courrier', delai === null || jour + delai > AU ? null : jour + delai].forEach((v, j) => c.tape('Registre', ligne, j + 1, v));
      if (!courriel) verite.set(jour, [...(verite.get(jour) ?? []), delai === null || jour + delai > AU ? null : delai]);
      ligne++;
    }
  }
  return { c, verite };
};

describe('Une grille neuve', () => {
  const c = new ClasseurMemoire();
  c.ajoute('Notes');
  const rendu = conduis(nouvelleGrille.execute(contexte({ graine: '7', zone: 'Alsace-Moselle', fermetures: '02/01/2026' })), c);
  const [campagne] = conduis(analyse(contexte()), c).campagnes;
  test('a 24 dates de dix courriers, deux par mois des douze mois écoulés, et rien de saisi', () => {
    expect(rendu.feuille).toBe('Grille courriers 2025-2026');
    expect([campagne!.lue.dates.length, campagne!.lue.grille.lignes.length, campagne!.mesures.remplies, campagne!.manquantes]).toEqual([24, 10, 0, 240]);
    expect(campagne!.lue.dates.map(({ mois }) => mois)).toEqual([11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((m) => [m, m]));
    expect(campagne!.lue.anomalies).toEqual([]);
  });
  test('n’a que des jours ouvrés différents, du mois de leur colonne', () => {
    const jours = campagne!.lue.dates.map(({ date }) => date!);
    expect(new Set(jours).size).toBe(24);
    for (const [i, jour] of jours.entries()) expect([jourSemaine(jour) <= 5, civil(jour).mois]).toEqual([true, campagne!.lue.dates[i]!.mois]);
  });
  test('dit sa graine et son générateur', () => {
    const textes = [...c.trouve(rendu.feuille!)!.cases.values()].map(({ v }) => String(v));
    expect(textes).toContain('Tirage des courriers du 01/11/2025 au 31/10/2026 : graine 7, générateur xoshiro128**, jours ouvrés de la zone Alsace-Moselle, 1 jour de fermeture.');
  });
  test('est à la personne : sans marque, et la même commande ne la réécrit pas', () => {
    expect(c.trouve(rendu.feuille!)!.marque).toBe(null);
    c.tape(rendu.feuille!, 8, 3, 12);
    const encore = conduis(nouvelleGrille.execute(contexte({ graine: '7', zone: 'Alsace-Moselle', fermetures: '02/01/2026' })), c);
    expect(encore).toEqual({ message: 'Cette grille est déjà dans « Grille courriers 2025-2026 » : rien n’a été écrit. Pour une nouvelle campagne, changez de graine.', feuille: 'Grille courriers 2025-2026', ecrit: false });
    expect(c.trouve(rendu.feuille!)!.cases.get(clef(8, 3))!.v).toBe(12);
  });
  test('une autre graine en crée une autre, à côté', () => {
    expect(conduis(nouvelleGrille.prevois(contexte({ graine: '8' })), c)).toMatchObject({ feuille: 'Grille courriers 2025-2026 (2)', verdict: 'possible' });
    expect(conduis(nouvelleGrille.execute(contexte({ graine: '8' })), c).feuille).toBe('Grille courriers 2025-2026 (2)');
    expect(c.trouve('Grille courriers 2025-2026')!.cases.get(clef(8, 3))!.v).toBe(12);
  });
});

test('une grille de pic a dix dates, toutes dans les périodes données', () => {
  const c = new ClasseurMemoire();
  conduis(nouvelleGrille.execute(contexte({ pics: '15/06/2026;26/06/2026;07/09/2026;18/09/2026', canalGrille: 'courriel' })), c);
  const { lue } = conduis(analyse(contexte()), c).campagnes[0]!;
  expect([lue.dates.length, lue.grille.pic, lue.grille.canal]).toEqual([10, true, 'courriel']);
  for (const { date } of lue.dates) expect((date! >= deIso('2026-06-15')! && date! <= deIso('2026-06-26')!) || (date! >= deIso('2026-09-07')! && date! <= deIso('2026-09-18')!)).toBe(true);
});

describe('Une grille remplie depuis le registre', () => {
  const { c, verite } = registre();
  conduis(nouvelleGrille.execute(contexte({ remplir: 'oui', graine: '3' })), c);
  const lu = conduis(analyse(contexte()), c);
  const { dates } = lu.campagnes[0]!.lue;
  test('n’a que des courriers du jour tiré, dix au plus, avec leur délai (1 le jour même) ou NR', () => {
    let comparees = 0;
    for (const { date, delais: lus, nr, recus } of dates) {
      if (date === null) continue;
      const duJour = verite.get(date)!;
      expect([lus.length + nr, recus]).toEqual([Math.min(10, duJour.length), duJour.length]);
      const restants = duJour.map((d) => (d === null ? 'NR' : Math.max(1, d)));
      for (const valeur of [...lus, ...Array.from({ length: nr }, () => 'NR')]) {
        const rang = restants.indexOf(valeur as number);
        expect(rang).toBeGreaterThanOrEqual(0);
        restants.splice(rang, 1);
        comparees++;
      }
    }
    expect(comparees).toBeGreaterThan(80);
  });
  test('ne tire aucun jour trop récent pour être jugé', () => expect(Math.max(...dates.map(({ date }) => date ?? 0))).toBeLessThanOrEqual(AU - 15));
  test('sans registre, le dit', () => {
    expect(() => conduis(nouvelleGrille.execute(contexte({ remplir: 'oui' })), new ClasseurMemoire())).toThrow('Aucun registre de demandes reconnu pour remplir la grille. Préparez une grille vide, ou ouvrez le classeur du registre.');
  });
});

describe('L’onglet Délais', () => {
  test.each([
    ['un classeur sans grille', new ClasseurMemoire(), 'Aucune grille d’échantillonnage reconnue dans ce classeur. Il faut une ligne « Date 1, Date 2… » et une ligne par courrier ; préparez-en une par « Nouvelle grille ».'],
  ])('%s est refusé', (_, c, phrase) => expect(() => conduis(delais.execute(contexte()), c)).toThrow(phrase));
  test('une grille encore vide est refusée', () => {
    const c = new ClasseurMemoire();
    conduis(nouvelleGrille.execute(contexte()), c);
    expect(() => conduis(delais.execute(contexte()), c)).toThrow('La grille « Grille courriers 2025-2026 » est encore vide. Saisissez des délais en jours, ou NR, puis recommencez.');
  });
  test('écrit les trois résultats officiels, puis ne réécrit rien', () => {
    const classeur = ouvreFichier(new Uint8Array(readFileSync(path.join(__dirname, '..', 'grilles', 'g01-officielle.xlsx'))), 'g01.xlsx');
    expect(conduis(delais.execute(contexte()), classeur).message).toBe('L’onglet « Délais » est créé.');
    const plage = classeur.lis({ zones: [{ feuille: 'Délais', ligne: 1, colonne: 1, lignes: 60, colonnes: 3 }] }).plages[0]!;
    const valeur = (libelle: string): unknown => plage.find((ligne) => ligne[0] === libelle)?.slice(1, 3);
    expect([valeur('Taux de réponse en moins de deux semaines'), valeur('Taux de réponse'), valeur('Moyenne des délais (courriers répondus)')]).toEqual([[5 / 6, '5/6'], [1, '6/6'], [9, 'n = 6']]);
    expect(conduis(delais.execute(contexte()), classeur)).toMatchObject({ ecrit: false });
  });
});
