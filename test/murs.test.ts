// Chaque mur du lint refuse ce qu'il doit refuser, avec sa phrase ; un mur qui ne peut pas échouer n'en est pas un.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const RACINE = path.join(__dirname, '..');

const HORLOGE = 'Le cœur n’a pas d’horloge';
const HASARD = 'Le cœur n’a pas de hasard';
const MOTEUR = 'Chaque moteur l’arrondit à sa façon';
const RESEAU = 'Rien ne quitte le classeur : aucun appel au réseau.';
const HOTE = 'Le cœur ne connaît aucun hôte';
const NODE = 'Le cœur ne connaît pas Node.';
const SENS = 'Le socle ne connaît ni les outils ni les hôtes : les données vont dans un seul sens.';
const HTML = 'Jamais de HTML construit : textContent seulement.';
const EXECUTE = 'Aucun texte n’est jamais exécuté.';
const CELLULE = 'Une cellule s’écrit par versCellule et le port, jamais directement';
const SUR = 'Une cellule s’écrit par versCellule (src/socle/ecriture/cellule-sure.ts)';

type Cas = readonly [fichier: string, code: string, message: string];

const REFUSES: readonly Cas[] = [
  ['src/socle/x.ts', 'export const d = new Date();', HORLOGE],
  ['src/outils/o/x.ts', 'export const d = new Date(2026, 0, 1);', HORLOGE],
  ['src/outils/o/x.ts', 'export const d = Date.now();', HORLOGE],
  ['src/outils/o/x.ts', 'export const d = Date();', HORLOGE],
  ['src/socle/x.ts', 'export const d = Math.random();', HASARD],
  ['src/socle/x.ts', 'export const d = (x: number) => Math.exp(x);', MOTEUR],
  ['src/outils/o/x.ts', 'export const d = (x: number) => Math.log10(x);', MOTEUR],
  ['src/outils/o/x.ts', 'export const d = (x: number) => x ** 2;', MOTEUR],
  ['src/socle/x.ts', 'export const d = process.cwd();', HOTE],
  ['src/outils/o/x.ts', 'export const d = document.title;', HOTE],
  ['src/outils/o/x.ts', 'export const d = new Intl.NumberFormat();', HOTE],
  ['src/fichier/x.ts', 'export const d = Buffer.alloc(1);', HOTE],
  ['src/socle/x.ts', 'export const d = fetch("x");', RESEAU],
  ['src/fichier/node/x.ts', 'export const d = fetch("x");', RESEAU],
  ['src/fichier/x.ts', 'export const d = new XMLHttpRequest();', RESEAU],
  ['src/panneau/x.ts', 'export const d = new WebSocket("x");', RESEAU],
  ['src/panneau/x.ts', 'export const d = new EventSource("x");', RESEAU],
  ['src/panneau/x.ts', 'export const d = globalThis.fetch("x");', RESEAU],
  ['src/panneau/x.ts', 'export const d = moi.navigateur.sendBeacon("x");', RESEAU],
  ['src/fichier/node/x.ts', 'import { get } from "node:https"; export { get };', RESEAU],
  ['src/fichier/node/x.ts', 'import { connect } from "net"; export { connect };', RESEAU],
  ['src/socle/x.ts', 'import { get } from "node:https"; export { get };', RESEAU],
  ['src/socle/x.ts', 'import { readFileSync } from "node:fs"; export { readFileSync };', NODE],
  ['src/socle/x.ts', 'import { readFileSync } from "fs"; export { readFileSync };', NODE],
  ['src/outils/o/x.ts', 'import { readFileSync } from "node:fs"; export { readFileSync };', NODE],
  ['src/outils/o/x.ts', 'import { join } from "path"; export { join };', NODE],
  ['src/fichier/x.ts', 'import { readFileSync } from "node:fs"; export { readFileSync };', 'Node reste dans src/fichier/node'],
  ['src/fichier/x.ts', 'import { lis } from "./node/fichiers"; export { lis };', 'Node reste dans src/fichier/node'],
  ['src/outils/o/x.ts', 'import { ouvreXlsx } from "../../fichier/xlsx"; export { ouvreXlsx };', HOTE],
  ['src/registre.ts', 'import { ouvreXlsx } from "./fichier/xlsx"; export { ouvreXlsx };', HOTE],
  ['src/socle/x.ts', 'import { mesure } from "../outils/demandes-ecrites/mesures"; export { mesure };', SENS],
  ['src/socle/ecriture/x.ts', 'import { ouvreXlsx } from "../../fichier/xlsx"; export { ouvreXlsx };', SENS],
  ['src/socle/x.ts', 'import { outils } from "../registre"; export { outils };', SENS],
  ['src/fichier/x.ts', 'import { mesure } from "../outils/demandes-ecrites/mesures"; export { mesure };', 'Un hôte ne connaît aucun mot du métier.'],
  ['src/panneau/x.ts', 'moi.innerHTML = texte;', HTML],
  ['src/panneau/x.ts', 'moi.outerHTML += texte;', HTML],
  ['src/panneau/x.ts', 'moi.insertAdjacentHTML("beforeend", texte);', HTML],
  ['src/panneau/x.ts', 'document.write(texte);', HTML],
  ['src/fichier/x.ts', 'export const d = eval("1");', EXECUTE],
  ['src/outils/o/x.ts', 'export const d = new Function("return 1");', EXECUTE],
  ['src/panneau/x.ts', 'setTimeout("alerte()", 10);', EXECUTE],
  ['src/fichier/x.ts', 'import { dsvFormat } from "d3-dsv"; export const d = dsvFormat(";").parse("a");', EXECUTE],
  ['src/fichier/x.ts', 'import { csvParse } from "d3-dsv"; export { csvParse };', EXECUTE],
  ['src/fichier/x.ts', 'import { unzip } from "fflate"; export { unzip };', EXECUTE],
  ['src/outils/o/x.ts', 'zone.values = [["=1"]];', CELLULE],
  ['src/panneau/x.ts', 'zone.formulas = [["=1"]];', CELLULE],
  ['src/fichier/x.ts', 'zone.setValues([["=1"]]);', CELLULE],
  ['src/fichier/node/x.ts', 'zone.setValue("=1");', CELLULE],
  ['src/socle/ecriture/x.ts', 'zone.setFormula("=1");', CELLULE],
  ['src/outils/o/x.ts', 'zone.setFormulas([["=1"]]);', CELLULE],
  ['src/outils/o/x.ts', 'export const d = texte as TexteSur;', SUR],
  ['src/outils/o/x.ts', 'export const d = texte as unknown as TexteSur | null;', SUR],
  ['src/fichier/x.ts', 'export const d = lignes as CelluleSure[][];', SUR],
  ['src/fichier/x.ts', 'export const d = <TexteSur>texte;', SUR],
  ['addin/x.ts', 'export const d = texte as TexteSur;', SUR],
  ['gas/x.ts', 'moi.innerHTML = texte;', HTML],
];

