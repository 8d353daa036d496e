// La copie de sécurité d'une zone à nous qu'une personne a modifiée : faite par l'hôte lui-même, datée, listée, jamais supprimée seule.
import type { Feuille, Releve } from '../classeur';
import { ecris, lis, type Suite } from '../suite';
import type { Jour } from '../jours';
import { creeFeuille, fermeJournal } from './creation';
import { ecrisMarque, feuilleDe, lisMarque, type Marque } from './marque';

const GENRE = 'sauvegarde';

export type Sauvegarde = { readonly feuille: string; readonly de: string; readonly jour: Jour };

/** Les sauvegardes du classeur ; elles comptent comme des données personnelles. */
export const sauvegardes = (feuilles: readonly Feuille[]): Sauvegarde[] =>
  feuilles.flatMap(({ nom, marque }) => {
    const lue = lisMarque(marque);
    return lue?.genre === GENRE && lue.etat === 'ok' ? [{ feuille: nom, de: lue.de ?? '', jour: lue.jour ?? 0 }] : [];
  });

/** Copie l'étendue de la feuille, côté hôte : formats, apostrophes et valeurs riches compris, sans passer par nous. */
export function* sauvegarde(releve: Releve, origine: string, etendue: Pick<Marque, 'lignes' | 'colonnes'>, jour: Jour): Suite<string> {
  const neuve: Marque = { v: 1, genre: GENRE, etat: 'neuf', ...etendue, empreinte: '', de: origine, jour };
  const commencee = feuilleDe(releve.feuilles, (marque) => marque.genre === GENRE && marque.etat === 'neuf');
  const nom = commencee?.nom ?? (yield* creeFeuille(releve, `Sauvegarde ${origine}`.slice(0, 25), neuve));
  yield* ecris([
    { genre: 'copier', zone: { feuille: origine, ligne: 1, colonne: 1, ...etendue }, vers: nom }, { genre: 'barriere' },
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...neuve, etat: 'ok' }) }, { genre: 'barriere' },
    ...fermeJournal((yield* lis({})).memoire, GENRE),
  ]);
  return nom;
}
