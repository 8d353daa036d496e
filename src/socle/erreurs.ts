// La seule fabrique d'erreurs : une phrase française qui dit quoi, où et que faire.

/** Une erreur que l'on montre telle quelle à la personne. */
export class ErreurClasseur extends Error {
  readonly adresse: string | null;
  constructor(message: string, adresse: string | null) {
    super(message);
    this.name = 'ErreurClasseur';
    this.adresse = adresse;
  }
}

/** Une saisie de la personne qui ne convient pas : c'est elle qu'il faut changer, pas le fichier. */
export class ErreurReglage extends ErreurClasseur {}

/** La personne a annulé avant que rien ne soit écrit : ni un refus, ni une panne ; aucun travail ne la rattrape. */
export class ErreurAnnulation extends ErreurClasseur {
  constructor() {
    super('C’est annulé : rien n’a été modifié. Relancez quand vous voulez.', null);
  }
}

/**
 * @param quoi ce qui se passe, phrase sans point final
 * @param aFaire ce que la personne peut faire, phrase à l'impératif sans point final
 * @param adresse la cellule en cause (« Suivi!C37 »), s'il y en a une
 */
export const erreur = (quoi: string, aFaire: string, adresse: string | null = null): ErreurClasseur =>
  new ErreurClasseur(`${adresse ? `${adresse} : ` : ''}${quoi}. ${aFaire}.`, adresse);

/** Comme `erreur`, quand la cause est un réglage que la personne vient de donner. */
export const erreurDeReglage = (quoi: string, aFaire: string): ErreurReglage => new ErreurReglage(`${quoi}. ${aFaire}.`, null);
