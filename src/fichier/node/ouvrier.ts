// Ce que fait un fil de l'équipe : un chemin reçu, un classeur réduit rendu ; rien n'en est gardé.
import { parentPort, workerData } from 'node:worker_threads';
import type { Contexte } from '../../socle/outil';
import { reduis } from './site';

export const ouvrier = (): void => {
  parentPort?.on('message', (chemin: string) => parentPort?.postMessage(reduis(chemin, workerData as Contexte)));
};
