// Les copies d'un texte que l'on efface : le même nom repris dans un tirage, une liste, un onglet à nous. Sans elles, l'effacement n'effacerait rien.
import { estVide, type Cellule, type Plage, type Zone } from '../../socle/cellule';
import type { Feuille, Releve } from '../../socle/classeur';
import { lis, progression, type Suite } from '../../socle/suite';
import { clefDe } from './reponses';

/** Ce qu'on écrit dans une colonne de noms quand on n'en a pas. */
const PERSONNE = /^(ras|neant|aucune?|inconnue?|anonyme|oui|non|sans|vide|nc|nd|na|n\/a|tous|total|autres?|ne sait pas|ne se prononce pas|non (renseigne|communique|concerne)e?|sans (objet|reponse)|particuliers?|entreprises?|associations?|professionnels?)$/;

/** Au-delà de deux fois, ou d'un vingtième de sa colonne, un texte est une catégorie : il ne désigne pas une personne. */
const REPETE = 2;
const PART = 0.05;

const designe = (clef: string): boolean => !PERSONNE.test(clef) && ((/[a-z]/.test(clef) && clef.length > 2) || clef.replace(/\D/g, '').length > 7);

/** Une zone par colonne, qui couvre toutes les siennes : des milliers de cellules éparses se lisent d'un bloc. */
export const couvrantes = (zones: readonly Zone[]): Zone[] => {
  const parColonne = new Map<string, Zone>();
  for (const zone of zones) {
    const clef = `${zone.feuille}\n${zone.colonne}`;
    const connue = parColonne.get(clef) ?? zone;
    const ligne = Math.min(connue.ligne, zone.ligne);
    parColonne.set(clef, { ...zone, ligne, lignes: Math.max(connue.ligne + connue.lignes, zone.ligne + zone.lignes) - ligne });
  }
  return [...parColonne.values()];
};

/** Les textes d'une colonne qui désignent chacun quelqu'un. */
const desColonnes = (plages: readonly Plage[], blocs: readonly Zone[], zones: readonly Zone[]): Set<string> => {
  const parColonne = new Map<string, string[]>();
  const rangs = new Map(blocs.map(({ feuille, colonne }, i) => [`${feuille}\n${colonne}`, i]));
  for (const { feuille, ligne, colonne, lignes } of zones) {
    const clef = `${feuille}\n${colonne}`;
    const [bloc, clefs] = [rangs.get(clef) ?? 0, parColonne.get(clef) ?? []];
    parColonne.set(clef, clefs);
    for (let i = 0; i < lignes; i++) {
      const valeur = plages[bloc]?.[ligne + i - (blocs[bloc]?.ligne ?? 0)]?.[0] ?? null;
      if (!estVide(valeur)) clefs.push(clefDe(valeur));
    }
  }
  const gardees = new Set<string>();
  for (const clefs of parColonne.values()) {
    const combien = new Map<string, number>();
    for (const clef of clefs) combien.set(clef, (combien.get(clef) ?? 0) + 1);
    for (const [clef, n] of combien) if (designe(clef) && n <= Math.max(REPETE, clefs.length * PART)) gardees.add(clef);
  }
  return gardees;
};

/** @returns les textes à chercher ailleurs, sans casse ni accents */
export function* textesDe(zones: readonly Zone[]): Suite<ReadonlySet<string>> {
  const blocs = couvrantes(zones);
  const { plages }: Releve = yield* lis({ zones: blocs });
  return desColonnes(plages, blocs, zones);
}

const enMots = (clef: string): string => ` ${clef.replace(/[^a-z0-9@.+]+/g, ' ').trim()} `;

/**
 * Ce qui dit si un texte en reprend un autre : le même, ou un texte plus long qui le contient en entier, aux limites d'un mot.
 * @param seuls vrai pour chercher aussi un mot seul dans un texte plus long : « Brun » peut y être une couleur
 */
export const repreneur = (textes: ReadonlySet<string>, seuls: boolean): ((clef: string) => boolean) => {
  const parMot = new Map<string, string[]>();
  for (const texte of textes) {
    const mots = enMots(texte);
    const [premier = ''] = mots.trim().split(' ');
    if (!seuls && mots.trim() === premier && !texte.includes('@')) continue;
    const siens = parMot.get(premier);
    if (siens === undefined) parMot.set(premier, [mots]);
    else siens.push(mots);
  }
  return (clef) => {
    if (textes.has(clef)) return true;
    const mots = enMots(clef);
    return mots.trim().split(' ').some((mot) => parMot.get(mot)?.some((voulu) => mots.includes(voulu)) ?? false);
  };
};

/** @param saute dit les cellules à ne pas regarder (déjà effacées, ou à garder) */
export function* chercheReprises(feuilles: readonly Feuille[], textes: ReadonlySet<string>, saute: (feuille: string, ligne: number, colonne: number) => boolean): Suite<ReadonlyMap<string, readonly (readonly [ligne: number, colonne: number])[]>> {
  const trouvees = new Map<string, [number, number][]>();
  if (textes.size === 0) return trouvees;
  const reprend = repreneur(textes, false);
  const aLire = feuilles.filter(({ lignes }) => lignes > 0);
  for (const [rang, feuille] of aLire.entries()) {
    yield* progression(rang, aLire.length, `Recherche de copies dans « ${feuille.nom} »`);
    const { plages } = yield* lis({ zones: [{ feuille: feuille.nom, ligne: 1, colonne: 1, lignes: feuille.lignes, colonnes: feuille.colonnes }] });
    (plages[0] ?? []).forEach((rangee, i) => rangee.forEach((valeur: Cellule, j) => {
      if (estVide(valeur) || typeof valeur === 'boolean' || !reprend(clefDe(valeur)) || saute(feuille.nom, i + 1, j + 1)) return;
      const siennes = trouvees.get(feuille.nom);
      if (siennes === undefined) trouvees.set(feuille.nom, [[i + 1, j + 1]]);
      else siennes.push([i + 1, j + 1]);
    }));
  }
  return trouvees;
}
