// Une plage vue du fil : ce qu'Excel rend, et ce qu'il fait de ce qu'on y pose. Un texte s'interprète, une Date n'a rien à faire ici.
import { clef, croise, dedans, type FeuilleMemoire } from '../classeur-memoire';
import { interprete } from '../interprete';
import { lettres, type Cellule } from '../../../src/socle/cellule';
import type { FormatNombre, Style } from '../../../src/socle/classeur';
import { retiensZone, zoneDeRange, type FeuilleDuFil } from './acces';
import { utilisee, type Etendue } from './feuille';
import { conditions, format, validation } from './habits';
import { ErreurHote, invalide, nonModelise, type Objet } from './objet';

/** Au-delà, Excel rend null sans erreur (documentation : limites de ressources). */
const CELLULES_MAX = 5_000_000;
/** Au-delà, Excel ne sait plus dire les cellules fusionnées d'une plage (référence de getMergedAreasOrNullObject). */
const FUSIONS_MAX = 512;
const TEXTE_MAX = 32_767;
/** Les codes que l'adaptateur a le droit de poser ; un autre n'est pas modélisé. */
const CODES: Readonly<Record<string, FormatNombre | null>> = { General: null, '@': 'texte', '#,##0': 'entier', '#,##0.0': 'decimal', 'dd/mm/yyyy': 'date', '0.0"\u00a0"%': 'pourcent' };
const codeDe = (format: FormatNombre | undefined): string => Object.keys(CODES).find((code) => CODES[code] === (format ?? null))!;

/** Ce qu'Excel garde d'une valeur du fil. */
const garde = (v: unknown, style: Style): Cellule => {
  if (typeof v === 'number' || typeof v === 'boolean') return style.format === 'texte' ? String(v) : v;
  if (typeof v !== 'string') throw invalide('valeur');
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(v)) throw new ErreurHote('DateSurLeFil', `une Date est partie en texte : ${v}`);
  if (v.length > TEXTE_MAX + 1) throw invalide('texte trop long');
  return interprete(v, style.format === 'texte');
};

const pose = (f: FeuilleMemoire, k: number, v: Cellule, s: Style): void => {
  if (v === null && Object.keys(s).length === 0) f.cases.delete(k);
  else f.cases.set(k, { v, s });
};

/** Une écriture ou un effacement qui ne touche qu'une partie d'une fusion : Excel peut refuser, nous ne nous fions pas au contraire. */
const exigeFusionsEntieres = (f: FeuilleMemoire, zone: Etendue, saufPremiere: boolean): void => {
  for (const fusion of f.fusions) {
    const premiere = dedans({ ligne: fusion.ligne, colonne: fusion.colonne, lignes: 1, colonnes: 1 }, zone);
    if (croise(fusion, zone) && !dedans(fusion, zone) && !(saufPremiere && premiere)) throw new ErreurHote('MergedRangeConflict');
  }
};

const chaque = (zone: Etendue, geste: (k: number, i: number, j: number) => void): void => {
  for (let i = 0; i < zone.lignes; i++) for (let j = 0; j < zone.colonnes; j++) geste(clef(zone.ligne + i, zone.colonne + j), i, j);
};
const grille = <T>(zone: Etendue, valeur: (k: number) => T): T[][] | null =>
  zone.lignes * zone.colonnes > CELLULES_MAX ? null : Array.from({ length: zone.lignes }, (_, i) => Array.from({ length: zone.colonnes }, (__, j) => valeur(clef(zone.ligne + i, zone.colonne + j))));

/** Une matrice à la taille de la plage, ou une valeur seule qui vaut pour toutes ses cellules. */
const matrice = (valeur: unknown, { lignes, colonnes }: Etendue): ((i: number, j: number) => unknown) => {
  if (!Array.isArray(valeur)) return () => valeur;
  const rangees = valeur as unknown[][];
  if (rangees.length !== lignes || rangees.some((rangee) => !Array.isArray(rangee) || rangee.length !== colonnes)) throw invalide('la matrice n’a pas la taille de la plage');
  return (i, j) => rangees[i]![j];
};

