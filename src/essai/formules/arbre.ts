// Des jetons à l'arbre d'une formule, avec les priorités d'Excel.
import { numeroColonne } from '../../socle/cellule';
import { erreur } from '../../socle/erreurs';
import { COLONNES_MAX, LIGNES_MAX } from '../../fichier/limites';
import { jetons, type Ecriture, type Jeton } from './jetons';
import { lisMatrice } from './matrice';
import { versClef } from './noms';

/** `haut` et les autres bornes comptent à partir de 1 ; une colonne entière va jusqu'à la dernière ligne possible. */
export type NoeudReference = { readonly genre: 'reference'; readonly feuille: string | null; readonly haut: number; readonly gauche: number; readonly bas: number; readonly droite: number };
export type Noeud =
  | { readonly genre: 'constante'; readonly valeur: number | string | boolean | null }
  | { readonly genre: 'faute'; readonly code: string }
  | { readonly genre: 'matrice'; readonly lignes: readonly (readonly (string | number | boolean | null)[])[] }
  | NoeudReference
  | { readonly genre: 'nom'; readonly nom: string }
  | { readonly genre: 'appel'; readonly nom: string; readonly args: readonly Noeud[] }
  | { readonly genre: 'operation'; readonly operateur: string; readonly a: Noeud; readonly b: Noeud }
  | { readonly genre: 'signe' | 'pourcent'; readonly operateur: string; readonly a: Noeud }
  /** Ce que la page ne sait pas calculer ; Excel, lui, saura. */
  | { readonly genre: 'etranger'; readonly texte: string };

