// Les feuilles de l'outil : la liste de contrôle, le registre des consentements, la mention d'information.
import { apercuOuRefus } from '../../socle/ecriture/apercu';
import { commandeDeRapport } from '../../socle/ecriture/commande';
import { ecrisFiche, prevoisFiche } from '../../socle/ecriture/fiche';
import { feuilleDe } from '../../socle/ecriture/marque';
import { commandeDeRemise, type ARemettre } from '../../socle/ecriture/remise';
import type { FeuilleDeRapport } from '../../socle/ecriture/rapport-examen';
import { dateFr } from '../../socle/format';
import { COULEURS, page } from '../../socle/page';
import type { Commande, Contexte } from '../../socle/outil';
import { lis, type Suite } from '../../socle/suite';
import { analyse, ID } from './analyse';
import { ficheControle, GENRE_CONTROLE } from './feuille-controle';
import { mention } from './mention';

export const controle: Commande = {
  id: 'controle',
  titre: 'Liste de contrôle RGPD',
  resume: 'Les points à vérifier avant, pendant et après l’enquête. Vos réponses ne sont jamais changées.',
  genre: GENRE_CONTROLE,
  sansDonnees: true,
  *execute() {
    return yield* ecrisFiche(ficheControle());
  },
  prevois: () => apercuOuRefus(prevoisFiche(ficheControle())),
};

const TITRES: readonly (readonly [titre: string, largeur: number])[] = [
  ['Id répondant', 14], ['Identité', 26], ['Consentement', 14], ['Date du consentement', 14], ['Modalité', 22], ['Version de la mention', 16], ['Finalité', 26], ['Date de retrait', 14], ['Purge prévue le', 14], ['Purgé le', 14],
];
const LIGNES = 100;
const GENRE_REGISTRE = `${ID}.consentements`;

const feuilleRegistre = (): FeuilleDeRapport => {
  const p = page(TITRES.map(([, largeur]) => largeur));
  p.pose(['Registre des consentements'], 22);
  p.style(1, 1, 1, 1, { gras: true, taille: 14, couleur: COULEURS.bleu });
  const entete = p.entete(TITRES.map(([titre]) => titre));
  for (let i = 0; i < LIGNES; i++) p.pose([]);
  p.style(entete + 1, 1, LIGNES, TITRES.length, { bordure: 'fine' });
  for (const rang of [4, 8, 9, 10]) p.style(entete + 1, rang, LIGNES, 1, { format: 'date' });
  const rendue = p.rend('paysage');
  const liste = (nom: string, colonne: number, choix: readonly string[]) => ({ genre: 'lister' as const, zone: { feuille: nom, ligne: entete + 1, colonne, lignes: LIGNES, colonnes: 1 }, choix });
  return { ...rendue, largeur: TITRES.length, banniere: { ligne: 1, colonne: 1 }, habillage: (nom) => [...rendue.habillage(nom), liste(nom, 3, ['Oui', 'Non', 'Retiré']), liste(nom, 5, ['Case cochée', 'Signature', 'Courriel', 'Oral consigné'])] };
};

function* prepare(contexte: Contexte): Suite<ARemettre> {
  const { feuilles } = yield* lis({});
  const { consentements } = yield* analyse({ ...contexte, saisies: {} });
  const finie = feuilleDe(feuilles, (marque) => marque.genre === GENRE_REGISTRE && marque.etat === 'ok');
  return { rapport: { genre: GENRE_REGISTRE, nom: 'Consentements', outil: ID, saisies: null, aujourdhui: contexte.aujourdhui, feuille: feuilleRegistre() }, deja: consentements?.registre.feuille.nom ?? finie?.nom ?? null, aRemettre: finie?.nom ?? null };
}

const dejaLa = (feuille: string): string => `Le classeur a déjà un registre des consentements, « ${feuille} » : rien n’a été écrit.`;

export const registreConsentements = commandeDeRemise({
  id: 'consentements',
  titre: 'Registre des consentements',
  resume: 'Un registre vide : qui, quel accord, quand, comment. Il est à vous : il n’est jamais réécrit.',
  genre: GENRE_REGISTRE,
  prepare,
  dejaLa,
  ensuite: 'Il est à vous : une ligne par personne.',
});

const AVERTISSEMENT = 'Texte préparé d’après vos réglages : faites-le relire par votre délégué à la protection des données. Projet libre, sans lien avec l’administration.';

export const mentionInformation = commandeDeRapport({
  outil: ID,
  id: 'mention',
  titre: 'Mention d’information',
  resume: 'Ce que l’on doit dire aux personnes, en long, en court et pour le papier, d’après vos réglages.',
  nom: 'Mention RGPD',
  sansDonnees: true,
  *prepare(contexte) {
    const { saisies, reglages, au } = yield* analyse(contexte);
    const { longue, courte, papier, manque } = mention(reglages);
    const p = page([26, 70]);
    p.phrase('Information des personnes', { gras: true, taille: 16 });
    p.phrase(`Version du ${dateFr(au)}`, { gras: true, couleur: COULEURS.bleu });
    if (manque.length > 0) p.phrase(`À compléter dans les réglages : ${manque.join(', ')}.`, { couleur: COULEURS.orange, gras: true });
    p.espace();
    p.titre('Mention complète (site, affiche, invitation du comité)');
    const debut = p.lignes() + 1;
    for (const [titre, phrase] of longue) p.pose([titre, phrase], 15 * Math.max(1, Math.ceil(phrase.length / 82)) + 4);
    p.style(debut, 1, longue.length, 1, { gras: true, fond: COULEURS.fond, bordure: 'fine', vertical: 'haut', renvoi: true });
    p.style(debut, 2, longue.length, 1, { bordure: 'fine', vertical: 'haut', renvoi: true });
    p.espace();
    p.titre('Mention courte (courriel, formulaire en ligne)');
    p.phrase(courte);
    p.espace();
    p.titre('Pour le papier');
    p.phrase(papier);
    p.espace();
    p.phrase(AVERTISSEMENT, { italique: true, taille: 8, couleur: COULEURS.gris });
    return { saisies, feuille: { ...p.rend('portrait'), largeur: 2, banniere: { ligne: 2, colonne: 1 } } };
  },
});
