// Petit lecteur de XML par positions : on repère les éléments dans le texte, et une retouche est une insertion, jamais une réécriture du tout.
import { abime } from './archive-annuaire';
import { decode } from './xml-texte';

/**
 * Un élément repéré dans le texte. `nom` est sans préfixe (« x:row » et « row » sont le même élément), `prefixe` garde
 * son deux-points (« x: » ou « »). Le contenu va de `contenu` à `finContenu` ; un élément seul (« <v/> ») n'en a pas.
 */
export type Element = {
  readonly nom: string;
  readonly prefixe: string;
  readonly debut: number;
  readonly contenu: number;
  readonly finContenu: number;
  readonly fin: number;
  readonly seul: boolean;
};

export const illisible = (): Error => abime('une partie XML est mal formée');

/** Position qui suit le commentaire, la section CDATA ou l'instruction qui commence en `i` ; `i` si rien de tel. */
export const passe = (texte: string, i: number): number => {
  const fermeture = texte.startsWith('<!--', i) ? '-->' : texte.startsWith('<![CDATA[', i) ? ']]>' : texte.startsWith('<?', i) ? '?>' : texte.startsWith('<!', i) ? '>' : '';
  if (!fermeture) return i;
  const fin = texte.indexOf(fermeture, i + 2);
  if (fin < 0) throw illisible();
  return fin + fermeture.length;
};

/** Position du prochain « < » qui ouvre ou ferme une balise, ou −1. */
export const chevron = (texte: string, depuis: number, limite: number): number => {
  let i = texte.indexOf('<', depuis);
  while (i >= 0 && i < limite) {
    const apres = passe(texte, i);
    if (apres === i) return i;
    i = texte.indexOf('<', apres);
  }
  return -1;
};

/** Position qui suit le « > » d'une balise : un attribut peut en contenir un entre guillemets. */
export const finBalise = (texte: string, debut: number): number => {
  for (let i = debut + 1; i < texte.length; i++) {
    const code = texte.charCodeAt(i);
    if (code === 62) return i + 1;
    if (code === 34 || code === 39) {
      i = texte.indexOf(code === 34 ? '"' : "'", i + 1);
      if (i < 0) break;
    }
  }
  throw illisible();
};

const finNom = (texte: string, debut: number): number => {
  let i = debut;
  for (; i < texte.length; i++) {
    const code = texte.charCodeAt(i);
    if (code <= 32 || code === 47 || code === 62 || code === 61) break;
  }
  return i;
};

const elementA = (texte: string, debut: number, limite: number, estRacine = false): Element => {
  const contenu = finBalise(texte, debut);
  const complet = texte.slice(debut + 1, finNom(texte, debut + 1));
  const deux = complet.indexOf(':') + 1;
  const base = { nom: complet.slice(deux), prefixe: complet.slice(0, deux), debut, contenu };
  if (texte.charCodeAt(contenu - 2) === 47) return { ...base, finContenu: contenu, fin: contenu, seul: true };
  // Les cellules d'une feuille sont des millions de balises : leur fermeture est unique et vers la fin, on y va droit ; celle de la racine aussi.
  const fermeture = `</${complet}`;
  let i = base.nom === 'sheetData' || estRacine ? texte.lastIndexOf(fermeture) : contenu;
  if (i < contenu) throw illisible();
  let profondeur = 1;
  while ((i = chevron(texte, i, limite)) >= 0) {
    const fin = finBalise(texte, i);
    if (texte.charCodeAt(i + 1) === 47) {
      if (--profondeur === 0) return { ...base, finContenu: i, fin, seul: false };
    } else if (texte.charCodeAt(fin - 2) !== 47) profondeur++;
    i = fin;
  }
  throw illisible();
};

export const racine = (texte: string): Element => {
  const debut = chevron(texte, 0, texte.length);
  if (debut < 0) throw illisible();
  return elementA(texte, debut, texte.length, true);
};

/** Les enfants directs d'un élément, dans l'ordre. */
export const enfants = (texte: string, parent: Element): Element[] => {
  const trouves: Element[] = [];
  let i = parent.contenu;
  while (i < parent.finContenu && (i = chevron(texte, i, parent.finContenu)) >= 0) {
    const element = elementA(texte, i, parent.finContenu);
    trouves.push(element);
    i = element.fin;
  }
  return trouves;
};

export const enfant = (texte: string, parent: Element | undefined, nom: string): Element | undefined =>
  parent && enfants(texte, parent).find((element) => element.nom === nom);

/** Les attributs d'un élément, préfixe compris (« r:id »), valeurs décodées. */
export const attributs = (texte: string, element: Pick<Element, 'debut' | 'contenu'>): Record<string, string> => {
  const trouves: Record<string, string> = {};
  const motif = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  const balise = texte.slice(element.debut, element.contenu);
  for (let m = motif.exec(balise); m; m = motif.exec(balise)) trouves[m[1]!] = decode(m[2] ?? m[3]!);
  return trouves;
};

/** L'attribut « r:id », quel que soit son préfixe : un simple « id » n'en est pas un. */
export const lien = (attrs: Readonly<Record<string, string>>): string | undefined => {
  const clef = Object.keys(attrs).find((nom) => nom.endsWith(':id') && !nom.startsWith('xml:'));
  return clef === undefined ? undefined : attrs[clef];
};

export const contenu = (texte: string, element: Element): string => texte.slice(element.contenu, element.finContenu);
export const extrait = (texte: string, element: Element): string => texte.slice(element.debut, element.fin);

/** Remplace `texte[debut, fin[` par `par`. */
export const remplace = (texte: string, debut: number, fin: number, par: string): string => texte.slice(0, debut) + par + texte.slice(fin);

/** Ajoute du XML à la fin du contenu d'un élément, en l'ouvrant s'il était seul (« <sheets/> »). */
export const ajouteDans = (texte: string, element: Element, xml: string): string =>
  element.seul
    ? remplace(texte, element.debut, element.fin, `${extrait(texte, element).slice(0, -2)}>${xml}</${element.prefixe}${element.nom}>`)
    : remplace(texte, element.finContenu, element.finContenu, xml);

/** La balise ouvrante d'un élément, avec ces attributs posés (chaîne) ou retirés (null) ; les autres restent tels quels. */
export const poseAttributs = (texte: string, element: Pick<Element, 'debut' | 'contenu' | 'seul'>, valeurs: Readonly<Record<string, string | null>>): string => {
  let balise = texte.slice(element.debut, element.contenu);
  const fin = element.seul ? '/>' : '>';
  for (const [nom, valeur] of Object.entries(valeurs)) {
    const motif = new RegExp(`\\s${nom}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    const neuf = valeur === null ? '' : ` ${nom}="${valeur}"`;
    balise = motif.test(balise) ? balise.replace(motif, () => neuf) : `${balise.slice(0, -fin.length).replace(/\s+$/, '')}${neuf}${fin}`;
  }
  return remplace(texte, element.debut, element.contenu, balise);
};