const FORCE: Readonly<Record<string, number>> = { '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 };

const coin = (texte: string): { ligne: number; colonne: number } => {
  const [, lettres = '', chiffres = ''] = /^\$?([A-Za-z]+)\$?(\d+)$/.exec(texte)!;
  return { ligne: Number(chiffres), colonne: numeroColonne(lettres) };
};

const reference = (feuille: string | null, { genre, texte }: Jeton): NoeudReference | null => {
  const [a = '', b = a] = texte.split(':');
  const nu = (s: string): string => s.replace('$', '');
  const bornes =
    genre === 'colonnes' ? { l1: 1, l2: LIGNES_MAX, c1: numeroColonne(nu(a)), c2: numeroColonne(nu(b)) }
    : genre === 'lignes' ? { l1: Number(nu(a)), l2: Number(nu(b)), c1: 1, c2: COLONNES_MAX }
    : { l1: coin(a).ligne, l2: coin(b).ligne, c1: coin(a).colonne, c2: coin(b).colonne };
  const { l1, l2, c1, c2 } = bornes;
  if (Math.max(l1, l2) > LIGNES_MAX || Math.max(c1, c2) > COLONNES_MAX) return null;
  return { genre: 'reference', feuille, haut: Math.min(l1, l2), bas: Math.max(l1, l2), gauche: Math.min(c1, c2), droite: Math.max(c1, c2) };
};

/** « 'Suivi délais'! » → « Suivi délais » */
const nomDeFeuille = (prefixe: string): string => {
  const nu = prefixe.slice(0, -1);
  return nu.startsWith("'") ? nu.slice(1, -1).replace(/''/g, "'") : nu;
};

/**
 * @param formule sans le « = »
 * @throws ErreurClasseur une phrase qui dit ce qui n'est pas compris
 */
export const analyse = (formule: string, ecriture: Ecriture): Noeud => {
  const liste = jetons(formule, ecriture).filter(({ genre }) => genre !== 'espace');
  const etranger = liste.find(({ genre, texte }, rang) => genre === 'etranger' || (genre === 'operateur' && (texte === ':' || texte === '@') && rang > 0));
  if (etranger) return { genre: 'etranger', texte: etranger.texte };
  let i = 0;
  const incompris = (jeton: Jeton | undefined): Error =>
    jeton === undefined
      ? erreur('La formule n’est pas finie', 'Vérifiez qu’il ne manque ni parenthèse ni valeur')
      : erreur(`La formule n’est pas comprise à partir de « ${jeton.texte} »`, `Vérifiez les parenthèses, et séparez les arguments par « ${ecriture.separateur} »`);

  const arguments_ = (): Noeud[] => {
    const args: Noeud[] = [];
    i++;
    if (liste[i]?.genre === 'ferme') return i++, args;
    for (;;) {
      const genre = liste[i]?.genre;
      args.push(genre === 'separateur' || genre === 'ferme' ? { genre: 'constante', valeur: null } : expression(0));
      const suite = liste[i++];
      if (suite?.genre === 'ferme') return args;
      if (suite?.genre !== 'separateur') throw incompris(suite);
    }
  };

  const simple = (): Noeud => {
    const jeton = liste[i++];
    switch (jeton?.genre) {
      case 'nombre':
        return { genre: 'constante', valeur: Number(jeton.texte.replace(',', '.')) };
      case 'texte':
        return { genre: 'constante', valeur: jeton.texte.slice(1, -1).replace(/""/g, '"') };
      case 'faute':
        return { genre: 'faute', code: jeton.texte };
      case 'matrice': {
        const lignes = lisMatrice(jeton.texte, ecriture);
        if (lignes === null) throw incompris(jeton);
        return { genre: 'matrice', lignes };
      }
      case 'ouvre': {
        const dedans = expression(0);
        if (liste[i++]?.genre !== 'ferme') throw incompris(liste[i - 1]);
        return dedans;
      }
      case 'feuille': {
        const suivant = liste[i++];
        if (suivant?.genre === 'faute') return { genre: 'faute', code: suivant.texte };
        if (suivant === undefined || !['cellule', 'colonnes', 'lignes'].includes(suivant.genre)) throw incompris(suivant);
        return reference(nomDeFeuille(jeton.texte), suivant) ?? { genre: 'faute', code: '#REF!' };
      }
      case 'cellule':
      case 'colonnes':
      case 'lignes':
        return reference(null, jeton) ?? { genre: 'nom', nom: jeton.texte };
      case 'nom':
        if (/^(vrai|true)$/i.test(jeton.texte)) return { genre: 'constante', valeur: true };
        if (/^(faux|false)$/i.test(jeton.texte)) return { genre: 'constante', valeur: false };
        return { genre: 'nom', nom: jeton.texte };
      case 'fonction':
        return { genre: 'appel', nom: versClef(jeton.texte, ecriture), args: arguments_() };
      case 'operateur':
        if (jeton.texte === '-' || jeton.texte === '+') return { genre: 'signe', operateur: jeton.texte, a: expression(6) };
        throw incompris(jeton);
      default:
        throw incompris(jeton);
    }
  };

  const expression = (force: number): Noeud => {
    let gauche = simple();
    while (liste[i]?.texte === '%' && liste[i]?.genre === 'operateur') {
      i++;
      gauche = { genre: 'pourcent', operateur: '%', a: gauche };
    }
    for (;;) {
      const jeton = liste[i];
      const sienne = jeton?.genre === 'operateur' ? FORCE[jeton.texte] : undefined;
      if (jeton === undefined || sienne === undefined || sienne <= force) return gauche;
      i++;
      gauche = { genre: 'operation', operateur: jeton.texte, a: gauche, b: expression(sienne) };
    }
  };

  const arbre = expression(0);
  if (i < liste.length) throw incompris(liste[i]);
  return arbre;
};

/** Les références d'une formule, où qu'elles soient. */
export const references = (noeud: Noeud, nomme: (nom: string) => Noeud | null, trouvees: NoeudReference[] = []): NoeudReference[] => {
  if (noeud.genre === 'reference') trouvees.push(noeud);
  else if (noeud.genre === 'appel') noeud.args.forEach((arg) => references(arg, nomme, trouvees));
  else if (noeud.genre === 'operation') [noeud.a, noeud.b].forEach((arg) => references(arg, nomme, trouvees));
  else if (noeud.genre === 'signe' || noeud.genre === 'pourcent') references(noeud.a, nomme, trouvees);
  else if (noeud.genre === 'nom') {
    const cible = nomme(noeud.nom);
    if (cible !== null) references(cible, () => null, trouvees);
  }
  return trouvees;
};
