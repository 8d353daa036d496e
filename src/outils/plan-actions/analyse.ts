// L'analyse d'un plan : son avancement, ce qui est en retard ou arrive à échéance, et les cellules à vérifier.
import { adresse, lettres } from '../../socle/cellule';
import type { Releve } from '../../socle/classeur';
import { dateFr, nombre, pluriel } from '../../socle/format';
import { versIso, type Jour } from '../../socle/jours';
import { saisiesEnMemoire } from '../../socle/memoire';
import type { Alerte, Analyse, Contexte, FeuilleReconnue, Indicateur } from '../../socle/outil';
import type { Saisies } from '../../socle/reglage';
import { lis, type Suite } from '../../socle/suite';
import { LIGNES_DE_TETE } from '../../socle/tableau/entete';
import type { ClefColonne } from './colonnes';
import { estOuverte, libelleStatut, lisPlan, type Action, type Plan } from './lecture';
import { reglagesDe, type ReglagesPlan } from './reperes';

export const ID = 'plan-actions';

export type AnalysePlan = Analyse & { readonly au: Jour; readonly reglages: ReglagesPlan; readonly plan: Plan | null };

/** Jours jusqu'à l'échéance ; négatif une fois passée. Null pour une action finie ou sans échéance. */
export const resteA = (action: Action, au: Jour): number | null => (!estOuverte(action) || action.finPrevue === null ? null : action.finPrevue - au);

export const enRetard = (action: Action, au: Jour): boolean => (resteA(action, au) ?? 0) < 0;

export const nomDe = ({ numero, libelle, ligne }: Action): string => [numero, libelle].filter((mot) => mot !== '').join(' · ') || `Ligne ${ligne}`;

const echeance = (jours: number): string => (jours < 0 ? `En retard de ${-jours} ${pluriel(-jours, 'jour', 'jours')}` : jours === 0 ? 'À échéance aujourd’hui' : `À échéance dans ${jours} ${pluriel(jours, 'jour', 'jours')}`);

const alertesDe = ({ feuille, colonnes, actions }: Plan, au: Jour, bientot: number): Alerte[] =>
  actions
    .flatMap((action): Alerte[] => {
      const reste = resteA(action, au);
      if (reste === null || reste > bientot) return [];
      return [{ adresse: adresse(feuille.nom, action.ligne, colonnes.finPrevue ?? 1), identifiant: nomDe(action), canal: action.responsables.join(', '), etat: libelleStatut(action), alerte: echeance(reste), limite: versIso(action.finPrevue ?? au), joursRestants: reste }];
    })
    .sort((a, b) => a.joursRestants - b.joursRestants);

const part = (numerateur: number, denominateur: number): number | null => (denominateur === 0 ? null : numerateur / denominateur);

const indicateursDe = ({ feuille, actions }: Plan, au: Jour, bientot: number): Indicateur[] => {
  const retenues = actions.filter(({ statut }) => statut !== 'abandonnee');
  const ouvertes = actions.filter(estOuverte);
  const un = (id: string, libelle: string, n: number, sur: readonly Action[], definition: string): Indicateur => ({
    outil: ID, feuille: feuille.nom, canal: 'tous', id, libelle, valeur: part(n, sur.length), numerateur: n, denominateur: sur.length, unite: 'proportion', definition, periode: { du: null, au: versIso(au) }, filtres: 'aucun',
  });
  const suivies = 'les actions du plan, abandonnées mises à part';
  const aFaire = 'les actions prévues ou en cours';
  return [
    un('avancement', 'Actions terminées', retenues.filter(({ statut }) => statut === 'terminee').length, retenues, `Actions terminées, parmi : ${suivies}.`),
    un('en-cours', 'Actions en cours', retenues.filter(({ statut }) => statut === 'en-cours').length, retenues, `Actions commencées et pas finies (suspendues comprises), parmi : ${suivies}.`),
    un('en-retard', 'Actions en retard', ouvertes.filter((action) => enRetard(action, au)).length, ouvertes, `Fin prévue passée à la date d’arrêté, parmi : ${aFaire}.`),
    un('a-echeance', `Actions à échéance sous ${bientot} ${pluriel(bientot, 'jour', 'jours')}`, ouvertes.filter((action) => { const reste = resteA(action, au); return reste !== null && reste >= 0 && reste <= bientot; }).length, ouvertes, `Fin prévue dans les ${bientot} jours qui suivent la date d’arrêté, parmi : ${aFaire}.`),
    un('sans-echeance', 'Actions sans échéance', ouvertes.filter(({ finPrevue }) => finPrevue === null).length, ouvertes, `Aucune fin prévue lisible, parmi : ${aFaire}.`),
  ];
};

