// L'action qu'un retard appelle : ce qui ne va pas, et l'indicateur qui dira si elle a servi, avec sa valeur d'aujourd'hui.
import { dateFr, nombre, pourcent, pluriel } from '../../socle/format';
import type { Jour } from '../../socle/jours';
import type { Indicateur, Proposition } from '../../socle/outil';

/** @param enRetard demandes sans réponse, date limite passée */
export const propositions = (feuille: string, enRetard: number, indicateurs: readonly Indicateur[], essentiel: string | undefined, au: Jour): Proposition[] => {
  if (enRetard === 0) return [];
  const suivi = indicateurs.find(({ id, canal }) => id === essentiel && canal === 'tous');
  return [{
    libelle: 'Répondre dans les délais aux demandes écrites',
    problematique: `${nombre(enRetard)} ${pluriel(enRetard, 'demande est', 'demandes sont')} en retard dans « ${feuille} » au ${dateFr(au)}. Origine : suivi des réponses aux demandes écrites.`,
    indicateur: suivi === undefined || suivi.valeur === null ? 'Nombre de demandes en retard' : `${suivi.libelle} : ${pourcent(suivi.valeur)} au ${dateFr(au)} (${suivi.numerateur ?? 0} sur ${suivi.denominateur})`,
  }];
};