/** Ce qu'Excel accepte d'un programme : la forme anglaise, quelle que soit sa langue ; des points-virgules y sont refusés. */
const formuleAnglaise = (v: unknown): string => {
  if (typeof v !== 'string' || !v.startsWith('=')) throw nonModelise('une formule qui ne commence pas par « = »');
  if (v.replace(/"[^"]*"|'[^']*'/g, '').includes(';')) throw invalide(v);
  return v;
};

const typeDe = (v: Cellule): string => (v === null || v === '' ? 'Empty' : typeof v === 'number' ? 'Double' : typeof v === 'boolean' ? 'Boolean' : v.startsWith('#') ? 'Error' : 'String');

const adresse = (f: FeuilleMemoire, { ligne, colonne, lignes, colonnes }: Etendue): string => `'${f.nom.replace(/'/g, "''")}'!${lettres(colonne)}${ligne}:${lettres(colonne + colonnes - 1)}${ligne + lignes - 1}`;

/** Les suites de lignes visibles, chacune une zone. */
const visibles = (f: FeuilleMemoire, zone: Etendue): Etendue[] => {
  const suites: { ligne: number; lignes: number }[] = [];
  for (let ligne = zone.ligne; ligne < zone.ligne + zone.lignes; ligne++) {
    if (f.lignesMasquees.has(ligne)) continue;
    const derniere = suites.at(-1);
    if (derniere && derniere.ligne + derniere.lignes === ligne) derniere.lignes++;
    else suites.push({ ligne, lignes: 1 });
  }
  return suites.map((suite) => ({ ...suite, colonne: zone.colonne, colonnes: zone.colonnes }));
};

export const plage = (acces: FeuilleDuFil, zone: Etendue): Objet => {
  const sous = (ligne: number, colonne: number, lignes: number, colonnes: number): Objet => plage(acces, { ligne: zone.ligne + ligne, colonne: zone.colonne + colonne, lignes, colonnes });
  const objet: Objet = {
    classe: 'Range',
    lis: {
      Values: () => {
        const { cases } = acces.lis();
        return grille(zone, (k) => cases.get(k)?.v ?? '');
      },
      ValueTypes: () => {
        const { cases } = acces.lis();
        return grille(zone, (k) => typeDe(cases.get(k)?.v ?? null));
      },
      NumberFormat: () => {
        const { cases } = acces.lis();
        return grille(zone, (k) => codeDe(cases.get(k)?.s.format));
      },
      Formulas: () => {
        const { cases, formules } = acces.lis();
        return grille(zone, (k) => (formules.has(k) ? '=FORMULE()' : (cases.get(k)?.v ?? '')));
      },
      Address: () => adresse(acces.lis(), zone).replace(/:.*/, ''),
      RowIndex: () => zone.ligne - 1, ColumnIndex: () => zone.colonne - 1, RowCount: () => zone.lignes, ColumnCount: () => zone.colonnes,
      RowHidden: () => {
        const { lignesMasquees } = acces.lis();
        const masquees = Array.from({ length: lignesMasquees.size === 0 ? 0 : zone.lignes }, (_, i) => lignesMasquees.has(zone.ligne + i)).filter(Boolean).length;
        return masquees === 0 ? false : masquees === zone.lignes ? true : null;
      },
    },
    ecris: {
      // Une formule n'est pas calculée ici : la case garde son texte.
      Formulas: (valeur: unknown) => {
        const lis = matrice(valeur, zone);
        const f = acces.ecris();
        chaque(zone, (k, i, j) => f.cases.set(k, { v: formuleAnglaise(lis(i, j)), s: f.cases.get(k)?.s ?? {} }));
      },
      Values: (valeur: unknown) => {
        const lis = matrice(valeur, zone);
        const f = acces.ecris();
        exigeFusionsEntieres(f, zone, true);
        chaque(zone, (k, i, j) => {
          const v = lis(i, j);
          const s = f.cases.get(k)?.s ?? {};
          if (v !== null) pose(f, k, v === '' ? null : garde(v, s), s);
        });
      },
      NumberFormat: (valeur: unknown) => {
        const lis = matrice(valeur, zone);
        const f = acces.ecris();
        chaque(zone, (k, i, j) => {
          const code = lis(i, j);
          if (code === null) return;
          if (typeof code !== 'string' || !(code in CODES)) throw nonModelise(`format ${String(code)}`);
          const { format: avant, ...reste } = f.cases.get(k)?.s ?? {};
          const voulu = CODES[code];
          if ((voulu ?? undefined) !== avant) pose(f, k, f.cases.get(k)?.v ?? null, voulu ? { ...reste, format: voulu } : reste);
        });
      },
    },
    mene: { Format: () => format(acces, zone), DataValidation: () => validation(acces, zone), ConditionalFormats: () => conditions(acces, zone) },
    appelle: {
      GetUsedRangeOrNullObject: (valeursSeules: boolean) => {
        if (valeursSeules !== true) throw nonModelise('étendue utilisée, formats compris');
        const etendue = utilisee(acces.lis(), zone);
        return etendue && plage(acces, etendue);
      },
      GetSpecialCellsOrNullObject: (genre: string) => {
        if (genre !== 'Visible') throw nonModelise(`cellules ${genre}`);
        const suites = visibles(acces.lis(), zone);
        return suites.length === 0 ? null : { classe: 'RangeAreas', lis: { Address: () => suites.map((suite) => adresse(acces.lis(), suite)).join(',') } };
      },
      GetMergedAreasOrNullObject: () => {
        const fusions = acces.lis().fusions.filter((fusion) => croise(fusion, zone));
        if (fusions.length > FUSIONS_MAX) throw new ErreurHote('GeneralException', 'trop de fusions');
        return fusions.length === 0 ? null : { classe: 'RangeAreas', lis: { Address: () => fusions.map((fusion) => adresse(acces.lis(), fusion)).join(',') } };
      },
      Clear: (quoi: string) => {
        if (quoi !== 'All') throw nonModelise(`effacer ${quoi}`);
        const f = acces.ecris();
        exigeFusionsEntieres(f, zone, false);
        if (zone.lignes * zone.colonnes < 50_000) chaque(zone, (k) => f.cases.delete(k));
        else for (const k of [...f.cases.keys()]) if (dedans({ ligne: Math.floor(k / 16_384), colonne: (k % 16_384) + 1, lignes: 1, colonnes: 1 }, zone)) f.cases.delete(k);
      },
      Unmerge: () => {
        const f = acces.ecris();
        f.fusions = f.fusions.filter((fusion) => !croise(fusion, zone));
      },
      Merge: (parLigne: boolean) => {
        if (parLigne !== false) throw nonModelise('fusion par ligne');
        const f = acces.ecris();
        f.fusions = [...f.fusions.filter((fusion) => !croise(fusion, zone)), { feuille: f.nom, ...zone }];
        // Excel ne garde que la première valeur d'une fusion.
        chaque(zone, (k, i, j) => void ((i > 0 || j > 0) && f.cases.has(k) && pose(f, k, null, f.cases.get(k)!.s)));
      },
      CopyFrom: (origine: Objet, quoi: string, sautes: boolean, transposee: boolean) => {
        const de = zoneDeRange(origine);
        if (quoi !== 'All' || sautes || transposee || de.lignes !== zone.lignes || de.colonnes !== zone.colonnes) throw nonModelise('cette copie');
        const source = acces.classeur.trouve(de.feuille)!;
        const f = acces.ecris();
        chaque(de, (k, i, j) => {
          const c = source.cases.get(k);
          const la = clef(zone.ligne + i, zone.colonne + j);
          if (c) f.cases.set(la, c);
          else f.cases.delete(la);
        });
      },
      Select: () => acces.choisis({ feuille: acces.lis().nom, ligne: zone.ligne, colonne: zone.colonne }),
      // La bibliothèque découpe les grandes matrices par rangées, puis rassemble les bornes.
      GetRow: (rang: number) => sous(rang, 0, 1, zone.colonnes),
      GetCell: (ligne: number, colonne: number) => sous(ligne, colonne, 1, 1),
      GetBoundingRect: (autre: Objet) => {
        const b = zoneDeRange(autre);
        const [l0, c0] = [Math.min(zone.ligne, b.ligne), Math.min(zone.colonne, b.colonne)];
        return plage(acces, { ligne: l0, colonne: c0, lignes: Math.max(zone.ligne + zone.lignes, b.ligne + b.lignes) - l0, colonnes: Math.max(zone.colonne + zone.colonnes, b.colonne + b.colonnes) - c0 });
      },
      _ValidateArraySize: (lignes: number, colonnes: number) => {
        if (lignes !== zone.lignes || colonnes !== zone.colonnes) throw invalide('la matrice n’a pas la taille de la plage');
      },
    },
  };
  return retiensZone(objet, acces, zone);
};

