// Écrire une fiche : créée d'un modèle, puis tenue à jour case par case. Une case que quelqu'un a changée n'est jamais réécrite ; rien n'y est jamais vidé.
import { adresse, estVide } from '../cellule';
import type { Modification, Releve } from '../classeur';
import { erreur } from '../erreurs';
import type { Apercu, CompteRendu, LigneApercu } from '../outil';
import { ecris, lis, type Suite } from '../suite';
import { impossible } from './apercu';
import { versCellules } from './cellule-sure';
import { creeFeuille, fermeJournal } from './creation';
import { ecrisCases, empreinteDeCase, examineFiche, VIDE, type ExamenFiche, type Fiche } from './fiche-examen';
import { ecrisMarque, type Marque } from './marque';
import { exigePlanSur } from './plan-sur';
import { BANNIERE_INTERROMPUE } from './rapport-examen';

const BARRIERE: Modification = { genre: 'barriere' };

const gardees = ({ cases }: ExamenFiche): string => cases.filter(({ effet }) => effet === 'garder').map(({ libelle }) => libelle).join(', ');

const dits = (examen: ExamenFiche): string => (gardees(examen) === '' ? '' : ` Gardé tel que vous l’avez écrit : ${gardees(examen)}.`);

export function* prevoisFiche(fiche: Fiche): Suite<Apercu> {
  const examen: ExamenFiche = yield* examineFiche(fiche);
  const { nom, existe, refus, aJour, cases } = examen;
  if (refus !== null) return { ...impossible(refus), feuille: nom };
  const ligne = (effet: LigneApercu['effet'], phrase: string, ou: string | null = null): LigneApercu => ({ effet, phrase, adresse: ou });
  const changees = cases.filter(({ effet }) => effet === 'ecrire');
  return {
    feuille: nom, verdict: aJour ? 'rien' : 'possible',
    lignes: [
      ...(!existe ? [ligne('cree', `L’onglet « ${nom} » sera créé, sur une page.`)] : aJour ? [ligne('garde', `« ${nom} » est déjà à jour.`)] : changees.map((c) => ligne('reecrit', `« ${c.libelle} » sera remis à ce que dit le plan.`, adresse(nom, c.ligne, c.colonne)))),
      ...cases.filter(({ effet }) => effet === 'garder').map((c) => ligne('garde', `« ${c.libelle} » reste comme vous l’avez écrit.`, adresse(nom, c.ligne, c.colonne))),
      ligne('garde', 'Vos autres feuilles ne changent pas.'),
    ],
  };
}

/** Crée la fiche ou met à jour ses cases ; sans changement, aucun octet. */
export function* ecrisFiche(fiche: Fiche): Suite<CompteRendu> {
  let examen: ExamenFiche = yield* examineFiche(fiche);
  const cree = !examen.existe;
  if (cree) {
    yield* creeFeuille(examen.releve, fiche.nom, examen.marque);
    examen = yield* examineFiche(fiche);
    if (!examen.existe) throw erreur(`La feuille « ${examen.nom} » n’existe plus`, 'Recommencez : elle sera recréée');
  }
  const { nom, refus, aJour } = examen;
  if (refus !== null) throw refus;
  if (aJour) return { message: `« ${nom} » est déjà à jour : rien n’a été écrit.${dits(examen)}`, feuille: nom, ecrit: false };
  yield* execute(fiche, examen);
  return { message: `${cree ? `L’onglet « ${nom} » est créé.` : `« ${nom} » est à jour.`}${dits(examen)}`, feuille: nom, ecrit: true };
}

function* execute(fiche: Fiche, { nom, zone, enPlace, cases, banniereANous, empreintesDeBanniere, neuve }: ExamenFiche): Suite<void> {
  const { banniere, genre } = fiche;
  const pose = (ligne: number, colonne: number, valeurs: Parameters<typeof versCellules>[0]): Modification => ({ genre: 'ecrire', feuille: nom, ligne, colonne, valeurs: versCellules(valeurs) });
  const aEcrire = cases.filter(({ effet }) => effet === 'ecrire');
  const commune: Omit<Marque, 'etat' | 'cases'> = { v: 1, genre, lignes: fiche.modele.length, colonnes: fiche.largeur, empreinte: '' };
  const phrase = empreinteDeCase(banniere.texte);
  // Pendant l'écriture, une case peut porter l'ancienne valeur ou la nouvelle : les deux sont à nous.
  const enCours = [...cases.map(({ effet, empreintes, valeur }) => (effet === 'garder' ? empreintes : [...empreintes, empreinteDeCase(valeur)])), [...empreintesDeBanniere, phrase]];
  const finales = [...cases.map(({ effet, empreintes, valeur, offerte }) => (effet === 'garder' ? empreintes : [offerte === true ? VIDE : empreinteDeCase(valeur)])), banniereANous ? [phrase] : empreintesDeBanniere];
  // Une feuille dont la création n'est pas finie reçoit de nouveau tout le modèle, sans jamais passer sur une cellule pleine : quelqu'un a pu y écrire depuis.
  const modele = !neuve ? [] : [
    ...fiche.habillage(nom),
    ...fiche.modele.flatMap((rangee, i) => rangee.flatMap((texte, j) => (estVide(texte) || !estVide(enPlace[i]?.[j]) ? [] : [pose(i + 1, j + 1, [[texte]])]))),
  ];
  const corps = [...modele, ...aEcrire.map(({ ligne, colonne, valeur }) => pose(ligne, colonne, [[valeur]]))];
  exigePlanSur(corps, nom, { lignes: zone.lignes, colonnes: zone.colonnes });
  yield* ecris([
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...commune, etat: 'ecriture', cases: ecrisCases(enCours), ...(neuve ? { neuve } : {}) }) }, BARRIERE,
    ...(banniereANous ? [pose(banniere.ligne, banniere.colonne, [[BANNIERE_INTERROMPUE]]), BARRIERE] : []),
    ...corps, BARRIERE,
  ]);
  const apres: Releve = yield* lis({ zones: [zone] });
  const fautive = aEcrire.find(({ ligne, colonne, valeur }) => empreinteDeCase(apres.plages[0]?.[ligne - 1]?.[colonne - 1]) !== empreinteDeCase(valeur));
  if (fautive !== undefined) throw erreur(`Le tableur n’a pas gardé ce qui devait être écrit ; « ${nom} » reste marquée incomplète`, 'Recommencez', adresse(nom, fautive.ligne, fautive.colonne));
  yield* ecris([
    ...(banniereANous ? [pose(banniere.ligne, banniere.colonne, [[banniere.texte]]), BARRIERE] : []),
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...commune, etat: 'ok', cases: ecrisCases(finales) }) }, BARRIERE,
    ...fermeJournal(apres.memoire, genre),
  ]);
}
