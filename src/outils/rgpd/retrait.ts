// Retirer les commentaires et vider les noms que la personne a vus dans l'aperçu ; coupé, il se recommence, et le compte reste vrai.
import { adresse } from '../../socle/cellule';
import type { Annexes, Modification } from '../../socle/classeur';
import { refusDesVerrous } from '../../socle/ecriture/verrous';
import { empreinte } from '../../socle/empreinte';
import { erreur } from '../../socle/erreurs';
import { ecris, lis, type Suite } from '../../socle/suite';
import { annexesDe, type CommentaireARetirer, type NomAVider } from './hors-cellules';

export type Retrait = { readonly commentaires: readonly CommentaireARetirer[]; readonly noms: readonly NomAVider[] };

/** Ce qui est retiré pour de bon, et ce qui était en train de l'être à la dernière écriture de la note. */
export type Retires = { readonly commentaires: number; readonly noms: number; readonly enCours: readonly string[] };
export const RIEN_RETIRE: Retires = { commentaires: 0, noms: 0, enCours: [] };

/** Leurs adresses tiennent dans une propriété de Google Sheets. */
const PAR_LOT = 40;

const clefNom = ({ nom, feuille }: Pick<NomAVider, 'nom' | 'feuille'>): string => `=${feuille ?? ''}!${nom}`;
const clefCommentaire = ({ feuille, ligne, colonne }: Pick<CommentaireARetirer, 'feuille' | 'ligne' | 'colonne'>): string => adresse(feuille, ligne, colonne);

/** Le compte, une fois sue la part du lot coupé qui était déjà faite. */
export const compteRepris = ({ commentaires, noms, enCours }: Retires, annexes: Annexes): Retires => {
  const restent = new Set([...annexes.commentaires.map(clefCommentaire), ...annexes.noms.filter(({ formule }) => formule !== '=""').map(clefNom)]);
  const faits = enCours.filter((clef) => !restent.has(clef));
  const n = faits.filter((clef) => clef.startsWith('=')).length;
  return { commentaires: commentaires + faits.length - n, noms: noms + n, enCours: [] };
};

/** @throws ErreurClasseur un commentaire ou un nom a changé depuis l'aperçu, ou sa feuille ne se laisse pas écrire */
export function* exigeAnnexesIntactes({ commentaires, noms }: Retrait): Suite<void> {
  if (commentaires.length + noms.length === 0) return;
  const releve = yield* lis({ annexes: true, verrous: true });
  const annexes = annexesDe(releve);
  const la = new Map([...annexes.commentaires.map((une) => [clefCommentaire(une), une.texte] as const), ...annexes.noms.map((un) => [clefNom(un), un.formule] as const)]);
  const RIEN = 'rien n’a été effacé';
  for (const un of [...commentaires.map((une) => ({ clef: clefCommentaire(une), ...une })), ...noms.map((nom) => ({ clef: clefNom(nom), ...nom }))]) {
    const lu = la.get(un.clef);
    if (lu !== undefined && empreinte(lu).slice(0, 8) !== un.empreinte) throw erreur(`Un commentaire ou un nom a changé depuis que vous avez vu le plan ; ${RIEN}`, 'Relisez le plan, puis confirmez de nouveau', 'nom' in un ? undefined : un.clef);
  }
  for (const feuille of releve.feuilles) {
    const siens = commentaires.filter((une) => une.feuille === feuille.nom);
    if (siens.length === 0) continue;
    if (feuille.protegee) throw erreur(`La feuille « ${feuille.nom} » est protégée ; ${RIEN}`, 'Ôtez sa protection, puis recommencez');
    const ferme = refusDesVerrous(feuille, siens.map((une) => ({ ...une, lignes: 1, colonnes: 1 })), RIEN);
    if (ferme !== null) throw ferme;
  }
}

/**
 * @param depart ce qui était déjà retiré
 * @param note ce que le classeur retient à chaque pas
 * @throws ErreurClasseur le tableur n'a pas tout retiré
 */
export function* retire({ commentaires, noms }: Retrait, depart: Retires, note: (retires: Retires) => Modification): Suite<Retires> {
  let fait = depart;
  const tous = [...commentaires.map((une) => ({ clef: clefCommentaire(une), une })), ...noms.map((nom) => ({ clef: clefNom(nom), nom }))];
  for (let i = 0; i < tous.length; i += PAR_LOT) {
    const lot = tous.slice(i, i + PAR_LOT);
    const cellules = lot.flatMap((un) => ('une' in un ? [{ feuille: un.une.feuille, ligne: un.une.ligne, colonne: un.une.colonne }] : []));
    yield* ecris([note({ ...fait, enCours: lot.map(({ clef }) => clef) }), { genre: 'barriere' }]);
    yield* ecris([
      ...(cellules.length === 0 ? [] : [{ genre: 'retirer-commentaires' as const, cellules }]),
      ...lot.flatMap((un) => ('nom' in un ? [{ genre: 'vider-nom' as const, nom: un.nom.nom, feuille: un.nom.feuille }] : [])),
    ]);
    const apres = compteRepris({ ...fait, enCours: lot.map(({ clef }) => clef) }, annexesDe(yield* lis({ annexes: true })));
    if (apres.commentaires + apres.noms - fait.commentaires - fait.noms < lot.length) throw erreur('Le tableur n’a pas retiré tous les commentaires', 'Vérifiez que la feuille n’est pas protégée, puis recommencez', cellules[0] === undefined ? undefined : clefCommentaire(cellules[0]));
    fait = apres;
    yield* ecris([note(fait)]);
  }
  return fait;
}
