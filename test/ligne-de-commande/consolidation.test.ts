// Mille classeurs, comme une personne les consolide : le fichier écrit, la mémoire, ce qui est illisible, Ctrl+C.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dsvFormat } from 'd3-dsv';
import { strToU8, zipSync } from 'fflate';
import { mean, quantile } from 'simple-statistics';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { demandesEcrites } from '../../src/outils/demandes-ecrites';
import { deIso, jourDe } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { cherche, siPresent } from '../aides/programmes';
import type { Cellule } from '../../src/socle/cellule';

const PROGRAMME = path.join(__dirname, '..', '..', 'dist', 'ligne-de-commande', 'classeur-plus.cjs');
const AU = '2026-11-22';
const TITRES = ['Identifiant', 'Canal', 'Date de réception', 'Date AR', 'Date de la réponse finale'];

let racine: string;
beforeAll(() => {
  racine = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
});
afterAll(() => rmSync(racine, { recursive: true, force: true }));

let dossier: string;
let rang = 0;
beforeEach(() => {
  dossier = path.join(racine, `essai-${rang++}`);
  mkdirSync(path.join(dossier, 'sites'), { recursive: true });
});

const pose = (nom: string, contenu: string | Uint8Array): void => writeFileSync(path.join(dossier, 'sites', nom), contenu);
const csv = (...lignes: string[]): string => `${TITRES.join(';')}\n${lignes.join('\n')}\n`;
const UNE = csv('C1;courrier;05/01/2026;;09/01/2026');

/** `tas` : les mégaoctets que Node a le droit de garder. */
const lance = (args: readonly string[], tas?: number) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...(tas ? [`--max-old-space-size=${tas}`] : []), PROGRAMME, 'consolider', 'sites', '--au', AU, ...args], { cwd: dossier, encoding: 'utf8' });
  return { code: status, sortie: stdout, erreur: stderr };
};
const texte = (nom = 'consolidation.csv'): string => readFileSync(path.join(dossier, nom), 'utf8');
const lignes = (nom?: string): Record<string, string>[] => {
  const [entete = [], ...rangees] = dsvFormat(';').parseRows(texte(nom).slice(1));
  return rangees.map((rangee) => Object.fromEntries(entete.map((colonne, j) => [colonne, rangee[j] ?? ''])));
};
const enNombre = (lu: string | undefined): number | null => (lu ? Number(lu.replace(',', '.')) : null);

