// Ce que la page a changé, traduit pour le fichier : cellules tapées, résultats refaits, résultats que l'on n'a pas pu refaire.
import { lettres, NON_CALCULEE } from '../socle/cellule';
import { ligneDe, type Calque, type Retouche } from '../fichier/xlsx-calque';
import { colonneDeClef, ligneDeClef, type Feuille, type Formule } from './feuille';

const CERCLE = '#REF!';

const portee = ({ etendue }: Formule): string | null => (etendue === null ? null : `${lettres(etendue.gauche)}${etendue.haut}:${lettres(etendue.droite)}${etendue.bas}`);

export const calquesDe = (feuilles: readonly Feuille[], enAttente: ReadonlyMap<string, ReadonlyMap<number, boolean>>): { readonly calques: Map<string, Calque>; readonly laissees: number } => {
  const calques = new Map<string, Calque>();
  let laissees = 0;
  for (const feuille of feuilles) {
    const siennes = enAttente.get(feuille.nom);
    if (siennes === undefined || siennes.size === 0) continue;
    const calque: Calque = new Map();
    calques.set(feuille.nom, calque);
    for (const [clef, tape] of siennes) {
      const [ligne, colonne] = [ligneDeClef(clef), colonneDeClef(clef)];
      const formule = feuille.formule(clef);
      const valeur = feuille.valeur(ligne, colonne);
      // Un cercle n'a pas de valeur : le tableur le dira à sa façon.
      const inconnue = formule !== null && (valeur === NON_CALCULEE || (valeur === CERCLE && feuille.phrases.has(clef)));
      if (inconnue) laissees++;
      const connue = inconnue ? null : valeur;
      const code = feuille.codes.get(clef);
      const style = code === undefined ? {} : { style: { code } };
      const retouche: Retouche =
        formule === null ? { valeur: connue, reprise: true, ...style }
        : tape || formule.etendue !== null ? { valeur: connue, formule: { texte: formule.texte, portee: portee(formule) }, reprise: true, ...style }
        : { valeur: connue, recalcul: true };
      ligneDe(calque, ligne).cellules.set(colonne, retouche);
    }
  }
  return { calques, laissees };
};
