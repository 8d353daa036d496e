// Les écritures qui ne sont pas des rapports, prêtes à être coupées partout : liste, ajout, effacement, purge, et les commandes du registre.
import { ajouteLigne, type Ajout } from '../../src/socle/ecriture/ajout';
import { efface } from '../../src/socle/ecriture/effacement';
import { effacementInterrompu, prepareEffacement } from '../../src/socle/ecriture/effacement-plan';
import { ecrisListe } from '../../src/socle/ecriture/liste';
import type { Liste } from '../../src/socle/ecriture/liste-examen';
import { preparePurge, videSauvegardes } from '../../src/socle/ecriture/purge';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import type { Rapport } from '../../src/socle/ecriture/rapport-examen';
import { deIso } from '../../src/socle/jours';
import type { CompteRendu } from '../../src/socle/outil';
import { lis, type Suite } from '../../src/socle/suite';
import { conduis } from '../../src/socle/suite';
import { ongletAnalyse } from '../../src/outils/analyse/onglet-analyse';
import { delais } from '../../src/outils/delais-echantillon/delais';
import { nouvelleGrille } from '../../src/outils/delais-echantillon/nouvelle-grille';
import { enregistrer } from '../../src/outils/plan-actions/commande-enregistrer';
import { ficheAction, nouvelleFiche } from '../../src/outils/plan-actions/commande-fiche';
import { placeDe } from '../../src/outils/plan-actions/feuille-fiche';
import { nouveauPlan } from '../../src/outils/plan-actions/nouveau-plan';
import { parametres } from '../../src/outils/plan-actions/parametres';
import { ClasseurMemoire, type Mode } from '../hotes/classeur-memoire';
import { image, type Reprise } from './reprises';

export const JOUR = deIso('2026-11-22')!;
export const rapportCourt = (n: number): Rapport => ({ genre: 'essai.rapport', nom: 'Résultats', outil: 'essai', saisies: {}, aujourdhui: JOUR, feuille: { valeurs: [[`À jour ${n}`], [n]], largeur: 1, banniere: { ligne: 1, colonne: 1 }, habillage: () => [] } });

const remplie = (mode: Mode, graine: number, feuille: string, lignes: readonly (readonly (string | number)[])[], ligne = 1, colonne = 1): ClasseurMemoire => {
  const c = new ClasseurMemoire(mode, graine);
  c.ajoute(feuille);
  lignes.forEach((rangee, i) => rangee.forEach((v, j) => c.tape(feuille, ligne + i, colonne + j, v)));
  return c;
};

/** Deux mises à jour d'un rapport que quelqu'un avait corrigé à chaque fois : deux sauvegardes ; et un onglet de la personne qui leur ressemble. */
export const avecSauvegardes = (mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
  const c = new ClasseurMemoire(mode, graine);
  c.ajoute('Sauvegarde du maire');
  c.tape('Sauvegarde du maire', 1, 1, 'à moi');
  for (const n of [1, 2, 3]) {
    conduis(ecrisRapport(rapportCourt(n)), c);
    if (n < 3) c.tape('Résultats', 2, 1, 'Mme Exemple');
  }
  return c;
};
export function* purge(mot = 'EFFACER'): Suite<CompteRendu> {
  return yield* videSauvegardes(yield* preparePurge(), mot, JOUR);
}
/** Ce qui reste d'un effacement ne compte pas moins que les cellules. */
const avecNote = (c: ClasseurMemoire): string => image(c) + JSON.stringify([...c.memoire].filter(([clef]) => clef === 'effacement'));
export const PURGE: Reprise = { nom: 'purge', depart: avecSauvegardes, execute: purge, image: avecNote };

const PLAN = [['Numéro', 'Libellé', 'Fin'], ['A1', 'Relire', 46100], ['A2', 'Former', 46150]];
const AJOUT: Ajout = { feuille: 'Plan', entete: 2, colonneNumero: 2, numero: 'A3', valeurs: new Map<number, string | number>([[3, '=Afficher'], [4, 46200]]) };
const dansUneListe: Reprise = { nom: 'ajout', depart: (mode, graine) => remplie(mode, graine, 'Plan', PLAN, 2, 2), execute: () => ajouteLigne(AJOUT), image };
const dansUnTableau: Reprise = {
  ...dansUneListe, nom: 'ajout dans un tableau',
  depart: (mode, graine) => {
    const c = remplie(mode, graine, 'Plan', PLAN, 2, 2);
    c.pourEcrire('Plan').tableaux = [{ nom: 'Actions', ligne: 2, colonne: 2, lignes: 3, colonnes: 3, total: false }];
    return c;
  },
};

const liste = (...lignes: [string, string][]): Liste => ({
  genre: 'plan.suivi', nom: 'Suivi', banniere: 'À jour au 22/11/2026', titres: ['Numéro', 'Libellé', 'Commentaire', 'État'], colonneNumero: 1, calculees: [4],
  disparue: { colonne: 4, texte: 'n’est plus dans la source' }, lignes: lignes.map(([numero, etat]) => ({ numero, valeurs: [numero, `Action ${numero}`, '', etat] })),
});
const tenue: Reprise = {
  nom: 'liste', image, execute: () => ecrisListe(liste(['A1', 'finie'], ['A3', 'prévue'], ['A4', '=x'])),
  depart: (mode, graine) => {
    const c = remplie(mode, graine, 'Notes', [['à moi']]);
    conduis(ecrisListe(liste(['A1', 'en cours'], ['A2', 'prévue'])), c);
    c.tape('Suivi', 3, 3, 'vu avec le maire');
    return c;
  },
};

