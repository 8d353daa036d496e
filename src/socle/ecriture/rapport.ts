// Écrire un rapport : une feuille à nous, calculée en entier, réécrite en place. Après n'importe quelle coupure le classeur est intact,
// complet, ou marqué incomplet à la vue ; recommencer le finit. Aucune cellule d'une personne n'est changée, aucune feuille supprimée.
import type { Modification, Releve } from '../classeur';
import type { Zone } from '../cellule';
import { erreur } from '../erreurs';
import type { CompteRendu } from '../outil';
import { ecris, lis, progression, type Suite } from '../suite';
import { versCellules } from './cellule-sure';
import { creeFeuille, fermeJournal } from './creation';
import { ecrisMarque, type Etendue, type Marque } from './marque';
import { oteVus, pose, vusPar } from './passage';
import { exigePlanSur } from './plan-sur';
import { BANNIERE_INTERROMPUE, empreinteDe, examine, type Examen, type FeuilleDeRapport, type Rapport } from './rapport-examen';
import { exige } from './rapport-relecture';
import { closSauvegarde, manqueALaCopie, refuseCopie, sauvegarde } from './sauvegarde';

const BARRIERE: Modification = { genre: 'barriere' };

/** Écrit ou met à jour la feuille ; les mêmes données ne font écrire aucun octet. */
export function* ecrisRapport(rapport: Rapport): Suite<CompteRendu> {
  let examen: Examen = yield* examine(rapport);
  const cree = !examen.existe;
  if (cree) {
    const creee = yield* creeFeuille(examen.releve, rapport.nom, examen.marque);
    // Relire sa propre feuille juste avant d'écrire : ce qui a changé depuis décide de la suite.
    examen = yield* examine(rapport, creee);
  }
  const { nom, refus, origine, union } = examen;
  if (refus !== null) throw refus;
  yield* closSauvegarde(examen.releve, origine);
  if (examen.aJour) {
    const reste = [...(examen.souvenir ? [examen.souvenir] : []), ...fermeJournal(examen.releve.memoire, rapport.genre)];
    if (reste.length > 0) yield* ecris(reste);
    return { message: `« ${nom} » est déjà à jour : rien n’a été écrit.`, feuille: nom, ecrit: examen.suspens };
  }

  let copie: string | null = null;
  if (examen.aSauver.length > 0) {
    copie = yield* sauvegarde(origine);
    // La copie a pris du temps : une saisie faite depuis n'y est peut-être pas. Et un hôte peut ne pas tout copier sans le dire.
    const depuis: Releve = yield* lis({ zones: [{ feuille: nom, ligne: 1, colonne: 1, ...union }, { feuille: copie, ligne: 1, colonne: 1, ...origine.etendue }] });
    const manque = manqueALaCopie(examen.enPlace, depuis.plages[1] ?? [], copie, origine.etendue);
    if (manque !== null) yield* refuseCopie(origine, copie, manque);
    if (empreinteDe(depuis.plages[0] ?? [], union) !== empreinteDe(examen.enPlace, union)) throw erreur(`Quelqu’un écrit dans « ${nom} » en ce moment ; elle n’a pas été changée`, 'Attendez qu’il finisse, puis recommencez');
  }
  yield* execute(rapport, examen);
  const dite = copie === null ? '' : ` Ce que quelqu’un y avait changé est copié dans « ${copie} ».`;
  return { message: `${cree ? `L’onglet « ${nom} » est créé.` : `« ${nom} » est à jour.`}${dite}`, feuille: nom, ecrit: true };
}

/** Marque, bannière, lignes ; relecture ; bannière finale, marque ; relecture. */
function* execute({ genre, feuille }: Rapport, { nom, valeurs, habillage, etendue, union, plan, souvenir, releve }: Examen): Suite<void> {
  const { banniere } = feuille;
  const zone = (l: number, c: number, nl: number, nc: number): Zone => ({ feuille: nom, ligne: l, colonne: c, lignes: nl, colonnes: nc });
  const vus = vusPar(releve.memoire, genre, plan);
  const ecriture: Marque = { v: 1, genre, etat: 'ecriture', ...union, empreinte: '', passage: plan, vus };
  const corps: Modification[] = [
    ...autourDeLaBanniere(union, banniere).map(([l, c, nl, nc]): Modification => ({ genre: 'vider', zone: zone(l, c, nl, nc) })),
    ...autourDeLaBanniere(etendue, banniere).map(([l, c, nl, nc]): Modification => ({ genre: 'ecrire', feuille: nom, ligne: l, colonne: c, valeurs: valeurs.slice(l - 1, l - 1 + nl).map((rangee) => rangee.slice(c - 1, c - 1 + nc)) })),
    ...habillage,
  ];
  exigePlanSur(corps, nom, union);
  const interrompue = versCellules([[BANNIERE_INTERROMPUE]]);
  yield* progression(1, 3, `Écriture de « ${nom} »`);
  yield* ecris([
    { genre: 'marquer', feuille: nom, marque: ecrisMarque(ecriture) }, BARRIERE,
    pose(genre, plan, union), BARRIERE,
    { genre: 'ecrire', feuille: nom, ...banniere, valeurs: interrompue }, BARRIERE,
    ...corps, BARRIERE,
  ]);

  // Un hôte peut changer une valeur sans le dire, ou un autre agent écrire ici : la bannière ne part que si tout est relu, la fin de l'ancien rapport comprise.
  const voulues = Array.from({ length: union.lignes }, (_, i) => Array.from({ length: union.colonnes }, (__, j) => valeurs[i]?.[j] ?? null));
  const enCours = voulues.map((rangee, i) => (i + 1 === banniere.ligne ? rangee.map((v, j) => (j + 1 === banniere.colonne ? interrompue[0]?.[0] ?? null : v)) : rangee));
  const apres: Releve = yield* exige(nom, ecriture, enCours, banniere);

  yield* progression(2, 3, `Écriture de « ${nom} »`);
  const finale: Marque = { v: 1, genre, etat: 'ok', ...etendue, empreinte: empreinteDe(valeurs, etendue), plan };
  yield* ecris([
    { genre: 'ecrire', feuille: nom, ...banniere, valeurs: [[valeurs[banniere.ligne - 1]?.[banniere.colonne - 1] ?? null]] }, BARRIERE,
    ...oteVus(apres.memoire, genre, vus), BARRIERE,
    { genre: 'marquer', feuille: nom, marque: ecrisMarque(finale) }, BARRIERE,
    ...fermeJournal(apres.memoire, genre), ...(souvenir ? [souvenir] : []),
  ]);
  // Entre la relecture et la fin, un autre calcul a pu passer : le dernier qui écrit est aussi celui qui relit.
  yield* exige(nom, finale, voulues, banniere);
}

/** Le rectangle moins la cellule de la bannière, en quatre zones au plus : elle n'est vidée ni réécrite qu'à la fin. */
const autourDeLaBanniere = ({ lignes, colonnes }: Etendue, { ligne, colonne }: FeuilleDeRapport['banniere']): [number, number, number, number][] =>
  ([[1, 1, ligne - 1, colonnes], [ligne, 1, 1, colonne - 1], [ligne, colonne + 1, 1, colonnes - colonne], [ligne + 1, 1, lignes - ligne, colonnes]] as [number, number, number, number][]).filter(([, , nl, nc]) => nl > 0 && nc > 0);
