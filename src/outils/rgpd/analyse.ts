// L'analyse : les preuves de consentement, l'avancement de la liste de contrôle, et ce que la qualification entraîne.
import { adresse, lettres, type Zone } from '../../socle/cellule';
import type { Anomalie } from '../../socle/anomalie';
import type { Releve } from '../../socle/classeur';
import { feuilleDe } from '../../socle/ecriture/marque';
import { pluriel } from '../../socle/format';
import { versIso, type Jour } from '../../socle/jours';
import { saisiesEnMemoire } from '../../socle/memoire';
import type { Analyse, Contexte, FeuilleReconnue, Indicateur } from '../../socle/outil';
import { lis, type Suite } from '../../socle/suite';
import { LIGNES_DE_TETE } from '../../socle/tableau/entete';
import { COLONNE_REPONSE, ficheControle, GENRE_CONTROLE, lignesDesPoints } from './feuille-controle';
import { lisConsentements, type Consentements } from './lecture';
import { avancement, lisReponse, POINTS } from './points';
import { qualification, reglagesDe, type ReglagesRgpd } from './reperes';

export const ID = 'rgpd';

export type AnalyseRgpd = Analyse & { readonly au: Jour; readonly reglages: ReglagesRgpd; readonly consentements: Consentements | null };

/** Les points que la qualification rend sans objet ne se demandent pas : ils ne comptent que si l'on y a répondu. */
const applicable = ({ base, prestataire, recueil }: ReglagesRgpd, pour: (typeof POINTS)[number]['pour']): boolean => pour === undefined || { consentement: base === 'consentement', prestataire, recueil }[pour];

type Controle = { readonly feuille: string; readonly reponses: readonly unknown[]; readonly ambigues: readonly string[] };

function* lisControle(feuilles: Releve['feuilles'], reglages: ReglagesRgpd): Suite<Controle | null> {
  const enPlace = feuilleDe(feuilles, ({ genre }) => genre === GENRE_CONTROLE);
  if (enPlace === null) return null;
  const zone: Zone = { feuille: enPlace.nom, ligne: 1, colonne: COLONNE_REPONSE, lignes: ficheControle().modele.length, colonnes: 1 };
  const { plages } = yield* lis({ zones: [zone] });
  const lignes = lignesDesPoints();
  const lues = POINTS.map(({ numero, pour }) => ({ ligne: lignes.get(numero) ?? 1, pour, valeur: plages[0]?.[(lignes.get(numero) ?? 1) - 1]?.[0] ?? null }));
  return {
    feuille: enPlace.nom,
    reponses: lues.map(({ pour, valeur }) => (lisReponse(valeur) === 'vide' && !applicable(reglages, pour) ? 'sans objet' : valeur)),
    ambigues: lues.filter(({ valeur }) => lisReponse(valeur) === 'ambigue').map(({ ligne }) => adresse(enPlace.nom, ligne, COLONNE_REPONSE)),
  };
}

const indicateur = (feuille: string, au: Jour, id: string, libelle: string, n: number, sur: number, definition: string): Indicateur => ({
  outil: ID, feuille, canal: 'tous', id, libelle, valeur: sur === 0 ? null : n / sur, numerateur: n, denominateur: sur, unite: 'proportion', definition, periode: { du: null, au: versIso(au) }, filtres: 'aucun',
});

const reconnue = ({ registre: { feuille, entete }, lues, reponses }: Consentements): FeuilleReconnue => ({
  feuille: feuille.nom, outil: ID, entete: entete.ligne, lignes: lues.length, derniere: feuille.lignes, supposees: [],
  colonnes: Object.fromEntries(Object.entries(entete.colonnes).map(([clef, colonne]) => [clef, lettres(colonne)])),
  titres: entete.titres.map((titre, j) => ({ lettre: lettres(j + 1), titre, clef: Object.keys(entete.colonnes).find((clef) => entete.colonnes[clef] === j + 1) ?? null })),
  exemple: lues[0] === undefined ? null : `${reponses === null ? 'Ligne' : `« ${reponses.feuille.nom} », ligne`} ${lues[0].ligne} : ${lues[0].preuve.phrase.toLowerCase()}.`,
});

