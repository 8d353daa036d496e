// Deux enquêtes comparées, question par question : « évolution significative » ou « pas d'évolution démontrée ».
import { nombre, pourcent, signe } from '../../socle/format';
import { lisDate } from '../../socle/dates-colonne';
import { civil } from '../../socle/jours';
import { sansAccents } from '../../socle/normalise';
import { khi2 } from '../../socle/statistiques/khi2';
import { compareMoyennes, ecartDeMoyennes, resume } from '../../socle/statistiques/moyennes';
import { compareTaux } from '../../socle/statistiques/proportions';
import { reponses, type Bloc } from './bloc';
import { clefDe } from './croise';
import { probabilite } from './croisement';
import { favorables } from './echelles';
import { EFFECTIF_MIN } from './reperes';
import { estQualitative, estQuantitative, type Variable } from './variables';

const VERDICT = (significative: boolean): string => (significative ? 'évolution significative' : 'pas d’évolution démontrée');

type Ligne = { readonly cellules: readonly [string, string, string, string]; readonly phrase: string };

const garde = (...tailles: readonly number[]): string => (tailles.some((n) => n <= EFFECTIF_MIN) ? ' L’une des deux enquêtes a 30 réponses ou moins : non généralisable.' : '');

const taux = (titre: string, dite: string, s1: number, n1: number, s2: number, n2: number): Ligne => {
  const c = compareTaux(s1, n1, s2, n2);
  const significative = c.p < 0.05;
  return {
    cellules: [`${titre} : ${dite}`, `${pourcent(s1 / n1)} (${n1})`, `${pourcent(s2 / n2)} (${n2})`, VERDICT(significative)],
    phrase: `« ${titre} », ${dite} : ${VERDICT(significative)} (${signe(100 * c.difference, 1)} points, entre ${signe(100 * c.intervalle.bas, 1)} et ${signe(100 * c.intervalle.haut, 1)} ; ${c.methode === 'z' ? 'test z' : 'test exact de Fisher'}, ${probabilite(c.p)}).${garde(n1, n2)}`,
  };
};

const qualitative = (avant: Variable, apres: Variable): Ligne | null => {
  const clefs = [...new Set([...avant.modalites.rangDe.keys(), ...apres.modalites.rangDe.keys()])];
  const bonnes = favorables(clefs);
  const compte = (v: Variable, garde_: (clef: string) => boolean): number => v.valeurs.filter((x) => x !== null && garde_(clefDe(x))).length;
  const [n1, n2] = [compte(avant, () => true), compte(apres, () => true)];
  if (n1 === 0 || n2 === 0) return null;
  if (bonnes !== null) return taux(avant.titre, clefs.includes('oui') ? '« Oui »' : 'avis favorables', compte(avant, (c) => bonnes.includes(c)), n1, compte(apres, (c) => bonnes.includes(c)), n2);
  const r = khi2([avant, apres].map((v) => clefs.map((clef) => compte(v, (c) => c === clef))));
  if (r === null) return null;
  const significative = r.p < 0.05 && r.cochran;
  return {
    cellules: [`${avant.titre} : répartition`, `${n1} réponses`, `${n2} réponses`, VERDICT(significative)],
    phrase: `« ${avant.titre} », répartition des réponses : ${VERDICT(significative)} (χ², ${probabilite(r.p)}${r.cochran ? '' : ' ; effectifs trop petits pour conclure'}).${garde(n1, n2)}`,
  };
};

const quantitative = (avant: Variable, apres: Variable): Ligne | null => {
  const [v1, v2] = [avant, apres].map(({ nombres }) => nombres.filter((v): v is number => v !== null)) as [number[], number[]];
  const [a, b, test, ecart] = [resume(v1), resume(v2), compareMoyennes([v1, v2]), ecartDeMoyennes(v1, v2)];
  if (a === null || b === null || test === null || ecart === null) return null;
  const significative = test.p < 0.05;
  return {
    cellules: [`${avant.titre} : moyenne`, `${nombre(a.moyenne, 2)} (${a.n})`, `${nombre(b.moyenne, 2)} (${b.n})`, VERDICT(significative)],
    phrase: `« ${avant.titre} », moyenne : ${VERDICT(significative)} (${signe(ecart.ecart, 2)}, entre ${signe(ecart.bas, 2)} et ${signe(ecart.haut, 2)} ; test de Welch, ${probabilite(test.p)}).${garde(a.n, b.n)}`,
  };
};

/** Les mois où une enquête s'est déroulée, d'après sa première colonne de dates. */
const moisDe = (variables: readonly Variable[]): string | null => {
  const dates = variables.find(({ type }) => type === 'date');
  if (dates === undefined) return null;
  const mois = dates.valeurs.flatMap((v) => (v === null || lisDate(v) <= 0 ? [] : [civil(Math.floor(lisDate(v))).mois]));
  return [...new Set(mois)].sort((x, y) => x - y).join();
};

/** @param avant les variables de l'enquête précédente ; les questions se retrouvent par leur titre */
export const analyseVagues = (nomAvant: string, avant: readonly Variable[], nomApres: string, apres: readonly Variable[]): Bloc => {
  const lignes = apres.flatMap((variable) => {
    const jumelle = avant.find(({ titre }) => sansAccents(titre) === sansAccents(variable.titre));
    if (jumelle === undefined) return [];
    if (estQualitative(variable) && estQualitative(jumelle)) return qualitative(jumelle, variable) ?? [];
    return estQuantitative(variable) && estQuantitative(jumelle) ? (quantitative(jumelle, variable) ?? []) : [];
  });
  const [m1, m2] = [moisDe(avant), moisDe(apres)];
  return {
    titre: `De « ${nomAvant} » à « ${nomApres} »`, precision: `${reponses(avant[0]?.valeurs.length ?? 0)}, puis ${reponses(apres[0]?.valeurs.length ?? 0)}`,
    entetes: ['Question', nomAvant, nomApres, 'Conclusion'], formats: ['texte', 'texte', 'texte', 'texte'], lignes: lignes.map(({ cellules }) => cellules), graphique: null,
    phrases: [
      ...(lignes.length === 0 ? ['Aucune question commune : donnez-leur les mêmes titres dans les deux feuilles.'] : lignes.map(({ phrase }) => phrase)),
      ...(m1 !== null && m2 !== null && m1 !== m2 ? ['Les deux enquêtes ne se sont pas déroulées au même moment de l’année : l’écart peut venir de la saison.'] : []),
      ...(lignes.length > 0 ? ['Une évolution qui n’est pas démontrée ne s’évoque pas.'] : []),
      ...(lignes.length >= 5 ? [`${lignes.length} questions comparées : une sur vingt paraîtra évoluer par hasard. Ne retenez pas une évolution isolée que rien n’explique.`] : []),
    ],
  };
};
