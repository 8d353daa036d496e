// La mention d'information des personnes (RGPD, article 13) : une longue pour le site ou l'affiche, une courte pour un courriel ou un formulaire.
import { LIBELLES_BASES, type ReglagesRgpd } from './reperes';

const A_REMPLIR = (quoi: string): string => `[à compléter : ${quoi}]`;

export type Mention = { readonly longue: readonly (readonly [titre: string, phrase: string])[]; readonly courte: string; readonly papier: string; readonly manque: readonly string[] };

/** Les droits que la base légale ouvre (articles 15 à 22). */
const droits = (base: ReglagesRgpd['base']): string => [
  'accéder à vos données, les faire rectifier ou effacer, en limiter l’usage',
  ...(base === 'consentement' || base === 'contrat' ? ['les recevoir dans un format courant'] : []),
  ...(base === 'mission' || base === 'interet-legitime' ? ['vous opposer à leur usage'] : []),
].join(', ');

export const mention = (reglages: ReglagesRgpd): Mention => {
  const manque: string[] = [];
  const ou = (valeur: string | null, quoi: string): string => {
    if (valeur !== null) return valeur;
    manque.push(quoi);
    return A_REMPLIR(quoi);
  };
  const enquete = ou(reglages.enquete, 'nom de l’enquête');
  const responsable = ou(reglages.responsable, 'responsable de traitement et ses coordonnées');
  const delegue = ou(reglages.delegue, 'coordonnées du délégué à la protection des données');
  const finalite = ou(reglages.finalite, 'pourquoi ces données');
  const destinataires = ou(reglages.destinataires, 'qui reçoit les données');
  const duree = ou(reglages.duree, 'durée de conservation');
  const donnees = ou(reglages.donneesDemandees, 'données demandées');
  const transferts = ou(reglages.transferts, 'transferts hors de l’Union européenne, ou « aucun »');
  const base = LIBELLES_BASES[reglages.base].toLowerCase();
  const retrait = reglages.base === 'consentement' ? ' Vous pouvez retirer votre accord à tout moment, aussi simplement que vous l’avez donné ; ce qui a été fait avant reste valable.' : '';
  return {
    manque,
    longue: [
      ['Qui utilise vos données', `${responsable}, pour l’enquête « ${enquete} ».`],
      ['Qui contacter', `Le délégué à la protection des données : ${delegue}.`],
      ['Lesquelles, et pourquoi', `${donnees}, pour ${finalite}. Base légale : ${base}.`],
      ...(reglages.base === 'interet-legitime' ? [['Quel intérêt légitime', A_REMPLIR('l’intérêt poursuivi')] as const] : []),
      ['Qui les reçoit', `${destinataires}${reglages.prestataire ? ', et le prestataire qui réalise l’enquête pour notre compte' : ''}.`],
      ['Hors de l’Union européenne', `Transferts : ${transferts}.`],
      ['Combien de temps', `${duree}, puis elles sont effacées.`],
      ['Faut-il répondre', 'Répondre est facultatif ; ne pas répondre n’a aucune conséquence pour vous. Aucune décision n’est prise automatiquement.'],
      ['Vos droits', `Vous pouvez ${droits(reglages.base)}, en écrivant à ${delegue}.${retrait}`],
      ['Réclamation', 'Si vos droits ne vous semblent pas respectés, vous pouvez saisir la CNIL (www.cnil.fr).'],
    ],
    courte: `${responsable} utilise vos réponses pour ${finalite} (${base}). Elles vont à ${destinataires} et sont gardées ${duree}. Vous pouvez ${droits(reglages.base)} : ${delegue}.${retrait} Réclamation : CNIL.`,
    papier: `Répondre est facultatif. Vos réponses servent à ${finalite} ; elles sont gardées ${duree}. Vos droits : ${delegue}.`,
  };
};
