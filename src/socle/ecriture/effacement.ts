// Effacer exactement les cellules d'un plan que la personne a confirmé en toutes lettres ; interrompu, il est marqué et se finit, sans toucher
// à ce que quelqu'un a saisi depuis.
import { adresse, estVide, lettres, type Zone } from '../cellule';
import type { Modification } from '../classeur';
import { erreur } from '../erreurs';
import type { Apercu, CompteRendu } from '../outil';
import { ecris, lis, type Suite } from '../suite';
import { impossible } from './apercu';
import { examineEffacement, type ExamenEffacement } from './effacement-examen';
import { CLEF, taille, type PlanEffacement } from './effacement-plan';

/** Le mot que la personne tape pour confirmer. */
export const MOT_DE_CONFIRMATION = 'EFFACER';

const HISTORIQUE = 'L’historique des versions (OneDrive, SharePoint, Google Drive) garde l’ancien contenu.';

/** @throws ErreurClasseur quand la personne n'a pas tapé le mot */
export const exigeConfirmation = (confirmation: string): void => {
  if (confirmation.trim().toUpperCase() !== MOT_DE_CONFIRMATION) throw erreur('L’effacement n’est pas confirmé ; rien n’a été changé', `Tapez ${MOT_DE_CONFIRMATION} pour confirmer`);
};

const phraseDesLaissees = (laissees: readonly string[]): string => {
  const liste = laissees.slice(0, 5).join(', ') + (laissees.length > 5 ? '…' : '');
  return laissees.length === 1 ? `1 cellule a changé depuis : laissée telle quelle, ${liste}.` : `${laissees.length} cellules ont changé depuis : laissées telles quelles, ${liste}.`;
};

const laisseesDans = ({ laissees }: ExamenEffacement, { feuille, ligne, colonne, lignes, colonnes }: Zone): number => {
  const siennes = new Set(laissees);
  let nombre = 0;
  for (let i = 0; siennes.size > 0 && i < lignes; i++) for (let j = 0; j < colonnes; j++) if (siennes.has(adresse(feuille, ligne + i, colonne + j))) nombre++;
  return nombre;
};

/** Ce que `efface` ferait ; rien n'est écrit. */
export function* prevoisEffacement(plan: PlanEffacement): Suite<Apercu> {
  const feuille = plan.zones[0]?.feuille ?? null;
  if (plan.zones.length === 0) return { feuille, verdict: 'rien', lignes: [{ effet: 'garde', phrase: 'Ce plan n’a aucune cellule à effacer.', adresse: null }] };
  const examen: ExamenEffacement = yield* examineEffacement(plan);
  if (examen.refus !== null) return { ...impossible(examen.refus), feuille };
  return {
    feuille, verdict: 'possible',
    lignes: [
      ...plan.zones.map((zone) => {
        const nombre = taille([zone]) - laisseesDans(examen, zone);
        const debut = adresse(zone.feuille, zone.ligne, zone.colonne);
        const etendue = taille([zone]) === 1 ? debut : `${debut}:${lettres(zone.colonne + zone.colonnes - 1)}${zone.ligne + zone.lignes - 1}`;
        return { effet: 'reecrit' as const, phrase: `${etendue} : ${nombre > 1 ? `${nombre} cellules seront effacées ; leur mise en forme reste.` : `${nombre} cellule sera effacée ; sa mise en forme reste.`}`, adresse: debut };
      }),
      ...(examen.laissees.length === 0 ? [] : [{ effet: 'garde' as const, phrase: phraseDesLaissees(examen.laissees), adresse: examen.laissees[0] ?? null }]),
      { effet: 'garde', phrase: `Les autres cellules ne changent pas. ${HISTORIQUE} Tapez ${MOT_DE_CONFIRMATION} pour confirmer.`, adresse: null },
    ],
  };
}

/**
 * Efface le contenu des zones ; les styles restent. Repris après une coupure (le plan est celui que le classeur a gardé), il laisse les cellules
 * changées depuis et les nomme.
 * @param confirmation ce que la personne a tapé
 * @param enFinissant écrit juste avant que l'effacement soit dit fini : ce que l'appelant y compte n'est jamais perdu, au pire compté quand il reprend
 * @param oublie vrai pour que l'hôte n'en garde rien à part des cellules non plus
 * @throws ErreurClasseur confirmation absente, feuille absente ou protégée, ou cellules changées depuis que le plan a été montré : rien n'est effacé
 */
export function* efface(plan: PlanEffacement, confirmation: string, enFinissant: readonly Modification[] = [], oublie = false): Suite<CompteRendu> {
  exigeConfirmation(confirmation);
  if (plan.zones.length === 0) return { message: '0 cellule effacée : le plan est vide.', feuille: null, ecrit: false };
  const { refus, aVider, laissees, textes }: ExamenEffacement = yield* examineEffacement(plan);
  if (refus !== null) throw refus;
  yield* ecris([
    { genre: 'memoriser', clef: CLEF, valeur: JSON.stringify(plan) }, { genre: 'barriere' },
    ...aVider.map(({ feuille, ligne, colonne, lignes, colonnes }) => ({ genre: 'ecrire' as const, feuille, ligne, colonne, valeurs: Array.from({ length: lignes }, () => Array.from({ length: colonnes }, () => null)) })), { genre: 'barriere' },
    ...(oublie ? [{ genre: 'oublier' as const, textes }, { genre: 'barriere' as const }] : []),
  ]);
  const { plages } = yield* lis({ zones: plan.zones });
  const permises = new Set(laissees);
  const restante = plan.zones.find(({ feuille, ligne, colonne }, i) => (plages[i] ?? []).some((rangee, di) => rangee.some((valeur, dj) => !estVide(valeur) && !permises.has(adresse(feuille, ligne + di, colonne + dj)))));
  if (restante !== undefined) throw erreur('Le tableur n’a pas tout effacé', 'Vérifiez que la feuille n’est pas protégée, puis recommencez', adresse(restante.feuille, restante.ligne, restante.colonne));
  yield* ecris([...enFinissant.flatMap((m): Modification[] => [m, { genre: 'barriere' }]), { genre: 'memoriser', clef: CLEF, valeur: null }]);
  const cellules = taille(plan.zones) - laissees.length;
  const s = cellules > 1 ? 's' : '';
  const depuis = laissees.length === 0 ? '' : ` ${phraseDesLaissees(laissees)}`;
  return { message: `${cellules} cellule${s} effacée${s}.${depuis} ${HISTORIQUE}`, feuille: plan.zones[0]?.feuille ?? null, ecrit: true };
}
