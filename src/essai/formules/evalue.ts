// Évalue l'arbre d'une formule : références, opérations (y compris sur des blocs), fonctions du tableur et les nôtres.
import type { Jour } from '../../socle/jours';
import type { Noeud, NoeudReference } from './arbre';
import { appelleLaNotre } from './notres';
import { FONCTIONS } from './fonctions';
import { enFrancais, existeDansExcel, notreFonction } from './noms';
import { Bloc, compare, depuisCellule, enNombre, enTexte, Faute, codeFrancais, division, horsBornes, mauvaiseValeur, nomInconnu, phraseDuCode, referencePerdue, scalaire, type Operande, type Reference, type Valeur } from './valeurs';

/** Ce qu'une formule peut demander au classeur. */
export type Lieu = {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly aujourdhui: Jour;
  /** Les valeurs d'une plage, rognée à ce qui existe ; null si la feuille n'existe pas. */
  lis(reference: Reference): readonly (readonly Valeur[])[] | null;
  /** Ce que désigne un nom du classeur, ou null. */
  nomme(nom: string): Noeud | null;
};

/** Une formule que la page ne sait pas calculer : Excel le fera. Ce n'est pas une erreur de la personne. */
export class NonCalculable extends Error {}

/** Applique une opération à deux valeurs, ou case par case quand l'une est un bloc. */
const surBlocs = (a: Operande, b: Operande, geste: (x: Valeur, y: Valeur) => Valeur): Operande => {
  const unA = a instanceof Bloc && (a.lignes.length !== 1 || a.lignes[0]?.length !== 1);
  const unB = b instanceof Bloc && (b.lignes.length !== 1 || b.lignes[0]?.length !== 1);
  if (!unA && !unB) return geste(scalaire(a), scalaire(b));
  const la = unA ? (a as Bloc).lignes : [[scalaire(a)]];
  const lb = unB ? (b as Bloc).lignes : [[scalaire(b)]];
  const hauteur = Math.max(la.length, lb.length);
  const largeur = Math.max(la[0]?.length ?? 0, lb[0]?.length ?? 0);
  const prends = (l: readonly (readonly Valeur[])[], i: number, j: number): Valeur | undefined => {
    const ligne = l[l.length === 1 ? 0 : i];
    return ligne?.[ligne.length === 1 ? 0 : j];
  };
  const lignes = Array.from({ length: hauteur }, (_, i) =>
    Array.from({ length: largeur }, (__, j) => {
      const [x, y] = [prends(la, i, j), prends(lb, i, j)];
      return x === undefined || y === undefined ? new Faute('#N/A', 'Les deux plages n’ont pas la même taille.') : geste(x, y);
    }),
  );
  return new Bloc(lignes, null);
};

const calcul = (x: Valeur, y: Valeur, geste: (a: number, b: number) => number | Faute): Valeur => {
  const a = enNombre(x);
  if (a instanceof Faute) return a;
  const b = enNombre(y);
  if (b instanceof Faute) return b;
  const resultat = geste(a, b);
  return typeof resultat === 'number' && !Number.isFinite(resultat) ? horsBornes() : resultat;
};

const comparaison = (x: Valeur, y: Valeur, geste: (ordre: number) => boolean): Valeur => (x instanceof Faute ? x : y instanceof Faute ? y : geste(compare(x, y)));

const OPERATIONS: Readonly<Record<string, (x: Valeur, y: Valeur) => Valeur>> = {
  '+': (x, y) => calcul(x, y, (a, b) => a + b),
  '-': (x, y) => calcul(x, y, (a, b) => a - b),
  '*': (x, y) => calcul(x, y, (a, b) => a * b),
  '/': (x, y) => calcul(x, y, (a, b) => (b === 0 ? division() : a / b)),
  '^': (x, y) => calcul(x, y, (a, b) => a ** b),
  '&': (x, y) => {
    const a = enTexte(x);
    if (a instanceof Faute) return a;
    const b = enTexte(y);
    return b instanceof Faute ? b : a + b;
  },
  '=': (x, y) => comparaison(x, y, (o) => o === 0),
  '<>': (x, y) => comparaison(x, y, (o) => o !== 0),
  '<': (x, y) => comparaison(x, y, (o) => o < 0),
  '>': (x, y) => comparaison(x, y, (o) => o > 0),
  '<=': (x, y) => comparaison(x, y, (o) => o <= 0),
  '>=': (x, y) => comparaison(x, y, (o) => o >= 0),
};

const lisReference = (noeud: NoeudReference, lieu: Lieu): Operande => {
  const { haut, gauche, bas, droite } = noeud;
  const reference = { feuille: noeud.feuille ?? lieu.feuille, haut, gauche, bas, droite };
  const lignes = lieu.lis(reference);
  return lignes === null ? referencePerdue(`La feuille « ${reference.feuille} » n’existe pas dans ce classeur.`) : new Bloc(lignes, reference);
};

const appel = (noeud: Extract<Noeud, { genre: 'appel' }>, lieu: Lieu): Operande => {
  const { nom, args } = noeud;
  const notre = notreFonction(nom);
  if (notre) return appelleLaNotre(notre, args.map((arg) => evalue(arg, lieu)));
  const connue = FONCTIONS[nom];
  if (connue === undefined) {
    if (existeDansExcel(nom)) throw new NonCalculable(`La page ne calcule pas ${enFrancais(nom)} : Excel le fera à l’ouverture du fichier.`);
    return nomInconnu(`La fonction « ${nom} » n’existe pas. Vérifiez son nom.`);
  }
  if (args.length < connue.min || args.length > connue.max) return mauvaiseValeur(`${enFrancais(nom)} a reçu ${args.length} ${args.length < 2 ? 'argument' : 'arguments'}. Écrivez par exemple =${connue.exemple}.`);
  return connue.calcule(args.map((arg) => () => evalue(arg, lieu)), lieu);
};

export const evalue = (noeud: Noeud, lieu: Lieu): Operande => {
  switch (noeud.genre) {
    case 'constante':
      return noeud.valeur;
    case 'faute':
      return new Faute(codeFrancais(noeud.code), phraseDuCode(noeud.code));
    case 'matrice':
      return new Bloc(noeud.lignes.map((ligne) => ligne.map(depuisCellule)), null);
    case 'reference':
      return lisReference(noeud, lieu);
    case 'nom': {
      const cible = lieu.nomme(noeud.nom);
      if (cible === null) return nomInconnu(`Le nom « ${noeud.nom} » n’existe pas dans ce classeur. Un texte s’écrit entre guillemets.`);
      return evalue(cible, lieu);
    }
    case 'appel':
      return appel(noeud, lieu);
    case 'operation':
      return surBlocs(evalue(noeud.a, lieu), evalue(noeud.b, lieu), OPERATIONS[noeud.operateur]!);
    case 'signe':
      return surBlocs(evalue(noeud.a, lieu), null, (x) => calcul(x, 0, (a) => (noeud.operateur === '-' ? -a : a)));
    case 'pourcent':
      return surBlocs(evalue(noeud.a, lieu), null, (x) => calcul(x, 100, (a, b) => a / b));
    default:
      throw new NonCalculable(`La page ne calcule pas « ${noeud.texte} » : Excel le fera à l’ouverture du fichier.`);
  }
};
