// Ce qui part avec le produit : licences permises, versions exactes, empreintes dans le fichier de verrouillage.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const RACINE = path.join(__dirname, '..', '..');
type Paquet = { readonly name?: string; readonly version: string; readonly license?: string; readonly integrity?: string; readonly resolved?: string; readonly dev?: boolean; readonly dependencies?: Record<string, string> };
const lis = <T>(...chemin: string[]): T => JSON.parse(readFileSync(path.join(RACINE, ...chemin), 'utf8')) as T;
const verrou = lis<{ packages: Record<string, Paquet> }>('package-lock.json').packages;
const projet = lis<{ license: string; dependencies: Record<string, string>; devDependencies: Record<string, string> }>('package.json');

const PERMISES = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

/** Les dépendances du produit, suivies de proche en proche dans node_modules, comme Node les trouve. */
const embarques = (): string[] => {
  const vus = new Set<string>();
  const suis = (depuis: string, noms: Record<string, string> = {}): void => {
    for (const nom of Object.keys(noms)) {
      let base = depuis;
      while (!verrou[`${base && `${base}/`}node_modules/${nom}`]) base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')));
      const chemin = `${base && `${base}/`}node_modules/${nom}`;
      if (vus.has(chemin)) continue;
      vus.add(chemin);
      suis(chemin, verrou[chemin]!.dependencies);
    }
  };
  suis('', projet.dependencies);
  return [...vus].sort();
};

it('n’embarque que les paquets connus', () => {
  // Un paquet de plus se décide (CONTRIBUTING.md) : il s'écrit ici. Ceux de la première liste sont directs.
  expect(Object.keys(projet.dependencies).sort()).toEqual(['d3-dsv', 'fflate', 'preact', 'simple-statistics']);
  expect(embarques().map((chemin) => chemin.replace(/.*node_modules\//, '')).sort()).toEqual(['commander', 'd3-dsv', 'fflate', 'iconv-lite', 'preact', 'rw', 'safer-buffer', 'simple-statistics']);
  expect(embarques()).toEqual(Object.keys(verrou).filter((chemin) => chemin !== '' && !verrou[chemin]!.dev && !('devOptional' in verrou[chemin]!) && !('optional' in verrou[chemin]!)).sort());
});

it.each(embarques())('%s : licence permise, même version et même licence dans le verrou et sur le disque', (chemin) => {
  const installe = lis<Paquet>(chemin, 'package.json');
  expect(PERMISES).toContain(installe.license);
  expect({ version: installe.version, license: installe.license }).toEqual({ version: verrou[chemin]!.version, license: verrou[chemin]!.license });
});

it('épingle chaque version exactement', () => {
  const demandees = { ...projet.dependencies, ...projet.devDependencies };
  expect(Object.entries(demandees).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(Object.entries(demandees).filter(([nom, version]) => verrou[`node_modules/${nom}`]?.version !== version)).toEqual([]);
});

it('donne à chaque paquet verrouillé une empreinte SHA-512, et à aucun une adresse', () => {
  const paquets = Object.entries(verrou).filter(([chemin]) => chemin !== '');
  expect(paquets.length).toBeGreaterThan(500);
  expect(paquets.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([chemin]) => chemin)).toEqual([]);
  expect(paquets.filter(([, paquet]) => 'resolved' in paquet).map(([chemin]) => chemin)).toEqual([]);
});
