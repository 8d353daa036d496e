// La feuille « Paramètres » d'un plan : les listes où les fiches puisent leurs choix. La personne les modifie ; nous ne touchons pas à ce qu'elle a écrit.
import type { Zone } from '../../socle/cellule';
import type { Fiche } from '../../socle/ecriture/fiche-examen';
import { COULEURS, page } from '../../socle/page';
import { ID } from './analyse';
import { ENGAGEMENTS } from './referentiels';

export const GENRE_PARAMETRES = `${ID}.parametres`;

const LARGEURS = [30, 3, 30, 70, 3, 26, 26];
const COLONNE = { thematiques: 1, thematique: 3, engagement: 4, responsables: 6, contributeurs: 7 } as const;
const TITRES = ['Thématiques', null, 'Thématique', 'Engagement', null, 'Responsables', 'Contributeurs'];
const PREMIERE = 4;
/** La place laissée à chaque liste. */
const LIGNES = 60;

export type ListesDuPlan = { readonly responsables: readonly string[]; readonly contributeurs: readonly string[] };

const colonne = (clef: keyof typeof COLONNE, valeurs: readonly string[]): Fiche['cases'] =>
  valeurs.slice(0, LIGNES).map((valeur, i) => ({ clef: `${clef}${i}`, libelle: `${TITRES[COLONNE[clef] - 1]}, ligne ${PREMIERE + i}`, ligne: PREMIERE + i, colonne: COLONNE[clef], valeur }));

/** Où une case de fiche prend ses choix, dans une feuille « Paramètres » de ce nom. */
export const sourceDe = (feuille: string, clef: keyof typeof COLONNE): Zone => ({ feuille, ligne: PREMIERE, colonne: COLONNE[clef], lignes: LIGNES, colonnes: 1 });

export const ficheParametres = ({ responsables, contributeurs }: ListesDuPlan): Fiche => {
  const p = page(LARGEURS);
  p.pose([null]);
  p.phrase('Modifiez ces listes, ajoutez-y des lignes : les fiches les proposent. Gardez ensemble les engagements d’une même thématique.', { couleur: COULEURS.gris });
  const entete = p.pose(TITRES, 22);
  for (const c of Object.values(COLONNE)) p.style(entete, c, 1, 1, { gras: true, couleur: COULEURS.blanc, fond: COULEURS.bleu, vertical: 'milieu' });
  for (let i = 0; i < LIGNES; i++) p.pose([null], i < ENGAGEMENTS.length ? 27 : 15);
  for (const c of Object.values(COLONNE)) p.style(PREMIERE, c, LIGNES, 1, { bordure: 'fine', renvoi: true, vertical: 'milieu' });
  p.style(1, 1, 1, LARGEURS.length, { gras: true, couleur: COULEURS.bleu });
  const { valeurs, habillage } = p.rend('paysage');
  return {
    genre: GENRE_PARAMETRES, nom: 'Paramètres', modele: valeurs, largeur: LARGEURS.length, habillage,
    banniere: { ligne: 1, colonne: 1, texte: 'Paramètres du plan d’actions' },
    cases: [
      ...colonne('thematiques', [...new Set(ENGAGEMENTS.map(([thematique]) => thematique))]),
      ...colonne('thematique', ENGAGEMENTS.map(([thematique]) => thematique)),
      ...colonne('engagement', ENGAGEMENTS.map(([, engagement]) => engagement)),
      ...colonne('responsables', responsables),
      ...colonne('contributeurs', contributeurs),
    ],
  };
};