export function* analyse(contexte: Contexte): Suite<AnalyseRgpd> {
  const { feuilles, memoire }: Releve = yield* lis({ tetes: LIGNES_DE_TETE });
  const saisies = Object.fromEntries(Object.entries({ ...saisiesEnMemoire(memoire, ID), ...contexte.saisies }).filter(([, valeur]) => valeur.trim() !== ''));
  const reglages = reglagesDe(saisies);
  const au = contexte.au ?? contexte.aujourdhui;
  const consentements = yield* lisConsentements(feuilles, reglages);
  const controle = yield* lisControle(feuilles, reglages);
  const lues = consentements?.lues ?? [];
  const completes = lues.filter(({ preuve }) => preuve.statut === 'complete').length;
  const aExclure = lues.filter(({ preuve }) => preuve.statut === 'retire' || preuve.statut === 'refuse').length;
  const { tenus, applicables } = avancement(controle?.reponses ?? []);
  const reponses = consentements?.reponses ?? null;
  // Sans feuille de réponses, seules les lignes du registre sont comptées : une réponse sans preuve n'y est pas.
  const parmi = reponses === null ? 'toutes les lignes du registre (désignez la feuille des réponses dans les réglages pour rapprocher chaque réponse de sa preuve)' : `toutes les réponses de « ${reponses.feuille.nom} »`;
  const exigee = (reglages.envoi || reglages.recueil) && reglages.base === 'consentement';
  const anomalies: Anomalie[] = [
    ...lues.filter(({ preuve }) => preuve.statut !== 'complete').map(({ ou, preuve }): Anomalie => ({ adresse: ou, gravite: exigee ? 'avertissement' : 'information', message: `${preuve.phrase}.` })),
    ...(controle?.ambigues ?? []).map((ou): Anomalie => ({ adresse: ou, gravite: 'avertissement', message: 'Cette réponse est ambiguë (« NC » peut vouloir dire trois choses) : écrivez Oui, Non ou Sans objet.' })),
  ];
  return {
    saisies, au, reglages, consentements,
    feuilles: consentements === null ? [] : [reconnue(consentements)],
    indicateurs: [
      ...(consentements === null ? [] : [
        indicateur(consentements.registre.feuille.nom, au, 'preuves', 'Preuves de consentement complètes', completes, lues.length, `Réponses dont la preuve porte l’identité, l’accord et sa date, au plus tard celle de la réponse ; parmi : ${parmi}.`),
        indicateur(consentements.registre.feuille.nom, au, 'a-exclure', 'Réponses à exclure des calculs', aExclure, lues.length, `Accord retiré ou refusé ; parmi : ${parmi}.`),
      ]),
      ...(controle === null ? [] : [indicateur(controle.feuille, au, 'controle', 'Points de la liste tenus', tenus, applicables, 'Points répondus Oui ; parmi : les points applicables (un point sans réponse est applicable et pas tenu). C’est l’avancement de la liste, pas une attestation de conformité.')]),
    ],
    anomalies, alertes: [],
    essentiels: [
      ...(consentements === null ? [] : [{ id: 'preuves', titre: 'Preuves complètes', cible: exigee ? 1 : null, sens: 'au-moins' as const }, { id: 'a-exclure', titre: 'À exclure', cible: null, sens: 'au-plus' as const }]),
      ...(controle === null ? [] : [{ id: 'controle', titre: 'Liste de contrôle', cible: 1, sens: 'au-moins' as const }]),
    ],
    evolutions: [], effectifs: { lignes: lues.length, completes, aExclure }, tableaux: [], suivi: (i) => ({ preuve: lues[i]?.preuve.phrase ?? '' }),
    phrases: [...(controle === null ? [] : [`${tenus} ${pluriel(tenus, 'point', 'points')} sur ${applicables} de la liste de contrôle.`]), ...(consentements === null && controle === null ? [] : qualification(reglages))],
  };
}
