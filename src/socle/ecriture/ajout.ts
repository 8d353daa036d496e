// Ajouter une ligne au pied d'une liste que la personne a désignée : dans des cellules que l'on vient de lire vides, une seule fois.
import { adresse, estVide, type Cellule } from '../cellule';
import type { Modification } from '../classeur';
import { erreur } from '../erreurs';
import type { CompteRendu } from '../outil';
import { ecris, lis, type Suite } from '../suite';
import { versCellule } from './cellule-sure';

export type Ajout = {
  readonly feuille: string;
  /** Ligne d'en-tête de la liste. */
  readonly entete: number;
  /** Colonne du numéro : c'est lui qui dit si la ligne est déjà là. */
  readonly colonneNumero: number;
  /** Jamais vide. */
  readonly numero: string;
  /** Les autres cellules, par colonne. */
  readonly valeurs: ReadonlyMap<number, Cellule>;
};

const meme = (lue: Cellule | undefined, voulue: Cellule): boolean => String(lue ?? '').trim() === String(voulue).trim();

/**
 * Le numéro s'écrit d'abord, seul : une coupure laisse soit rien, soit une ligne que le même ajout reconnaît et complète.
 * @throws ErreurClasseur feuille absente ou protégée, numéro déjà pris par une autre ligne, valeur que le tableur n'a pas gardée
 */
export function* ajouteLigne({ feuille, entete, colonneNumero, numero, valeurs }: Ajout): Suite<CompteRendu> {
  const depart = yield* lis({});
  const cible = depart.feuilles.find(({ nom }) => nom === feuille);
  if (cible === undefined) throw erreur(`La feuille « ${feuille} » n’existe plus`, 'Désignez de nouveau la liste');
  if (cible.protegee) throw erreur(`La feuille « ${feuille} » est protégée ; rien n’a été changé`, 'Ôtez la protection, ou demandez à la personne qui l’a posée');
  const largeur = Math.max(cible.colonnes, colonneNumero, ...valeurs.keys());
  const hauteur = Math.max(0, cible.lignes - entete) + 1;
  const { plages } = yield* lis({ zones: [{ feuille, ligne: entete + 1, colonne: 1, lignes: hauteur, colonnes: largeur }] });
  const lignes = plages[0] ?? [];

  const deja = lignes.findIndex((ligne) => meme(ligne[colonneNumero - 1], numero));
  const pied = lignes.reduce((derniere, ligne, i) => (ligne.some((valeur) => !estVide(valeur)) ? i + 1 : derniere), 0);
  const rang = deja >= 0 ? deja : pied;
  const numeroLigne = entete + 1 + rang;
  const enPlace = lignes[rang] ?? [];
  const manquantes = [...valeurs].filter(([colonne, valeur]) => !estVide(valeur) && !meme(enPlace[colonne - 1], valeur));
  // Au pied, la ligne est vide : seul un numéro déjà là peut avoir d'autres valeurs à côté de lui.
  if (manquantes.some(([colonne]) => !estVide(enPlace[colonne - 1]))) throw erreur(`Le numéro ${numero} est déjà pris par une autre ligne ; rien n’a été changé`, 'Choisissez un autre numéro', adresse(feuille, numeroLigne, colonneNumero));
  if (deja >= 0 && manquantes.length === 0) return { message: `La ligne ${numero} est déjà enregistrée.`, feuille, ecrit: false };

  const pose = (colonne: number, valeur: Cellule): Modification => ({ genre: 'ecrire', feuille, ligne: numeroLigne, colonne, valeurs: [[versCellule(valeur)]] });
  yield* ecris([...(deja >= 0 ? [] : [pose(colonneNumero, numero), { genre: 'barriere' } as const]), ...manquantes.map(([colonne, valeur]) => pose(colonne, valeur))]);

  const apres = yield* lis({ zones: [{ feuille, ligne: numeroLigne, colonne: 1, lignes: 1, colonnes: largeur }] });
  const lue = apres.plages[0]?.[0] ?? [];
  const fautive = [[colonneNumero, numero] as const, ...valeurs].find(([colonne, valeur]) => !estVide(valeur) && !meme(lue[colonne - 1], valeur));
  if (fautive !== undefined) throw erreur('Le tableur n’a pas gardé ce qui devait être écrit', 'Vérifiez cette ligne, puis recommencez', adresse(feuille, numeroLigne, fautive[0]));
  return { message: `La ligne ${numero} est ajoutée en ${adresse(feuille, numeroLigne, colonneNumero)}.`, feuille, ecrit: true };
}
