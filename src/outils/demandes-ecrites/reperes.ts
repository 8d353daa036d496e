// Les seuils du suivi des demandes écrites, chacun avec sa source : ce sont des réglages, jamais des constantes cachées.
import { ZONES, zoneDe, type Zone } from '../../socle/feries';
import { lisDate } from '../../socle/dates-colonne';
import { erreur } from '../../socle/erreurs';
import type { Jour } from '../../socle/jours';
import { choix, entier, entiers, lisReglages, lu, ouiNon, texte, type Reglages, type Saisies } from '../../socle/reglage';

const lisJour = (saisie: string, clef: string): Jour => {
  const jour = lisDate(saisie);
  if (jour <= 0) throw erreur(`Le réglage « ${clef} » ne peut pas valoir « ${saisie} »`, 'Donnez une date comme 15/05/2026');
  return jour;
};

const lisJours = (saisie: string, clef: string): readonly Jour[] => saisie.split(';').filter((mot) => mot.trim() !== '').map((mot) => lisJour(mot, clef));

const DITP = 'boîte à outils DITP (2021), « Suivre les réponses aux demandes écrites »';
const SP = 'Services Publics +, engagement sur les délais : accusé de réception en une semaine (électronique) ou deux semaines (courrier)';

export const REGLAGES = {
  denominateur: choix('Demandes comptées dans les taux', ['cohorte', 'echus', 'tous'], 'cohorte', 'notre choix : seul dénominateur sans biais (demandes reçues depuis au moins k jours)'),
  seuils: entiers('Seuils des taux « moins de k jours »', [8, 14, 15, 30], DITP),
  delaiParDefaut: entier('Délai de réponse, faute de délai annoncé (au plus n jours)', 14, `« moins de deux semaines », ${DITP}`, 1),
  seuilNonRepondu: entier('Au-delà de n jours, considéré comme non répondu', 14, `« délai de traitement supérieur à 14 jours », ${DITP}`, 1),
  seuil14Strict: ouiNon('Classes à la lettre de la maquette (« moins de 14 », « plus de 14 » : le jour 14 n’est nulle part)', false, 'notre choix : le trou du jour 14 est fermé'),
  arCourriel: entier('Accusé de réception d’un courriel (au plus n jours)', 7, SP),
  arCourrier: entier('Accusé de réception d’un courrier (au plus n jours)', 14, SP),
  arOuvres: entier('Accusé de réception électronique (au plus n jours ouvrés)', 10, 'code des relations entre le public et l’administration, R. 112-11-2'),
  alerteAvant: entier('Prévenir n jours avant la date limite', 3, 'notre choix'),
  unite: choix('Jours comptés', ['calendaires', 'ouvres'], 'calendaires', 'notre choix : les textes parlent de semaines'),
  zone: lu<Zone>('Zone des jours fériés', ZONES[0] as Zone, 'code du travail, L. 3133-1', (saisie) => zoneDe(saisie)),
  fermetures: lu<readonly Jour[]>('Jours de fermeture, séparés par « ; »', [], 'vos ponts et fermetures locales', lisJours),
  report: ouiNon('Reporter la date limite au prochain jour ouvré', false, 'aucun texte ne le prévoit'),
  visibles: ouiNon('Lignes visibles seulement', false, 'notre choix : les lignes masquées comptent'),
  du: lu<Jour | null>('Demandes reçues à partir du', null, 'filtre', lisJour),
  jusquau: lu<Jour | null>('Demandes reçues jusqu’au', null, 'filtre', lisJour),
  canal: texte('Canal', 'filtre'),
  service: texte('Service', 'filtre'),
  agent: texte('Agent', 'filtre'),
  theme: texte('Thème ou objet', 'filtre'),
  feuille: texte('Feuille à lire', 'votre correction'),
  entete: lu<number | null>('Ligne d’en-tête', null, 'votre correction', (saisie, clef) => entier('', 1, '', 1).lis(saisie, clef)),
};

export type ReglagesDemandes = Reglages<typeof REGLAGES>;

/** Une colonne désignée par la personne : « colonne.reception = D ». */
export const CLEF_COLONNE = /^colonne\.([a-z]+)$/;

export const reglagesDe = (saisies: Saisies): ReglagesDemandes => lisReglages(REGLAGES, saisies, (clef) => CLEF_COLONNE.test(clef));
