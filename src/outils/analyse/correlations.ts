// Deux suites de nombres varient-elles ensemble ? Pearson pour des quantités, Spearman dès qu'une variable est ordinale.
import { nombre } from '../../socle/format';
import { correlation } from '../../socle/statistiques/correlation';
import { reponses, type Bloc } from './bloc';
import { probabilite } from './croisement';
import { EFFECTIF_MIN } from './reperes';
import { estQuantitative, type Variable } from './variables';

const intensite = (r: number): string => (Math.abs(r) < 0.3 ? 'faible' : Math.abs(r) < 0.6 ? 'moyenne' : 'forte');

/** Une échelle va du plus favorable au moins : son rang monte quand l'avis baisse, ce que le sens doit dire. */
const sensDe = (variable: Variable): string => (variable.type === 'ordinale' ? `le rang de « ${variable.titre} » (1 : « ${variable.modalites.libelles[0] ?? ''} »)` : `« ${variable.titre} »`);

export const analyseCorrelation = (x: Variable, y: Variable): Bloc => {
  const couples = x.nombres.flatMap((v, i): [number, number][] => (v === null || y.nombres[i] === null || y.nombres[i] === undefined ? [] : [[v, y.nombres[i]]]));
  const methode = estQuantitative(x) && estQuantitative(y) ? 'pearson' : 'spearman';
  const c = correlation(couples.map(([v]) => v), couples.map(([, v]) => v), methode);
  const nom = methode === 'pearson' ? 'Pearson' : 'Spearman';
  const base = { titre: `${x.titre} et ${y.titre}`, precision: `Corrélation de ${nom} · ${reponses(couples.length)} aux deux questions`, graphique: null };
  if (c === null) return { ...base, entetes: [], lignes: [], formats: [], phrases: ['Pas de corrélation à mesurer : trop peu de réponses, ou toutes égales.'] };
  const entetes = ['Mesure', 'Valeur'];
  const phrase = couples.length <= EFFECTIF_MIN
    ? `${couples.length} couples de réponses (30 ou moins) : cette corrélation ne se commente pas.`
    : c.p < 0.05
      ? `Quand ${sensDe(x)} augmente, ${sensDe(y)} tend à ${c.r > 0 ? 'augmenter' : 'diminuer'} : corrélation ${intensite(c.r)} (${nombre(c.r, 2)}, ${probabilite(c.p)}). Il est possible que les deux soient liés ; ce n’est pas une cause.`
      : `Aucune corrélation démontrée (${nombre(c.r, 2)}, ${probabilite(c.p)}) : ne la commentez pas.`;
  return { ...base, entetes, formats: ['texte', 'texte'], lignes: [[`Coefficient de ${nom}`, nombre(c.r, 2)], ['Couples', nombre(c.n)]], phrases: [phrase] };
};
