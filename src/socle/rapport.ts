// Écrit un rapport : une feuille à nous, calculée en entier, réécrite en place. Une feuille n'est à nous que si elle porte notre marque.
import type { Feuille, Modification } from './classeur';
import type { Plage, Zone } from './cellule';
import { estVide } from './cellule';
import { empreinte } from './empreinte';
import { erreur } from './erreurs';
import { retiens } from './memoire';
import type { CompteRendu } from './outil';
import type { Saisies } from './reglage';
import { ecris, lis, type Suite } from './suite';

/** Le contenu d'une feuille de rapport, prêt à être posé en A1 d'une feuille qui s'appellera `nom`. */
export type FeuilleDeRapport = {
  readonly valeurs: Plage;
  readonly largeur: number;
  /** Tout ce qui n'est pas une valeur : styles, largeurs, graphiques, mise en page. */
  readonly habillage: (nom: string) => readonly Modification[];
};

export type Rapport = {
  /** Ce que la marque dit de la feuille : « demandes-ecrites.resultats ». */
  readonly genre: string;
  readonly nom: string;
  readonly outil: string;
  readonly saisies: Saisies;
  readonly feuille: FeuilleDeRapport;
};

type Marque = { readonly v: 1; readonly genre: string; readonly lignes: number; readonly colonnes: number; readonly empreinte: string };

const lisMarque = (texte: string | null): Marque | null => {
  if (texte === null) return null;
  try {
    const lue = JSON.parse(texte) as Partial<Marque>;
    return lue.v === 1 && typeof lue.genre === 'string' ? (lue as Marque) : null;
  } catch {
    return null;
  }
};

/** « Résultats », ou « Résultats (2) » quand la personne a déjà un onglet de ce nom : on n'écrit jamais dans le sien. */
const nomLibre = (nom: string, feuilles: readonly Feuille[]): string => {
  const pris = new Set(feuilles.map((feuille) => feuille.nom.toLowerCase()));
  let libre = nom;
  for (let n = 2; pris.has(libre.toLowerCase()); n++) libre = `${nom} (${n})`;
  return libre;
};

const rectangle = (valeurs: Plage, largeur: number): Plage => valeurs.map((ligne) => Array.from({ length: largeur }, (_, i) => ligne[i] ?? null));

/** Des cellules remplies par quelqu'un dans les lignes dont le rapport a besoin, hors de ce que nous avions écrit. */
const occupees = (plage: Plage, hauteurAncienne: number, largeurAncienne: number): boolean =>
  plage.some((ligne, i) => ligne.some((valeur, j) => (i >= hauteurAncienne || j >= largeurAncienne) && !estVide(valeur)));

/** Écrit ou met à jour la feuille ; les mêmes données ne font écrire aucun octet. */
export function* ecrisRapport({ genre, nom, outil, saisies, feuille }: Rapport): Suite<CompteRendu> {
  const { feuilles, memoire } = yield* lis({});
  const existante = feuilles.find(({ marque }) => lisMarque(marque)?.genre === genre);
  const cible = existante?.nom ?? nomLibre(nom, feuilles);
  const ancienne = lisMarque(existante?.marque ?? null);
  const valeurs = rectangle(feuille.valeurs, feuille.largeur);
  const habillage = feuille.habillage(cible);
  const nouvelle: Marque = { v: 1, genre, lignes: valeurs.length, colonnes: feuille.largeur, empreinte: empreinte(JSON.stringify([valeurs, habillage])) };
  const souvenir = retiens(memoire, outil, saisies);

  const hauteur = Math.max(valeurs.length, ancienne?.lignes ?? 0);
  const largeur = Math.max(feuille.largeur, ancienne?.colonnes ?? 0);
  if (existante && ancienne) {
    const zone: Zone = { feuille: cible, ligne: 1, colonne: 1, lignes: hauteur, colonnes: largeur };
    const { plages } = yield* lis({ zones: [zone] });
    const enPlace = plages[0] ?? [];
    if (occupees(enPlace, ancienne.lignes, ancienne.colonnes)) throw erreur(`Quelqu’un a écrit dans les lignes dont « ${cible} » a besoin ; rien n’a été changé`, 'Déplacez ces cellules plus bas, puis recommencez');
    const identique = ancienne.empreinte === nouvelle.empreinte && valeurs.every((ligne, i) => ligne.every((valeur, j) => memeValeur(valeur, enPlace[i]?.[j])));
    if (identique && souvenir === null) return { message: `« ${cible} » est déjà à jour : rien n’a été écrit.`, feuille: cible, ecrit: false };
  }

  const lot: Modification[] = [];
  if (!existante) lot.push({ genre: 'creer-feuille', feuille: cible });
  if (ancienne) lot.push({ genre: 'vider', zone: { feuille: cible, ligne: 1, colonne: 1, lignes: hauteur, colonnes: largeur } });
  lot.push({ genre: 'ecrire', feuille: cible, ligne: 1, colonne: 1, valeurs }, ...habillage, { genre: 'marquer', feuille: cible, marque: JSON.stringify(nouvelle) });
  if (souvenir) lot.push(souvenir);
  yield* ecris(lot);
  return { message: existante ? `« ${cible} » est à jour.` : `L’onglet « ${cible} » est créé.`, feuille: cible, ecrit: true };
}

const memeValeur = (voulue: unknown, enPlace: unknown): boolean => (estVide(voulue) ? estVide(enPlace) : voulue === enPlace);
