// Deux campagnes du même canal comparées : « évolution significative » ou « pas d'évolution démontrée », jamais une flèche seule.
import { pourcent, signe } from '../../socle/format';
import { intervalleDifference } from '../../socle/statistiques/proportions';
import type { Campagne } from './campagnes';

export type Comparaison = { readonly avant: string; readonly apres: string; readonly significative: boolean | null; readonly phrases: readonly string[] };

/** Les mois relevés ne sont pas les mêmes : la saison peut faire l'écart à elle seule. */
const moisDifferents = (a: Campagne, b: Campagne): boolean => {
  const mois = ({ lue }: Campagne): string => [...new Set(lue.dates.filter((d) => d.delais.length + d.nr > 0).map((d) => d.mois))].sort().join();
  return mois(a) !== mois(b);
};

/** Les intervalles de chaque campagne, effet de grappe compris, donnent celui de leur écart (Newcombe). */
export const compare = (avant: Campagne, apres: Campagne): Comparaison => {
  const [a, b] = [avant.mesures.precisionRapide, apres.mesures.precisionRapide];
  const noms = { avant: avant.nom, apres: apres.nom };
  if (!a?.intervalle || !b?.intervalle) return { ...noms, significative: null, phrases: [`De « ${avant.nom} » à « ${apres.nom} » : trop peu de dates dans l’une des deux pour comparer. N’en déduisez aucune évolution.`] };
  const ecart = intervalleDifference(a.valeur, a.intervalle, b.valeur, b.intervalle);
  const significative = ecart.bas > 0 || ecart.haut < 0;
  const phrases = [
    `De « ${avant.nom} » (${pourcent(a.valeur)}) à « ${apres.nom} » (${pourcent(b.valeur)}) : ${significative ? 'évolution significative' : 'pas d’évolution démontrée'}. ` +
      `L’écart de ${signe(100 * (b.valeur - a.valeur))} points est sans doute entre ${signe(100 * ecart.bas)} et ${signe(100 * ecart.haut)} points.`,
  ];
  if (!significative) phrases.push('Un écart qui n’est pas démontré ne se commente pas : il peut venir des seuls courriers tirés.');
  if (moisDifferents(avant, apres)) phrases.push('Les deux campagnes ne portent pas sur les mêmes mois : l’écart peut venir de la saison.');
  return { ...noms, significative, phrases };
};
