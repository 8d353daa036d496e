// L'analyse d'une seule question, selon son type : répartition, moyenne, médiane, dispersion, précision.
import type { Cellule } from '../../socle/cellule';
import { nombre, pourcent } from '../../socle/format';
import { masqueListe } from '../../socle/statistiques/masque';
import { resume } from '../../socle/statistiques/moyennes';
import { intervalleMoyenne, intervalleTaux, marge } from '../../socle/statistiques/proportions';
import { gardeEffectif, MASQUE, phraseMasque, reponses, type Bloc } from './bloc';
import { clefDe } from './croise';
import type { ReglagesAnalyse } from './reperes';
import { choixDe, type Variable } from './variables';

const NOMS = { nominale: 'nominale', ordinale: 'ordinale', intervalle: 'd’intervalle', ratio: 'de rapport', multiple: 'à choix multiples' } as const;

const precision = ({ type, vides, nonConcernes }: Variable, n: number): string =>
  [`Variable ${NOMS[type as keyof typeof NOMS]}`, reponses(n), nonConcernes === 0 ? '' : `${nombre(nonConcernes)} non concernés ou sans avis`, vides === 0 ? '' : `${nombre(vides)} sans réponse`].filter(Boolean).join(' · ');

const comptes = ({ valeurs, modalites }: Variable): number[] => {
  const effectifs = modalites.libelles.map(() => 0);
  for (const valeur of valeurs) {
    const rang = valeur === null ? undefined : modalites.rangDe.get(clefDe(valeur));
    if (rang !== undefined) effectifs[rang] = (effectifs[rang] as number) + 1;
  }
  return effectifs;
};

/** La part la plus citée avec sa marge : un nombre ne se dit pas sans sa précision. */
const phrasePart = (libelle: string, effectif: number, n: number, population: number | null): string => {
  const { bas, haut } = intervalleTaux(effectif, n, population);
  return `« ${libelle} » : ${pourcent(effectif / n)} des réponses, à ± ${nombre(100 * (marge(effectif / n, n, population) || Math.max(haut - effectif / n, effectif / n - bas)), 1)} points près ; la part réelle est sans doute entre ${pourcent(bas)} et ${pourcent(haut)} (95 %), si les répondants ont été tirés au hasard.`;
};

/** La population ne peut pas être plus petite que l'échantillon : alors elle ne sert pas. */
const populationUtile = ({ populationEnquetee }: ReglagesAnalyse, n: number): number | null => (populationEnquetee !== null && populationEnquetee >= n ? populationEnquetee : null);

const qualitative = (variable: Variable, reglages: ReglagesAnalyse): Bloc => {
  const effectifs = comptes(variable);
  const n = effectifs.reduce((s, v) => s + v, 0);
  const masque = masqueListe(effectifs, reglages.masque);
  const cache = effectifs.map((_, i) => masque[i] ?? false);
  const population = populationUtile(reglages, n);
  const lignes = variable.modalites.libelles.map((libelle, i): Cellule[] => (cache[i] ? [libelle, MASQUE, MASQUE] : [libelle, effectifs[i] as number, (effectifs[i] as number) / n]));
  const premiere = effectifs.indexOf(Math.max(...effectifs));
  const cumul = effectifs.map((_, i) => effectifs.slice(0, i + 1).reduce((s, v) => s + v, 0));
  const mediane = variable.modalites.libelles[cumul.findIndex((c) => 2 * c >= n)] ?? '';
  return {
    titre: variable.titre, precision: precision(variable, n), entetes: ['Réponse', 'Effectif', 'Part'], formats: ['texte', 'entier', 'pourcent'],
    lignes: [...lignes, ['Total', masque[effectifs.length] ? MASQUE : n, masque[effectifs.length] || n === 0 ? null : 1]],
    phrases: [
      ...gardeEffectif(n),
      ...(n > 0 && !cache[premiere] ? [phrasePart(variable.modalites.libelles[premiere] ?? '', effectifs[premiere] as number, n, population)] : []),
      variable.type === 'ordinale'
        ? `Réponse médiane : « ${mediane} ». Une variable ordinale se classe mais ne s’additionne pas : pas de moyenne.`
        : 'Une variable nominale ne se classe pas : ni moyenne ni médiane.',
      ...(cache.some(Boolean) ? [phraseMasque(reglages.masque)] : []),
    ],
    graphique: { colonne: 3, lignes: lignes.length, enPourcent: true, lecture: `${variable.titre} : ${variable.modalites.libelles.map((l, i) => (cache[i] ? `${l} masqué` : `${l} ${pourcent((effectifs[i] as number) / n)}`)).join(', ')}.` },
  };
};

