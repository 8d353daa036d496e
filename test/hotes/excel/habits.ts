// L'apparence d'une plage vue du fil : police, fond, traits, largeurs, liste de choix, mises en forme conditionnelles.
import { clef, dedans, texteZone, zoneDeTexte } from '../classeur-memoire';
import type { Style } from '../../../src/socle/classeur';
import type { FeuilleDuFil } from './acces';
import type { Etendue } from './feuille';
import { invalide, nonModelise, sac, type Objet } from './objet';

const COULEUR = /^#[0-9A-F]{6}$/i;
const COTES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'];
/** Au-delà, une plage de forme toucherait trop de cases : l'adaptateur n'habille que nos feuilles. */
const CASES_MAX = 1_000_000;

const habille = (acces: FeuilleDuFil, zone: Etendue, style: Style): void => {
  if (zone.lignes * zone.colonnes > CASES_MAX) throw nonModelise('habiller un million de cases');
  const f = acces.ecris();
  for (let i = 0; i < zone.lignes; i++) {
    for (let j = 0; j < zone.colonnes; j++) {
      const k = clef(zone.ligne + i, zone.colonne + j);
      const c = f.cases.get(k);
      f.cases.set(k, { v: c?.v ?? null, s: { ...c?.s, ...style } });
    }
  }
};

const parmi = <T>(table: Readonly<Record<string, T>>, valeur: unknown): T => {
  const trouve = table[String(valeur)];
  if (trouve === undefined) throw invalide(String(valeur));
  return trouve;
};
const couleur = (valeur: unknown): string => {
  if (!COULEUR.test(String(valeur))) throw invalide(`couleur ${String(valeur)}`);
  return String(valeur).slice(1);
};
const booleen = (valeur: unknown): boolean => {
  if (typeof valeur !== 'boolean') throw invalide('booléen');
  return valeur;
};
const positif = (valeur: unknown): number => {
  if (typeof valeur !== 'number' || !(valeur > 0)) throw invalide('nombre');
  return valeur;
};

export const format = (acces: FeuilleDuFil, zone: Etendue): Objet => {
  const pose = (style: (valeur: unknown) => Style) => (valeur: unknown): void => habille(acces, zone, style(valeur));
  const trait = (cote: string): Objet => {
    if (!COTES.includes(cote)) throw invalide(cote);
    return {
      classe: 'RangeBorder',
      ecris: {
        Style: (valeur: string) => {
          if (valeur !== 'Continuous') throw nonModelise(`trait ${valeur}`);
          const dessous = cote === 'EdgeBottom' && acces.lis().cases.get(clef(zone.ligne, zone.colonne))?.s.bordure !== 'fine';
          habille(acces, zone, { bordure: dessous ? 'dessous' : 'fine' });
        },
        Color: (valeur: unknown) => void couleur(valeur),
      },
    };
  };
  return {
    classe: 'RangeFormat',
    mene: {
      Font: () => ({ classe: 'RangeFont', ecris: { Bold: pose((v) => ({ gras: booleen(v) })), Italic: pose((v) => ({ italique: booleen(v) })), Size: pose((v) => ({ taille: positif(v) })), Color: pose((v) => ({ couleur: couleur(v) })) } }),
      Fill: () => ({ classe: 'RangeFill', ecris: { Color: pose((v) => ({ fond: couleur(v) })) } }),
      Borders: () => ({ classe: 'RangeBorders', element: trait, appelle: { GetItem: trait } }),
    },
    ecris: {
      HorizontalAlignment: pose((v) => ({ alignement: parmi({ Left: 'gauche', Center: 'centre', Right: 'droite' } as const, v) })),
      VerticalAlignment: pose((v) => ({ vertical: parmi({ Top: 'haut', Center: 'milieu' } as const, v) })),
      WrapText: pose((v) => ({ renvoi: booleen(v) })),
      ColumnWidth: (v: unknown) => {
        for (let j = 0; j < zone.colonnes; j++) acces.ecris().largeurs.set(zone.colonne + j, positif(v));
      },
      RowHeight: (v: unknown) => {
        for (let i = 0; i < zone.lignes; i++) acces.ecris().hauteurs.set(zone.ligne + i, positif(v));
      },
    },
  };
};

const vide = (regles: Map<string, string>, zone: Etendue): void => {
  for (const texte of [...regles.keys()]) if (dedans(zoneDeTexte(texte), zone)) regles.delete(texte);
};

export const validation = (acces: FeuilleDuFil, zone: Etendue): Objet => ({
  classe: 'DataValidation',
  appelle: { Clear: () => vide(acces.ecris().listes, zone) },
  ecris: {
    Rule: (regle: { list?: { inCellDropDown?: boolean; source?: unknown } }) => {
      const source = regle.list?.source;
      if (typeof source === 'string' && source.startsWith('=') && Object.keys(regle).join() === 'list') return void acces.ecris().listes.set(texteZone(zone), source);
      if (Object.keys(regle).join() !== 'list' || typeof source !== 'string' || source.length > 255) throw invalide('règle de validation');
      acces.ecris().listes.set(texteZone(zone), source.split(',').join('\n'));
    },
    ErrorAlert: (alerte: { showAlert?: unknown }) => {
      if (typeof alerte.showAlert !== 'boolean') throw invalide('alerte de validation');
    },
  },
});

export const conditions = (acces: FeuilleDuFil, zone: Etendue): Objet => ({
  classe: 'ConditionalFormats',
  appelle: {
    ClearAll: () => vide(acces.ecris().conditions, zone),
    Add: (genre: string) => {
      if (!['ContainsText', 'CellValue'].includes(genre)) throw nonModelise(`mise en forme ${genre}`);
      const etat: Record<string, unknown> = { genre };
      const garde = (objet: Objet): Objet => ({ ...objet, ecris: Object.fromEntries(Object.entries(objet.ecris ?? {}).map(([nom, ecris]) => [nom, (valeur: unknown) => {
        ecris(valeur);
        const connues = JSON.parse(acces.lis().conditions.get(texteZone(zone)) ?? '[]') as unknown[];
        acces.ecris().conditions.set(texteZone(zone), JSON.stringify([...connues.slice(0, rang), etat]));
      }])) });
      const rang = (JSON.parse(acces.lis().conditions.get(texteZone(zone)) ?? '[]') as unknown[]).length;
      const corps = (): Objet => ({
        ...garde(sac('ConditionalRule', etat, ['Rule'])),
        mene: { Format: () => ({ classe: 'ConditionalRangeFormat', mene: { Font: () => garde(sac('ConditionalRangeFont', (etat['Font'] ??= {}) as Record<string, unknown>, ['Bold', 'Color'])), Fill: () => garde(sac('ConditionalRangeFill', (etat['Fill'] ??= {}) as Record<string, unknown>, ['Color'])) } }) },
      });
      const membre = genre === 'ContainsText' ? 'TextComparison' : 'CellValue';
      return { classe: 'ConditionalFormat', id: `cf${rang}`, mene: { [membre]: corps } };
    },
  },
});
