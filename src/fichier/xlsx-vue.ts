// Tout ce qu'il faut pour montrer une feuille : valeurs, formules, styles, fusions, largeurs, tableaux. Lu par tranches : la page respire entre deux.
import { NON_CALCULEE, type Cellule } from '../socle/cellule';
import { attributs, contenu, enfant, enfants, finBalise, racine, type Element } from './xml';
import { decode } from './xml-texte';
import { ARRETER, ENTRER, type Curseur } from './xlsx-curseur';
import { parcours } from './xlsx-parcours';
import type { Paquet } from './xlsx-paquet';
import type { Onglet } from './xlsx-sommaire';
import { aUneValeur, estDouteuse, lecteurDeValeurs, type Contexte } from './xlsx-valeurs';

/** `texte` dans l'écriture du fichier, vide pour une formule partagée dont le texte est ailleurs. */
export type FormuleLue = {
  readonly texte: string;
  readonly genre: 'normale' | 'partagee' | 'matrice' | 'table';
  /** Le numéro du groupe d'une formule partagée. */
  readonly groupe: string | null;
  /** « B2:B90 » : toutes les cellules d'une formule partagée ou matricielle. */
  readonly portee: string | null;
};

export type VueDeFeuille = {
  readonly nom: string;
  /** L'étendue des cellules qui ont une valeur : la même que celle du port. */
  readonly lignes: number;
  readonly colonnes: number;
  /** Une ligne par ligne de l'étendue ; les lignes vides partagent le même tableau : on remplace une ligne, on ne l'écrit pas. */
  readonly valeurs: (readonly Cellule[])[];
  /** Rang du style de chaque cellule, par ligne (à partir de 0) puis par colonne ; les lignes sans style manquent. */
  readonly styles: Map<number, Uint16Array>;
  readonly formules: Map<number, FormuleLue>;
  readonly masquees: ReadonlySet<number>;
  /** En caractères, par numéro de colonne. */
  readonly largeurs: ReadonlyMap<number, number>;
  /** En points, par numéro de ligne, quand le fichier le dit. */
  readonly hauteurs: ReadonlyMap<number, number>;
  readonly fusions: readonly string[];
  /** Les plages des tableaux (Insertion > Tableau) : leurs titres obéissent à une autre partie du fichier. */
  readonly tableaux: readonly { readonly ref: string; readonly titres: boolean; readonly total: boolean }[];
  readonly quadrillage: boolean;
};

/** La clef d'une cellule dans les cartes ci-dessus ; ligne et colonne à partir de 1. */
export const clefDe = (ligne: number, colonne: number): number => ligne * 16384 + colonne - 1;

/** Lignes lues entre deux respirations. */
const TRANCHE = 2_000;
/** Au-delà, une ligne ou une colonne qui n'a que des styles ne se montre pas. */
const LIGNES_STYLEES = 20_000;
const COLONNES_STYLEES = 256;

const formuleLue = (xml: string, debut: number, prefixe: string): FormuleLue => {
  const ouvert = finBalise(xml, debut);
  const { t, si, ref } = attributs(xml, { debut, contenu: ouvert });
  const texte = xml.charCodeAt(ouvert - 2) === 47 ? '' : decode(xml.slice(ouvert, xml.indexOf(`</${prefixe}f`, ouvert)));
  const genre = t === 'shared' ? 'partagee' : t === 'array' ? 'matrice' : t === 'dataTable' ? 'table' : 'normale';
  return { texte, genre, groupe: si ?? null, portee: ref ?? null };
};

const largeursDe = (xml: string, cols: Element | undefined): Map<number, number> => {
  const largeurs = new Map<number, number>();
  for (const col of cols ? enfants(xml, cols) : []) {
    const { min, max, width, hidden } = attributs(xml, col);
    const largeur = hidden === '1' || hidden === 'true' ? 0 : Number(width ?? 8.43);
    for (let c = Number(min); c <= Math.min(Number(max), 1024); c++) largeurs.set(c, largeur);
  }
  return largeurs;
};

const tableauxDe = (paquet: Paquet, partie: string): VueDeFeuille['tableaux'] =>
  paquet
    .liens(partie)
    .filter((l) => l.type === 'table' && paquet.existe(l.cible))
    .map((l) => {
      const xml = paquet.texte(l.cible);
      const { ref = '', headerRowCount, totalsRowCount } = attributs(xml, racine(xml));
      return { ref, titres: headerRowCount !== '0', total: totalsRowCount !== undefined && totalsRowCount !== '0' };
    });

