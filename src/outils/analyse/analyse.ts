// L'analyse d'une enquête : lire ses réponses, proposer le type de chaque question, analyser, croiser, comparer. Rien n'est écrit.
import type { Anomalie } from '../../socle/anomalie';
import { adresse, lettres } from '../../socle/cellule';
import type { Releve } from '../../socle/classeur';
import { erreur } from '../../socle/erreurs';
import { versIso, type Jour } from '../../socle/jours';
import { saisiesEnMemoire } from '../../socle/memoire';
import type { Analyse, Contexte, FeuilleReconnue, Indicateur } from '../../socle/outil';
import type { Saisies } from '../../socle/reglage';
import { lis, type Suite } from '../../socle/suite';
import { LIGNES_DE_TETE } from '../../socle/tableau/entete';
import { exclues, type Exclues } from '../rgpd/exclusion';
import type { Bloc } from './bloc';
import { analyseCorrelation } from './correlations';
import { analyseCroisee } from './croisement';
import { clefDe } from './croise';
import { distribution } from './distribution';
import { favorables } from './echelles';
import { analysePopulation } from './population';
import { reglagesDe, type ReglagesAnalyse } from './reperes';
import { analyseSimple } from './simple';
import { feuilleDEnquete, lisTable, sansLignes, type Table } from './table';
import { analyseVagues } from './vagues';
import { estQualitative, estQuantitative, variableDe, type Variable } from './variables';

export const ID = 'analyse';

export type AnalyseEnquete = Analyse & {
  readonly au: Jour;
  readonly reglages: ReglagesAnalyse;
  /** Null quand aucune feuille ne ressemble à une enquête. */
  readonly table: Table | null;
  readonly variables: readonly Variable[];
  readonly blocs: readonly Bloc[];
  /** Combien de réponses sont exclues des calculs, et pourquoi ; « aucun » sinon. */
  readonly filtres: string;
};

const variablesDe = ({ titres, lignes }: Table, reglages: ReglagesAnalyse): Variable[] =>
  titres.flatMap((titre, j) => (titre === '' ? [] : [variableDe(j + 1, titre, lignes.map((ligne) => ligne[j] ?? null), reglages.types.get(j + 1))]));

const trouve = (variables: readonly Variable[], colonne: number, feuille: string): Variable => {
  const variable = variables.find((v) => v.colonne === colonne);
  if (variable === undefined) throw erreur(`La colonne ${lettres(colonne)} de « ${feuille} » n’a pas de question`, 'Donnez la lettre d’une colonne remplie');
  return variable;
};

/** À défaut de choix : la première opinion (échelle, note, sinon question fermée) par le premier profil. */
const croisementParDefaut = (variables: readonly Variable[]): [Variable, Variable][] => {
  const opinion = variables.find((v) => v.type === 'ordinale' && favorables([...v.modalites.rangDe.keys()]) !== null) ?? variables.find(({ type }) => type === 'intervalle');
  const profil = variables.find((v) => v.type === 'nominale' && v !== opinion && v.modalites.libelles.length >= 2 && v.modalites.libelles.length <= 7);
  return opinion === undefined || profil === undefined ? [] : [[opinion, profil]];
};

const correlationParDefaut = (variables: readonly Variable[]): [Variable, Variable][] => {
  const [a, b] = variables.filter((v) => estQuantitative(v));
  return a === undefined || b === undefined ? [] : [[a, b]];
};

const blocsDe = (table: Table, variables: readonly Variable[], reglages: ReglagesAnalyse, avant: { readonly table: Table; readonly variables: readonly Variable[] } | null): Bloc[] => {
  const couples = (choisis: readonly (readonly [number, number])[], defaut: (v: readonly Variable[]) => [Variable, Variable][]): [Variable, Variable][] =>
    choisis.length === 0 ? defaut(variables) : choisis.map(([a, b]) => [trouve(variables, a, table.feuille), trouve(variables, b, table.feuille)]);
  return [
    ...variables.flatMap((variable) => [analyseSimple(variable, reglages), estQuantitative(variable) ? distribution(variable, reglages) : null].flatMap((bloc) => bloc ?? [])),
    ...couples(reglages.croiser, croisementParDefaut).flatMap(([l, c]) => analyseCroisee(l, c, reglages)),
    ...couples(reglages.correler, correlationParDefaut).map(([x, y]) => analyseCorrelation(x, y)),
    ...(reglages.parts === null ? [] : [analysePopulation(trouve(variables, reglages.parts.colonne, table.feuille), reglages.parts, reglages)]),
    ...(avant === null ? [] : [analyseVagues(avant.table.feuille, avant.variables, table.feuille, variables)]),
  ];
};

const reconnue = (table: Table, variables: readonly Variable[]): FeuilleReconnue => ({
  feuille: table.feuille, outil: ID, entete: table.entete, lignes: table.lignes.length, derniere: table.entete + table.lignes.length,
  colonnes: {}, supposees: [],
  titres: table.titres.map((titre, j) => {
    const compris = variables.find(({ colonne }) => colonne === j + 1)?.type;
    return { lettre: lettres(j + 1), titre, clef: null, ...(compris === undefined ? {} : { compris }) };
  }),
  exemple: variables.map(({ colonne, titre, type }) => `${lettres(colonne)} « ${titre} » : ${type}`).join(' ; ') + '.',
});

