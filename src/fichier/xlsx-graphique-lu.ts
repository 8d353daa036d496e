// Les graphiques d'une feuille tels qu'on peut les redessiner : courbes, barres, secteurs, avec leur place et leurs couleurs. Les autres sont comptés.
import { attributs, contenu, enfant, enfants, extrait, racine, type Element } from './xml';
import { decode } from './xml-texte';
import type { Paquet } from './xlsx-paquet';

export type SerieLue = {
  readonly titre: string;
  readonly forme: 'barres' | 'ligne' | 'secteurs';
  /** « 'Résultats'!$B$5:$B$16 », dans l'écriture du fichier. */
  readonly categories: string | null;
  readonly valeurs: string;
  readonly couleurs: readonly string[];
  readonly enPourcent: boolean;
};
export type GraphiqueLu = {
  readonly titre: string;
  /** Ce que le graphique dit, pour qui ne le voit pas. */
  readonly lecture: string;
  /** Coins en cellules, à partir de 0, avec la part de cellule en EMU (914 400 par pouce). */
  readonly de: { readonly ligne: number; readonly colonne: number };
  readonly a: { readonly ligne: number; readonly colonne: number };
  /** Les barres d'une même catégorie l'une sur l'autre. */
  readonly empile: boolean;
  /** Vide quand le genre de graphique n'est pas de ceux que l'on redessine. */
  readonly series: readonly SerieLue[];
};

const chemin = (xml: string, element: Element | undefined, ...noms: readonly string[]): Element | undefined => noms.reduce<Element | undefined>((e, nom) => enfant(xml, e, nom), element);
const texteDe = (xml: string, element: Element | undefined): string => (element === undefined ? '' : decode(contenu(xml, element)));

/** Tous les textes d'un élément, à toute profondeur (un titre est fait de morceaux). */
const textes = (xml: string, element: Element | undefined): string => (element === undefined ? '' : (extrait(xml, element).match(/<(?:\w+:)?t>[^<]*/g) ?? []).map((morceau) => decode(morceau.slice(morceau.indexOf('>') + 1))).join(''));
const premieresCouleurs = (xml: string, element: Element | undefined): string[] => (element === undefined ? [] : (extrait(xml, element).match(/srgbClr val="[0-9A-Fa-f]{6}/g) ?? []).map((morceau) => `#${morceau.slice(-6).toLowerCase()}`));

const serieLue = (xml: string, serie: Element, forme: SerieLue['forme']): SerieLue => {
  const ref = (nom: string): string | null => {
    const hote = enfant(xml, serie, nom);
    const lien = hote && enfants(xml, hote)[0];
    const f = lien && enfant(xml, lien, 'f');
    return f ? texteDe(xml, f) : null;
  };
  const valeurs = chemin(xml, serie, 'val', 'numRef', 'numCache', 'formatCode');
  const points = enfants(xml, serie).filter(({ nom }) => nom === 'dPt').flatMap((point) => premieresCouleurs(xml, enfant(xml, point, 'spPr')).slice(0, 1));
  const nomCache = chemin(xml, serie, 'tx', 'strRef', 'strCache', 'pt', 'v');
  return {
    titre: texteDe(xml, nomCache ?? chemin(xml, serie, 'tx', 'v')),
    forme,
    categories: ref('cat'),
    valeurs: ref('val') ?? '',
    couleurs: points.length > 0 ? points : premieresCouleurs(xml, enfant(xml, serie, 'spPr')).slice(0, 1),
    enPourcent: texteDe(xml, valeurs).includes('%'),
  };
};

const FORMES: Readonly<Record<string, SerieLue['forme']>> = { barChart: 'barres', lineChart: 'ligne', pieChart: 'secteurs' };

const graphiqueLu = (xml: string): Pick<GraphiqueLu, 'titre' | 'series' | 'empile'> => {
  const graphique = enfant(xml, racine(xml), 'chart');
  const trace = enfant(xml, graphique, 'plotArea');
  const groupes = trace ? enfants(xml, trace).filter(({ nom }) => nom.endsWith('Chart')) : [];
  const connus = groupes.every(({ nom }) => FORMES[nom] !== undefined);
  return {
    titre: textes(xml, enfant(xml, graphique, 'title')),
    empile: groupes.some((groupe) => attributs(xml, enfant(xml, groupe, 'grouping') ?? groupe)['val'] === 'stacked'),
    series: connus ? groupes.flatMap((groupe) => enfants(xml, groupe).filter(({ nom }) => nom === 'ser').map((serie) => serieLue(xml, serie, FORMES[groupe.nom]!))).filter(({ valeurs }) => valeurs !== '') : [],
  };
};

export const graphiquesDe = (paquet: Paquet, feuille: string): GraphiqueLu[] =>
  paquet
    .liens(feuille)
    .filter((l) => l.type === 'drawing' && paquet.existe(l.cible))
    .flatMap((dessin) => {
      const xml = paquet.texte(dessin.cible);
      return enfants(xml, racine(xml)).flatMap((ancre): GraphiqueLu[] => {
        const id = /<(?:\w+:)?chart\b[^>]*\br:id="([^"]*)"/.exec(extrait(xml, ancre))?.[1];
        const cible = paquet.liens(dessin.cible).find((l) => l.id === id && l.type === 'chart' && paquet.existe(l.cible))?.cible;
        const coin = (nom: string): { ligne: number; colonne: number } | null => {
          const element = enfant(xml, ancre, nom);
          return element ? { ligne: Number(texteDe(xml, enfant(xml, element, 'row'))), colonne: Number(texteDe(xml, enfant(xml, element, 'col'))) } : null;
        };
        const [de, a] = [coin('from'), coin('to')];
        if (cible === undefined || de === null || a === null) return [];
        const propriete = chemin(xml, ancre, 'graphicFrame', 'nvGraphicFramePr', 'cNvPr');
        return [{ ...graphiqueLu(paquet.texte(cible)), lecture: (propriete && attributs(xml, propriete)['descr']) ?? '', de, a }];
      });
    });
