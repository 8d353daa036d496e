// La « Fiche n° X » : les libellés de la fiche officielle, dans leur ordre, sur une page A4 (domaine.md §3.1).
import type { Cellule, Zone } from '../../socle/cellule';
import type { Modification } from '../../socle/classeur';
import type { CaseDeFiche, Fiche } from '../../socle/ecriture/fiche-examen';
import { COULEURS, page } from '../../socle/page';
import { ID } from './analyse';
import type { ClefColonne } from './colonnes';
import { sourceDe } from './feuille-parametres';

export type ClefFiche = Extract<ClefColonne, 'thematique' | 'engagement' | 'libelle' | 'numero' | 'responsable' | 'contributeurs' | 'demarrage' | 'finPrevue' | 'problematique' | 'objectif' | 'descriptif' | 'indicateurs'>;

/** Une ligne de la fiche : le libellé officiel, et ce que la fiche officielle dit en face. */
type Champ = { readonly clef: ClefFiche; readonly libelle: string; readonly aide: string; readonly hauteur: number };

const EN_LIGNE: readonly Champ[] = [
  { clef: 'thematique', libelle: 'Thématique de l’engagement Services Publics', aide: 'Sélectionner la thématique de l’engagement', hauteur: 30 },
  { clef: 'engagement', libelle: 'Intitulé de l’engagement Services Publics', aide: 'Afficher l’intitulé de l’engagement. Ajouter ou modifier un engagement : onglet « Paramètres »', hauteur: 44 },
  { clef: 'libelle', libelle: 'Libellé de la fiche action', aide: '', hauteur: 36 },
  { clef: 'numero', libelle: 'Numéro fiche action', aide: '', hauteur: 22 },
  { clef: 'responsable', libelle: 'Responsable de l’action', aide: 'Ajouter un responsable : onglet « Paramètres »', hauteur: 30 },
  { clef: 'contributeurs', libelle: 'Contributeurs', aide: 'Ajouter un/des contributeur(s), séparés par « ; »', hauteur: 30 },
  { clef: 'demarrage', libelle: 'Démarrage de l’action', aide: 'Une date, ou un mois : « juin 2026 »', hauteur: 22 },
  { clef: 'finPrevue', libelle: 'Fin prévue de l’action', aide: 'Un mois vaut son dernier jour', hauteur: 22 },
];
const EN_BLOC: readonly Champ[] = [
  { clef: 'problematique', libelle: 'Problématique identifiée :', aide: '', hauteur: 104 },
  { clef: 'objectif', libelle: 'Objectif :', aide: 'Exemple : Augmenter le taux de décroché de 70 à 75 % sur les 6 prochains mois', hauteur: 84 },
  { clef: 'descriptif', libelle: 'Descriptif de l’action :', aide: '', hauteur: 144 },
  { clef: 'indicateurs', libelle: 'Indicateurs de suivi de l’action :', aide: 'Vos résultats d’auto-évaluation peuvent par exemple vous servir d’indicateurs de suivi', hauteur: 104 },
];

const LARGEURS = [32, 42, 30];
export const GENRE_FICHE = `${ID}.fiche`;
export const genreDe = (clef: string): string => `${GENRE_FICHE}:${clef}`;

/** La clef de l'action d'une fiche, d'après sa marque ; null si la feuille n'est pas une fiche. */
export const clefDuGenre = (genre: string): string | null => (genre.startsWith(`${GENRE_FICHE}:`) ? genre.slice(GENRE_FICHE.length + 1) : null);