const ZONES = [{ feuille: 'Réponses', ligne: 2, colonne: 1, lignes: 2, colonnes: 2 }];
const effacement: Reprise = {
  nom: 'effacement', image: avecNote, depart: (mode, graine) => remplie(mode, graine, 'Réponses', [['Nom', 'Tél'], ['A', '01'], ['B', '02'], ['C', '03']]),
  *execute() {
    const { memoire } = yield* lis({});
    return yield* efface(effacementInterrompu(memoire) ?? (yield* prepareEffacement(ZONES)), 'EFFACER');
  },
};

const contexte = { aujourdhui: JOUR, au: null, saisies: {} };
const sansPassages = (c: ClasseurMemoire): string => image(c, (nom) => nom.startsWith('Sauvegarde'));
const grille: Reprise = { nom: 'commande grille', image: sansPassages, depart: (mode, graine) => remplie(mode, graine, 'Notes', [['à moi']]), execute: () => nouvelleGrille.execute(contexte) };
const ongletDelais: Reprise = {
  nom: 'commande delais', image: sansPassages, execute: () => delais.execute(contexte),
  depart: (mode, graine) => {
    const c = remplie(mode, graine, 'Notes', [['à moi']]);
    const { feuille } = conduis(nouvelleGrille.execute(contexte), c);
    for (let j = 3; j < 15; j++) c.tape(feuille!, 8, j, j);
    return c;
  },
};

const REPONSES = [['Service', 'Satisfaction', 'Note'], ['Accueil', 'Très satisfait', 9], ['Courrier', 'Satisfait', 7], ['Accueil', 'Insatisfait', 3], ['Courrier', 'Satisfait', 8], ['Accueil', 'Très insatisfait', 1], ['Courrier', 'Très satisfait', 10]];
const analyse: Reprise = { nom: 'commande analyse', image: sansPassages, depart: (mode, graine) => remplie(mode, graine, 'Enquête', REPONSES), execute: () => ongletAnalyse.execute({ ...contexte, saisies: { masque: '0' } }) };

const ACTIONS = [['N°', 'Action', 'Pilote', 'Échéance', 'Objectif'], ['2026-01', 'Afficher les horaires', 'Mme Roux', 'oct-26', 'Moins d’appels'], ['2026-02', 'Former', 'M. Petit', 46387, '']];
const avecPlan = (mode: Mode, graine: number): ClasseurMemoire => remplie(mode, graine, 'Plan', ACTIONS);
const cellule = 'Plan!B2';
const UNE = 'Fiche n° 2026-01';
const ecrit = (c: ClasseurMemoire, feuille: string, champ: 'libelle' | 'objectif' | 'descriptif', v: string): void => c.tape(feuille, placeDe(champ).ligne, placeDe(champ).colonne, v);
const fiche: Reprise = { nom: 'commande fiche', image, depart: avecPlan, execute: () => ficheAction.execute({ ...contexte, cellule }) };
/** Une fiche où quelqu'un a écrit, dans un plan qui a changé depuis. */
const ficheRefaite: Reprise = {
  ...fiche, nom: 'commande fiche, refaite',
  depart: (mode, graine) => {
    const c = avecPlan(mode, graine);
    conduis(fiche.execute(), c);
    ecrit(c, UNE, 'objectif', 'à moi');
    ecrit(c, UNE, 'descriptif', 'à moi aussi');
    c.tape('Plan', 2, 3, 'M. Petit');
    return c;
  },
};
const enregistree: Reprise = {
  nom: 'commande enregistrer', image, execute: () => enregistrer.execute({ ...contexte, cellule: `${UNE}!A1` }),
  depart: (mode, graine) => {
    const c = ficheRefaite.depart(mode, graine);
    ecrit(c, UNE, 'libelle', 'Afficher partout');
    return c;
  },
};
const ajoutee: Reprise = {
  nom: 'commande enregistrer, action neuve', image, execute: () => enregistrer.execute({ ...contexte, cellule: 'Fiche n° 2026-03!A1' }),
  depart: (mode, graine) => {
    const c = avecPlan(mode, graine);
    conduis(nouvelleFiche.execute(contexte), c);
    ecrit(c, 'Fiche n° 2026-03', 'libelle', 'Boîte à idées');
    ecrit(c, 'Fiche n° 2026-03', 'descriptif', 'à moi');
    return c;
  },
};
/** Le numéro de la fiche a été pris par quelqu'un d'autre. */
const numeroPris: Reprise = {
  ...ajoutee, nom: 'commande enregistrer, numéro pris',
  depart: (mode, graine) => {
    const c = ajoutee.depart(mode, graine);
    ['2026-03', 'Prise'].forEach((v, j) => c.tape('Plan', 4, j + 1, v));
    return c;
  },
};
const neuve: Reprise = { nom: 'commande nouvelle-fiche', image, depart: avecPlan, execute: () => nouvelleFiche.execute(contexte) };
const listes: Reprise = { nom: 'commande parametres', image, depart: avecPlan, execute: () => parametres.execute(contexte) };
const planNeuf: Reprise = { nom: 'commande plan', image: sansPassages, depart: (mode, graine) => remplie(mode, graine, 'Notes', [['à moi']]), execute: () => nouveauPlan.execute(contexte) };

export const RAPIDES: readonly Reprise[] = [dansUneListe, dansUnTableau, tenue, effacement, PURGE, ficheRefaite, enregistree, ajoutee, numeroPris];
export const COMMANDES: readonly Reprise[] = [grille, ongletDelais, analyse, fiche, neuve, listes, planNeuf];
