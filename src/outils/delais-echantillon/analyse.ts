// L'analyse d'un classeur : trouver ses grilles d'échantillonnage, les lire, les mesurer, les comparer. Rien n'est écrit.
import type { Anomalie } from '../../socle/anomalie';
import { lettres } from '../../socle/cellule';
import type { Feuille, Releve } from '../../socle/classeur';
import { versIso, type Jour } from '../../socle/jours';
import { saisiesEnMemoire } from '../../socle/memoire';
import { sansAccents } from '../../socle/normalise';
import { dateFr, pluriel, pourcent } from '../../socle/format';
import type { Analyse, Contexte, Evolution, FeuilleReconnue, Indicateur, Proposition } from '../../socle/outil';
import { lis, type Suite } from '../../socle/suite';
import { LIGNES_DE_TETE } from '../../socle/tableau/entete';
import { campagnesDe, enOrdre, nature, parMois, type Campagne } from './campagnes';
import { compare, type Comparaison } from './comparaison';
import { grillesDe } from './grille';
import { definitions } from './indicateurs';
import { lisGrille, type GrilleLue } from './lecture';
import { aRetenir, reglagesDe, type ReglagesEchantillon } from './reperes';

export const ID = 'delais-echantillon';

/** Une grille tient dans ce rectangle ; au-delà, ce n'en est pas une. */
const LIGNES_MAX = 400;
const COLONNES_MAX = 200;

export type AnalyseEchantillon = Analyse & {
  readonly reglages: ReglagesEchantillon;
  readonly au: Jour;
  readonly campagnes: readonly Campagne[];
  readonly comparaisons: readonly Comparaison[];
};

/** Les feuilles où chercher, lues en entier si leur tête porte une grille. Nos feuilles et les feuilles masquées n'en sont pas. */
function* lisGrilles(feuilles: readonly Feuille[], voulue: string | null): Suite<readonly GrilleLue[]> {
  const choisie = voulue === null ? null : sansAccents(voulue);
  const visees = feuilles.filter(({ nom, marque, masquee }) => marque === null && (choisie === null ? !masquee : sansAccents(nom) === choisie));
  const portees = visees.filter(({ tete, nom }) => grillesDe(tete, nom).length > 0);
  if (portees.length === 0) return [];
  const releve: Releve = yield* lis({ zones: portees.map(({ nom, lignes, colonnes }) => ({ feuille: nom, ligne: 1, colonne: 1, lignes: Math.min(lignes, LIGNES_MAX), colonnes: Math.min(colonnes, COLONNES_MAX) })) });
  return portees.flatMap(({ nom }, i) => grillesDe(releve.plages[i] ?? [], nom).map((grille) => lisGrille(releve.plages[i] ?? [], nom, grille)));
}

const reconnue = ({ lue: { feuille, grille } }: Campagne): FeuilleReconnue => ({
  feuille, outil: ID, entete: grille.entete, lignes: grille.lignes.length, derniere: grille.lignes[grille.lignes.length - 1]?.ligne ?? grille.entete,
  colonnes: {}, supposees: [],
  titres: grille.colonnes.map(({ colonne, titre }) => ({ lettre: lettres(colonne), titre, clef: null })),
  exemple: `${grille.colonnes.length} dates de ${grille.lignes.length} ${grille.canal === 'courriel' ? 'courriels' : 'courriers'}${grille.pic ? ', en période de pic' : ''}.`,
});

const indicateursDe = ({ nom, lue, mesures, du, au }: Campagne, rang: number, seule: boolean, moinsDe: number, arrete: Jour): Indicateur[] =>
  definitions(moinsDe).map(({ id, libelle, unite, definition, calcule }) => ({
    outil: ID, feuille: lue.feuille, canal: 'tous', id: seule ? id : `${id}-${rang + 1}`, libelle: seule ? libelle : `${nom} : ${libelle.charAt(0).toLowerCase()}${libelle.slice(1)}`,
    ...calcule(mesures), unite: unite === 'jours' ? 'jours calendaires' : unite, definition,
    periode: { du: du === null ? null : versIso(du), au: versIso(au ?? arrete) },
    filtres: mesures.redresse ? 'aucun ; redressé par le nombre de courriers reçus' : 'aucun',
  }));

