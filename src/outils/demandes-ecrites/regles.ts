// Des réglages aux règles du compte : l'unité des jours, les échéances.
import { calendrier } from '../../socle/calendrier';
import type { Zone } from '../../socle/feries';
import type { Jour } from '../../socle/jours';
import type { Mode, Regles } from './mesures';
import { REGLAGES, type ReglagesDemandes } from './reperes';

export type Unite = 'calendaires' | 'ouvres';

/** Comment se comptent les jours : durée entre deux dates et échéance, dans l'unité choisie (domaine.md §2.2). */
export const compteur = (unite: Unite, zone: Zone, fermetures: readonly Jour[], report = false): Pick<Regles, 'duree' | 'dureeOuvree' | 'echeance'> => {
  const ouvres = (): ReturnType<typeof calendrier> => calendrier(zone, fermetures);
  const dureeOuvree = (debut: Jour, fin: Jour): number => ouvres().ouvresEntre(debut, fin);
  if (unite === 'ouvres') return { duree: dureeOuvree, dureeOuvree, echeance: (debut, jours) => ouvres().ajouteOuvres(debut, jours) };
  return {
    duree: (debut, fin) => fin - debut,
    dureeOuvree,
    echeance: report ? (debut, jours) => ouvres().prochainOuvre(debut + jours) : (debut, jours) => debut + jours,
  };
};

export const reglesDe = (reglages: ReglagesDemandes, au: Jour): Regles => ({
  au,
  mode: reglages.denominateur,
  seuils: reglages.seuils,
  seuilNonRepondu: reglages.seuilNonRepondu,
  seuil14Strict: reglages.seuil14Strict,
  delaiParDefaut: reglages.delaiParDefaut,
  arCourriel: reglages.arCourriel,
  arCourrier: reglages.arCourrier,
  arOuvres: reglages.arOuvres,
  ...compteur(reglages.unite, reglages.zone, reglages.fermetures, reglages.report),
});

/** Les règles des fonctions de feuille : les seuils par défaut, et ce que dit la formule. */
export const reglesDeFonction = (au: Jour | null, mode: Mode, seuils: readonly number[], jours = compteur('calendaires', REGLAGES.zone.defaut, [])): Regles => ({
  au, mode, seuils,
  seuilNonRepondu: REGLAGES.seuilNonRepondu.defaut,
  seuil14Strict: false,
  delaiParDefaut: REGLAGES.delaiParDefaut.defaut,
  arCourriel: REGLAGES.arCourriel.defaut,
  arCourrier: REGLAGES.arCourrier.defaut,
  arOuvres: REGLAGES.arOuvres.defaut,
  ...jours,
});
