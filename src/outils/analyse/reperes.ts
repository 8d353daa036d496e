// Les réglages de l'analyse, chacun avec sa source.
import { numeroColonne } from '../../socle/cellule';
import { erreur } from '../../socle/erreurs';
import type { Rubrique } from '../../socle/outil';
import { sansAccents } from '../../socle/normalise';
import { choix, entier, lisReglages, lu, ouiNon, texte, type Reglages, type Saisies } from '../../socle/reglage';
import { TYPES, type TypeDeVariable } from './variables';

const DITP = 'boîte à outils DITP (2021), « Analyser les résultats pour orienter l’action »';

/** « nombre de répondants … supérieur à 30 » : 31 au moins. */
export const EFFECTIF_MIN = 30;

const refus = (clef: string, saisie: string, exemple: string) => erreur(`Le réglage « ${clef} » ne peut pas valoir « ${saisie} »`, `Écrivez par exemple « ${exemple} »`);

const colonneDe = (mot: string): number => numeroColonne(mot.trim());

/** « C=ordinale;D=ratio » */
const lisTypes = (saisie: string, clef: string): ReadonlyMap<number, TypeDeVariable> =>
  new Map(saisie.split(';').filter((mot) => mot.trim() !== '').map((mot): [number, TypeDeVariable] => {
    const [colonne = '', voulu = ''] = mot.split('=');
    const type = TYPES.find((t) => t === sansAccents(voulu).replace(/^intervale$/, 'intervalle'));
    if (colonneDe(colonne) === 0 || type === undefined) throw refus(clef, saisie, `C=ordinale;D=ratio » ; les types sont ${TYPES.join(', ')}, « C=${TYPES[0]}`);
    return [colonneDe(colonne), type];
  }));

/** « D;B » : des couples de colonnes ; plusieurs, séparés par « | ». */
const lisCouples = (saisie: string, clef: string): readonly (readonly [number, number])[] =>
  saisie.split('|').filter((mot) => mot.trim() !== '').map((mot): [number, number] => {
    const [a = '', b = '', ...reste] = mot.split(';');
    if (colonneDe(a) === 0 || colonneDe(b) === 0 || reste.length > 0 || colonneDe(a) === colonneDe(b)) throw refus(clef, saisie, 'D;B » ou « D;B|E;B');
    return [colonneDe(a), colonneDe(b)];
  });

export type PartsConnues = { readonly colonne: number; readonly parts: readonly { readonly modalite: string; readonly part: number }[] };

/** « B:Femme=52;Homme=48 » */
const lisParts = (saisie: string, clef: string): PartsConnues => {
  const [colonne = '', reste = ''] = saisie.split(':');
  const parts = reste.split(';').filter((mot) => mot.trim() !== '').map((mot) => {
    const egal = mot.lastIndexOf('=');
    return { modalite: mot.slice(0, egal).trim(), part: Number(mot.slice(egal + 1).replace(/[%\s]/g, '').replace(',', '.')) };
  });
  if (colonneDe(colonne) === 0 || parts.length < 2 || parts.some(({ modalite, part }) => modalite === '' || !(part > 0))) throw refus(clef, saisie, 'B:Femme=52;Homme=48');
  return { colonne: colonneDe(colonne), parts };
};

/** « Exclure des calculs » (domaine.md §5.3). */
const EXCLUSIONS = ['aucune', 'retirees', 'sans-preuve'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];
const LIBELLES_EXCLUSIONS: Readonly<Record<Exclusion, string>> = { aucune: 'Aucune', retirees: 'Celles dont l’accord est retiré ou refusé', 'sans-preuve': 'Celles dont la preuve de consentement n’est pas complète' };

export const REGLAGES = {
  feuille: texte('Feuille des réponses', 'votre choix ; à défaut la première qui ressemble à une enquête', { genre: 'onglet' }),
  entete: lu<number | null>('Ligne des questions', null, 'votre correction', (saisie, clef) => entier('', 1, '', 1, 1048576).lis(saisie, clef), { genre: 'entier', mini: 1, maxi: 1048576 }),
  types: lu<ReadonlyMap<number, TypeDeVariable>>('Types de variable à corriger', new Map(), `nominale, ordinale, intervalle ou ratio, ${DITP}`, lisTypes, { genre: 'par-colonne', choix: TYPES, exemple: 'C=ordinale;D=ratio' }),
  croiser: lu<readonly (readonly [number, number])[]>('Questions à croiser (lignes ; colonnes)', [], 'à défaut la première opinion par le premier profil', lisCouples, { genre: 'paires', exemple: 'D;B' }),
  correler: lu<readonly (readonly [number, number])[]>('Nombres à corréler', [], 'à défaut les deux premières', lisCouples, { genre: 'paires', exemple: 'E;F' }),
  zeros: ouiNon('Compter les zéros dans les moyennes', true, `« en incluant les personnes ayant répondu zéro ou bien en les excluant », ${DITP}`),
  populationEnquetee: lu<number | null>('Taille de la population interrogée', null, 'inconnue : supposée grande', (saisie, clef) => entier('', 1, '', 1, 100000000).lis(saisie, clef), { genre: 'entier', mini: 1, maxi: 100000000 }),
  recensement: ouiNon('Toute la population a répondu (variance divisée par n)', false, 'notre choix : un échantillon (n − 1)'),
  parts: lu<PartsConnues | null>('Parts connues de la population', null, 'votre source (Insee, fichier des usagers…)', lisParts, { genre: 'texte', exemple: 'B:Femme=52;Homme=48' }),
  feuilleAvant: texte('Feuille de l’enquête précédente, à comparer', 'votre choix', { genre: 'onglet' }),
  exclure: choix('Réponses à exclure des calculs', EXCLUSIONS, 'aucune', 'preuves de consentement : boîte à outils DITP (2021), « Appliquer le RGPD aux enquêtes »', LIBELLES_EXCLUSIONS),
  masque: entier('Masquer les effectifs inférieurs à', 5, 'notre choix : 5 en interne, 11 pour une diffusion, 0 pour tout montrer', 0, 1000),
};

export const RUBRIQUES: readonly Rubrique[] = [
  { titre: 'Les réponses', reglages: ['feuille', 'entete', 'types'], retenue: true },
  { titre: 'Ce qui est analysé', reglages: ['croiser', 'correler', 'zeros', 'recensement', 'feuilleAvant'], retenue: true },
  { titre: 'La population', reglages: ['populationEnquetee', 'parts'], retenue: true },
  { titre: 'Confidentialité', reglages: ['exclure', 'masque'], retenue: true },
];

export type ReglagesAnalyse = Reglages<typeof REGLAGES>;

export const reglagesDe = (saisies: Saisies): ReglagesAnalyse => lisReglages(REGLAGES, saisies);
