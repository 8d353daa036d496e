// Un objet de l'hôte, vu du fil : ce qui n'est pas dans sa table n'existe pas, et l'hôte le dit.

/** Une erreur que l'hôte rend à la bibliothèque, avec le code d'Excel. */
export class ErreurHote extends Error {
  constructor(readonly code: string, message = code) {
    super(message);
  }
}
export const introuvable = (quoi: string): ErreurHote => new ErreurHote('ItemNotFound', quoi);
export const invalide = (quoi: string): ErreurHote => new ErreurHote('InvalidArgument', quoi);
export const nonModelise = (quoi: string): ErreurHote => new ErreurHote('NonModelise', quoi);

/** Une valeur rendue par une méthode (ClientResult), à ne pas confondre avec un objet. */
export class Valeur {
  constructor(readonly v: unknown) {}
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- ce qui vient du fil n'a pas de type
type Libre = any;

export type Objet = {
  readonly classe: string;
  readonly id?: string;
  readonly lis?: Readonly<Record<string, () => unknown>>;
  readonly ecris?: Readonly<Record<string, (valeur: Libre) => void>>;
  readonly mene?: Readonly<Record<string, () => Objet>>;
  /** Rend un objet, un objet nul (null), une Valeur, ou rien. */
  readonly appelle?: Readonly<Record<string, (...args: Libre[]) => Objet | Valeur | null | void>>;
  readonly element?: (clef: Libre) => Objet;
  readonly elements?: () => readonly Objet[];
};

/** Un sac de propriétés de forme, sans effet que d'être retenues ; seules celles nommées sont acceptées. */
export const sac = (classe: string, etat: Record<string, unknown>, proprietes: readonly string[], sousSacs: Readonly<Record<string, readonly string[]>> = {}): Objet => ({
  classe,
  lis: Object.fromEntries(proprietes.map((nom) => [nom, () => etat[nom] ?? null])),
  ecris: Object.fromEntries(proprietes.map((nom) => [nom, (valeur: unknown) => void (etat[nom] = valeur)])),
  mene: Object.fromEntries(Object.entries(sousSacs).map(([nom, siennes]) => [nom, () => sac(`${classe}.${nom}`, (etat[nom] ??= {}) as Record<string, unknown>, siennes)])),
});
