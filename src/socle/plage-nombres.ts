// Les nombres d'une plage donnée à une fonction de feuille : titre et blancs laissés de côté, ce qui n'est pas un nombre refusé avec sa place.
import { montre } from './argument';
import { estErreur, estVide } from './cellule';
import { erreur } from './erreurs';
import { lisNombreTexte } from './nombres-texte';
import { sansAccents } from './normalise';

/** Ceux qu'une question ne concerne pas, ou qui ne se prononcent pas : ils ne comptent ni en haut ni en bas d'une moyenne. */
const NON_CONCERNE = /^(nsp|ne sait pas|ne se prononce pas|sans opinion|sans avis|non concern(e|ee|es|ees)|pas concern(e|ee|es|ees)|nc|n c|na|n a|sans objet|so|s o|nr|n r|sans reponse|non repond(u|ue|us|ues))$/;

export const estNonConcerne = (texte: string): boolean => NON_CONCERNE.test(sansAccents(texte).replace(/[^a-z0-9]+/g, ' ').trim());

const lis = (valeur: unknown): number | null => {
  const lu = typeof valeur === 'string' ? lisNombreTexte(valeur) : valeur;
  return typeof lu === 'number' && Number.isFinite(lu) ? lu : null;
};

/**
 * Un nombre par cellule, null pour un blanc, un « non concerné » ou le titre de la colonne (un texte en première place, au-dessus d'autres cellules).
 * @throws ErreurClasseur pour un texte qui n'est pas un nombre ou une erreur de formule
 */
export const nombresDe = (fonction: string, parametre: string, valeurs: readonly unknown[]): (number | null)[] =>
  valeurs.map((valeur, rang) => {
    if (estVide(valeur) || (typeof valeur === 'string' && (valeur.trim() === '' || estNonConcerne(valeur)))) return null;
    const nombre = lis(valeur);
    if (nombre !== null) return nombre;
    const ou = `${fonction}, cellule ${rang + 1} de « ${parametre} »`;
    if (estErreur(valeur)) throw erreur(`${ou} contient l’erreur ${valeur.trim()}`, 'Corrigez la formule de cette cellule');
    if (rang === 0 && valeurs.length > 1 && typeof valeur === 'string') return null;
    throw erreur(`${ou} : ${montre(valeur)} n’est pas un nombre`, 'Donnez des nombres, ou laissez la cellule vide');
  });

const TOTAL = /^(sous[ -]?)?(total|totaux|ensemble)\b/;
const estTotal = (valeur: unknown): boolean => typeof valeur === 'string' && TOTAL.test(sansAccents(valeur));
const estLibelle = (valeur: unknown): boolean => typeof valeur === 'string' && valeur.trim() !== '' && lis(valeur) === null && !estErreur(valeur);

/**
 * Les effectifs d'un tableau croisé. Sa ligne de titres, sa colonne de libellés et ses totaux, s'il en a, ne sont pas des effectifs.
 * Une case vide vaut 0 réponse, dans tous les tableurs.
 * @throws ErreurClasseur pour un texte, un nombre négatif, ou un tableau de moins de deux lignes et deux colonnes
 */
export const effectifsDe = (fonction: string, tableau: readonly (readonly unknown[])[]): number[][] => {
  const titres = tableau[0] ?? [];
  const aTitres = titres.length > 1 && titres.slice(1).every((v) => estLibelle(v) || estVide(v)) && titres.slice(1).some(estLibelle);
  const dessous = aTitres ? tableau.slice(1) : tableau;
  const aLibelles = dessous.length > 0 && dessous.every((ligne) => estLibelle(ligne[0]) || (estVide(ligne[0]) && ligne.every(estVide))) && dessous.some((ligne) => estLibelle(ligne[0]));
  const lignes = dessous.filter((ligne) => !estTotal(ligne[0]) && !ligne.every(estVide));
  const depart = aLibelles ? 1 : 0;
  const effectifs = lignes.map((ligne, i) =>
    ligne.slice(depart).flatMap((valeur, j) => {
      if (aTitres && estTotal(titres[j + depart])) return [];
      const nombre = estVide(valeur) || (typeof valeur === 'string' && valeur.trim() === '') ? 0 : lis(valeur);
      if (nombre === null || nombre < 0) throw erreur(`${fonction}, ligne ${i + 1}, colonne ${j + 1} du tableau : ${montre(valeur)} n’est pas un effectif`, 'Donnez un tableau de nombres de réponses, avec ou sans ses titres');
      return [nombre];
    }),
  );
  if (effectifs.length < 2 || (effectifs[0]?.length ?? 0) < 2) throw erreur(`${fonction} attend un tableau d’au moins deux lignes et deux colonnes d’effectifs`, 'Sélectionnez tout le tableau croisé');
  return effectifs;
};
