// Lance les campagnes longues : pannes (CLASSEURS et GRAINE en règlent la taille et le tirage) et couverture des intervalles (SIMULATIONS).
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const { status } = spawnSync(process.execPath, [path.join('node_modules', 'jest', 'bin', 'jest.js'), '--testMatch', '**/test/**/endurance.ts', '--runInBand'], { stdio: 'inherit', env: process.env });
process.exitCode = status ?? 1;
