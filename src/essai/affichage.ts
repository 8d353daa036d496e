// Montre une valeur selon le format de nombre de sa cellule, comme un Excel en français.
import { estErreur, type Cellule } from '../socle/cellule';
import { civil, jourSemaine } from '../socle/jours';
import { codeFrancais } from './formules/valeurs';
import { enTexteCourant } from './nombres';

const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const MOIS_COURTS = ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'];
const FINE = '\u202f';
const deux = (n: number): string => String(n).padStart(2, '0');

/** Les formats prédéfinis, dans l'écriture du fichier ; 14 suit la langue : en français, jj/mm/aaaa. */
export const PREDEFINIS: Readonly<Record<number, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 14: 'dd/mm/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy',
  18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'hh:mm', 21: 'hh:mm:ss', 22: 'dd/mm/yyyy hh:mm', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss', 49: '@',
};

type Morceau = { readonly genre: 'texte' | 'code'; readonly texte: string };
/** Découpe un format : textes entre guillemets ou échappés d'un côté, codes de l'autre. */
const morceauxDe = (format: string): Morceau[] => {
  const trouves: Morceau[] = [];
  for (const m of format.matchAll(/"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[(?!h+\]|m+\]|s+\])[^\]]*\]|(\[h+\]|\[m+\]|\[s+\]|y+|m+|d+|h+|s+(?:[.,]0+)?|AM\/PM|A\/P|[\s\S])/gi)) {
    if (m[4] !== undefined) trouves.push({ genre: 'code', texte: m[4] });
    else trouves.push({ genre: 'texte', texte: m[1] ?? m[2] ?? m[3] ?? '' });
  }
  return trouves;
};

const date = (n: number, morceaux: readonly Morceau[]): string => {
  // À la seconde près : 0,999999999 de jour est minuit, pas 23:59:59.
  const secondes = Math.round(n * 86400);
  const jour = Math.floor(secondes / 86400);
  const reste = secondes - jour * 86400;
  const { annee, mois, jour: quantieme } = civil(Math.max(jour, 1));
  const [h, m, s] = [Math.floor(reste / 3600), Math.floor(reste / 60) % 60, reste % 60];
  const douze = morceaux.some(({ texte }) => /^a/i.test(texte) && texte.includes('/'));
  return morceaux
    .map(({ genre, texte }, rang) => {
      if (genre === 'texte') return texte;
      const c = texte.toLowerCase();
      if (/^y/.test(c)) return c.length <= 2 ? deux(annee % 100) : String(annee);
      if (/^d/.test(c)) return c.length === 1 ? String(quantieme) : c.length === 2 ? deux(quantieme) : c.length === 3 ? JOURS[jourSemaine(jour) - 1]!.slice(0, 3) : JOURS[jourSemaine(jour) - 1]!;
      if (/^h/.test(c)) return c.length === 1 ? String(douze ? h % 12 || 12 : h) : deux(douze ? h % 12 || 12 : h);
      if (/^s/.test(c)) return c.length === 1 ? String(s) : deux(s);
      if (c === '[h]' || c === '[hh]') return String(Math.floor(secondes / 3600));
      if (/^\[m/.test(c)) return String(Math.floor(secondes / 60));
      if (/^a/.test(c) && c.includes('/')) return h < 12 ? 'AM' : 'PM';
      if (/^m/.test(c)) {
        // « m » dit les minutes après une heure ou avant des secondes, le mois sinon.
        const codes = (sens: 1 | -1): string => {
          for (let i = rang + sens; i >= 0 && i < morceaux.length; i += sens) if (morceaux[i]!.genre === 'code' && /[a-z]/i.test(morceaux[i]!.texte)) return morceaux[i]!.texte.toLowerCase();
          return '';
        };
        if (/^\[?h/.test(codes(-1)) || /^s/.test(codes(1))) return c.length === 1 ? String(m) : deux(m);
        if (c.length === 1) return String(mois);
        if (c.length === 2) return deux(mois);
        return c.length === 3 ? MOIS_COURTS[mois - 1]! : c.length === 5 ? MOIS[mois - 1]![0]!.toUpperCase() : MOIS[mois - 1]!;
      }
      return texte;
    })
    .join('');
};

const nombre = (n: number, morceaux: readonly Morceau[]): string => {
  const codes = morceaux.map(({ genre, texte }) => (genre === 'code' ? texte : '')).join('');
  const valeur = Math.abs(n) * 100 ** (codes.split('%').length - 1);
  const [avant = '', apres = ''] = codes.split('.');
  const decimales = (apres.match(/[0#?]/g) ?? []).length;
  const obligatoires = (apres.match(/0/g) ?? []).length;
  const mini = (avant.match(/0/g) ?? []).length;
  // Arrondi sur l'écriture décimale, la moitié s'éloignant de zéro.
  const [mantisse = '0', exposant = '0'] = String(Number(valeur.toPrecision(15))).split('e');
  const arrondi = Math.round(Number(`${mantisse}e${Number(exposant) + decimales}`));
  const chiffres = arrondi >= 1e21 ? '' : String(arrondi).padStart(decimales + Math.max(1, mini), '0');
  if (chiffres === '') return enTexteCourant(n);
  const coupe = chiffres.length - decimales;
  let entier = chiffres.slice(0, coupe);
  if (/[0#?],[0#?]/.test(avant)) entier = entier.replace(/\B(?=(\d{3})+$)/g, FINE);
  if (mini === 0 && /^0+$/.test(entier)) entier = '';
  let fraction = chiffres.slice(coupe);
  while (fraction.length > obligatoires && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  const corps = entier + (fraction ? `,${fraction}` : '');
  let pose = false;
  const rendu = morceaux
    .map(({ genre, texte }) => {
      if (genre === 'texte') return texte;
      if (/[0#?.,]/.test(texte)) return pose ? '' : ((pose = true), corps);
      return texte;
    })
    .join('');
  return (n < 0 && arrondi > 0 && !/^\(/.test(rendu) ? '-' : '') + rendu;
};

const estDate = (morceaux: readonly Morceau[]): boolean => morceaux.some(({ genre, texte }) => genre === 'code' && /^\[?[dmyhs]/i.test(texte));
const connus = new Map<string, readonly Morceau[][]>();
const sectionsDe = (format: string): readonly Morceau[][] => {
  let sections = connus.get(format);
  if (sections === undefined) {
    sections = (format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"])+/g) ?? ['General']).map(morceauxDe);
    connus.set(format, sections);
  }
  return sections;
};

/** Vrai si ce format montre une date ou une heure. */
export const formatDeDate = (format: string): boolean => !/^(general|standard)?$/i.test(format) && estDate(sectionsDe(format)[0] ?? []);

/** @param format dans l'écriture du fichier (« dd/mm/yyyy ») */
export const affiche = (valeur: Cellule, format: string): string => {
  if (valeur === null) return '';
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  if (typeof valeur === 'string') return estErreur(valeur) ? codeFrancais(valeur) : valeur;
  if (/^(general|standard|@)?$/i.test(format)) return enTexteCourant(valeur, 10);
  const sections = sectionsDe(format);
  const choisie = valeur < 0 ? (sections[1] ?? sections[0]!) : valeur === 0 ? (sections[2] ?? sections[0]!) : sections[0]!;
  if (estDate(choisie)) return valeur < 0 || valeur >= 2_958_466 ? '#####' : date(valeur, choisie);
  if (choisie.some(({ genre, texte }) => genre === 'code' && /e/i.test(texte)) && /e[+-]/i.test(format)) return enTexteCourant(valeur);
  if (/general/i.test(format)) return enTexteCourant(valeur, 10);
  return nombre(valeur < 0 && sections[1] !== undefined ? -valeur : valeur, choisie);
};