/** Ce qui reste permis : sans cela, un mur qui refuserait tout passerait l'essai. */
const PERMIS: readonly (readonly [fichier: string, code: string])[] = [
  ['addin/x.ts', 'zone.values = [[versCellule(1)]];'],
  ['gas/x.ts', 'zone.setValues([[versCellule(1)]]);'],
  ['src/socle/ecriture/cellule-sure.ts', 'export const d = texte as TexteSur;'],
  ['src/fichier/node/x.ts', 'import { readFileSync } from "node:fs"; export const d = new Date(readFileSync("x", "utf8"));'],
  ['src/outils/o/x.ts', 'import { jourDe } from "../../socle/jours"; export const valeurs = [jourDe(2026, 1, 1)];'],
  ['src/fichier/x.ts', 'import { dsvFormat } from "d3-dsv"; import { unzipSync } from "fflate"; export const d = [dsvFormat(";").parseRows("a"), unzipSync];'],
  ['src/panneau/x.ts', 'moi.textContent = texte; setTimeout(() => fin(), 10);'],
];

/** Les extraits nomment des choses qui n'existent pas : ESLint n'en dit rien d'autre que « not defined ». */
const lint = (extraits: readonly { fichier: string; code: string }[]): string[][] => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join('test', 'aides', 'lint.mjs')], { cwd: RACINE, input: JSON.stringify(extraits), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as string[][]).map((messages) => messages.filter((message) => !/is not defined\.$/.test(message)));
};

let refus: string[][];
let permissions: string[][];
beforeAll(() => {
  const tous = lint([...REFUSES, ...PERMIS].map(([fichier, code]) => ({ fichier, code })));
  refus = tous.slice(0, REFUSES.length);
  permissions = tous.slice(REFUSES.length);
}, 60_000);

it.each(REFUSES.map((cas, rang) => [...cas, rang] as const))('%s : « %s » est refusé', (_fichier, _code, message, rang) => {
  expect(refus[rang]).toContainEqual(expect.stringContaining(message));
});

it.each(PERMIS.map((cas, rang) => [...cas, rang] as const))('%s : « %s » passe', (_fichier, _code, rang) => {
  expect(permissions[rang]).toEqual([]);
});