const evolutionDe = (campagne: Campagne, moinsDe: number): Evolution => {
  const mois = parMois(campagne, moinsDe);
  return {
    titre: campagne.nom,
    lecture: `${campagne.nom} : ${mois.map(({ libelle, mesures }) => `${libelle} ${mesures.rapides} sur ${mesures.remplies}`).join(', ')} en moins de ${moinsDe} jours.`,
    rangs: mois.map(({ libelle }) => libelle),
    volume: { titre: 'Courriers relevés', valeurs: mois.map(({ mesures }) => mesures.remplies) },
    taux: { titre: `Taux < ${moinsDe} j`, valeurs: mois.map(({ mesures }) => mesures.tauxRapide), cible: null },
  };
};

/** Les campagnes d'un même canal et de même nature, deux à deux, dans l'ordre de leurs dates, à défaut des onglets. */
const comparaisonsDe = (campagnes: readonly Campagne[]): Comparaison[] => {
  const remplies = campagnes.filter(({ mesures }) => mesures.remplies > 0);
  return [...new Set(remplies.map(nature))].flatMap((n) => {
    const suite = enOrdre(remplies.filter((c) => nature(c) === n));
    return suite.slice(1).map((apres, i) => compare(suite[i] as Campagne, apres));
  });
};

/** Une campagne où des réponses tardent appelle une action ; une grille de pic ne dit rien de l'année. */
const propositionDe = ({ nom, mesures: { rapides, remplies, tauxRapide } }: Campagne, moinsDe: number, au: Jour): Proposition[] =>
  tauxRapide === null || rapides === remplies ? [] : [{
    libelle: `Répondre plus souvent en moins de ${moinsDe} jours`,
    problematique: `Sur ${remplies} ${pluriel(remplies, 'courrier relevé', 'courriers relevés')} (${nom}), ${remplies - rapides} ${pluriel(remplies - rapides, 'n’a', 'n’ont')} pas eu de réponse en moins de ${moinsDe} jours. Origine : suivi de la gestion des délais, par échantillon.`,
    indicateur: `Taux de réponse en moins de ${moinsDe} jours, estimé sur échantillon : ${pourcent(tauxRapide)} au ${dateFr(au)} (${rapides} sur ${remplies})`,
  }];

export function* analyse(contexte: Contexte): Suite<AnalyseEchantillon> {
  const { feuilles, memoire }: Releve = yield* lis({ tetes: LIGNES_DE_TETE });
  const saisies = { ...aRetenir(saisiesEnMemoire(memoire, ID)), ...contexte.saisies };
  const reglages = reglagesDe(saisies);
  const au = contexte.au ?? contexte.aujourdhui;
  const lues = yield* lisGrilles(feuilles, reglages.feuille);
  const campagnes = campagnesDe(lues, reglages.moinsDe);
  const remplies = campagnes.filter(({ mesures }) => mesures.remplies > 0);
  const comparaisons = comparaisonsDe(campagnes);
  const anomalies: Anomalie[] = lues.flatMap((lue) => lue.anomalies);
  const seule = remplies.length === 1;
  return {
    reglages, au, campagnes, comparaisons, saisies: aRetenir(saisies),
    feuilles: campagnes.map(reconnue),
    indicateurs: remplies.flatMap((campagne, rang) => indicateursDe(campagne, rang, seule, reglages.moinsDe, au)),
    propositions: remplies.slice(-1).flatMap((campagne) => propositionDe(campagne, reglages.moinsDe, au)),
    anomalies, alertes: [],
    essentiels: remplies.slice(0, 2).flatMap(({ nom }, rang) => [{ id: seule ? 'taux-rapide' : `taux-rapide-${rang + 1}`, titre: seule ? `< ${reglages.moinsDe} jours` : nom, cible: null, sens: 'au-moins' as const }]),
    evolutions: remplies.map((campagne) => evolutionDe(campagne, reglages.moinsDe)),
    effectifs: {},
    phrases: [...remplies.flatMap(({ nom, phrases }) => (seule ? phrases : phrases.map((phrase) => `${nom} : ${phrase}`))), ...comparaisons.flatMap(({ phrases }) => phrases)],
    tableaux: remplies.map((campagne) => ({
      titre: `${campagne.nom}, ${campagne.lue.grille.pic ? 'par date' : 'par mois'}`,
      entetes: ['', 'Relevés', `< ${reglages.moinsDe} j`, 'NR', 'Délai moyen (j)'],
      lignes: parMois(campagne, reglages.moinsDe).map(({ libelle, mesures: m }) => [libelle, m.remplies, m.rapides, m.remplies - m.repondues, m.moyenne]),
    })),
    suivi: () => ({}),
  };
}
