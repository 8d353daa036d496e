// L'analyse d'un classeur : reconnaître, lire, contrôler, compter. Rien n'est écrit.
import type { Anomalie } from '../../socle/anomalie';
import type { Releve } from '../../socle/classeur';
import { versIso, type Jour } from '../../socle/jours';
import { saisiesEnMemoire } from '../../socle/memoire';
import type { Analyse, Contexte, Indicateur } from '../../socle/outil';
import { lis, type Suite } from '../../socle/suite';
import { LIGNES_DE_TETE } from '../../socle/tableau/entete';
import { essentiels, evolution, reconnue } from './apercus';
import { SIGNE, type Demandes } from './demandes';
import { etatDe } from './etats';
import { phraseFiltres } from './filtres';
import { alertes, suis } from './suivi';
import { definitions, TIRAGES } from './indicateurs';
import { lisRegistre } from './lecture';
import { mesure, SEUIL_MARIANNE, type Entrees, type Mesures, type Regles } from './mesures';
import { mesureMois, type DouzeMois, type Mois } from './mois';
import { propositions } from './propositions';
import { phraseArOuvre, phraseEffectifs, phraseZone } from './phrases';
import { prepare, type Lu } from './preparation';
import { trouveRegistres } from './reconnaissance';
import { reglagesDe, type ReglagesDemandes } from './reperes';
import { reglesDe } from './regles';
import { aRetenir, saisiesUtiles } from './souvenirs';

export const ID = 'demandes-ecrites';

export type AnalyseDemandes = Analyse & {
  readonly au: Jour;
  readonly du: Jour | null;
  readonly filtres: string;
  readonly reglages: ReglagesDemandes;
  readonly regles: Regles;
  readonly demandes: Demandes;
  readonly mesures: Mesures;
  readonly mois: DouzeMois;
};

/** Ce que le compte voit des demandes : celles à corriger, hors périmètre ou écartées par un filtre n'y sont pas. */
const entreesDe = ({ taille, reception, reponse, accuse, canal, limite, signes }: Demandes): Entrees => {
  const retenues = new Int32Array(taille);
  const arSansDate = new Uint8Array(taille);
  for (let i = 0; i < taille; i++) {
    const signe = signes[i] as number;
    if ((signe & (SIGNE.aCorriger | SIGNE.horsPerimetre | SIGNE.ecartee)) === 0) retenues[i] = reception[i] as number;
    if (signe & SIGNE.arSansDate) arSansDate[i] = 1;
  }
  return { taille, reception: retenues, reponse, accuse, canal, limite, arSansDate };
};

const parCanal = ({ tous, courrier, courriel }: Mesures) => Object.entries({ tous, courrier, courriel });

const indicateursDe = (mesures: Mesures, regles: Regles, reglages: ReglagesDemandes, feuille: string, du: Jour | null, au: Jour, filtres: string): Indicateur[] => {
  const periode = { du: du === null ? null : versIso(du), au: versIso(au) };
  return parCanal(mesures).flatMap(([canal, comptes]) =>
    definitions(regles, reglages.unite === 'ouvres', phraseZone(reglages)).map(({ id, libelle, unite, definition, calcule }) => {
      const { valeur, numerateur, denominateur } = calcule(comptes);
      return { outil: ID, feuille, canal, id, libelle, valeur, numerateur, denominateur, unite, definition, periode, filtres };
    }),
  );
};

const effectifsDe = (demandes: Demandes, mesures: Mesures, regles: Regles, au: Jour, reiterations: number): Record<string, number> => {
  const effectifs: Record<string, number> = {
    lignes: demandes.taille, utilisables: mesures.tous.utilisables, 'a-corriger': 0, 'hors-champ': 0, 'hors-perimetre': 0, ecartee: 0,
    'repondu-dans-delai': 0, 'repondu-hors-delai': 0, 'en-cours': 0, 'en-retard': 0, reiterations,
    'ar-ouvres-conformes': mesures.tous.arOuvre.numerateur, 'ar-ouvres-concernes': mesures.tous.arOuvre.denominateur,
  };
  for (let i = 0; i < demandes.taille; i++) {
    const etat = etatDe(demandes, i, regles, au);
    effectifs[etat] = (effectifs[etat] ?? 0) + 1;
  }
  return effectifs;
};

const tableauMois = (titre: string, mois: readonly Mois[], seuil: number): Analyse['tableaux'][number] => ({
  titre: `Aperçu sur les 12 derniers mois (mois de réception, ${titre})`,
  entetes: ['Mois', 'Reçues', 'Répondues', `< ${SEUIL_MARIANNE} j`, `< ${seuil} j`, '< 30 j', 'Non répondues', 'Délai moyen (j)'],
  lignes: mois.map((m) => [m.incomplet && m.recues > 0 ? `${m.libelle} (mois incomplet)` : m.libelle, m.recues, m.repondues, m.moinsDe8, m.moinsDe15, m.moinsDe30, m.nonRepondues, m.repondues === 0 ? null : m.sommeDelais / m.repondues]),
});