describe('mille classeurs', () => {
  const MILLE = 1000;
  /** Six registres, de un à six courriers et courriels par douzaine ; le dernier n'a aucune réponse. */
  const registre = (v: number): { readonly cellules: Cellule[][]; readonly delais: number[] } => {
    const delais: number[] = [];
    const cellules: Cellule[][] = Array.from({ length: 6 + 3 * v }, (_, i) => {
      const recue = jourDe(2026, 1 + ((i + v) % 9), 1 + ((5 * i + v) % 28));
      const delai = v === 5 || i % 4 === 3 ? null : (7 * i * (v + 1)) % 45;
      if (delai !== null) delais.push(delai);
      return [`C${i}`, i % 3 ? 'courrier' : 'courriel', recue, null, delai === null ? null : recue + delai];
    });
    return { cellules: [TITRES, ...cellules], delais };
  };
  const registres = [0, 1, 2, 3, 4, 5].map((v) => {
    const { cellules, delais } = registre(v);
    return { octets: nouveauXlsx([{ nom: 'Registre', plage: cellules }]), delais, fois: 0 };
  });
  const nom = (i: number): string => `site-${String(i).padStart(4, '0')}.xlsx`;
  const poseMille = (): void => {
    for (let i = 0; i < MILLE; i++) pose(nom(i), registres[i % 6]!.octets);
  };

  test('le total est la somme des analyses une à une, les délais ceux de toutes les demandes, dans une mémoire qui ne grandit pas', () => {
    poseMille();
    pose('site-0500-abime.xlsx', 'PK pas un zip');
    // Vingt-quatre mégaoctets de tas suffisent à cent classeurs comme à mille : ce que l'on garderait de chacun n'y tiendrait pas.
    const { code, sortie, erreur } = lance([], 24);
    expect([code, erreur]).toEqual([1, expect.stringMatching(/^site-0500-abime\.xlsx : .*\.\n$/)]);
    expect(sortie).toContain('« sites » : 1\u202f000 classeurs comptés sur 1\u202f001, 1 illisible.');

    const lues = lignes();
    const dits = [...new Set(lues.filter(({ niveau }) => niveau !== 'total').map(({ fichier }) => fichier))];
    expect(dits).toEqual([...dits].sort());
    expect(dits).toHaveLength(MILLE + 1);

    for (let i = 0; i < MILLE; i++) registres[i % 6]!.fois++;
    const analyses = registres.map(({ octets, fois }) => ({ fois, indicateurs: conduis(demandesEcrites.analyse!({ aujourdhui: deIso(AU)!, au: null, saisies: {} }), ouvreFichier(octets, 'x.xlsx')).indicateurs }));
    const tous = registres.flatMap(({ delais, fois }) => Array.from({ length: fois }, () => delais).flat());
    const totaux = lues.filter(({ niveau }) => niveau === 'total');
    expect(totaux).toHaveLength(analyses[0]!.indicateurs.length);
    for (const [j, { id, canal, unite }] of analyses[0]!.indicateurs.entries()) {
      const somme = (de: (i: (typeof analyses)[0]['indicateurs'][0]) => number): number => analyses.reduce((n, { fois, indicateurs }) => n + fois * de(indicateurs[j]!), 0);
      const [numerateur, denominateur] = [somme((i) => i.numerateur ?? 0), somme((i) => i.denominateur)];
      expect(totaux[j]).toMatchObject({ indicateur: id, canal, denominateur: String(denominateur), classeurs: String(MILLE) });
      if (unite === 'proportion') expect([id, canal, totaux[j]!.numerateur, enNombre(totaux[j]!.valeur)]).toEqual([id, canal, String(numerateur), denominateur === 0 ? null : numerateur / denominateur]);
    }
    const total = (id: string): number | null => enNombre(totaux.find((t) => t.indicateur === id && t.canal === 'tous')?.valeur);
    expect(total('delai-moyen')).toBeCloseTo(mean(tous), 9);
    expect(total('delai-median')).toBeCloseTo(quantile([...tous], 0.5), 9);
    expect(total('delai-p90')).toBeCloseTo(quantile([...tous], 0.9), 9);
  }, 240_000);

  test.each(['SIGINT', 'SIGTERM'] as const)('%s arrête en route : code 130, une phrase, et aucun fichier, même à moitié', async (signal) => {
    poseMille();
    const enfant = spawn(process.execPath, [PROGRAMME, 'consolider', 'sites', '--au', AU], { cwd: dossier });
    let erreur = '';
    enfant.stderr.on('data', (morceau) => (erreur += String(morceau)));
    const code = new Promise((suite) => enfant.on('exit', suite));
    const provisoire = (): string | undefined => readdirSync(dossier).find((celui) => celui.endsWith('.tmp'));
    // Une fois les premiers sites écrits.
    while (enfant.exitCode === null && !(provisoire() && statSync(path.join(dossier, provisoire()!)).size > 20_000)) await new Promise((suite) => setTimeout(suite, 20));
    enfant.kill(signal);
    expect([await code, erreur, readdirSync(dossier)]).toEqual([130, 'Arrêté : rien n’a été écrit.\n', ['sites']]);
  }, 60_000);
});

test('le fichier : marque UTF-8, point-virgule, virgule décimale, dates AAAA-MM-JJ, une ligne par indicateur et canal', () => {
  pose('nord.csv', csv('C1;courrier;05/01/2026;;09/01/2026', 'C2;courriel;12/01/2026;;NR', 'C3;courrier;01/02/2026;;11/02/2026'));
  expect(lance(['-o', 'bilan/2026.csv'])).toMatchObject({ code: 0, erreur: '' });
  const [entete, premiere, ...autres] = texte('bilan/2026.csv').split('\r\n');
  expect(entete).toBe('\ufeffniveau;fichier;feuille;outil;indicateur;libelle;canal;numerateur;denominateur;valeur;unite;du;au;filtres;classeurs;definition;repartition;remarque');
  expect(premiere).toBe('site;nord.csv;nord;demandes-ecrites;moins-de-8;Répondu en moins de 8 jours (délai Marianne);tous;1;3;0,3333333333333333;proportion;2026-01-05;2026-11-22;aucun;1;Réponse finale au plus 7 jours calendaires après la réception, parmi : demandes reçues depuis au moins 8 jours calendaires.;;');
  expect(autres[autres.length - 1]).toBe('');
  const mediane = lignes('bilan/2026.csv').filter(({ indicateur, canal }) => indicateur === 'delai-median' && canal !== 'courrier');
  // Délais de 4 et de 10 jours ; aucun courriel répondu : pas de valeur.
  expect(mediane.map(({ niveau, canal, valeur, denominateur, repartition }) => [niveau, canal, valeur, denominateur, repartition])).toEqual([
    ['site', 'tous', '7', '2', '{4=1, 10=1}'], ['site', 'courriel', '', '0', '{}'], ['total', 'tous', '7', '2', '{4=1, 10=1}'], ['total', 'courriel', '', '0', '{}'],
  ]);
  expect(texte('bilan/2026.csv')).not.toMatch(/NaN|Infinity|undefined|null/);
});

