// Les réglages qui sont des dates.
import { estVraisemblable, lisDate } from './dates-colonne';
import { erreur } from './erreurs';
import type { Jour } from './jours';

export const lisJour = (saisie: string, clef: string): Jour => {
  const jour = lisDate(saisie);
  if (!estVraisemblable(jour)) throw erreur(`Le réglage « ${clef} » ne peut pas valoir « ${saisie} »`, 'Donnez une date de 1950 à 2099, comme 15/05/2026');
  return jour;
};

export const lisJours = (saisie: string, clef: string): readonly Jour[] => saisie.split(';').filter((mot) => mot.trim() !== '').map((mot) => lisJour(mot, clef));
