// Ce qui peut se faire sans demander : rien de ce que quelqu'un a fait n'est touché, aucune copie de sécurité n'est nécessaire.
import type { Apercu } from '../socle/outil';

const SANS_DEMANDER = ['cree', 'reecrit', 'garde'];

export const anodin = ({ verdict, lignes }: Apercu): boolean => verdict === 'rien' || (verdict === 'possible' && lignes.every(({ effet }) => SANS_DEMANDER.includes(effet)));
