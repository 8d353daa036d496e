// Des durées entières comptées par valeur : moyenne, médiane et centiles exacts en un passage, sans trier.
// Les délais sont de petits entiers : un compteur par valeur coûte moins que de garder et trier toutes les valeurs.

export type Histogramme = {
  ajoute(valeur: number): void;
  /** Ajoute les valeurs d'un autre. @param autres combien de 0, de 1, de 2… */
  verse(autres: Int32Array): void;
  effectif(): number;
  /** Null sans valeur. */
  moyenne(): number | null;
  /** Quantile de type 7 (CENTILE.INCLURE), `part` entre 0 et 1 ; null sans valeur. */
  quantile(part: number): number | null;
  /** Combien de 0, de 1, de 2… : de quoi réunir plusieurs histogrammes. */
  comptes(): Int32Array;
};

/** Ce que l'on tire d'un histogramme : la moyenne, ou le quantile de cette part. */
export type Tirage = 'moyenne' | number;

export const tire = (de: Histogramme, quoi: Tirage): number | null => (quoi === 'moyenne' ? de.moyenne() : de.quantile(quoi));

/** Pour des entiers positifs ou nuls. @param depart combien il y a déjà de 0, de 1, de 2… */
export const histogramme = (depart?: Int32Array): Histogramme => {
  let comptes = new Int32Array(128);
  let effectif = 0;
  let somme = 0;

  const agrandis = (taille: number): void => {
    const plusGrand = new Int32Array(Math.max(taille, comptes.length * 2));
    plusGrand.set(comptes);
    comptes = plusGrand;
  };

  const ajoute = (valeur: number): void => {
    if (valeur >= comptes.length) agrandis(valeur + 1);
    comptes[valeur] = (comptes[valeur] as number) + 1;
    effectif++;
    somme += valeur;
  };

  const verse = (autres: Int32Array): void => {
    if (autres.length > comptes.length) agrandis(autres.length);
    autres.forEach((nombre, valeur) => {
      comptes[valeur] = (comptes[valeur] as number) + nombre;
      effectif += nombre;
      somme += nombre * valeur;
    });
  };

  if (depart !== undefined) verse(depart);

  /** La valeur de rang `rang` (de 0 à effectif − 1) dans l'ordre croissant. */
  const deRang = (rang: number): number => {
    let valeur = 0;
    for (let vus = comptes[0] as number; vus <= rang; ) vus += comptes[++valeur] as number;
    return valeur;
  };

  const quantile = (part: number): number | null => {
    if (effectif === 0) return null;
    const position = (effectif - 1) * part;
    const rang = Math.floor(position);
    const bas = deRang(rang);
    return bas + (position - rang) * (deRang(Math.ceil(position)) - bas);
  };

  return { ajoute, verse, comptes: () => comptes, effectif: () => effectif, moyenne: () => (effectif === 0 ? null : somme / effectif), quantile };
};
