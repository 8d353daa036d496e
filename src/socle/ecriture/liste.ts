// Tenir une liste à nous où des personnes écrivent : leurs colonnes, suivies par numéro, ne sont jamais écrites ; les nôtres sont recalculées,
// les lignes nouvelles ajoutées au pied, celles qui ont disparu de la source gardées et signalées.
import { adresse, estVide, type Plage } from '../cellule';
import type { Modification, Releve } from '../classeur';
import { erreur } from '../erreurs';
import type { CompteRendu } from '../outil';
import { ecris, lis, type Suite } from '../suite';
import { versCellules } from './cellule-sure';
import { creeFeuille, fermeJournal } from './creation';
import { compare, examineListe, PREMIERE_LIGNE, type ExamenListe, type Liste } from './liste-examen';
import { ecrisMarque } from './marque';
import { BANNIERE_INTERROMPUE } from './rapport-examen';

const BARRIERE: Modification = { genre: 'barriere' };

/** Écrit ou met à jour la liste ; sans changement, aucun octet. */
export function* ecrisListe(liste: Liste): Suite<CompteRendu> {
  let examen: ExamenListe = yield* examineListe(liste);
  const cree = !examen.existe;
  if (cree) {
    yield* creeFeuille(examen.releve, liste.nom, examen.marque);
    examen = yield* examineListe(liste);
    if (!examen.existe) throw erreur(`La feuille « ${examen.nom} » n’existe plus`, 'Recommencez : elle sera recréée');
  }
  const { nom, marque, zone, aChanger, aAjouter } = examen;
  if (examen.aJour) return { message: `« ${nom} » est déjà à jour : rien n’a été écrit.`, feuille: nom, ecrit: false };

  const pose = (ligne: number, colonne: number, valeurs: Plage): Modification => ({ genre: 'ecrire', feuille: nom, ligne, colonne, valeurs: versCellules(valeurs) });
  const ajouts = [...new Set([...(marque.ajouts ?? []), ...aAjouter.map(({ source }) => source.numero)])];
  yield* ecris([
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...marque, etat: 'ecriture', ajouts }) }, BARRIERE,
    pose(1, 1, [[BANNIERE_INTERROMPUE]]), BARRIERE,
    pose(2, 1, [liste.titres]),
    ...aChanger.map(({ ligne, colonne, valeur }) => pose(ligne, colonne, [[valeur]])),
    // Les numéros d'abord, d'un seul tenant : une coupure laisse des lignes que le passage suivant reconnaît, sans ligne vide entre elles.
    ...(aAjouter[0] === undefined ? [] : [pose(aAjouter[0].ligne, liste.colonneNumero, aAjouter.map(({ source }) => [source.numero]))]), BARRIERE,
    ...aAjouter.flatMap(({ ligne, source }) => source.valeurs.flatMap((valeur, j) => (j + 1 === liste.colonneNumero || estVide(valeur) ? [] : [pose(ligne, j + 1, [[valeur]])]))), BARRIERE,
  ]);
  const apres: Releve = yield* lis({ zones: [zone] });
  const reste = compare(liste, (apres.plages[0] ?? []).slice(PREMIERE_LIGNE - 1), nom, ajouts);
  const fautif = reste.aChanger[0] ?? (reste.aAjouter[0] === undefined ? null : { ligne: reste.aAjouter[0].ligne, colonne: liste.colonneNumero });
  if (fautif !== null) throw erreur(`Le tableur n’a pas gardé ce qui devait être écrit ; « ${nom} » reste marquée incomplète`, 'Recommencez', adresse(nom, fautif.ligne, fautif.colonne));
  yield* ecris([
    pose(1, 1, [[liste.banniere]]), BARRIERE,
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ v: 1, genre: liste.genre, etat: 'ok', lignes: PREMIERE_LIGNE - 1, colonnes: liste.titres.length, empreinte: '' }) }, BARRIERE,
    ...fermeJournal(apres.memoire, liste.genre),
  ]);
  return { message: !cree ? `« ${nom} » est à jour.` : `L’onglet « ${nom} » est créé.`, feuille: nom, ecrit: true };
}
