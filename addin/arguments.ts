// Ce qu'Excel donne à une fonction, avant la porte commune : valeurs riches ramenées à leur texte ou leur nombre, colonnes entières rognées.
import type { Fonction } from '../src/socle/fonction';

/** Une valeur riche d'Excel (erreur, nombre mis en forme, entité) : ce qu'elle vaut dans un calcul est `basicValue`. */
type Riche = { readonly basicValue?: unknown };

const simple = (valeur: unknown): unknown => (typeof valeur === 'object' && valeur !== null && 'basicValue' in valeur ? ((valeur as Riche).basicValue ?? '') : valeur);

/** Les matrices sont à nous (Excel les a décodées pour cet appel) : une valeur riche y est remplacée sur place, sans rien recopier. */
const simplifie = (argument: unknown): unknown => {
  if (!Array.isArray(argument)) return simple(argument);
  for (const ligne of argument as unknown[][]) {
    for (let j = 0; j < ligne.length; j++) if (typeof ligne[j] === 'object' && ligne[j] !== null) ligne[j] = simple(ligne[j]);
  }
  return argument;
};

/** Une colonne entière (A:A), ou presque : le plus grand registre d'un vieux .xls tient au-dessous. */
const COLONNE_ENTIERE = 65_536;

const derniereLigne = (matrice: readonly (readonly unknown[])[], estVide: (valeur: unknown) => boolean): number => {
  let derniere = matrice.length;
  while (derniere > 1 && (matrice[derniere - 1] ?? []).every(estVide)) derniere--;
  return derniere;
};

/** Les colonnes entières s'arrêtent à la dernière ligne remplie de l'une d'elles : elles restent ligne pour ligne. */
const rogne = (args: readonly unknown[], zeroCompte: boolean): readonly unknown[] => {
  const estVide = (valeur: unknown): boolean => valeur === '' || valeur === null || valeur === undefined || (valeur === 0 && !zeroCompte);
  const entiere = (argument: unknown): argument is unknown[][] => Array.isArray(argument) && argument.length >= COLONNE_ENTIERE;
  const dernieres = args.filter(entiere).map((matrice) => derniereLigne(matrice, estVide));
  if (dernieres.length === 0) return args;
  const derniere = Math.max(...dernieres);
  return args.map((argument) => (entiere(argument) ? argument.slice(0, derniere) : argument));
};

type Service = { readonly parameterAddresses?: readonly string[] };

/** Le dernier argument, qu'Excel ajoute à chaque appel : ce n'est ni une cellule, ni une plage, ni une valeur riche. */
export const serviceDe = (recus: readonly unknown[]): Service | null => {
  const dernier = recus[recus.length - 1];
  return typeof dernier === 'object' && dernier !== null && !Array.isArray(dernier) && !('basicValue' in dernier) ? (dernier as Service) : null;
};

/** Les arguments de la formule, tels qu'Excel les donne. */
export const siensDe = ({ parametres }: Fonction, recus: readonly unknown[]): readonly unknown[] => (serviceDe(recus) === null ? recus : recus.slice(0, -1)).slice(0, parametres.length);

/** Les mêmes, prêts pour la porte commune. */
export const argumentsDe = (fonction: Fonction, recus: readonly unknown[]): readonly unknown[] => fonction.colonneEntiere === 'gardee' ? siensDe(fonction, recus).map(simplifie) : rogne(siensDe(fonction, recus).map(simplifie), fonction.zeroEstUneValeur === true);
