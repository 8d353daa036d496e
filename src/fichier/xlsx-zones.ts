// Lit des zones d'une feuille en un seul passage : seules les cellules demandées prennent forme.
import type { Cellule, Plage, Zone } from '../socle/cellule';
import type { Element } from './xml';
import { ARRETER, ENTRER, SAUTER, type Curseur } from './xlsx-curseur';
import { parcours } from './xlsx-parcours';
import { aUneValeur, estDouteuse } from './xlsx-valeurs';

export type Etendue = { readonly lignes: number; readonly colonnes: number };

/** L'étendue des cellules qui ont une valeur ; `calculee` dit si une formule au moins a un résultat. */
export const etendue = (texte: string, donnees: Element | undefined): { readonly etendue: Etendue; readonly calculee: boolean } => {
  const sures = { lignes: 0, colonnes: 0 };
  const douteuses = { lignes: 0, colonnes: 0 };
  let calculee = false;
  const grandis = (cible: { lignes: number; colonnes: number }, c: Curseur): void => {
    if (c.ligne > cible.lignes) cible.lignes = c.ligne;
    if (c.colonne > cible.colonnes) cible.colonnes = c.colonne;
  };
  if (donnees)
    parcours(texte, donnees, {
      cellule: (c) => {
        if (aUneValeur(c)) {
          grandis(sures, c);
          if (c.formule >= 0 && c.valeur >= 0) calculee = true;
        } else if (estDouteuse(c)) grandis(douteuses, c);
      },
    });
  const vues = calculee ? sures : { lignes: Math.max(sures.lignes, douteuses.lignes), colonnes: Math.max(sures.colonnes, douteuses.colonnes) };
  return { etendue: vues, calculee };
};

export const lignesMasquees = (texte: string, donnees: Element | undefined): Set<number> => {
  const masquees = new Set<number>();
  if (donnees)
    parcours(texte, donnees, {
      ligne: (c) => {
        if (c.masquee) masquees.add(c.ligne);
        return SAUTER;
      },
    });
  return masquees;
};

type Cible = { readonly lignes: (readonly Cellule[])[]; readonly haut: number; readonly bas: number; readonly gauche: number; readonly largeur: number };

/** Les plages demandées, rognées à l'étendue utilisée. Les lignes vides sont un même tableau de vides. */
export const lisZones = (texte: string, donnees: Element | undefined, zones: readonly Omit<Zone, 'feuille'>[], limites: Etendue, valeur: (c: Curseur) => Cellule): Plage[] => {
  const cibles = zones.map(
    (zone): Cible => ({
      lignes: [],
      haut: zone.ligne,
      bas: Math.min(zone.ligne + zone.lignes - 1, limites.lignes),
      gauche: zone.colonne,
      largeur: Math.max(0, Math.min(zone.colonnes, limites.colonnes - zone.colonne + 1)),
    }),
  );
  const parColonne: Cible[][] = [];
  for (const cible of cibles) {
    const vide: Cellule[] = new Array<Cellule>(cible.largeur).fill(null);
    for (let ligne = cible.haut; ligne <= cible.bas; ligne++) cible.lignes.push(vide);
    for (let i = 0; i < cible.largeur; i++) (parColonne[cible.gauche + i] ??= []).push(cible);
  }
  const premiere = Math.min(...cibles.map((cible) => cible.haut));
  const derniere = Math.max(...cibles.map((cible) => cible.bas));
  if (!donnees || !(derniere >= premiere)) return cibles.map((cible) => cible.lignes);
  const vides = new Map(cibles.map((cible) => [cible, cible.lignes[0]]));
  parcours(texte, donnees, {
    ligne: (c) => (c.ligne < premiere ? SAUTER : c.ligne > derniere ? ARRETER : ENTRER),
    cellule: (c) => {
      const interessees = parColonne[c.colonne];
      if (interessees === undefined) return;
      const lue = valeur(c);
      if (lue === null) return;
      for (const cible of interessees) {
        if (c.ligne < cible.haut || c.ligne > cible.bas) continue;
        const rang = c.ligne - cible.haut;
        let ligne = cible.lignes[rang] as Cellule[];
        if (ligne === vides.get(cible)) cible.lignes[rang] = ligne = ligne.slice();
        ligne[c.colonne - cible.gauche] = lue;
      }
    },
  });
  return cibles.map((cible) => cible.lignes);
};
