// La feuille « Délais » : chaque campagne avec ses résultats, sa précision, ses mois et sa répartition, puis les campagnes comparées.
import type { Cellule } from '../../socle/cellule';
import { dateFr } from '../../socle/format';
import type { FeuilleDeRapport } from '../../socle/ecriture/rapport-examen';
import { COULEURS, page, type Page } from '../../socle/page';
import type { AnalyseEchantillon } from './analyse';
import { dernieres, parMois, type Campagne } from './campagnes';
import { definitions } from './indicateurs';
import { phrasePeriode } from './phrases';
import { repartition, TRANCHES } from './repartition';

const LARGEURS = [43, 10, 11, 10, 10, 11, 11, 10, 10];
const LARGEUR = LARGEURS.length;
const LIGNE_BANNIERE = 2;
/** La cellule de la date d'arrêté : une vraie date, à laquelle les formules peuvent se référer. */
export const ARRETE = { ligne: 3, colonne: 2 };
const LIGNES_DU_GRAPHIQUE = 13;
/** Du plus tôt au plus tard, de plus en plus clair puis de plus en plus chaud : les tranches se suivent aussi sans couleur. */
const NUANCES = [COULEURS.bleu, '5B82C4', COULEURS.bleuClair, COULEURS.orange, COULEURS.gris];

const poseResultats = (p: Page, { mesures }: Campagne, moinsDe: number): void => {
  p.fusionne(p.entete(['Résultats', 'Valeur', 'Effectif', 'Unité']), 4, LARGEUR - 3);
  for (const { libelle, unite, calcule } of definitions(moinsDe)) {
    const { valeur, numerateur, denominateur } = calcule(mesures);
    const ligne = p.pose([libelle, valeur ?? 'sans objet', numerateur === null ? `n = ${denominateur}` : `${numerateur}/${denominateur}`, unite === 'proportion' ? 'part des courriers relevés' : 'jours calendaires']);
    p.fusionne(ligne, 4, LARGEUR - 3);
    p.style(ligne, 1, 1, 1, { bordure: 'fine' });
    p.style(ligne, 2, 1, 1, { gras: true, format: unite === 'proportion' ? 'pourcent' : 'decimal', alignement: 'droite', bordure: 'fine' });
    p.style(ligne, 3, 1, 1, { format: 'texte', couleur: COULEURS.gris, alignement: 'droite', bordure: 'fine' });
    p.style(ligne, 4, 1, LARGEUR - 3, { couleur: COULEURS.gris, taille: 9, bordure: 'fine' });
  }
};

type Lignes = { readonly entete: number; readonly debut: number; readonly nombre: number };

const poseMois = (p: Page, campagne: Campagne, moinsDe: number): Lignes => {
  const rangs = parMois(campagne, moinsDe);
  const entete = p.entete([campagne.lue.grille.pic ? 'Par date' : 'Par mois', 'Relevés', `< ${moinsDe} jours`, 'NR', 'Manquants', `Taux < ${moinsDe} j`, 'Délai moyen', 'Médian', 'P90']);
  const debut = p.lignes() + 1;
  for (const { libelle, mesures: m, manquantes } of rangs) {
    p.pose([libelle, m.remplies, m.rapides, m.remplies - m.repondues, manquantes, m.tauxRapide, m.moyenne, m.delais?.mediane ?? null, m.delais?.p90 ?? null]);
  }
  p.style(debut, 1, rangs.length, 1, { bordure: 'fine', format: 'texte' });
  p.style(debut, 2, rangs.length, 4, { bordure: 'fine', format: 'entier', alignement: 'droite' });
  p.style(debut, 6, rangs.length, 1, { bordure: 'fine', format: 'pourcent', alignement: 'droite', gras: true });
  p.style(debut, 7, rangs.length, 3, { bordure: 'fine', format: 'decimal', alignement: 'droite' });
  return { entete, debut, nombre: rangs.length };
};

