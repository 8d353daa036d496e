// Les seuils du suivi des demandes écrites, chacun avec sa source : ce sont des réglages, jamais des constantes cachées.
import { ZONES, zoneDe, type Zone } from '../../socle/feries';
import { erreur } from '../../socle/erreurs';
import type { Jour } from '../../socle/jours';
import type { Rubrique } from '../../socle/outil';
import { sansAccents } from '../../socle/normalise';
import { choix, entier, entiers, lisReglages, lu, ouiNon, texte, type Reglages, type Saisies } from '../../socle/reglage';
import { lisJour, lisJours } from '../../socle/reglage-jours';
import { CANAL, canalDe } from './mots';

/** Le canal filtré, ou null pour tous ; les mots des agents (« mél », « lettre ») se comprennent comme dans le registre. */
const lisCanal = (saisie: string, clef: string): 'courrier' | 'courriel' | null => {
  if (sansAccents(saisie) === 'tous') return null;
  const code = canalDe(saisie);
  if (code !== CANAL.courrier && code !== CANAL.courriel) throw erreur(`Le réglage « ${clef} » ne peut pas valoir « ${saisie} »`, 'Donnez l’une de ces valeurs : courrier, courriel, tous');
  return code === CANAL.courrier ? 'courrier' : 'courriel';
};

/** La cible de chaque seuil, en % : « 8=60;15=80 ». */
export type Cibles = Readonly<Record<number, number>>;

const lisCibles = (saisie: string, clef: string): Cibles =>
  Object.fromEntries(saisie.split(';').filter((mot) => mot.trim() !== '').map((mot) => {
    const [, seuil, cible] = /^\s*(\d{1,4})\s*=\s*(\d{1,3})\s*%?\s*$/.exec(mot) ?? [];
    if (seuil === undefined || Number(cible) > 100) throw erreur(`Le réglage « ${clef} » ne peut pas valoir « ${saisie} »`, 'Donnez chaque seuil et sa cible de 0 à 100, par exemple « 8=60;15=80;30=95 »');
    return [Number(seuil), Number(cible)];
  }));

export const MODES = ['cohorte', 'echus', 'tous'] as const;
export const UNITES = ['calendaires', 'ouvres'] as const;

/** Lignes d'une feuille de tableur. */
const LIGNES_MAX = 1048576;

const DITP = 'boîte à outils DITP (2021), « Suivre les réponses aux demandes écrites »';
const SP = 'Services Publics +, engagement sur les délais : accusé de réception en une semaine (électronique) ou deux semaines (courrier)';

