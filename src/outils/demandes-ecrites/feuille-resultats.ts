// La feuille « Résultats » : une page A4 qui se lit seule, chaque chiffre avec ses effectifs, sa période et sa définition.
import type { Cellule, Zone } from '../../socle/cellule';
import type { Modification, Style } from '../../socle/classeur';
import { dateFr } from '../../socle/format';
import type { FeuilleDeRapport } from '../../socle/ecriture/rapport-examen';
import type { AnalyseDemandes } from './analyse';
import { definitions, type Valeur } from './indicateurs';
import type { Mois } from './mois';
import { phraseArOuvre, phraseEffectifs, phraseZone } from './phrases';

const BLEU = '10489E';
const BLEU_CLAIR = 'A9C1E8';
const ORANGE = 'C06C10';
const CYAN = '0E7CA1';
const GRIS = '595959';
const FOND = 'EEF2FA';
/** Hauteur du graphique en secteurs ; ses trois chiffres sont dessous. */
const LIGNES_SECTEURS = 12;
const LARGEUR = 9;
const LIGNE_BANNIERE = 2;
/** La cellule de la date d'arrêté : une vraie date, à laquelle les formules peuvent se référer. */
export const ARRETE = { ligne: 3, colonne: 2 };
const LARGEURS = [43, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 10.5, 10.5];
/** Ce qu'une ligne de texte de 8 points tient sur la largeur de la feuille ; au-delà il en faut deux. */
const SIGNES_PAR_LIGNE = 175;

type Bloc = { readonly titre: string; readonly valeurs: readonly Valeur[] };

const effectif = ({ numerateur, denominateur }: Valeur): Cellule => (numerateur === null ? `n = ${denominateur}` : `${numerateur}/${denominateur}`);

const texteMois = (m: Mois): string => (m.incomplet && m.recues > 0 ? `${m.libelle} *` : m.libelle);

const DENOMINATEUR = {
  cohorte: 'Dénominateur des taux : demandes reçues depuis au moins k jours, répondues ou non (« cohorte »).',
  echus: 'Dénominateur des taux : demandes répondues, ou reçues depuis au moins k jours (« échus »).',
  tous: 'Dénominateur des taux : toutes les demandes, même trop récentes pour être jugées (« tous »).',
} as const;