const poseRepartition = (p: Page, { mesures, lue }: Campagne): Lignes => {
  const classes = repartition(lue.dates.reduce<number[]>((tous, { delais }) => tous.concat(delais), []), mesures.remplies - mesures.repondues);
  const largeur = TRANCHES.length;
  const part = (effectif: number): number | null => (mesures.remplies === 0 ? null : effectif / mesures.remplies);
  const rangee = (libelle: string, effectifs: readonly (number | null)[], total: number): number => p.pose([libelle, ...effectifs, part(total)]);
  const entete = p.pose(['Courriers par délai', ...TRANCHES, 'Part'], 27);
  p.style(entete, 1, 1, largeur + 2, { gras: true, fond: COULEURS.fond, bordure: 'fine', alignement: 'centre', vertical: 'milieu', renvoi: true });
  const debut = p.lignes() + 1;
  for (const { libelle, effectif, tranche } of classes) rangee(libelle, TRANCHES.map((_, i) => (i === tranche ? effectif : null)), effectif);
  const total = rangee('Total', TRANCHES.map((_, i) => classes.reduce((somme, { tranche, effectif }) => somme + (tranche === i ? effectif : 0), 0)), mesures.remplies);
  p.style(total, 1, 1, largeur + 2, { gras: true });
  p.style(debut, 1, classes.length + 1, 1, { bordure: 'fine', format: 'texte' });
  p.style(debut, 2, classes.length + 1, largeur, { bordure: 'fine', format: 'entier', alignement: 'droite' });
  p.style(debut, largeur + 2, classes.length + 1, 1, { bordure: 'fine', format: 'pourcent', alignement: 'droite' });
  return { entete, debut, nombre: classes.length };
};

const poseGraphiques = (p: Page, campagne: Campagne, rang: number, mois: Lignes, classes: Lignes, moinsDe: number): void => {
  const debut = p.lignes() + 1;
  for (let i = 0; i < LIGNES_DU_GRAPHIQUE; i++) p.pose([]);
  const colonne = ({ debut: ligne, nombre }: Lignes, numero: number) => ({ ligne, colonne: numero, lignes: nombre, colonnes: 1 });
  const cellule = (ligne: number, numero: number) => ({ ligne, colonne: numero, lignes: 1, colonnes: 1 });
  const rangs = parMois(campagne, moinsDe);
  p.dessine({
    id: `mois-${rang + 1}`, genre: 'evolution', titre: `Taux de réponse en moins de ${moinsDe} jours`,
    lecture: `${campagne.nom} : ${rangs.map(({ libelle, mesures: m }) => `${libelle} ${m.rapides} sur ${m.remplies}`).join(', ')}.`,
    categories: colonne(mois, 1),
    series: [{ titre: cellule(mois.entete, 6), valeurs: colonne(mois, 6), forme: 'barres', couleur: COULEURS.bleu, enPourcent: true }],
    place: { ligne: debut, colonne: 1, lignes: LIGNES_DU_GRAPHIQUE, colonnes: 3 },
  });
  p.dessine({
    id: `repartition-${rang + 1}`, genre: 'evolution', titre: 'Répartition des délais (repères : 8, 15 et 30 jours)',
    lecture: `${campagne.nom} : ${campagne.mesures.rapides} courriers en moins de ${moinsDe} jours sur ${campagne.mesures.remplies}, ${campagne.mesures.remplies - campagne.mesures.repondues} sans réponse.`,
    categories: colonne(classes, 1),
    empile: true,
    series: TRANCHES.map((_, i) => ({ titre: cellule(classes.entete, i + 2), valeurs: colonne(classes, i + 2), forme: 'barres' as const, couleur: NUANCES[i] ?? COULEURS.gris })),
    place: { ligne: debut, colonne: 4, lignes: LIGNES_DU_GRAPHIQUE, colonnes: LARGEUR - 3 },
  });
};

const poseCampagne = (p: Page, campagne: Campagne, rang: number, moinsDe: number): void => {
  const { grille } = campagne.lue;
  p.espace();
  p.titre(`${campagne.nom} — ${grille.canal === null ? 'courriers' : `${grille.canal}s`}, ${grille.pic ? 'périodes de pic' : 'vue sur l’année'}`);
  p.phrase(`Période : ${phrasePeriode(campagne.du, campagne.au)} — Filtre(s) éventuel(s) : aucun`, { couleur: COULEURS.gris });
  poseResultats(p, campagne, moinsDe);
  for (const texte of campagne.phrases) p.phrase(texte, { taille: 9 });
  p.espace();
  const mois = poseMois(p, campagne, moinsDe);
  p.espace();
  const classes = poseRepartition(p, campagne);
  poseGraphiques(p, campagne, rang, mois, classes, moinsDe);
};

