// Les jours ouvrés d'une zone : lundi à vendredi, ni fériés ni fermetures ; deux lectures dans une table par calcul.
import { erreur } from './erreurs';
import { feries, type Zone } from './feries';
import { dateFr } from './format';
import { civil, jourDe, jourSemaine, type Jour } from './jours';

export type Calendrier = {
  readonly estOuvre: (jour: Jour) => boolean;
  /** Jours ouvrés de ]debut, fin] : le jour de la réception ne compte pas (domaine §2.2). Négatif quand fin précède debut. */
  readonly ouvresEntre: (debut: Jour, fin: Jour) => number;
  /** Le n-ième jour ouvré après debut (avant, si n est négatif) ; n = 0 rend debut, même fermé. */
  readonly ajouteOuvres: (debut: Jour, n: number) => Jour;
  /** Le jour lui-même s'il est ouvré, sinon le premier jour ouvré qui suit. */
  readonly prochainOuvre: (jour: Jour) => Jour;
};

const PREMIERE_ANNEE = 1900;
const DERNIERE_ANNEE = 2199;
/** Le 31/12/1899, d'où se compte le premier jour de 1900, et le 31/12/2199. */
const PREMIER = 1;
const DERNIER = 109574;

/** Compte posé au premier jour rempli : assez haut pour que la table, qui s'étend aussi vers le passé, ne contienne jamais zéro. */
const COMPTE_INITIAL = 1 << 20;

const calendriers = new Map<Zone, Calendrier>();

const horsCalendrier = (jour: Jour): Error => {
  const annee = Number.isFinite(jour) ? civil(jour).annee : 0;
  const quoi = annee >= 1 && annee <= 9999 ? `Le ${dateFr(jour)} est hors du calendrier` : 'Ce jour est hors du calendrier';
  return erreur(`${quoi} des jours ouvrés`, `Donnez une date de ${PREMIERE_ANNEE} à ${DERNIERE_ANNEE}`);
};

const construis = (zone: Zone, fermetures: readonly Jour[]): Calendrier => {
  const fermes = new Set(fermetures);
  // Jours ouvrés comptés jusqu'à chaque jour compris ; 0 : année pas encore remplie. Seules les différences ont un sens.
  const cumul = new Int32Array(DERNIER - PREMIER + 1);
  let premiereRemplie = 0;
  let derniereRemplie = 0;

  const remplis = (annee: number): void => {
    for (const jour of feries(annee, zone)) fermes.add(jour);
    const veille = jourDe(annee, 1, 1) - 1;
    const fin = jourDe(annee + 1, 1, 1) - 1;
    const vaut = (jour: Jour): number => (jourSemaine(jour) <= 5 && !fermes.has(jour) ? 1 : 0);
    const connu = cumul[fin - PREMIER] as number;
    if (connu > 0) {
      // L'année suivante est remplie : on compte en reculant depuis sa veille.
      for (let jour = fin, total = connu; jour > veille; jour--) cumul[jour - 1 - PREMIER] = total -= vaut(jour);
      return;
    }
    let total = cumul[veille - PREMIER] || COMPTE_INITIAL;
    cumul[veille - PREMIER] = total;
    for (let jour = veille + 1; jour <= fin; jour++) cumul[jour - PREMIER] = total += vaut(jour);
  };

  /** Chemin lent : un jour d'une année jamais lue, un jour de série avec son heure, ou un jour hors du calendrier. */
  const jusquaEnRemplissant = (jour: Jour): number => {
    const entier = Math.floor(jour);
    if (!(entier >= PREMIER && entier <= DERNIER)) throw horsCalendrier(entier);
    const annee = Math.max(civil(entier).annee, PREMIERE_ANNEE);
    if (premiereRemplie === 0) premiereRemplie = (derniereRemplie = annee) + 1;
    while (annee < premiereRemplie) remplis(--premiereRemplie);
    while (annee > derniereRemplie) remplis(++derniereRemplie);
    return cumul[entier - PREMIER] as number;
  };

  /** Jours ouvrés jusqu'à la fin de ce jour. */
  const jusqua = (jour: Jour): number => cumul[jour - PREMIER] || jusquaEnRemplissant(jour);

  const estOuvre = (jour: Jour): boolean => jusqua(jour) !== jusqua(jour - 1);

  const ajouteOuvres = (depart: Jour, n: number): Jour => {
    if (!Number.isInteger(n)) throw erreur('Le nombre de jours ouvrés à compter doit être un nombre entier', 'Écrivez par exemple 10');
    // Il faut au moins autant de jours qu'il reste de jours ouvrés à compter : on saute d'autant, et le dernier saut tombe juste.
    let jour = Math.floor(depart);
    for (let reste = n; reste > 0; ) {
      const suivant = jour + reste;
      reste -= jusqua(suivant) - jusqua(jour);
      jour = suivant;
    }
    // Vers le passé le jour de départ ne compte pas non plus : les jours comptés sont ceux de [jour, depart[.
    for (let reste = -n; reste > 0; ) {
      const suivant = jour - reste;
      reste -= jusqua(jour - 1) - jusqua(suivant - 1);
      jour = suivant;
    }
    return jour;
  };

  return {
    estOuvre,
    ouvresEntre: (depart, arrivee) => jusqua(arrivee) - jusqua(depart),
    ajouteOuvres,
    prochainOuvre: (jour) => {
      let candidat = Math.floor(jour);
      while (!estOuvre(candidat)) candidat++;
      return candidat;
    },
  };
};

/**
 * Le calendrier d'une zone, de 1900 à 2199. Sans fermetures, le même objet est rendu à chaque appel (sa table se remplit une fois).
 * @throws ErreurClasseur (par les fonctions rendues) pour un jour hors de ces années
 */
export const calendrier = (zone: Zone, fermetures: readonly Jour[]): Calendrier => {
  if (fermetures.length > 0) return construis(zone, fermetures);
  const connu = calendriers.get(zone);
  if (connu) return connu;
  const nouveau = construis(zone, fermetures);
  calendriers.set(zone, nouveau);
  return nouveau;
};
