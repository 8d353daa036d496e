// Le tableau des réponses : où il est, ses questions, ses lignes.
import { estVide, type Cellule, type Plage } from '../../socle/cellule';
import type { Feuille, Releve } from '../../socle/classeur';
import { erreur } from '../../socle/erreurs';
import { sansAccents } from '../../socle/normalise';
import { lis, type Suite } from '../../socle/suite';
import { estLibelleDeTotal } from '../../socle/tableau/lignes';
import { echelleDe } from './echelles';

export type Table = { readonly feuille: string; readonly entete: number; readonly titres: readonly string[]; readonly lignes: readonly (readonly Cellule[])[]; /** La ligne de la feuille où est chaque réponse. */ readonly rangs: readonly number[]; readonly coupee: boolean };

const LIGNES_MAX = 100_000;
const COLONNES_MAX = 200;
const ENQUETE = /enquet|question|reponse|satisf|sondage|\bavis\b|barometre|evaluation/;

const estTexte = (valeur: Cellule | undefined): boolean => typeof valeur === 'string' && valeur.trim() !== '';
const remplies = (ligne: readonly Cellule[] | undefined): number => (ligne ?? []).filter((v) => !estVide(v)).length;

/** La première ligne de titres : presque toute en textes différents, aussi large que le tableau, avec des réponses dessous. */
const ligneDesQuestions = (tete: Plage): number | null => {
  const largeur = Math.max(0, ...tete.map(remplies));
  if (largeur < 2) return null;
  const rang = tete.findIndex((ligne, i) => {
    const titres = ligne.filter(estTexte).map((v) => sansAccents(String(v)));
    return titres.length >= Math.max(2, 0.7 * largeur) && titres.length >= 0.9 * remplies(ligne) && new Set(titres).size === titres.length && remplies(tete[i + 1]) > 0;
  });
  return rang < 0 ? null : rang + 1;
};

/** Une feuille d'enquête par son nom, ou parce qu'une de ses colonnes est une échelle d'opinion. */
const ressembleAUneEnquete = ({ nom, tete }: Feuille): boolean => {
  const entete = ligneDesQuestions(tete);
  if (entete === null) return false;
  if (ENQUETE.test(sansAccents(nom))) return true;
  const dessous = tete.slice(entete);
  return (tete[entete - 1] ?? []).some((_, j) => {
    const mots = [...new Set(dessous.map((ligne) => ligne[j]).filter(estTexte).map((v) => sansAccents(String(v))))];
    const echelle = echelleDe(mots);
    return echelle !== null && echelle.length > 2;
  });
};

export const feuilleDEnquete = (feuilles: readonly Feuille[], voulue: string | null): Feuille | null => {
  const lisibles = feuilles.filter(({ marque }) => marque === null);
  if (voulue === null) return lisibles.find((feuille) => !feuille.masquee && ressembleAUneEnquete(feuille)) ?? null;
  const trouvee = lisibles.find(({ nom }) => sansAccents(nom) === sansAccents(voulue));
  if (trouvee === undefined) throw erreur(`Le classeur n’a pas de feuille « ${voulue} »`, `Choisissez parmi : ${lisibles.map(({ nom }) => nom).join(', ')}`);
  return trouvee;
};

export function* lisTable(feuille: Feuille, enteteVoulue: number | null): Suite<Table> {
  const entete = enteteVoulue ?? ligneDesQuestions(feuille.tete);
  if (entete === null) throw erreur(`La feuille « ${feuille.nom} » n’a pas de ligne de questions reconnue`, 'Donnez le numéro de cette ligne (réglage « entete »)');
  const nombre = Math.min(Math.max(0, feuille.lignes - entete) + 1, LIGNES_MAX + 1);
  const { plages }: Releve = yield* lis({ zones: [{ feuille: feuille.nom, ligne: entete, colonne: 1, lignes: nombre, colonnes: Math.min(Math.max(1, feuille.colonnes), COLONNES_MAX) }] });
  const [titres = [], ...lignes] = plages[0] ?? [];
  const estUneReponse = (ligne: readonly Cellule[]): boolean => {
    const premiere = ligne.find((v) => !estVide(v));
    return premiere !== undefined && !(typeof premiere === 'string' && estLibelleDeTotal(premiere) && remplies(ligne) < remplies(titres) / 2 + 1);
  };
  const retenues = lignes.map((ligne, i) => ({ ligne, rang: entete + 1 + i })).filter(({ ligne }) => estUneReponse(ligne));
  return { feuille: feuille.nom, entete, titres: titres.map((v) => (estVide(v) ? '' : String(v).trim())), lignes: retenues.map(({ ligne }) => ligne), rangs: retenues.map(({ rang }) => rang), coupee: feuille.lignes - entete > LIGNES_MAX };
}

/** La table sans ces lignes de la feuille. */
export const sansLignes = (table: Table, ecartees: ReadonlySet<number>): Table => {
  const garde = table.rangs.map((rang) => !ecartees.has(rang));
  return { ...table, lignes: table.lignes.filter((_, i) => garde[i]), rangs: table.rangs.filter((_, i) => garde[i]) };
};
