// La porte du volet : `monte` le pose dans une page. La feuille de style passe par le CSSOM, que la politique de sécurité la plus stricte permet.
import { render } from 'preact';
import type { HoteDuVolet } from './hote';
import { css } from './style';
import { Volet } from './volet';

export type { HoteDuVolet } from './hote';

let feuille: CSSStyleSheet | null = null;

/**
 * Pose le volet dans `racine`, dont il prend toute la hauteur.
 * @returns de quoi l'ôter
 */
export const monte = (racine: HTMLElement, hote: HoteDuVolet): (() => void) => {
  if (feuille === null) {
    feuille = new CSSStyleSheet();
    feuille.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, feuille];
  }
  racine.textContent = '';
  racine.classList.add('volet');
  racine.dataset['peau'] = hote.peau;
  if (hote.theme !== undefined) racine.dataset['theme'] = hote.theme;
  render(<Volet hote={hote} />, racine);
  return () => render(null, racine);
};
