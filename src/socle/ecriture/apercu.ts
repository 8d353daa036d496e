// L'aperçu d'un rapport : l'examen dit en phrases. Rien n'est écrit.
import { adresse } from '../cellule';
import { ErreurAnnulation, ErreurClasseur, ErreurReglage } from '../erreurs';
import type { Apercu, LigneApercu } from '../outil';
import type { Suite } from '../suite';
import { nomLibre } from './creation';
import { examine, type Examen, type Rapport } from './rapport-examen';
import { nomDeSauvegarde, sauvegardeLaissee } from './sauvegarde';

const ligne = (effet: LigneApercu['effet'], phrase: string, ou: string | null = null): LigneApercu => ({ effet, phrase, adresse: ou });

export const impossible = ({ message, adresse: ou }: ErreurClasseur): Apercu => ({ feuille: null, verdict: 'impossible', lignes: [ligne('refuse', message, ou)] });

const taille = ({ etendue: { lignes, colonnes } }: Examen): string => `${lignes} ligne${lignes > 1 ? 's' : ''}, ${colonnes} colonne${colonnes > 1 ? 's' : ''}`;

const lignesDe = (examen: Examen, voulu: string): LigneApercu[] => {
  const { existe, nom, aSauver, releve, aJour, souvenir, origine } = examen;
  const coupee = sauvegardeLaissee(releve, origine);
  const homonyme = nom !== voulu && releve.feuilles.some((f) => f.nom.toLowerCase() === voulu.toLowerCase() && f.marque === null);
  return [
    ...(coupee === null ? [] : [ligne('sauvegarde', `La sauvegarde interrompue « ${coupee} » sera gardée telle quelle.`)]),
    ...(aSauver.length > 0 ? [ligne('sauvegarde', `Ce que quelqu’un a changé dans « ${nom} » (${aSauver.length} cellule${aSauver.length > 1 ? 's' : ''}) sera d’abord copié dans un onglet « ${nomLibre(nomDeSauvegarde(nom), releve.feuilles)} ».`, aSauver[0])] : []),
    aJour
      ? ligne('garde', `« ${nom} » est déjà à jour.`)
      : existe
        ? ligne('reecrit', `L’onglet « ${nom} » sera réécrit (${taille(examen)}) ; ce qui est écrit autour ne change pas.`, adresse(nom, 1, 1))
        : ligne('cree', `L’onglet « ${nom} » sera créé (${taille(examen)}).`),
    ...(souvenir ? [ligne('reecrit', souvenir.genre === 'memoriser' && souvenir.valeur === null ? 'Le classeur oubliera les réglages retenus.' : 'Le classeur retiendra vos réglages.')] : []),
    ...(homonyme ? [ligne('garde', `Votre onglet « ${voulu} » ne change pas : il n’a pas été créé par Classeur+.`)] : []),
    ligne('garde', 'Vos autres feuilles ne changent pas.'),
  ];
};

export function* prevoisRapport(rapport: Rapport): Suite<Apercu> {
  const examen: Examen = yield* examine(rapport);
  if (examen.refus !== null) return { ...impossible(examen.refus), feuille: examen.nom };
  return { feuille: examen.nom, verdict: examen.aJour && !examen.suspens ? 'rien' : 'possible', lignes: lignesDe(examen, rapport.nom) };
}

/** Un refus devient un aperçu qui le dit ; une saisie à corriger reste une erreur, montrée près de la saisie ; une annulation reste une annulation. */
export function* apercuOuRefus(suite: Suite<Apercu>): Suite<Apercu> {
  try {
    return yield* suite;
  } catch (cause) {
    if (cause instanceof ErreurClasseur && !(cause instanceof ErreurReglage || cause instanceof ErreurAnnulation)) return impossible(cause);
    throw cause;
  }
}
