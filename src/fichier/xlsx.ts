// Un .xlsx comme classeur : le port (lis, ecris) posé sur le paquet.
import type { HoteSynchrone } from '../socle/classeur';
import { erreur } from '../socle/erreurs';
import { ecrivain } from './xlsx-ecriture';
import { lecteur } from './xlsx-lecture';
import { montreur, type Montre } from './xlsx-montre';
import { ouvrePaquet } from './xlsx-paquet';
import { lisSommaire } from './xlsx-sommaire';

export type ClasseurXlsx = HoteSynchrone & ReturnType<typeof ecrivain> & { readonly montre: Montre };

export const ouvreXlsx = (octets: Uint8Array): ClasseurXlsx => {
  const paquet = ouvrePaquet(octets);
  if (paquet.existe('mimetype') && paquet.existe('content.xml')) {
    throw erreur('Le fichier est un classeur OpenDocument (.ods)', 'Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx');
  }
  // Lu une fois pour rien : un classeur sans feuilles ou sans partie principale se refuse à l'ouverture, pas au milieu d'un travail.
  lisSommaire(paquet);
  const { lis, plage } = lecteur(paquet);
  return { lis, ...ecrivain(paquet, plage), montre: montreur(paquet) };
};
