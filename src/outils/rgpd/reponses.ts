// La feuille des réponses auxquelles un registre des consentements se rapporte : celle que la personne désigne, sinon la seule qui parle des mêmes personnes.
import { enTexte, type Cellule, type Zone } from '../../socle/cellule';
import type { Feuille, Releve } from '../../socle/classeur';
import { sansAccents } from '../../socle/normalise';
import { lis, type Suite } from '../../socle/suite';
import { enteteDesignee, trouveEntete, type Entete } from '../../socle/tableau/entete';
import { COLONNES_CONSENTEMENT, COLONNES_REPONSE, estUnRegistre } from './colonnes';

export type Vue = { readonly feuille: Feuille; readonly entete: Entete };

const LIGNES_D_ENTETE = 20;
const CLEFS = ['id', 'identite'] as const;

/** La première ligne de la feuille qui porte l'une des colonnes voulues. */
export const enteteDe = (feuille: Feuille): Entete | null => {
  for (let ligne = 1; ligne <= Math.min(LIGNES_D_ENTETE, feuille.tete.length); ligne++) {
    const lue = enteteDesignee(feuille.tete, ligne, COLONNES_REPONSE);
    if (lue !== null && (lue.colonnes['identite'] !== undefined || lue.colonnes['id'] !== undefined)) return lue;
  }
  return null;
};

/** Ce par quoi une réponse et sa preuve se retrouvent, sans casse ni accents. */
export const clefDe = (valeur: Cellule): string => sansAccents(enTexte(valeur)).replace(/\s+/g, ' ').trim();

/** « 12 » est dans toutes les feuilles : seul ce qui porte une lettre, ou quatre chiffres, rapproche deux feuilles sans qu'on le dise. */
const rapproche = (clef: string): boolean => /[a-z]/.test(clef) || /\d{4}/.test(clef);

/** Une zone d'une colonne par clef que la feuille a. */
const colonnesDe = ({ feuille, entete }: Vue): Zone[] => CLEFS.flatMap((clef) => {
  const colonne = entete.colonnes[clef];
  return colonne === undefined || feuille.lignes <= entete.ligne ? [] : [{ feuille: feuille.nom, ligne: entete.ligne + 1, colonne, lignes: feuille.lignes - entete.ligne, colonnes: 1 }];
});

/** @param lisibles les feuilles de la personne, têtes lues @returns null quand aucune, ou plusieurs, conviennent : personne ne choisit à la place de l'agent */
export function* devineReponses(registre: Vue, lisibles: readonly Feuille[]): Suite<Vue | null> {
  const candidates = lisibles.flatMap((feuille): Vue[] => {
    if (feuille.nom === registre.feuille.nom || trouveEntete(feuille.tete, COLONNES_CONSENTEMENT, estUnRegistre) !== null) return [];
    const entete = enteteDe(feuille);
    return entete === null ? [] : [{ feuille, entete }];
  });
  if (candidates.length === 0) return null;
  const vues = [registre, ...candidates];
  const zones = vues.map(colonnesDe);
  const { plages }: Releve = yield* lis({ zones: zones.flat() });
  let rang = 0;
  const clefs = zones.map((siennes) => new Set(siennes.flatMap(() => (plages[rang++] ?? []).map((ligne) => clefDe(ligne[0] ?? null)).filter(rapproche))));
  const duRegistre = clefs[0] ?? new Set();
  const parentes = candidates.filter((_, i) => {
    const siennes = clefs[i + 1] ?? new Set();
    const communes = [...siennes].filter((clef) => duRegistre.has(clef)).length;
    return communes > 0 && communes * 2 >= Math.min(siennes.size, duRegistre.size);
  });
  // Une liste de noms les partage aussi : ce qui a une date de réponse l'emporte.
  const datees = parentes.filter(({ entete }) => entete.colonnes['reponse'] !== undefined);
  const [seule, ...autres] = parentes.length > 1 ? datees : parentes;
  return autres.length === 0 ? (seule ?? null) : null;
}
