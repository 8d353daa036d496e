// Le fichier d'une consolidation, colonne par colonne (docs/consolidation.md) : il s'ouvre d'un double clic dans un Excel français, et DuckDB le lit.
import { closeSync, openSync, readSync } from 'node:fs';
import { dsvFormat } from 'd3-dsv';
import { texteProtege, versCellule } from '../../socle/ecriture/cellule-sure';
import type { Indicateur } from '../../socle/outil';
import { texteNet } from './nom-montre';
import type { Absent, Site } from './site';
import { repartitionDe, type Total } from './totaux';

const COLONNES = [
  'niveau', 'fichier', 'feuille', 'outil', 'indicateur', 'libelle', 'canal', 'numerateur', 'denominateur', 'valeur', 'unite',
  'du', 'au', 'filtres', 'classeurs', 'definition', 'repartition', 'remarque',
] as const;

type Rangee = Partial<Record<(typeof COLONNES)[number], string | number | null>> & { readonly repartition?: string | null };

const champ = (valeur: string | number | null | undefined): string => {
  const sure = versCellule(typeof valeur === 'string' ? texteNet(valeur) : (valeur ?? null));
  if (typeof sure === 'string') return texteProtege(sure);
  return sure === null ? '' : String(sure).replace('.', ',');
};

/** La répartition est de nous, et ne se coupe pas : sans sa fin, elle ne se lirait plus. */
const ligne = (rangee: Rangee): string => `${dsvFormat(';').formatRow(COLONNES.map((colonne) => (colonne === 'repartition' ? (rangee.repartition ?? '') : champ(rangee[colonne]))))}\r\n`;

/** La marque d'ordre des octets dit à Excel que le texte est en UTF-8. */
export const ENTETE = `\ufeff${COLONNES.join(';')}\r\n`;

/** « {0=12, 3=5} » : douze délais de 0 jour, cinq de 3. C'est l'écriture d'une table (MAP) dans DuckDB. */
const repartie = (comptes: Int32Array): string => `{${[...comptes].flatMap((nombre, delai) => (nombre === 0 ? [] : `${delai}=${nombre}`)).join(', ')}}`;

const rangeeDe = ({ outil, id, libelle, canal, numerateur, denominateur, valeur, unite, periode, filtres, definition }: Indicateur, comptes: Int32Array | null): Rangee =>
  ({ outil, indicateur: id, libelle, canal, numerateur, denominateur, valeur, unite, du: periode.du, au: periode.au, filtres, definition, repartition: comptes && repartie(comptes) });

export const lignesDeSite = ({ fichier, indicateurs, repartitions }: Site): string =>
  indicateurs.map((i) => ligne({ niveau: 'site', fichier, feuille: i.feuille, ...rangeeDe(i, repartitionDe(i, repartitions)?.comptes ?? null), classeurs: 1 })).join('');

export const ligneDAbsent = ({ fichier, raison, illisible }: Absent): string => ligne({ niveau: illisible ? 'illisible' : 'sans-donnees', fichier, remarque: raison });

export const lignesDeTotaux = (totaux: readonly Total[]): string =>
  totaux.map((total) => ligne({ niveau: 'total', ...rangeeDe(total, total.comptes), classeurs: total.classeurs })).join('');

/** Vrai pour un fichier que « consolider » a écrit : il n'est pas le registre d'un site, et lui seul peut être remplacé. */
export const estConsolidation = (chemin: string): boolean => {
  const debut = Buffer.alloc(Buffer.byteLength(ENTETE));
  try {
    const fichier = openSync(chemin, 'r');
    try {
      return readSync(fichier, debut, 0, debut.length, 0) === debut.length && debut.toString('utf8') === ENTETE;
    } finally {
      closeSync(fichier);
    }
  } catch {
    // Absent ou interdit : l'ouverture qui suit dira pourquoi.
    return false;
  }
};