const multiple = (variable: Variable, reglages: ReglagesAnalyse): Bloc => {
  const effectifs = variable.modalites.libelles.map(() => 0);
  let n = 0;
  for (const valeur of variable.valeurs) {
    if (valeur === null) continue;
    n++;
    for (const clef of new Set(choixDe(valeur).map(clefDe))) {
      const rang = variable.modalites.rangDe.get(clef);
      if (rang !== undefined) effectifs[rang] = (effectifs[rang] as number) + 1;
    }
  }
  const cache = effectifs.map((effectif) => effectif < reglages.masque);
  return {
    titre: variable.titre, precision: precision(variable, n), entetes: ['Réponse', 'Citations'], formats: ['texte', 'entier'],
    lignes: variable.modalites.libelles.map((libelle, i) => [libelle, cache[i] ? MASQUE : (effectifs[i] as number)]),
    phrases: [...gardeEffectif(n), 'Question à choix multiples : les citations dépassent le nombre de répondants. Aucun pourcentage n’est donné : les réponses ne se comparent pas entre elles.', ...(cache.some(Boolean) ? [`Les effectifs inférieurs à ${reglages.masque} sont masqués.`] : [])],
    graphique: { colonne: 2, lignes: effectifs.length, enPourcent: false, lecture: `${variable.titre} : citations de ${effectifs.length} réponses.` },
  };
};

const quantitative = (variable: Variable, reglages: ReglagesAnalyse): Bloc => {
  const concernes = variable.nombres.filter((v): v is number => v !== null);
  const retenus = reglages.zeros ? concernes : concernes.filter((v) => v !== 0);
  const r = resume(retenus);
  const zeros = concernes.length - retenus.length;
  const base = { titre: variable.titre, precision: `${precision(variable, retenus.length)}${zeros > 0 ? ` · ${zeros} zéros exclus` : ''}`, entetes: ['Mesure', 'Valeur'], formats: ['texte', 'decimal'] as const };
  if (r === null) return { ...base, lignes: [], phrases: ['Aucune réponse en nombres.'], graphique: null };
  if (r.n < reglages.masque) return { ...base, precision: precision(variable, r.n), lignes: [], phrases: [`Moins de ${reglages.masque} réponses : les mesures sont masquées.`], graphique: null };
  const variance = reglages.recensement ? r.variancePopulation : r.variance;
  const population = populationUtile(reglages, r.n);
  const ic = reglages.recensement || r.variance === null ? null : intervalleMoyenne(r.moyenne, r.variance, r.n, population);
  return {
    ...base,
    lignes: [
      ['Moyenne', r.moyenne], ['Médiane', r.mediane], [reglages.recensement ? 'Écart-type (population)' : 'Écart-type (échantillon)', variance === null ? 'sans objet' : Math.sqrt(variance)], [reglages.recensement ? 'Variance (population)' : 'Variance (échantillon)', variance ?? 'sans objet'],
      ['Premier quartile', r.q1], ['Troisième quartile', r.q3], ['P90', r.p90], ['Minimum', r.minimum], ['Maximum', r.maximum],
    ],
    phrases: [
      ...gardeEffectif(r.n),
      `En moyenne ${nombre(r.moyenne, 2)} (${reponses(r.n)}), écart-type ${variance === null ? 'sans objet' : nombre(Math.sqrt(variance), 2)} ; une réponse sur deux est au plus à ${nombre(r.mediane, 2)}.`,
      ...(ic === null ? [] : [`La moyenne réelle est sans doute entre ${nombre(ic.bas, 2)} et ${nombre(ic.haut, 2)} (95 %), si les répondants ont été tirés au hasard.`]),
      zeros > 0 ? `Les ${zeros} réponses « 0 » ne comptent pas dans cette moyenne.` : reglages.zeros && concernes.includes(0) ? 'Les réponses « 0 » comptent dans cette moyenne.' : '',
      'L’écart-type ne se lit pas seul : il dit si les réponses sont groupées autour de la moyenne ou dispersées.',
    ].filter(Boolean),
    graphique: null,
  };
};

/** Null pour ce qui ne s'analyse pas : textes libres, dates, identifiants. */
export const analyseSimple = (variable: Variable, reglages: ReglagesAnalyse): Bloc | null => {
  if (variable.type === 'nominale' || variable.type === 'ordinale') return qualitative(variable, reglages);
  if (variable.type === 'multiple') return multiple(variable, reglages);
  if (variable.type === 'intervalle' || variable.type === 'ratio') return quantitative(variable, reglages);
  if (variable.type !== 'pourcentage') return null;
  return {
    titre: variable.titre, precision: 'Colonne de pourcentages', entetes: [], formats: [], lignes: [], graphique: null,
    phrases: [`« ${variable.titre} » contient des pourcentages : leur moyenne n’est pas calculée, elle mélangerait des études de tailles ou de contextes différents. Additionnez les effectifs, puis divisez.`],
  };
};
