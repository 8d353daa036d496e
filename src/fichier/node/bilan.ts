// Le compte rendu d'une consolidation, pour un terminal : combien de classeurs, et les totaux qu'ils ont en commun.
import { nombre, pluriel } from '../../socle/format';
import { phraseAutrement } from './consolidation';
import { texteNet } from './nom-montre';
import type { Absent } from './site';
import { tableauIndicateurs } from './texte-analyse';
import { principaux, type Total } from './totaux';

export type Bilan = { readonly sites: number; readonly absents: readonly Absent[]; readonly aTraiter: number; readonly aCorriger: number; readonly aVerifier: number; readonly totaux: readonly Total[] };

/** « 998 classeurs comptés sur 1 000, 1 illisible, 1 sans rien à compter. » */
const phraseClasseurs = ({ sites, absents }: Bilan): string => {
  const illisibles = absents.filter(({ illisible }) => illisible).length;
  const sans = absents.length - illisibles;
  return [
    `${nombre(sites)} ${pluriel(sites, 'classeur compté', 'classeurs comptés')} sur ${nombre(sites + absents.length)}`,
    ...(illisibles > 0 ? [`${nombre(illisibles)} ${pluriel(illisibles, 'illisible', 'illisibles')}`] : []),
    ...(sans > 0 ? [`${nombre(sans)} sans rien à compter`] : []),
  ].join(', ') + '.';
};

export const texteBilan = (dossier: string, bilan: Bilan): string => {
  const { totaux, autrement } = principaux(bilan.totaux);
  // La question d'enquête d'un seul classeur n'est pas un total : elle reste dans le fichier.
  const communs = bilan.sites > 1 ? totaux.filter(({ classeurs }) => classeurs > 1) : totaux;
  const texte = [
    `« ${dossier} » : ${phraseClasseurs(bilan)}`,
    ...[...new Set(communs.map(({ outil }) => outil))].map((outil) => `\n${tableauIndicateurs(communs.filter((total) => total.outil === outil))}`),
    ...phraseAutrement(autrement),
    `\nÀ traiter : ${nombre(bilan.aTraiter)}. À corriger : ${nombre(bilan.aCorriger)}. À vérifier : ${nombre(bilan.aVerifier)}.`,
  ].join('\n');
  return texte.split('\n').map(texteNet).join('\n');
};
