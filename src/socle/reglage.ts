// Les réglages d'un outil : une clef, une valeur par défaut, d'où elle vient, et comment lire ce que la personne a saisi.
import { erreur } from './erreurs';
import { sansAccents } from './normalise';

/** Comment un formulaire fait saisir un réglage. */
export type Forme =
  | { readonly genre: 'entier'; readonly mini: number; readonly maxi: number }
  | { readonly genre: 'choix'; readonly choix: readonly { readonly valeur: string; readonly libelle: string }[] }
  | { readonly genre: 'date' }
  | { readonly genre: 'texte'; readonly exemple: string }
  /** Une feuille du classeur, par son nom. */
  | { readonly genre: 'onglet' }
  /** Une valeur pour certaines colonnes de la feuille lue : « C=ordinale;D=ratio ». */
  | { readonly genre: 'par-colonne'; readonly choix: readonly string[]; readonly exemple: string }
  /** Des paires de colonnes de la feuille lue : « D;B|E;B ». */
  | { readonly genre: 'paires'; readonly exemple: string };

export type Reglage<T> = {
  readonly libelle: string;
  /** D'où vient la valeur par défaut : un texte, ou notre décision. */
  readonly source: string;
  readonly defaut: T;
  readonly forme: Forme;
  /** Lit la valeur saisie ; une saisie incompréhensible lève une phrase qui nomme la clef. */
  lis(texte: string, clef: string): T;
};

const refus = (clef: string, texte: string, attendu: string) => erreur(`Le réglage « ${clef} » ne peut pas valoir « ${texte} »`, `Donnez ${attendu}`);

/** Dix ans : au-delà un nombre de jours est une faute de frappe, et les échéances sortiraient du calendrier. */
const JOURS_MAX = 3650;

export const entier = (libelle: string, defaut: number, source: string, mini = 0, maxi = JOURS_MAX): Reglage<number> => ({
  libelle, source, defaut, forme: { genre: 'entier', mini, maxi },
  lis: (texte, clef) => {
    if (!/^\d+$/.test(texte.trim()) || Number(texte) < mini || Number(texte) > maxi) throw refus(clef, texte, `un nombre entier de ${mini} à ${maxi}`);
    return Number(texte);
  },
});

export const entiers = (libelle: string, defaut: readonly number[], source: string): Reglage<readonly number[]> => ({
  libelle, source, defaut, forme: { genre: 'texte', exemple: defaut.join(';') },
  lis: (texte, clef) => {
    const nombres = texte.split(/[;,\s]+/).filter(Boolean);
    if (nombres.length === 0 || nombres.some((mot) => !/^[1-9]\d*$/.test(mot) || Number(mot) > JOURS_MAX)) throw refus(clef, texte, `des nombres entiers de 1 à ${JOURS_MAX} séparés par « ; », par exemple « 8;15;30 »`);
    return [...new Set(nombres.map(Number))].sort((a, b) => a - b);
  },
});

const OUI_NON: Forme = { genre: 'choix', choix: [{ valeur: 'oui', libelle: 'Oui' }, { valeur: 'non', libelle: 'Non' }] };

export const ouiNon = (libelle: string, defaut: boolean, source: string): Reglage<boolean> => ({
  libelle, source, defaut, forme: OUI_NON,
  lis: (texte, clef) => {
    const mot = sansAccents(texte);
    if (!/^(oui|non|o|n|vrai|faux|1|0)$/.test(mot)) throw refus(clef, texte, '« oui » ou « non »');
    return /^(oui|o|vrai|1)$/.test(mot);
  },
});

/** Ce qui reste d'un choix quand on ôte ce que chacun écrit à sa façon : casse, accents, pluriel, tiret, « jours ». */
const clefDeChoix = (texte: string): string =>
  sansAccents(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^ ?(en )?jours? /, '')
    .replace(/s\b/g, '')
    .trim();

/** La valeur que désigne un texte (« Jours-ouvrés » → ouvres), ou null. */
export const choisis = <C extends string>(texte: string, possibles: readonly C[]): C | null => possibles.find((possible) => clefDeChoix(possible) === clefDeChoix(texte)) ?? null;

/** @param libelles ce que la personne lit pour chaque valeur */
export const choix = <const C extends string>(libelle: string, possibles: readonly C[], defaut: C, source: string, libelles: Readonly<Record<C, string>>): Reglage<C> => ({
  libelle, source, defaut, forme: { genre: 'choix', choix: possibles.map((valeur) => ({ valeur, libelle: libelles[valeur] })) },
  lis: (texte, clef) => {
    const trouve = choisis(texte, possibles);
    if (trouve === null) throw refus(clef, texte, `l’une de ces valeurs : ${possibles.join(', ')}`);
    return trouve;
  },
});

/** Un réglage lu par une fonction du socle (zone, date…) ; null quand la personne ne l'a pas rempli. */
export const lu = <T>(libelle: string, defaut: T, source: string, lis: (texte: string, clef: string) => T, forme: Forme = { genre: 'texte', exemple: '' }): Reglage<T> => ({ libelle, source, defaut, forme, lis });

export const texte = (libelle: string, source: string, forme?: Forme): Reglage<string | null> => lu<string | null>(libelle, null, source, (saisi) => saisi.trim() || null, forme);

/** Une valeur par défaut telle qu'on la saisirait ; '' quand elle n'en est pas une. */
export const enSaisie = (valeur: unknown): string => {
  if (valeur === null || valeur === undefined) return '';
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  return Array.isArray(valeur) ? valeur.join(';') : String(valeur);
};

export type Reglages<R> = { readonly [C in keyof R]: R[C] extends Reglage<infer T> ? T : never };

/** Ce que la personne a saisi, clef par clef, tel qu'elle l'a saisi : c'est aussi ce que le classeur garde en mémoire. Rien de saisi vaut la valeur par défaut. */
export type Saisies = Readonly<Record<string, string>>;

/**
 * Les réglages d'un outil à partir des saisies ; une clef inconnue est une faute de frappe, pas un réglage ignoré.
 * @param autres clefs que l'outil lit lui-même (« colonne.reception »)
 */
export const lisReglages = <R extends Readonly<Record<string, Reglage<unknown>>>>(definitions: R, saisies: Saisies, autres: (clef: string) => boolean = () => false): Reglages<R> => {
  for (const clef of Object.keys(saisies)) {
    // `in` trouverait aussi « constructor » ou « toString », que tout objet porte.
    if (Object.prototype.hasOwnProperty.call(definitions, clef) || autres(clef)) continue;
    throw erreur(`Le réglage « ${clef} » n’existe pas`, `Choisissez parmi : ${Object.keys(definitions).join(', ')}`);
  }
  const valeurs = Object.keys(definitions).map((clef) => {
    const definition = definitions[clef] as Reglage<unknown>;
    const saisie: string | undefined = saisies[clef];
    return [clef, saisie === undefined || saisie.trim() === '' ? definition.defaut : definition.lis(saisie, clef)];
  });
  return Object.fromEntries(valeurs) as Reglages<R>;
};