/** Un nom d'onglet que tous les tableurs acceptent, avec de quoi y ajouter « (2) ». */
const nomDOnglet = (numero: string): string => `Fiche n° ${numero}`.replace(/[[\]:*?/\\]/g, '-').replace(/\s+/g, ' ').slice(0, 26).replace(/'+$/, '');

type Composee = Pick<Fiche, 'modele' | 'largeur' | 'habillage'> & { readonly places: ReadonlyMap<ClefFiche, Pick<CaseDeFiche, 'libelle' | 'ligne' | 'colonne'>> };

const compose = (): Composee => {
  const p = page(LARGEURS);
  const places = new Map<ClefFiche, Pick<CaseDeFiche, 'libelle' | 'ligne' | 'colonne'>>();
  p.pose([null], 30);
  p.fusionne(1, 1, 3);
  p.style(1, 1, 1, 3, { taille: 9, couleur: COULEURS.gris, renvoi: true, vertical: 'milieu' });
  const titre = p.pose(['FICHE ACTION'], 34);
  p.fusionne(titre, 1, 3);
  p.style(titre, 1, 1, 3, { gras: true, taille: 20, couleur: COULEURS.blanc, fond: COULEURS.bleu, alignement: 'centre', vertical: 'milieu' });
  p.espace();
  for (const { clef, libelle, aide, hauteur } of EN_LIGNE) {
    const ligne = p.pose([libelle, null, aide === '' ? null : aide], hauteur);
    places.set(clef, { libelle, ligne, colonne: 2 });
    p.style(ligne, 1, 1, 1, { gras: true, fond: COULEURS.fond, bordure: 'fine', vertical: 'milieu', renvoi: true });
    p.style(ligne, 2, 1, 1, { bordure: 'fine', vertical: 'milieu', alignement: 'gauche', renvoi: true, ...(clef === 'demarrage' || clef === 'finPrevue' ? { format: 'date' as const } : {}) });
    p.style(ligne, 3, 1, 1, { italique: true, taille: 8, couleur: COULEURS.gris, vertical: 'milieu', renvoi: true });
  }
  p.espace();
  for (const { clef, libelle, aide, hauteur } of EN_BLOC) {
    const ligne = p.pose([libelle, aide === '' ? null : aide], 18);
    p.fusionne(ligne, 2, 2);
    p.style(ligne, 1, 1, 1, { gras: true, fond: COULEURS.fond, bordure: 'fine', vertical: 'milieu' });
    p.style(ligne, 2, 1, 2, { italique: true, taille: 8, couleur: COULEURS.gris, vertical: 'milieu', renvoi: true });
    const bloc = p.pose([null], hauteur);
    places.set(clef, { libelle: libelle.replace(/ :$/, ''), ligne: bloc, colonne: 1 });
    p.fusionne(bloc, 1, 3);
    p.style(bloc, 1, 1, 3, { bordure: 'fine', vertical: 'haut', renvoi: true });
  }
  p.espace();
  p.phrase('Projet libre, sans lien avec l’administration.', { italique: true, taille: 8, couleur: COULEURS.gris });
  const { valeurs, habillage } = p.rend('portrait');
  return { modele: valeurs, largeur: LARGEURS.length, habillage, places };
};

const COMPOSEE = { une: null as Composee | null };
const composee = (): Composee => (COMPOSEE.une ??= compose());

/** Où est la case d'un champ dans toute fiche. */
export const placeDe = (clef: ClefFiche): Pick<CaseDeFiche, 'libelle' | 'ligne' | 'colonne'> => composee().places.get(clef) as Pick<CaseDeFiche, 'libelle' | 'ligne' | 'colonne'>;

export const CHAMPS: readonly ClefFiche[] = [...EN_LIGNE, ...EN_BLOC].map(({ clef }) => clef);

/** @param parametres le nom de la feuille « Paramètres », ou null : les cases n'ont alors pas de choix */
const choix = (nom: string, parametres: string | null): Modification[] => {
  if (parametres === null) return [];
  const zone = (clef: ClefFiche): Zone => ({ feuille: nom, ligne: placeDe(clef).ligne, colonne: placeDe(clef).colonne, lignes: 1, colonnes: 1 });
  return [
    { genre: 'lister-depuis', zone: zone('thematique'), source: sourceDe(parametres, 'thematiques') },
    { genre: 'lister-depuis', zone: zone('engagement'), source: sourceDe(parametres, 'engagement'), selon: { cellule: zone('thematique'), parmi: sourceDe(parametres, 'thematique') } },
    { genre: 'lister-depuis', zone: zone('responsable'), source: sourceDe(parametres, 'responsables') },
    { genre: 'lister-depuis', zone: zone('contributeurs'), source: sourceDe(parametres, 'contributeurs') },
  ];
};

/**
 * @param clef celle de l'action dans le plan : son numéro, ou une empreinte de son libellé
 * @param valeurs une valeur par champ, telle qu'elle est dans le plan
 * @param offertes de quoi commencer une fiche neuve
 */
export const fiche = (clef: string, origine: string, valeurs: Readonly<Partial<Record<ClefFiche, Cellule>>>, parametres: string | null, depuis?: string, offertes: Readonly<Partial<Record<ClefFiche, string>>> = {}): Fiche => {
  const { modele, largeur, habillage } = composee();
  const numero = valeurs.numero ?? '';
  return {
    genre: genreDe(clef), nom: nomDOnglet(String(numero === '' ? 'sans numéro' : numero)), modele, largeur,
    ...(depuis === undefined ? {} : { depuis }),
    banniere: { ligne: 1, colonne: 1, texte: `Enregistrer l’action : commande « Enregistrer l’action » de Classeur+, fiche affichée. ${origine}` },
    habillage: (nom) => [...habillage(nom), ...choix(nom, parametres)],
    cases: CHAMPS.map((champ) => ({ clef: champ, ...placeDe(champ), valeur: valeurs[champ] ?? offertes[champ] ?? null, ...(offertes[champ] === undefined ? {} : { offerte: true }) })),
  };
};
