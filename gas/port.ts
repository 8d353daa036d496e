// Le port sur Google Sheets : les deux verbes, rien d'autre.
import type { HoteSynchrone } from '../src/socle/classeur';
import { ecris } from './ecriture';
import { lis } from './lecture';

export const portSheets: HoteSynchrone = { lis, ecris: (lot) => ecris(lot) };
