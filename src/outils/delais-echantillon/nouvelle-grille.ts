// La commande « Nouvelle grille » : tire les dates, écrit la grille, et la remet à la personne. Une grille écrite n'est plus jamais réécrite.
import { feuilleDe } from '../../socle/ecriture/marque';
import { commandeDeRemise, type ARemettre } from '../../socle/ecriture/remise';
import { erreur } from '../../socle/erreurs';
import { saisiesEnMemoire } from '../../socle/memoire';
import type { Contexte } from '../../socle/outil';
import { lis, type Suite } from '../../socle/suite';
import { analyse as analyseRegistre } from '../demandes-ecrites/analyse';
import { ID } from './analyse';
import { feuilleGrille } from './grille-vierge';
import { prepareGrille } from './preparation';
import { recuesParJour } from './remplissage';
import { aRetenir, reglagesDe } from './reperes';

const GENRE = `${ID}.grille`;
const LIGNES_DE_TIRAGE = 12;

function* prepare(contexte: Contexte): Suite<ARemettre> {
  const { feuilles, memoire } = yield* lis({ tetes: LIGNES_DE_TIRAGE });
  const saisies = { ...aRetenir(saisiesEnMemoire(memoire, ID)), ...contexte.saisies };
  const reglages = reglagesDe(saisies);
  const au = contexte.au ?? contexte.aujourdhui;
  let recues = null;
  if (reglages.remplir) {
    const registre = yield* analyseRegistre({ ...contexte, saisies: {} });
    if (registre.feuilles.length === 0) throw erreur('Aucun registre de demandes reconnu pour remplir la grille', 'Préparez une grille vide, ou ouvrez le classeur du registre');
    recues = recuesParJour(registre, reglages.canalGrille, reglages.moinsDe);
  }
  const { nom, grille } = prepareGrille(reglages, au, recues);
  const finie = feuilleDe(feuilles, (marque) => marque.genre === GENRE && marque.etat === 'ok');
  // Une grille encore marquée est inachevée : elle se finit, elle ne compte pas comme déjà là.
  const portee = feuilles.find(({ tete, marque, nom: n }) => (marque === null || n === finie?.nom) && tete.some((ligne) => ligne[0] === grille.tirage));
  return {
    rapport: { genre: GENRE, nom, outil: ID, saisies: aRetenir(saisies), aujourdhui: contexte.aujourdhui, feuille: feuilleGrille(grille) },
    deja: portee?.nom ?? null, aRemettre: finie?.nom ?? null,
  };
}

const dejaLa = (feuille: string): string => `Cette grille est déjà dans « ${feuille} » : rien n’a été écrit. Pour une nouvelle campagne, changez de graine.`;

export const nouvelleGrille = commandeDeRemise({
  id: 'grille',
  titre: 'Nouvelle grille',
  resume: 'Une grille d’échantillonnage aux dates tirées au hasard, vide ou remplie depuis le registre. Elle est à vous : elle n’est jamais réécrite.',
  genre: GENRE,
  prepare,
  dejaLa,
  ensuite: 'Elle est à vous : remplissez-la, puis produisez l’onglet « Délais ».',
});
