// Les tableaux Excel d'une feuille (xl/tables) : les lire, et étendre l'un d'eux aux lignes écrites dessous.
import type { Zone } from '../socle/cellule';
import type { Tableau } from '../socle/classeur';
import { erreur } from '../socle/erreurs';
import { attributs, enfant, poseAttributs, racine } from './xml';
import { bornesDe } from './xlsx-cellules';
import { reference } from './xlsx-noms';
import type { Paquet } from './xlsx-paquet';

const parties = (paquet: Paquet, feuille: string): string[] => paquet.liens(feuille).filter(({ type, cible, externe }) => type === 'table' && !externe && paquet.existe(cible)).map(({ cible }) => cible);

const lis = (paquet: Paquet, partie: string): Tableau | null => {
  const xml = paquet.texte(partie);
  const { ref = '', displayName, name, totalsRowCount, headerRowCount } = attributs(xml, racine(xml));
  const bornes = bornesDe(ref);
  // Sans ligne d'en-tête, un tableau n'a pas de titres : ce n'est pas une liste.
  if (bornes === null || headerRowCount === '0') return null;
  return { nom: displayName ?? name ?? '', ligne: bornes.haut, colonne: bornes.gauche, lignes: bornes.bas - bornes.haut + 1, colonnes: bornes.droite - bornes.gauche + 1, total: Number(totalsRowCount ?? 0) > 0 };
};

export const lisTableaux = (paquet: Paquet, feuille: string): Tableau[] => parties(paquet, feuille).flatMap((partie) => lis(paquet, partie) ?? []);

/** @throws ErreurClasseur quand la feuille n'a pas ce tableau, ou qu'il a une ligne de total */
export const redimensionne = (paquet: Paquet, feuille: string, nom: string, zone: Zone): void => {
  const partie = parties(paquet, feuille).find((candidate) => lis(paquet, candidate)?.nom === nom);
  const tableau = partie === undefined ? null : lis(paquet, partie);
  if (partie === undefined || tableau === null) throw erreur(`La feuille « ${zone.feuille} » n’a pas de tableau « ${nom} »`, 'Désignez de nouveau la liste');
  if (tableau.total) throw erreur(`Le tableau « ${nom} » a une ligne de total`, 'Ôtez-la dans votre tableur, puis recommencez');
  if (zone.ligne !== tableau.ligne || zone.colonne !== tableau.colonne || zone.colonnes !== tableau.colonnes || zone.lignes < 2) throw erreur(`Le tableau « ${nom} » ne peut que changer de hauteur`, 'Désignez de nouveau la liste');
  const ref = reference(zone);
  const xml = poseAttributs(paquet.texte(partie), racine(paquet.texte(partie)), { ref });
  const filtre = enfant(xml, racine(xml), 'autoFilter');
  paquet.pose(partie, filtre ? poseAttributs(xml, filtre, { ref }) : xml);
};
