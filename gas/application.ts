// Ce que Google appelle par son nom, hors fonctions de feuille. Réveillé seulement par un menu ou le volet.
import { portSheets } from './port';

export { demandeDuVolet, insereDuVolet, vaDuVolet } from './guichet';
export { commande, onInstall, onOpen, ouvreAide, ouvreLeDiagnostic, ouvreLeVolet } from './menu';

/** Le classeur ouvert, par les deux verbes. */
export const port = (): typeof portSheets => portSheets;