test('un nom qui se lirait comme une formule, ou que le terminal exécuterait, ne fait ni l’un ni l’autre ; aucun chemin de la machine', () => {
  for (const nom of ['=1+1.csv', '@somme.csv', '-2.csv', 'a\u001b[31mb.csv', 'c\u202ed.csv', 'e;"f".csv']) pose(nom, UNE);
  pose('g\u0007.xlsx', 'PK');
  const { sortie, erreur } = lance([]);
  expect([...new Set(lignes().map(({ fichier }) => fichier))]).toEqual(['\'-2.csv', '\'=1+1.csv', '\'@somme.csv', 'a\ufffd[31mb.csv', 'c\ufffdd.csv', 'e;"f".csv', 'g\ufffd.xlsx', '']);
  for (const montre of [sortie, erreur, texte()]) {
    expect(montre).not.toMatch(/[^\P{Cc}\t\r\n]|\u202e/u);
    expect(montre).not.toContain(racine);
  }
  expect(texte()).not.toMatch(/(^|;)"?[=@+-]/m);
});

describe('ce qui n’est pas compté est nommé', () => {
  const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...[...'EncryptedPackage'].flatMap((lettre) => [lettre.charCodeAt(0), 0])]);
  test.each<readonly [string, string | Uint8Array, 'illisible' | 'sans-donnees', string]>([
    ['chiffre.xlsx', OLE, 'illisible', 'Le fichier est chiffré. Ouvrez-le dans votre tableur, retirez le mot de passe'],
    ['ancien.xls', OLE.subarray(0, 8), 'illisible', 'Le fichier est au vieux format .xls'],
    ['libre.ods', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }), 'illisible', 'Le fichier est un classeur OpenDocument (.ods). Ouvrez-le dans votre tableur'],
    ['vide.xlsx', '', 'illisible', 'Le fichier est vide'],
    ['notes.csv', 'Produit;Prix\nPomme;2\n', 'sans-donnees', 'Aucun registre de demandes reconnu'],
  ])('%s', (nom, contenu, niveau, phrase) => {
    pose('bon.csv', UNE);
    pose(nom, contenu);
    const { code, sortie, erreur } = lance(['--json']);
    expect([code, erreur.startsWith(`${nom} : `), erreur.includes(phrase), erreur.trim().split('\n').length]).toEqual([niveau === 'illisible' ? 1 : 0, true, true, 1]);
    expect(lignes().filter(({ fichier }) => fichier === nom)).toEqual([expect.objectContaining({ niveau, remarque: expect.stringContaining(phrase), valeur: '' })]);
    expect(JSON.parse(sortie)).toMatchObject({ au: AU, sites: 1, absents: [{ fichier: nom, illisible: niveau === 'illisible' }] });
    expect(JSON.parse(sortie).consolide[2]).toMatchObject({ id: 'moins-de-15', numerateur: 1, denominateur: 1, classeurs: 1 });
  });

  test('un sous-dossier, une consolidation rangée là, une copie faite par « produire »', () => {
    pose('bon.csv', UNE);
    mkdirSync(path.join(dossier, 'sites', 'sud'));
    lance(['-o', 'sites/consolidation.csv']);
    const { erreur, sortie } = lance(['-o', 'sites/consolidation.csv']);
    expect(sortie).toContain('1 classeur compté sur 1.');
    expect(erreur.trim().split('\n')).toEqual(['1 sous-dossier n’est pas lu : consolidez-le à part.', 'consolidation.csv : laissé de côté, c’est une consolidation.']);
  });
});

