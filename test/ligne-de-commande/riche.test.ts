// Un classeur riche en sort intact : chaque partie que nous n'avions pas à toucher est la même, à l'octet près.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';

const RACINE = path.join(__dirname, '..', '..');
const RICHES = path.join(RACINE, 'test', 'classeurs', 'riche');
const PROGRAMME = path.join(RACINE, 'dist', 'ligne-de-commande', 'classeur-plus.cjs');

/** Les seules parties existantes qu'un ajout de feuille oblige à toucher. */
const TOUCHABLES = /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml)$/;
/** Nos parties, sous les noms qu'Excel leur donne. */
const NOTRES = /^(xl\/worksheets\/(_rels\/)?sheet\d+\.xml(\.rels)?|xl\/drawings\/(_rels\/)?drawing\d+\.xml(\.rels)?|xl\/charts\/chart\d+\.xml|xl\/customProperty\d+\.bin|customXml\/.*|xl\/styles\.xml)$/;

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const produis = (entree: string, sortie: string, au: string): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAMME, 'produire', 'resultats', entree, '-o', sortie, '--au', au], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
};

const parties = (chemin: string): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(readFileSync(chemin))).map(([nom, octets]) => [nom, Buffer.from(octets).toString('latin1')]));

const difference = (avant: Record<string, string>, apres: Record<string, string>) => ({
  perdues: Object.keys(avant).filter((nom) => !(nom in apres)),
  changees: Object.keys(avant).filter((nom) => nom in apres && avant[nom] !== apres[nom]),
  nouvelles: Object.keys(apres).filter((nom) => !(nom in avant)),
});

describe.each(readdirSync(RICHES).filter((nom) => /\.xls[xm]$/.test(nom)))('%s', (nom) => {
  const original = path.join(RICHES, nom);
  const premier = (): string => path.join(dossier, `premier${path.extname(nom)}`);
  const second = (): string => path.join(dossier, `second${path.extname(nom)}`);

  test('le premier passage n’ajoute que nos parties et ne touche que les sommaires', () => {
    produis(original, premier(), '2026-11-22');
    const { perdues, changees, nouvelles } = difference(parties(original), parties(premier()));
    expect(perdues).toEqual([]);
    expect(changees.filter((partie) => !TOUCHABLES.test(partie))).toEqual([]);
    expect(nouvelles.filter((partie) => !NOTRES.test(partie))).toEqual([]);
    expect(nouvelles.some((partie) => partie.includes('charts/chart'))).toBe(true);
  });

  test('un second passage sur les mêmes données ne change pas un octet du fichier', () => {
    produis(original, premier(), '2026-11-22');
    expect(produis(premier(), second(), '2026-11-22')).toContain('déjà à jour');
    expect(readFileSync(second()).equals(readFileSync(premier()))).toBe(true);
  });

  test('un autre arrêté ne change que notre feuille', () => {
    produis(original, premier(), '2026-11-22');
    produis(premier(), second(), '2026-06-30');
    const { perdues, changees, nouvelles } = difference(parties(premier()), parties(second()));
    const notres = difference(parties(original), parties(premier())).nouvelles;
    expect([perdues, nouvelles]).toEqual([[], []]);
    expect(changees.filter((partie) => !notres.includes(partie))).toEqual([]);
    expect(changees.length).toBeGreaterThan(0);
  });
});

test('l’onglet « Résultats » de la personne n’est jamais pris pour le nôtre', () => {
  const sortie = path.join(dossier, 'sortie.xlsx');
  expect(produis(path.join(RICHES, 'riche.xlsx'), sortie, '2026-11-22')).toContain('« Résultats (2) »');
});
