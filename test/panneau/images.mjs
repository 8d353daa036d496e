// Photographie chaque état du volet dans docs/images : les mêmes chemins que les tests, qui disent comment y venir.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', 'test/panneau/volet.test.ts', '-t', 'écrans'], { stdio: 'inherit', env: { ...process.env, IMAGES: 'docs/images' } });
process.exitCode = status ?? 1;
