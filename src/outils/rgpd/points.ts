// Les points de la liste de contrôle, dans nos mots : « Oui » veut toujours dire que l'obligation est tenue (domaine.md §5.1, §5.2, §5.6).
import { sansAccents } from '../../socle/normalise';

type Groupe = 'Les répondants' | 'La CNIL et l’organisation';

export type Point = { readonly numero: number; readonly groupe: Groupe; readonly texte: string; /** Le document du dossier de conformité que ce point tient à jour. */ readonly document?: string; readonly pour?: 'consentement' | 'prestataire' | 'recueil' };

const POINTS_SANS_NUMERO: readonly Omit<Point, 'numero'>[] = [
  { groupe: 'La CNIL et l’organisation', texte: 'Nous avons écrit si l’enquête utilise ou recueille des données personnelles.' },
  { groupe: 'La CNIL et l’organisation', texte: 'Nous avons écrit qui est responsable du traitement, et qui agit pour son compte.', document: 'Contrats qui définissent les rôles' },
  { groupe: 'La CNIL et l’organisation', texte: 'La base légale de l’enquête est choisie et écrite.' },
  { groupe: 'Les répondants', texte: 'Chaque question qui touche à une personne sert à l’objectif de l’enquête.', pour: 'recueil' },
  { groupe: 'Les répondants', texte: 'L’information des personnes est donnée avant la première question : qui, pourquoi, pour qui, combien de temps, quels droits.', document: 'Dispositifs d’information des personnes' },
  { groupe: 'La CNIL et l’organisation', texte: 'Le délégué à la protection des données a été consulté.' },
  { groupe: 'Les répondants', texte: 'L’accord de chaque personne est recueilli avant sa réponse.', pour: 'consentement' },
  { groupe: 'Les répondants', texte: 'La preuve de chaque accord est gardée : l’identité, l’accord, la date.', pour: 'consentement' },
  { groupe: 'Les répondants', texte: 'Aucune case d’accord n’est cochée d’avance.', pour: 'consentement' },
  { groupe: 'Les répondants', texte: 'Retirer son accord, ou s’opposer, est aussi simple que le donner.' },
  { groupe: 'Les répondants', texte: 'Un mineur de moins de 15 ans ne répond qu’avec l’accord d’un parent, ou l’enquête ne s’adresse pas à des mineurs.' },
  { groupe: 'Les répondants', texte: 'Aucune donnée sensible n’est demandée, ou son recueil est permis et écrit.', pour: 'recueil' },
  { groupe: 'La CNIL et l’organisation', texte: 'L’enquête est inscrite au registre des activités de traitement.', document: 'Registre des activités de traitement' },
  { groupe: 'La CNIL et l’organisation', texte: 'Le contrat avec le prestataire dit ce que le règlement exige de lui.', document: 'Contrats qui définissent les rôles', pour: 'prestataire' },
  { groupe: 'La CNIL et l’organisation', texte: 'Le prestataire suit un code de conduite, ou donne des garanties équivalentes.', document: 'Code de conduite du sous-traitant', pour: 'prestataire' },
  { groupe: 'La CNIL et l’organisation', texte: 'Les réponses sont hébergées dans l’Union européenne.' },
  { groupe: 'La CNIL et l’organisation', texte: 'Seules les personnes qui en ont besoin ouvrent le fichier des réponses.' },
  { groupe: 'Les répondants', texte: 'Les réponses libres ont été relues : aucun nom, aucun numéro n’y reste sans raison.' },
  { groupe: 'Les répondants', texte: 'Les petits effectifs sont masqués dans ce qui est publié.' },
  { groupe: 'La CNIL et l’organisation', texte: 'La durée de conservation est fixée et écrite.' },
  { groupe: 'La CNIL et l’organisation', texte: 'La date d’effacement des données personnelles est prévue.' },
  { groupe: 'Les répondants', texte: 'Les données personnelles sont effacées dès l’enquête exploitée, et le procès-verbal est gardé.' },
  { groupe: 'La CNIL et l’organisation', texte: 'Nous avons vérifié si une analyse d’impact est nécessaire.' },
];

export const POINTS: readonly Point[] = POINTS_SANS_NUMERO.map((point, i) => ({ numero: i + 1, ...point }));

export type Reponse = 'oui' | 'non' | 'sans-objet' | 'vide' | 'ambigue';

/** « NC » dit non conforme, non concerné ou non communiqué : on le redemande. */
export const lisReponse = (valeur: unknown): Reponse => {
  if (valeur === null || valeur === undefined || valeur === '' || valeur === 0) return 'vide';
  if (valeur === true || valeur === 1) return 'oui';
  if (valeur === false) return 'non';
  const mot = sansAccents(String(valeur)).replace(/[^a-z0-9]+/g, ' ').trim();
  if (mot === '') return 'vide';
  if (/^(oui|o|ok|x|yes|vrai|fait|conforme|1)$/.test(mot)) return 'oui';
  if (/^(non|n|no|faux|pas encore|a faire|non conforme|en cours)$/.test(mot)) return 'non';
  if (/^(sans objet|so|s o|non concernee?|non applicable|na|n a)$/.test(mot)) return 'sans-objet';
  return 'ambigue';
};

export type Avancement = { readonly tenus: number; readonly applicables: number; readonly ambigues: number };

/** Un point sans réponse compte comme applicable et pas tenu ; une réponse ambiguë aussi. */
export const avancement = (reponses: readonly unknown[]): Avancement => {
  const lues = reponses.map(lisReponse);
  const compte = (une: Reponse): number => lues.filter((lue) => lue === une).length;
  return { tenus: compte('oui'), applicables: lues.length - compte('sans-objet'), ambigues: compte('ambigue') };
};
