// Avant d'écrire : ce qu'il faut savoir du classeur et que le lot ne dit pas. Le plus souvent rien, et il n'y a pas d'envoi de plus.
import { MARQUE } from '../src/fichier/xlsx-memoire';
import type { Cellule, Zone } from '../src/socle/cellule';
import type { Modification } from '../src/socle/classeur';
import { trouveCommentaires } from './annexes';
import type { Connu } from './connu';
import { demandeMemoire, demandeOnglets, retiensMemoire, retiensOnglets } from './inventaire';
import { contient, plageDe } from './zones';

type Ecriture = Extract<Modification, { genre: 'ecrire' }>;

export type Prepare = {
  /** Les formats de nombre en place sous une écriture ; absents quand le lot les efface d'abord. */
  readonly formats: ReadonlyMap<Ecriture, readonly (readonly string[])[]>;
  /** Le texte de chaque titre de série. */
  readonly titres: ReadonlyMap<Zone, string>;
  readonly noms: ReadonlySet<string>;
  readonly marques: ReadonlySet<string>;
  /** Tous les commentaires du classeur, quand le lot en retire. */
  readonly commentaires: Awaited<ReturnType<typeof trouveCommentaires>>;
};

export const zoneDe = ({ feuille, ligne, colonne, valeurs }: Ecriture): Zone => ({ feuille, ligne, colonne, lignes: valeurs.length, colonnes: Math.max(0, ...valeurs.map((rangee) => rangee.length)) });

/** Le format en place compte quand un nombre s'écrit là où rien ne dit que le lot l'a effacé : sous « @ » il deviendrait un texte. */
const surFormatInconnu = (lot: readonly Modification[], rang: number, ecriture: Ecriture): boolean => {
  const zone = zoneDe(ecriture);
  if (!ecriture.valeurs.some((rangee) => rangee.some((valeur) => typeof valeur === 'number' || typeof valeur === 'boolean'))) return false;
  return !lot.slice(0, rang).some((m) => (m.genre === 'vider' && contient(m.zone, zone)) || (m.genre === 'creer-feuille' && m.feuille === zone.feuille));
};

const croise = (a: Zone, b: Zone): boolean => a.feuille === b.feuille && a.ligne < b.ligne + b.lignes && b.ligne < a.ligne + a.lignes && a.colonne < b.colonne + b.colonnes && b.colonne < a.colonne + a.colonnes;

/** Dit, pour une case d'une écriture, si le même lot vient de lui donner le format « @ » : un texte écrit, ou un style. */
export const misEnTexte = (lot: readonly Modification[], ecriture: Ecriture): ((ligne: number, colonne: number) => boolean) => {
  const zone = zoneDe(ecriture);
  const avant = lot.slice(0, lot.indexOf(ecriture)).flatMap((m): { readonly zone: Zone; readonly texte: (ligne: number, colonne: number) => boolean | null }[] => {
    if (m.genre === 'vider') return [{ zone: m.zone, texte: () => false }];
    if (m.genre === 'styler' && m.style.format !== undefined) return [{ zone: m.zone, texte: () => m.style.format === 'texte' }];
    if (m.genre !== 'ecrire') return [];
    return [{ zone: zoneDe(m), texte: (ligne, colonne) => {
      const valeur = m.valeurs[ligne - m.ligne]?.[colonne - m.colonne];
      return valeur === undefined || valeur === null ? null : typeof valeur === 'string';
    } }];
  }).filter((autre) => croise(autre.zone, zone)).reverse();
  return (ligne, colonne) => {
    const case_ = { feuille: zone.feuille, ligne, colonne, lignes: 1, colonnes: 1 };
    for (const autre of avant) {
      const texte = croise(autre.zone, case_) ? autre.texte(ligne, colonne) : null;
      if (texte !== null) return texte;
    }
    return false;
  };
};

