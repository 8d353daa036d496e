// Les textes d'un classeur : la table des chaînes partagées (lue à la demande, chaque chaîne une seule fois) et les textes mis en forme.
import { chevron, finBalise, illisible, racine } from './xml';
import { decodeCellule } from './xml-texte';

/** Le texte d'un élément « si » ou « is » : ses morceaux bout à bout, sans les lectures phonétiques (rPh). */
export const texteRiche = (texte: string, debut: number, fin: number, prefixe: string): string => {
  const p = prefixe.length;
  let resultat = '';
  let i = chevron(texte, debut, fin);
  while (i >= 0) {
    const apres = finBalise(texte, i);
    const seul = texte.charCodeAt(apres - 2) === 47;
    const nom = texte.slice(i + 1 + p, Math.min(i + 5 + p, apres - 1));
    let suite = apres;
    if (!seul && /^t[\s>]?/.test(nom) && (nom.length === 1 || nom.charCodeAt(1) <= 32 || nom.charCodeAt(1) === 62)) {
      const ferme = chevron(texte, apres, fin);
      if (ferme < 0) throw illisible();
      resultat += decodeCellule(texte.slice(apres, ferme));
      suite = finBalise(texte, ferme);
    } else if (!seul && nom.startsWith('rPh')) {
      const ferme = texte.indexOf(`</${prefixe}rPh`, apres);
      if (ferme < 0) throw illisible();
      suite = finBalise(texte, ferme);
    }
    i = chevron(texte, suite, fin);
  }
  return resultat;
};

/**
 * Une sous-chaîne garde en vie tout le texte dont elle vient (V8) : une copie l'en détache.
 * En deçà de 13 caractères V8 copie déjà.
 */
const detache = (texte: string): string => (texte.length < 13 ? texte : (' ' + texte).slice(1));

/** Les textes répétés n'existent qu'une fois en mémoire. */
export const partage = (): ((texte: string) => string) => {
  const connus = new Map<string, string>();
  return (texte) => {
    const connu = connus.get(texte);
    if (connu !== undefined) return connu;
    const neuf = detache(texte);
    connus.set(neuf, neuf);
    return neuf;
  };
};

/** Rend la chaîne partagée de ce rang, ou null si la table ne va pas jusque-là. */
export const chainesPartagees = (xml: string): ((rang: number) => string | null) => {
  const base = racine(xml);
  const ouverture = `<${base.prefixe}si`;
  const fermeture = `</${base.prefixe}si`;
  const debuts: number[] = [];
  for (let i = xml.indexOf(ouverture, base.contenu); i >= 0 && i < base.finContenu; ) {
    const suivant = xml.charCodeAt(i + ouverture.length);
    if (suivant <= 32 || suivant === 47 || suivant === 62) debuts.push(i);
    i = xml.indexOf(ouverture, i + ouverture.length);
  }
  const decodees: (string | undefined)[] = new Array(debuts.length);
  return (rang) => {
    const debut = debuts[rang];
    if (debut === undefined) return null;
    return (decodees[rang] ??= (() => {
      const contenu = finBalise(xml, debut);
      if (xml.charCodeAt(contenu - 2) === 47) return '';
      const fin = xml.indexOf(fermeture, contenu);
      if (fin < 0) throw illisible();
      return detache(texteRiche(xml, contenu, fin, base.prefixe));
    })());
  };
};