/** Rend la vue ; chaque `yield` donne le nombre de caractères lus sur le total. */
export function* vueDeFeuille(paquet: Paquet, onglet: Onglet, contexte: Contexte): Generator<{ readonly fait: number; readonly total: number }, VueDeFeuille> {
  const xml = paquet.texte(onglet.partie);
  const base = racine(xml);
  const morceaux = enfants(xml, base);
  const trouve = (nom: string): Element | undefined => morceaux.find((element) => element.nom === nom);
  const donnees = trouve('sheetData');
  const lignes: Cellule[][] = [];
  const styles = new Map<number, Uint16Array>();
  const formules = new Map<number, FormuleLue>();
  const masquees = new Set<number>();
  const hauteurs = new Map<number, number>();
  const douteuses: { readonly ligne: number; readonly colonne: number }[] = [];
  const sures = { lignes: 0, colonnes: 0 };
  let calculee = false;

  if (donnees) {
    // « Calculée » d'abord : les valeurs douteuses se règlent à la fin, quand on sait si la feuille l'est.
    const valeur = lecteurDeValeurs(xml, base.prefixe, contexte, true);
    let reprise = donnees.contenu;
    let derniere = 0;
    let jusque = TRANCHE;
    const surCellule = (c: Curseur): void => {
      if (c.formule >= 0) formules.set(clefDe(c.ligne, c.colonne), formuleLue(xml, c.formule, base.prefixe));
      if (c.style > 0 && c.ligne <= Math.max(LIGNES_STYLEES, sures.lignes + 1000) && c.colonne <= COLONNES_STYLEES) {
        let rangs = styles.get(c.ligne - 1);
        if (rangs === undefined || rangs.length < c.colonne) {
          const plus = new Uint16Array(Math.max(c.colonne, 16, 2 * (rangs?.length ?? 0)));
          if (rangs) plus.set(rangs);
          styles.set(c.ligne - 1, (rangs = plus));
        }
        rangs[c.colonne - 1] = c.style;
      }
      if (aUneValeur(c)) {
        if (c.ligne > sures.lignes) sures.lignes = c.ligne;
        if (c.colonne > sures.colonnes) sures.colonnes = c.colonne;
        if (c.formule >= 0 && c.valeur >= 0) calculee = true;
      } else if (estDouteuse(c)) douteuses.push({ ligne: c.ligne, colonne: c.colonne });
      const lue = valeur(c);
      if (lue === null) return;
      const rangee = (lignes[c.ligne - 1] ??= []);
      for (let j = rangee.length; j < c.colonne - 1; j++) rangee.push(null);
      rangee[c.colonne - 1] = lue;
    };
    for (let fini = false; !fini; ) {
      fini = true;
      parcours(xml, { ...donnees, contenu: reprise }, {
        ligne: (c) => {
          if (c.ligne > jusque && c.explicite !== false) {
            reprise = c.debutLigne;
            derniere = c.ligne - 1;
            fini = false;
            return ARRETER;
          }
          if (c.masquee) masquees.add(c.ligne);
          const hauteur = / ht="([\d.]+)"/.exec(xml.slice(c.debutLigne, c.contenuLigne))?.[1];
          if (hauteur !== undefined) hauteurs.set(c.ligne, Number(hauteur));
          return ENTRER;
        },
        cellule: surCellule,
      }, derniere);
      jusque = derniere + TRANCHE;
      if (!fini) yield { fait: reprise - donnees.contenu, total: donnees.finContenu - donnees.contenu };
    }
  }
  if (!calculee)
    for (const { ligne, colonne } of douteuses) {
      sures.lignes = Math.max(sures.lignes, ligne);
      sures.colonnes = Math.max(sures.colonnes, colonne);
      const rangee = (lignes[ligne - 1] ??= []);
      for (let j = rangee.length; j < colonne; j++) rangee.push(null);
      rangee[colonne - 1] = NON_CALCULEE;
    }
  const vide: readonly Cellule[] = new Array<Cellule>(sures.colonnes).fill(null);
  const valeurs = Array.from({ length: sures.lignes }, (_, i): readonly Cellule[] => {
    const rangee = lignes[i];
    if (rangee === undefined) return vide;
    while (rangee.length < sures.colonnes) rangee.push(null);
    if (rangee.length > sures.colonnes) rangee.length = sures.colonnes;
    return rangee;
  });
  const fusions = trouve('mergeCells');
  const vues = trouve('sheetViews');
  const vueUne = vues && enfant(xml, vues, 'sheetView');
  return {
    nom: onglet.nom, ...sures, valeurs, styles, formules, masquees, hauteurs,
    largeurs: largeursDe(xml, trouve('cols')),
    fusions: fusions ? enfants(xml, fusions).map((element) => attributs(xml, element)['ref'] ?? '') : [],
    tableaux: tableauxDe(paquet, onglet.partie),
    quadrillage: !vueUne || attributs(xml, vueUne)['showGridLines'] !== '0',
  };
}

/** Les noms du classeur (« Date_d_arrete ») et ce qu'ils désignent, dans l'écriture du fichier. Les noms propres à une feuille n'en sont pas. */
export const nomsDefinis = (xml: string): Map<string, string> => {
  const noms = enfant(xml, racine(xml), 'definedNames');
  const trouves = new Map<string, string>();
  for (const element of noms ? enfants(xml, noms) : []) {
    const { name = '', localSheetId } = attributs(xml, element);
    if (localSheetId === undefined && !name.startsWith('_xl')) trouves.set(name.toLowerCase(), decode(contenu(xml, element)));
  }
  return trouves;
};
