// Combien de réponses se ressemblent sur les colonnes qui, recoupées, désignent quelqu'un (k-anonymat) : en dessous de cinq, on reconnaît.
import type { Cellule } from '../../socle/cellule';
import { nombre, pluriel } from '../../socle/format';
import { clefDe } from '../analyse/croise';

/** domaine.md §5.7 : « k < 5 listed ». */
const K_MIN = 5;

/** Pour chaque réponse, combien ont les mêmes valeurs qu'elle, elle comprise. @param colonnes une suite de valeurs par colonne, de même longueur */
export const sortes = (colonnes: readonly (readonly Cellule[])[], taille: number): readonly number[] => {
  const clefs = Array.from({ length: taille }, (_, i) => JSON.stringify(colonnes.map((valeurs) => clefDe(valeurs[i]))));
  const combien = new Map<string, number>();
  for (const clef of clefs) combien.set(clef, (combien.get(clef) ?? 0) + 1);
  return clefs.map((clef) => combien.get(clef) as number);
};

export const phraseSortes = (combien: readonly number[], titres: readonly string[]): string => {
  if (titres.length === 0) return 'Aucune colonne ne semble, recoupée, désigner quelqu’un. Si c’est faux, nommez-les par le réglage « quasi ».';
  const k = Math.min(...combien);
  const [peu, seules] = [combien.filter((n) => n < K_MIN).length, combien.filter((n) => n === 1).length];
  const recoupees = `En recoupant ${titres.map((titre) => `« ${titre} »`).join(', ')}`;
  if (peu === 0) return `${recoupees}, chaque réponse ressemble à au moins ${nombre(k - 1)} autres (k = ${nombre(k)}).`;
  return `${recoupees}, ${nombre(peu)} ${pluriel(peu, 'réponse', 'réponses')} sur ${nombre(combien.length)} ${pluriel(peu, 'ressemble', 'ressemblent')} à moins de ${K_MIN - 1} autres (k = ${nombre(k)})${seules === 0 ? '' : `, dont ${nombre(seules)} ${pluriel(seules, 'seule', 'seules')} de ${pluriel(seules, 'sa', 'leur')} sorte`} : regroupez des valeurs, ou retirez une de ces colonnes avant de diffuser.`;
};
