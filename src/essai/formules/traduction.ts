// Passe une formule du fichier au français et retour, jeton par jeton : espaces, parenthèses et références restent comme elles sont.
import { lettres, numeroColonne } from '../../socle/cellule';
import { COLONNES_MAX, LIGNES_MAX } from '../../fichier/limites';
import { DU_FICHIER, FRANCAISE, jetons, type Ecriture, type Jeton } from './jetons';
import { ecrisMatrice, lisMatrice } from './matrice';
import { enFrancais, pourLeFichier, versClef } from './noms';
import { codeFichier, codeFrancais } from './valeurs';

const traduis = (formule: string, de: Ecriture, vers: Ecriture): string =>
  jetons(formule, de)
    .map(({ genre, texte }: Jeton): string => {
      if (genre === 'separateur') return vers.separateur;
      if (genre === 'nombre') return texte.replace(de.decimale, vers.decimale);
      if (genre === 'matrice') {
        const lignes = lisMatrice(texte, de);
        return lignes === null ? texte : ecrisMatrice(lignes, vers);
      }
      if (genre === 'faute') return vers === FRANCAISE ? codeFrancais(texte) : codeFichier(texte);
      if (genre === 'fonction') return (vers === FRANCAISE ? enFrancais : pourLeFichier)(versClef(texte, de));
      if (genre === 'nom' && /^(vrai|faux|true|false)$/i.test(texte)) return /^[vt]/i.test(texte) ? (vers === FRANCAISE ? 'VRAI' : 'TRUE') : vers === FRANCAISE ? 'FAUX' : 'FALSE';
      // Le fichier veut les adresses en capitales.
      return vers === DU_FICHIER && (genre === 'cellule' || genre === 'colonnes') ? texte.toUpperCase() : texte;
    })
    .join('');

/** Sans le « = » dans les deux sens. */
export const duFichier = (formule: string): string => traduis(formule, DU_FICHIER, FRANCAISE);
export const versFichier = (formule: string): string => traduis(formule, FRANCAISE, DU_FICHIER);

const decaleCoin = (coin: string, lignes: number, colonnes: number): string => {
  const [, fixeColonne = '', colonne = '', fixeLigne = '', ligne = ''] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(coin)!;
  const fixe = colonne === '' ? fixeColonne + fixeLigne : fixeLigne;
  const c = colonne === '' ? 0 : fixeColonne ? numeroColonne(colonne) : numeroColonne(colonne) + colonnes;
  const l = ligne === '' ? 0 : fixe ? Number(ligne) : Number(ligne) + lignes;
  if ((colonne !== '' && (c < 1 || c > COLONNES_MAX)) || (ligne !== '' && (l < 1 || l > LIGNES_MAX))) return '#REF!';
  return `${fixeColonne}${colonne === '' ? '' : lettres(c)}${fixeLigne}${ligne === '' ? '' : l}`;
};

/** La même formule, recopiée de tant de lignes et de colonnes : une formule partagée n'est écrite qu'une fois dans le fichier. */
export const decale = (formule: string, lignes: number, colonnes: number, ecriture: Ecriture = DU_FICHIER): string =>
  jetons(formule, ecriture)
    .map(({ genre, texte }) => {
      if (genre !== 'cellule' && genre !== 'colonnes' && genre !== 'lignes') return texte;
      const coins = texte.split(':').map((coin) => decaleCoin(coin, lignes, colonnes));
      return coins.includes('#REF!') ? '#REF!' : coins.join(':');
    })
    .join('');
