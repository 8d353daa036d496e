// La référence des fonctions est tirée des définitions : elle ne peut pas s'en écarter.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fonctions } from '../../src/registre';

const RACINE = path.join(__dirname, '..', '..');

it('docs/fonctions.md est à jour', () => {
  const { status, stderr } = spawnSync(process.execPath, ['docs/fabrique/fonctions.mjs', '--verifie'], { cwd: RACINE, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);

it('y met toutes les fonctions du registre, une fois chacune', () => {
  const titres = readFileSync(path.join(RACINE, 'docs', 'fonctions.md'), 'utf8').split('\n').filter((ligne) => ligne.startsWith('### ')).map((ligne) => ligne.slice(4));
  expect(titres.sort()).toEqual(fonctions.map(({ nom }) => nom).sort());
});
