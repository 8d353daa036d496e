// Lit les lignes des registres, par tranches et seulement les colonnes utiles ; écarte ce qui n'est pas une demande.
import { estVide, type Cellule, type Plage, type Zone } from '../../socle/cellule';
import { dsv } from '../../socle/csv-colle';
import { lecteurDeDates, ordreCommun, type ColonneDates } from '../../socle/dates-colonne';
import { lisDateTexte } from '../../socle/dates-texte';
import { civil } from '../../socle/jours';
import type { Releve } from '../../socle/classeur';
import { lis, progression, type Suite } from '../../socle/suite';
import { motsDe } from '../../socle/tableau/colonne-voulue';
import { estLibelleDeTotal, estSeparateur } from '../../socle/tableau/lignes';
import type { ClefColonne } from './colonnes';
import { motDAccuse, motDeReponse } from './mots';
import type { Registre } from './reconnaissance';

/** Lignes lues par appel à l'hôte : assez pour ne pas multiplier les allers-retours, assez peu pour montrer l'avancement. */
const TRANCHE = 50_000;

/** Lignes traitées entre deux signes d'avancement : une page qui les montre respire alors, et « Annuler » y répond. */
export const RESPIRATION = 5_000;

/** Les colonnes qui servent au calcul ; les autres ne sont jamais lues. */
const UTILES: readonly ClefColonne[] = ['identifiant', 'expediteur', 'canal', 'objet', 'theme', 'reception', 'accuse', 'delai', 'reponse', 'service', 'agent'];

export type Colonnes = {
  readonly taille: number;
  readonly reception: ColonneDates;
  readonly accuse: ColonneDates;
  readonly reponse: ColonneDates;
  /** Les valeurs brutes des autres colonnes ; absentes quand le registre ne les a pas. */
  readonly valeurs: Readonly<Partial<Record<ClefColonne, readonly Cellule[]>>>;
  readonly lignes: Int32Array;
  readonly masquees: number;
  /** Vrai pour les lignes masquées. */
  readonly estMasquee: Uint8Array;
};

type Place = { readonly zone: number; readonly decalage: number };

/** Regroupe les colonnes voisines : un bloc par suite de colonnes, rien de plus que l'utile. */
const blocs = (colonnes: readonly number[]): { premiere: number; nombre: number }[] => {
  const suites: { premiere: number; nombre: number }[] = [];
  for (const colonne of [...new Set(colonnes)].sort((a, b) => a - b)) {
    const derniere = suites[suites.length - 1];
    if (derniere && derniere.premiere + derniere.nombre === colonne) derniere.nombre++;
    else suites.push({ premiere: colonne, nombre: 1 });
  }
  return suites;
};

type Acces = (clef: ClefColonne) => Cellule;

const texteDe = (valeur: Cellule): string => (typeof valeur === 'string' ? valeur.trim() : '');

const estDate = (valeur: Cellule): boolean => (typeof valeur === 'number' ? valeur > 366 : typeof valeur === 'string' && lisDateTexte(valeur) > 0);

