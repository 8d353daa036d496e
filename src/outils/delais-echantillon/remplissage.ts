// Remplir une grille depuis le registre des demandes : dates et courriers tirés au hasard parmi ceux qui ont eu le temps d'avoir une réponse.
import type { Jour } from '../../socle/jours';
import { hasard, type Hasard } from '../../socle/statistiques/hasard';
import type { AnalyseDemandes } from '../demandes-ecrites/analyse';
import { SIGNE } from '../demandes-ecrites/demandes';
import { CANAL } from '../demandes-ecrites/mots';
import type { DateTiree } from './grille-vierge';
import { COURRIERS_PAR_DATE, DATES_PAR_MOIS } from './tirage';

/** Une demande du registre : ses jours de réception et de réponse (0 : aucune). */
type Recue = { readonly reception: Jour; readonly reponse: Jour };
export type Recues = ReadonlyMap<Jour, readonly Recue[]>;

/** Les demandes du canal, par jour de réception, assez anciennes pour être jugées ; sans colonne de canal, toutes. */
export const recuesParJour = ({ demandes, au }: AnalyseDemandes, canal: 'courrier' | 'courriel', moinsDe: number): Recues => {
  const code = canal === 'courriel' ? CANAL.courriel : CANAL.courrier;
  const sansCanal = demandes.canal.every((c) => c === CANAL.inconnu);
  const parJour = new Map<Jour, Recue[]>();
  for (let i = 0; i < demandes.taille; i++) {
    const reception = demandes.reception[i] as number;
    const dehors = ((demandes.signes[i] as number) & (SIGNE.aCorriger | SIGNE.horsPerimetre | SIGNE.ecartee)) !== 0;
    if (dehors || reception === 0 || reception > au - moinsDe || (!sansCanal && demandes.canal[i] !== code)) continue;
    const reponse = demandes.reponse[i] as number;
    const recue = { reception, reponse: reponse > 0 && reponse <= au ? reponse : 0 };
    parJour.set(reception, [...(parJour.get(reception) ?? []), recue]);
  }
  return parJour;
};

const saisie = ({ reception, reponse }: Recue): number | 'NR' => (reponse === 0 ? 'NR' : Math.max(1, reponse - reception));

const tireCourriers = (tirage: Hasard, recues: readonly Recue[]): DateTiree['saisies'] => tirage.choisis(recues, COURRIERS_PAR_DATE).map(saisie);

/**
 * Deux jours par mois parmi les jours ouvrés où des demandes sont arrivées, et dix demandes de chaque jour.
 * @param jours de chaque mois, les jours ouvrés
 */
export const remplis = (jours: readonly (readonly Jour[])[], recues: Recues, graine: number, parMois = DATES_PAR_MOIS): readonly (readonly DateTiree[])[] => {
  const tirage = hasard(graine);
  return jours.map((duMois) => {
    const choisis = tirage.choisis(duMois.filter((jour) => recues.has(jour)), parMois);
    const tirees = choisis.map((jour): DateTiree => ({ jour, saisies: tireCourriers(tirage, recues.get(jour) ?? []), recus: recues.get(jour)?.length ?? null }));
    return [...tirees, ...Array.from({ length: Math.max(0, parMois - tirees.length) }, (): DateTiree => ({ jour: null, saisies: [], recus: null }))];
  });
};
