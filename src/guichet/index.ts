// Le guichet : une demande du volet, une réponse, par les deux verbes du port. Le même pour Excel, Google Sheets et la page locale.
import { apercuDePurgeRgpd, preparePurgeRgpd, purgeRgpd } from '../outils/rgpd/purge';
import { outils } from '../registre';
import type { Cellule } from '../socle/cellule';
import { estVide } from '../socle/cellule';
import { estVraisemblable } from '../socle/dates-colonne';
import { MOT_DE_CONFIRMATION } from '../socle/ecriture/effacement';
import { apercuDePurge, preparePurge, videSauvegardes } from '../socle/ecriture/purge';
import { ErreurAnnulation, ErreurClasseur, erreur } from '../socle/erreurs';
import { nombre } from '../socle/format';
import { deIso, type Jour } from '../socle/jours';
import { retiens, saisiesEnMemoire } from '../socle/memoire';
import type { Contexte, Commande, Outil } from '../socle/outil';
import type { Saisies } from '../socle/reglage';
import { ecris, lis, type Suite } from '../socle/suite';
import { aideFonctions } from './aide-fonctions';
import { AIDE } from './aide-volet';
import { compare } from './compare';
import type { Demande, Reponse, SaisiesParOutil } from './demande';
import { bornee, interrompues, MEMOIRE_DU_VOLET, ouvre } from './ouverture';

const LIGNES_REGARDEES = 12;
const SIGNES_REGARDES = 60;

const jourDe = (iso: string | null | undefined): Jour | null => {
  if (iso === null || iso === undefined || iso === '') return null;
  const jour = deIso(iso);
  if (jour === null || !estVraisemblable(jour)) throw erreur(`La date d’arrêté « ${iso} » n’existe pas`, 'Donnez une date de 1950 à 2099');
  return jour;
};

const outilDe = (id: string): Outil => {
  const outil = outils.find((candidat) => candidat.id === id);
  if (outil === undefined) throw erreur(`L’outil « ${id} » n’existe pas`, 'Fermez le volet et ouvrez-le de nouveau');
  return outil;
};

const commandeDe = (outil: string, id: string): Commande => {
  const commande = outilDe(outil).commandes.find((candidate) => candidate.id === id);
  if (commande === undefined) throw erreur(`La commande « ${id} » n’existe pas`, 'Fermez le volet et ouvrez-le de nouveau');
  return commande;
};

const contexteDe = ({ au, saisies = {}, cellule = null, proposition = null }: { readonly au?: string | null; readonly saisies?: SaisiesParOutil; readonly cellule?: string | null; readonly proposition?: Contexte['proposition'] }, outil: string, aujourdhui: Jour): Contexte =>
  ({ aujourdhui, au: jourDe(au), saisies: saisies[outil] ?? {}, cellule, proposition });

const sansVides = (saisies: Saisies): Saisies => Object.fromEntries(Object.entries(saisies).filter(([, valeur]) => valeur.trim() !== ''));

/** Retient ce qui est compris : une saisie refusée par l'outil ne s'écrit pas. */
function* retient(demande: Extract<Demande, { genre: 'retiens' }>, aujourdhui: Jour): Suite<Reponse> {
  const { outil: id, reglages = {}, volet = {}, saisies = {} } = demande;
  const { memoire } = yield* lis({});
  const lot = [retiens(memoire, MEMOIRE_DU_VOLET, sansVides({ ...saisiesEnMemoire(memoire, MEMOIRE_DU_VOLET), ...volet }))];
  if (id !== undefined) {
    const outil = outilDe(id);
    outil.verifie(reglages);
    // L'analyse dit ce qui vaut dans ce classeur : une colonne que nulle feuille n'a est refusée ici.
    const retenues = outil.analyse === null ? sansVides(reglages) : (yield* outil.analyse({ aujourdhui, au: jourDe(demande.au), saisies: reglages })).saisies;
    lot.push(retiens(memoire, id, retenues));
  }
  const aEcrire = lot.flatMap((modification) => (modification === null ? [] : [modification]));
  if (aEcrire.length > 0) yield* ecris(aEcrire);
  return yield* ouvre(aujourdhui, jourDe(demande.au), saisies);
}

function* finit(feuille: string, demande: { readonly au?: string | null; readonly saisies?: SaisiesParOutil }, aujourdhui: Jour): Suite<Reponse> {
  const laissee = interrompues(yield* lis({})).find((une) => une.feuille === feuille);
  if (laissee === undefined) throw erreur(`« ${feuille} » n’a pas d’écriture interrompue`, 'Actualisez le volet');
  return { genre: 'fait', ...(yield* commandeDe(laissee.outil, laissee.commande).execute(contexteDe({ ...demande, cellule: `${feuille}!A1` }, laissee.outil, aujourdhui))) };
}

