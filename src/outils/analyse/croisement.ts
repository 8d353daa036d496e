// Croiser deux questions : effectifs, pourcentages en ligne et en colonne, χ², V de Cramér, et ce qu'on peut en conclure.
import type { Cellule } from '../../socle/cellule';
import { nombre, pourcent, signe } from '../../socle/format';
import { fisher } from '../../socle/statistiques/fisher';
import { khi2, type Khi2 } from '../../socle/statistiques/khi2';
import { masqueTableau } from '../../socle/statistiques/masque';
import { compareMoyennes, ecartDeMoyennes, resume } from '../../socle/statistiques/moyennes';
import { MASQUE, phraseMasque, reponses, type Bloc } from './bloc';
import { clefDe, croise } from './croise';
import { EFFECTIF_MIN, type ReglagesAnalyse } from './reperes';
import { estQuantitative, type Variable } from './variables';

/** Une page n'en montre pas plus. */
const COLONNES_MAX = 7;
const SEUIL = 0.05;

const somme = (valeurs: readonly number[]): number => valeurs.reduce((s, v) => s + v, 0);

/** « p = 0,042 » */
export const probabilite = (p: number): string => (p < 0.001 ? 'p < 0,001' : `p = ${nombre(p, 3)}`);

const force = (v: number): string => (v < 0.1 ? 'très faible' : v < 0.3 ? 'faible' : v < 0.5 ? 'moyen' : 'fort');

/** Les deux cases qui s'écartent le plus de l'indépendance, au-delà de ± 2. */
const phraseResidus = ({ residus }: Khi2, lignes: readonly string[], colonnes: readonly string[], cachees: (i: number, j: number) => boolean): string => {
  const cases = residus.flatMap((rangee, i) => rangee.map((r, j) => ({ r, i, j }))).filter(({ r, i, j }) => Math.abs(r) > 2 && !cachees(i, j)).sort((a, b) => Math.abs(b.r) - Math.abs(a.r)).slice(0, 2);
  return cases.length === 0 ? '' : `${cases.map(({ r, i, j }) => `« ${lignes[i]} » est ${r > 0 ? 'plus' : 'moins'} fréquent qu’attendu pour « ${colonnes[j]} »`).join(' ; ')}.`;
};

const lectureDe = (part: Cellule): string => (typeof part === 'number' ? pourcent(part) : MASQUE);

const conclus = (r: Khi2, effectifs: readonly (readonly number[])[], a: string, b: string): string[] => {
  const deuxParDeux = effectifs.length === 2 && (effectifs[0]?.length ?? 0) === 2;
  const [[w = 0, x = 0] = [], [y = 0, z = 0] = []] = effectifs;
  const exact = !r.cochran && deuxParDeux;
  const p = exact ? fisher(w, x, y, z) : r.p;
  const test = exact ? 'test exact de Fisher' : `χ² = ${nombre(r.statistique, 2)}, ${r.ddl} ${r.ddl < 2 ? 'degré' : 'degrés'} de liberté`;
  const lien = p < SEUIL
    ? `Un lien entre « ${a} » et « ${b} » est démontré (${test}, ${probabilite(p)}). Lien ${force(r.v)} : V de Cramér ${nombre(r.v, 2)}. Ce n’est pas une cause : d’autres facteurs peuvent jouer.`
    : `Aucun lien démontré entre « ${a} » et « ${b} » (${test}, ${probabilite(p)}) : ne commentez pas les écarts de ce tableau.`;
  if (r.cochran || exact) return [lien];
  return [`Effectifs trop petits pour conclure sur un lien entre « ${a} » et « ${b} » (${r.attenduMin < 1 ? 'un effectif attendu est inférieur à 1' : `${pourcent(1 - r.partCinq)} des effectifs attendus sont inférieurs à 5`}) : regroupez des réponses voisines, puis recommencez.`];
};

