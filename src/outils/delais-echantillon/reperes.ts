// Les réglages de la grille d'échantillonnage, chacun avec sa source.
import { erreur } from '../../socle/erreurs';
import { ZONES, zoneDe, type Zone } from '../../socle/feries';
import type { Jour } from '../../socle/jours';
import type { Rubrique } from '../../socle/outil';
import { choix, entier, lisReglages, lu, ouiNon, texte, type Reglages, type Saisies } from '../../socle/reglage';
import { lisJours } from '../../socle/reglage-jours';
import { MOINS_DE } from './seuil';

const DITP = 'boîte à outils DITP (2021), « Suivre la gestion des délais »';

/** Des périodes : début et fin, deux à deux. */
const lisPeriodes = (saisie: string, clef: string): readonly (readonly [Jour, Jour])[] => {
  const jours = lisJours(saisie, clef);
  const paires = jours.flatMap((jour, i): [Jour, Jour][] => (i % 2 === 0 ? [[jour, jours[i + 1] ?? -1]] : []));
  if (paires.some(([debut, fin]) => fin < debut)) throw erreur(`Le réglage « ${clef} » ne peut pas valoir « ${saisie} »`, 'Donnez le début et la fin de chaque période, par exemple « 15/06/2026;10/07/2026 »');
  return paires;
};

export const REGLAGES = {
  moinsDe: entier('Taux de réponse en moins de k jours', MOINS_DE, `« en moins de deux semaines », ${DITP} ; 15 : 14 jours au plus, 14 suit la maquette à la lettre`, 1),
  canalGrille: choix('Grille à préparer pour', ['courrier', 'courriel'], 'courrier', `une grille par canal, ${DITP}`, { courrier: 'les courriers', courriel: 'les courriels' }),
  anneeGrille: lu<number | null>('Année de la grille (vide : les douze mois écoulés)', null, 'votre choix', (saisi, clef) => entier('', 0, '', 1950, 2099).lis(saisi, clef), { genre: 'entier', mini: 1950, maxi: 2099 }),
  pics: lu<readonly (readonly [Jour, Jour])[]>('Périodes de pic, début et fin (la grille n’a alors que dix dates)', [], `« dates comprises dans vos périodes de pics d’activité », ${DITP}`, lisPeriodes, { genre: 'texte', exemple: '15/06/2026;10/07/2026' }),
  graine: entier('Graine du tirage : changez-la à chaque campagne', 1, 'un nombre à votre choix ; la même graine redonne le même tirage', 0, 2147483647),
  remplir: ouiNon('Remplir la grille depuis le registre du classeur', false, 'notre choix : vide, comme dans la boîte à outils'),
  zone: lu<Zone>('Zone des jours fériés', ZONES[0] as Zone, 'code du travail, L. 3133-1', (saisie) => zoneDe(saisie), { genre: 'choix', choix: ZONES.map((valeur) => ({ valeur, libelle: valeur })) }),
  fermetures: lu<readonly Jour[]>('Jours de fermeture, séparés par « ; »', [], 'vos ponts et fermetures locales', lisJours, { genre: 'texte', exemple: '02/01/2026;15/05/2026' }),
  feuille: texte('Feuille à lire', 'votre correction'),
};

export const RUBRIQUES: readonly Rubrique[] = [
  { titre: 'Lire la grille', reglages: ['moinsDe', 'feuille'], retenue: true },
  { titre: 'Préparer une grille', reglages: ['canalGrille', 'anneeGrille', 'pics', 'graine', 'remplir'], retenue: false },
  { titre: 'Jours tirés', reglages: ['zone', 'fermetures'], retenue: true },
];

export type ReglagesEchantillon = Reglages<typeof REGLAGES>;

export const reglagesDe = (saisies: Saisies): ReglagesEchantillon => lisReglages(REGLAGES, saisies);

/** Ce que le classeur doit retenir : tout, sauf ce qui ne sert qu'à préparer une grille. */
export const aRetenir = (saisies: Saisies): Saisies =>
  Object.fromEntries(Object.entries(saisies).filter(([clef, valeur]) => valeur.trim() !== '' && RUBRIQUES.some(({ reglages, retenue }) => retenue && reglages.includes(clef))));
