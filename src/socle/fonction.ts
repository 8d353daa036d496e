// Une fonction de feuille, définie une seule fois : nom, aide, paramètres, exemples qui servent de tests, et un seul calcul.
import type { Cellule } from './cellule';
import { erreur } from './erreurs';
import { versArgument, type Genres, type LisDate } from './argument';

export type Parametre<G extends keyof Genres = keyof Genres> = {
  readonly nom: string;
  readonly genre: G;
  readonly aide: string;
  readonly facultatif: boolean;
  /** Ce qu'un volet propose d'y mettre : une colonne reconnue (« reception »), la date d'arrêté (« arrete ») ou un réglage (« reglage.unite »). */
  readonly source?: string;
};

const parametre = <G extends keyof Genres>(genre: G) => (nom: string, aide: string): Parametre<G> => ({ nom, genre, aide, facultatif: false });

export const plage = parametre('plage');
export const bloc = parametre('bloc');
export const cellule = parametre('cellule');
export const date = parametre('date');
export const dateDeRegistre = parametre('dateDeRegistre');
export const nombre = parametre('nombre');
export const texte = parametre('texte');

export const depuis = <G extends keyof Genres>(source: string, definition: Parametre<G>): Parametre<G> => ({ ...definition, source });

/** Un paramètre omis, vide ou null arrive au calcul comme null. */
export const facultatif = <G extends keyof Genres>(definition: Parametre<G>): Parametre<G> => ({ ...definition, facultatif: true });

type Valeurs<P extends readonly Parametre[]> = { [I in keyof P]: Genres[P[I]['genre']] | null };

/** Ce que rend le calcul ; null devient une cellule vide. Une date est un jour, que chaque hôte rend comme une date. */
export type Resultat = Cellule | readonly (readonly Cellule[])[];

type Exemple = {
  /** Une phrase : ce que la personne cherche. */
  readonly phrase: string;
  readonly args: readonly unknown[];
  /** Le résultat attendu ; une date s'écrit jj/mm/aaaa. */
  readonly donne: Resultat;
};

export type Fonction = {
  readonly nom: string;
  readonly resume: string;
  readonly rend: 'nombre' | 'taux' | 'date' | 'texte' | 'logique' | 'tableau';
  readonly parametres: readonly Parametre[];
  readonly exemples: readonly Exemple[];
  /**
   * Vrai quand un 0 y est une valeur, à ne pas confondre avec une cellule vide. Excel de bureau donne 0 pour une cellule vide : son hôte
   * doit relire les cellules elles-mêmes, ou refuser par une phrase une plage où il voit un 0. Jamais un vide compté comme 0 sans le dire.
   */
  readonly zeroEstUneValeur?: true;
  /** « gardee » : une colonne entière arrive telle quelle, cellules vides comprises ; sinon l'hôte la coupe à sa dernière cellule remplie. */
  readonly colonneEntiere?: 'gardee';
  /** Une fonction que l'on confond avec celle-ci : l'aide de chacune nomme l'autre. */
  readonly voirAussi?: string;
  /**
   * Le même calcul sans passer par la lecture commune, quand les arguments de l'hôte sont assez simples ; undefined sinon. Jamais une autre
   * réponse, ni un refus : seulement la même, plus vite.
   */
  readonly rapide?: (args: readonly unknown[]) => Resultat | undefined;
  calcule(...args: readonly unknown[]): Resultat;
};

/** Déclare une fonction de feuille ; les types des arguments du calcul viennent des paramètres. */
export const fonction = <const P extends readonly Parametre[]>(definition: Omit<Fonction, 'parametres' | 'calcule'> & { readonly parametres: P; calcule(...args: Valeurs<P>): Resultat }): Fonction =>
  definition as unknown as Fonction;

/** TAUX_REPONSE(receptions; reponses; [moins_de]) : la forme française, « ; » et facultatifs entre crochets. */
export const signature = ({ nom, parametres }: Fonction): string => `${nom}(${parametres.map((p) => (p.facultatif ? `[${p.nom}]` : p.nom)).join('; ')})`;

const enCellule = (valeur: Cellule): Cellule => {
  if (valeur === null) return '';
  if (typeof valeur === 'number' && !Number.isFinite(valeur)) throw erreur('Le calcul n’a pas de résultat', 'Vérifiez les valeurs données à la fonction');
  return valeur;
};

const enCellules = (rendu: Resultat): Resultat => (Array.isArray(rendu) ? (rendu as readonly (readonly Cellule[])[]).map((ligne) => ligne.map(enCellule)) : enCellule(rendu as Cellule));

/**
 * Appelle une fonction avec les arguments de l'hôte : c'est la seule porte, dans tous les hôtes.
 * Une omission est null ou undefined, une cellule vide '', null ou 0, une plage d'une cellule peut arriver seule.
 * @param lisDate comment l'hôte lit ses objets Date (fuseau du classeur) ; à défaut, leurs jour, mois et année locaux
 * @throws ErreurClasseur une phrase française, à montrer telle quelle
 */
export const appelle = (definition: Fonction, args: readonly unknown[], lisDateObjet?: LisDate): Resultat => {
  if (args.length > definition.parametres.length) throw erreur(`${definition.nom} a reçu ${args.length} arguments`, `Écrivez =${signature(definition)}`);
  const vite = definition.rapide?.(args);
  if (vite !== undefined) return enCellules(vite);
  const lus = definition.parametres.map((p, i) => versArgument(args[i], p, definition.nom, lisDateObjet));
  return enCellules(definition.calcule(...lus));
};
