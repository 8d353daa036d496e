// Listes de choix et mises en forme conditionnelles d'une feuille.
import { lettres, type Cellule, type Zone } from '../socle/cellule';
import type { Regle } from '../socle/classeur';
import { erreur } from '../socle/erreurs';
import { attributs, enfant, enfants, extrait, poseAttributs, racine, remplace, type Element } from './xml';
import { code } from './xml-texte';
import { contient } from './xlsx-feuille';
import { reference } from './xlsx-noms';
import { FEUILLE, insere, place } from './xlsx-ordre';
import type { Styliste } from './xlsx-styles';

/** Excel n'accepte pas plus de 255 caractères de choix dans la cellule même. */
const CHOIX_MAX = 255;

/** Ce qui reste des zones d'un élément (« sqref ») quand on en ôte celles que `zone` contient. */
const reste = (sqref: string, zone: Omit<Zone, 'feuille'>): string =>
  sqref
    .split(/\s+/)
    .filter((ref) => ref && !contient(zone, ref))
    .join(' ');

const sqrefDe = (xml: string, element: Element): string => attributs(xml, element)['sqref'] ?? '';

/** Réduit un élément aux zones qui lui restent, ou le retire ; sans effet s'il ne perd rien. */
const reduit = (xml: string, element: Element, zone: Omit<Zone, 'feuille'>): string => {
  const avant = sqrefDe(xml, element);
  const apres = reste(avant, zone);
  if (apres === avant.trim().replace(/\s+/g, ' ')) return extrait(xml, element);
  return apres === '' ? '' : poseAttributs(extrait(xml, element), { debut: 0, contenu: element.contenu - element.debut, seul: element.seul }, { sqref: apres });
};

/** Les validations de la feuille, celles de `zone` remplacées par `neuve` (« » : retirées). */
const poseValidation = (xml: string, zone: Omit<Zone, 'feuille'>, neuve: string): string => {
  const base = racine(xml);
  const p = base.prefixe;
  const hote = enfant(xml, base, 'dataValidations');
  const anciennes = hote ? enfants(xml, hote) : [];
  let posee = neuve === '';
  const apres = anciennes.map((element) => {
    if (posee || sqrefDe(xml, element) !== reference(zone)) return reduit(xml, element, zone);
    posee = true;
    return neuve;
  });
  if (!posee) apres.push(neuve);
  const gardees = apres.filter((morceau) => morceau !== '');
  if (gardees.join('') === anciennes.map((element) => extrait(xml, element)).join('')) return xml;
  if (gardees.length === 0) return place(xml, FEUILLE, 'dataValidations', '');
  if (!hote) return insere(xml, FEUILLE, 'dataValidations', `<${p}dataValidations count="1">${neuve}</${p}dataValidations>`);
  const corps = remplace(xml, hote.contenu, hote.finContenu, gardees.join(''));
  return poseAttributs(corps, hote, { count: String(gardees.length) });
};

export const poseListe = (xml: string, zone: Zone, choix: readonly string[]): string => {
  const p = racine(xml).prefixe;
  const liste = choix.join(',');
  if (choix.some((texte) => texte.includes(',') || texte.trim() === '') || liste.length > CHOIX_MAX) {
    throw erreur('Cette liste de choix ne tient pas dans une cellule', `Gardez des choix courts (${CHOIX_MAX} caractères en tout) et sans virgule`);
  }
  const formule = code(`"${liste.replace(/"/g, '""')}"`).replace(/&quot;/g, '"');
  const neuve = `<${p}dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${reference(zone)}"><${p}formula1>${formule}</${p}formula1></${p}dataValidation>`;
  return poseValidation(xml, zone, neuve);
};

/** Des choix pris dans une plage ; une autre saisie reste permise. */
export const poseChoix = (xml: string, zone: Zone, formule: string): string => {
  const p = racine(xml).prefixe;
  return poseValidation(xml, zone, `<${p}dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="0" sqref="${reference(zone)}"><${p}formula1>${code(formule)}</${p}formula1></${p}dataValidation>`);
};

const constante = (valeur: Cellule): string =>
  typeof valeur === 'number' ? String(valeur) : typeof valeur === 'boolean' ? (valeur ? 'TRUE' : 'FALSE') : `"${(valeur ?? '').replace(/"/g, '""')}"`;

const OPERATEURS = { egal: 'equal', superieur: 'greaterThan', inferieur: 'lessThan' } as const;

const xmlRegle = (p: string, zone: Zone, regle: Regle, dxf: number, priorite: number): string => {
  const commun = `dxfId="${dxf}" priority="${priorite}"`;
  if (regle.operateur === 'contient') {
    const texte = String(regle.valeur ?? '');
    const formule = code(`NOT(ISERROR(SEARCH(${constante(texte)},${lettres(zone.colonne)}${zone.ligne})))`);
    return `<${p}cfRule type="containsText" ${commun} operator="containsText" text="${code(texte)}"><${p}formula>${formule}</${p}formula></${p}cfRule>`;
  }
  return `<${p}cfRule type="cellIs" ${commun} operator="${OPERATEURS[regle.operateur]}"><${p}formula>${code(constante(regle.valeur))}</${p}formula></${p}cfRule>`;
};

const conditionnels = (xml: string): Element[] => enfants(xml, racine(xml)).filter((element) => element.nom === 'conditionalFormatting');
const priorites = (xml: string, element: Element): number[] => enfants(xml, element).map((regle) => Number(attributs(xml, regle)['priority'] ?? 0));

/** Pose les règles d'une zone. Celles d'avant, sur cette zone, cèdent leur place et leurs priorités : refaire ne change rien. */
export const poseConditions = (depart: string, zone: Zone, regles: readonly Regle[], styles: Styliste): string => {
  const p = racine(depart).prefixe;
  const ancien = conditionnels(depart).find((element) => sqrefDe(depart, element) === reference(zone));
  const libres = ancien ? priorites(depart, ancien).sort((a, b) => a - b) : [];
  let derniere = Math.max(0, ...conditionnels(depart).flatMap((element) => priorites(depart, element)));
  const corps = regles.map((regle) => xmlRegle(p, zone, regle, styles.conditionnel(regle.style), libres.shift() ?? ++derniere)).join('');
  const neuf = corps && `<${p}conditionalFormatting sqref="${reference(zone)}">${corps}</${p}conditionalFormatting>`;
  if (ancien) return remplace(depart, ancien.debut, ancien.fin, neuf);
  const xml = videConditions(depart, zone);
  // Après les mises en forme déjà là, pour que l'ordre du texte reste celui de la pose.
  const dernier = conditionnels(xml).pop();
  return dernier ? remplace(xml, dernier.fin, dernier.fin, neuf) : insere(xml, FEUILLE, 'conditionalFormatting', neuf);
};

const videConditions = (depart: string, zone: Omit<Zone, 'feuille'>): string =>
  conditionnels(depart).reduceRight((xml, element) => remplace(xml, element.debut, element.fin, reduit(depart, element, zone)), depart);

/** Retire les listes de choix et les mises en forme conditionnelles posées dans une zone. */
export const videRegles = (xml: string, zone: Omit<Zone, 'feuille'>): string => videConditions(poseValidation(xml, zone, ''), zone);