const indicateursDe = (table: Table, variables: readonly Variable[], au: Jour, reglages: ReglagesAnalyse, filtres: string): Indicateur[] =>
  variables.flatMap((v): Indicateur[] => {
    const commun = { outil: ID, feuille: table.feuille, canal: 'tous', periode: { du: null, au: versIso(au) }, filtres };
    if (estQuantitative(v)) {
      const nombres = v.nombres.filter((x): x is number => x !== null && (reglages.zeros || x !== 0));
      if (nombres.length < Math.max(1, reglages.masque)) return [];
      return [{ ...commun, id: `moyenne-${lettres(v.colonne)}`, libelle: `${v.titre} : moyenne`, valeur: nombres.reduce((s, x) => s + x, 0) / nombres.length, numerateur: null, denominateur: nombres.length, unite: 'note ou quantité', definition: `moyenne des réponses de ceux que la question concerne${reglages.zeros ? '' : ', sans les zéros'}.` }];
    }
    const bonnes = estQualitative(v) ? favorables([...v.modalites.rangDe.keys()]) : null;
    if (bonnes === null) return [];
    const n = v.valeurs.filter((x) => x !== null).length;
    const oui = v.valeurs.filter((x) => x !== null && bonnes.includes(clefDe(x))).length;
    if (oui < reglages.masque || n - oui < reglages.masque) return [];
    return [{ ...commun, id: `favorables-${lettres(v.colonne)}`, libelle: `${v.titre} : réponses favorables`, valeur: oui / n, numerateur: oui, denominateur: n, unite: 'proportion', definition: `part de « ${v.modalites.libelles.filter((l) => bonnes.includes(clefDe(l))).join(' », « ')} » parmi ceux qui ont répondu.` }];
  });

const anomaliesDe = ({ feuille, entete, coupee }: Table, variables: readonly Variable[], { empeche }: Exclues): Anomalie[] => [
  ...(empeche === null ? [] : [{ adresse: adresse(feuille, entete, 1), gravite: 'avertissement' as const, message: empeche }]),
  ...(coupee ? [{ adresse: adresse(feuille, entete, 1), gravite: 'avertissement' as const, message: 'Seules les 100 000 premières lignes sont lues.' }] : []),
  ...variables.filter(({ type }) => type === 'texte').map(({ colonne, titre }) => ({ adresse: adresse(feuille, entete, colonne), gravite: 'information' as const, message: `« ${titre} » est lue comme un texte libre, elle n’est pas analysée. Si c’est une question fermée, corrigez son type (réglage « types » : ${lettres(colonne)}=nominale).` })),
];

const VIDE: Omit<Analyse, 'saisies'> = { feuilles: [], indicateurs: [], anomalies: [], alertes: [], essentiels: [], evolutions: [], effectifs: {}, phrases: [], tableaux: [], suivi: () => ({}) };

const utiles = (saisies: Saisies): Saisies => Object.fromEntries(Object.entries(saisies).filter(([, valeur]) => valeur.trim() !== ''));

export function* analyse(contexte: Contexte): Suite<AnalyseEnquete> {
  const releve: Releve = yield* lis({ tetes: LIGNES_DE_TETE });
  const { feuilles, memoire } = releve;
  const saisies = utiles({ ...saisiesEnMemoire(memoire, ID), ...contexte.saisies });
  const reglages = reglagesDe(saisies);
  const au = contexte.au ?? contexte.aujourdhui;
  const feuille = feuilleDEnquete(feuilles, reglages.feuille);
  if (feuille === null) return { ...VIDE, saisies, au, reglages, table: null, variables: [], blocs: [], filtres: 'aucun' };
  const lue = yield* lisTable(feuille, reglages.entete);
  const ecartees = yield* exclues(releve, feuille.nom, reglages.exclure);
  const table = sansLignes(lue, ecartees.lignes);
  const filtres = ecartees.phrase ?? 'aucun';
  const variables = variablesDe(table, reglages);
  const feuilleAvant = reglages.feuilleAvant === null ? null : feuilleDEnquete(feuilles, reglages.feuilleAvant);
  const tableAvant = feuilleAvant === null ? null : yield* lisTable(feuilleAvant, null);
  const blocs = blocsDe(table, variables, reglages, tableAvant === null ? null : { table: tableAvant, variables: variablesDe(tableAvant, reglages) });
  return {
    ...VIDE, saisies, au, reglages, table, variables, blocs, filtres,
    feuilles: [reconnue(table, variables)],
    indicateurs: indicateursDe(table, variables, au, reglages, ecartees.filtre ?? 'aucun'),
    anomalies: anomaliesDe(table, variables, ecartees),
    phrases: [...(ecartees.phrase === null ? [] : [`${ecartees.phrase}.`]), ...blocs.flatMap(({ titre, phrases }) => phrases.map((phrase) => `${titre} — ${phrase}`))],
    tableaux: blocs.filter(({ lignes }) => lignes.length > 0).map(({ titre, entetes, lignes }) => ({ titre, entetes, lignes: lignes.map((ligne) => ligne.map((v) => (typeof v === 'boolean' ? String(v) : v))) })),
  };
}
