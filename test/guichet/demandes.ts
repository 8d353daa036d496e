// Un classeur, et ce qu'on demande au guichet : le point de départ commun de ses tests.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier, type ClasseurFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { repond } from '../../src/guichet';
import type { Demande, Ouverture, Reponse } from '../../src/guichet/demande';
import type { HoteSynchrone } from '../../src/socle/classeur';
import { jourDe } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

export const AUJOURDHUI = jourDe(2026, 11, 22);
export const EXEMPLE = path.join(__dirname, '../../src/essai/registre-exemple.xlsx');
export const LIGNES = [
  ['N°', 'Canal', 'Reçu le', 'AR', 'Répondu le', 'Service'],
  ['1', 'courrier', '02/11/2026', '', '11/11/2026', 'Nord'],
  ['2', 'courriel', '01/10/2026', '', '', 'Sud'],
  ['3', 'courriel', '31/02/2026', '', '', 'Sud'],
];

export const enMemoire = (): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Suivi');
  LIGNES.forEach((ligne, i) => ligne.forEach((valeur, j) => c.tape('Suivi', i + 1, j + 1, valeur)));
  return c;
};
export const enXlsx = (): ClasseurFichier => ouvreFichier(nouveauXlsx([{ nom: 'Suivi', plage: LIGNES }]), 'suivi.xlsx');
export const exemple = (): ClasseurFichier => ouvreFichier(readFileSync(EXEMPLE), 'registre-exemple.xlsx');

/** Une réponse telle qu'elle arrive à un volet : par une chaîne JSON. */
export const demande = (hote: HoteSynchrone, quoi: Demande): Reponse => {
  const reponse = conduis(repond(JSON.parse(JSON.stringify(quoi)) as Demande, AUJOURDHUI), hote);
  const recue = JSON.parse(JSON.stringify(reponse)) as Reponse;
  expect(recue).toEqual(reponse);
  return recue;
};
export const ouvre = (hote: HoteSynchrone, quoi: Omit<Extract<Demande, { genre: 'ouvre' }>, 'genre'> = {}): Ouverture => {
  const reponse = demande(hote, { genre: 'ouvre', ...quoi });
  if (reponse.genre !== 'ouverture') throw new Error(JSON.stringify(reponse));
  return reponse;
};
export const delais = (ouverture: Ouverture) => ouverture.outils.find(({ id }) => id === 'demandes-ecrites')!;
export const refus = (hote: HoteSynchrone, quoi: Demande): string => {
  const reponse = demande(hote, quoi);
  return reponse.genre === 'refus' ? reponse.message : JSON.stringify(reponse);
};
export const produit = (hote: HoteSynchrone) => demande(hote, { genre: 'execute', outil: 'demandes-ecrites', commande: 'resultats' });