export const REGLAGES = {
  denominateur: choix('Demandes comptées dans les taux', MODES, 'cohorte', 'notre choix : seul dénominateur sans biais (demandes reçues depuis au moins k jours)', {
    cohorte: 'reçues depuis au moins k jours', echus: 'répondues, ou reçues depuis au moins k jours', tous: 'toutes, même trop récentes',
  }),
  seuils: entiers('Seuils des taux « moins de k jours »', [8, 14, 15, 30], DITP),
  delaiParDefaut: entier('Délai de réponse, faute de délai annoncé (au plus n jours)', 14, `« moins de deux semaines », ${DITP}`, 1),
  seuilNonRepondu: entier('Au-delà de n jours, considéré comme non répondu', 14, `« délai de traitement supérieur à 14 jours », ${DITP}`, 8),
  seuil14Strict: ouiNon('Classes à la lettre de la maquette (« moins de 14 », « plus de 14 » : le jour 14 n’est nulle part)', false, 'notre choix : le trou du jour 14 est fermé'),
  arCourriel: entier('Accusé de réception d’un courriel (au plus n jours)', 7, SP),
  arCourrier: entier('Accusé de réception d’un courrier (au plus n jours)', 14, SP),
  arOuvres: entier('Accusé de réception électronique (au plus n jours ouvrés)', 10, 'code des relations entre le public et l’administration, R. 112-11-2'),
  alerteAvant: entier('Prévenir n jours avant la date limite', 3, 'notre choix'),
  cibles: lu<Cibles | null>('Cibles des taux « moins de k jours », en %', null, 'votre projet de service : aucune cible par défaut', lisCibles, { genre: 'texte', exemple: '8=60;15=80;30=95' }),
  cibleNonRepondu: lu<number | null>('Part de « non répondu » à ne pas dépasser, en %', null, 'votre projet de service : aucune cible par défaut', (saisie, clef) => entier('', 0, '', 0, 100).lis(saisie, clef), { genre: 'entier', mini: 0, maxi: 100 }),
  unite: choix('Jours comptés', UNITES, 'calendaires', 'notre choix : les textes parlent de semaines', { calendaires: 'calendaires', ouvres: 'ouvrés' }),
  zone: lu<Zone>('Zone des jours fériés', ZONES[0] as Zone, 'code du travail, L. 3133-1', (saisie) => zoneDe(saisie), { genre: 'choix', choix: ZONES.map((valeur) => ({ valeur, libelle: valeur })) }),
  fermetures: lu<readonly Jour[]>('Jours de fermeture, séparés par « ; »', [], 'vos ponts et fermetures locales', lisJours, { genre: 'texte', exemple: '02/01/2026;15/05/2026' }),
  report: ouiNon('Reporter la date limite au prochain jour ouvré', false, 'aucun texte ne le prévoit'),
  visibles: ouiNon('Lignes visibles seulement', false, 'filtre ; notre choix : les lignes masquées comptent'),
  du: lu<Jour | null>('Demandes reçues à partir du', null, 'filtre', lisJour, { genre: 'date' }),
  jusquau: lu<Jour | null>('Demandes reçues jusqu’au', null, 'filtre', lisJour, { genre: 'date' }),
  canal: lu<'courrier' | 'courriel' | null>('Canal : courrier, courriel ou tous', null, 'filtre', lisCanal, { genre: 'choix', choix: [{ valeur: 'tous', libelle: 'tous' }, { valeur: 'courrier', libelle: 'courrier' }, { valeur: 'courriel', libelle: 'courriel' }] }),
  service: texte('Service', 'filtre'),
  agent: texte('Agent', 'filtre'),
  theme: texte('Thème ou objet', 'filtre'),
  feuille: texte('Feuille à lire', 'votre correction'),
  entete: lu<number | null>('Ligne d’en-tête', null, 'votre correction', (saisie, clef) => entier('', 1, '', 1, LIGNES_MAX).lis(saisie, clef), { genre: 'entier', mini: 1, maxi: LIGNES_MAX }),
};

/** Les réglages tels qu'un formulaire les range. */
export const RUBRIQUES: readonly Rubrique[] = [
  { titre: 'Seuils et alertes', reglages: ['seuils', 'delaiParDefaut', 'seuilNonRepondu', 'alerteAvant', 'seuil14Strict'], retenue: true },
  { titre: 'Cibles', reglages: ['cibles', 'cibleNonRepondu'], retenue: true },
  { titre: 'Ce qui est compté', reglages: ['denominateur', 'unite', 'zone', 'fermetures', 'report'], retenue: true },
  { titre: 'Accusés de réception', reglages: ['arCourriel', 'arCourrier', 'arOuvres'], retenue: true },
  { titre: 'Feuille et en-tête', reglages: ['feuille', 'entete'], retenue: true },
  { titre: 'Filtres de cette fois', reglages: ['du', 'jusquau', 'canal', 'service', 'agent', 'theme', 'visibles'], retenue: false },
];

/** Ce qui choisit des demandes pour une fois ; le reste se retient dans le classeur. */
export const FILTRES: readonly string[] = RUBRIQUES.flatMap(({ retenue, reglages }) => (retenue ? [] : reglages));

export type ReglagesDemandes = Reglages<typeof REGLAGES>;

/** Une colonne désignée par la personne : « colonne.reception = D ». */
export const CLEF_COLONNE = /^colonne\.(.*)$/;

export const reglagesDe = (saisies: Saisies): ReglagesDemandes => lisReglages(REGLAGES, saisies, (clef) => CLEF_COLONNE.test(clef));
