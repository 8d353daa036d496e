// functions.json : ce qu'Excel lit pour proposer nos fonctions, tiré de leurs définitions. Compilé par la chaîne de fabrication (webpack.excel.mjs).
import { fonctions, outils } from '../src/registre';
import type { Parametre } from '../src/socle/fonction';
import { rendMatrice } from './matrice';

/** Une valeur de tout type : une cellule vide, une erreur ou une date en texte doivent arriver à la fonction, qui les dit en français. */
const parametre = ({ nom, aide, genre, facultatif }: Parametre): Record<string, unknown> => ({
  name: nom, description: aide, type: 'any', dimensionality: genre === 'plage' || genre === 'bloc' ? 'matrix' : 'scalar', ...(facultatif ? { optional: true } : {}),
});

/** @param adresse où l'aide est servie */
export const listeFonctions = (adresse: string): Record<string, unknown> => ({
  allowCustomDataForDataTypeAny: true,
  allowErrorForDataTypeAny: true,
  functions: fonctions.map((fonction) => ({
    id: fonction.nom,
    name: fonction.nom,
    description: fonction.resume,
    helpUrl: `${adresse}/aide.html#${fonction.nom}`,
    parameters: fonction.parametres.map(parametre),
    result: { type: 'any', dimensionality: rendMatrice(fonction) ? 'matrix' : 'scalar' },
    ...(fonction.zeroEstUneValeur === true ? { options: { requiresParameterAddresses: true } } : {}),
  })),
});

export { outils };
