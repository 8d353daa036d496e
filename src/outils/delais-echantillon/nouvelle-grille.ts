// La commande « Nouvelle grille » : tire les dates, écrit la grille, et la remet à la personne. Une grille écrite n'est plus jamais réécrite.
import { apercuOuRefus, prevoisRapport } from '../../socle/ecriture/apercu';
import { feuilleDe } from '../../socle/ecriture/marque';
import { ecrisRapport } from '../../socle/ecriture/rapport';
import type { Rapport } from '../../socle/ecriture/rapport-examen';
import { erreur } from '../../socle/erreurs';
import { saisiesEnMemoire } from '../../socle/memoire';
import type { Commande, Contexte } from '../../socle/outil';
import { ecris, lis, type Suite } from '../../socle/suite';
import { analyse as analyseRegistre } from '../demandes-ecrites/analyse';
import { ID } from './analyse';
import { feuilleGrille } from './grille-vierge';
import { prepareGrille } from './preparation';
import { recuesParJour } from './remplissage';
import { aRetenir, reglagesDe } from './reperes';

const GENRE = `${ID}.grille`;
const LIGNES_DE_TIRAGE = 12;

type AFaire = { readonly rapport: Rapport; /** La feuille qui porte déjà ce tirage, ou null. */ readonly deja: string | null; /** Une grille finie dont une coupure a laissé la marque. */ readonly aRemettre: string | null };

function* prepare(contexte: Contexte): Suite<AFaire> {
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

export const nouvelleGrille: Commande = {
  id: 'grille',
  titre: 'Nouvelle grille',
  resume: 'Une grille d’échantillonnage aux dates tirées au hasard, vide ou remplie depuis le registre. Elle est à vous : elle n’est jamais réécrite.',
  genre: GENRE,
  sansDonnees: true,
  *execute(contexte) {
    const { rapport, deja, aRemettre } = yield* prepare(contexte);
    if (aRemettre !== null) yield* ecris([{ genre: 'marquer', feuille: aRemettre, marque: null }]);
    if (deja !== null) return { message: dejaLa(deja), feuille: deja, ecrit: false };
    const rendu = yield* ecrisRapport(rapport);
    // Sans marque, la feuille est une grille comme une autre : la personne la remplit, nous ne faisons plus que la lire.
    if (rendu.feuille !== null) yield* ecris([{ genre: 'marquer', feuille: rendu.feuille, marque: null }]);
    return { ...rendu, message: `${rendu.message} Elle est à vous : remplissez-la, puis produisez l’onglet « Délais ».` };
  },
  prevois: (contexte) => apercuOuRefus((function* () {
    const { rapport, deja, aRemettre } = yield* prepare(contexte);
    if (deja !== null) return { feuille: deja, verdict: 'rien' as const, lignes: [{ effet: 'garde' as const, phrase: dejaLa(deja), adresse: null }] };
    // Une grille finie ne compte plus : une autre sera créée à côté.
    return yield* prevoisRapport(aRemettre === null ? rapport : { ...rapport, genre: `${GENRE}.suivante` });
  })()),
};
