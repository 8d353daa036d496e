// Une colonne que l'on cherche dans une feuille : les mots par lesquels les gens l'appellent, et ceux qui l'écartent.
import { sansAccents } from '../normalise';

export type ColonneVoulue<Clef extends string = string> = {
  readonly clef: Clef;
  /** Synonymes en clair : « date réception », « reçu ». L'accord, la casse et les accents ne comptent pas. */
  readonly synonymes: readonly string[];
  /** Mots dont la présence écarte la colonne : « accusé de réception » n'est pas une réception. */
  readonly sauf?: readonly string[];
  /** Mots qui l'écartent aussi, sauf si le titre annonce une date : « reçu par » est une personne, « reçu par le service le » une date. */
  readonly saufSansDate?: readonly string[];
  /** Vrai si la colonne doit contenir des dates : à titre égal, celle qui en contient l'emporte (« Traité » oui/non, « Traité le »). */
  readonly date?: boolean;
  /** Synonymes trop vagues pour compter seuls : « date ». */
  readonly vagues?: readonly string[];
};

const MOTS_VIDES: ReadonlySet<string> = new Set(['de', 'du', 'des', 'd', 'l', 'la', 'le', 'les', 'a', 'au', 'aux', 'en', 'of', 'on', 'at', 'the', 'et', 'ou', 'jj', 'mm', 'aaaa']);
const NUMERO: ReadonlySet<string> = new Set(['no', 'num', 'nb°']);

const singulier = (mot: string): string => {
  if (NUMERO.has(mot)) return 'numero';
  if (mot.length > 4 && mot.endsWith('aux')) return `${mot.slice(0, -3)}al`;
  const sansS = mot.length > 3 && /[sx]$/.test(mot) && !mot.endsWith('ss') ? mot.slice(0, -1) : mot;
  return sansS.length > 3 && /[aeiou]e$/.test(sansS) ? sansS.slice(0, -1) : sansS;
};

/** Les mots d'un en-tête : sans accents, sans ponctuation, au singulier masculin (« Date(s) de réception » → date, reception ; « A.R. » → ar). */
export const motsDe = (texte: string): string[] => {
  const propre = sansAccents(texte.replace(/n\s?[°º]/gi, ' numero '))
    .replace(/\((s|es|e)\)/g, '')
    .replace(/·e?s?\b/g, '')
    .replace(/\b([a-z])\.([a-z])\b\.?/g, '$1$2')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (propre === '') return [];
  return [...new Set(propre.split(' ').map(singulier))].filter((mot) => !MOTS_VIDES.has(mot));
};

/** Un titre annonce une date s'il dit « date », ou finit par « le » (« Traité le »). */
const annonceUneDate = (titre: string, mots: readonly string[]): boolean => mots.includes('date') || /\sle\s*[:.)]?\s*$/i.test(titre);

const contient = (mots: readonly string[], cherches: readonly string[]): boolean => cherches.every((mot) => mots.includes(mot));

type Motifs = { readonly synonymes: readonly (readonly string[])[]; readonly vagues: readonly (readonly string[])[]; readonly sauf: readonly string[]; readonly saufSansDate: readonly string[]; readonly date: boolean };

const decoupe = (colonne: ColonneVoulue): Motifs => ({
  synonymes: colonne.synonymes.map(motsDe),
  vagues: (colonne.vagues ?? []).map(motsDe),
  sauf: (colonne.sauf ?? []).flatMap(motsDe),
  saufSansDate: (colonne.saufSansDate ?? []).flatMap(motsDe),
  date: colonne.date ?? false,
});

const decoupees = new WeakMap<ColonneVoulue, Motifs>();

/** Les synonymes découpés, une fois pour toutes : ils sont cherchés dans chaque feuille, de mille classeurs parfois. */
export const motifsDe = (colonne: ColonneVoulue): Motifs => {
  const connus = decoupees.get(colonne) ?? decoupe(colonne);
  decoupees.set(colonne, connus);
  return connus;
};

export type Titre = { readonly mots: readonly string[]; readonly dit: boolean };

export const titreDe = (texte: string): Titre => {
  const mots = motsDe(texte);
  return { mots, dit: annonceUneDate(texte, mots) };
};

export const EXACT = 100;
const VAGUE = 20;

/** Ressemblance d'un en-tête et d'une colonne voulue : 0 (rien) à 100 (le synonyme même), un point de plus si le titre annonce la date voulue. */
export const ressemblance = ({ mots, dit }: Titre, motifs: Motifs): number => {
  if (mots.length === 0 || mots.some((mot) => motifs.sauf.includes(mot))) return 0;
  if (!(motifs.date && dit) && mots.some((mot) => motifs.saufSansDate.includes(mot))) return 0;
  let meilleure = 0;
  for (const synonyme of motifs.synonymes) {
    if (!contient(mots, synonyme)) continue;
    const enTrop = mots.length - synonyme.length;
    meilleure = Math.max(meilleure, enTrop === 0 ? EXACT : Math.max(30, 70 + 6 * synonyme.length - 6 * enTrop));
  }
  if (meilleure === 0 && motifs.vagues.some((vague) => vague.length === mots.length && contient(mots, vague))) meilleure = VAGUE;
  return meilleure > 0 && motifs.date && dit ? meilleure + 1 : meilleure;
};
