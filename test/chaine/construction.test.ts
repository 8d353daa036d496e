// Deux constructions donnent les mêmes fichiers ; aucun n'appelle le réseau ; la nomenclature dit ce qui est embarqué.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const RACINE = path.join(__dirname, '..', '..');
const WEBPACK = path.join(RACINE, 'node_modules', 'webpack', 'bin', 'webpack.js');

const RESEAU: readonly RegExp[] = [
  /\bfetch\s*\(/, /\bXMLHttpRequest\b/, /\bWebSocket\b/, /\bEventSource\b/, /\bsendBeacon\b/, /\bimportScripts\b/,
  /(?:require|import)\s*\(\s*["'`](?:node:)?(?:https?|http2|net|dgram|tls|dns|undici)(?:\/[^"'`]*)?["'`]/, /\bfrom\s*["'](?:node:)?(?:https?|http2|net|dgram|tls|dns|undici)["']/,
];
const appelle = (texte: string): string[] => RESEAU.filter((motif) => motif.test(texte)).map(String);

const dossiers: string[] = [];
let premier: string;
let second: string;
const construis = (): string => {
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
  dossiers.push(dossier);
  execFileSync(process.execPath, [WEBPACK, '--config', 'webpack.config.mjs', '--env', `sortie=${dossier}`], { cwd: RACINE, stdio: 'pipe' });
  return dossier;
};
beforeAll(() => {
  premier = construis();
  second = construis();
}, 120_000);
afterAll(() => dossiers.forEach((dossier) => rmSync(dossier, { recursive: true, force: true })));

const fichiers = (dossier: string): string[] => readdirSync(dossier, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => path.relative(dossier, path.join(f.parentPath, f.name))).sort();
const empreintes = (dossier: string): Record<string, string> => Object.fromEntries(fichiers(dossier).map((nom) => [nom, createHash('sha256').update(readFileSync(path.join(dossier, nom))).digest('hex')]));

it('donne deux fois les mêmes fichiers, à l’octet près', () => {
  expect(fichiers(premier).filter((nom) => !nom.startsWith('excel/icones/'))).toEqual([
    'excel/aide.html', 'excel/fonctions.js', 'excel/functions.json', 'excel/garde.js', 'excel/manifest.xml', 'excel/volet.css', 'excel/volet.html', 'excel/volet.js', 'gas/appsscript.json', 'gas/code.js', 'gas/volet.html', 'ligne-de-commande/classeur-plus.cjs', 'page/index.html', 'page/page.css', 'page/page.js', 'sbom.json',
    'serveur/serveur.cjs',
  ]);
  expect(empreintes(second)).toEqual(empreintes(premier));
});

/** Le seul qui ouvre un port : il écoute, il n'appelle pas. */
const SERVEUR = 'serveur/serveur.cjs';

it('n’appelle le réseau dans aucun paquet', () => {
  const paquets = fichiers(premier).filter((nom) => nom !== SERVEUR && /\.(c|m)?js$|\.html$|\.gs$/.test(nom));
  expect(paquets.length).toBeGreaterThan(0);
  expect(paquets.flatMap((nom) => appelle(readFileSync(path.join(premier, nom), 'utf8')).map((motif) => `${nom} : ${motif}`))).toEqual([]);
});

it('le serveur de la page écoute et n’appelle personne', () => {
  const texte = readFileSync(path.join(premier, SERVEUR), 'utf8');
  expect(texte.match(/require\("[^"]*"\)/g)).toEqual(['require("node:http")', 'require("node:fs")', 'require("node:path")']);
  expect(texte).not.toMatch(/\.(request|get|connect)\(|\bfetch\b/);
});

it.each(['fetch("x")', 'await fetch (u)', 'new XMLHttpRequest', 'new WebSocket(u)', 'new EventSource(u)', 'navigator.sendBeacon(u)', 'require("http")', "require('node:https')", 'import("node:net")', 'require("node:dns/promises")', 'require("dgram")', 'import x from "tls"'])('verrait %s', (code) => {
  expect(appelle(code)).not.toEqual([]);
});

it('écrit une nomenclature CycloneDX complète, sans date', () => {
  const texte = readFileSync(path.join(premier, 'sbom.json'), 'utf8');
  const sbom = JSON.parse(texte) as { bomFormat: string; specVersion: string; components: { name: string; version: string; purl: string; hashes: { alg: string; content: string }[]; licenses: { license: { id: string } }[] }[]; dependencies: { ref: string; dependsOn: string[] }[] };
  expect([sbom.bomFormat, sbom.specVersion]).toEqual(['CycloneDX', '1.6']);
  expect(texte).not.toMatch(/timestamp|serialNumber|\d{4}-\d\d-\d\dT/);
  expect(sbom.components.map(({ purl, licenses }) => `${purl} ${licenses[0]!.license.id}`)).toEqual([
    'pkg:npm/commander@7.2.0 MIT', 'pkg:npm/d3-dsv@3.0.1 ISC', 'pkg:npm/fflate@0.8.3 MIT', 'pkg:npm/iconv-lite@0.6.3 MIT', 'pkg:npm/preact@11.2.0 MIT',
    'pkg:npm/rw@1.3.3 BSD-3-Clause', 'pkg:npm/safer-buffer@2.1.2 MIT', 'pkg:npm/simple-statistics@7.12.1 ISC',
  ]);
  const { packages } = JSON.parse(readFileSync(path.join(RACINE, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version: string; integrity: string }> };
  const integrite = (nom: string, version: string): string => Object.entries(packages).find(([chemin, p]) => chemin.endsWith(`node_modules/${nom}`) && p.version === version)![1].integrity;
  for (const { name, version, hashes } of sbom.components) expect(hashes).toEqual([{ alg: 'SHA-512', content: Buffer.from(integrite(name, version).slice(7), 'base64').toString('hex') }]);
  expect(sbom.dependencies[0]).toEqual({ ref: 'pkg:npm/classeur-plus@0.1.0', dependsOn: ['pkg:npm/d3-dsv@3.0.1', 'pkg:npm/fflate@0.8.3', 'pkg:npm/preact@11.2.0', 'pkg:npm/simple-statistics@7.12.1'] });
  expect(sbom.dependencies.find(({ ref }) => ref.includes('d3-dsv@'))!.dependsOn).toEqual(['pkg:npm/commander@7.2.0', 'pkg:npm/iconv-lite@0.6.3', 'pkg:npm/rw@1.3.3']);
});
