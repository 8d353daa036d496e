// Les jours ouvrés : domaine §10, NETWORKDAYS et WORKDAY de LibreOffice recomptés par Python, et les propriétés qui les lient.
import fc from 'fast-check';
import { calendrier } from '../../src/socle/calendrier';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { feries, ZONES, type Zone } from '../../src/socle/feries';
import { deIso, jourSemaine, versIso } from '../../src/socle/jours';
import ouvres from './oracles/ouvres.json';

const le = (iso: string): number => deIso(iso) as number;
const metropole = calendrier('Métropole', []);
const PREMIER = le('1900-01-01');
const DERNIER = le('2199-12-31');

test('jours ouvrés et échéances de 700 intervalles, toutes zones, comme LibreOffice et Python les comptent', () => {
  expect(ouvres).toHaveLength(700);
  for (const [zone, debut, fin, compte, n, echeance] of ouvres as [Zone, number, number, number, number, number][]) {
    const calendrierZone = calendrier(zone, []);
    expect([zone, debut, fin, calendrierZone.ouvresEntre(debut, fin)]).toEqual([zone, debut, fin, compte]);
    expect([zone, debut, n, calendrierZone.ajouteOuvres(debut, n)]).toEqual([zone, debut, n, echeance]);
  }
});

test.each([
  [5, '2026-05-11'],
  [10, '2026-05-19'],
  [15, '2026-05-27'],
])('une demande du 30/04/2026 plus %i jours ouvrés : le %s (domaine §10)', (n, echeance) => {
  expect(versIso(metropole.ajouteOuvres(le('2026-04-30'), n))).toBe(echeance);
});

test.each([
  ['2026-04-30', '2026-05-15', 8],
  ['2026-05-15', '2026-04-30', -8],
  ['2026-01-12', '2026-02-02', 15],
  ['2026-02-02', '2026-02-16', 10],
  ['2026-02-02', '2026-02-17', 11],
  ['2026-03-02', '2026-03-09', 5],
  ['2026-03-02', '2026-03-10', 6],
  ['2026-04-30', '2026-06-02', 19],
  ['2025-12-31', '2026-12-31', 252],
  ['2023-12-31', '2024-12-31', 252],
  ['2026-05-01', '2026-05-03', 0],
])('du %s au %s : %i jours ouvrés', (debut, fin, compte) => expect(metropole.ouvresEntre(le(debut), le(fin))).toBe(compte));

test.each([
  ['2026-05-01', '2026-05-04'],
  ['2026-05-04', '2026-05-04'],
  ['2026-12-25', '2026-12-28'],
  ['2027-12-31', '2027-12-31'],
  ['2028-01-01', '2028-01-03'],
])('le jour ouvré qui suit ou égale le %s est le %s', (jour, suivant) => expect(versIso(metropole.prochainOuvre(le(jour)))).toBe(suivant));

test('les fermetures du service ne sont pas ouvrées, et n’atteignent pas le calendrier commun', () => {
  const ferme = calendrier('Métropole', [le('2026-05-15'), le('2026-05-15'), le('2026-05-16'), 999999]);
  expect(ferme.ouvresEntre(le('2026-04-30'), le('2026-05-18'))).toBe(8);
  expect(metropole.ouvresEntre(le('2026-04-30'), le('2026-05-18'))).toBe(9);
  expect(ferme.estOuvre(le('2026-05-15'))).toBe(false);
  expect(metropole.estOuvre(le('2026-05-15'))).toBe(true);
  expect(calendrier('Métropole', [])).toBe(metropole);
  expect(calendrier('Mayotte', [])).not.toBe(metropole);
});

test('une heure dans le jour de série ne change rien', () => {
  const debut = le('2026-04-30');
  expect(metropole.ouvresEntre(debut + 0.34, debut + 15.9)).toBe(8);
  expect(metropole.estOuvre(debut + 0.99)).toBe(true);
  expect(metropole.ajouteOuvres(debut + 0.5, 5)).toBe(le('2026-05-11'));
  expect(metropole.prochainOuvre(le('2026-05-01') + 0.5)).toBe(le('2026-05-04'));
});

test.each([NaN, Infinity, -Infinity, 0, -5, DERNIER + 1, 2958465, 1e12])('le jour %d est hors du calendrier : une phrase, jamais NaN', (jour) => {
  for (const appel of [() => metropole.estOuvre(jour), () => metropole.ouvresEntre(le('2026-01-01'), jour), () => metropole.ouvresEntre(jour, le('2026-01-01'))]) {
    expect(appel).toThrow(ErreurClasseur);
    expect(appel).toThrow('Donnez une date de 1900 à 2199');
  }
});