function* exporte(demande: Extract<Demande, { genre: 'exporte' }>, aujourdhui: Jour): Suite<Reponse> {
  const fichier = outilDe(demande.outil).fichiers?.find(({ id }) => id === demande.fichier);
  if (fichier === undefined) throw erreur(`Le fichier « ${demande.fichier} » n’existe pas`, 'Fermez le volet et ouvrez-le de nouveau');
  return { genre: 'fichier', nom: fichier.nom, type: fichier.type, texte: yield* fichier.produit(contexteDe(demande, demande.outil, aujourdhui)) };
}

function* prevoisPurge(personnelles: boolean, aujourdhui: Jour): Suite<Reponse> {
  if (personnelles) {
    const plan = yield* preparePurgeRgpd(aujourdhui);
    return { genre: 'purgePersonnelles', apercu: apercuDePurgeRgpd(plan), plan, mot: MOT_DE_CONFIRMATION };
  }
  const plan = yield* preparePurge();
  return { genre: 'purge', apercu: apercuDePurge(plan), plan, mot: MOT_DE_CONFIRMATION };
}

const texteCellule = (valeur: Cellule): string => (estVide(valeur) ? '' : typeof valeur === 'number' ? nombre(valeur, Number.isInteger(valeur) ? 0 : 2) : String(valeur).slice(0, SIGNES_REGARDES));

function* regarde(feuille: string): Suite<Reponse> {
  const { feuilles } = yield* lis({ tetes: LIGNES_REGARDEES });
  const trouvee = feuilles.find(({ nom }) => nom === feuille);
  if (trouvee === undefined) throw erreur(`Le classeur n’a pas de feuille « ${feuille} »`, 'Actualisez le volet');
  return { genre: 'lignes', feuille, lignes: trouvee.tete.map((ligne) => ligne.map(texteCellule)) };
}

function* traite(demande: Demande, aujourdhui: Jour): Suite<Reponse> {
  switch (demande.genre) {
    case 'ouvre': return yield* ouvre(aujourdhui, jourDe(demande.au), demande.saisies ?? {}, demande.cellule ?? null);
    case 'retiens': return yield* retient(demande, aujourdhui);
    case 'prevois': return { genre: 'apercu', apercu: yield* commandeDe(demande.outil, demande.commande).prevois(contexteDe(demande, demande.outil, aujourdhui)) };
    case 'execute': return { genre: 'fait', ...(yield* commandeDe(demande.outil, demande.commande).execute(contexteDe(demande, demande.outil, aujourdhui))) };
    case 'exporte': return yield* exporte(demande, aujourdhui);
    case 'finis': return yield* finit(demande.feuille, demande, aujourdhui);
    case 'compare': return { genre: 'differences', ...bornee(yield* compare(demande.feuille, demande.sauvegarde)) };
    case 'prevoisPurge': return yield* prevoisPurge(demande.personnelles === true, aujourdhui);
    case 'purgePersonnelles': return { genre: 'fait', ...(yield* purgeRgpd(demande.plan, demande.confirmation, aujourdhui)) };
    case 'purge': return { genre: 'fait', ...(yield* videSauvegardes(demande.plan, demande.confirmation, aujourdhui)) };
    case 'regarde': return yield* regarde(demande.feuille);
    case 'fonctions': return { genre: 'fonctions', fonctions: aideFonctions(), aide: AIDE };
    default: throw erreur('Le volet et le classeur ne se comprennent pas', 'Fermez le volet et ouvrez-le de nouveau');
  }
}

/** Ce que la personne lit quand la cause n'est pas une phrase à nous : jamais l'exception d'un hôte. */
export const REFUS_DE_L_HOTE = 'Le tableur a refusé une opération. Vérifiez que le classeur peut être modifié, puis recommencez.';

/** Une faute de notre code, et non un refus de l'hôte : dire « vérifiez le classeur » enverrait la personne chercher où il n'y a rien. */
const DEFAUTS = ['TypeError', 'RangeError', 'ReferenceError'];
export const DEFAUT_DU_PROGRAMME = 'Un défaut du programme a arrêté ce travail. Actualisez le volet : si une écriture est restée à moitié, il le dira. Signalez ce défaut.';

/**
 * Répond à une demande ; ne lève jamais : un refus est une réponse.
 * @param aujourdhui le jour de l'hôte
 */
export function* repond(demande: Demande, aujourdhui: Jour): Suite<Reponse> {
  try {
    return yield* traite(demande, aujourdhui);
  } catch (cause) {
    if (cause instanceof ErreurAnnulation) return { genre: 'annule', message: cause.message };
    if (cause instanceof ErreurClasseur) return { genre: 'refus', message: cause.message, adresse: cause.adresse };
    return { genre: 'refus', message: cause instanceof Error && DEFAUTS.includes(cause.name) ? DEFAUT_DU_PROGRAMME : REFUS_DE_L_HOTE, adresse: null };
  }
}
