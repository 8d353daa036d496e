// La copie de sécurité d'une zone à nous qu'une personne a modifiée : faite par l'hôte lui-même, datée, listée, jamais supprimée seule.
import { adresse, estVide, type Plage } from '../cellule';
import type { Feuille, Modification, Releve } from '../classeur';
import { erreur } from '../erreurs';
import { ecris, lis, type Suite } from '../suite';
import type { Jour } from '../jours';
import { versCellules } from './cellule-sure';
import { creeFeuille, fermeJournal, feuilleCommencee } from './creation';
import { ecrisMarque, feuilleDe, lisMarque, type Etendue, type Marque } from './marque';

/** Une sauvegarde par genre de rapport : celle qu'une coupure a laissée ne peut être reprise que par le même. */
const PREFIXE = 'sauvegarde.';
/** Sous la copie, jamais dedans : celui qui l'a commencée travaille peut-être encore. */
const SANS_OBJET = 'Si rien n’est copié au-dessus, cette sauvegarde a été interrompue et n’a plus d’objet : vous pouvez supprimer cet onglet.';
const BARRIERE: Modification = { genre: 'barriere' };

export type Sauvegarde = { readonly feuille: string; readonly de: string; readonly jour: Jour };

/** Les sauvegardes du classeur ; elles comptent comme des données personnelles. */
export const sauvegardes = (feuilles: readonly Feuille[]): Sauvegarde[] =>
  feuilles.flatMap(({ nom, marque }) => {
    const lue = lisMarque(marque);
    return lue?.genre.startsWith(PREFIXE) && lue.etat === 'ok' && !lue.videe ? [{ feuille: nom, de: lue.de ?? '', jour: lue.jour ?? 0 }] : [];
  });

/** Ce qu'il faut pour sauvegarder une feuille : son genre, son nom, ce qu'elle occupe, et le jour. */
export type Origine = { readonly genre: string; readonly nom: string; readonly etendue: Etendue; readonly jour: Jour };

/** Le nom voulu ; il laisse place à « (2) » dans les 31 caractères d'Excel. */
export const nomDeSauvegarde = (nom: string): string => `Sauvegarde ${nom}`.slice(0, 25);

const neuve = ({ genre, nom, etendue, jour }: Origine): Marque => ({ v: 1, genre: PREFIXE + genre, etat: 'neuf', lignes: etendue.lignes, colonnes: etendue.colonnes, empreinte: '', de: nom, jour });

const entamee = (feuilles: readonly Feuille[], genre: string): string | null => feuilleDe(feuilles, (marque) => marque.genre === PREFIXE + genre && marque.etat === 'neuf')?.nom ?? null;

/**
 * Copie l'étendue de la feuille, côté hôte : formats, apostrophes et valeurs riches compris, sans passer par nous. Toujours dans une feuille
 * que ce passage vient de créer : copier dans celle qu'un autre a commencée pourrait recouvrir ce qu'il a déjà sauvé.
 */
export function* sauvegarde(origine: Origine): Suite<string> {
  const marque = neuve(origine);
  const nom = yield* creeFeuille(yield* lis({}), nomDeSauvegarde(origine.nom), marque);
  const { memoire } = yield* lis({});
  yield* ecris([
    { genre: 'copier', zone: { feuille: origine.nom, ligne: 1, colonne: 1, ...origine.etendue }, vers: nom }, BARRIERE,
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...marque, etat: 'ok' }) }, BARRIERE,
    ...fermeJournal(memoire, marque.genre),
  ]);
  return nom;
}

/** La première cellule pleine de l'étendue que la copie n'a pas reçue ; une formule copiée ailleurs peut y valoir autre chose. */
export const manqueALaCopie = (deLa: Plage, copie: Plage, nom: string, { lignes, colonnes }: Etendue): string | null => {
  for (let i = 0; i < lignes; i++) for (let j = 0; j < colonnes; j++) if (!estVide(deLa[i]?.[j]) && estVide(copie[i]?.[j])) return adresse(nom, i + 1, j + 1);
  return null;
};

/** Une copie qui n'est pas complète ne passe pas pour une sauvegarde : elle redevient commencée, et le passage suivant la clôt. */
export function* refuseCopie(origine: Origine, nom: string, ou: string): Suite<never> {
  yield* ecris([{ genre: 'marquer', feuille: nom, marque: ecrisMarque(neuve(origine)) }, BARRIERE]);
  throw erreur(`Le tableur n’a pas tout copié dans « ${nom} » ; « ${origine.nom} » n’a pas été changée`, 'Recommencez', ou);
}

/** La feuille d'une sauvegarde qu'une coupure a laissée. */
export const sauvegardeLaissee = (releve: Releve, { genre }: Origine): string | null => entamee(releve.feuilles, genre) ?? feuilleCommencee(releve, PREFIXE + genre);

/** Une sauvegarde coupée attend d'être close. */
export const enSuspens = (releve: Releve, origine: Origine): boolean => sauvegardeLaissee(releve, origine) !== null || fermeJournal(releve.memoire, PREFIXE + origine.genre).length > 0;

/** Clôt une sauvegarde qu'une coupure a laissée, telle qu'elle est : la feuille ne reste ni vide ni en suspens. */
export function* closSauvegarde(releve: Releve, origine: Origine): Suite<void> {
  const marque = neuve(origine);
  const nom = sauvegardeLaissee(releve, origine);
  const journal = fermeJournal(releve.memoire, marque.genre);
  if (nom === null) {
    if (journal.length > 0) yield* ecris(journal);
    return;
  }
  const vide = releve.feuilles.find((feuille) => feuille.nom === nom)?.lignes === 0;
  yield* ecris([
    { genre: 'marquer', feuille: nom, marque: ecrisMarque(marque) }, BARRIERE,
    ...(vide ? [{ genre: 'ecrire', feuille: nom, ligne: origine.etendue.lignes + 2, colonne: 1, valeurs: versCellules([[SANS_OBJET]]) } as const, BARRIERE] : []),
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...marque, etat: 'ok' }) }, BARRIERE,
    ...journal,
  ]);
}
