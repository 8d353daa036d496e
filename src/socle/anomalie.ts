// Un doute sur les données : où il est, combien il pèse, et une phrase qui dit quoi faire.

/** erreur : la ligne est laissée de côté · avertissement : elle est comptée, à vérifier · information : rien à corriger. */
export type Gravite = 'erreur' | 'avertissement' | 'information';

export type Anomalie = {
  /** « Suivi!F15 », la ligne comme dans le fichier. */
  readonly adresse: string;
  readonly gravite: Gravite;
  readonly message: string;
};
