// Poser un bloc de valeurs : le format « texte » avant, ce que Google interprète protégé, puis un seul setValues.
import type { Modification } from '../src/socle/classeur';
import { texteProtege } from '../src/socle/ecriture/cellule-sure';
import type { Chantier } from './chantier';

type Ecriture = Extract<Modification, { genre: 'ecrire' }>;

const TEXTE = '@';
const AUTOMATIQUE = 'General';

/** Sous « @ », un nombre deviendrait un texte : ce format part d'abord. Les autres restent, et une case à vider garde le sien. */
const formats = (voulues: Ecriture['valeurs'], enPlace: readonly (readonly string[])[]): string[][] =>
  voulues.map((rangee, i) =>
    rangee.map((valeur, j) => {
      const format = enPlace[i]?.[j] ?? AUTOMATIQUE;
      if (typeof valeur === 'string') return TEXTE;
      return valeur !== null && format === TEXTE ? AUTOMATIQUE : format;
    }),
  );

export const ecrisValeurs = ({ plage }: Chantier, { feuille, ligne, colonne, valeurs }: Ecriture): void => {
  const colonnes = valeurs[0]?.length ?? 0;
  if (colonnes === 0) return;
  const cible = plage({ feuille, ligne, colonne, lignes: valeurs.length, colonnes });
  if (valeurs.some((rangee) => rangee.some((valeur) => valeur !== null))) {
    const enPlace = cible.getNumberFormats();
    const voulus = formats(valeurs, enPlace);
    if (voulus.some((rangee, i) => rangee.some((format, j) => format !== enPlace[i]?.[j]))) cible.setNumberFormats(voulus);
  }
  cible.setValues(valeurs.map((rangee) => rangee.map((valeur) => (typeof valeur === 'string' ? texteProtege(valeur) : valeur ?? ''))));
};
