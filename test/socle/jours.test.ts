// Les jours civils, comparés à R, LibreOffice et aux valeurs de domaine §10.
import fc from 'fast-check';
import { ajouteMois, civil, dateSilence, deIso, existe, jourDe, jourSemaine, longueurDuMois, moisDe, premierDuMois, versIso } from '../../src/socle/jours';
import mois from './oracles/mois.json';
import moisSuivants from './oracles/mois-suivants.json';
import paques from './oracles/paques.json';

const unJour = fc.integer({ min: -700000, max: 2958465 });
const le = (iso: string): number => deIso(iso) as number;

test('chaque jour de mars 1900 à décembre 2199 a le numéro, le mois et le jour de semaine que lui donne R', () => {
  let attendu = 61;
  for (const [annee, m, premier, longueur, semaine] of mois as [number, number, number, number, number][]) {
    expect(premier).toBe(attendu);
    expect(longueurDuMois(annee, m)).toBe(longueur);
    for (let j = 1; j <= longueur; j++, attendu++) {
      const lu = civil(attendu);
      if (jourDe(annee, m, j) !== attendu || lu.annee !== annee || lu.mois !== m || lu.jour !== j) throw new Error(`${annee}-${m}-${j}`);
      if (jourSemaine(attendu) !== ((semaine - 1 + j - 1) % 7) + 1) throw new Error(`jour de semaine du ${annee}-${m}-${j}`);
      if (!existe(annee, m, j)) throw new Error(`${annee}-${m}-${j} existe`);
    }
    expect(existe(annee, m, longueur + 1)).toBe(false);
  }
  expect(attendu - 1).toBe(le('2199-12-31'));
});

test('les dates ISO de LibreOffice ont le même numéro', () => {
  for (const [, iso, numero] of paques as [number, string, number][]) {
    expect(deIso(iso)).toBe(numero);
    expect(versIso(numero)).toBe(iso);
  }
});

test('« n mois plus tard » est EDATE de LibreOffice, et le jour de semaine est WEEKDAY', () => {
  for (const [depart, n, arrivee, semaine] of moisSuivants as [number, number, number, number][]) {
    expect(ajouteMois(depart, n)).toBe(arrivee);
    expect(jourSemaine(depart)).toBe(semaine);
  }
});

test.each([
  ['1899-12-30', 0],
  ['1970-01-01', 25569],
  ['2026-04-30', 46142],
  ['9999-12-31', 2958465],
])('le %s est le jour de série %i', (iso, numero) => {
  expect(deIso(iso)).toBe(numero);
  expect(versIso(numero)).toBe(iso);
});

test.each([
  ['2026-02-01', '2026-04-01'],
  ['2025-12-31', '2026-02-28'],
  ['2026-12-31', '2027-02-28'],
  ['2023-12-31', '2024-02-29'],
  ['2026-06-30', '2026-08-30'],
])('une demande reçue le %s reste sans réponse : silence le %s', (reception, silence) => {
  expect(versIso(dateSilence(le(reception)))).toBe(silence);
});

test.each(['', '2026-2-1', '2026-02-30', '26-02-01', '2026/02/01', ' 2026-02-01', '2026-02-01T00:00', '2026-13-01', '0000-01-01', '2026-00-10', '٢٠٢٦-02-01'])(
  '« %s » n’est pas une date ISO stricte',
  (texte) => expect(deIso(texte)).toBeNull(),
);

test.each([
  [2100, 2, 29],
  [1900, 2, 29],
  [2026, 4, 31],
  [2026, 13, 1],
  [2026, 0, 1],
  [2026, 1, 0],
  [0, 1, 1],
  [10000, 1, 1],
  [2026.5, 1, 1],
  [2026, 1.5, 1],
  [2026, 1, 1.5],
  [NaN, 1, 1],
])('%d-%d-%d n’existe pas', (annee, m, jour) => expect(existe(annee, m, jour)).toBe(false));

test.each([
  [2000, 2, 29],
  [2024, 2, 29],
  [1, 1, 1],
  [9999, 12, 31],
])('%d-%d-%d existe', (annee, m, jour) => expect(existe(annee, m, jour)).toBe(true));

test('un jour, son écriture et ses composantes se retrouvent', () => {
  fc.assert(
    fc.property(unJour, (jour) => {
      const { annee, mois: m, jour: j } = civil(jour);
      expect(jourDe(annee, m, j)).toBe(jour);
      expect(moisDe(jour)).toBe(annee * 12 + m - 1);
      expect(existe(annee, m, j)).toBe(annee >= 1);
      expect(jourSemaine(jour + 7)).toBe(jourSemaine(jour));
      expect(jourSemaine(jour + 1)).toBe((jourSemaine(jour) % 7) + 1);
      if (annee >= 1) expect(deIso(versIso(jour))).toBe(jour);
    }),
  );
});

test('n mois plus tard, on est n mois plus loin, au même quantième ou au dernier jour', () => {
  fc.assert(
    fc.property(unJour, fc.integer({ min: -600, max: 600 }), (jour, n) => {
      const arrivee = ajouteMois(jour, n);
      expect(moisDe(arrivee) - moisDe(jour)).toBe(n);
      const [avant, apres] = [civil(jour).jour, civil(arrivee).jour];
      expect(apres === avant || (apres < avant && arrivee + 1 === premierDuMois(moisDe(arrivee) + 1))).toBe(true);
    }),
  );
});
