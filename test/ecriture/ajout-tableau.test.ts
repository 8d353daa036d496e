// Ajouter à un tableau Excel : la ligne va sous lui, puis il s'étend ; et l'aperçu de l'ajout dit ce qui sera fait.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { ajouteLigne, prevoisAjout } from '../../src/socle/ecriture/ajout';
import type { HoteSynchrone, Tableau } from '../../src/socle/classeur';
import type { Apercu } from '../../src/socle/outil';
import { conduis } from '../../src/socle/suite';
import { bilanVide } from './campagne';
import { AJOUT, plan, REFUS } from './plan-tableau';
import { eprouveReprise, image, type Reprise } from './reprises';

const tableau = (c: HoteSynchrone): Tableau => c.lis({ tableaux: true }).feuilles[0]!.tableaux![0]!;
const ligne = (c: HoteSynchrone, n: number): unknown[] => [...(c.lis({ zones: [{ feuille: 'Plan', ligne: n, colonne: 2, lignes: 1, colonnes: 3 }] }).plages[0]?.[0] ?? [])];
const apercu = (c: HoteSynchrone, ajout = AJOUT): Apercu => conduis(prevoisAjout(ajout), { lis: (lecture) => c.lis(lecture), ecris: () => { throw new Error('l’aperçu écrit'); } });
const phrases = (a: Apercu): string[] => a.lignes.map(({ effet, phrase, adresse }) => `${effet} ${adresse ?? '-'} ${phrase}`);

test('la ligne va sous le tableau, qui s’étend à elle ; rien d’autre ne bouge', () => {
  const c = plan();
  expect(phrases(apercu(c))).toEqual(['cree Plan!B5 La ligne A3 sera ajoutée au pied de la liste.', 'reecrit - Le tableau « Actions » sera étendu d’une ligne.', 'garde - Les lignes déjà là ne changent pas.']);
  expect(conduis(ajouteLigne(AJOUT), c)).toMatchObject({ ecrit: true, message: 'La ligne A3 est ajoutée en Plan!B5.' });
  expect([ligne(c, 5), tableau(c).lignes]).toEqual([['A3', '=Afficher', 46200], 4]);
  expect(c.lis({ zones: [{ feuille: 'Plan', ligne: 5, colonne: 7, lignes: 1, colonnes: 1 }] }).plages[0]).toEqual([['note à côté']]);
  expect(apercu(c)).toMatchObject({ verdict: 'rien', lignes: [{ effet: 'garde', phrase: 'La ligne A3 est déjà enregistrée.', adresse: 'Plan!B5' }] });
  const avant = image(c);
  expect(conduis(ajouteLigne(AJOUT), c)).toMatchObject({ ecrit: false });
  expect(image(c)).toBe(avant);
});

test('une ligne vide au pied du tableau sert d’abord', () => {
  const c = plan();
  c.pourEcrire('Plan').tableaux = [{ nom: 'Actions', ligne: 2, colonne: 2, lignes: 5, colonnes: 3, total: false }];
  conduis(ajouteLigne(AJOUT), c);
  expect([ligne(c, 5), tableau(c).lignes]).toEqual([['A3', '=Afficher', 46200], 5]);
});

test.each(REFUS)('%s est refusé par une phrase, la même dans l’aperçu', (_, c, phrase) => {
  const avant = image(c);
  expect(apercu(c)).toMatchObject({ verdict: 'impossible', lignes: [{ effet: 'refuse', phrase }] });
  expect(() => conduis(ajouteLigne(AJOUT), c)).toThrow(phrase);
  expect(image(c)).toBe(avant);
});

test('un tableau que l’hôte n’étend pas est signalé', () => {
  const c = plan();
  const sourd: HoteSynchrone = { lis: (lecture) => c.lis(lecture), ecris: (lot) => c.ecris(lot.filter(({ genre }) => genre !== 'redimensionner-tableau')) };
  expect(() => conduis(ajouteLigne(AJOUT), sourd)).toThrow('Plan!B5 : Le tableau « Actions » n’a pas pris la ligne ajoutée. Recommencez.');
});

test('coupé à chaque point, l’ajout se recommence : une seule ligne, un seul tableau, étendu', () => {
  const bilan = bilanVide();
  eprouveReprise({ nom: 'ajout dans un tableau', depart: (mode, graine) => plan(mode, graine), execute: () => ajouteLigne(AJOUT), image } satisfies Reprise, bilan, [1, 2, 3]);
  expect(bilan.violations.slice(0, 5)).toEqual([]);
  expect(bilan.simples).toBeGreaterThan(100);
});

describe('dans un .xlsx', () => {
  const octets = readFileSync(path.join(__dirname, '../classeurs/b38-tableau-excel.xlsx'));
  /** Le même, sans sa ligne de total. */
  const sansTotal = (): Uint8Array => zipSync(Object.fromEntries(Object.entries(unzipSync(octets)).map(([nom, contenu]) => [nom, /xl\/tables\//.test(nom) ? strToU8(strFromU8(contenu).replace(/ totalsRowCount="1"/, '')) : contenu])));
  const trouve = (c: HoteSynchrone) => c.lis({ tableaux: true }).feuilles.find((f) => (f.tableaux ?? []).length > 0)!;

  test('le tableau s’étend dans sa partie, filtre compris ; les autres tableaux ne changent pas', () => {
    const c = ouvreFichier(sansTotal(), 'b38.xlsx');
    const { nom: feuille, tableaux } = trouve(c);
    const avant = tableaux![0]!;
    conduis(ajouteLigne({ feuille, entete: avant.ligne, colonneNumero: avant.colonne, numero: 'AJOUT-1', valeurs: new Map() }), c);
    const relu = ouvreFichier(c.octets(), 'b38.xlsx');
    expect(trouve(relu).tableaux![0]).toEqual({ ...avant, lignes: avant.lignes + 1 });
    expect(relu.lis({ zones: [{ feuille, ligne: avant.ligne + avant.lignes, colonne: avant.colonne, lignes: 1, colonnes: 1 }] }).plages[0]).toEqual([['AJOUT-1']]);
    const [a, b] = [unzipSync(sansTotal()), unzipSync(c.octets())];
    const changees = Object.keys(b).filter((partie) => /tables\//.test(partie) && strFromU8(a[partie]!) !== strFromU8(b[partie]!));
    expect(changees).toHaveLength(1);
    expect(new Set([...strFromU8(b[changees[0]!]!).matchAll(/ ref="([^"]+)"/g)].map(([, ref]) => ref)).size).toBe(1);
  });
  test('une ligne de total est vue, et refusée', () => {
    const c = ouvreFichier(octets, 'b38.xlsx');
    const { nom: feuille, tableaux } = trouve(c);
    expect(() => conduis(ajouteLigne({ feuille, entete: tableaux![0]!.ligne, colonneNumero: tableaux![0]!.colonne, numero: 'X', valeurs: new Map() }), c)).toThrow('a une ligne de total');
    expect(c.modifie()).toBe(false);
  });
});
