// Ce qu'un .xlsx garde des cellules à part d'elles : mémoire des tableaux croisés, des graphiques, d'un classeur lié, résultats de formules. Des textes
// effacés s'en vont aussi ; le tableur refait le reste en ouvrant le fichier.
import { versIso } from '../socle/jours';
import { enfant, poseAttributs, racine, remplace } from './xml';
import { decode } from './xml-texte';
import { TEXTE } from './xlsx-curseur';
import type { Paquet } from './xlsx-paquet';
import { parcours } from './xlsx-parcours';
import type { Sommaire } from './xlsx-sommaire';

/** Un nombre court est partout : lui seul ne désigne personne. */
const CHIFFRES_MIN = 5;

type Oublie = { readonly est: (texte: string) => boolean; readonly contient: (texte: string) => boolean };

const mots = (texte: string): string[] => texte.split(/[^\p{L}\p{N}@._-]+/u).filter(Boolean);

const oublieDe = (textes: readonly string[]): Oublie => {
  const voulus = new Set(textes.map((texte) => texte.trim()).filter((texte) => !/^[\d.,-]*$/.test(texte) || texte.replace(/\D/g, '').length >= CHIFFRES_MIN));
  // Une date de naissance est un jour de série dans la cellule, un jour écrit dans la mémoire d'un tableau croisé.
  for (const texte of [...voulus]) if (/^\d{5}$/.test(texte)) voulus.add(`${versIso(Number(texte))}T00:00:00`);
  voulus.delete('');
  const parMot = new Map<string, string[]>();
  for (const texte of voulus) {
    const [premier] = mots(texte);
    if (premier !== undefined && texte.length > 2) parMot.set(premier, [...(parMot.get(premier) ?? []), texte]);
  }
  return { est: (texte) => voulus.has(texte.trim()), contient: (texte) => mots(texte).some((mot) => parMot.get(mot)?.some((voulu) => texte.includes(voulu)) ?? false) };
};

/** Les parties que l'on atteint d'une autre par des liens de ces types, dans l'ordre. */
const atteintes = (paquet: Paquet, depuis: readonly string[], ...types: readonly RegExp[]): string[] =>
  types.reduce<readonly string[]>((parties, type) => [...new Set(parties.flatMap((partie) => paquet.liens(partie).filter((lien) => type.test(lien.type) && !lien.externe && paquet.existe(lien.cible)).map(({ cible }) => cible)))], depuis) as string[];

const retouche = (paquet: Paquet, partie: string, geste: (xml: string) => string): boolean => {
  const xml = paquet.texte(partie);
  const apres = geste(xml);
  if (apres !== xml) paquet.pose(partie, apres);
  return apres !== xml;
};

/** Chaque valeur gardée doit rester différente des autres : une autre, du même genre, la remplace. */
const sansItems = (est: Oublie['est']) => (xml: string): string => {
  const prises = new Set((xml.match(/\bv="[^"]*"/g) ?? []).map((attribut) => attribut.slice(3, -1)));
  let n = 0;
  const neuve = (genre: string): string => {
    for (;;) {
      n++;
      const essai = genre === 'n' ? String(-n) : genre === 'd' ? `${versIso(n)}T00:00:00` : `(effacé ${n})`;
      if (!prises.has(essai)) return essai;
    }
  };
  return xml
    .replace(/(<(?:\w+:)?([snd])\b[^>]*?\bv=")([^"]*)"/g, (tout, avant: string, genre: string, valeur: string) => (est(decode(valeur)) ? `${avant}${neuve(genre)}"` : tout))
    .replace(/\b((?:min|max)(?:Value|Date)=")([^"]*)"/g, (tout, avant: string, valeur: string) => (est(valeur) ? `${avant}${avant.includes('Date') ? '1900-01-01T00:00:00' : '0'}"` : tout));
};

const oublieCroises = (paquet: Paquet, classeur: string, { est }: Oublie): void => {
  for (const definition of atteintes(paquet, [classeur], /^pivotCacheDefinition$/)) {
    const ote = sansItems(est);
    const touchees = [definition, ...atteintes(paquet, [definition], /^pivotCacheRecords$/)].filter((partie) => retouche(paquet, partie, ote));
    if (touchees.length > 0) retouche(paquet, definition, (xml) => poseAttributs(xml, racine(xml), { refreshOnLoad: '1' }));
  }
};

/** Les points qu'un graphique ou un classeur lié garde : `<c:v>Aube</c:v>`. */
const sansPoints = ({ est }: Oublie) => (xml: string): string => xml.replace(/(<((?:\w+:)?(?:v|pt))(?:\s[^>]*)?>)([^<]*)(<\/\2>)/g, (tout, ouvre: string, _nom: string, valeur: string, ferme: string) => (est(decode(valeur)) ? ouvre + ferme : tout));

/** Le résultat d'une formule : elle reste, il sera recalculé. @returns vrai si une formule a perdu le sien */
const oublieResultats = (paquet: Paquet, partie: string, { contient }: Oublie): boolean =>
  retouche(paquet, partie, (xml) => {
    const donnees = enfant(xml, racine(xml), 'sheetData');
    if (donnees === undefined) return xml;
    const aOter: (readonly [number, number])[] = [];
    parcours(xml, donnees, { cellule: (c) => {
      if (c.formule >= 0 && c.genre === TEXTE && c.valeur >= 0 && contient(decode(xml.slice(c.valeur, c.finValeur)))) aOter.push([c.valeur, c.finValeur]);
    } });
    return aOter.reverse().reduce((reste, [debut, fin]) => remplace(reste, debut, fin, ''), xml);
  });

/** @returns vrai si des formules ont perdu leur résultat : le tableur doit recalculer en ouvrant */
export const oublieCaches = (paquet: Paquet, { partie: classeur, onglets }: Sommaire, textes: readonly string[]): boolean => {
  const oublie = oublieDe(textes);
  oublieCroises(paquet, classeur, oublie);
  const feuilles = onglets.map(({ partie }) => partie);
  for (const partie of [...atteintes(paquet, feuilles, /^drawing$/, /^chart(Ex)?$/), ...atteintes(paquet, [classeur], /^externalLink$/)]) retouche(paquet, partie, sansPoints(oublie));
  return onglets.filter(({ deCalcul, partie }) => deCalcul && oublieResultats(paquet, partie, oublie)).length > 0;
};

