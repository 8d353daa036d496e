// Ce qu'un classeur porte hors de ses cellules, vu d'Excel : notes, fils de commentaires, noms, tableaux croisés.
import { zoneDeCellule } from '../src/socle/cellule';
import type { Annexes, Case } from '../src/socle/classeur';

/** Les notes d'avant 2018 ne se lisent que depuis ExcelApi 1.18 ; la bibliothèque publiée sur npm ne les a pas encore (test/contrat/suppositions.md). */
const notesDe = ({ workbook }: Excel.RequestContext): Excel.NoteCollection | null => (Office.context.requirements.isSetSupported('ExcelApi', '1.18') ? ((workbook.notes as Excel.NoteCollection | undefined) ?? null) : null);

type Pose = Case & { readonly objet: Excel.Comment | Excel.Note; readonly texte: string };

const demandeCommentaires = (context: Excel.RequestContext): { readonly fils: Excel.CommentCollection; readonly notes: Excel.NoteCollection | null } => ({
  fils: context.workbook.comments.load('items/content,items/replies/items/content'),
  notes: notesDe(context)?.load('items/content') ?? null,
});

/** Où chacun est posé : un envoi, s'il y en a. */
const situe = async (context: Excel.RequestContext, { fils, notes }: ReturnType<typeof demandeCommentaires>): Promise<Pose[]> => {
  const poses = [
    ...fils.items.map((objet) => ({ objet, texte: [objet.content, ...objet.replies.items.map(({ content }) => content)].join('\n'), ou: objet.getLocation().load('address') })),
    ...(notes?.items ?? []).map((objet) => ({ objet, texte: objet.content, ou: objet.getLocation().load('address') })),
  ];
  if (poses.length > 0) await context.sync();
  return poses.map(({ objet, texte, ou }) => {
    const { feuille, ligne, colonne } = zoneDeCellule(ou.address);
    return { objet, texte, feuille, ligne, colonne };
  });
};

/** Les commentaires du classeur, pour les retirer : deux envois. */
export const trouveCommentaires = async (context: Excel.RequestContext): Promise<readonly Pose[]> => {
  const demande = demandeCommentaires(context);
  await context.sync();
  return situe(context, demande);
};

/** Ce qu'Excel se donne lui-même. */
const DU_TABLEUR = /^(_xlnm\.)?(Print_Area|Print_Titles|_FilterDatabase)$/i;

export const lisAnnexes = async (context: Excel.RequestContext): Promise<Annexes> => {
  const { workbook } = context;
  const commentaires = demandeCommentaires(context);
  const noms = workbook.names.load('items/name,items/formula');
  const feuilles = workbook.worksheets.load('items/name,items/names/items/name,items/names/items/formula');
  const croises = workbook.pivotTables.load('items/name,items/worksheet/name');
  await context.sync();
  const lieux = croises.items.map((croise) => croise.layout.getRange().load('rowIndex,columnIndex,rowCount,columnCount'));
  const poses = await situe(context, commentaires);
  // Les places viennent avec celles des commentaires ; sans commentaire, il reste à les demander.
  if (poses.length === 0 && lieux.length > 0) await context.sync();
  return {
    commentaires: poses.map(({ feuille, ligne, colonne, texte }) => ({ feuille, ligne, colonne, texte })),
    noms: [
      ...noms.items.map(({ name, formula }) => ({ nom: name, feuille: null, formule: String(formula) })),
      ...feuilles.items.flatMap((feuille) => feuille.names.items.map(({ name, formula }) => ({ nom: name, feuille: feuille.name, formule: String(formula) }))),
    ].filter(({ nom }) => !DU_TABLEUR.test(nom)),
    croises: croises.items.map(({ name, worksheet }, i) => {
      const { rowIndex, columnIndex, rowCount, columnCount } = lieux[i]!;
      return { nom: name, feuille: worksheet.name, zone: { ligne: rowIndex + 1, colonne: columnIndex + 1, lignes: rowCount, colonnes: columnCount } };
    }),
    nonLus: commentaires.notes !== null ? [] : ['les notes (cet Excel ne les laisse pas lire)'],
  };
};