test.each<[string, number, string]>([
  ['un jour d’avant l’an 1', le('0001-01-01') - 1, 'Ce jour'],
  ['le premier jour de l’an 1', le('0001-01-01'), 'Le 01/01/0001'],
  ['un jour de 1850', le('1850-06-15'), 'Le 15/06/1850'],
  ['le dernier jour de 9999', le('9999-12-31'), 'Le 31/12/9999'],
  ['un jour d’après 9999', le('9999-12-31') + 1, 'Ce jour'],
  ['ce qui n’est pas un nombre', NaN, 'Ce jour'],
])('%s se dit tel qu’il s’écrit, ou « ce jour »', (_cas, jour, quoi) => expect(() => metropole.estOuvre(jour)).toThrow(`${quoi} est hors du calendrier des jours ouvrés. Donnez une date de 1900 à 2199.`));

test('le 1er janvier d’une année pas encore comptée est férié, comme la Saint-Sylvestre d’avant ne l’est pas', () => {
  const neuf = calendrier('Métropole', [999999]);
  expect([neuf.estOuvre(le('2026-06-01')), neuf.estOuvre(le('2027-01-01')), neuf.estOuvre(le('2025-12-31'))]).toEqual([true, false, true]);
});

test('le 31/12/1899 ouvre le calendrier : on compte de lui, ou jusqu’à lui, dès le premier appel', () => {
  const neuf = calendrier('Métropole', [999999]);
  expect(neuf.ouvresEntre(le('1900-01-03'), PREMIER - 1)).toBe(-2);
  expect(neuf.ouvresEntre(PREMIER - 1, le('1900-01-03'))).toBe(2);
});

test('les bornes répondent, et compter au-delà le dit', () => {
  expect(metropole.estOuvre(PREMIER)).toBe(false);
  expect(metropole.estOuvre(DERNIER)).toBe(true);
  expect(() => metropole.ajouteOuvres(DERNIER, 1)).toThrow('Le 01/01/2200 est hors du calendrier des jours ouvrés.');
  expect(() => metropole.ajouteOuvres(PREMIER, -1)).toThrow(ErreurClasseur);
  expect(() => metropole.ajouteOuvres(PREMIER, 1.5)).toThrow('doit être un nombre entier. Écrivez par exemple 10.');
  expect(() => metropole.ajouteOuvres(PREMIER, NaN)).toThrow('nombre entier');
});

test('la table s’étend dans les deux sens sans changer ce qu’elle a déjà dit', () => {
  const neuf = calendrier('Guyane', [le('2000-01-03')]);
  const jours = ['2010-06-01', '2012-01-02', '1995-03-01', '2199-12-30', '1900-01-02', '2011-12-31', '1999-12-31', '2000-01-01'].map(le);
  const compte = (debut: number, fin: number): number => {
    let total = 0;
    for (let jour = debut + 1; jour <= fin; jour++) if (jourSemaine(jour) <= 5 && jour !== le('2000-01-03')) total++;
    for (let annee = 1900; annee <= 2199; annee++) for (const jour of feries(annee, 'Guyane')) if (jour > debut && jour <= fin && jourSemaine(jour) <= 5) total--;
    return total;
  };
  for (const fin of jours) for (const debut of jours) if (debut < fin) expect(neuf.ouvresEntre(debut, fin)).toBe(compte(debut, fin));
});

const unCalendrier = fc
  .tuple(fc.constantFrom(...ZONES), fc.array(fc.integer({ min: 40000, max: 47000 }), { maxLength: 20 }))
  .map(([zone, fermetures]) => calendrier(zone, fermetures));
const unJour = fc.integer({ min: 39000, max: 48000 });

test('les jours ouvrés s’additionnent, changent de signe, et avancent d’un par jour ouvré', () => {
  fc.assert(
    fc.property(unCalendrier, unJour, unJour, unJour, (cal, a, b, c) => {
      expect(cal.ouvresEntre(a, b) + cal.ouvresEntre(b, c)).toBe(cal.ouvresEntre(a, c));
      expect(cal.ouvresEntre(a, b) + cal.ouvresEntre(b, a)).toBe(0);
      expect(cal.ouvresEntre(a - 1, a)).toBe(cal.estOuvre(a) ? 1 : 0);
    }),
  );
});

test('le n-ième jour ouvré est ouvré, à n jours ouvrés du départ, et aucun ne l’est plus tôt', () => {
  fc.assert(
    fc.property(unCalendrier, unJour, fc.integer({ min: 1, max: 400 }), (cal, debut, n) => {
      const apres = cal.ajouteOuvres(debut, n);
      expect(cal.estOuvre(apres)).toBe(true);
      expect(cal.ouvresEntre(debut, apres)).toBe(n);
      const avant = cal.ajouteOuvres(debut, -n);
      expect(cal.estOuvre(avant)).toBe(true);
      expect(cal.ouvresEntre(avant - 1, debut - 1)).toBe(n);
      expect(cal.ajouteOuvres(debut, 0)).toBe(debut);
      if (cal.estOuvre(debut)) expect(cal.ajouteOuvres(apres, -n)).toBe(debut);
      expect(cal.prochainOuvre(debut)).toBe(cal.ajouteOuvres(debut - 1, 1));
    }),
  );
});
