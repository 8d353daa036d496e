// Les saisies d'une analyse : celles de cette fois, et ce que le classeur a retenu et qui vaut encore.
import type { Anomalie } from '../../socle/anomalie';
import { numeroColonne } from '../../socle/cellule';
import type { Feuille } from '../../socle/classeur';
import { ErreurClasseur, erreurDeReglage } from '../../socle/erreurs';
import { sansAccents } from '../../socle/normalise';
import type { Saisies } from '../../socle/reglage';
import { corrections, largeurDe } from './reconnaissance';
import { CLEF_COLONNE, FILTRES, reglagesDe } from './reperes';

const celles = (saisies: Saisies, garde: (clef: string, valeur: string) => boolean): Saisies => Object.fromEntries(Object.entries(saisies).filter(([clef, valeur]) => garde(clef, valeur)));

const estRempli = (_: string, valeur: string): boolean => valeur.trim() !== '';

/** Ce que le classeur doit retenir : les réglages et les corrections, pas les filtres, qui ne valent que pour une fois. */
export const aRetenir = (saisies: Saisies): Saisies => celles(saisies, (clef, valeur) => estRempli(clef, valeur) && !FILTRES.includes(clef));

/** Refuse une feuille ou une colonne que ce classeur n'a pas. */
const verifieDansLeClasseur = (feuilles: readonly Feuille[], clef: string, valeur: string): void => {
  const lisibles = feuilles.filter(({ marque }) => marque === null);
  if (clef === 'feuille' && !lisibles.some(({ nom }) => sansAccents(nom) === sansAccents(valeur))) {
    throw erreurDeReglage(`Le classeur n’a pas de feuille « ${valeur} »`, `Choisissez parmi : ${lisibles.map(({ nom }) => nom).join(', ')}`);
  }
  if (CLEF_COLONNE.test(clef) && !lisibles.some((feuille) => numeroColonne(valeur) <= largeurDe(feuille))) {
    throw erreurDeReglage(`Le réglage « ${clef} » ne peut pas valoir « ${valeur} » : aucune feuille n’a de colonne ${valeur.toUpperCase()}`, 'Donnez la lettre d’une colonne remplie');
  }
};

/**
 * Les saisies qui valent pour ce classeur. Une saisie vide rend sa valeur par défaut à un réglage retenu.
 * @param retenues ce que le classeur a gardé ; ce qui ne vaut plus (feuille renommée…) est dit, et ignoré
 * @throws ErreurReglage quand une saisie de cette fois ne va pas avec ce classeur
 */
export const saisiesUtiles = (feuilles: readonly Feuille[], retenues: Saisies, donnees: Saisies): { readonly saisies: Saisies; readonly anomalies: readonly Anomalie[] } => {
  for (const [clef, valeur] of Object.entries(celles(donnees, estRempli))) verifieDansLeClasseur(feuilles, clef, valeur);
  const anomalies: Anomalie[] = [];
  const vaut = (clef: string, valeur: string): boolean => {
    if (Object.prototype.hasOwnProperty.call(donnees, clef)) return false;
    try {
      reglagesDe({ [clef]: valeur });
      corrections({ [clef]: valeur });
      verifieDansLeClasseur(feuilles, clef, valeur);
      return true;
    } catch (cause) {
      if (!(cause instanceof ErreurClasseur)) throw cause;
      anomalies.push({ adresse: `${feuilles[0]?.nom ?? ''}!A1`, gravite: 'information', message: `Réglage retenu « ${clef} = ${valeur} » ignoré. ${cause.message}` });
      return false;
    }
  };
  const valables = celles(aRetenir(retenues), vaut);
  return { saisies: celles({ ...valables, ...donnees }, estRempli), anomalies };
};