/** Toutes les campagnes en un tableau ; le détail suit pour la dernière de chaque sorte. */
const poseEnsemble = (p: Page, campagnes: readonly Campagne[], moinsDe: number): void => {
  p.espace();
  p.entete(['Campagnes', 'Relevés', `Taux < ${moinsDe} j`, 'De', 'À', 'Taux rép.', 'Délai moyen', 'Médian', 'P90']);
  const debut = p.lignes() + 1;
  for (const { nom, mesures: m } of campagnes) p.pose([nom, m.remplies, m.tauxRapide, m.precisionRapide?.intervalle?.bas ?? null, m.precisionRapide?.intervalle?.haut ?? null, m.tauxReponse, m.moyenne, m.delais?.mediane ?? null, m.delais?.p90 ?? null]);
  p.style(debut, 1, campagnes.length, 1, { bordure: 'fine', format: 'texte' });
  p.style(debut, 2, campagnes.length, 1, { bordure: 'fine', format: 'entier', alignement: 'droite' });
  p.style(debut, 3, campagnes.length, 4, { bordure: 'fine', format: 'pourcent', alignement: 'droite' });
  p.style(debut, 7, campagnes.length, 3, { bordure: 'fine', format: 'decimal', alignement: 'droite' });
  p.phrase('De, À : bornes à 95 % du taux ; vides avec moins de cinq dates.', { taille: 8, couleur: COULEURS.gris });
};

/** @param analysee au moins une campagne y a une case remplie */
export const feuilleDelais = ({ campagnes, comparaisons, reglages, au, anomalies }: AnalyseEchantillon): FeuilleDeRapport => {
  const p = page(LARGEURS);
  const { moinsDe } = reglages;
  const remplies = campagnes.filter(({ mesures }) => mesures.remplies > 0);
  p.phrase('Délais de réponse estimés sur un échantillon', { gras: true, taille: 16 });
  p.phrase(`À jour au ${dateFr(au)}`, { gras: true, couleur: COULEURS.bleu });
  const arrete = p.pose(['Date d’arrêté', au] as Cellule[]);
  p.style(arrete, 1, 1, 1, { couleur: COULEURS.gris });
  p.style(arrete, ARRETE.colonne, 1, 1, { gras: true, format: 'date', alignement: 'gauche' });
  const refusees = anomalies.filter(({ gravite }) => gravite === 'erreur').length;
  p.phrase(`${remplies.length === 1 ? 'Grille lue' : 'Grilles lues'} : ${remplies.map(({ nom }) => nom).join(' + ')}.${refusees === 0 ? '' : ` ${refusees} ${refusees === 1 ? 'case n’est pas comptée' : 'cases ne sont pas comptées'}, à corriger : ${anomalies.filter(({ gravite }) => gravite === 'erreur').slice(0, 8).map(({ adresse }) => adresse).join(', ')}${refusees > 8 ? '…' : ''}.`}`, { couleur: COULEURS.gris });
  if (remplies.length > 1) poseEnsemble(p, remplies, moinsDe);
  dernieres(remplies).forEach((campagne, rang) => poseCampagne(p, campagne, rang, moinsDe));
  if (comparaisons.length > 0) {
    p.espace();
    p.titre('Campagnes comparées');
    for (const { phrases, significative } of comparaisons) phrases.forEach((texte, i) => p.phrase(texte, { taille: i === 0 ? 10 : 9, gras: i === 0 && significative === true }));
  }
  p.espace();
  p.titre('Définitions');
  for (const { libelle, definition } of definitions(moinsDe)) p.phrase(`${libelle} : ${definition}`, { taille: 8, couleur: COULEURS.gris });
  p.phrase('Précision : intervalle de Wilson sur l’effectif efficace, t de Student à (nombre de dates − 1) degrés de liberté ; l’effet de grappe est la variance du taux rapportée à celle d’un tirage simple.', { taille: 8, couleur: COULEURS.gris });
  p.phrase('Projet libre, sans lien avec l’administration.', { italique: true, taille: 8, couleur: COULEURS.gris });
  return { ...p.rend('portrait'), largeur: LARGEUR, banniere: { ligne: LIGNE_BANNIERE, colonne: 1 } };
};
