// Changer des cellules d'une ligne que la personne tient, à sa demande : seulement celles qui sont encore ce qu'elle avait sous les yeux.
import { adresse, estVide, type Cellule } from '../cellule';
import type { Modification, Releve } from '../classeur';
import { erreur } from '../erreurs';
import type { CompteRendu } from '../outil';
import { ecris, lis, type Suite } from '../suite';
import { versCellule } from './cellule-sure';
import { refusDesVerrous } from './verrous';

export type Changement = { readonly colonne: number; readonly avant: Cellule; readonly apres: Cellule };

export type ModificationDeLigne = {
  readonly feuille: string;
  readonly ligne: number;
  /** Ce qui dit que c'est bien cette ligne : la colonne de sa clef et ce qu'elle y porte. */
  readonly colonneClef: number;
  readonly clef: Cellule;
  readonly changements: readonly Changement[];
};

const meme = (a: Cellule | undefined, b: Cellule): boolean => (estVide(a) ? '' : String(a).trim()) === (estVide(b) ? '' : String(b).trim());

/** @throws ErreurClasseur la ligne a bougé, une cellule a changé entre-temps, la feuille est protégée : rien n'est écrit */
export function* modifieLigne({ feuille, ligne, colonneClef, clef, changements }: ModificationDeLigne): Suite<CompteRendu> {
  const largeur = Math.max(colonneClef, ...changements.map(({ colonne }) => colonne));
  const zone = { feuille, ligne, colonne: 1, lignes: 1, colonnes: largeur };
  const { feuilles, plages }: Releve = yield* lis({ zones: [zone], verrous: true });
  const cible = feuilles.find(({ nom }) => nom === feuille);
  if (cible === undefined) throw erreur(`La feuille « ${feuille} » n’existe plus`, 'Recommencez');
  if (cible.protegee) throw erreur(`La feuille « ${feuille} » est protégée ; rien n’a été changé`, 'Ôtez la protection, ou demandez à la personne qui l’a posée');
  const lue = plages[0]?.[0] ?? [];
  const clefTenue = changements.find(({ colonne }) => colonne === colonneClef);
  if (!meme(lue[colonneClef - 1], clef) && !(clefTenue !== undefined && meme(lue[colonneClef - 1], clefTenue.apres))) throw erreur('Le plan vient de changer ; rien n’a été écrit', 'Recommencez', adresse(feuille, ligne, colonneClef));
  const reste = changements.filter(({ colonne, apres }) => !meme(lue[colonne - 1], apres));
  const changee = reste.find(({ colonne, avant }) => !meme(lue[colonne - 1], avant));
  if (changee !== undefined) throw erreur('Quelqu’un vient de changer cette cellule ; rien n’a été écrit', 'Recommencez', adresse(feuille, ligne, changee.colonne));
  const ferme = refusDesVerrous(cible, reste.map(({ colonne }) => ({ ligne, colonne, lignes: 1, colonnes: 1 })));
  if (ferme !== null) throw ferme;
  if (reste.length === 0) return { message: `La ligne ${ligne} est déjà ainsi.`, feuille, ecrit: false };

  yield* ecris(reste.map(({ colonne, apres }): Modification => ({ genre: 'ecrire', feuille, ligne, colonne, valeurs: [[versCellule(apres)]] })));
  const apres: Releve = yield* lis({ zones: [zone] });
  const fautive = reste.find(({ colonne, apres: voulue }) => !meme(apres.plages[0]?.[0]?.[colonne - 1], voulue));
  if (fautive !== undefined) throw erreur('Le tableur n’a pas gardé ce qui devait être écrit', 'Vérifiez cette ligne, puis recommencez', adresse(feuille, ligne, fautive.colonne));
  return { message: `La ligne ${ligne} de « ${feuille} » est à jour.`, feuille, ecrit: true };
}
