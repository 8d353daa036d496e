// Un objet de Google dont chaque membre non modélisé lève, et dont chaque appel compte.

/** Ce que l'on modélise d'un type de Google : les noms et les arguments sont ceux de @types/google-apps-script. */
export type Modele<T> = { [K in keyof T]?: T[K] extends (...args: infer A) => unknown ? (...args: A) => unknown : unknown };

export type Compte = { appels: number; parNom: Map<string, number> };

/** @param compte chaque appel de membre y compte pour un appel de service */
export const strict = <T>(nom: string, membres: Modele<T>, compte?: Compte): T =>
  new Proxy(membres as object, {
    get: (cible, clef) => {
      if (typeof clef === 'symbol' || clef === 'toJSON' || clef === 'then') return Reflect.get(cible, clef) as unknown;
      if (!(clef in cible)) throw new TypeError(`${nom}.${clef} n’est pas modélisé`);
      const membre = Reflect.get(cible, clef) as unknown;
      if (typeof membre === 'function' && compte !== undefined) {
        compte.appels++;
        compte.parNom.set(clef, (compte.parNom.get(clef) ?? 0) + 1);
      }
      return membre;
    },
    set: (_, clef) => {
      throw new TypeError(`${nom}.${String(clef)} ne s’écrit pas`);
    },
  }) as T;
