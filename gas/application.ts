// Ce que Google appelle par son nom, hors fonctions de feuille. Réveillé seulement par un menu ou le volet.
import { portSheets } from './port';

/** Le classeur ouvert, par les deux verbes : pour le diagnostic. */
export const port = (): typeof portSheets => portSheets;
