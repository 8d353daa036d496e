// Aucun secret dans les fichiers suivis, ni dans leur histoire.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { siPresent } from '../aides/programmes';

const RACINE = path.join(__dirname, '..', '..');
/** Écrit en morceaux : ce fichier ne doit pas se trouver lui-même. */
const SECRET = [['refresh', 'token'].join('_'), ['client', 'secret'].join('_'), ['BEGIN', '.*', 'PRIVATE', 'KEY'].join(' ').replace(' .* ', ' .*'), ['gh', '[pousr]', '_[A-Za-z0-9]{30}'].join(''), ['AK', 'IA[0-9A-Z]{16}'].join('')].join('|');
const FICHIERS = /(^|\/)(\.clasprc\.json|\.clasp\.json|creds\.json|\.env(\..*)?|[^/]*\.(pem|key|p12|pfx))$/;

const git = (dossier: string, ...arguments_: string[]): string => execFileSync('git', ['-C', dossier, ...arguments_], { encoding: 'utf8', maxBuffer: 1 << 26 });
/** Les fichiers, suivis ou pas encore (hors .gitignore), qui contiennent un secret. */
const dansLesFichiers = (dossier: string): string => {
  const { status, stdout, stderr } = spawnSync('git', ['-C', dossier, 'grep', '-lIE', '--untracked', '-e', SECRET], { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
};
/** Les révisions, de toutes les branches, qui ajoutent ou ôtent une ligne contenant un secret. */
const dansLHistoire = (dossier: string): string => git(dossier, 'log', '--all', '--format=%h %s', '--extended-regexp', `-G${SECRET}`);
const fichiersDeSecrets = (dossier: string): string[] => git(dossier, 'log', '--all', '--format=', '--name-only', '--diff-filter=A').split('\n').filter((nom) => FICHIERS.test(nom));

siPresent('git')('aucun secret dans l’arbre', () => expect(dansLesFichiers(RACINE)).toBe(''));
siPresent('git')('aucun secret dans l’histoire', () => expect(dansLHistoire(RACINE)).toBe(''), 60_000);
siPresent('git')('aucun fichier de clefs, même retiré depuis', () => expect(fichiersDeSecrets(RACINE)).toEqual([]));

siPresent('git')('trouverait un secret commis puis retiré', () => {
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
  const commets = (message: string): string => git(dossier, '-c', 'user.name=essai', '-c', 'user.email=essai@exemple.invalid', '-c', 'commit.gpgsign=false', 'commit', '-q', '-a', '-m', message);
  try {
    git(dossier, 'init', '-q');
    for (const [nom, texte] of [['a.json', `{"${['refresh', 'token'].join('_')}":"x"}`], ['b.txt', `-----${['BEGIN', 'RSA', 'PRIVATE', 'KEY'].join(' ')}-----`], ['creds.json', '{}']] as const) writeFileSync(path.join(dossier, nom), texte);
    git(dossier, 'add', '.');
    commets('avec');
    expect(dansLesFichiers(dossier)).toBe('a.json\nb.txt\n');
    git(dossier, 'rm', '-q', '.', '-r');
    commets('sans');
    expect(dansLHistoire(dossier)).toMatch(/^\w+ sans\n\w+ avec\n$/);
    expect(fichiersDeSecrets(dossier)).toEqual(['creds.json']);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
});