const rangGravite = { erreur: 0, avertissement: 1, information: 2 } as const;

/** Analyse les registres du classeur. Un classeur sans registre rend une analyse vide et une anomalie qui dit que faire. */
export function* analyse(contexte: Contexte): Suite<AnalyseDemandes> {
  let releve: Releve = yield* lis({ tetes: LIGNES_DE_TETE });
  const { saisies, anomalies: oubliees } = saisiesUtiles(releve.feuilles, saisiesEnMemoire(releve.memoire, ID), contexte.saisies);
  const reglages = reglagesDe(saisies);
  if (reglages.entete !== null && reglages.entete > LIGNES_DE_TETE / 2) releve = yield* lis({ tetes: reglages.entete + LIGNES_DE_TETE });
  const au = contexte.au ?? contexte.aujourdhui;
  const regles = reglesDe(reglages, au);
  const { registres, anomalies: reconnaissance } = trouveRegistres(releve.feuilles, reglages, saisies);

  const lus: Lu[] = [];
  const total = registres.reduce((somme, { feuille }) => somme + feuille.lignes, 0);
  let fait = 0;
  for (const registre of registres) {
    lus.push({ registre, colonnes: yield* lisRegistre(registre, fait, total, reglages.visibles) });
    fait += registre.feuille.lignes;
  }

  const anomalies: Anomalie[] = [...oubliees, ...reconnaissance];
  const { demandes, reiterations } = yield* prepare(lus, reglages, regles, { au, aujourdhui: contexte.aujourdhui }, (anomalie) => anomalies.push(anomalie));
  if (registres.length === 0) anomalies.push(aucunRegistre(releve));
  anomalies.sort((a, b) => rangGravite[a.gravite] - rangGravite[b.gravite]);

  const entrees = entreesDe(demandes);
  const mesures = mesure(entrees, regles);
  const finPeriode = reglages.jusquau !== null && reglages.jusquau < au ? reglages.jusquau : au;
  const du = reglages.du ?? (mesures.premiere || null);
  const filtres = phraseFiltres(reglages);
  const feuille = demandes.registres.map((registre) => registre.feuille.nom).join(' + ');
  const mois = mesureMois(entrees, { ...regles, au });
  const seuil = regles.seuilNonRepondu + 1;
  const effectifs = effectifsDe(demandes, mesures, regles, au, reiterations);
  const indicateurs = registres.length === 0 ? [] : indicateursDe(mesures, regles, reglages, feuille, du, finPeriode, filtres);
  return {
    au, du, filtres, reglages, regles, saisies: aRetenir(saisies), demandes, mesures, mois,
    feuilles: lus.map(({ registre, colonnes }) => reconnue(ID, registre, colonnes, regles, reglages.unite === 'ouvres')).filter(({ feuille: nom }) => demandes.registres.some((registre) => registre.feuille.nom === nom)),
    indicateurs,
    anomalies,
    alertes: alertes(demandes, regles, au, reglages.alerteAvant),
    essentiels: registres.length === 0 ? [] : essentiels(reglages),
    evolutions: registres.length === 0 ? [] : [evolution(mois.tous, reglages)],
    effectifs,
    repartitions: registres.length === 0 ? [] : parCanal(mesures).map(([canal, { delais }]) => ({ outil: ID, canal, tirages: TIRAGES, comptes: delais.comptes() })),
    phrases: registres.length === 0 ? [] : [`${phraseEffectifs(effectifs)}.`, phraseArOuvre(regles, mesures.tous)],
    propositions: propositions(feuille, effectifs['en-retard'] ?? 0, indicateurs, essentiels(reglages)[0]?.id, au),
    tableaux: registres.length === 0 ? [] : [tableauMois('tous canaux', mois.tous, seuil), tableauMois('courriers', mois.courrier, seuil), tableauMois('courriels', mois.courriel, seuil)],
    suivi: (i) => suis(demandes, i, regles, au, reglages.alerteAvant),
  };
}

const aucunRegistre = ({ feuilles }: Releve): Anomalie => ({
  adresse: `${feuilles.find(({ marque }) => marque === null)?.nom ?? ''}!A1`,
  gravite: 'erreur',
  message: 'Aucun registre de demandes reconnu : il faut une colonne de date de réception et au moins une autre (réponse, canal, numéro…). Désignez la ligne des titres et la colonne de réception (réglages « entete » et « colonne.reception »).',
});