siPresent('script')('l’avancement se lit au terminal, et s’efface avant le compte rendu', () => {
  for (let i = 1; i <= 12; i++) pose(`site-${i}.csv`, UNE);
  const { stdout } = spawnSync(cherche('script')!, ['-qec', `"${process.execPath}" "${PROGRAMME}" consolider sites --au ${AU}`, '/dev/null'], { cwd: dossier, encoding: 'utf8' });
  const lignesVues = stdout.split('\r\u001b[K');
  expect(lignesVues.slice(1, 13)).toEqual(Array.from({ length: 12 }, (_, i) => `${i + 1} sur 12`));
  expect(lignesVues[13]).toMatch(/^« sites » : 12 classeurs comptés sur 12\./);
});

test('deux façons de compter retenues dans les classeurs : chacune son total, et l’écran le dit', () => {
  pose('a.csv', UNE);
  pose('b.csv', UNE);
  writeFileSync(path.join(dossier, 'c.csv'), UNE);
  spawnSync(process.execPath, [PROGRAMME, 'produire', 'resultats', 'c.csv', '-o', 'sites/c.xlsx', '--au', AU, '--reglage', 'unite=ouvres'], { cwd: dossier });
  const { sortie } = lance([]);
  expect(sortie).toContain('1 classeur compte autrement (réglages retenus dans le classeur, ou autres questions) : il n’est pas dans ce total.');
  expect(sortie).toMatch(/Répondu en moins de 15 jours +100,0\u00a0% \(2\/2\)/);
  expect(lignes().filter(({ niveau, indicateur, canal }) => niveau === 'total' && indicateur === 'delai-median' && canal === 'tous').map(({ unite, classeurs, repartition }) => [unite, classeurs, repartition])).toEqual([
    ['jours calendaires', '2', '{4=2}'], ['jours ouvrés', '1', '{4=1}'],
  ]);
});

test('sans -o, jamais un fichier qui existe ; avec -o, seulement une consolidation', () => {
  pose('nord.csv', UNE);
  lance([]);
  expect(lance([]).sortie).toContain('Enregistré dans consolidation (2).csv');
  expect(texte()).toBe(texte('consolidation (2).csv'));
  expect(lance(['-o', 'consolidation.csv']).code).toBe(0);
  expect(lance(['-o', 'sites/nord.csv'])).toMatchObject({ code: 2, erreur: expect.stringContaining('« nord.csv » existe, et n’est pas une consolidation : choisissez un autre nom.') });
  expect(readFileSync(path.join(dossier, 'sites', 'nord.csv'), 'utf8')).toBe(UNE);
});

test.each<readonly [readonly string[], number, string]>([
  [['consolider'], 2, 'consolider attend un dossier, et un seul.'],
  [['consolider', 'sites', 'sites'], 2, 'consolider attend un dossier, et un seul.'],
  [['consolider', 'nulle-part'], 1, 'Le dossier « nulle-part » n’existe pas. Vérifiez son nom.'],
  [['consolider', 'sites/nord.csv'], 2, '« nord.csv » n’est pas un dossier : pour un fichier, choisissez analyser.'],
  [['consolider', 'vide'], 2, 'Ce dossier n’a aucun fichier .xlsx, .xlsm ou .csv.'],
  [['consolider', 'sites', '-o', 'x.xlsx'], 2, 'Le fichier de sortie doit finir par .csv.'],
  [['consolider', 'sites', '-o', 'sites/nord.csv/x.csv'], 1, 'Le chemin de « x.csv » passe par un fichier qui n’est pas un dossier'],
  [['consolider', 'sites', '--sur-place'], 2, 'consolider n’a pas d’option --sur-place.'],
  [['consolider', 'sites', '--reglage', 'couleur=bleu'], 2, '« couleur » n’existe pas'],
])('%j : code %i, « %s »', (args, code, phrase) => {
  pose('nord.csv', UNE);
  mkdirSync(path.join(dossier, 'vide'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAMME, ...args], { cwd: dossier, encoding: 'utf8' });
  expect([status, stdout, readdirSync(dossier).sort()]).toEqual([code, '', ['sites', 'vide']]);
  expect(stderr).toContain(phrase);
  expect(stderr).not.toMatch(/\bat .*:\d+/);
});