/** Le titre d'une série, s'il est écrit dans le même lot. */
const ecritDansLeLot = (lot: readonly Modification[], zone: Zone): Cellule | undefined => {
  let trouve: Cellule | undefined;
  for (const m of lot) {
    if (m.genre === 'ecrire' && contient(zoneDe(m), zone)) trouve = m.valeurs[zone.ligne - m.ligne]?.[zone.colonne - m.colonne] ?? null;
  }
  return trouve;
};

export const prepare = async (context: Excel.RequestContext, connu: Connu, lot: readonly Modification[]): Promise<Prepare> => {
  const { workbook } = context;
  const creees = new Set(lot.flatMap((m) => (m.genre === 'creer-feuille' ? [m.feuille] : [])));
  const feuille = (nom: string): Excel.Worksheet => workbook.worksheets.getItem(nom);
  const formats = lot.flatMap((m, rang) => (m.genre === 'ecrire' && m.valeurs.length > 0 && surFormatInconnu(lot, rang, m) ? [{ m, plage: plageDe(feuille(m.feuille), zoneDe(m)).load('numberFormat') }] : []));
  const dessins = lot.flatMap((m) => (m.genre === 'dessiner' ? [m.graphique] : []));
  const zonesDeTitre = dessins.flatMap(({ genre, series }) => (genre === 'evolution' ? series.map(({ titre }) => titre) : []));
  const aLire = zonesDeTitre.filter((zone) => ecritDansLeLot(lot, zone) === undefined).map((zone) => ({ zone, plage: plageDe(feuille(zone.feuille), zone).load('values') }));
  const surFeuilles = [...new Set(dessins.map(({ place }) => place.feuille))].filter((nom) => !creees.has(nom) && !connu.graphiques.has(nom));
  const graphiques = surFeuilles.map((nom) => ({ nom, collection: feuille(nom).charts.load('items/name') }));
  const nommes = lot.flatMap((m) => (m.genre === 'nommer' ? [{ nom: m.nom, objet: workbook.names.getItemOrNullObject(m.nom).load('name') }] : []));
  const demarques = lot.flatMap((m) => (m.genre === 'marquer' && m.marque === null && !creees.has(m.feuille) ? [{ nom: m.feuille, objet: feuille(m.feuille).customProperties.getItemOrNullObject(MARQUE).load('value') }] : []));
  const memorise = connu.parties === null && lot.some((m) => m.genre === 'memoriser');
  const date1904 = connu.date1904 === null && lot.some((m) => m.genre === 'ecrire');
  const onglets = memorise || date1904 ? demandeOnglets(context, connu) : null;
  if ([formats, aLire, graphiques, nommes, demarques].some((demande) => demande.length > 0) || onglets !== null) await context.sync();
  if (onglets !== null) {
    retiensOnglets(onglets, connu);
    // Des parties qui n'ont pas été lues restent inconnues.
    if (!memorise) connu.parties = null;
    else if (connu.parties !== null && connu.parties.size > 0) {
      const memoire = demandeMemoire(workbook, connu);
      await context.sync();
      retiensMemoire(memoire, connu);
    }
  }
  const commentaires = lot.some((m) => m.genre === 'retirer-commentaires') ? await trouveCommentaires(context) : [];
  for (const { nom, collection } of graphiques) connu.graphiques.set(nom, collection.items.map(({ name }) => name));
  const lus = new Map(aLire.map(({ zone, plage }) => [zone, (plage.values as Cellule[][])[0]?.[0] ?? '']));
  return {
    commentaires,
    formats: new Map(formats.map(({ m, plage }) => [m, plage.numberFormat as string[][]])),
    titres: new Map(zonesDeTitre.map((zone) => [zone, String(ecritDansLeLot(lot, zone) ?? lus.get(zone) ?? '')])),
    noms: new Set(nommes.flatMap(({ nom, objet }) => (objet.isNullObject ? [] : [nom]))),
    marques: new Set(demarques.flatMap(({ nom, objet }) => (objet.isNullObject ? [] : [nom]))),
  };
};
