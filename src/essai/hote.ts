// La page locale comme hôte du volet : le guichet sur le classeur en mémoire, « aller à », « insérer ».
import { adresse, estVide } from '../socle/cellule';
import { erreur } from '../socle/erreurs';
import type { Jour } from '../socle/jours';
import { conduisAsync } from '../socle/suite';
import { ecrisFormule } from '../guichet/formule';
import { repond } from '../guichet';
import { donne } from '../panneau/donne';
import type { HoteDuVolet } from '../panneau/hote';
import { clefDe } from '../fichier/xlsx-vue';
import { lisAdresse } from './adresse';
import type { ClasseurDePage } from './classeur';
import { suiviQuiRespire } from './travail';

/** Ce que la page prête au volet. */
export type Pilote = {
  /** @param remarque faux : sans faire remarquer la cellule */
  montre(feuille: string, ligne: number, colonne: number, remarque?: boolean): void;
  active(): { readonly feuille: string; readonly ligne: number; readonly colonne: number };
  /** Écrit dans la cellule active ce qu'une personne y taperait. */
  tape(texte: string): Promise<void>;
};

export const hoteDuVolet = (classeur: ClasseurDePage, aujourdhui: Jour, pilote: () => Pilote, exemple: (() => Promise<void>) | null): HoteDuVolet => ({
  peau: 'excel',
  prefixe: '',
  // La page n'a qu'un thème : le volet le suit.
  theme: 'clair',
  demande: async (demande, suivi, arret) => {
    const reponse = await conduisAsync(repond(demande, aujourdhui), classeur, suiviQuiRespire(suivi), arret);
    // Ce que l'on vient de faire écrire se regarde.
    if (reponse.genre === 'fait' && reponse.feuille !== null && reponse.ecrit) pilote().montre(reponse.feuille, 1, 1, false);
    return reponse;
  },
  cellule: () => {
    const { feuille, ligne, colonne } = pilote().active();
    return Promise.resolve(adresse(feuille, ligne, colonne));
  },
  va: async (ou) => {
    const lieu = lisAdresse(ou, pilote().active().feuille, classeur.feuilles());
    if (lieu === null) throw erreur(`La cellule « ${ou} » n’existe plus dans ce classeur`, 'Actualisez le volet');
    pilote().montre(lieu.feuille, lieu.ligne, lieu.colonne);
  },
  insere: async (formule) => {
    const { feuille, ligne, colonne } = pilote().active();
    const cible = classeur.feuilles().find((f) => f.nom === feuille)!;
    const ou = adresse(feuille, ligne, colonne);
    if (!estVide(cible.valeur(ligne, colonne)) || cible.formule(clefDe(ligne, colonne)) !== null) throw erreur('Cette cellule n’est pas vide', 'Choisissez une cellule vide dans la grille', ou);
    await pilote().tape(ecrisFormule(formule, '', ';'));
    return ou;
  },
  annulation: 'Pour revenir en arrière, rouvrez votre fichier : l’original n’est pas touché, mais ce que vous avez tapé dans la page serait perdu.',
  telecharge: ({ nom, type, texte }) => donne(new Blob([texte], { type }), nom),
  ...(exemple === null ? {} : { exemple }),
  surChangement: (rappel) => classeur.surChangement(rappel),
});
