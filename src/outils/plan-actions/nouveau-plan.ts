// La commande « Nouveau plan » : un plan d'actions vide, remis à la personne. Un plan écrit n'est plus jamais réécrit.
import { feuilleDe } from '../../socle/ecriture/marque';
import { commandeDeRemise, type ARemettre } from '../../socle/ecriture/remise';
import type { FeuilleDeRapport } from '../../socle/ecriture/rapport-examen';
import { COULEURS, page } from '../../socle/page';
import type { Contexte } from '../../socle/outil';
import { lis, type Suite } from '../../socle/suite';
import { analyse, ID } from './analyse';
import { LIBELLES, STATUTS } from './statuts';

const GENRE = `${ID}.plan`;
/** Les colonnes de la fiche, et celles que les équipes tiennent en plus (domaine.md §3.1). */
const COLONNES_NEUVES: readonly (readonly [titre: string, largeur: number])[] = [
  ['Numéro', 10], ['Thématique', 20], ['Engagement', 30], ['Libellé de l’action', 36], ['Problématique identifiée', 30], ['Objectif', 30], ['Descriptif', 30], ['Indicateurs de suivi', 26],
  ['Valeur initiale', 10], ['Cible', 10], ['Valeur actuelle', 10], ['Responsable', 18], ['Contributeurs', 22], ['Démarrage', 12], ['Fin prévue', 12], ['Fin réelle', 12], ['Statut', 12], ['Avancement', 11], ['Origine', 18], ['Priorité', 10], ['Commentaire', 30], ['Dernière mise à jour', 12],
];
const LIGNES = 100;
const DATES = ['Démarrage', 'Fin prévue', 'Fin réelle', 'Dernière mise à jour'];

const feuillePlan = (): FeuilleDeRapport => {
  const p = page(COLONNES_NEUVES.map(([, largeur]) => largeur));
  const largeur = COLONNES_NEUVES.length;
  p.pose(['Plan d’actions'], 24);
  p.style(1, 1, 1, 1, { gras: true, taille: 14, couleur: COULEURS.bleu });
  const entete = p.entete(COLONNES_NEUVES.map(([titre]) => titre));
  for (let i = 0; i < LIGNES; i++) p.pose([]);
  p.style(entete + 1, 1, LIGNES, largeur, { bordure: 'fine', vertical: 'haut', renvoi: true });
  const rang = (titre: string): number => COLONNES_NEUVES.findIndex(([un]) => un === titre) + 1;
  for (const titre of DATES) p.style(entete + 1, rang(titre), LIGNES, 1, { format: 'date' });
  p.style(entete + 1, rang('Avancement'), LIGNES, 1, { format: 'pourcent' });
  const rendue = p.rend('paysage');
  return {
    ...rendue, largeur, banniere: { ligne: 1, colonne: 1 },
    habillage: (nom) => [...rendue.habillage(nom), { genre: 'lister', zone: { feuille: nom, ligne: entete + 1, colonne: rang('Statut'), lignes: LIGNES, colonnes: 1 }, choix: STATUTS.map((statut) => LIBELLES[statut]) }],
  };
};

function* prepare(contexte: Contexte): Suite<ARemettre> {
  const { feuilles } = yield* lis({});
  const { plan } = yield* analyse({ ...contexte, saisies: {} });
  const finie = feuilleDe(feuilles, (marque) => marque.genre === GENRE && marque.etat === 'ok');
  return { rapport: { genre: GENRE, nom: 'Plan d’actions', outil: ID, saisies: null, aujourdhui: contexte.aujourdhui, feuille: feuillePlan() }, deja: plan?.feuille.nom ?? finie?.nom ?? null, aRemettre: finie?.nom ?? null };
}

const dejaLa = (feuille: string): string => `Le classeur a déjà un plan d’actions, « ${feuille} » : rien n’a été écrit.`;

export const nouveauPlan = commandeDeRemise({
  id: 'plan',
  titre: 'Nouveau plan',
  resume: 'Un plan d’actions vide, avec ses colonnes et ses choix de statut. Il est à vous : il n’est jamais réécrit.',
  genre: GENRE,
  prepare,
  dejaLa,
  ensuite: 'Il est à vous : remplissez-le à la main, ou fiche par fiche.',
});