/** Rend la feuille d'une analyse. */
export const feuilleResultats = (analysee: AnalyseDemandes): FeuilleDeRapport => {
  const { mesures, regles, reglages, au, du, filtres, mois, effectifs } = analysee;
  const liste = definitions(regles, reglages.unite === 'ouvres', phraseZone(reglages));
  const blocs: readonly Bloc[] = [
    { titre: 'Tous canaux', valeurs: liste.map(({ calcule }) => calcule(mesures.tous)) },
    { titre: 'Résultats Courriers', valeurs: liste.map(({ calcule }) => calcule(mesures.courrier)) },
    { titre: 'Résultats Courriels', valeurs: liste.map(({ calcule }) => calcule(mesures.courriel)) },
  ];
  const valeurs: Cellule[][] = [];
  const styles: { ligne: number; colonne: number; lignes: number; colonnes: number; style: Style }[] = [];
  const fusions: { ligne: number; colonne: number; colonnes: number }[] = [];
  const hauteurs: number[] = [];
  const style = (ligne: number, colonne: number, lignes: number, colonnes: number, s: Style): void => void styles.push({ ligne, colonne, lignes, colonnes, style: s });
  const pose = (cellules: readonly Cellule[], hauteur = 15): number => {
    valeurs.push([...cellules]);
    hauteurs.push(hauteur);
    return valeurs.length;
  };
  const phrase = (texte: string, s: Style, hauteur = 15): void => {
    const ligne = pose([texte], hauteur);
    fusions.push({ ligne, colonne: 1, colonnes: LARGEUR });
    style(ligne, 1, 1, LARGEUR, { vertical: 'milieu', ...s });
  };

  phrase('Résultats – suivi des réponses aux demandes écrites', { gras: true, taille: 16 }, 24);
  phrase(`À jour au ${dateFr(au)}`, { gras: true, couleur: BLEU });
  const arrete = pose(['Date d’arrêté', au]);
  style(arrete, 1, 1, 1, { couleur: GRIS });
  style(arrete, ARRETE.colonne, 1, 1, { gras: true, format: 'date', alignement: 'gauche' });
  const fin = reglages.jusquau !== null && reglages.jusquau < au ? reglages.jusquau : au;
  phrase(`Résultats du ${du === null ? '…' : dateFr(du)} au ${dateFr(fin)} — Filtre(s) éventuel(s) : ${filtres}`, { couleur: GRIS });
  phrase(`${phraseEffectifs(effectifs)}. Feuille : ${analysee.demandes.registres.map((r) => r.feuille.nom).join(' + ')}.`, { couleur: GRIS, renvoi: true });
  pose([], 8);

  const groupes = pose(['', ...blocs.flatMap(({ titre }) => [titre, ''])]);
  blocs.forEach((_, k) => fusions.push({ ligne: groupes, colonne: 2 + 2 * k, colonnes: 2 }));
  style(groupes, 1, 1, LARGEUR, { gras: true, couleur: 'FFFFFF', fond: BLEU, alignement: 'centre' });
  const entetes = pose(['Indicateur', ...blocs.flatMap(() => ['Valeur', 'Effectif']), 'Unité']);
  fusions.push({ ligne: entetes, colonne: 8, colonnes: 2 });
  style(entetes, 1, 1, LARGEUR, { gras: true, fond: FOND, bordure: 'fine', alignement: 'centre' });
  const premier = valeurs.length + 1;
  liste.forEach(({ libelle, unite }, rang) => {
    const ligne = pose([libelle, ...blocs.flatMap(({ valeurs: v }) => [v[rang]?.valeur ?? 'sans objet', v[rang] ? effectif(v[rang]) : '']), unite === 'proportion' ? 'part des demandes' : unite]);
    fusions.push({ ligne, colonne: 8, colonnes: 2 });
    style(ligne, 8, 1, 2, { couleur: GRIS, taille: 9, bordure: 'fine' });
    blocs.forEach((_, k) => {
      style(ligne, 2 + 2 * k, 1, 1, { gras: true, format: unite === 'proportion' ? 'pourcent' : 'decimal', alignement: 'droite', bordure: 'fine' });
      style(ligne, 3 + 2 * k, 1, 1, { format: 'texte', couleur: GRIS, alignement: 'droite', bordure: 'fine' });
    });
  });
  style(premier, 1, liste.length, 1, { bordure: 'fine' });
  pose([], 8);

  phrase('Aperçu sur les 12 derniers mois (mois de réception, tous canaux)', { gras: true, taille: 12 }, 18);
  const enteteMois = pose(['Mois', 'Reçues', 'Répondues', '< 8 jours', `< ${regles.seuilNonRepondu + 1} jours`, '< 30 jours', 'Non rép.', 'Délai moyen', `Taux < ${regles.seuilNonRepondu + 1} j`], 15);
  style(enteteMois, 1, 1, LARGEUR, { gras: true, couleur: 'FFFFFF', fond: BLEU, alignement: 'centre' });
  const debutMois = valeurs.length + 1;
  for (const m of mois.tous) pose([texteMois(m), m.recues, m.repondues, m.moinsDe8, m.moinsDe15, m.moinsDe30, m.nonRepondues, m.repondues === 0 ? null : m.sommeDelais / m.repondues, m.base15 === 0 ? null : m.taux15 / m.base15]);
  style(debutMois, 1, 12, 1, { bordure: 'fine', format: 'texte' });
  style(debutMois, 2, 12, 6, { bordure: 'fine', format: 'entier', alignement: 'droite' });
  style(debutMois, 8, 12, 1, { bordure: 'fine', format: 'decimal', alignement: 'droite' });
  style(debutMois, LARGEUR, 12, 1, { bordure: 'fine', format: 'pourcent', alignement: 'droite', gras: true });
  phrase(`Délai moyen en ${reglages.unite === 'ouvres' ? 'jours ouvrés' : 'jours calendaires'}. Non rép. : sans réponse, ou répondue après plus de ${regles.seuilNonRepondu} jours. * Mois incomplet : des demandes sont trop récentes pour être jugées.`, { italique: true, taille: 9, couleur: GRIS });

  // À gauche l'évolution ; à droite les secteurs, et sous eux leurs chiffres, qui servent de légende par la couleur du fond.
  const debutGraphique = valeurs.length + 1;
  for (let i = 0; i < LIGNES_SECTEURS; i++) pose([]);
  const { classes } = mesures.tous;
  const moyenne = reglages.seuil14Strict ? regles.seuilNonRepondu - 1 : regles.seuilNonRepondu;
  const parts: readonly (readonly [string, number, string])[] = [
    ['Moins de 8 jours (délai Marianne)', classes.courte, BLEU],
    [`De 8 à ${moyenne} jours`, classes.moyenne, CYAN],
    [`Plus de ${regles.seuilNonRepondu} jours (non répondu*)`, classes.nonRepondu, ORANGE],
  ];
  const debutClasses = valeurs.length + 1;
  for (const [libelle, nombre, fond] of parts) {
    const ligne = pose([null, null, null, null, null, libelle, null, null, nombre]);
    fusions.push({ ligne, colonne: 6, colonnes: 3 });
    style(ligne, 6, 1, 3, { taille: 9, bordure: 'fine' });
    style(ligne, LARGEUR, 1, 1, { gras: true, format: 'entier', alignement: 'droite', bordure: 'fine', couleur: 'FFFFFF', fond });
  }
  pose([], 8);

  phrase('Définitions', { gras: true, taille: 12 }, 18);
  phrase(`*La demande est considérée comme non répondue si le délai de traitement est supérieur à ${regles.seuilNonRepondu} jours.`, { taille: 9 }, 13);
  phrase(`${DENOMINATEUR[reglages.denominateur]} Jours ${reglages.unite === 'ouvres' ? `ouvrés, ${phraseZone(reglages)}` : 'calendaires'}. Date limite : délai annoncé de la demande, sinon ${reglages.delaiParDefaut} jours.`, { taille: 9, renvoi: true }, 25);
  for (const { libelle, definition } of liste) phrase(`${libelle} : ${definition}`, { taille: 8, couleur: GRIS, renvoi: true }, definition.length + libelle.length > SIGNES_PAR_LIGNE ? 22 : 11.5);
  // Toujours présente, pour que la feuille garde sa hauteur d'un passage à l'autre.
  phrase(phraseArOuvre(regles, mesures.tous), { taille: 8, couleur: GRIS, renvoi: true }, 11.5);
  phrase('Projet libre, sans lien avec l’administration.', { italique: true, taille: 8, couleur: GRIS }, 11.5);

  const habillage = (nom: string): Modification[] => {
    const zone = (ligne: number, colonne: number, lignes: number, colonnes: number): Zone => ({ feuille: nom, ligne, colonne, lignes, colonnes });
    return [
      ...styles.map(({ ligne, colonne, lignes, colonnes, style: s }): Modification => ({ genre: 'styler', zone: zone(ligne, colonne, lignes, colonnes), style: s })),
      { genre: 'largeurs', feuille: nom, largeurs: LARGEURS },
      { genre: 'hauteurs', feuille: nom, ligne: 1, hauteurs },
      { genre: 'fusionner', zones: fusions.map(({ ligne, colonne, colonnes }) => zone(ligne, colonne, 1, colonnes)) },
      {
        genre: 'dessiner',
        graphique: {
          id: 'douze-mois', genre: 'evolution', titre: `Demandes reçues et taux de réponse en moins de ${regles.seuilNonRepondu + 1} jours`,
          lecture: lectureMois(mois.tous, regles.seuilNonRepondu + 1),
          categories: zone(debutMois, 1, 12, 1),
          series: [
            { titre: zone(enteteMois, 2, 1, 1), valeurs: zone(debutMois, 2, 12, 1), forme: 'barres', couleur: BLEU_CLAIR },
            { titre: zone(enteteMois, LARGEUR, 1, 1), valeurs: zone(debutMois, LARGEUR, 12, 1), forme: 'ligne', couleur: ORANGE, enPourcent: true },
          ],
          place: zone(debutGraphique, 1, LIGNES_SECTEURS + parts.length, 5),
        },
      },
      {
        genre: 'dessiner',
        graphique: {
          id: 'trois-classes', genre: 'secteurs', titre: 'Réponses en trois classes',
          lecture: `${classes.courte} en moins de 8 jours, ${classes.moyenne} de 8 à ${moyenne} jours, ${classes.nonRepondu} considérées comme non répondues, sur ${classes.base}.`,
          categories: zone(debutClasses, 6, 3, 1),
          series: [{ titre: zone(1, 1, 1, 1), valeurs: zone(debutClasses, LARGEUR, 3, 1), forme: 'barres', couleur: BLEU }],
          couleurs: parts.map(([, , couleur]) => couleur),
          place: zone(debutGraphique, 6, LIGNES_SECTEURS, 4),
        },
      },
      { genre: 'mettre-en-page', page: { feuille: nom, orientation: 'portrait', zone: zone(1, 1, valeurs.length, LARGEUR), pied: 'Classeur+' } },
    ];
  };
  return { valeurs, largeur: LARGEUR, banniere: { ligne: LIGNE_BANNIERE, colonne: 1 }, habillage };
};

const lectureMois = (mois: readonly Mois[], k: number): string => {
  const total = mois.reduce((somme, m) => somme + m.recues, 0);
  const base = mois.reduce((somme, m) => somme + m.base15, 0);
  const tenues = mois.reduce((somme, m) => somme + m.taux15, 0);
  return `Douze mois, ${mois[0]?.libelle ?? ''} à ${mois[11]?.libelle ?? ''} : ${total} demandes reçues, ${tenues} sur ${base} répondues en moins de ${k} jours.`;
};
