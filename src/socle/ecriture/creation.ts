// Créer une feuille à nous sans jamais en laisser d'orpheline : journal, création, marque ; une coupure entre deux se reprend.
import type { Feuille, Modification, Releve } from '../classeur';
import { ecris, type Suite } from '../suite';
import { ecrisMarque, type Marque } from './marque';

const BARRIERE: Modification = { genre: 'barriere' };

/** Le journal d'une création : le nom choisi, et les feuilles qui existaient avant. */
type Journal = { readonly nom: string; readonly connues: readonly string[] };

const clefJournal = (genre: string): string => `journal.${genre}`;

const lisJournal = (memoire: Readonly<Record<string, string>>, genre: string): Journal | null => {
  const texte = memoire[clefJournal(genre)];
  if (texte === undefined) return null;
  try {
    const lu = JSON.parse(texte) as Partial<Journal>;
    return typeof lu.nom === 'string' && Array.isArray(lu.connues) ? (lu as Journal) : null;
  } catch {
    return null;
  }
};

/** « Résultats », ou « Résultats (2) » quand la personne a déjà un onglet de ce nom : on n'écrit jamais dans le sien. */
export const nomLibre = (nom: string, feuilles: readonly Feuille[]): string => {
  const pris = new Set(feuilles.map((feuille) => feuille.nom.toLowerCase()));
  let libre = nom;
  for (let n = 2; pris.has(libre.toLowerCase()); n++) libre = `${nom} (${n})`;
  return libre;
};

/** La feuille qu'une création coupée a laissée : nommée par le journal, absente avant, vide et sans marque. Aucun autre onglet vide n'est adopté. */
export const feuilleCommencee = ({ feuilles, memoire }: Releve, genre: string): string | null => {
  const journal = lisJournal(memoire, genre);
  if (journal === null || journal.connues.includes(journal.nom)) return null;
  const laissee = feuilles.find(({ nom }) => nom === journal.nom);
  return laissee !== undefined && laissee.marque === null && laissee.lignes === 0 && !laissee.protegee ? laissee.nom : null;
};

/** Crée la feuille, ou reprend celle qu'une coupure a laissée ; rend son nom. Elle porte la marque `neuve` quand la suite continue. */
export function* creeFeuille(releve: Releve, nom: string, neuve: Marque): Suite<string> {
  const laissee = feuilleCommencee(releve, neuve.genre);
  const marque = (feuille: string): Modification => ({ genre: 'marquer', feuille, marque: ecrisMarque(neuve) });
  if (laissee !== null) {
    yield* ecris([marque(laissee), BARRIERE]);
    return laissee;
  }
  const libre = nomLibre(nom, releve.feuilles);
  const journal: Journal = { nom: libre, connues: releve.feuilles.map((feuille) => feuille.nom) };
  yield* ecris([
    { genre: 'memoriser', clef: clefJournal(neuve.genre), valeur: JSON.stringify(journal) }, BARRIERE,
    { genre: 'creer-feuille', feuille: libre }, BARRIERE,
    marque(libre), BARRIERE,
  ]);
  return libre;
}

/** Le journal se ferme au point de non-retour de l'écriture qui l'a ouvert. */
export const fermeJournal = (memoire: Readonly<Record<string, string>>, genre: string): Modification[] =>
  memoire[clefJournal(genre)] === undefined ? [] : [{ genre: 'memoriser', clef: clefJournal(genre), valeur: null }];
