// Ce que les chiffres d'une grille permettent de dire, en phrases : les mêmes dans l'onglet, le volet et la ligne de commande.
import { dateFr, nombre, pluriel, pourcent } from '../../socle/format';
import type { Jour } from '../../socle/jours';
import { GRAPPES_MIN, type Estimation, type EstimationTaux } from '../../socle/statistiques/grappes';

const compte = (n: number, singulier: string, auPluriel: string): string => `${nombre(n)} ${pluriel(n, singulier, auPluriel)}`;

/** « à ± 10 points près » : le plus grand des deux côtés, arrondi au-dessus. */
const points = ({ valeur, intervalle }: Estimation): number => (intervalle === null ? 0 : Math.ceil(100 * Math.max(valeur - intervalle.bas, intervalle.haut - valeur) - 1e-9));

const tropPeu = ({ grappes }: Estimation): string =>
  `Trop peu de dates (${grappes}) pour dire avec quelle précision : relevez des courriers d’au moins ${GRAPPES_MIN} dates différentes. Ce taux ne vaut que pour les courriers relevés.`;

/** L'intervalle honnête d'un taux, effet de grappe compris. */
export const phraseTaux = (estimation: EstimationTaux): string => {
  const { valeur, n, grappes, intervalle, effetDeGrappe, effectifEfficace, t } = estimation;
  if (intervalle === null) return tropPeu(estimation);
  const grappe = effetDeGrappe === null ? `tous pareils : seules les dates comptent` : `effet de grappe ${nombre(effetDeGrappe, 1)}`;
  return `Résultat à ± ${compte(points(estimation), 'point', 'points')} près : le taux réel est sans doute entre ${pourcent(intervalle.bas)} et ${pourcent(intervalle.haut)} (estimé ${pourcent(valeur)}, confiance 95 %). ` +
    `Les courriers d’un même jour se ressemblent : ${compte(n, 'courrier', 'courriers')} de ${compte(grappes, 'date', 'dates')} renseignent autant que ${compte(Math.round(effectifEfficace ?? n), 'courrier tiré', 'courriers tirés')} un à un (${grappe}, t = ${nombre(t ?? 0, 3)}).`;
};

export const phraseMoyenne = (estimation: Estimation): string =>
  estimation.intervalle === null
    ? ''
    : `Délai moyen sans doute entre ${nombre(Math.max(0, estimation.intervalle.bas), 1)} et ${nombre(estimation.intervalle.haut, 1)} jours (estimé ${nombre(estimation.valeur, 1)}, confiance 95 %).`;

/** Demi-largeur, en points, d'un taux p avec g dates de m courriers et une ressemblance ρ (grands échantillons). */
const demiLargeur = (p: number, g: number, m: number, rho: number): number => 196 * Math.sqrt((p * (1 - p) * (1 + (m - 1) * rho)) / (g * m));

/** Le conseil du domaine : plus de dates plutôt que plus de courriers ; '' quand il n'a rien à apporter. */
export const phraseConseil = ({ valeur, n, grappes, effetDeGrappe }: EstimationTaux): string => {
  const m = n / grappes;
  if (effetDeGrappe === null || effetDeGrappe < 1.3 || m < 4) return '';
  const rho = Math.min(1, (effetDeGrappe - 1) / (m - 1));
  const [actuelle, autre] = [demiLargeur(valeur, grappes, m, rho), demiLargeur(valeur, 2 * grappes, m / 2, rho)];
  return `Pour gagner en précision, relevez plus de dates plutôt que plus de courriers par date : ${compte(2 * grappes, 'date', 'dates')} de ${nombre(m / 2, Number.isInteger(m / 2) ? 0 : 1)} courriers donneraient environ ± ${nombre(autre, 1)} points au lieu de ± ${nombre(actuelle, 1)}, pour autant de relevés.`;
};

/** Ce que disent ensemble toutes les cases. */
export const phraseRemplissage = (remplies: number, manquantes: number, nr: number, vides: number): string =>
  [
    `${compte(remplies, 'case remplie', 'cases remplies')}, dont ${nr} NR`,
    manquantes === 0 ? 'aucune ne manque' : `${manquantes} ${pluriel(manquantes, 'manque', 'manquent')}`,
    vides === 0 ? '' : `${compte(vides, 'date n’a', 'dates n’ont')} aucun relevé`,
  ].filter(Boolean).join(', ') + '.';

export const SANS_POIDS = 'Chaque date compte autant, qu’il soit arrivé 12 ou 300 courriers ce jour-là : remplissez la ligne « Courriers reçus ce jour-là » pour en tenir compte.';
export const AVEC_POIDS = 'Taux, moyenne et intervalles redressés par le nombre de courriers reçus chaque jour ; les effectifs sont ceux des cases.';

export const phrasePeriode = (du: Jour | null, au: Jour | null): string => (du === null || au === null ? 'dates de la grille non saisies' : `du ${dateFr(du)} au ${dateFr(au)}`);
