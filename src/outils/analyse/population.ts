// Les répondants comparés à la population : représentativité, poids de redressement, et ce qu'ils coûtent.
import { nombre, pourcent } from '../../socle/format';
import { representativite } from '../../socle/statistiques/representativite';
import { masqueListe } from '../../socle/statistiques/masque';
import { MASQUE, reponses, type Bloc } from './bloc';
import { clefDe } from './croise';
import { probabilite } from './croisement';
import type { PartsConnues, ReglagesAnalyse } from './reperes';
import type { Variable } from './variables';

export const analysePopulation = (variable: Variable, { parts }: PartsConnues, { masque: seuil }: ReglagesAnalyse): Bloc => {
  const effectifs = parts.map(({ modalite }) => variable.valeurs.filter((v) => v !== null && clefDe(v) === clefDe(modalite)).length);
  const n = effectifs.reduce((s, v) => s + v, 0);
  const autres = variable.valeurs.filter((v) => v !== null).length - n;
  const base = { titre: `Représentativité : ${variable.titre}`, precision: reponses(n), graphique: null };
  const r = representativite(effectifs, parts.map(({ part }) => part));
  if (r === null) return { ...base, entetes: [], lignes: [], formats: [], phrases: [`Aucune réponse de « ${variable.titre} » ne correspond aux catégories données : vérifiez leur orthographe.`] };
  const total = parts.reduce((s, { part }) => s + part, 0);
  const masque = masqueListe(effectifs, seuil);
  const pire = r.ecarts.reduce((k, ecart, i) => (Math.abs(ecart) > Math.abs(r.ecarts[k] ?? 0) + 1e-12 ? i : k), 0);
  const fiable = r.attenduMin >= 5;
  const conclusion = !fiable
    ? 'Trop peu de réponses pour juger de la représentativité : une catégorie au moins en attendrait moins de 5.'
    : r.p < 0.05
      ? `L’échantillon n’est pas représentatif selon « ${variable.titre} » (χ², ${probabilite(r.p)}) : « ${parts[pire]?.modalite} » y pèse ${pourcent((effectifs[pire] as number) / n)} au lieu de ${pourcent((parts[pire]?.part ?? 0) / total)}. Ne généralisez pas sans redresser.`
      : `Rien ne montre que l’échantillon ne soit pas représentatif selon « ${variable.titre} » (χ², ${probabilite(r.p)}). Cela ne dit rien des autres critères.`;
  return {
    ...base, entetes: ['', 'Réponses', 'Part observée', 'Part connue', 'Poids'], formats: ['texte', 'entier', 'pourcent', 'pourcent', 'texte'],
    lignes: parts.map(({ modalite, part }, i) => (masque[i] ? [modalite, MASQUE, MASQUE, part / total, MASQUE] : [modalite, effectifs[i] as number, (effectifs[i] as number) / n, part / total, nombre(r.poids[i] as number, 2)])),
    phrases: [
      conclusion,
      `Redressé par ces poids (bornés de 0,3 à 3), l’échantillon de ${reponses(n)} renseigne autant que ${nombre(r.effectifEfficace)} réponses non redressées.`,
      ...(autres > 0 ? [`${reponses(autres)} d’une autre catégorie ne sont pas comptées.`] : []),
    ],
  };
};