/** Une ligne qui répète l'en-tête, ou qui en donne le format (« jj/mm/aaaa »). */
const repeteEntete = (reception: Cellule, titre: string): boolean => {
  const saisi = texteDe(reception);
  return saisi !== '' && (/^\(?jj?[/.-]mm?[/.-]aa/i.test(saisi) || (!/\d/.test(saisi) && motsDe(saisi).join(' ') === motsDe(titre.split(' / ').pop() ?? '').join(' ') && motsDe(saisi).length > 0));
};

/** Une demande, ou une ligne de décor : vide, total, séparateur de mois, en-tête répété, numéro d'avance, note (domaine.md §8 cas 11). */
const estUneDemande = (acces: Acces, premiereColonne: Cellule, presentes: readonly ClefColonne[], titreReception: string): boolean => {
  const reception = acces('reception');
  const seule = presentes.length >= 4 && typeof reception === 'number' && civil(reception).jour === 1;
  if (estDate(reception) && !seule) return true;
  const remplies = presentes.filter((clef) => texteDe(acces(clef)) !== '' || (!estVide(acces(clef)) && typeof acces(clef) !== 'string'));
  if (remplies.length === 0) return false;
  // « mars 2026 » en vraie date, sans rien d'autre, dans un registre qui a d'autres colonnes : le titre d'un mois.
  if (estDate(reception)) return remplies.length > 1;
  const libelle = texteDe(premiereColonne) || texteDe(acces(remplies[0] as ClefColonne));
  if (repeteEntete(reception, titreReception)) return false;
  const datee = estDate(acces('reponse')) || estDate(acces('accuse'));
  // « Total Énergies » est une personne si sa ligne porte une date.
  if (estLibelleDeTotal(libelle) && !datee) return false;
  if (estSeparateur(libelle) && !datee && remplies.length <= 2) return false;
  if (!estVide(reception) && texteDe(reception) === '' && typeof reception === 'string') return datee;
  if (remplies.length === 1 && remplies[0] !== 'reception') return datee;
  return !estVide(reception) || !estVide(acces('identifiant')) || datee;
};

/** Lit toutes les lignes de données d'un registre. @param visibles vrai quand les lignes masquées seront écartées : il faut alors les connaître */
export function* lisRegistre(registre: Registre, fait: number, total: number, visibles = false): Suite<Colonnes> {
  const { feuille, entete, separateur } = registre;
  const presentes = UTILES.filter((clef) => registre.colonnes[clef] !== undefined);
  const reference = separateur === null ? Math.max(1, entete.titres.findIndex((titre) => titre !== '') + 1) : 1;
  const suites = separateur === null ? blocs([...presentes.map((clef) => registre.colonnes[clef] as number), reference]) : [{ premiere: 1, nombre: 1 }];
  const places = new Map<ClefColonne, Place>(presentes.map((clef) => {
    const colonne = registre.colonnes[clef] as number;
    const zone = separateur === null ? suites.findIndex(({ premiere, nombre }) => colonne >= premiere && colonne < premiere + nombre) : 0;
    return [clef, { zone, decalage: separateur === null ? colonne - (suites[zone]?.premiere ?? 0) : colonne - 1 }];
  }));
  const zoneReference = suites.findIndex(({ premiere, nombre }) => reference >= premiere && reference < premiere + nombre);
  const titreReception = entete.titres[(registre.colonnes.reception ?? 1) - 1] ?? '';

  const capacite = Math.max(0, feuille.lignes - entete.ligne);
  const dates = { reception: lecteurDeDates(capacite), accuse: lecteurDeDates(capacite, motDAccuse), reponse: lecteurDeDates(capacite, motDeReponse) };
  const autres = presentes.filter((clef) => clef !== 'reception' && clef !== 'accuse' && clef !== 'reponse');
  const valeurs: Partial<Record<ClefColonne, Cellule[]>> = Object.fromEntries(autres.map((clef) => [clef, []]));
  const lignes = new Int32Array(capacite);
  const estMasquee = new Uint8Array(capacite);
  let taille = 0;
  let masquees = 0;
  let lignesMasquees: ReadonlySet<number> = new Set();

  for (let debut = entete.ligne + 1; debut <= feuille.lignes; debut += TRANCHE) {
    const nombre = Math.min(TRANCHE, feuille.lignes - debut + 1);
    yield* progression(fait + debut, total, `Lecture de la feuille « ${feuille.nom} »`);
    const zones: Zone[] = suites.map(({ premiere, nombre: largeur }) => ({ feuille: feuille.nom, ligne: debut, colonne: premiere, lignes: nombre, colonnes: largeur }));
    const releve: Releve = yield* lis({ zones, masquees: debut === entete.ligne + 1 ? [feuille.nom] : [], masqueesDues: visibles });
    lignesMasquees = releve.masquees[0] ?? lignesMasquees;
    const plages: readonly Plage[] = separateur === null ? releve.plages : [(releve.plages[0] ?? []).map((ligne) => dsv(separateur, ligne[0]))];
    for (let i = 0; i < nombre; i++) {
      if (i > 0 && i % RESPIRATION === 0) yield* progression(fait + debut + i, total, `Lecture de la feuille « ${feuille.nom} »`);
      const acces: Acces = (clef) => {
        const place = places.get(clef);
        return place === undefined ? null : (plages[place.zone]?.[i]?.[place.decalage] ?? null);
      };
      if (!estUneDemande(acces, plages[zoneReference]?.[i]?.[reference - (suites[zoneReference]?.premiere ?? 1)] ?? null, presentes, titreReception)) continue;
      dates.reception.ajoute(acces('reception'));
      dates.accuse.ajoute(acces('accuse'));
      dates.reponse.ajoute(acces('reponse'));
      for (const clef of autres) valeurs[clef]?.push(acces(clef));
      lignes[taille] = debut + i;
      if (lignesMasquees.has(debut + i)) {
        estMasquee[taille] = 1;
        masquees++;
      }
      taille++;
    }
  }
  const ordre = ordreCommun([dates.reception, dates.accuse, dates.reponse]);
  const reception = dates.reception.termine(ordre);
  return {
    taille,
    reception,
    accuse: dates.accuse.termine(ordre, reception.jours),
    reponse: dates.reponse.termine(ordre, reception.jours),
    valeurs,
    lignes: lignes.subarray(0, taille),
    masquees,
    estMasquee: estMasquee.subarray(0, taille),
  };
}
