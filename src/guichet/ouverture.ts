// Ce que le volet montre en s'ouvrant : chaque outil du registre, ce qu'il a lu, ce qu'il sait faire, et ce qu'une coupure a laissé.
import { outils } from '../registre';
import type { Releve } from '../socle/classeur';
import { aReprendre } from '../socle/ecriture/reprise';
import { feuilleDe, lisMarque } from '../socle/ecriture/marque';
import { ErreurAnnulation, ErreurClasseur, ErreurReglage } from '../socle/erreurs';
import { adresse, zoneDeCellule } from '../socle/cellule';
import { versIso, type Jour } from '../socle/jours';
import { saisiesEnMemoire } from '../socle/memoire';
import type { Analyse, Commande, Contexte, Outil } from '../socle/outil';
import { enSaisie, type Saisies } from '../socle/reglage';
import { lis, type Suite } from '../socle/suite';
import type { AnalyseMontree, Bornee, CommandeMontree, Interrompue, Ouverture, OutilMontre, SaisiesParOutil } from './demande';

/** Au-delà, une liste ne se lit plus dans un volet : son total dit le reste. */
const LISTE_MAX = 200;
/** Ce que le volet fait retenir pour lui-même. */
export const MEMOIRE_DU_VOLET = 'volet';

export const bornee = <T>(liste: readonly T[]): Bornee<T> => ({ total: liste.length, liste: liste.slice(0, LISTE_MAX) });

const montre = ({ feuilles, essentiels, indicateurs, evolutions, alertes, anomalies, phrases, propositions = [] }: Analyse): AnalyseMontree => {
  const par = { erreur: 0, avertissement: 0, information: 0 };
  for (const { gravite } of anomalies) par[gravite]++;
  const enRetard = alertes.filter(({ joursRestants }) => joursRestants < 0).length;
  return { feuilles, essentiels, indicateurs, evolutions, phrases, propositions, alertes: { ...bornee(alertes), enRetard, bientot: alertes.length - enRetard }, anomalies: { ...bornee(anomalies), par } };
};

const rubriques = ({ rubriques: celles, reglages }: Outil, saisies: Saisies): OutilMontre['rubriques'] =>
  celles.map(({ titre, retenue, reglages: clefs }) => ({
    titre, retenue,
    reglages: clefs.flatMap((clef) => {
      const reglage = reglages[clef];
      if (reglage === undefined) return [];
      return [{ clef, libelle: reglage.libelle, source: reglage.source, forme: reglage.forme, defaut: enSaisie(reglage.defaut), valeur: saisies[clef] ?? '' }];
    }),
  }));

/** Les feuilles que les commandes ont produites, et la date d'arrêté qu'on y lit. */
function* commandes({ commandes: celles }: Outil, { feuilles }: Releve, cellule: string | null): Suite<readonly CommandeMontree[]> {
  const montrees: CommandeMontree[] = [];
  const affichee = lisMarque(feuilles.find(({ nom }) => nom === zoneDeCellule(cellule ?? '').feuille)?.marque ?? null)?.genre ?? '';
  const dAbord = ({ sur }: Commande): boolean => sur !== undefined && affichee.startsWith(sur);
  for (const { id, titre, resume, genre, arrete, sansDonnees = false, accueille = false } of [...celles.filter(dAbord), ...celles.filter((une) => !dAbord(une))]) {
    const produite = feuilleDe(feuilles, (marque) => marque.genre === genre && marque.etat === 'ok');
    let jour: unknown = null;
    if (produite !== null && arrete !== undefined) jour = (yield* lis({ zones: [{ feuille: produite.nom, ...arrete, lignes: 1, colonnes: 1 }] })).plages[0]?.[0]?.[0];
    montrees.push({
      id, titre, resume, sansDonnees, accueille, feuille: produite?.nom ?? null,
      arrete: produite === null || arrete === undefined || typeof jour !== 'number' ? null : { adresse: adresse(produite.nom, arrete.ligne, arrete.colonne), jour: versIso(jour) },
    });
  }
  return montrees;
}

export const interrompues = (releve: Releve): Interrompue[] => {
  const { interrompues: feuilles, sauvegardes } = aReprendre(releve);
  return feuilles.flatMap(({ feuille, genre }) =>
    outils.flatMap((outil) => outil.commandes.filter((commande) => genre === commande.genre || genre.startsWith(`${commande.genre}:`)).map((commande) => ({
      feuille, outil: outil.id, commande: commande.id, titre: commande.titre, sauvegarde: sauvegardes.find(({ de }) => de === feuille)?.feuille ?? null,
    }))),
  );
};

function* ouvreOutil(outil: Outil, contexte: Contexte, releve: Releve): Suite<OutilMontre> {
  const { id, titre, nomCourt, resume, colonnes, fonctions } = outil;
  let analyse: AnalyseMontree | null = null;
  let saisies: Saisies = { ...saisiesEnMemoire(releve.memoire, id), ...contexte.saisies };
  let echec: string | null = null;
  try {
    if (outil.analyse !== null) {
      const rendue = yield* outil.analyse(contexte);
      analyse = montre(rendue);
      saisies = { ...contexte.saisies, ...rendue.saisies };
    }
  } catch (cause) {
    // Une saisie de cette fois se corrige ; un outil qui échoue ne prive pas des autres.
    if (!(cause instanceof ErreurClasseur) || cause instanceof ErreurReglage || cause instanceof ErreurAnnulation) throw cause;
    echec = cause.message;
  }
  return { id, titre, nomCourt, resume, colonnes, rubriques: rubriques(outil, saisies), commandes: yield* commandes(outil, releve, contexte.cellule ?? null), efface: outil.efface === true, fichiers: (outil.fichiers ?? []).map(({ id: celui, titre: nomme, resume: dit }) => ({ id: celui, titre: nomme, resume: dit })), fonctions: fonctions.map(({ nom }) => nom), surveille: outil.surveille === true, compte: outil.compte ?? ['demande', 'demandes'], analyse, echec };
}

export function* ouvre(aujourdhui: Jour, au: Jour | null, saisies: SaisiesParOutil, cellule: string | null = null): Suite<Ouverture> {
  const releve: Releve = yield* lis({});
  const { sauvegardes, effacement } = aReprendre(releve);
  const montres: OutilMontre[] = [];
  for (const outil of outils) montres.push(yield* ouvreOutil(outil, { aujourdhui, au, saisies: saisies[outil.id] ?? {}, cellule }, releve));
  return {
    genre: 'ouverture', aujourdhui: versIso(aujourdhui), au: versIso(au ?? aujourdhui),
    onglets: releve.feuilles.map(({ nom, lignes, colonnes, masquee, protegee, marque }) => ({ nom, lignes, colonnes, masquee, protegee, aNous: marque !== null })),
    outils: montres,
    interrompues: interrompues(releve),
    sauvegardes: sauvegardes.map(({ feuille, de, jour }) => ({ feuille, de, jour: versIso(jour) })),
    purgeInterrompue: effacement?.zones.some((zone) => sauvegardes.some(({ feuille }) => feuille === zone.feuille)) ?? false,
    volet: saisiesEnMemoire(releve.memoire, MEMOIRE_DU_VOLET),
  };
}
