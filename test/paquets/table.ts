// La table des mêmes résultats : chaque fonction reçoit, à chaque place, chacune de ces valeurs, telles que les gens les mettent dans leurs cellules.
import { lettres, type Cellule } from '../../src/socle/cellule';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { appelle, type Fonction } from '../../src/socle/fonction';

/** Une cellule telle qu'une personne l'a remplie ; une vraie date est un jour de série sous un format de date. */
export type Case = number | string | boolean | null | { readonly jour: number };
export type Argument = Case | readonly (readonly Case[])[] | undefined;

const jour = (iso: string, heure = 0): Case => ({ jour: Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25569 + heure });

const CASES: readonly Case[] = [
  jour('2026-05-15'), jour('2026-05-15', 0.75), jour('1980-01-01'), jour('1950-01-01'), jour('2099-12-31'), jour('1900-02-28'), '15/05/2026', '15.5.26', '15 mai 2026', 'vendredi 15 mai 2026', '2026-05-15', '31/02/2026', '05/13/2026', 'oct-15', '12/03',
  'NR', 'nr', 'N.R.', 'sans objet', 'AR seul', '-', '?', 'bonjour', ' ', '', null, 0, 1, 14, 15, -3, 2.5, 1e21, 46157, 46157.9, 20260515, true, false, '14 jours', '2 semaines', '1 234,5', '12 %', 'ouvres', 'calendaires', 'La Réunion', 'Bretagne', 'cohorte', 'echus', 'tout',
  '#N/A', '#REF!', '#DIV/0!', '=1+1', "l'apostrophe", 'é€😀', '٣', '0612345678', '01000',
];
const PLAGES: readonly (readonly (readonly Case[])[])[] = [
  [[jour('2026-05-15')], [jour('2026-05-18')], [null], [jour('2026-06-01')]],
  [['Reçu le'], [jour('2026-05-15')], ['18/05/2026'], ['NR']],
  [[3], [1], [4], [1]], [[1, 2], [3, 4]], [['oui'], ['non'], ['oui'], ['']], [[null], [null], [null], [null]], [[jour('2026-05-15'), jour('2026-05-18')]],
];

export const estMatrice = (definition: Fonction, place: number): boolean => ['plage', 'bloc'].includes(definition.parametres[place]?.genre ?? '');

/** Les arguments de base viennent du premier exemple de l'aide : tout y est juste. */
const base = (definition: Fonction): Argument[] => definition.parametres.map((_, i) => definition.exemples[0]!.args[i] as Argument);

export const entrees = (definition: Fonction): Argument[][] => {
  const bonnes = base(definition);
  const lignes: Argument[][] = definition.exemples.map(({ args }) => [...args] as Argument[]);
  definition.parametres.forEach((parametre, place) => {
    const avec = (valeur: Argument): Argument[] => bonnes.map((bonne, i) => (i === place ? valeur : bonne));
    for (const valeur of CASES) {
      const premier = bonnes[place];
      // Dans une plage, la valeur prend la dernière case : la plage garde sa taille.
      if (estMatrice(definition, place) && Array.isArray(premier)) lignes.push(avec((premier as Case[][]).map((rangee, i, toutes) => rangee.map((la, j) => (i === toutes.length - 1 && j === rangee.length - 1 ? valeur : la)))));
      else lignes.push(avec(valeur));
    }
    for (const plage of PLAGES) lignes.push(avec(plage));
    if (parametre.facultatif) lignes.push(avec(undefined));
  });
  return lignes;
};

export type Rendu = { readonly valeur: unknown } | { readonly phrase: string };
export const tente = (geste: () => unknown): Rendu => {
  try {
    return { valeur: JSON.parse(JSON.stringify(geste())) };
  } catch (cause) {
    return { phrase: (cause as Error).message };
  }
};

export const chaque = (argument: Argument, change: (la: Case) => unknown): unknown => (Array.isArray(argument) ? (argument as Case[][]).map((rangee) => rangee.map(change)) : change(argument as Case));
export const estDate = (la: Case): la is { readonly jour: number } => typeof la === 'object' && la !== null;

/** Le cœur, comme la page et la ligne de commande : une date est son nombre, un vide est null. */
export const parLeCoeur = (definition: Fonction, args: readonly Argument[]): Rendu =>
  tente(() => {
    try {
      return appelle(definition, args.map((argument) => (argument === undefined ? undefined : chaque(argument, (la) => (estDate(la) ? la.jour : la)))));
    } catch (cause) {
      if (!(cause instanceof ErreurClasseur)) throw new Error(`exception brute : ${String(cause)}`, { cause });
      throw cause;
    }
  });

/** Une fonction qui rend une matrice d'une case à Excel rend la même valeur ailleurs. */
export const deballe = (rendu: Rendu, modele: Rendu): Rendu => {
  if (!('valeur' in rendu) || !('valeur' in modele) || Array.isArray(modele.valeur) || !Array.isArray(rendu.valeur)) return rendu;
  return { valeur: (rendu.valeur as unknown[][])[0]![0] };
};

/** Une cellule vide est « » pour une formule, rien pour un fichier. */
export const vides = (rendu: Rendu): Rendu => ('valeur' in rendu ? { valeur: JSON.parse(JSON.stringify(rendu.valeur), (_, v: unknown) => (v === '' ? null : v)) as unknown } : rendu);

/** La page et la ligne de commande ont le même moteur de formules : les arguments sont dans des cellules d'un .xlsx, la formule les cite. */
export const enFeuille = (lignes: readonly Argument[][]): { readonly plage: Cellule[][]; readonly formules: string[] } => {
  const plage: Cellule[][] = [];
  const nue = (la: Case): Cellule => (estDate(la) ? la.jour : la);
  const pose = (i: number, j: number, la: Case): void => {
    while (plage.length <= i) plage.push([]);
    const rangee = plage[i]!;
    while (rangee.length <= j) rangee.push(null);
    rangee[j] = nue(la);
  };
  const formules = lignes.map((args) => {
    const haut = plage.length;
    let gauche = 0;
    const cites = args.map((argument) => {
      if (argument === undefined) return '';
      const bloc = Array.isArray(argument) ? (argument as Case[][]) : [[argument as Case]];
      bloc.forEach((rangee, i) => rangee.forEach((la, j) => pose(haut + i, gauche + j, la)));
      const coin = `${lettres(gauche + 1)}${haut + 1}`;
      const fin = `${lettres(gauche + bloc[0]!.length)}${haut + bloc.length}`;
      gauche += bloc[0]!.length;
      return Array.isArray(argument) ? `${coin}:${fin}` : coin;
    });
    while (cites.length > 0 && cites[cites.length - 1] === '') cites.pop();
    return cites.join(';');
  });
  return { plage, formules };
};
