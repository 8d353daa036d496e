// Le volet à côté de la grille : le même que dans Excel et Google Sheets, posé sur la page.
import { useEffect, useRef } from 'preact/hooks';
import { monte } from '../../panneau';
import type { Jour } from '../../socle/jours';
import type { ClasseurDePage } from '../classeur';
import { hoteDuVolet, type Pilote } from '../hote';

export const Volet = ({ classeur, aujourdhui, pilote, exemple }: { classeur: ClasseurDePage; aujourdhui: Jour; pilote: Pilote; exemple: (() => Promise<void>) | null }) => {
  const place = useRef<HTMLDivElement>(null);
  const dernier = useRef(pilote);
  dernier.current = pilote;
  useEffect(() => monte(place.current!, hoteDuVolet(classeur, aujourdhui, () => dernier.current, exemple)), [classeur]);
  return <div ref={place} />;
};