const reconnue = ({ feuille, entete, colonnes, actions }: Plan): FeuilleReconnue => {
  const premiere = actions[0];
  return {
    feuille: feuille.nom, outil: ID, entete: entete.ligne, lignes: actions.length, derniere: feuille.lignes, supposees: [],
    colonnes: Object.fromEntries(Object.entries(colonnes).map(([clef, colonne]) => [clef, lettres(colonne)])),
    titres: Array.from({ length: feuille.colonnes }, (_, j) => ({ lettre: lettres(j + 1), titre: entete.titres[j] ?? '', clef: Object.keys(colonnes).find((clef) => colonnes[clef as ClefColonne] === j + 1) ?? null })),
    exemple: premiere === undefined ? null : `Ligne ${premiere.ligne} : « ${nomDe(premiere)} », ${libelleStatut(premiere).toLowerCase()}${premiere.finPrevue === null ? ', sans échéance' : `, fin prévue le ${dateFr(premiere.finPrevue)}`}.`,
  };
};

const VIDE: Omit<Analyse, 'saisies'> = { feuilles: [], indicateurs: [], anomalies: [], alertes: [], essentiels: [], evolutions: [], effectifs: {}, phrases: [], tableaux: [], suivi: () => ({}) };

const utiles = (saisies: Saisies): Saisies => Object.fromEntries(Object.entries(saisies).filter(([, valeur]) => valeur.trim() !== ''));

export function* analyse(contexte: Contexte): Suite<AnalysePlan> {
  const { feuilles, memoire }: Releve = yield* lis({ tetes: LIGNES_DE_TETE });
  const saisies = utiles({ ...saisiesEnMemoire(memoire, ID), ...contexte.saisies });
  const reglages = reglagesDe(saisies);
  const au = contexte.au ?? contexte.aujourdhui;
  const plan = yield* lisPlan(feuilles, reglages, saisies, au);
  if (plan === null) return { ...VIDE, saisies, au, reglages, plan };
  const alertes = alertesDe(plan, au, reglages.bientot);
  const compte = (statut: Action['statut']): number => plan.actions.filter((action) => action.statut === statut).length;
  const dit = (statut: Action['statut'], mot: string): string => `${compte(statut)} ${pluriel(compte(statut), mot, `${mot}s`)}`;
  return {
    ...VIDE, saisies, au, reglages, plan,
    feuilles: [reconnue(plan)],
    indicateurs: indicateursDe(plan, au, reglages.bientot),
    essentiels: [
      { id: 'avancement', titre: 'Terminées', cible: null, sens: 'au-moins' }, { id: 'en-cours', titre: 'En cours', cible: null, sens: 'au-moins' },
      { id: 'en-retard', titre: 'En retard', cible: null, sens: 'au-plus' }, { id: 'sans-echeance', titre: 'Sans échéance', cible: null, sens: 'au-plus' },
    ],
    anomalies: plan.anomalies, alertes,
    effectifs: { lignes: plan.actions.length, prevues: compte('prevue'), enCours: compte('en-cours'), terminees: compte('terminee'), abandonnees: compte('abandonnee') },
    phrases: [`${nombre(plan.actions.length)} ${pluriel(plan.actions.length, 'action', 'actions')} : ${dit('prevue', 'prévue')}, ${compte('en-cours')} en cours, ${dit('terminee', 'terminée')}, ${dit('abandonnee', 'abandonnée')}.`],
    suivi: (i) => {
      const action = plan.actions[i];
      return action === undefined ? {} : { numero: action.numero, statut: libelleStatut(action), retard: action.retard, resteA: resteA(action, au) };
    },
  };
}
