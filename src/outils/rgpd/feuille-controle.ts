// La feuille de la liste de contrôle : les points sont à nous, les réponses, les preuves et les dates sont à la personne, et nous ne les écrivons jamais.
import type { Zone } from '../../socle/cellule';
import type { Fiche } from '../../socle/ecriture/fiche-examen';
import { COULEURS, page } from '../../socle/page';
import { POINTS } from './points';

export const GENRE_CONTROLE = 'rgpd.controle';
const LARGEURS = [5, 74, 13, 28, 13, 20];
const TITRES = ['N°', 'Point', 'Réponse', 'Preuve', 'Date', 'Responsable'];
export const COLONNE_REPONSE = 3;
const DOCUMENTS = [...new Set(POINTS.flatMap(({ document }) => document ?? []))];

type Composee = { readonly fiche: Fiche; readonly lignes: ReadonlyMap<number, number> };

const compose = (): Composee => {
  const p = page(LARGEURS);
  const lignes = new Map<number, number>();
  p.pose([null], 22);
  p.fusionne(1, 1, LARGEURS.length);
  p.style(1, 1, 1, LARGEURS.length, { gras: true, taille: 14, couleur: COULEURS.bleu, vertical: 'milieu' });
  p.phrase('Répondez Oui, Non ou Sans objet : « Oui » veut dire que l’obligation est tenue. Un point sans réponse compte comme applicable et pas tenu. C’est l’avancement de la liste, pas une attestation de conformité.', { couleur: COULEURS.gris, taille: 9 });
  const tableau = (titre: string, rangees: readonly (readonly [numero: number | null, texte: string])[]): void => {
    p.espace();
    p.titre(titre);
    p.entete(TITRES);
    const debut = p.lignes() + 1;
    for (const [numero, texte] of rangees) {
      const ligne = p.pose([numero, texte], texte.length > 74 ? 38 : texte.length > 60 ? 27 : 18);
      if (numero !== null) lignes.set(numero, ligne);
    }
    p.style(debut, 1, rangees.length, LARGEURS.length, { bordure: 'fine', vertical: 'milieu', renvoi: true });
    p.style(debut, 1, rangees.length, 1, { format: 'entier', alignement: 'centre', couleur: COULEURS.gris });
    p.style(debut, COLONNE_REPONSE, rangees.length, 1, { alignement: 'centre', gras: true });
    p.style(debut, 5, rangees.length, 1, { format: 'date', alignement: 'centre' });
  };
  for (const groupe of ['Les répondants', 'La CNIL et l’organisation'] as const) tableau(groupe, POINTS.filter((point) => point.groupe === groupe).map(({ numero, texte }) => [numero, texte]));
  tableau('Le dossier de conformité, tenu à jour à chaque enquête', DOCUMENTS.map((document) => [null, document]));
  p.espace();
  p.phrase('Cette liste aide à préparer le dossier ; elle ne remplace pas l’avis du délégué à la protection des données. Projet libre, sans lien avec l’administration.', { italique: true, taille: 8, couleur: COULEURS.gris });
  const { valeurs, habillage } = p.rend('paysage');
  const zone = (nom: string, ligne: number): Zone => ({ feuille: nom, ligne, colonne: COLONNE_REPONSE, lignes: 1, colonnes: 1 });
  return {
    lignes,
    fiche: {
      genre: GENRE_CONTROLE, nom: 'RGPD', modele: valeurs, largeur: LARGEURS.length, cases: [],
      banniere: { ligne: 1, colonne: 1, texte: 'Appliquer le RGPD à l’enquête : liste de contrôle' },
      habillage: (nom) => [...habillage(nom), ...[...lignes.values()].map((ligne) => ({ genre: 'lister' as const, zone: zone(nom, ligne), choix: ['Oui', 'Non', 'Sans objet'] }))],
    },
  };
};

const COMPOSEE = { une: null as Composee | null };
const composee = (): Composee => (COMPOSEE.une ??= compose());

export const ficheControle = (): Fiche => composee().fiche;
/** La ligne de chaque point. */
export const lignesDesPoints = (): ReadonlyMap<number, number> => composee().lignes;
