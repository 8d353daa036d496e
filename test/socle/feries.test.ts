// Les jours fériés : Pâques contre LibreOffice, chaque zone contre une liste écrite d'après les phrases de domaine §2.3.
import { ErreurClasseur } from '../../src/socle/erreurs';
import { feries, nomFerie, paques, ZONES, zoneDe, type Zone } from '../../src/socle/feries';
import { deIso, versIso } from '../../src/socle/jours';
import paquesLibreOffice from './oracles/paques.json';

const dates = (annee: number, zone: Zone): string[] => feries(annee, zone).map(versIso);
const nom = (iso: string, zone: Zone): string | null => nomFerie(deIso(iso) as number, zone);

test('Pâques tombe de 1900 à 2199 le jour que donne LibreOffice', () => {
  expect(paquesLibreOffice).toHaveLength(300);
  for (const [annee, iso] of paquesLibreOffice as [number, string, number][]) expect([annee, versIso(paques(annee))]).toEqual([annee, iso]);
});

test.each([
  [2024, '2024-03-31', '2024-04-01', '2024-05-09', '2024-05-20'],
  [2026, '2026-04-05', '2026-04-06', '2026-05-14', '2026-05-25'],
])('en %i, Pâques le %s, lundi de Pâques le %s, Ascension le %s, lundi de Pentecôte le %s (domaine §10)', (annee, dimanche, lundi, ascension, pentecote) => {
  expect(versIso(paques(annee))).toBe(dimanche);
  expect(nom(lundi, 'Métropole')).toBe('lundi de Pâques');
  expect(nom(ascension, 'Métropole')).toBe('Ascension');
  expect(nom(pentecote, 'Métropole')).toBe('lundi de Pentecôte');
  expect(dates(annee, 'Métropole')).toHaveLength(11);
});

const METROPOLE_2026 = ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25'];

// Une ligne par zone : ce que domaine §2.3 lui ajoute aux onze jours de la métropole, pour 2026 (Vendredi saint : 03/04).
const AJOUTS: Record<Zone, string[]> = {
  Métropole: [],
  'Alsace-Moselle': ['04-03', '12-26'],
  'Alsace-Moselle sans vendredi saint': ['12-26'],
  Guadeloupe: ['05-27'],
  Guyane: ['06-10'],
  Martinique: ['05-22'],
  Mayotte: ['04-27'],
  'Nouvelle-Calédonie': [],
  'La Réunion': ['12-20'],
  'Polynésie française': [],
  'Saint-Barthélemy': ['10-09'],
  'Saint-Martin': ['05-28'],
  'Wallis-et-Futuna': [],
  'Saint-Pierre-et-Miquelon': [],
};

test.each(Object.entries(AJOUTS) as [Zone, string[]][])('%s en 2026 : les onze jours de la métropole et %j', (zone, ajouts) => {
  expect(dates(2026, zone)).toEqual([...METROPOLE_2026, ...ajouts].sort().map((jour) => `2026-${jour}`));
});

test('les zones sont les treize de l’État et l’Alsace-Moselle sans vendredi saint', () => {
  expect([...ZONES].sort()).toEqual(Object.keys(AJOUTS).sort());
});

test.each([
  ['2017-05-27', 'Saint-Martin', 'abolition de l’esclavage'],
  ['2017-05-28', 'Saint-Martin', null],
  ['2018-05-27', 'Saint-Martin', null],
  ['2018-05-28', 'Saint-Martin', 'abolition de l’esclavage'],
  ['2008-05-01', 'Métropole', '1er mai et Ascension'],
  ['2026-04-03', 'Métropole', null],
  ['2026-04-03', 'Alsace-Moselle', 'Vendredi saint'],
  ['2026-04-03', 'Alsace-Moselle sans vendredi saint', null],
  ['2026-12-26', 'Alsace-Moselle sans vendredi saint', '26 décembre'],
  ['2026-07-14', 'Mayotte', '14 juillet'],
  ['2026-03-12', 'Métropole', null],
] as [string, Zone, string | null][])('le %s, %s : %s', (iso, zone, attendu) => expect(nom(iso, zone)).toBe(attendu));

test('en 2008 le 1er mai est aussi l’Ascension : dix jours distincts, triés', () => {
  expect(dates(2008, 'Métropole')).toHaveLength(10);
  for (let annee = 1900; annee < 2200; annee++) {
    for (const zone of ZONES) {
      const liste = feries(annee, zone);
      expect([...new Set(liste)].sort((a, b) => a - b)).toEqual(liste);
    }
  }
});

test.each([
  ['la reunion', 'La Réunion'],
  ['Réunion', 'La Réunion'],
  ['LA RÉUNION', 'La Réunion'],
  ['Saint Pierre et Miquelon', 'Saint-Pierre-et-Miquelon'],
  ['st-pierre-et-miquelon', 'Saint-Pierre-et-Miquelon'],
  ['  saint martin ', 'Saint-Martin'],
  ['wallis et futuna', 'Wallis-et-Futuna'],
  ['Alsace Moselle', 'Alsace-Moselle'],
  ['ALSACE-MOSELLE SANS VENDREDI SAINT', 'Alsace-Moselle sans vendredi saint'],
  ['nouvelle caledonie', 'Nouvelle-Calédonie'],
  ['Polynesie Francaise', 'Polynésie française'],
  ['Saint\u00a0Barthélémy', 'Saint-Barthélemy'],
  ['La Guadeloupe', 'Guadeloupe'],
  ['France métropolitaine', 'Métropole'],
  ['', 'Métropole'],
  ['  \u00a0', 'Métropole'],
  [null, 'Métropole'],
  [undefined, 'Métropole'],
])('« %s » désigne %s', (texte, zone) => expect(zoneDe(texte)).toBe(zone));

test.each(['Bretagne', 'Alsace', 'Saint', 'A', '974', '—'])('« %s » ne désigne aucune zone : l’erreur donne la liste', (texte) => {
  expect(() => zoneDe(texte)).toThrow(ErreurClasseur);
  for (const zone of ZONES) expect(() => zoneDe(texte)).toThrow(zone);
  expect(() => zoneDe(texte)).toThrow(`« ${texte} » n’est pas une zone de jours fériés connue. Écrivez l’une de celles-ci`);
});
