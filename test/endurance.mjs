// Lance la campagne longue de pannes et en donne les chiffres ; CLASSEURS et GRAINE en règlent la taille et le tirage.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const { status } = spawnSync(process.execPath, [path.join('node_modules', 'jest', 'bin', 'jest.js'), '--testMatch', '**/test/ecriture/endurance.ts', '--runInBand'], { stdio: 'inherit', env: process.env });
process.exitCode = status ?? 1;
