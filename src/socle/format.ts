// Le français affiché : nombres, pourcentages, dates et pluriels, sans `Intl` (domaine §2.4), pareils dans tous les hôtes.
import { civil, type Jour } from './jours';

/** Ce qui s'affiche quand il n'y a rien à diviser : jamais 0 %, jamais #DIV/0!. */
export const SANS_OBJET = 'sans objet';

const INSECABLE = '\u00a0';
const FINE_INSECABLE = '\u202f';

/**
 * Arrondi au plus proche, la moitié s'éloignant de zéro (comme ARRONDI), sur l'écriture décimale du nombre : 1,005 à deux décimales
 * donne 1,01, alors que 1.005 * 100 vaut 100,49999999999999 en binaire.
 * @param decalage puissance de dix appliquée avant d'écrire (2 pour un pourcentage)
 */
const ecris = (valeur: number, decimales: number, decalage: number): string => {
  const [mantisse = '0', exposant = '0'] = String(Math.abs(valeur)).split('e');
  const entier = Math.round(Number(`${mantisse}e${Number(exposant) + decimales + decalage}`));
  if (entier >= 1e21) return String(valeur);
  const chiffres = String(entier).padStart(decimales + 1, '0');
  const coupe = chiffres.length - decimales;
  const signe = valeur < 0 && entier > 0 ? '-' : '';
  const gauche = chiffres.slice(0, coupe).replace(/\B(?=(\d{3})+$)/g, FINE_INSECABLE);
  return signe + gauche + (decimales > 0 ? `,${chiffres.slice(coupe)}` : '');
};

/** 1234.5 à une décimale → « 1 234,5 » (espace fine insécable). Null, ou un nombre qui n'en est pas un → « sans objet ». */
export const nombre = (valeur: number | null, decimales = 0): string =>
  valeur === null || !Number.isFinite(valeur) ? SANS_OBJET : ecris(valeur, decimales, 0);

/** 0.713 → « 71,3 % » (espace insécable). Null, ou un nombre qui n'en est pas un → « sans objet ». */
export const pourcent = (valeur: number | null, decimales = 1): string =>
  valeur === null || !Number.isFinite(valeur) ? SANS_OBJET : `${ecris(valeur, decimales, 2)}${INSECABLE}%`;

/** « jj/mm/aaaa » */
export const dateFr = (jour: Jour): string => {
  const date = civil(jour);
  const sur = (nombreCourt: number, largeur: number): string => String(nombreCourt).padStart(largeur, '0');
  return `${sur(date.jour, 2)}/${sur(date.mois, 2)}/${sur(date.annee, 4)}`;
};

/** Le mot accordé, sans le nombre : en français le pluriel commence à deux (0 jour, 1,5 jour, 2 jours). */
export const pluriel = (quantite: number, singulier: string, auPluriel: string): string =>
  Math.abs(quantite) < 2 ? singulier : auPluriel;

/** Un écart : toujours avec son signe, « +3,2 », « −0,5 ». */
export const signe = (valeur: number, decimales = 1): string => `${valeur > 0 ? '+' : valeur < 0 ? '−' : ''}${nombre(Math.abs(valeur), decimales)}`;