const qualitatives = (lignes: Variable, colonnes: Variable, reglages: ReglagesAnalyse): readonly Bloc[] => {
  const { lignes: l, colonnes: c, effectifs } = croise(lignes.valeurs, colonnes.valeurs);
  const titre = `${lignes.titre} selon ${colonnes.titre}`;
  const n = somme(effectifs.map(somme));
  const base = { titre, precision: reponses(n), graphique: null };
  if (n === 0 || c.length > COLONNES_MAX) return [{ ...base, entetes: [], lignes: [], formats: [], phrases: [n === 0 ? 'Aucune ligne n’a les deux réponses.' : `« ${colonnes.titre} » a ${c.length} réponses différentes : regroupez-les en ${COLONNES_MAX} au plus pour les croiser.`] }];
  const masque = masqueTableau(effectifs, reglages.masque);
  const cachee = (i: number, j: number): boolean => masque[i]?.[j] ?? false;
  const [L, C] = [l.length, c.length];
  const [totalLignes, totalColonnes] = [effectifs.map(somme), c.map((_, j) => somme(effectifs.map((rangee) => rangee[j] as number)))];
  const montre = (i: number, j: number, valeur: Cellule): Cellule => (cachee(i, j) ? MASQUE : valeur);
  const compte = (i: number, j: number): number => effectifs[i]?.[j] ?? 0;
  /** Une part ne se montre que si l'effectif et son total se montrent. */
  const part = (i: number, j: number, ti: number, tj: number, total: number): Cellule => (cachee(i, j) || cachee(ti, tj) ? MASQUE : total === 0 ? null : compte(i, j) / total);
  const faibles = totalColonnes.flatMap((total, j) => (total > 0 && total <= EFFECTIF_MIN ? [`« ${c[j]} » n’a que ${cachee(L, j) ? 'peu de réponses (effectif masqué, 30 ou moins)' : `${reponses(total)} (30 ou moins)`} : ne généralisez pas cette colonne.`] : []));
  const r = khi2(effectifs);
  return [
    {
      ...base, precision: `${reponses(n)} aux deux questions · effectifs`, entetes: ['', ...c, 'Total'], formats: ['texte', ...c.map(() => 'entier' as const), 'entier'],
      lignes: [...l.map((libelle, i) => [libelle, ...c.map((_, j) => montre(i, j, compte(i, j))), montre(i, C, totalLignes[i] as number)]), ['Total', ...totalColonnes.map((t, j) => montre(L, j, t)), montre(L, C, n)]],
      phrases: [...(r === null ? ['Une seule réponse d’un côté : rien à croiser.'] : [...conclus(r, effectifs, lignes.titre, colonnes.titre), r.cochran && r.p < SEUIL ? phraseResidus(r, l, c, cachee) : '']), ...faibles, ...(masque.some((rangee) => rangee.some(Boolean)) ? [phraseMasque(reglages.masque)] : [])].filter(Boolean),
    },
    { ...base, titre: `${titre} : pourcentages en colonne`, precision: `Chaque colonne fait 100 % : comment répond chaque « ${colonnes.titre} »`, entetes: ['', ...c], formats: ['texte', ...c.map(() => 'pourcent' as const)], lignes: l.map((libelle, i) => [libelle, ...c.map((_, j) => part(i, j, L, j, totalColonnes[j] as number))]), phrases: [],
      graphique: L < 2 || C < 2 ? null : { colonne: 2, colonnes: C, lignes: L, enPourcent: true, lecture: c.map((nom, j) => `${nom} : ${l.map((libelle, i) => `${libelle} ${lectureDe(part(i, j, L, j, totalColonnes[j] as number))}`).join(', ')}`).join('. ') } },
    { ...base, titre: `${titre} : pourcentages en ligne`, precision: `Chaque ligne fait 100 % : d’où vient chaque réponse`, entetes: ['', ...c], formats: ['texte', ...c.map(() => 'pourcent' as const)], lignes: l.map((libelle, i) => [libelle, ...c.map((_, j) => part(i, j, i, C, totalLignes[i] as number))]), phrases: [] },
  ];
};

type Groupe = { readonly nom: string; readonly groupe: readonly number[] };

/** Avec deux groupes, de combien leurs moyennes s'écartent ; au-delà, un écart par paire en dirait trop. */
const phraseEcart = ([premier, second, ...autres]: readonly Groupe[]): string[] => {
  const e = premier && second && autres.length === 0 ? ecartDeMoyennes(premier.groupe, second.groupe) : null;
  return e === null ? [] : [`De « ${premier?.nom} » à « ${second?.nom} », l’écart de ${signe(e.ecart, 2)} est sans doute entre ${signe(e.bas, 2)} et ${signe(e.haut, 2)}.`];
};

/** Une quantité selon un profil : la moyenne de chaque groupe, et le test de Welch. */
const moyennes = (quantite: Variable, profil: Variable, reglages: ReglagesAnalyse): readonly Bloc[] => {
  const groupes = profil.modalites.libelles.map((): number[] => []);
  quantite.nombres.forEach((valeur, i) => {
    const rang = profil.modalites.rangDe.get(clefDe(profil.valeurs[i]));
    if (valeur !== null && rang !== undefined && (reglages.zeros || valeur !== 0)) groupes[rang]?.push(valeur);
  });
  const test = compareMoyennes(groupes.filter((g) => g.length > 1));
  const lignes = profil.modalites.libelles.map((libelle, i): Cellule[] => {
    const r = resume(groupes[i] ?? []);
    if (r === null) return [libelle, 0, null, null, null];
    return r.n < reglages.masque ? [libelle, MASQUE, MASQUE, MASQUE, MASQUE] : [libelle, r.n, r.moyenne, r.mediane, r.ecartType];
  });
  const faibles = profil.modalites.libelles.flatMap((libelle, i) => ((groupes[i]?.length ?? 0) > 0 && (groupes[i]?.length ?? 0) <= EFFECTIF_MIN ? [`« ${libelle} » a 30 réponses ou moins : ne généralisez pas sa moyenne.`] : []));
  const phrase = test === null
    ? 'Trop peu de réponses, ou toutes égales, pour comparer les moyennes.'
    : test.p < SEUIL
      ? `Les moyennes diffèrent selon « ${profil.titre} » : c’est démontré (test de Welch, ${probabilite(test.p)}). Ce n’est pas une cause.`
      : `Aucune différence démontrée entre les moyennes (test de Welch, ${probabilite(test.p)}) : ne les commentez pas.`;
  const deux = groupes.flatMap((groupe, i) => (groupe.length > 1 ? [{ nom: profil.modalites.libelles[i] as string, groupe }] : []));
  return [{ titre: `${quantite.titre} selon ${profil.titre}`, precision: 'Moyenne de chaque groupe', entetes: ['', 'Réponses', 'Moyenne', 'Médiane', 'Écart-type'], formats: ['texte', 'entier', 'decimal', 'decimal', 'decimal'], lignes, phrases: [phrase, ...phraseEcart(deux), ...faibles], graphique: null }];
};

export const analyseCroisee = (lignes: Variable, colonnes: Variable, reglages: ReglagesAnalyse): readonly Bloc[] => {
  if (estQuantitative(lignes) && !estQuantitative(colonnes)) return moyennes(lignes, colonnes, reglages);
  if (estQuantitative(colonnes) && !estQuantitative(lignes)) return moyennes(colonnes, lignes, reglages);
  return qualitatives(lignes, colonnes, reglages);
};
